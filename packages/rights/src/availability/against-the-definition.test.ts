/** The engine against the definition (naive/naive.ts), cell by cell, on random books. A long run: `node packages/rights/src/testing/long-run.ts 100000000`. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { compareBook } from '../testing/compare.ts'

const BOOKS = 8_000
const CELLS = 130

test('a million random cells are what the definition says', () => {
  for (let seed = 1; seed <= BOOKS; seed++) compareBook(seed, CELLS)
  assert.ok(BOOKS * CELLS >= 1_000_000)
})

/** Seeds that once found a mistake, with what it was. */
const FOUND: readonly [seed: number, what: string][] = []

for (const [seed, what] of FOUND) test(`seed ${seed}: ${what}`, () => compareBook(seed, 2_000))
