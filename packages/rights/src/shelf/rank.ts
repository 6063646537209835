/** A catalogue in the order in which a buyer should see it: what has all of it, then the most of it, then what is soonest free. */
import type { Answer } from '../book/line.ts'
import type { Day } from '../days/day.ts'
import { leastSoonest, mostShare } from './bounds.ts'
import { ANSWERS, FULL, NONE, PARTIAL } from './answers.ts'
import { classes } from './classes.ts'
import type { Columns } from './columns.ts'
import { LazyOrder } from './lazy-order.ts'
import type { Question } from './question.ts'
import { soonestOf } from './soonest.ts'
import { Sweep } from './sweep.ts'

export interface Ranked {
  readonly title: number
  readonly answer: Answer
  /** The part of the request that can be had: 1 of a full answer, 0 of none. */
  readonly share: number
  /** Of a title that has none of it: the first day from which it has all, or null if no such day is in sight. */
  readonly soonest: Day | null
}

export interface RankOptions {
  /** The titles in question, in the order in which equal ones are to stand; without it all titles, by number. */
  readonly titles?: Uint32Array
  /** The cuts of a title. */
  readonly cutsOf?: (title: number) => readonly string[]
}

/**
 * The ranked answer to a question. Pages are worked out as they are asked for: shares and days of titles that cannot be on
 * them are not reckoned. It holds for one version of the columns.
 *
 * @example
 * const ranking = new Ranking(columns, ask(columns, request, today))
 * ranking.counts                                  // { full: 1, partial: 1, none: 0 }
 * ranking.page(0, 50).map(({ title }) => title)   // [1, 0]: the best first
 */
export class Ranking {
  readonly counts: Readonly<Record<Answer, number>>
  readonly version: number
  private readonly found: Ranked[] = []
  private readonly remaining: Iterator<Ranked>
  private readonly columns: Columns

  constructor(columns: Columns, question: Question | null, options: RankOptions = {}) {
    const answers = classes(columns, question, options.titles)
    const counts = [0, 0, 0]
    for (const answer of answers) counts[answer]!++
    this.counts = { none: counts[NONE]!, partial: counts[PARTIAL]!, full: counts[FULL]! }
    this.columns = columns
    this.version = columns.version
    this.remaining = inOrder(columns, question, answers, options)
  }

  /**
   * So many titles from a place on.
   *
   * @throws RangeError when the book has changed since: the places are not the same any more.
   */
  page(from: number, limit: number): Ranked[] {
    if (this.version !== this.columns.version) throw new RangeError('The book has changed since this question was put.')
    while (this.found.length < from + limit) {
      const { value, done } = this.remaining.next()
      if (done) break
      this.found.push(value)
    }
    return this.found.slice(from, from + limit)
  }
}

function* inOrder(
  columns: Columns,
  question: Question | null,
  answers: Uint8Array,
  { titles, cutsOf = () => [] }: RankOptions,
): Generator<Ranked> {
  const titleAt = (place: number): number => titles?.[place] ?? place
  const placesWith = (answer: number): Uint32Array => {
    const places = new Uint32Array(answers.length)
    let count = 0
    for (let place = 0; place < answers.length; place++) if (answers[place] === answer) places[count++] = place
    return places.subarray(0, count)
  }
  const ranked = (place: number, share: number, soonest: Day | null): Ranked => ({
    title: titleAt(place),
    answer: ANSWERS[answers[place]!]!,
    share,
    soonest,
  })

  for (const place of placesWith(FULL)) yield ranked(place, 1, null)
  if (question === null) {
    for (const place of answers.keys()) yield ranked(place, 0, null)
    return
  }
  const sweep = new Sweep(columns, question)

  const most = mostShare(columns, question)
  const partial = placesWith(PARTIAL)
  const byShare = new LazyOrder(
    Float64Array.from(partial, (place) => -most(titleAt(place))),
    (thing) => {
      const title = titleAt(partial[thing]!)
      sweep.gather(title)
      return -sweep.share(cutsOf(title))
    },
  )
  for (let next = byShare.next(); next !== null; next = byShare.next()) yield ranked(partial[next.thing]!, -next.key, null)

  const least = leastSoonest(columns, question)
  const none = placesWith(NONE)
  const byDay = new LazyOrder(
    Float64Array.from(none, (place) => least(titleAt(place)) ?? Infinity),
    (thing) => soonestOf(sweep, question, titleAt(none[thing]!)) ?? Infinity,
  )
  for (let next = byDay.next(); next !== null; next = byDay.next())
    yield ranked(none[next.thing]!, 0, next.key === Infinity ? null : next.key)
}
