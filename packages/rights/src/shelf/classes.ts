/** The answer of every title of a book to a request. */
import { FULL, NONE, OPEN, PARTIAL } from './answers.ts'
import { blockOf, placeOf } from './addresses.ts'
import type { Columns } from './columns.ts'
import { lookByShape } from './look-by-shape.ts'
import type { Question } from './question.ts'
import { coversAll, LAPSES, LEAVES, WITNESSES } from './relations.ts'
import { Sweep } from './sweep.ts'

/** Of so small a part of the titles one looks title by title. */
const FEW = 0.25

/**
 * The answers of the titles named, in their order; of all titles, by number, when none are named.
 *
 * @example
 * const question = ask(columns, request, today)
 * classes(columns, question)[0] === PARTIAL // true: the first title is sold in a part of it
 * classes(columns, question)[1] === FULL    // true: the second has all of it on offer
 */
export function classes(columns: Columns, question: Question | null, titles?: Uint32Array): Uint8Array {
  const answers = new Uint8Array(titles?.length ?? columns.titles)
  if (question === null) return answers
  const few = titles !== undefined && titles.length < columns.titles * FEW
  if (few) look(columns, question, titles, answers)
  else lookAgain(columns, question, lookByShape(columns, question, titles, answers), titles, answers)
  const sweep = new Sweep(columns, question)
  for (let at = 0; at < answers.length; at++) if (answers[at] === OPEN) answers[at] = exactly(sweep, titles?.[at] ?? at)
  return answers
}

function exactly(sweep: Sweep, title: number): number {
  sweep.gather(title)
  if (!sweep.someMet()) return NONE
  return sweep.allMet() ? FULL : PARTIAL
}

/** The answers at these places, title by title. */
function lookAgain(
  columns: Columns,
  question: Question,
  places: Uint32Array,
  titles: Uint32Array | undefined,
  answers: Uint8Array,
): void {
  const again = new Uint8Array(places.length)
  look(columns, question, titles === undefined ? places : places.map((at) => titles[at]!), again)
  for (const [n, at] of places.entries()) answers[at] = again[n]!
}

/** Title by title, one pass over the lines: proves the answer of nearly every title, and leaves the rest `OPEN`. Nothing is called from here. */
function look(columns: Columns, question: Question, titles: Uint32Array | undefined, answers: Uint8Array): void {
  const { blocks, addresses, counts, grants, titles: all } = columns
  const { shapes: relations, witnesses, today } = question
  const { from: first, to: last } = question.box
  const everyWitness = witnesses | (witnesses << 16)
  for (let at = 0; at < answers.length; at++) {
    const title = titles === undefined ? at : titles[at]!
    if (title >= all) continue
    const count = counts[title]!
    if (count === 0) continue
    const address = addresses[title]!
    const { shapes, from, to, expires } = blocks[blockOf(address)]!
    const start = placeOf(address)
    const grantsEnd = start + grants[title]!
    const end = start + count

    // which witnesses are granted on the first day of the request, and, sixteen bits higher, on its last; and which leaves on any.
    // `early` and `late` are all ones or none: to choose by them costs nothing, to branch on them would cost most of the time
    let granted = 0
    let grantedLeaves = 0
    let grantLines = 0
    let whole = false
    for (let line = start; line < grantsEnd; line++) {
      const relation = relations[shapes[line]!]!
      const since = from[line]!
      const until = to[line]!
      if (relation === 0 || since > last || until < first) continue
      const early = ~((first - since) >> 31)
      const late = ~((until - last) >> 31)
      grantLines++
      granted |= (relation & early & WITNESSES) | ((relation & late & WITNESSES) << 16)
      grantedLeaves |= relation
      whole ||= coversAll(relation & early & late)
    }
    if (grantLines === 0) continue

    let blocked = 0
    let blockedLeaves = 0
    let nothing = false
    for (let line = grantsEnd; line < end && !nothing; line++) {
      const until = to[line]!
      if (until < first) break
      const relation = relations[shapes[line]!]!
      const since = from[line]!
      if (relation === 0 || since > last) continue
      if ((relation & LAPSES) !== 0 && expires[line]! < today) continue
      const early = ~((first - since) >> 31)
      const late = ~((until - last) >> 31)
      blocked |= (relation & early & WITNESSES) | ((relation & late & WITNESSES) << 16)
      blockedLeaves |= relation
      nothing = coversAll(relation & early & late)
    }
    if (nothing) continue
    if (blockedLeaves !== 0)
      answers[at] = (granted & ~blocked) !== 0 || (grantedLeaves & ~blockedLeaves & LEAVES) !== 0 ? PARTIAL : OPEN
    else if (whole) answers[at] = FULL
    // nothing is in the way of what is granted, which is not all if one line grants it, or if a witness is not
    else answers[at] = grantLines === 1 || granted !== everyWitness ? PARTIAL : OPEN
  }
}
