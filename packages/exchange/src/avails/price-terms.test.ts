import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePrice, PRICE_NAMES, printPrice } from '@vitrine/rights/price/price-terms'
import fc from 'fast-check'
import type { Avail, AvailTerm } from './avail.ts'
import { profileOf } from './format-profile.ts'
import { madeMovieAvails } from './made-avails.ts'
import { pricesTogether, priceOfTerms, shareFee, termsOfPrice } from './price-terms.ts'

const typed = parsePrice('LicenseFee 100.01 EUR; WSP 4.99 EUR; Tier 4')
const withTerms = (terms: AvailTerm[]): Avail => {
  const avail = fc.sample(madeMovieAvails, { numRuns: 1, seed: 3 })[0]![0]!
  return { ...avail, transaction: { ...avail.transaction, terms } }
}

test('every price of the book is a term of avails and comes back', () => {
  for (const name of PRICE_NAMES) {
    const price = parsePrice(name === 'Tier' || name === 'Category' ? `${name} 4` : `${name} 12.50 EUR`)
    assert.deepEqual(priceOfTerms(termsOfPrice(price)), { price, left: new Map() }, name)
  }
})

test('terms of a price that the book does not take are named, by why; others are none of its business', () => {
  const terms: AvailTerm[] = [
    { name: 'TPR-WSP', kind: 'money', amount: { currency: 'EUR', minor: 1 } },
    { name: 'WSP', kind: 'money', amount: { currency: 'EUR', minor: 2 } },
    { name: 'WSP', kind: 'money', amount: { currency: 'USD', minor: 3 } },
    { name: 'SRP', kind: 'text', text: 'four' },
    { name: 'LicenseFee', kind: 'money', amount: { currency: 'EUR', minor: -5 } },
    { name: 'AnnounceDate', kind: 'moment', at: '2027-01-01' },
  ]
  const { price, left } = priceOfTerms(terms)
  assert.deepEqual(price, [{ name: 'WSP', currency: 'EUR', minor: 2 }])
  assert.deepEqual([...left].map(([why, names]) => [why, ...names]), [['price', 'TPR-WSP'], ['price-twice', 'WSP'], ['price-form', 'SRP', 'LicenseFee']]) // prettier-ignore
})

test('a fee that several avails say adds up to itself; a price of each sale stands in all of them', () => {
  const { avails, shared } = shareFee([1, 2, 3].map(() => withTerms(termsOfPrice(typed))))
  const prices = avails.map(({ transaction }) => priceOfTerms(transaction.terms).price)
  assert.deepEqual(prices.map(printPrice), ['LicenseFee 33.34 EUR; WSP 4.99 EUR; Tier 4', 'LicenseFee 33.34 EUR; WSP 4.99 EUR; Tier 4', 'LicenseFee 33.33 EUR; WSP 4.99 EUR; Tier 4']) // prettier-ignore
  assert.equal(shared, '100.01 EUR')
  assert.deepEqual(pricesTogether(pricesTogether(prices[0]!, prices[1]!)!, prices[2]!), typed)
  assert.equal(pricesTogether(typed, parsePrice('LicenseFee 100.01 EUR; WSP 4.98 EUR; Tier 4')), null)
  assert.equal(pricesTogether(typed, parsePrice('LicenseFee 100.01 USD; WSP 4.99 EUR; Tier 4')), null)
  assert.equal(shareFee([withTerms(termsOfPrice(typed))]).shared, null)
})

test('the definition of a film is the best that is named', () => {
  for (const [texts, profile] of [
    [['colour', '16:9'], null],
    [['HD', 'DCP', 'DVD'], 'HD'],
    [['4K', 'HD'], 'UHD'],
    [['Apple ProRes 422 HQ UHD'], 'UHD'],
    [['DCP 2K'], 'HD'],
    [['1080p25'], 'HD'],
    [['Digibeta PAL'], 'SD'],
    [['35mm', 'b/w', '14k'], null],
  ] as const)
    assert.equal(profileOf(texts), profile, texts.join())
})
