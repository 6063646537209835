/** The engine against the definition (naive/naive.ts), cell by cell, on random books. A long run: `npm run rights:long`. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { compareBook } from '../testing/compare.ts'
import { compareEntries } from '../testing/compare-entries.ts'

const BOOKS = 8_000
const CELLS = 145

test('a million random cells of requests are what the definition says', () => {
  let within = 0
  for (let seed = 1; seed <= BOOKS; seed++) within += compareBook(seed, CELLS)
  assert.ok(within >= 1_000_000, `${within} cells lay in their request`)
})

const BOOKS_OF_ENTRIES = 1_200

test('so are those of books as contracts write them: trade groups, events, runs, catch-up, amendments and ends, at any moment and on any day', () => {
  let within = 0
  for (let seed = 1; seed <= BOOKS_OF_ENTRIES; seed++) within += compareEntries(seed, 100)
  assert.ok(within >= 40_000, `${within} cells were on offer`)
})

/** Seeds that once found a mistake, with what it was. Of books of lines none did. */
const FOUND: readonly [seed: number, what: string][] = [
  [888, 'the months from an event ended a holdback that was promised through a day of its own'],
]

for (const [seed, what] of FOUND) test(`seed ${seed}: ${what}`, () => void compareEntries(seed, 2_000))
