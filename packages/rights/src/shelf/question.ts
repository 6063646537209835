/**
 * A request as the columns are asked it: what each shape of the book has to do with it, worked out once, so that a line costs
 * one look-up.
 */
import type { Request } from '../book/line.ts'
import { type Box, isEmptyBox } from '../box/box.ts'
import { type Day, PERPETUITY } from '../days/day.ts'
import type { Columns } from './columns.ts'
import { LAPSES, relate, type Relations, relationOf } from './relations.ts'
import { EXCLUSIVE, FLAGS, GRANT, KIND_BITS, LICENCE, OPTION, type Shapes } from './shapes.ts'
import { markWitnesses } from './witnesses.ts'

export interface Question {
  readonly request: Request
  readonly today: Day
  /** The box asked for, from today on. */
  readonly box: Box
  /** Those witnesses that there are. */
  readonly witnesses: number
  /** By shape: 0 where it makes no difference to the answer, else how it lies to the request. */
  readonly shapes: Int32Array
  /** By number of the set. */
  readonly sets: Relations
}

/** The question that a request is to a book today; null when nothing that is asked for lies before us. */
export function ask(columns: Columns, request: Request, today: Day): Question | null {
  const box = { ...request.box, from: Math.max(request.box.from, today) }
  // a window that begins when all days are over holds none
  if (isEmptyBox(box) || box.from >= PERPETUITY) return null
  const { shapes } = columns
  const sets = relate(shapes, box)
  const concerned = shapesThatMeet(shapes, sets, request.exclusive)
  const witnesses = markWitnesses(shapes, concerned, sets, box)
  const relations = new Int32Array(shapes.length)
  for (const shape of concerned) {
    const lapses = (shapes.flags[shape]! & KIND_BITS) === OPTION ? LAPSES : 0
    relations[shape] = relationOf(shapes, sets, shape) | lapses
  }
  return { request, today, box, witnesses, shapes: relations, sets }
}

/** The shapes that have a cell of the request and make a difference to its answer. */
function shapesThatMeet(
  { flags, territories, media, languages, cuts, uses, length }: Shapes,
  sets: Relations,
  exclusive: boolean,
): Uint32Array {
  const counts = Uint8Array.from({ length: FLAGS + 1 }, (_, flag) => Number(makesDifference(flag, exclusive)))
  const found = new Uint32Array(length)
  let count = 0
  for (let shape = 0; shape < length; shape++) {
    // the quickest to fail comes first
    if (sets.territories[territories[shape]!] === 0 || sets.media[media[shape]!] === 0 || counts[flags[shape]!] === 0) continue
    if (sets.languages[languages[shape]!] === 0 || sets.cuts[cuts[shape]!] === 0 || uses[shape] === 0) continue
    found[count++] = shape
  }
  return found.subarray(0, count)
}

/** Grants that can give what is asked, and all that can be in its way: the definition, read for a kind of line. */
function makesDifference(flags: number, exclusive: boolean): boolean {
  const kind = flags & KIND_BITS
  const alone = (flags & EXCLUSIVE) !== 0
  if (kind === GRANT) return alone || !exclusive
  if (kind === LICENCE) return alone || exclusive
  return true
}
