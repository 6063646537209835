import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answerRequest } from '../availability/answer.ts'
import type { Line } from '../book/line.ts'
import { type Box, EVERYTHING } from '../box/box.ts'
import { CutSet } from '../box/cut-set.ts'
import { PERPETUITY } from '../days/day.ts'
import { LanguageSet } from '../languages/language-set.ts'
import { ALL_MEDIA } from '../media/media-set.ts'
import { TerritorySet } from '../territories/territory-set.ts'
import { ANSWERS } from './answers.ts'
import { classes } from './classes.ts'
import { columnsOf } from './testing/columns-of.ts'
import { CUTS, lines, naiveShelf, request, TODAY } from './testing/small-world.ts'
import { ask } from './question.ts'
import { share } from './share.ts'
import { soonest } from './soonest.ts'

test('grants that have all of it only together make a full answer; together with a gap, a part', () => {
  const all: Line = { entry: 'a', kind: 'grant', exclusive: true, box: EVERYTHING, expires: PERPETUITY, undated: false }
  const of = (box: Partial<Box>): Line => ({ ...all, box: { ...EVERYTHING, ...box } })
  const french = TerritorySet.of(['FR', 'BE-fr'])
  const cut52 = CutSet.of(['52'])
  const halves: Line[][] = [
    [of({ territories: french }), of({ territories: TerritorySet.world.minus(french) })],
    [of({ media: 0b11 }), of({ media: ALL_MEDIA & ~0b1 })],
    [of({ languages: LanguageSet.of(['de:dubbed']) }), of({ languages: LanguageSet.all.minus(LanguageSet.of(['de'])) }), of({ languages: LanguageSet.of(['de:original', 'de:subtitled', 'de:voice-over']) })],
    [of({ cuts: cut52 }), of({ cuts: CutSet.all.minus(cut52) })],
    [of({ to: TODAY + 5 }), of({ from: TODAY + 6 })],
    [of({ territories: french }), of({ territories: TerritorySet.world.minus(french), to: TODAY + 9 }), of({ from: TODAY + 10 })],
  ] // prettier-ignore
  const gaps = halves.map((lines) => lines.slice(1))
  const columns = columnsOf([...halves, ...gaps])
  const question = ask(columns, { box: EVERYTHING, exclusive: true }, TODAY)
  const answers = Array.from(classes(columns, question), (answer) => ANSWERS[answer])
  assert.deepEqual(answers, [...halves.map(() => 'full'), ...gaps.map(() => 'partial')])
})

/** What sheets list of two cuts. */
const LISTED = [CUTS, ['52'], []]

/** Books of some titles and one request, reckoned in columns and cell by cell. */
function agrees(horizon: number, numRuns: number, seed: number): void {
  const seen = { full: 0, partial: 0, none: 0, later: 0 }
  fc.assert(
    fc.property(fc.array(lines(horizon), { minLength: 1, maxLength: 5 }), request(horizon), (book, wanted) => {
      const columns = columnsOf(book)
      const question = ask(columns, wanted, TODAY)
      const answers = classes(columns, question)
      for (const [title, titleLines] of book.entries()) {
        const listed = LISTED[title % LISTED.length]!
        const naive = naiveShelf(titleLines, wanted, TODAY, horizon, listed)
        seen[naive.answer]++
        if (naive.answer !== 'full' && naive.soonest !== null) seen.later++
        assert.equal(ANSWERS[answers[title] ?? 0], naive.answer)
        if (question === null) continue
        const part = share(columns, question, title, listed)
        assert.ok(Math.abs(part - naive.share) < 1e-9)
        assert.equal(naive.answer === 'partial', part > 0 && part < 1, `${naive.answer} with a share of ${part}`)
        const alone = answerRequest(wanted, titleLines, listed, TODAY)
        assert.ok(Math.abs(alone.share - part) < 1e-9, `the film's own page says ${alone.share}, the list ${part}`)
        assert.equal(soonest(columns, question, title), naive.soonest)
      }
    }),
    { numRuns, seed },
  )
  for (const [what, count] of Object.entries(seen)) assert.ok(count > numRuns / 20, `only ${count} of ${what}`)
}

test('answers, shares and soonest days are those of the cells: a month around a leap day', () => agrees(30, 300, 2028))
test('answers, shares and soonest days are those of the cells: few days, many books', () => agrees(6, 2500, 229))
