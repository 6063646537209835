import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTerms } from '@vitrine/rights/book/read-book'
import { conditionsOf } from './conditions.ts'

const terms = readTerms({ kind: 'licence', exclusive: true, territory: 'Poland', media: 'free tv', from: '2027-01-01', to: '2029-12-31', runs: 2, catchUpDays: 7, holdbacks: [{ territory: 'Poland', media: 'svod' }] }, 'offer') // prettier-ignore

test('a buyer reads all that they accept: exclusivity, runs and what is kept free for them', () => {
  const said = (locale: 'en' | 'fr') => conditionsOf(terms, locale).map(({ field, label, text }) => `${field} ${label}: ${text}`)
  const en = said('en')
  assert.equal(en[0], 'exclusivity Exclusivity: exclusive')
  assert.match(en[1]!, /^runs Runs: 2 runs.*7 days/)
  assert.match(en[2]!, /^holdbacks .*Poland · SVOD/)
  assert.match(said('fr')[0]!, /^exclusivity Exclusivité: exclusif$/)
  assert.deepEqual(conditionsOf({ ...terms, exclusive: false, runs: null, imposes: [] }, 'en').map(({ text }) => text), ['non-exclusive']) // prettier-ignore
})

test('a term that waits for something says for what', () => {
  const waits = { ...terms, runs: null, imposes: [], event: { kind: 'delivery' as const, date: null, months: 12 } }
  assert.match(conditionsOf(waits, 'en')[1]!.text, /deliver/)
})
