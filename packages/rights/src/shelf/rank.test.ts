import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ANSWERS, FULL, NONE, PARTIAL } from './answers.ts'
import { classes } from './classes.ts'
import { ask } from './question.ts'
import { type Ranked, Ranking } from './rank.ts'
import { share } from './share.ts'
import { soonest } from './soonest.ts'
import { columnsOf } from './testing/columns-of.ts'
import { CUTS, lines, request, TODAY } from './testing/small-world.ts'

const cutsOf = () => CUTS
const books = fc.array(lines(6), { minLength: 1, maxLength: 25 })

test('a ranking is all titles sorted by what is known exactly of each', () => {
  fc.assert(
    fc.property(books, request(6), fc.boolean(), fc.integer({ min: 1, max: 7 }), (book, wanted, backwards, pageSize) => {
      const columns = columnsOf(book)
      const question = ask(columns, wanted, TODAY)
      const titles = backwards ? Uint32Array.from(book.keys()).reverse() : undefined
      const answers = classes(columns, question, titles)
      const plain = Array.from(answers, (answer, place): Ranked & { rank: number } => {
        const title = titles?.[place] ?? place
        const part = answer === FULL ? 1 : answer === PARTIAL ? share(columns, question!, title, CUTS) : 0
        const free = answer === NONE && question ? soonest(columns, question, title) : null
        return { title, answer: ANSWERS[answer]!, share: part, soonest: free, rank: answer }
      }).sort((a, b) => b.rank - a.rank || b.share - a.share || (a.soonest ?? Infinity) - (b.soonest ?? Infinity) || 0)
      const expected = plain.map(({ title, answer, share, soonest }) => ({ title, answer, share, soonest }))

      const ranking = new Ranking(columns, question, { cutsOf, ...(titles ? { titles } : {}) })
      const listed: Ranked[] = []
      for (let from = 0; from < answers.length; from += pageSize) listed.push(...ranking.page(from, pageSize))
      assert.deepEqual(listed, expected)
      assert.equal(ranking.counts.full + ranking.counts.partial + ranking.counts.none, answers.length)
      assert.deepEqual(ranking.page(0, answers.length + 5), expected)
    }),
    { numRuns: 1000, seed: 8 },
  )
})

test('a ranking is of one version of the book', () => {
  const columns = columnsOf([[], []])
  const ranking = new Ranking(columns, null)
  assert.deepEqual(ranking.page(0, 5).map(({ title, answer }) => [title, answer]), [[0, 'none'], [1, 'none']]) // prettier-ignore
  columns.replace(0, [])
  assert.throws(() => ranking.page(0, 1), RangeError)
})
