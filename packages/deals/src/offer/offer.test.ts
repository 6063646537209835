import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { readTerms } from '@vitrine/rights/book/read-book'
import fc from 'fast-check'
import { compareOffers } from './compare-offers.ts'
import { faultsOfOffer } from './faults-of-offer.ts'
import { type OfferLine, type OfferTerms, paymentsOf, priceOf, spreadPackage } from './offer.ts'
import { licenceOf, optionOf } from './rights-of-offer.ts'

const rights = readTerms({ kind: 'licence', exclusive: true, territory: 'DACH', media: 'free tv', from: '2027-01-01', to: '2029-12-31', runs: 3 }, 'x') // prettier-ignore
const line = (titleId: string, minor: number): OfferLine => ({ titleId, title: titleId, rights, minor, materials: [] })
const half = { share: 5000, event: 'signature' as const, days: 30, day: null }
const terms: OfferTerms = { currency: 'EUR', lines: [line('a', 250_000), line('b', 100_001)], package: null, payments: [half, { ...half, event: 'delivery' }], expires: '2027-01-31', withholding: 0, note: null } // prettier-ignore
const today = '2026-11-26'

test('the price is the sum of its films, and the payments are the whole of it, to the cent', () => {
  assert.equal(priceOf(terms), 350_001)
  assert.deepEqual(paymentsOf(terms), [175_001, 175_000])
  assert.deepEqual(faultsOfOffer(terms, today), [])
})

test('a package is given to its films so that they add up to it, whatever they cost alone', () => {
  fc.assert(
    fc.property(fc.nat(1e12), fc.array(fc.nat(1e9), { minLength: 1, maxLength: 30 }), (minor, prices) => {
      const whole = spreadPackage({ ...terms, package: { minor }, lines: prices.map((price, at) => line(`t${at}`, price)) })
      assert.equal(whole.lines.reduce((sum, one) => sum + one.minor, 0), minor) // prettier-ignore
      assert.deepEqual(faultsOfOffer(whole, today), [])
    }),
  )
})

test('an offer that does not add up says by how much', () => {
  assert.deepEqual(faultsOfOffer({ ...terms, package: { minor: 350_000 } }, today), [{ path: 'package', code: 'allocation', missing: -1 }]) // prettier-ignore
  assert.deepEqual(faultsOfOffer({ ...terms, payments: [half] }, today), [
    { path: 'payments', code: 'payment-shares', missing: 5000 },
  ])
})

test('what cannot be sent is named by its field', () => {
  const codes = (changed: Partial<OfferTerms>) =>
    faultsOfOffer({ ...terms, ...changed }, today).map(({ path, code }) => `${path} ${code}`)
  assert.deepEqual(codes({ lines: [] }), ['lines no-lines'])
  assert.deepEqual(codes({ currency: 'EURO' }), ['currency currency'])
  assert.deepEqual(codes({ expires: '2026-11-25' }), ['expires expired'])
  assert.deepEqual(codes({ expires: today }), [])
  assert.deepEqual(codes({ lines: [line('a', 0.5)] }), ['lines[0].minor price', 'lines price'])
  assert.deepEqual(codes({ withholding: 10_001 }), ['withholding withholding'])
  assert.deepEqual(codes({ payments: [{ ...half, share: 10_000, event: 'day' }] }), ['payments[0] payment-day'])
  assert.deepEqual(codes({ lines: [{ ...line('a', 1), rights: { ...rights, kind: 'option' } }] }), [
    'lines[0].rights not-a-licence',
  ])
})

test('a live offer holds its boxes as an option; what was agreed becomes the licence', () => {
  const option = optionOf(line('a', 1), { party: 'Kanal Nord', contract: 'D-1' }, '2027-01-31')
  assert.deepEqual(
    [option.kind, option.exclusive, option.expires, option.runs, option.boxes],
    ['option', false, '2027-01-31', null, rights.boxes],
  )
  const licence = licenceOf(line('a', 1), { party: 'Kanal Nord', contract: 'D-1' })
  assert.deepEqual(licence, { ...rights, party: 'Kanal Nord', contract: 'D-1' })
})

test('versions are compared film by film, by what they mean and not how it is worded', () => {
  assert.deepEqual(compareOffers(terms, terms), [])
  const worded = { ...rights, boxes: rights.boxes.map((box) => ({ ...box, territory: 'Germany, Austria, Switzerland' })) }
  assert.deepEqual(compareOffers(terms, { ...terms, lines: [{ ...line('a', 250_000), rights: worded }, line('b', 100_001)] }), [])
  const other = { ...terms, lines: [{ ...line('a', 200_000), rights: { ...rights, exclusive: false } }] }
  assert.deepEqual(compareOffers(terms, other).map(({ field, titleId }) => [field, titleId]), [['price', null], ['film-price', 'a'], ['exclusivity', 'a'], ['film', 'b']]) // prettier-ignore
})
