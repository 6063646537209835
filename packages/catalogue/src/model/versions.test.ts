import assert from 'node:assert/strict'
import { test } from 'node:test'
import { versionsOfCut, versionsOfFilm } from './versions.ts'

const french = { language: 'fr', use: 'dubbed', hardOfHearing: false } as const
const polish = { language: 'pl', use: 'subtitled', hardOfHearing: false } as const

test('a cut has its own versions, or else those of the film', () => {
  assert.deepEqual(versionsOfCut({ versions: [french] }, { versions: [polish] }), [polish])
  assert.deepEqual(versionsOfCut({ versions: [french] }, { versions: [] }), [french])
  assert.deepEqual(versionsOfCut({ versions: [] }, { versions: [] }), [])
})

test('a film whose cuts all have versions of their own can be had in those, and not in the film’s', () => {
  const cut = { minutes: 52, episodes: null }
  assert.deepEqual(versionsOfFilm({ versions: [french], cuts: [{ ...cut, versions: [polish] }] }), [polish])
  assert.deepEqual(versionsOfFilm({ versions: [french], cuts: [{ ...cut, versions: [polish] }, { ...cut, minutes: 90, versions: [] }] }), [french, polish]) // prettier-ignore
  assert.deepEqual(versionsOfFilm({ versions: [french], cuts: [] }), [french])
})
