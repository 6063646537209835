import { SLOTS } from '@vitrine/catalogue'
import { LONG_TAILED, STATUSES } from './catalogue-copy.ts'
import type { CatalogueCopy, CopiedStatus } from './catalogue-copy.ts'
import { FACETS } from './facets-of-sheet.ts'
import type { Facet } from './facets-of-sheet.ts'
import { bitsFor, ordsOf } from './ord-set.ts'

export interface CountedValue {
  value: string
  name: string | null // as printed, for values that are slugs of a name
  count: number
  selected: boolean
}
export interface CountedFacet {
  facet: Facet
  values: CountedValue[]
}
export type Selection = Partial<Record<Facet, readonly string[]>>

/** What is counted: which titles the asker sees, and which values are selected. */
interface Asked {
  shown: boolean[] // by status
  chosen: Uint8Array // by value
  facets: number // with a selection: a bit each
}
interface Counted {
  ords: Int32Array
  counts: Int32Array // by value
}

const WALKED = 8 // a part of the catalogue smaller than an eighth is walked through, title by title

/**
 * The titles of `among` (null: all) that are of one of the statuses and fit the selection, and for each facet how many titles each
 * of its values would leave, given the selections in all other facets.
 */
export function countFacets(
  copy: CatalogueCopy,
  among: Int32Array | null,
  statuses: readonly CopiedStatus[],
  selection: Selection,
  most = 60,
): { ords: Int32Array; facets: CountedFacet[] } {
  const asked: Asked = {
    shown: STATUSES.map((one) => one !== 'gone' && statuses.includes(one)),
    chosen: new Uint8Array(copy.values.length),
    facets: 0,
  }
  FACETS.forEach((facet, n) => {
    const values = selection[facet] ?? []
    if (values.length > 0) asked.facets |= 1 << n
    for (const value of values) {
      const code = copy.codeOf(facet, value)
      if (code !== undefined) asked.chosen[code] = 1
    }
  })
  const walk = among !== null && among.length * WALKED < copy.size
  const { ords, counts } = walk ? countWalking(copy, among, asked) : countSets(copy, among, asked)
  return { ords, facets: list(copy, counts, asked.chosen, selection, most) }
}

/** Title by title: one that fits all counts in every facet, one that fails in a single facet counts in that one, any other nowhere. */
function countWalking(copy: CatalogueCopy, among: Int32Array, { shown, chosen, facets }: Asked): Counted {
  const { status, first, count, pool, facetOf } = copy
  const counts = new Int32Array(copy.values.length)
  const ords = new Int32Array(among.length)
  let found = 0
  for (const ord of among) {
    if (ord >= copy.size || !shown[status[ord]!]) continue
    const start = first[ord]!
    const stop = start + count[ord]!
    let missing = facets
    if (facets !== 0) for (let at = start; at < stop; at++) if (chosen[pool[at]!] === 1) missing &= ~(1 << facetOf[pool[at]!]!)
    if (missing === 0) {
      ords[found++] = ord
      for (let at = start; at < stop; at++) counts[pool[at]!]!++
    } else if ((missing & (missing - 1)) === 0) {
      const only = 31 - Math.clz32(missing)
      for (let at = start; at < stop; at++) if (facetOf[pool[at]!] === only) counts[pool[at]!]!++
    }
  }
  return { ords: ords.subarray(0, found), counts }
}

/** Value by value: how many of its titles are among those that fit all selections but its own facet's. */
function countSets(copy: CatalogueCopy, among: Int32Array | null, asked: Asked): Counted {
  const seen = seenOf(copy, among, asked)
  const selected = selectedTitles(copy, asked)
  const all = bothOf(seen, selected)
  const ords = ordsOf(all, among?.length ?? copy.size)
  const hidden = copy.ofStatus.some((titles, status) => titles > 0 && !asked.shown[status] && STATUSES[status] !== 'gone')
  if (among === null && asked.facets === 0 && !hidden) return { ords, counts: copy.totals.slice(0, copy.values.length) }

  const fitting = FACETS.map((_facet, n) => (selected[n] ? bothOf(seen, selected.with(n, null)) : all))
  const counts = new Int32Array(copy.values.length)
  for (let code = 0; code < counts.length; code++) {
    const titles = copy.titles[code]!
    if (titles !== null) counts[code] = titles.countIn(fitting[copy.facetOf[code]!]!)
  }
  const { first, tail, pool } = copy
  for (const ord of fitting[LONG_TAILED] === all ? ords : ordsOf(fitting[LONG_TAILED]!, copy.size)) {
    const start = first[ord]!
    const stop = start + tail[ord]!
    for (let at = start; at < stop; at++) counts[pool[at]!]!++
  }
  return { ords, counts }
}

/** The titles that the asker may see, and that the text found. */
function seenOf(copy: CatalogueCopy, among: Int32Array | null, { shown }: Asked): Uint32Array {
  const seen = bitsFor(copy.size)
  const { status } = copy
  const end = among ? among.length : copy.size
  for (let n = 0; n < end; n++) {
    const ord = among ? among[n]! : n
    if (ord < copy.size && shown[status[ord]!]) seen[ord >>> 5]! |= 1 << (ord & 31)
  }
  return seen
}

/** For each facet with a selection the titles that have one of its values; for the others null. */
function selectedTitles(copy: CatalogueCopy, { chosen, facets }: Asked): (Uint32Array | null)[] {
  const selected = FACETS.map((_facet, n) => (facets & (1 << n) ? bitsFor(copy.size) : null))
  for (let code = 0; code < chosen.length; code++)
    if (chosen[code] === 1) copy.titles[code]?.addTo(selected[copy.facetOf[code]!]!)
  const tail = selected[LONG_TAILED]
  if (tail)
    for (let ord = 0; ord < copy.size; ord++) {
      const start = copy.first[ord]!
      for (let at = start; at < start + copy.tail[ord]!; at++)
        if (chosen[copy.pool[at]!] === 1) tail[ord >>> 5]! |= 1 << (ord & 31)
    }
  return selected
}

/** The titles that are in the first and in all the others. */
function bothOf(first: Uint32Array, others: readonly (Uint32Array | null)[]): Uint32Array {
  const both = first.slice()
  for (const other of others) if (other) for (let n = 0; n < both.length; n++) both[n]! &= other[n]!
  return both
}

function list(copy: CatalogueCopy, counts: Int32Array, chosen: Uint8Array, selection: Selection, most: number): CountedFacet[] {
  return FACETS.map((facet, n) => {
    const kept = topOf(copy.codesOf[n]!, counts, chosen, most)
    const values = kept.map((code): CountedValue => ({
      value: copy.values[code]!,
      name: copy.names[code] ?? null,
      count: counts[code]!,
      selected: chosen[code] === 1,
    }))
    // A selected value that no title has (any more) stays to be seen and taken back.
    for (const value of new Set(selection[facet] ?? []))
      if (!values.some((one) => one.value === value)) values.push({ value, name: null, count: 0, selected: true })
    return { facet, values: values.toSorted(ORDER[facet] ?? byCount) }
  })
}

/** The selected values, and of the others those with most titles; where many have the same few, any of them. */
function topOf(codes: readonly number[], counts: Int32Array, chosen: Uint8Array, most: number): number[] {
  // The least count that gets in, found without sorting thousands of directors with one film each.
  let least = 0
  for (const code of codes) if (counts[code]! > least) least = counts[code]!
  const having = new Int32Array(least + 1)
  for (const code of codes) having[counts[code]!]!++
  let room = most
  while (least > 0 && having[least]! <= room) room -= having[least--]!
  const kept: number[] = []
  for (const code of codes) {
    const count = counts[code]!
    const enters = count > least || (count > 0 && count === least && room-- > 0)
    if (enters || chosen[code] === 1) kept.push(code)
  }
  return kept
}

function byCount(a: CountedValue, b: CountedValue): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1)
}

const slots: readonly string[] = SLOTS
const statusOrder: readonly string[] = STATUSES
const ORDER: Partial<Record<Facet, (a: CountedValue, b: CountedValue) => number>> = {
  year: (a, b) => Number(b.value) - Number(a.value),
  slot: (a, b) => slots.indexOf(a.value) - slots.indexOf(b.value),
  status: (a, b) => statusOrder.indexOf(a.value) - statusOrder.indexOf(b.value),
}
