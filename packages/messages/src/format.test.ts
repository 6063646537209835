import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoLanguageName, isoLanguages } from '@vitrine/catalogue/tables/iso-639-3'
import {
  askForRareLanguages,
  capitalise,
  countryName,
  formatCut,
  formatDay,
  formatInstant,
  formatList,
  formatNumber,
  isoDuration,
  languageName,
} from './format.ts'
import { plural, preferredLocale } from './locale.ts'

test('days, numbers and lists are written as each language writes them', () => {
  assert.equal(formatDay('en', '2026-03-14'), '14 March 2026')
  assert.equal(formatDay('fr', '2026-03-14'), '14 mars 2026')
  assert.deepEqual(
    [
      formatDay('fr', '2029-06-01'),
      formatDay('fr', '2029-06-01', 'short'),
      formatDay('fr', '2029-06-11'),
      formatDay('en', '2029-06-01'),
    ],
    ['1er juin 2029', '1er juin 2029', '11 juin 2029', '1 June 2029'],
  )
  assert.equal(formatDay('fr', '2026-03-31T23:30:00.000Z', 'month'), 'mars 2026')
  assert.equal(formatDay('en', 'one day'), 'one day')
  assert.equal(formatNumber('en', 12345), '12,345')
  assert.equal(formatNumber('fr', 12345), '12\u202f345')
  assert.equal(formatList('fr', ['a', 'b', 'c']), 'a, b et c')
  assert.equal(plural('fr', 0, { one: 'film', other: 'films' }), 'film')
  assert.equal(plural('en', 0, { one: 'film', other: 'films' }), 'films')
})

test('the first of a month is 1er in French, in every year and style, and no other day is', () => {
  const written = { en: /^(\d{1,2}) \p{L}+ \d{4}$/u, fr: /^(1er|\d{1,2}) \p{L}+\.? \d{4}$/u }
  for (let at = Date.UTC(1999, 0, 1); at < Date.UTC(2041, 0, 1); at += 86_400_000) {
    const day = new Date(at).toISOString()
    const number = Number(day.slice(8, 10))
    for (const locale of ['en', 'fr'] as const)
      for (const style of ['long', 'short'] as const) {
        const said = formatDay(locale, day.slice(0, 10), style)
        assert.equal(written[locale].exec(said)?.[1], locale === 'fr' && number === 1 ? '1er' : String(number), said)
      }
    assert.equal(formatInstant('fr', day).startsWith('1er '), number === 1, formatInstant('fr', day))
    assert.match(formatDay('fr', day, 'month'), /^\p{L}+ \d{4}$/u)
  }
})

test('cuts and durations', () => {
  assert.equal(formatCut({ minutes: 52, episodes: null }), '52\u00a0min')
  assert.equal(formatCut({ minutes: 52, episodes: 3 }), '3\u00a0×\u00a052\u00a0min')
  assert.equal(isoDuration(52), 'PT52M')
  assert.equal(isoDuration(120), 'PT2H')
  assert.equal(isoDuration(95), 'PT1H35M')
})

test('countries and languages, Kosovo and Tamashek included; nonsense is returned as it came', () => {
  assert.equal(countryName('fr', 'DE'), 'Allemagne')
  assert.equal(countryName('en', 'XK'), 'Kosovo')
  assert.equal(countryName('en', '<b>'), '<b>')
  assert.equal(languageName('en', 'tmh'), 'Tamashek')
  assert.equal(languageName('fr', 'fon'), 'fon', 'its French name, though it is its code')
  for (const locale of ['en', 'fr'] as const) {
    assert.equal(languageName(locale, 'sva'), 'Svan', 'which CLDR does not name')
    assert.match(languageName(locale, 'sva-GE'), /^Svan \(G.+\)$/)
    assert.equal(languageName(locale, 'qaa'), 'qaa', 'which nobody names')
  }
  assert.equal(languageName('fr', 'und'), 'langue non précisée')
  assert.equal(capitalise('fr', languageName('fr', 'fr')), 'Français')
  assert.equal(languageName('en', 'not a language'), 'not a language')
})

test('the browser’s preferred language, among ours', () => {
  assert.equal(preferredLocale('de-DE,fr;q=0.8,en;q=0.5', 'en'), 'fr')
  assert.equal(preferredLocale('fr;q=0, en;q=0.1', 'fr'), 'en')
  assert.equal(preferredLocale(null, 'fr'), 'fr')
  assert.equal(preferredLocale(';;;q=,,', 'en'), 'en')
})

/** In French. */
const CALLED_BY_THEIR_CODE = new Set(['fon', 'gan', 'tiv', 'yao'])

test('every language of ISO 639-3 has a name in each language of the house', () => {
  for (const { iso6393, iso6391 } of isoLanguages())
    for (const locale of ['en', 'fr'] as const) {
      const code = iso6391 ?? iso6393
      const name = languageName(locale, code)
      assert.ok(name.length > 0 && (name !== code || CALLED_BY_THEIR_CODE.has(code)), `${locale} ${code}: ${name}`)
    }
})

test('where there is no list, another source may be asked, and the code stands until it answers', () => {
  askForRareLanguages((code) => ({ abq: 'Abaza' })[code])
  assert.deepEqual(['abq', 'sva'].map((code) => languageName('en', code)), ['Abaza', 'sva']) // prettier-ignore
  askForRareLanguages(isoLanguageName)
  assert.equal(languageName('en', 'sva'), 'Svan')
})
