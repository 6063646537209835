import assert from 'node:assert/strict'
import { test } from 'node:test'
import { iso6393 } from 'iso-639-3'
import { languageOf } from './language.ts'

test('every code of ISO 639-1 and ISO 639-2 is the language that the standard says', () => {
  const written = iso6393.flatMap(({ iso6391, iso6392B, iso6392T, iso6393: code }) =>
    [iso6391, iso6392B, iso6392T].flatMap((short) => (short ? [[short, code]] : [])),
  )
  assert.ok(written.length > 500)
  assert.deepEqual(
    written.map(([short]) => [short, languageOf(short!)]),
    written,
  )
})

test('a region, capitals and codes of old make no difference; what is no code says nothing', () => {
  assert.deepEqual(['fr-CA', 'GER', 'pt_BR', 'iw', 'in', 'mo', 'scc', 'und', '', null, 'qq', 'français', '12'].map(languageOf), [
    'fra',
    'deu',
    'por',
    'heb',
    'ind',
    'ron',
    'srp',
    'und',
    'und',
    'und',
    'und',
    'und',
    'und',
  ])
})
