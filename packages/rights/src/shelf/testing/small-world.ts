/**
 * A world small enough to be reckoned cell by cell: a few leaves of each dimension that lines and requests name, and one leaf
 * that stands for all the others, with as many cells as they are.
 */
import fc from 'fast-check'
import { ENTRY_KINDS, type Line, meets, type Request } from '../../book/line.ts'
import { CutSet } from '../../box/cut-set.ts'
import { type Day, dayOf, PERPETUITY, SINCE_EVER } from '../../days/day.ts'
import { LanguageSet } from '../../languages/language-set.ts'
import { LANGUAGES, type Use } from '../../languages/languages.ts'
import { ALL_MEDIA, mediaOf } from '../../media/media-set.ts'
import { MEDIA } from '../../media/tree.ts'
import { type Cell, naiveCell } from '../../naive/naive.ts'
import { LEAVES } from '../../territories/leaves.ts'
import { TerritorySet } from '../../territories/territory-set.ts'

export const CUTS = ['52', '90']

const territories = [
  TerritorySet.world,
  TerritorySet.world.minus(TerritorySet.of(['FR'])),
  TerritorySet.of(['FR', 'BE-fr']),
  TerritorySet.of(['BE-fr', 'BE-nl']),
  TerritorySet.of(['DE']),
  TerritorySet.of(['FR']),
  TerritorySet.of(['DE', 'FR', 'BE-fr', 'BE-nl']),
]
const media = [ALL_MEDIA, mediaOf(['svod']), mediaOf(['free-tv']), mediaOf(['svod', 'free-tv']), ALL_MEDIA & ~mediaOf(['svod'])]
const languages = [
  LanguageSet.all,
  LanguageSet.of(['fr']),
  LanguageSet.of(['de:dubbed', 'fr']),
  LanguageSet.all.minus(LanguageSet.of(['fr:subtitled'])),
  LanguageSet.make(0b0010, []),
  LanguageSet.all.minus(LanguageSet.of(['de'])),
]
const cuts = [CutSet.all, CutSet.of(['52']), CutSet.of(['52', '90']), CutSet.all.minus(CutSet.of(['90']))]

/** The first is drawn most of the time, as in a book. */
const mostly = <T>([usual, ...others]: readonly T[], weight = 3): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(usual!), weight }, { arbitrary: fc.constantFrom(...others), weight: 2 })

/** Days from late in February of a leap year on. */
export const START = dayOf('2028-02-20')!

const day = (horizon: number): fc.Arbitrary<Day> => fc.integer({ min: START, max: START + horizon - 1 })
const begin = (horizon: number): fc.Arbitrary<Day> => fc.oneof({ arbitrary: day(horizon), weight: 3 }, fc.constant(SINCE_EVER))
const end = (horizon: number): fc.Arbitrary<Day> => fc.oneof({ arbitrary: day(horizon), weight: 3 }, fc.constant(PERPETUITY))

const box = (horizon: number) =>
  fc
    .record({
      territories: mostly(territories, 1),
      media: mostly(media, 1),
      languages: mostly(languages),
      cuts: mostly(cuts),
      a: begin(horizon),
      b: end(horizon),
    })
    // now and then a window is the wrong way round and holds no day
    .map(({ a, b, ...sets }) => ({ ...sets, from: a, to: b }))

export const TODAY = START + 2

export const line = (horizon: number): fc.Arbitrary<Line> =>
  fc
    .record({
      entry: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom(...ENTRY_KINDS, 'grant' as const),
      exclusive: fc.boolean(),
      box: box(horizon),
      expires: fc.constantFrom(TODAY - 1, TODAY, TODAY + 1, PERPETUITY),
      undated: fc.boolean(),
    })
    .map((one) => ({ ...one, ...(one.kind === 'option' ? { exclusive: false } : { expires: PERPETUITY }) }))

const everything: Line = {
  entry: 'world',
  kind: 'grant',
  exclusive: true,
  box: {
    territories: TerritorySet.world,
    media: ALL_MEDIA,
    languages: LanguageSet.all,
    cuts: CutSet.all,
    from: SINCE_EVER,
    to: PERPETUITY,
  },
  expires: PERPETUITY,
  undated: false,
}

/** The lines of one title; half of the titles are held for good and everywhere. */
export const lines = (horizon: number): fc.Arbitrary<Line[]> =>
  fc.tuple(fc.boolean(), fc.array(line(horizon), { maxLength: 9 })).map(([all, some]) => (all ? [everything, ...some] : some))

export const request = (horizon: number): fc.Arbitrary<Request> => fc.record({ box: box(horizon), exclusive: fc.boolean() })

// ---------------------------------------------------------------- cell by cell

const USES_TOLD_APART: readonly [Use, number][] = [['original', 2], ['dubbed', 1], ['subtitled', 1]] // prettier-ignore
const weigh = (leaves: readonly string[], other: string, all: number): [string, number][] => [
  ...leaves.map((leaf): [string, number] => [leaf, 1]),
  [other, all - leaves.length],
]
const TERRITORY_CELLS = weigh(['FR', 'BE-fr', 'BE-nl', 'DE'], 'JP', LEAVES.length)
const MEDIA_CELLS = weigh(['svod', 'free-tv'], 'clips', MEDIA.length)
const LANGUAGE_CELLS = weigh(['fr', 'de'], 'zu', LANGUAGES.length)
const OTHER_CUT = 'another'

/** The cells of a request on one day, with the number of cells that each stands for. */
function cellsOn({ box }: Request, day: Day): { cell: Cell; weight: number }[] {
  const cells: { cell: Cell; weight: number }[] = []
  for (const [territory, t] of TERRITORY_CELLS.filter(([leaf]) => box.territories.has(leaf)))
    for (const [code, m] of MEDIA_CELLS) {
      const medium = MEDIA.findIndex((leaf) => leaf.code === code)
      if (((box.media >>> medium) & 1) === 0) continue
      for (const [language, l] of LANGUAGE_CELLS)
        for (const [use, u] of USES_TOLD_APART) {
          if (!box.languages.has(language, use)) continue
          for (const cut of [...CUTS, OTHER_CUT])
            if (box.cuts.has(cut)) cells.push({ cell: { territory, medium, language, use, cut, day }, weight: t * m * l * u })
        }
    }
  return cells
}

export interface NaiveShelf {
  answer: 'full' | 'partial' | 'none'
  share: number
  soonest: Day | null
}

/** All that the columns say of one title and request, from its cells alone; of two cuts it lists these. */
export function naiveShelf(lines: readonly Line[], request: Request, today: Day, horizon: number, listed = CUTS): NaiveShelf {
  const first = Math.max(request.box.from, today)
  const { to } = request.box
  // nothing begins or ends after the horizon: its day stands for all that follow
  const beyond = START + horizon
  let [all, met, countedAll, countedMet] = [0, 0, 0, 0]
  const wholeDays = new Set<Day>()
  const template = cellsOn(request, 0)
  const boxes = lines.map(({ box }) => box).filter(({ from, to: last }) => from <= last)
  const counted = new Set([...listed, ...boxes.flatMap(({ cuts: { named } }) => named), ...request.box.cuts.named, OTHER_CUT])
  if (template.length === 0 || first > to) return { answer: 'none', share: 0, soonest: null }
  for (let day = first; day <= beyond; day++) {
    const weightOfDay = day < beyond ? 1 : to - beyond + 1
    let whole = true
    for (const { cell, weight } of template) {
      const isMet = meets(naiveCell(lines, { ...cell, day }, today).status, request.exclusive)
      whole &&= isMet
      if (day > to) continue
      all++
      met += Number(isMet)
      if (!counted.has(cell.cut)) continue
      countedAll += weight * weightOfDay
      if (isMet) countedMet += weight * weightOfDay
    }
    if (whole) wholeDays.add(day)
  }
  const lasts = (from: Day, until: Day): boolean => {
    for (let day = from; day <= Math.min(until, beyond); day++) if (!wholeDays.has(day)) return false
    return until <= beyond || wholeDays.has(beyond)
  }
  let soonest: Day | null = null
  for (let day = first; day <= beyond && soonest === null; day++) {
    if (lasts(day, to === PERPETUITY ? PERPETUITY : day + to - first)) soonest = day
  }
  return { answer: met === 0 ? 'none' : met === all ? 'full' : 'partial', share: countedMet / countedAll, soonest }
}
