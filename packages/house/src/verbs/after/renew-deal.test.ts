import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import type { OfferTerms } from '@vitrine/deals/offer/offer'
import { readTerms } from '@vitrine/rights/book/read-book'
import { renewed } from './renew-deal.ts'

test('a holdback that ends with the licence begins with its renewal too, and owes nothing for the time before', () => {
  const imposed = (from: string | null, to: string | undefined) => {
    const rights = readTerms({ kind: 'licence', territory: 'France', media: 'free tv', from: '2027-01-01', to, holdbacks: [{ territory: 'France', media: 'svod', from }] }, 'x') // prettier-ignore
    const terms: OfferTerms = { currency: 'EUR', package: null, payments: [], expires: null, withholding: 0, note: null, lines: [{ titleId: 't', title: 'Salt', minor: 0, materials: [], rights }] } // prettier-ignore
    const box = renewed(terms).lines[0]!.rights.imposes[0]!
    return [box.from, box.to]
  }
  assert.deepEqual(imposed('2027-01-01', '2028-12-31'), ['2029-01-01', null])
  assert.deepEqual(imposed(null, '2028-12-31'), [null, null])
  assert.deepEqual(imposed('2030-06-01', '2028-12-31'), ['2030-06-01', null])
  // a licence in perpetuity is left as it is, and its holdback with it
  assert.deepEqual(imposed('2027-06-01', undefined), ['2027-06-01', null])
})

test('a holdback with days of its own keeps its place to the beginning or the end of the licence', () => {
  const held = (from: string | null, to: string, licence: [string | undefined, string | undefined] = ['2027-01-01', '2028-12-31']) => {
    const rights = readTerms({ kind: 'licence', territory: 'France', media: 'free tv', from: licence[0], to: licence[1], holdbacks: [{ territory: 'France', media: 'svod', from, to }] }, 'x') // prettier-ignore
    const terms: OfferTerms = { currency: 'EUR', package: null, payments: [], expires: null, withholding: 0, note: null, lines: [{ titleId: 't', title: 'Salt', minor: 0, materials: [], rights }] } // prettier-ignore
    return renewed(terms).lines[0]!.rights.imposes.map((box) => [box.from, box.to])
  }
  // for the term, written as days: for the new term
  assert.deepEqual(held('2027-01-01', '2028-12-31'), [['2029-01-01', '2030-12-31']])
  // the first six months, and the six months after the first three
  assert.deepEqual(held('2027-01-01', '2027-06-30'), [['2029-01-01', '2029-06-30']])
  assert.deepEqual(held('2027-04-01', '2027-09-30'), [['2029-04-01', '2029-09-30']])
  // twelve months after the end: behind the new end, whether it holds during the licence or not
  assert.deepEqual(held('2027-01-01', '2029-12-31'), [['2029-01-01', '2031-12-31']])
  assert.deepEqual(held('2029-01-01', '2029-12-31'), [['2031-01-01', '2031-12-31']])
  // days that are no whole months keep their number
  assert.deepEqual(held('2027-01-11', '2027-02-19'), [['2029-01-11', '2029-02-19']])
  // it held before the licence too: the renewal owes nothing for the time before it
  assert.deepEqual(held('2026-06-01', '2027-06-30'), [['2029-01-01', '2029-06-30']])
  assert.deepEqual(held(null, '2027-06-30'), [['2029-01-01', '2029-06-30']])
  assert.deepEqual(held('2026-06-01', '2026-12-31'), [])
  // a leap day: a year of 366 days, renewed for the year after
  assert.deepEqual(held('2028-01-01', '2028-12-31', ['2028-01-01', '2028-12-31']), [['2029-01-01', '2029-12-31']])
  assert.deepEqual(held('2028-01-01', '2028-02-29', ['2028-01-01', '2028-12-31']), [['2029-01-01', '2029-02-28']])
  // a licence in perpetuity is left as it is, and its holdback with it
  assert.deepEqual(held('2027-01-01', '2027-06-30', ['2027-01-01', undefined]), [['2027-01-01', '2027-06-30']])
  // a licence since ever goes on for ever: what begins when it is over never does
  assert.deepEqual(held('2029-01-01', '2029-12-31', [undefined, '2028-12-31']), [])
  assert.deepEqual(held('2028-01-01', '2029-12-31', [undefined, '2028-12-31']), [['2029-01-01', null]])
  // renewed once more, it keeps its place once more
  assert.deepEqual(held('2029-01-01', '2029-06-30', ['2029-01-01', '2030-12-31']), [['2031-01-01', '2031-06-30']])
}) // prettier-ignore

test('of a licence of several boxes a holdback keeps its place to the first and the last day of all', () => {
  const rights = readTerms({ kind: 'licence', boxes: [{ territory: 'France', media: 'free tv', from: '2027-01-01', to: '2028-12-31' }, { territory: 'France', media: 'pay tv', from: '2027-07-01', to: '2028-12-31' }], holdbacks: [{ territory: 'France', media: 'svod', from: '2027-01-01', to: '2029-06-30' }] }, 'x') // prettier-ignore
  const terms: OfferTerms = { currency: 'EUR', package: null, payments: [], expires: null, withholding: 0, note: null, lines: [{ titleId: 't', title: 'Salt', minor: 0, materials: [], rights }] } // prettier-ignore
  const now = renewed(terms).lines[0]!.rights
  assert.deepEqual(now.boxes.map(({ from, to }) => [from, to]), [['2029-01-01', '2030-12-31'], ['2029-01-01', '2030-06-30']]) // prettier-ignore
  assert.deepEqual(
    now.imposes.map(({ from, to }) => [from, to]),
    [['2029-01-01', '2031-06-30']],
  )
})
