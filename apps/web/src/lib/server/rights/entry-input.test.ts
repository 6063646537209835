import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BoxInWords } from '@vitrine/house'
import { readTerms } from '@vitrine/rights/book/read-book'
import { entryOf, fieldsOf } from '../../desk/rights/entry-fields.ts'
import { compareTerms } from './compare-terms.ts'
import { entryInputOf } from './entry-input.ts'

const words = (territory: string, media: string, languages: string): BoxInWords => ({ territories: { text: territory, leaves: [] }, media: { text: media, leaves: [] }, languages: { text: languages, leaves: [] }, cuts: null, cutsExcept: null, cutText: null, from: null, to: null }) // prettier-ignore
const terms = readTerms({ kind: 'licence', exclusive: true, territory: 'Benelux', media: 'vod', languages: 'fr:dubbed', from: '2027-01-01', to: '2028-12-31', runs: 2, broadcasts: ['2027-02-01'], event: { kind: 'delivery' }, holdbacks: [{ territory: 'FR', media: 'svod' }], price: 'WSP 4.99 EUR; Tier 4' }, 'x') // prettier-ignore
const holdback = words('France', 'SVOD', 'all languages')

test('an entry goes into the form and comes out meaning the same', () => {
  const input = entryInputOf({
    terms,
    boxes: [words('Belgium, Luxembourg, Netherlands', 'VOD', 'French (dubbed)')],
    imposes: [holdback],
  })
  assert.deepEqual({ ...readTerms(entryOf(fieldsOf(input)), 'x'), note: null }, terms)
  assert.equal((input['boxes'] as { territory: string }[])[0]!.territory, 'Benelux')
})

test('a wording that no longer means what was signed gives way to one that does', () => {
  const signed = { ...terms, boxes: [{ ...terms.boxes[0]!, territories: ['FR', 'LU'] }] }
  const input = entryInputOf({
    terms: signed,
    boxes: [words('France, Luxembourg', 'no such medium', 'nonsense')],
    imposes: [holdback],
  })
  const [box] = input['boxes'] as { territory: string; media: string; languages: string }[]
  assert.equal(box!.territory, 'France, Luxembourg')
  assert.deepEqual(readTerms(entryOf(fieldsOf(input)), 'x').boxes[0]!.media, terms.boxes[0]!.media)
  assert.equal(box!.languages, 'fr:dubbed')
})

test('two versions are told apart field by field', () => {
  const state = { terms, text: 'VOD · Benelux', status: 'draft' as const }
  assert.deepEqual(compareTerms(state, state), [])
  const after = {
    terms: { ...terms, party: 'Canal Sud', price: [{ name: 'Tier', text: '5' } as const] },
    text: 'VOD · World',
    status: 'signed' as const,
  }
  assert.deepEqual(compareTerms(state, after), [
    { field: 'status', before: 'draft', after: 'signed' },
    { field: 'terms', before: 'VOD · Benelux', after: 'VOD · World' },
    { field: 'party', before: '', after: 'Canal Sud' },
    { field: 'price', before: 'WSP 4.99 EUR; Tier 4', after: 'Tier 5' },
  ])
})
