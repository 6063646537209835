import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet, type FestivalEntry } from '@vitrine/catalogue'
import { fillIn } from './fill-in.ts'

const festival = (over: Partial<FestivalEntry>): FestivalEntry => ({ festival: 'FIPADOC', year: 2021, city: null, country: null, section: null, award: null, premiere: null, ...over }) // prettier-ignore
const standing = {
  ...emptySheet('The Salt Road'),
  themes: ['water'],
  productionCompanies: [{ name: 'Témps Noir', country: 'FR' }],
  festivals: [festival({ city: 'Biarritz', award: 'Jury Prize' })],
}

test('where a sheet is silent, what was said stays: in the title, and within the same festival or company', () => {
  const incoming = {
    ...emptySheet('The Salt Road'),
    productionCompanies: [
      { name: 'Temps Noir', country: null },
      { name: 'Havn Film', country: 'DK' },
    ],
    festivals: [festival({ country: 'FR' }), festival({ festival: 'IDFA' })],
  }
  const merged = fillIn(standing, incoming)
  assert.deepEqual(merged.themes, ['water'])
  assert.deepEqual(merged.productionCompanies, [
    { name: 'Temps Noir', country: 'FR' },
    { name: 'Havn Film', country: 'DK' },
  ])
  assert.deepEqual(merged.festivals, [
    festival({ city: 'Biarritz', country: 'FR', award: 'Jury Prize' }),
    festival({ festival: 'IDFA' }),
  ])
})

test('what a sheet says replaces what was said, and nothing is mixed where two items could be meant', () => {
  assert.equal(fillIn(standing, { ...standing, productionCompanies: [{ name: 'Temps Noir', country: 'BE' }] }).productionCompanies[0]!.country, 'BE') // prettier-ignore
  const two = [festival({ section: 'Panorama' }), festival({ section: 'Schools' })]
  assert.deepEqual(fillIn(standing, { ...standing, festivals: two }).festivals, two)
  assert.deepEqual(fillIn({ ...standing, festivals: two }, { ...standing, festivals: [festival({})] }).festivals, [festival({})])
})

test('what the title says already in another place, order or blank is nothing new', () => {
  const version = (language: string, use: 'original' | 'subtitled' | null) => ({ language, use, hardOfHearing: false })
  const both = [version('ar-EG', 'original'), version('en', 'subtitled')]
  const there = {
    ...standing,
    titles: { fr: 'La Route du sel' },
    originalLanguages: ['ar-EG'],
    cuts: [{ minutes: 52, episodes: null, versions: both }],
    synopsis: { fr: 'Le sel\u00a0: rien d’autre.' },
    lead: { en: { text: 'Salt is back.', writtenOn: '2026-01-01' } },
  }
  const bare = { ...emptySheet('The Salt Road'), cuts: [{ minutes: 52, episodes: null, versions: [] }] }
  const incoming = {
    ...bare,
    otherTitles: [{ title: 'La Route du sel', language: 'fr' }],
    originalLanguages: ['ar'],
    versions: [version('en', null), version('ar', 'original')],
    synopsis: { fr: 'Le sel : rien d’autre.' },
    lead: { en: { text: 'Salt is back.', writtenOn: null } },
  }
  assert.deepEqual(fillIn(there, incoming), there)
  const turned = { ...bare, cuts: [{ minutes: 52, episodes: null, versions: both.toReversed() }] }
  assert.deepEqual(fillIn(there, turned), there)
  // a use that differs, a language that is missing, a title that is new
  const dubbed = [{ minutes: 52, episodes: null, versions: [version('en', 'original')] }]
  assert.deepEqual(fillIn(there, { ...bare, cuts: dubbed }).cuts, dubbed)
  assert.deepEqual(fillIn(there, { ...bare, versions: [version('fr', null)] }).versions, [version('fr', null)])
  const others = [{ title: 'La Route du sel', language: 'fr' }, { title: 'Saltvejen', language: 'da' }] // prettier-ignore
  assert.deepEqual(fillIn(there, { ...bare, otherTitles: others }).otherTitles, [others[1]])
})
