/**
 * Witnesses: a few cells of a request that titles are likely to have free. Where one is met, the title's answer is not `none`,
 * and the many lines that lie elsewhere in the request need not be reckoned up. They only save time: a title for which they
 * prove nothing is reckoned exactly. So it is with leaves: a medium that some grant has and nothing that is in the way.
 */
import type { Box } from '../box/box.ts'
import { LANGUAGES, type Use, USES } from '../languages/languages.ts'
import { coversAll, FIRST_LEAF, isPart, LEAVES, MOST_LEAVES, MOST_WITNESSES, type Relations } from './relations.ts'
import { GRANT, KIND_BITS, type Shapes } from './shapes.ts'

/** So many leaves of a dimension are tried; so many languages are looked at. */
const LEAVES_TRIED = 10
const LANGUAGES_CONSIDERED = 12
/** So many of the shapes that meet a request are weighed, spread over all. */
const SHAPES_WEIGHED = 4096
/** How far it is from one leaf of a dimension to the next, in choosing combinations: grants differ in their territories most. */
const STEPS = [1, 6, 5, 8]

/** One dimension of the request: the leaves that are considered, and which of them a set of the book has, by their place. */
interface Dimension {
  readonly relations: Int32Array
  /** By shape, the number of its set. */
  readonly column: Uint32Array
  readonly leaves: number
  readonly leavesOf: (set: number) => readonly number[]
}

/**
 * Chooses the witnesses and sets their bits in the relations of the sets that have them. Answers the bits of all.
 * `concerned` are the shapes that meet the request.
 */
export function markWitnesses(shapes: Shapes, concerned: Uint32Array, sets: Relations, box: Box): number {
  const dimensions = [
    territories(shapes, sets, box),
    media(shapes, sets, box),
    languages(shapes, sets, box),
    cuts(shapes, sets, box),
  ]
  const best = dimensions.map((one) => bestLeaves(one, shapes, concerned))
  const combinations = nearest(best.map((leaves) => leaves.length))
  const all = 2 ** combinations.length - 1
  const single = singleLeaves(best)
  for (const [at, { relations, leavesOf, leaves }] of dimensions.entries()) {
    const bits = new Int32Array(leaves)
    for (const [witness, places] of combinations.entries()) bits[best[at]![places[at]!]!]! |= 1 << witness
    // a leaf of another dimension is in every set of this one
    let others = LEAVES
    for (const [bit, { dimension, leaf }] of single.entries()) {
      if (dimension !== at) continue
      bits[leaf]! |= FIRST_LEAF << bit
      others &= ~(FIRST_LEAF << bit)
    }
    for (let set = 0; set < relations.length; set++) {
      if (relations[set] === 0) continue
      if (coversAll(relations[set]!)) relations[set]! |= all | LEAVES
      else {
        relations[set]! |= others
        for (const leaf of leavesOf(set)) relations[set]! |= bits[leaf]!
      }
    }
  }
  return all
}

/** The best leaves of territories and media by turns. A bit that stands for no leaf is in all sets, and so proves nothing. */
function singleLeaves([territories, media]: readonly number[][]): { dimension: number; leaf: number }[] {
  const turns = Array.from({ length: MOST_LEAVES }, (_, turn) => [
    { dimension: 1, leaf: media![turn] },
    { dimension: 0, leaf: territories![turn] },
  ])
  return turns
    .flat()
    .flatMap(({ dimension, leaf }) => (leaf === undefined ? [] : [{ dimension, leaf }]))
    .slice(0, MOST_LEAVES)
}

/**
 * The leaves that are best to look at, the best first: many lines grant it, few stand in its way. Each next one is sought among
 * grants that have none of those before, so that titles held for one part of the world have a witness too.
 */
function bestLeaves(
  { relations, column, leaves, leavesOf }: Dimension,
  { flags, uses }: Shapes,
  concerned: Uint32Array,
): number[] {
  const granted = new Float64Array(relations.length)
  const taken = new Float64Array(relations.length)
  let grants = 0
  const step = Math.max(1, Math.ceil(concerned.length / SHAPES_WEIGHED))
  for (let at = 0; at < concerned.length; at += step) {
    const shape = concerned[at]!
    if ((flags[shape]! & KIND_BITS) === GRANT) {
      granted[column[shape]!]! += uses[shape]!
      grants += uses[shape]!
    } else taken[column[shape]!]! += uses[shape]!
  }
  const inTheWay = new Float64Array(leaves)
  for (let set = 0; set < taken.length; set++) {
    // what covers the request is as much in the way of one leaf as of another
    if (taken[set] === 0 || coversAll(relations[set]!)) continue
    for (const leaf of leavesOf(set)) inTheWay[leaf]! += taken[set]!
  }
  const chances = inTheWay.map((weight) => Math.exp(-weight / (grants + 1)))
  const granting = [...granted.keys()].filter((set) => granted[set]! > 0)
  const chosen: number[] = []
  let without = granting
  while (chosen.length < Math.min(leaves, LEAVES_TRIED) && granting.length > 0) {
    const scores = new Float64Array(leaves)
    for (const set of without) for (const leaf of leavesOf(set)) scores[leaf]! += granted[set]! * chances[leaf]!
    for (const leaf of chosen) scores[leaf] = 0
    const next = scores.indexOf(Math.max(...scores))
    if (scores[next]! > 0) {
      chosen.push(next)
      without = without.filter((set) => !leavesOf(set).includes(next))
    } else if (without.length < granting.length) without = granting
    else break
  }
  return chosen.length === 0 ? [0] : chosen
}

/** The places of the best combinations: the best leaves of all first, then those that are few steps away. */
function nearest(lengths: readonly number[]): number[][] {
  const found: number[][] = []
  const furthest = lengths.reduce((sum, length, at) => sum + (length - 1) * STEPS[at]!, 0)
  for (let steps = 0; steps <= furthest && found.length < MOST_WITNESSES; steps++) found.push(...stepsAway(lengths, 0, steps))
  return found.slice(0, MOST_WITNESSES)
}

function stepsAway(lengths: readonly number[], at: number, steps: number): number[][] {
  if (at === lengths.length) return steps === 0 ? [[]] : []
  const found: number[][] = []
  for (let place = 0; place < lengths[at]! && place * STEPS[at]! <= steps; place++)
    for (const places of stepsAway(lengths, at + 1, steps - place * STEPS[at]!)) found.push([place, ...places])
  return found
}

/** Remembers the answers for each set. */
const once = (leavesOf: (set: number) => readonly number[]): ((set: number) => readonly number[]) => {
  const known: (readonly number[])[] = []
  return (set) => (known[set] ??= leavesOf(set))
}

function territories({ territorySets, territories: column }: Shapes, { territories: relations }: Relations, box: Box): Dimension {
  const places = new Map(box.territories.bits().map((bit, place) => [bit, place]))
  const leavesOf = (set: number): number[] => territorySets.values[set]!.and(box.territories).bits().map((bit) => places.get(bit)!) // prettier-ignore
  return { relations, column, leaves: places.size, leavesOf: once(leavesOf) }
}

function media({ mediaSets, media: column }: Shapes, { media: relations }: Relations, box: Box): Dimension {
  const bits = Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => (box.media >>> bit) & 1)
  return {
    relations,
    column,
    leaves: bits.length,
    leavesOf: once(having(bits, (set, bit) => ((mediaSets.values[set]! >>> bit) & 1) === 1)),
  }
}

/** A language that nobody names stands for all such; the others are those that the request or the book names. */
function languages(
  { languageSets, languages: column }: Shapes,
  { languages: relations }: Relations,
  { languages: wanted }: Box,
): Dimension {
  const named = new Set(wanted.named.keys())
  for (let set = 0; set < relations.length && named.size < LANGUAGES_CONSIDERED; set++)
    if (isPart(relations[set]!)) for (const language of languageSets.values[set]!.named.keys()) named.add(language)
  const unnamed = LANGUAGES.find(
    (language) => !named.has(language) && !languageSets.values.some((set) => set?.named.has(language)),
  )
  const considered = unnamed === undefined ? [...named] : [unnamed, ...named]
  const leaves = considered.flatMap((language) => USES.filter((use) => wanted.has(language, use)).map((use): [string, Use] => [language, use])) // prettier-ignore
  return {
    relations,
    column,
    leaves: leaves.length,
    leavesOf: once(having(leaves, (set, leaf) => languageSets.values[set]!.has(...leaf))),
  }
}

/** The cuts that the request or the book names, and one that nobody does. */
function cuts({ cutSets, cuts: column }: Shapes, { cuts: relations }: Relations, { cuts: wanted }: Box): Dimension {
  const named = new Set(wanted.named)
  for (let set = 0; set < relations.length; set++)
    if (isPart(relations[set]!)) for (const cut of cutSets.values[set]!.named) named.add(cut)
  let unnamed = '-'
  while (named.has(unnamed)) unnamed += '-'
  const leaves = [unnamed, ...named].filter((cut) => wanted.has(cut))
  return { relations, column, leaves: leaves.length, leavesOf: once(having(leaves, (set, cut) => cutSets.values[set]!.has(cut))) }
}

const having = <Leaf>(leaves: readonly Leaf[], has: (set: number, leaf: Leaf) => boolean) => (set: number): number[] =>
  leaves.flatMap((leaf, place) => (has(set, leaf) ? [place] : [])) // prettier-ignore
