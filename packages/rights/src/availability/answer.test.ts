import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import type { Box } from '../box/box.ts'
import { CutSet } from '../box/cut-set.ts'
import { type Line, meets, type Request } from '../book/line.ts'
import { type Day, dayOf, PERPETUITY, writeDay } from '../days/day.ts'
import { LanguageSet } from '../languages/language-set.ts'
import { LANGUAGES, USES } from '../languages/languages.ts'
import { mediaOf } from '../media/media-set.ts'
import { MEDIA } from '../media/tree.ts'
import { type Cell, naiveAnswer, naiveCell } from '../naive/naive.ts'
import { TerritorySet } from '../territories/territory-set.ts'
import { below, CUTS, LAST, oneOf, type Random, randomBox, randomFrom, randomLines, TODAY } from '../testing/random-book.ts'
import { answerRequest } from './answer.ts'
import { repairsOf } from './repairs.ts'

/** Stands for the cuts that nobody names, which count as one. */
const LATER = 'a later one'

/** Few enough cells to list them all. */
function smallRequest(random: Random): Request {
  const box = randomBox(random)
  const from = TODAY - 2 + below(random, 20)
  return {
    exclusive: random() < 0.6,
    box: {
      territories: TerritorySet.of(box.territories.leaves().filter((leaf) => ['FR', 'BE-fr', 'PL'].includes(leaf)).slice(0, 1 + below(random, 3)).concat('US').slice(0, 2)), // prettier-ignore
      media: mediaOf(oneOf(random, [['svod'], ['free-tv', 'catch-up'], ['theatrical', 'svod']])),
      languages: oneOf(random, [LanguageSet.all, LanguageSet.of(['fr']), LanguageSet.of(['de:dubbed', 'fr:subtitled'])]),
      cuts: oneOf(random, [CutSet.all, CutSet.of(['52']), CutSet.of(['52', '90'])]),
      from,
      to: from + below(random, 6),
    },
  }
}

function cellsOf(box: Box, from: Day, to: Day): (Cell & { weight: number })[] {
  const cells: (Cell & { weight: number })[] = []
  for (const territory of box.territories.leaves())
    for (const medium of MEDIA.keys())
      for (const language of ['de', 'fr', 'it'])
        for (const use of USES)
          for (const cut of [...CUTS, LATER])
            for (let day = from; day <= to; day++) {
              if (((box.media >>> medium) & 1) === 0 || !box.languages.has(language, use) || !box.cuts.has(cut)) continue
              cells.push({ territory, medium, language, use, cut, day, weight: language === 'it' ? LANGUAGES.length - 2 : 1 })
            }
  return cells
}

const offered = (box: Box) => ({ from: Math.max(box.from, TODAY), to: box.to })
const allMet = (lines: readonly Line[], request: Request, from: Day, to: Day): boolean =>
  cellsOf(request.box, from, to).every((cell) => meets(naiveCell(lines, cell, TODAY).status, request.exclusive))

test('the answer, the share and the first day are those of the definition, on every cell of two thousand requests', () => {
  const seen = { full: 0, partial: 0, none: 0, later: 0 }
  for (let seed = 1; seed <= 2_000; seed++) {
    const random = randomFrom(seed)
    const lines = randomLines(random)
    const request = smallRequest(random)
    const { from, to } = offered(request.box)
    const cells = cellsOf(request.box, from, to)
    const got = answerRequest(request, lines, CUTS, TODAY)
    assert.equal(got.answer, naiveAnswer(lines, cells, request, TODAY), `seed ${seed}`)
    seen[got.answer]++
    if (from > to) continue
    const weigh = (which: typeof cells) => which.reduce((sum, { weight }) => sum + weight, 0)
    const met = cells.filter((cell) => meets(naiveCell(lines, cell, TODAY).status, request.exclusive))
    assert.ok(Math.abs(got.share - weigh(met) / weigh(cells)) < 1e-12, `seed ${seed}: share ${got.share}`)
    let first: Day | null = null
    for (let day = from; day <= LAST + 40 && first === null; day++) if (allMet(lines, request, day, day + to - from)) first = day
    assert.equal(got.firstFullyMet, first, `seed ${seed}: first day`)
    if (first !== null && first > from) seen.later++
  }
  assert.ok(
    Math.min(seen.full, seen.partial, seen.none, seen.later) > 50,
    `every kind of answer came up: ${JSON.stringify(seen)}`,
  )
})

test('every repair is met by the definition and differs from what was asked', () => {
  let count = 0
  const kinds = new Set<string>()
  for (let seed = 1; seed <= 1_500; seed++) {
    const random = randomFrom(seed)
    const lines = randomLines(random)
    const request = smallRequest(random)
    for (const repair of repairsOf(request, lines, CUTS, TODAY)) {
      const { box } = repair.request
      assert.ok(box.from >= TODAY && box.from <= box.to, `seed ${seed}: days`)
      assert.ok(cellsOf(box, box.from, box.to).length > 0, `seed ${seed}: an empty repair`)
      assert.ok(
        allMet(lines, repair.request, box.from, box.to),
        `seed ${seed}: ${repair.changes.map(({ kind }) => kind).join(' and ')}`,
      )
      repair.changes.forEach(({ kind }) => kinds.add(kind))
      count++
    }
  }
  assert.ok(count > 500, `${count} repairs`)
  assert.deepEqual([...kinds].sort(), ['drop-languages', 'drop-media', 'drop-territories', 'non-exclusive', 'other-cut', 'shift-dates', 'shorten-dates']) // prettier-ignore
})

const day = (text: string): Day => dayOf(text)!
const box = (changes: Partial<Box>): Box => ({
  territories: TerritorySet.of(['FR', 'PL']),
  media: mediaOf(['svod']),
  languages: LanguageSet.all,
  cuts: CutSet.all,
  from: day('2027-01-01'),
  to: day('2029-12-31'),
  ...changes,
})
const line = (entry: string, kind: Line['kind'], changes: Partial<Box>, more: Partial<Line> = {}): Line => ({
  entry, kind, exclusive: kind === 'grant' || kind === 'licence', box: box(changes), expires: PERPETUITY, undated: false, ...more,
}) // prettier-ignore

test('a holdback in one territory: drop the territory, or wait', () => {
  const lines = [
    line('g', 'grant', { territories: TerritorySet.world, to: PERPETUITY }),
    line('h', 'holdback', { territories: TerritorySet.of(['FR']), to: day('2027-12-31') }),
  ]
  const request = { box: box({}), exclusive: true }
  const got = answerRequest(request, lines, [], day('2026-11-22'))
  assert.equal(got.answer, 'partial')
  assert.equal(writeDay(got.firstFullyMet!), '2028-01-01')
  const repairs = repairsOf(request, lines, [], day('2026-11-22'))
  assert.deepEqual(
    repairs.map(({ changes }) => changes.map(({ kind }) => kind)),
    [['shift-dates'], ['shorten-dates'], ['drop-territories']],
  )
})

test('two years that are moved end as two years do, and a month that is moved back does not begin before today', () => {
  const world = line('g', 'grant', { territories: TerritorySet.world, to: PERPETUITY })
  const windowsOf = (request: Request, lines: readonly Line[], today: string) =>
    repairsOf(request, lines, [], day(today)).flatMap(({ changes, request: { box: moved } }) =>
      changes.some(({ kind }) => kind === 'shift-dates') ? [`${writeDay(moved.from)} ${writeDay(moved.to)}`] : [],
    )
  const twoYears = { box: box({ to: day('2028-12-31') }), exclusive: true }
  const sold = line('h', 'holdback', { to: day('2028-10-31') })
  assert.deepEqual(windowsOf(twoYears, [world, sold], '2026-11-22'), ['2028-11-01 2030-10-31'])
  // France is gone from February on; Poland always: January is free of one of them, as far as it is still to come
  const february = { box: box({ from: day('2027-02-01'), to: day('2027-02-28') }), exclusive: true }
  const lines = [
    world,
    line('fr', 'holdback', { territories: TerritorySet.of(['FR']), from: day('2027-02-01'), to: PERPETUITY }),
    line('pl', 'holdback', { territories: TerritorySet.of(['PL']), from: day('2026-01-01'), to: PERPETUITY }),
  ]
  assert.deepEqual(windowsOf(february, lines, '2026-12-01')[0], '2027-01-01 2027-01-31')
  assert.deepEqual(windowsOf(february, lines, '2027-01-03')[0], '2027-01-04 2027-01-31')
})

test('a request wholly in the past has no regions, and nothing mends it', () => {
  const request = { box: box({ from: day('2020-01-01'), to: day('2021-12-31') }), exclusive: true }
  assert.deepEqual(answerRequest(request, [], [], day('2026-11-22')), {
    answer: 'none',
    share: 0,
    regions: [],
    firstFullyMet: null,
  })
  assert.deepEqual(repairsOf(request, [], [], day('2026-11-22')), [])
})
