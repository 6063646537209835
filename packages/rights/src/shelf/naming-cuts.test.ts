import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isEmptyBox } from '../box/box.ts'
import { namingCuts } from './naming-cuts.ts'
import { ask } from './question.ts'
import { share } from './share.ts'
import { columnsOf } from './testing/columns-of.ts'
import { CUTS, lines, request, TODAY } from './testing/small-world.ts'

test('what sheets list matters only to titles that some line names cuts of, as the book changes', () => {
  const books = fc.array(lines(6), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(books, lines(6), request(6), (book, next, wanted) => {
      const columns = columnsOf(book)
      columns.replace(0, next)
      const named = [next, ...book.slice(1)].flatMap((title, at) => (title.some(({ box }) => !isEmptyBox(box) && box.cuts.named.length > 0) ? [at] : [])) // prettier-ignore
      assert.deepEqual(namingCuts(columns), named)
      const question = ask(columns, wanted, TODAY)
      if (question === null || !wanted.box.cuts.rest || wanted.box.cuts.named.length > 0) return
      for (const title of book.keys()) {
        if (named.includes(title)) continue
        assert.ok(Math.abs(share(columns, question, title, []) - share(columns, question, title, CUTS)) < 1e-9)
      }
    }),
    { numRuns: 300, seed: 31 },
  )
})
