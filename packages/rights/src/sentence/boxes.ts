/** What of a sentence says where, in which media and in which languages: the union of all its expressions. */
import type { LanguageSet } from '../languages/language-set.ts'
import { ALL_MEDIA, mediaOfBranch, type MediaSet } from '../media/media-set.ts'
import { MEDIA } from '../media/tree.ts'
import { type GroupVersion, territoryGroups } from '../territories/groups.ts'
import type { TerritorySet } from '../territories/territory-set.ts'
import type { Found } from './found.ts'
import type { ExpressionNote } from './expressions.ts'
import type { Item, ItemOf } from './items.ts'
import type { Line } from './line.ts'
import { isMarker, type Notes } from './notes-of.ts'
import { areKinds } from './pieces.ts'

export interface ReadTerritories {
  readonly set: TerritorySet
  /** The groups that were named: what an entry keeps of them. */
  readonly groups: readonly GroupVersion[]
}

export interface BoxRead {
  readonly territories: Found<ReadTerritories> | null
  readonly media: Found<MediaSet> | null
  readonly languages: Found<LanguageSet> | null
}

interface ReadItem<Value> {
  readonly value: Value | null
  readonly notes: readonly ExpressionNote[]
  readonly at: number
  readonly end: number
}

const UNSURE = new Set(['left-out', 'ambiguous', 'unknown'])
const GUESSED = new Set(['codes-guessed', 'use-of-each', 'place-by-adjective', 'place-of-asker', 'reserved'])

const isEverythingBut = ({ notes }: Pick<ReadItem<unknown>, 'notes'>): boolean =>
  notes.some(({ code }) => code === 'everything-but' || code === 'reserved')

/** The territories, media and languages that some items name together. */
export function boxRead(line: Line, items: readonly Item[], notes: Notes): BoxRead {
  const several = severalBoxes(items)
  if (several) notes.add('several-boxes', several)
  const gather = <Value>(read: readonly (ReadItem<Value> | null)[], unite: (a: Value, b: Value) => Value, narrow: (a: Value, b: Value) => Value | null): Found<Value> | null => {
    const said = read.filter((item) => item !== null)
    for (const item of said) notes.ofExpression(item.notes)
    const values: Value[] = said.flatMap((item) => (item.value === null ? [] : [item.value]))
    if (values.length === 0) return null
    const isSure = said.every((item) => item.value !== null && !item.notes.some(({ code }) => UNSURE.has(code)))
    const spans = said.filter(({ value }) => value !== null).map(({ at, end }) => line.spanOf(at, end))
    const isGuessed = said.some((item) => item.notes.some(({ code }) => GUESSED.has(code)))
    const confidence = !isSure || (several && said.length > 1) ? 'unclear' : isGuessed ? 'assumed' : 'read'
    // "all rights Japan excluding theatrical": what is only excluded narrows the rest, for to add all but it would say the opposite
    const valuesOf = (isRest: boolean): Value[] => said.flatMap((item) => (item.value !== null && isEverythingBut(item) === isRest ? [item.value] : []))
    const [rests, named] = [valuesOf(true), valuesOf(false)]
    if (rests.length === 0) return { value: values.reduce<Value>(unite, values[0]!), spans, confidence }
    // "SVOD reserved to the producer, AVOD reserved to the broadcaster", with nothing else named: all but both
    let left: Value | null = named.length > 0 ? named.reduce<Value>(unite, named[0]!) : rests[0]!
    for (const rest of rests) left = left === null ? null : narrow(left, rest)
    return left === null ? { value: values.reduce<Value>(unite, values[0]!), spans, confidence: 'unclear' } : { value: left, spans, confidence }
  }
  return {
    territories: gather(items.map((item) => (item.kind === 'territories' ? item : null)), (a, b) => ({ set: a.set.or(b.set), groups: [...a.groups, ...b.groups] }), (a, b) => (a.set.meets(b.set) ? { set: a.set.and(b.set), groups: [...a.groups, ...b.groups] } : null)),
    media: gather(items.map((item) => (item.kind === 'media' ? item : null)), (a, b) => a | b, (a, b) => (a & b) || null),
    languages: gather(items.map((item) => (item.kind === 'languages' ? item : null)), (a, b) => a.or(b), (a, b) => (a.meets(b) ? a.and(b) : null)),
  }
} // prettier-ignore

/**
 * "Theatrical in Japan and SVOD in Korea": media and territories by turns, each pair of its own. They are read as one box, and said to
 * be where that box is more than the pairs together; what a pair has in common with those before it only says more of the same.
 */
function severalBoxes(items: readonly Item[]): { at: number; end: number } | null {
  const said = besideEachOther(items.filter((item): item is ItemOf<'media'> | ItemOf<'territories'> => (item.kind === 'media' || item.kind === 'territories') && item.value !== null && !isEverythingBut(item))) // prettier-ignore
  // of an odd number the first or the last stands by itself
  for (const first of said.length % 2 === 0 ? [0] : [0, 1]) {
    const pairs: Pair[] = []
    for (let n = first; n + 1 < said.length; n += 2) pairs.push(pairOf(said[n]!, said[n + 1]!))
    if (pairs.length > 1 && !areOneBox(pairs)) return { at: said[first]!.at, end: said[first + 2 * pairs.length - 1]!.end }
  }
  return null
}

interface Pair {
  readonly media: MediaSet
  readonly territories: TerritorySet
}
type MediaOrTerritories = ItemOf<'media'> | ItemOf<'territories'>

const pairOf = (one: MediaOrTerritories, other: MediaOrTerritories): Pair => {
  const media = one.kind === 'media' ? one : (other as ItemOf<'media'>)
  const territories = one.kind === 'territories' ? one : (other as ItemOf<'territories'>)
  return { media: media.value!, territories: territories.value!.set }
}

/** Whether every medium of any of the pairs is named with every territory of any. */
function areOneBox(pairs: readonly Pair[]): boolean {
  const together = (of: readonly Pair[]): TerritorySet =>
    of.reduce((set, { territories }) => set.or(territories), of[0]!.territories)
  const everywhere = together(pairs)
  return MEDIA.every((_, bit) => {
    const having = pairs.filter(({ media }) => ((media >>> bit) & 1) === 1)
    return having.length === 0 || together(having).equals(everywhere)
  })
}

/** "SVOD in Poland; Slovakia; free TV in Germany": what stands side by side and is of one kind is one. */
function besideEachOther(items: readonly MediaOrTerritories[]): MediaOrTerritories[] {
  const rows: MediaOrTerritories[] = []
  for (const item of items) {
    const last = rows.at(-1)
    if (last?.kind === 'media' && item.kind === 'media') rows[rows.length - 1] = { ...last, value: last.value! | item.value!, end: item.end }
    else if (last?.kind === 'territories' && item.kind === 'territories')
      rows[rows.length - 1] = { ...last, value: { ...last.value!, set: last.value!.set.or(item.value!.set) }, end: item.end }
    else rows.push(item)
  }
  return rows
} // prettier-ignore

/** "All TV rights (free, pay)": brackets that name some of what stands before them name all that is meant. Returns the items without the wider ones. */
export function narrowedByBrackets(items: readonly Item[], notes: Notes): Item[] {
  return items.filter((item, n) => {
    const inside = items[n + 2]
    if (item.kind !== 'media' || items[n + 1]?.kind !== 'sign' || inside?.kind !== 'media') return true
    const sign = items[n + 1] as ItemOf<'sign'>
    const isWider =
      item.value !== null && inside.value !== null && inside.value !== item.value && (inside.value & ~item.value) === 0
    if ((sign.sign !== '(' && sign.sign !== ':') || !isWider) return true
    notes.add('brackets-narrow', { at: item.at, end: inside.end })
    return false
  })
}

/** "British TV excl. Ireland, free and pay": what stands apart and only says which television is not beside all of it. */
export function narrowedByKinds(line: Line, items: readonly Item[]): Item[] {
  const isKinds = ({ kind, at, end }: Item): boolean =>
    kind === 'media' && areKinds(line.text.slice(line.tokens[at]!.at, line.tokens[end - 1]!.end))
  return items.filter((item, n) => {
    if (item.kind !== 'media' || item.value !== ALL_TV) return true
    const next = items.slice(n + 1).find(({ kind }) => kind === 'media')
    return next === undefined || !isKinds(next)
  })
}
const ALL_TV = mediaOfBranch('tv')

/** "No SVOD, only free TV", "pas de SVOD": in a question all but that is meant. */
export function withoutRefused(items: readonly Item[]): Item[] {
  return items.map((item, n) => {
    const no = items[n - 1]
    if (item.kind !== 'media' || item.value === null || !isMarker(no, 'no')) return item
    return {
      ...item,
      value: ALL_MEDIA & ~item.value,
      notes: [...item.notes, { code: 'everything-but', at: no!.at, end: item.end }],
    }
  })
}

/** "Excl." says exclusive, unless it excludes. */
const ABBREVIATED = new Set(['excl', 'exclu'])

/**
 * "World, SVOD, excl. France": what lies wholly in a territory that was named before is excluded from it, for to add it would say
 * nothing. "British TV excl. Ireland": what mostly goes with one that was named before is left out, and so is all behind "excl." where
 * exclusivity is said by another word. "Free TV excl. France" stays exclusive. A note says which.
 */
export function excludedApart(line: Line, items: readonly Item[], notes: Notes): Item[] {
  const all = [...items]
  for (const [n, marker] of items.entries()) {
    const named = items[n + 1]
    if (!isMarker(marker, 'exclusive') || !ABBREVIATED.has(line.tokens[marker.at]!.key) || named?.kind !== 'territories' || !named.value) continue
    const inner = named.value.set
    let isApart = false
    // from every one that has it, or the others would add it again
    for (const [at, outer] of all.slice(0, n).entries()) {
      if (outer.kind !== 'territories' || outer.value === null || !outer.value.set.covers(inner) || inner.covers(outer.value.set)) continue
      all[at] = { ...outer, value: { ...outer.value, set: outer.value.set.minus(inner), groups: [...outer.value.groups, ...named.value.groups] } }
      isApart = true
    }
    if (!isApart && !isLeftOut(all.slice(0, n), inner, items.some((item) => item !== marker && isMarker(item, 'exclusive', 'non-exclusive')))) {
      notes.add('excl-exclusive', { at: marker.at, end: named.end })
      continue
    }
    all[n] = { kind: 'marker', marker: 'noise', at: marker.at, end: marker.end }
    all[n + 1] = { kind: 'marker', marker: 'noise', at: named.at, end: named.end }
    notes.add(isApart ? 'everything-but' : 'excluded-beside', { at: marker.at, end: named.end })
  }
  return all
} // prettier-ignore

/** Whether territories behind "excl." are left out beside those before it, none of which holds them. */
function isLeftOut(before: readonly Item[], named: TerritorySet, isSaidOtherwise: boolean): boolean {
  const sets = before.flatMap((item) => (item.kind === 'territories' && item.value !== null ? [item.value.set] : []))
  if (sets.length === 0) return false
  const asked = sets.reduce((all, set) => all.or(set), sets[0]!)
  if (asked.meets(named)) return false
  if (isSaidOtherwise) return true
  return territoryGroups().some(({ code, members }) => SOLD_TOGETHER.has(code) && members.covers(asked) && members.covers(named))
}

/** Groups of neighbours that share a language or a market: whoever sells one says of the other that it is not meant. */
const SOLD_TOGETHER = new Set(['uk-ireland', 'british-isles', 'italy-vatican-san-marino', 'france-dom-tom', 'iberia', 'dach', 'benelux', 'bene', 'anz', 'us-territories', 'israel-palestine']) // prettier-ignore

/** Whether exclusivity is said; both ways is unclear. */
export function exclusivityRead(line: Line, items: readonly Item[], notes: Notes): Found<boolean> | null {
  const all: Found<boolean>[] = []
  for (const [n, item] of items.entries()) {
    if (!isMarker(item, 'exclusive', 'non-exclusive', 'exclusivity-label')) continue
    const said = isMarker(item, 'exclusivity-label') || items[n + 1]?.kind === 'sign' ? answerAfter(line, items, n) : null
    if (said === 'see-next') continue
    const value = said === null ? !isMarker(item, 'non-exclusive') : said === 'yes'
    all.push({ value, spans: [line.spanOf(item.at, item.end)], confidence: 'read' })
    if (value !== all[0]!.value) notes.add('exclusivity-disagrees', item)
  }
  if (all.length === 0) return null
  const agree = all.every(({ value }) => value === all[0]!.value)
  return { value: all[0]!.value, spans: all.flatMap(({ spans }) => spans), confidence: agree ? 'read' : 'unclear' }
} // prettier-ignore

/** "Exclusive: Y", "Exclusivité : non", "Exclusivity: non-exclusive". */
function answerAfter({ tokens }: Line, items: readonly Item[], n: number): 'yes' | 'no' | 'see-next' | null {
  const isLabel = isMarker(items[n], 'exclusivity-label')
  const colon = items[n + 1]
  if (!isLabel && !(colon?.kind === 'sign' && colon.sign === ':')) return null
  const answer = items[isLabel ? n + 1 : n + 2]
  if (!answer) return null
  if (isMarker(answer, 'exclusive', 'non-exclusive')) return 'see-next'
  const key = tokens[answer.at]!.key
  return YES.has(key) ? 'yes' : NO.has(key) ? 'no' : null
}

const YES = new Set(['y', 'yes', 'oui', 'ja'])
const NO = new Set(['n', 'no', 'non', 'nein', 'not'])
