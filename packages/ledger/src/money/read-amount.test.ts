import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import fc from 'fast-check'
import { readAmount } from './read-amount.ts'

const SAID: readonly [text: string, currency: string, minor: number | null][] = [
  ['12,500.50', 'EUR', 1_250_050],
  ['12 500,50', 'EUR', 1_250_050],
  ['12.500,5', 'EUR', 1_250_050],
  ['12.500', 'EUR', 1_250_000],
  ['12,500', 'EUR', 1_250_000],
  ["12'500", 'CHF', 1_250_000],
  ['0,05', 'EUR', 5],
  ['-3', 'EUR', -300],
  ['-0', 'EUR', 0],
  ['1,500', 'JPY', 1500],
  ['1,5', 'JPY', null],
  ['12.345', 'KWD', null],
  ['12.3456', 'EUR', null],
  ['1.234.567,89', 'EUR', 123_456_789],
  ['1,23,456', 'EUR', null],
  ['12,50,', 'EUR', null],
  ['', 'EUR', null],
  ['ten', 'EUR', null],
  ['1e3', 'EUR', null],
  ['99999999999999999', 'EUR', null],
]

test('amounts are read as people write them, and what can be read two ways is not', () => {
  for (const [text, currency, minor] of SAID) assert.equal(readAmount(text, currency), minor, `${text} ${currency}`)
})

test('what either language prints is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom('en', 'fr', 'de', 'de-CH'), (minor, locale) => {
      const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(minor / 100).replace('−', '-')
      assert.equal(readAmount(text, 'EUR'), minor, text)
    }),
  )
})
