import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldText, latinWordsOf, sortKeyOf, wordsOf } from './fold.ts'
import { termsOf } from './query.ts'
import { allowedErrors, distance, nearForms } from './typos.ts'

test('words are folded', () => {
  const cases: [string, string[]][] = [
    ["L'Appel de la FORÊT", ['l', 'appel', 'de', 'la', 'foret']],
    ['Œuvre, Ångström & Straße', ['oeuvre', 'angstrom', 'strasse']],
    ['Łódź — İstanbul', ['lodz', 'istanbul']],
    ['Ёлка Йод', ['елка', 'иод']],
    ['東京物語', ['東京', '京物', '物語', '語']],
    ['夜', ['夜']],
    ['ガラス', ['ガラ', 'ラス', 'ス']],
    ['2001年', ['2001', '年']],
    ['서울 이야기', ['서울', '이야기']],
    ['قِصَّة', ['قصه']],
    ['हिन्दी', ['हिन्दी']],
    ['ﬁlm ＡＢＣ', ['film', 'abc']],
    ['…!?', []],
  ]
  for (const [text, words] of cases) assert.deepEqual(wordsOf(text), words, text)
})

test('other scripts are also spelt in Latin letters, unspaced ones are not', () => {
  assert.deepEqual(latinWordsOf('Гуля Мирзоева'), ['gulya', 'mirzoeva'])
  assert.deepEqual(latinWordsOf('Émile'), [])
  assert.deepEqual(latinWordsOf('東京'), [])
})

test('folding twice is folding once, and words need no quoting', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      for (const word of wordsOf(text)) {
        assert.match(word, /^[\p{L}\p{N}\p{M}]+$/u)
        assert.ok(word.isWellFormed() && word.length <= 48)
      }
      assert.equal(foldText(foldText(text)), foldText(text))
    }),
    { numRuns: 3_000, seed: 3 },
  )
})

test('titles are sorted without their article', () => {
  assert.equal(sortKeyOf('The Salt Road'), 'salt road')
  assert.equal(sortKeyOf('L’Été'), 'ete')
  assert.equal(sortKeyOf('Les Fleuves'), 'fleuves')
  assert.equal(sortKeyOf('Another Day'), 'another day')
  assert.equal(sortKeyOf('The'), 'the')
})

test('what is asked: small words go when there are others, the last word may go on', () => {
  const asked = (text: string) => termsOf(text).map((term) => term.word + (term.prefix ? '…' : ''))
  assert.deepEqual(asked('The call of ISI'), ['call', 'isi…'])
  assert.deepEqual(asked('the call '), ['call'])
  assert.deepEqual(asked('the of'), ['the', 'of…'])
  assert.deepEqual(asked('2020'), ['2020'])
  assert.deepEqual(asked('salt salt'), ['salt'])
  assert.equal(termsOf('a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11 l12 m13 n14').length, 12)
})

test('distances', () => {
  assert.equal(distance('kalimof', 'kalimov'), 1)
  assert.equal(distance('raod', 'road'), 1)
  assert.equal(distance('road', 'road'), 0)
  assert.equal(distance('salt', 'river'), 3)
  assert.equal(distance('mirzeov', 'mirzoeva', 2, true), 1)
  assert.equal(distance('sal', 'saltwater', 1, true), 0)
})

test('distances agree with the definition, and words one letter apart share a form', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      const whole = slowDistance(a, b)
      assert.equal(distance(a, b), Math.min(whole, 3))
      const starts = Array.from({ length: b.length + 1 }, (_, n) => slowDistance(a, b.slice(0, n)))
      assert.equal(distance(a, b, 2, true), Math.min(3, ...starts))
      if (whole <= 1 && Math.min(a.length, b.length) > 1)
        assert.ok(
          nearForms(a).some((form) => nearForms(b).includes(form)),
          `${a} ${b}`,
        )
    }),
    { numRuns: 3_000, seed: 5 },
  )
})

test('short words have no typos', () => {
  assert.deepEqual(['war', 'road', 'rivers', 'tomorrow'].map(allowedErrors), [0, 1, 1, 2])
})

/** Optimal string alignment, by its definition. */
function slowDistance(a: string, b: string): number {
  const at = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    let cost = Math.min(far(i - 1, j) + 1, far(i, j - 1) + 1, far(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1))
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, far(i - 2, j - 2) + 1)
    return cost
  }
  const known = new Map<number, number>()
  const far = (i: number, j: number): number => {
    const key = i * 100 + j
    const value = known.get(key) ?? at(i, j)
    known.set(key, value)
    return value
  }
  return far(a.length, b.length)
}
