/** What can be said of a title without reckoning it exactly: enough to know that it does not come next in a list. */
import { type Day, PERPETUITY } from '../days/day.ts'
import { onesIn } from '../territories/territory-set.ts'
import { blockOf, placeOf } from './addresses.ts'
import type { Columns } from './columns.ts'
import type { Question } from './question.ts'
import { coversAll, LAPSES } from './relations.ts'
import { GRANT, KIND_BITS } from './shapes.ts'
import { daysAskedFor } from './soonest.ts'

/** Sums of parts are rounded; a bound must not be wrong by that. */
const ROUNDING = 1e-9

/** A bound of the share of any title: never less than it. */
export function mostShare(columns: Columns, question: Question): (title: number) => number {
  const { shapes: relations, today, box } = question
  const parts = partsOfShapes(columns, question)
  const days = box.to - box.from + 1
  return (title) => {
    const { shapes, from, to, expires } = columns.blocks[blockOf(columns.addresses[title]!)]!
    const start = placeOf(columns.addresses[title]!)
    const grantsEnd = start + columns.grants[title]!
    const end = start + columns.counts[title]!
    let granted = 0
    let blocked = 0
    for (let line = start; line < end; line++) {
      if (line >= grantsEnd && to[line]! < box.from) break
      const shape = shapes[line]!
      const relation = relations[shape]!
      if (relation === 0 || from[line]! > box.to || to[line]! < box.from) continue
      if ((relation & LAPSES) !== 0 && expires[line]! < today) continue
      const part = parts[shape]! * ((Math.min(to[line]!, box.to) - Math.max(from[line]!, box.from) + 1) / days)
      if (line < grantsEnd) granted += part
      else blocked = Math.max(blocked, part)
    }
    return Math.min(granted, 1 - blocked) + ROUNDING
  }
}

/** A bound of the day on which all of it comes free: never later than it, and null only where it never does. */
export function leastSoonest(columns: Columns, question: Question): (title: number) => Day | null {
  const { shapes: relations, today, box } = question
  const asked = daysAskedFor(question)
  const last = asked === null ? PERPETUITY : box.to
  return (title) => {
    const count = columns.counts[title] ?? 0
    if (count === 0) return null
    const { shapes, from, to, expires } = columns.blocks[blockOf(columns.addresses[title]!)]!
    const start = placeOf(columns.addresses[title]!)
    const grantsEnd = start + columns.grants[title]!
    let granted = false
    for (let line = start; line < grantsEnd && !granted; line++) granted = relations[shapes[line]!] !== 0 && to[line]! >= box.from
    if (!granted) return null
    // the longest-lasting come first: the first that is in the way holds all back until it is over
    for (let line = grantsEnd; line < start + count && to[line]! >= box.from; line++) {
      const relation = relations[shapes[line]!]!
      if (relation === 0 || from[line]! > last) continue
      if ((relation & LAPSES) !== 0 && expires[line]! < today) continue
      return to[line]! >= PERPETUITY ? null : to[line]! + 1
    }
    return box.from
  }
}

/** Which part of a day's cells a shape has: of a grant at most so much, of what blocks at least. */
function partsOfShapes({ shapes }: Columns, { shapes: relations, sets, box }: Question): Float64Array {
  const territories = partsOf(
    shapes.territorySets.values,
    sets.territories,
    (set) => set.and(box.territories).size / box.territories.size,
  )
  const media = partsOf(shapes.mediaSets.values, sets.media, (set) => onesIn(set & box.media) / onesIn(box.media))
  const languages = partsOf(shapes.languageSets.values, sets.languages, (set) => set.and(box.languages).size / box.languages.size)
  const parts = new Float64Array(relations.length)
  for (let shape = 0; shape < parts.length; shape++) {
    if (relations[shape] === 0) continue
    // how many cuts a title has is not known here
    if ((shapes.flags[shape]! & KIND_BITS) !== GRANT && !coversAll(sets.cuts[shapes.cuts[shape]!]!)) continue
    parts[shape] = territories[shapes.territories[shape]!]! * media[shapes.media[shape]!]! * languages[shapes.languages[shape]!]!
  }
  return parts
}

const partsOf = <Set>(values: readonly (Set | undefined)[], relations: Int32Array, part: (set: Set) => number): Float64Array =>
  Float64Array.from(relations, (relation, number) => (relation === 0 ? 0 : coversAll(relation) ? 1 : part(values[number]!)))
