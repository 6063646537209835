import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import fc from 'fast-check'
import { readAmount } from '@vitrine/ledger/money/read-amount'
import { amountText } from '@vitrine/messages/money'
import { priceIn, priceText, shareIn, shareText } from './amount.ts'

const locale = fc.constantFrom('en' as const, 'fr' as const)
const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'TND')

test('a price that is written back is read as the same price, in either language and in every currency', () => {
  fc.assert(
    fc.property(locale, currency, fc.oneof(fc.nat(1e12), fc.nat(20_000)), (locale, currency, minor) => {
      assert.equal(readAmount(amountText(locale, minor, currency), currency), minor)
      assert.equal(priceIn(priceText(locale, minor, currency), currency), minor)
      if (minor > 0) assert.equal(readAmount(amountText(locale, -minor, currency), currency), -minor)
    }),
    { seed: 2, numRuns: 2000 },
  )
  assert.deepEqual([priceText('fr', 1_250_050, 'EUR'), priceText('en', 1_250_000, 'EUR')], ['12500,50', '12500'])
})
test('what is no price is none', () => {
  for (const text of ['twelve', '-3', '1e3']) assert.equal(priceIn(text, 'EUR'), null, text)
  assert.equal(priceIn('100', 'EURO'), null)
  assert.equal(priceIn(' ', 'EUR'), 0)
})
test('shares are read to the hundredth of a percent', () => {
  assert.deepEqual(['50', '33,33 %', '33.3', '100', '', '101', 'half'].map(shareIn), [5_000, 3_333, 3_330, 10_000, 0, null, null])
  for (const share of [0, 1, 3_333, 5_000, 10_000])
    for (const locale of ['en', 'fr'] as const) assert.equal(shareIn(shareText(locale, share)), share)
})
