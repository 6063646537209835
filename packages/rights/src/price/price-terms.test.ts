import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePrice, PRICE_NAMES, PriceError, printPrice, readPrice, WORD_PRICES, type PriceTerm } from './price-terms.ts'

test('prices as they are typed, in either language and either way of writing amounts', () => {
  const fee = (currency: string, minor: number): PriceTerm => ({ name: 'LicenseFee', currency, minor })
  for (const [text, price] of [
    ['LicenseFee 12500 EUR', fee('EUR', 1_250_000)],
    ['licence fee: EUR 12,500', fee('EUR', 1_250_000)],
    ['License fee 12 500,50 eur', fee('EUR', 1_250_050)],
    ['fee 12.500,50 EUR', fee('EUR', 1_250_050)],
    ['Redevance 3000 JPY', fee('JPY', 3000)],
    ['fee 1.250 KWD', fee('KWD', 1250)],
    ['fee 1.250 EUR', fee('EUR', 125_000)],
    ['wsp 4.99 EUR', { name: 'WSP', currency: 'EUR', minor: 499 }],
    ['SRP-PostTax 9,90 CHF', { name: 'SRP-PostTax', currency: 'CHF', minor: 990 }],
    ['Tier 4', { name: 'Tier', text: '4' }],
    ['palier Nouveautés A', { name: 'Tier', text: 'Nouveautés A' }],
  ] as const)
    assert.deepEqual(parsePrice(text), [price], text)
  assert.deepEqual(
    parsePrice('WSP 4.99 EUR; SRP 9,99 EUR\nTier 4 ;').map(({ name }) => name),
    ['WSP', 'SRP', 'Tier'],
  )
  assert.deepEqual(parsePrice(' '), [])
})

test('what is no price is refused with what to write', () => {
  for (const text of [
    '4.99 EUR',
    'WSP',
    'WSP EUR',
    'WSP 4.99',
    'WSP 4.9999 EUR',
    'WSP -4 EUR',
    'WSP 4.99 XYZ',
    'WSP 1.2.3 EUR',
    'fee 4.5 JPY',
    'Tier',
    'Bounty 4 EUR',
    'WSP 1 EUR; wsp 2 EUR',
    'WSP 999999999999999 EUR',
    `Tier ${'x'.repeat(61)}`,
  ])
    // prettier-ignore
    assert.throws(() => parsePrice(text), PriceError, text)
  for (const value of [
    null,
    'WSP',
    {},
    { name: 'WSP', text: '4' },
    { name: 'WSP', currency: 'EUR', minor: 1.5 },
    { name: 'WSP', currency: 'EUR', minor: -1 },
    { name: 'Tier', text: 'a; b' },
    { name: 'toString', text: 'x' },
  ])
    // prettier-ignore
    assert.throws(() => readPrice([value]), PriceError, JSON.stringify(value))
})

test('every price is read back as the same from what is printed, and from what a program gives', () => {
  const words: readonly string[] = WORD_PRICES
  for (const currency of ['EUR', 'JPY', 'KWD'])
    for (const minor of [0, 7, 1250, 123_456_789]) {
      const terms = PRICE_NAMES.map((name) => (words.includes(name) ? { name, text: '4 b' } : { name, currency, minor })) as PriceTerm[] // prettier-ignore
      assert.deepEqual(parsePrice(printPrice(terms)), terms)
      assert.deepEqual(readPrice(JSON.parse(JSON.stringify(terms)) as unknown[]), terms)
    }
})
