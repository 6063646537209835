/** The engine against the definition (naive/naive.ts), cell by cell, on random books. A long run: `npm run rights:long`. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { compareBook } from '../testing/compare.ts'

const BOOKS = 8_000
const CELLS = 145

test('a million random cells of requests are what the definition says', () => {
  let within = 0
  for (let seed = 1; seed <= BOOKS; seed++) within += compareBook(seed, CELLS)
  assert.ok(within >= 1_000_000, `${within} cells lay in their request`)
})

/** Seeds that once found a mistake, with what it was. */
const FOUND: readonly [seed: number, what: string][] = []

for (const [seed, what] of FOUND) test(`seed ${seed}: ${what}`, () => void compareBook(seed, 2_000))
