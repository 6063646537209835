import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EntryInput, OfferView } from '@vitrine/house'
import { offerFields, type OfferFields, unpriced } from './offer-fields.ts'

const line = (title: string, price: string) => ({ title, price }) as OfferFields['lines'][number]
const fields = (over: Partial<OfferFields>) => ({ package: false, packagePrice: '', lines: [], ...over }) as OfferFields

test('a price that nobody wrote is missing; a price of nothing is one', () => {
  assert.deepEqual(unpriced(fields({ lines: [line('Salt', ''), line('Ice', '0'), line('Rain', ' ')] })), ['Salt', 'Rain'])
  assert.deepEqual(unpriced(fields({ package: true, lines: [line('Salt', '')] })), [null])
  assert.deepEqual(unpriced(fields({ package: true, packagePrice: '9 000', lines: [line('Salt', '')] })), [])
})

test('a draft that was saved without a price comes back without one, an offer for nothing as it was', () => {
  const offer = (state: OfferView['state']) =>
    ({ state, currency: 'EUR', terms: { lines: [], package: { minor: 0 }, payments: [], expires: null, withholding: 0, note: null }, message: null }) as unknown as OfferView // prettier-ignore
  assert.equal(offerFields(offer('draft'), [], 'en').packagePrice, '')
  assert.equal(offerFields(offer('live'), [], 'en').packagePrice, '0')
})

test('words that came with a version are not said again with the next one: a draft alone keeps its own', () => {
  const offer = (state: OfferView['state']) =>
    ({ state, currency: 'EUR', terms: { lines: [], package: null, payments: [], expires: null, withholding: 0, note: null }, message: 'We pay fifteen at most' }) as unknown as OfferView // prettier-ignore
  assert.equal(offerFields(offer('draft'), [], 'en').message, 'We pay fifteen at most')
  for (const state of ['live', 'countered', 'declined', 'withdrawn'] as const)
    assert.equal(offerFields(offer(state), [], 'en').message, '')
})

test('the shares of a package that make up its price go with another price; those that do not are left as they were set', () => {
  const rights = [
    { kind: 'licence', boxes: [] },
    { kind: 'licence', boxes: [] },
  ] as unknown as EntryInput[]
  const offer = (minor: number) =>
    ({ state: 'live', currency: 'EUR', terms: { lines: [400_000, 350_000].map((share) => ({ titleId: 't', title: 'Salt', minor: share, materials: [] })), package: { minor }, payments: [], expires: null, withholding: 0, note: null }, message: null }) as unknown as OfferView // prettier-ignore
  assert.equal(offerFields(offer(750_000), rights, 'en').spread, true)
  assert.equal(offerFields(offer(750_001), rights, 'en').spread, false)
})
