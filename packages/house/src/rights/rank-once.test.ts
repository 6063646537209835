/** A question that is put again is answered from what was reckoned, and never otherwise than if it were reckoned anew. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ask } from '@vitrine/rights/shelf/question'
import { Ranking } from '@vitrine/rights/shelf/rank'
import { soonest } from '@vitrine/rights/shelf/soonest'
import { columnsOf } from '@vitrine/rights/shelf/testing/columns-of'
import { CUTS, lines, request, TODAY } from '@vitrine/rights/shelf/testing/small-world'
import { type AskedOfAll, rankOnce } from './rank-once.ts'
import type { SheetCuts } from './sheet-cuts.ts'

/** What the sheets list of cuts, before and after an editor was there. */
const LISTED: readonly SheetCuts[] = [new Map([[1, ['52']], [2, CUTS]]), new Map([[1, [...CUTS, '26']], [4, ['52', '26']]])] // prettier-ignore
const asked = (request_: AskedOfAll['request'], text: string, titles: number[], today = TODAY, cuts = LISTED[0]!): AskedOfAll => ({ request: request_, text, today, titles: Uint32Array.from(titles), cuts }) // prettier-ignore

test('whatever is asked in whatever order, while the book changes, pages are those of a ranking that was made just now', () => {
  let again = 0
  const step = fc.record({ which: fc.nat(1), few: fc.boolean(), later: fc.constantFrom(0, 0, 1), edited: fc.constantFrom(0, 0, 0, 1), from: fc.nat(4), change: fc.option(fc.record({ title: fc.nat(5), lines: lines(6) }), { freq: 3 }) }) // prettier-ignore
  fc.assert(
    fc.property(fc.array(lines(6), { minLength: 6, maxLength: 6 }), fc.tuple(request(6), request(6)), fc.array(step, { minLength: 4, maxLength: 12 }), (book, requests, steps) => {
      const columns = columnsOf(book)
      let before: unknown = null
      for (const { which, few, later, edited, from, change } of steps) {
        if (change !== null) columns.replace(change.title, change.lines)
        const titles = few ? [4, 1, 3] : [0, 1, 2, 3, 4, 5]
        const today = TODAY + later
        const ranked = rankOnce(columns, asked(requests[which]!, String(which), titles, today, LISTED[edited]))
        if (ranked === before) again++
        before = ranked
        const question = ask(columns, requests[which]!, today)
        const anew = new Ranking(columns, question, { titles: Uint32Array.from(titles), cutsOf: (title) => LISTED[edited]!.get(title) ?? [] })
        const page = anew.page(from, 3).map((row) => (row.answer === 'partial' ? { ...row, soonest: soonest(columns, question!, row.title) } : row)) // prettier-ignore
        assert.deepEqual(ranked.page(from, 3), page)
        assert.deepEqual(ranked.ranking.counts, anew.counts)
      }
    }),
    { numRuns: 100, seed: 12 },
  ) // prettier-ignore
  assert.ok(again > 15)
})

test('the same question of the same films is reckoned once until the book changes; of many only the last are kept', () => {
  const [wanted] = fc.sample(request(6), { numRuns: 1, seed: 3 })
  const columns = columnsOf(Array.from({ length: 4 }, () => []))
  const put = (text = 'all', titles = [0, 1, 2, 3]) => rankOnce(columns, asked(wanted!, text, titles))
  const first = put()
  assert.equal(put(), first)
  assert.notEqual(put('something else'), first)
  assert.equal(put(), first)
  assert.notEqual(rankOnce(columns, asked(wanted!, 'all', [0, 1, 2, 3], TODAY, LISTED[1])), first, 'an editor added a cut')
  columns.replace(2, [])
  const second = put()
  assert.notEqual(second, first)
  for (let n = 0; n < 500; n++) put(`another ${n}`)
  assert.equal(put(), second)
  for (let n = 0; n < 1_000; n++) put(`and another ${n}`)
  assert.notEqual(put(), second)
})
