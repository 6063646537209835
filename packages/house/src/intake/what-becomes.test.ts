import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { type Stand, whatBecomes } from './what-becomes.ts'

const standing = { ...emptySheet('Alder'), year: 2020 }
const title = { id: 't1', sheet: standing, revision: 4 }
const film = { decision: 'take' as const, titleId: 't1', seenRevision: 4, sheet: { ...standing, themes: ['water'] }, paths: null }
const asks = (more: object, stand: Partial<Stand> = {}) =>
  whatBecomes({ ...film, ...more }, { title, pending: undefined, knownByNow: false, ...stand })

test('a film becomes what was decided of it, as long as the catalogue stands as it did then', () => {
  assert.deepEqual(asks({ decision: 'skip' }), { as: 'skipped' })
  assert.deepEqual(asks({ decision: null }), { as: 'left', reason: 'undecided' })
  assert.deepEqual(asks({ titleId: null }, { title: undefined }), { as: 'created' })
  assert.deepEqual(asks({ titleId: null }, { title: undefined, knownByNow: true }), { as: 'left', reason: 'known-by-now' })
  assert.deepEqual(asks({}, { title: undefined }), { as: 'left', reason: 'gone' })
  assert.deepEqual(asks({ seenRevision: 3 }), { as: 'left', reason: 'revision-changed' })
  assert.deepEqual(asks({ sheet: standing }), { as: 'unchanged', titleId: 't1' })
  assert.deepEqual(asks({}), { as: 'changed', titleId: 't1', sheet: { ...standing, themes: ['water'] } })
})

test('what was not chosen only fills gaps; the second film of one title goes in over the first', () => {
  const incoming = { ...standing, year: 2021, themes: ['water'] }
  const filled = asks({ sheet: incoming })
  assert.deepEqual(filled.as === 'changed' && filled.sheet, { ...standing, themes: ['water'] })
  const chosen = asks({ sheet: incoming, paths: ['year'] })
  assert.deepEqual(chosen.as === 'changed' && chosen.sheet, { ...standing, year: 2021 })
  assert.deepEqual(asks({}, { pending: { ...standing, themes: ['water'] } }), { as: 'unchanged', titleId: 't1' })
})

test('a field that is taken becomes what was shown: what the file is silent about stays within a festival', () => {
  const festival = {
    festival: 'FIPADOC',
    year: 2021,
    city: 'Biarritz',
    country: 'FR',
    section: null,
    award: 'Jury Prize',
    premiere: null,
  }
  const there = { ...standing, festivals: [festival] }
  const incoming = { ...standing, festivals: [{ ...festival, city: null, award: null, section: 'Panorama' }] }
  const taken = asks({ sheet: incoming, paths: ['festivals'] }, { title: { ...title, sheet: there } })
  assert.deepEqual(taken.as === 'changed' && taken.sheet.festivals, [{ ...festival, section: 'Panorama' }])
})
