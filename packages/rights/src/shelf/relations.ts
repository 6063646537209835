/** How the sets of a book lie to those of a request. */
import type { Box } from '../box/box.ts'
import type { Shapes } from './shapes.ts'

/**
 * What a set has to do with the set asked for, as bits; of a shape, the bits that all of its sets have. The sixteen lowest
 * say which witnesses are in it: cells of the request, less their day, that are looked at before all others. The ten highest
 * do so for leaves: media and territories of the request, whatever else the cell is. Nothing is 0: they share no leaf.
 */
export const WITNESSES = 0xffff
export const MOST_WITNESSES = 16
export const LEAVES = ~0 << 22
export const FIRST_LEAF = 1 << 22
export const MOST_LEAVES = 10
/** They share a leaf. */
const MEETS = 1 << 20
/** Of a shape: it counts only while its option is alive. */
export const LAPSES = 1 << 21

/** A dimension's place here is that of its bit among four: whether all is had that is asked for in it. */
export const [MEDIA, LANGUAGES, CUTS, TERRITORIES, DIMENSIONS] = [0, 1, 2, 3, 4] as const
const FIRST_COVER = 16
const COVERS = 0b1111 << FIRST_COVER

/** Which dimensions something covers, as four bits. */
export const coverOf = (relation: number): number => (relation & COVERS) >>> FIRST_COVER
export const coversAll = (relation: number): boolean => (relation & COVERS) === COVERS
/** Whether a set has some of the set asked for, and not all of it. */
export const isPart = (relation: number): boolean => relation !== 0 && !coversAll(relation)

/** By number of the set. */
export interface Relations {
  readonly territories: Int32Array
  readonly media: Int32Array
  readonly languages: Int32Array
  readonly cuts: Int32Array
}

/** How a shape lies to the request: what all of its sets have. */
export const relationOf = (shapes: Shapes, sets: Relations, shape: number): number =>
  sets.territories[shapes.territories[shape]!]! &
  sets.media[shapes.media[shape]!]! &
  sets.languages[shapes.languages[shape]!]! &
  sets.cuts[shapes.cuts[shape]!]!

export function relate(
  { territorySets, mediaSets, languageSets, cutSets }: Shapes,
  { territories, media, languages, cuts }: Box,
): Relations {
  return {
    territories: relationTo(TERRITORIES, territorySets.values, (set) => set.meets(territories), (set) => set.covers(territories)),
    media: relationTo(MEDIA, mediaSets.values, (set) => (set & media) !== 0, (set) => (media & ~set) === 0),
    languages: relationTo(LANGUAGES, languageSets.values, (set) => set.meets(languages), (set) => set.covers(languages)),
    cuts: relationTo(CUTS, cutSets.values, (set) => set.meets(cuts), (set) => set.covers(cuts)),
  } // prettier-ignore
}

function relationTo<Set>(
  dimension: number,
  sets: readonly (Set | undefined)[],
  meets: (set: Set) => boolean,
  covers: (set: Set) => boolean,
): Int32Array {
  // the bits of the other dimensions are theirs to clear
  const part = MEETS | (COVERS & ~(1 << (FIRST_COVER + dimension)))
  const relations = new Int32Array(sets.length)
  for (let at = 0; at < sets.length; at++) {
    const set = sets[at]
    if (set !== undefined && meets(set)) relations[at] = covers(set) ? MEETS | COVERS : part
  }
  return relations
}
