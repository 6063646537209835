import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codesOf, parseWords, printWords } from './word-list.ts'

test('what was printed is read back the same', () => {
  const word = fc
    .string({ minLength: 1 })
    .map((s) => s.replaceAll('"', '').trim())
    .filter((s) => s !== '')
  fc.assert(
    fc.property(fc.array(word), (words) => assert.deepEqual(parseWords(printWords(words)), words)),
    { seed: 3 },
  )
})

test('names in either language, accents or none, give their code; the unknown is named', () => {
  const names = new Map([
    ['FR', ['France']],
    ['ES', ['Spain', 'Espagne']],
    ['CI', ['Côte d’Ivoire']],
  ])
  assert.deepEqual(codesOf(['espagne', 'fr', 'Cote d’Ivoire', 'Ruritania', 'France'], names), {
    codes: ['ES', 'FR', 'CI'],
    unknown: ['Ruritania'],
  })
})
