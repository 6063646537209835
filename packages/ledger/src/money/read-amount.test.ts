import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import fc from 'fast-check'
import { amountReadings, readAmount } from './read-amount.ts'

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
  ['15000.00', 'JPY', 15_000],
  ['15 000,0', 'JPY', 15_000],
  ['1.5000', 'JPY', null],
  ['1.000', 'JPY', 1000],
  ['12.345', 'KWD', null],
  ['12.3456', 'EUR', null],
  ['1.234.567,89', 'EUR', 123_456_789],
  ['1,23,456', 'EUR', null],
  ['12,50,', 'EUR', null],
  ['', 'EUR', null],
  ['ten', 'EUR', null],
  ['1e3', 'EUR', null],
  ['99999999999999999', 'EUR', null],
  ['15000.00', 'EUR', 1_500_000],
  ['15 000,00', 'EUR', 1_500_000],
  ['15,000.00', 'EUR', 1_500_000],
  ['15\u202f000,00\u00a0€', 'EUR', 1_500_000],
  ['EUR 15,000', 'EUR', 1_500_000],
  ['15000 eur', 'EUR', 1_500_000],
  ['$15,000', 'USD', 1_500_000],
  ['15 000 $US', 'USD', 1_500_000],
  ['US$15,000.00', 'USD', 1_500_000],
  ['€15,000', 'USD', null],
  ['\u22123', 'EUR', -300],
  ['-EUR 3.00', 'EUR', -300],
  ['EUR -3', 'EUR', -300],
  ['-EUR -3', 'EUR', null],
  ['-$5', 'USD', -500],
  ['15\u202f000 F\u202fCFA', 'XOF', 15_000],
  ['0.500', 'EUR', null],
  ['0,500', 'EUR', null],
  ['15 00', 'EUR', null],
  ['1 50', 'EUR', null],
  ["12'50", 'CHF', null],
  ['15000.000', 'EUR', null],
  ['15000.000', 'KWD', 15_000_000],
  ['12.3450', 'KWD', 12_345],
  ['0.500', 'KWD', 500],
  ['15 000.500', 'EUR', null],
  ['12,345', 'KWD', null],
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

/** How amounts are written where the trade is: what parts thousands, and what stands before the cents. */
const HABITS = [',.', ' ,', '.,', "'.", ' .', "',"] as const
/** The naive reader: what a text says to somebody of each habit. */
function meanings(text: string, digits: number): Set<number> {
  const found = new Set<number>()
  for (const [group, mark] of HABITS) {
    const [, whole, fraction = ''] =
      new RegExp(`^((?:[1-9]\\d{0,2}(?:[${group}]\\d{3})+)|\\d+)(?:[${mark}](\\d*))?$`).exec(text) ?? []
    if (whole === undefined) continue
    // what a mark with three digits means is thousands, and cents only where a currency has three
    const cents = digits < 3 && fraction.length === 3 ? fraction : fraction.replace(/0+$/, '')
    if (cents.length <= digits) found.add(Number(whole.replaceAll(/\D/g, '') + cents.padEnd(digits, '0')))
  }
  return found
}
const written = fc
  .array(fc.tuple(fc.constantFrom('', '.', ',', ' ', "'"), fc.constantFrom('1', '0', '00', '12', '500', '000', '3450')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.map(([mark, digits], n) => (n === 0 ? digits : mark + digits)).join(''))

test('whatever is typed: read where all who write so mean the same, asked about where they do not, else no amount', () => {
  fc.assert(
    fc.property(
      written,
      fc.constantFrom(['JPY', 0] as const, ['EUR', 2] as const, ['KWD', 3] as const),
      (text, [currency, digits]) => {
        const meant = [...meanings(text, digits)].toSorted((a, b) => b - a)
        assert.deepEqual(amountReadings(text, currency), meant, `${text} ${currency}`)
        assert.equal(readAmount(text, currency), meant.length === 1 ? meant[0] : null)
      },
    ),
    { seed: 3, numRuns: 3000 },
  )
})
