import assert from 'node:assert/strict'
import { test } from 'node:test'
import { capitalise, countryName, formatCut, formatDay, formatList, formatNumber, isoDuration, languageName } from './format.ts'
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
