import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import fc from 'fast-check'
import { isBlank, readAnyYear, readPercent, readUrl, readYear } from './typed.ts'

test('a year is four digits that a sheet takes; anything else says so and is nothing else', () => {
  assert.deepEqual(['2021', ' 1895 ', '', '20x1', '202', '1066', '2O21', '12021'].map(readYear), [
    { value: 2021 },
    { value: 1895 },
    { value: null },
    ...Array.from({ length: 5 }, () => ({ wrong: 'year' })),
  ])
  assert.deepEqual(['1204', '-44', '\u221244', '', 'c. 1204'].map(readAnyYear), [
    { value: 1204 },
    { value: -44 },
    { value: -44 },
    { value: null },
    { wrong: 'number' },
  ])
})

test('a percentage is a part of a whole', () => {
  assert.deepEqual(['0', '50', '33,5 %', '100', '', '101', '-1', 'left'].map(readPercent), [
    { value: 0 },
    { value: 0.5 },
    { value: 0.335 },
    { value: 1 },
    { value: null },
    { wrong: 'percent' },
    { wrong: 'percent' },
    { wrong: 'percent' },
  ])
})

test('an address gets its beginning where that was left out; what no browser would open on a page is none', () => {
  for (const [typed, kept] of [
    ['https://vimeo.com/76979871', 'https://vimeo.com/76979871'],
    ['vimeo.com/76979871', 'https://vimeo.com/76979871'],
    ['media.example:8080/trailer', 'https://media.example:8080/trailer'],
    ['', null],
  ] as const)
    assert.deepEqual(readUrl(typed), { value: kept }, typed)
  for (const typed of ['soon', 'to come', 'javascript:alert(1)', 'mailto:a@b.example', 'https://', 'ftp://a.example/x'])
    assert.deepEqual(readUrl(typed), { wrong: 'url' }, typed)
})

test('whatever is typed is read or refused, and never fails', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const read of [readYear, readAnyYear, readPercent, readUrl]) {
        const answer = read(text)
        assert.ok('value' in answer || 'wrong' in answer)
      }
    }),
    { seed: 7, numRuns: 500 },
  )
})

test('a row is blank while it holds no more than it began with', () => {
  const blank = { language: 'en', use: null, hardOfHearing: false }
  assert.equal(isBlank(blank, blank), true)
  assert.equal(isBlank({ ...blank, language: 'fr' }, blank), false)
  assert.equal(isBlank({ role: 'photography', label: ' ', names: [] }, { role: 'photography', label: null, names: [] }), true)
})
