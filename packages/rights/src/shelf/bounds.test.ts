import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { leastSoonest, mostShare } from './bounds.ts'
import { PARTIAL } from './answers.ts'
import { classes } from './classes.ts'
import { ask } from './question.ts'
import { share } from './share.ts'
import { soonest } from './soonest.ts'
import { columnsOf } from './testing/columns-of.ts'
import { CUTS, lines, request, TODAY } from './testing/small-world.ts'

test('a bound is never on the wrong side of what it bounds', () => {
  let tight = 0
  fc.assert(
    fc.property(fc.array(lines(6), { minLength: 1, maxLength: 5 }), request(6), (book, wanted) => {
      const columns = columnsOf(book)
      const question = ask(columns, wanted, TODAY)
      if (question === null) return
      const answers = classes(columns, question)
      const [most, least] = [mostShare(columns, question), leastSoonest(columns, question)]
      for (const title of book.keys()) {
        if (answers[title] === PARTIAL) assert.ok(most(title) >= share(columns, question, title, CUTS))
        const [bound, day] = [least(title), soonest(columns, question, title)]
        if (day !== null) assert.ok(bound !== null && bound <= day)
        if (day !== null && bound === day) tight++
      }
    }),
    { numRuns: 2000, seed: 10 },
  )
  assert.ok(tight > 100)
})
