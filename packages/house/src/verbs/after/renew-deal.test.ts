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
