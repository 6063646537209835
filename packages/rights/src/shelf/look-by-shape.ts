/**
 * One look at every line of the shapes that a question is about, shape by shape: proves the answer of nearly every title, as
 * looking title by title does (classes.ts), by the same reasoning from the same notes.
 */
import { FULL, NONE, OPEN, PARTIAL } from './answers.ts'
import { type ByShape, NOTES } from './by-shape.ts'
import type { Columns } from './columns.ts'
import type { Question } from './question.ts'
import { coversAll, LAPSES, LEAVES, WITNESSES } from './relations.ts'
import { GRANT, KIND_BITS } from './shapes.ts'

/** Beside the leaves of a title's grants: it has one; it has more than one; one of them grants all that is asked. */
const ONE = 1
const MORE = 2
const WHOLE = 4
/** Beside the leaves of what blocks: something does; it blocks all that is asked. */
const BLOCKS = 2
const BLOCKS_ALL = 1

/** Writes the answers by their titles' places, and returns the places of titles that changed since the picture was taken. */
export function lookByShape(
  columns: Columns,
  question: Question,
  titles: Uint32Array | undefined,
  answers: Uint8Array,
): Uint32Array {
  const picture = columns.byShape()
  picture.noted.fill(0)
  const { shapes: relations } = question
  const { flags } = columns.shapes
  // shapes that came after the picture are of stale titles alone
  const shapes = Math.min(relations.length, picture.starts.length)
  for (let shape = 0; shape < shapes; shape++) {
    const relation = relations[shape]!
    if (relation === 0) continue
    if ((flags[shape]! & KIND_BITS) === GRANT) noteGrants(picture, shape, relation, question)
    else noteBlockers(picture, shape, relation, question)
  }
  const { noted, stale } = picture
  const everyWitness = question.witnesses | (question.witnesses << 16)
  const staleAt: number[] = []
  for (let at = 0; at < answers.length; at++) {
    const title = titles === undefined ? at : titles[at]!
    if (stale.size > 0 && stale.has(title)) staleAt.push(at)
    else if (title * NOTES < noted.length) answers[at] = answerOf(noted, title * NOTES, everyWitness)
  }
  return Uint32Array.from(staleAt)
}

function answerOf(noted: Int32Array, at: number, everyWitness: number): number {
  const granted = noted[at]!
  const grants = noted[at + 1]!
  const blockers = noted[at + 3]!
  if ((grants & ONE) === 0 || (blockers & BLOCKS_ALL) !== 0) return NONE
  if (blockers !== 0) return (granted & ~noted[at + 2]!) !== 0 || (grants & ~blockers & LEAVES) !== 0 ? PARTIAL : OPEN
  if ((grants & WHOLE) !== 0) return FULL
  // nothing is in the way of what is granted, which is not all if one line grants it, or if a witness is not
  return (grants & MORE) === 0 || granted !== everyWitness ? PARTIAL : OPEN
}

// In both: `early` and `late` are all ones or none, on the first and the last day of the request. To choose by them costs nothing,
// to branch on them would cost most of the time.

function noteGrants(
  { starts, ends, titles, from, to, noted }: ByShape,
  shape: number,
  relation: number,
  { box }: Question,
): void {
  const { from: first, to: last } = box
  const onFirst = relation & WITNESSES
  const onLast = onFirst << 16
  const leaves = (relation & LEAVES) | ONE
  const whole = coversAll(relation) ? WHOLE : 0
  const end = ends[shape]!
  for (let line = starts[shape]!; line < end; line++) {
    const since = from[line]!
    const until = to[line]!
    if (since > last || until < first) continue
    const early = ~((first - since) >> 31)
    const late = ~((until - last) >> 31)
    const at = titles[line]! * NOTES
    noted[at]! |= (onFirst & early) | (onLast & late)
    const before = noted[at + 1]!
    noted[at + 1] = before | leaves | ((before & ONE) << 1) | (whole & early & late)
  }
}

function noteBlockers(
  { starts, ends, titles, from, to, expires, noted }: ByShape,
  shape: number,
  relation: number,
  { box, today }: Question,
): void {
  const { from: first, to: last } = box
  const onFirst = relation & WITNESSES
  const onLast = onFirst << 16
  const leaves = (relation & LEAVES) | BLOCKS
  const whole = coversAll(relation) ? BLOCKS_ALL : 0
  const lapses = (relation & LAPSES) !== 0
  const end = ends[shape]!
  for (let line = starts[shape]!; line < end; line++) {
    const since = from[line]!
    const until = to[line]!
    if (since > last || until < first || (lapses && expires[line]! < today)) continue
    const early = ~((first - since) >> 31)
    const late = ~((until - last) >> 31)
    const at = titles[line]! * NOTES
    noted[at + 2]! |= (onFirst & early) | (onLast & late)
    noted[at + 3]! |= leaves | (whole & early & late)
  }
}
