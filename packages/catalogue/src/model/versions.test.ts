import assert from 'node:assert/strict'
import { test } from 'node:test'
import { versionsOfCut } from './versions.ts'

const french = { language: 'fr', use: 'dubbed', hardOfHearing: false } as const
const polish = { language: 'pl', use: 'subtitled', hardOfHearing: false } as const

test('a cut has its own versions, or else those of the film', () => {
  assert.deepEqual(versionsOfCut({ versions: [french] }, { versions: [polish] }), [polish])
  assert.deepEqual(versionsOfCut({ versions: [french] }, { versions: [] }), [french])
  assert.deepEqual(versionsOfCut({ versions: [] }, { versions: [] }), [])
})
