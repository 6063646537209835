import type { Request } from '@vitrine/rights/book/line'
import type { Day } from '@vitrine/rights/days/day'
import type { Columns } from '@vitrine/rights/shelf/columns'
import { ask } from '@vitrine/rights/shelf/question'
import { type Ranked, Ranking } from '@vitrine/rights/shelf/rank'
import { soonest } from '@vitrine/rights/shelf/soonest'
import type { SheetCuts } from './sheet-cuts.ts'

const MOST_TITLES = 1_000_000 // in all kept rankings of one book: some 20 MB, more where pages are turned to the last
const LONGEST = 4_000 // of a question that is kept

/** A question about the catalogue. */
export interface AskedOfAll {
  request: Request
  /** The question as it was put: what tells it from any other. */
  text: string
  today: Day
  /** The films in question, in the order in which equal ones stand. */
  titles: Uint32Array
  /** What sheets list of cuts, where it counts. */
  cuts: SheetCuts
}

/** The ranked answer to a question, its pages worked out as they are asked for. */
export interface RankedOnce {
  readonly titles: Uint32Array
  readonly cuts: SheetCuts
  readonly ranking: Ranking
  /** So many films from a place on; of those that have a part, also the day on which all of it comes free. */
  page(from: number, limit: number): Ranked[]
}

const kept = new WeakMap<Columns, Map<string, RankedOnce>>()

/**
 * The ranking of a question, from those that were made already where neither the book has changed since nor the cuts that sheets list: the page of rights opens with the
 * same question for everybody, and whoever turns to its next page asks it again.
 */
export function rankOnce(columns: Columns, asked: AskedOfAll): RankedOnce {
  let rankings = kept.get(columns)
  if (rankings === undefined) kept.set(columns, (rankings = new Map()))
  const key = `${asked.today} ${asked.text}`
  const known = rankings.get(key)
  rankings.delete(key)
  const isThis =
    known?.ranking.version === columns.version && known.cuts === asked.cuts && sameNumbers(known.titles, asked.titles)
  const ranked = isThis ? known : rankingOf(columns, asked)
  if (key.length <= LONGEST) rankings.set(key, ranked) // the last to be forgotten
  forgetOldest(rankings, columns.version)
  return ranked
}

function rankingOf(columns: Columns, { request, today, titles, cuts }: AskedOfAll): RankedOnce {
  const question = ask(columns, request, today)
  const ranking = new Ranking(columns, question, { titles, cutsOf: (title) => cuts.get(title) ?? [] })
  const days = new Map<number, Day | null>()
  // of films that have a part the ranking does not need the day; whoever reads the page does
  const dayOf = (title: number): Day | null => {
    if (question !== null && !days.has(title)) days.set(title, soonest(columns, question, title))
    return days.get(title) ?? null
  }
  const withDay = (row: Ranked): Ranked => (row.answer === 'partial' ? { ...row, soonest: dayOf(row.title) } : row)
  return { titles, cuts, ranking, page: (from, limit) => ranking.page(from, limit).map(withDay) }
}

const sameNumbers = (some: Uint32Array, others: Uint32Array): boolean =>
  some.length === others.length && some.every((one, at) => one === others[at])

function forgetOldest(rankings: Map<string, RankedOnce>, version: number): void {
  let count = 0
  for (const { titles } of rankings.values()) count += titles.length + 1_000
  for (const [key, { titles, ranking }] of rankings) {
    if (count <= MOST_TITLES && ranking.version === version) continue
    rankings.delete(key)
    count -= titles.length + 1_000
  }
}
