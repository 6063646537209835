import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { priceIn, priceText, shareIn, shareText } from './amount.ts'

test('a price that is written back is read as the same price', () => {
  for (const currency of ['EUR', 'USD', 'JPY'])
    for (const minor of [0, 1, 50, 100, 12_345, 1_250_000, 99_999_999])
      assert.equal(priceIn(priceText(minor, currency), currency), minor, `${minor} ${currency}`)
})
test('what is no price is none', () => {
  for (const text of ['twelve', '-3', '1e3']) assert.equal(priceIn(text, 'EUR'), null, text)
  assert.equal(priceIn('100', 'EURO'), null)
  assert.equal(priceIn(' ', 'EUR'), 0)
})
test('shares are read to the hundredth of a percent', () => {
  assert.deepEqual(['50', '33,33 %', '33.3', '100', '', '101', 'half'].map(shareIn), [5_000, 3_333, 3_330, 10_000, 0, null, null])
  for (const share of [0, 1, 3_333, 5_000, 10_000]) assert.equal(shareIn(shareText(share)), share)
})
