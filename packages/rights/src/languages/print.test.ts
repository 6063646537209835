import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { LANGUAGES } from './languages.ts'
import { languageName } from './names.ts'
import { LanguageSet } from './language-set.ts'
import { parseLanguages } from './parse.ts'
import { printLanguages } from './print.ts'

test('the wording', () => {
  const wordings: [string, string, string, string][] = [
    ['all', 'all', 'all languages', 'toutes langues'],
    ['fr', 'fr', 'French', 'français'],
    ['all - fr', 'all excl. fr', 'all languages excl. French', 'toutes langues hors français'],
    ['de:dubbed, de:subtitled', 'de:dubbed, de:subtitled', 'German dubbed & subtitled', 'allemand doublé & sous-titré'],
    [
      'all:dubbed, fr:original',
      'all:dubbed, fr:original',
      'all languages (dubbed), French original',
      'toutes langues (doublé), français original',
    ],
  ]
  for (const [expression, codes, english, french] of wordings) {
    const set = parseLanguages(expression)
    assert.equal(printLanguages(set, 'en'), codes)
    assert.equal(printLanguages(set, 'en', { names: 'full' }), english)
    assert.equal(printLanguages(set, 'fr', { names: 'full' }), french)
  }
  assert.equal(printLanguages(LanguageSet.none, 'en'), 'none')
})

test('the name of every language reads back as that language, and is its plain name wherever that does', () => {
  for (const locale of ['en', 'fr'] as const) {
    for (const language of LANGUAGES) {
      const said = printLanguages(LanguageSet.of([language]), locale, { names: 'full' })
      assert.deepEqual(parseLanguages(said).leaves(), [language], `${locale} ${language}: ${said}`)
      const name = languageName(language, locale)
      if (said !== name) assert.notDeepEqual(parsedOrNull(name), [language], `${locale} ${language}: ${name}`)
    }
  }
})

function parsedOrNull(expression: string): string[] | null {
  try {
    return parseLanguages(expression).leaves()
  } catch {
    return null
  }
}

const uses = fc.integer({ min: 0, max: 15 })
const named = fc.array(fc.tuple(fc.constantFrom(...LANGUAGES), uses), { maxLength: 6 })

test('law: what is printed reads back as the set', () => {
  fc.assert(
    fc.property(uses, named, (rest, languages) => {
      const set = LanguageSet.make(rest, new Map(languages))
      fc.pre(!set.isEmpty)
      for (const locale of ['en', 'fr'] as const) {
        for (const names of ['codes', 'full'] as const) {
          const text = printLanguages(set, locale, { names })
          assert.equal(parseLanguages(text).key, set.key, text)
        }
      }
    }),
    { seed: 20261125, numRuns: 1500 },
  )
})

test('law for every language alone, in every use', () => {
  for (const code of LANGUAGES) {
    for (const mask of [1, 2, 4, 8, 15]) {
      const set = LanguageSet.make(0, [[code, mask]])
      for (const locale of ['en', 'fr'] as const)
        assert.equal(parseLanguages(printLanguages(set, locale, { names: 'full' })).key, set.key)
    }
  }
})

test('names', () => {
  assert.equal(languageName('de', 'fr'), 'allemand')
  assert.throws(() => languageName('xx', 'en'), RangeError)
})
