import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTerms } from '@vitrine/rights/book/read-book'
import { emptyBox, emptyEntry, entryOf, fieldsOf } from './entry-fields.ts'

test('what a form holds is what the book reads, and comes back the same', () => {
  const fields = {
    ...emptyEntry(),
    party: 'Canal Sud',
    runs: '3',
    catchUpDays: '7',
    eventKind: 'delivery',
    eventMonths: '24',
    price: 'WSP 4.99 EUR; Tier 4',
    boxes: [{ ...emptyBox(), territory: 'France, Monaco', media: 'free-tv', cuts: '52’', from: '2027-01-01', to: '2029-12-31' }],
    holdbacks: [{ ...emptyBox(), territory: 'France', media: 'svod' }],
  }
  const terms = readTerms(entryOf(fields), 'x')
  assert.deepEqual(
    [
      terms.runs?.count,
      terms.runs?.catchUpDays,
      terms.event?.months,
      terms.boxes[0]?.cuts,
      terms.imposes.length,
      terms.price?.length,
    ],
    [3, 7, 24, ['52'], 1, 2],
  )
  assert.deepEqual(fieldsOf(entryOf(fields)), { ...fields, boxes: [{ ...fields.boxes[0]!, cuts: '52' }] })
})

test('several boxes stay several', () => {
  const boxes = [
    { ...emptyBox(), territory: 'France', media: 'tv' },
    { ...emptyBox(), territory: 'Italy', media: 'svod', languages: 'it' },
  ]
  assert.deepEqual(fieldsOf(entryOf({ ...emptyEntry(), boxes })).boxes, boxes)
})

test('a number that is none goes to the house as it was typed, which refuses it by field', () => {
  assert.throws(
    () =>
      readTerms(entryOf({ ...emptyEntry(), runs: 'three', boxes: [{ ...emptyBox(), territory: 'France', media: 'tv' }] }), 'x'),
    /runs/,
  )
})
