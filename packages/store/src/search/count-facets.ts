import { SLOTS } from '@vitrine/catalogue'
import { STATUSES } from './catalogue-copy.ts'
import type { CatalogueCopy, CopiedStatus } from './catalogue-copy.ts'
import { FACETS } from './facets-of-sheet.ts'
import type { Facet } from './facets-of-sheet.ts'

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

/**
 * The titles of `among` (null: all) that are of one of the statuses and fit the selection, and for each facet how many titles each
 * of its values would leave, given the selections in all other facets. One walk: a title that fits all counts in every
 * facet, a title that fails in a single facet counts in that one, any other nowhere.
 */
export function countFacets(
  copy: CatalogueCopy,
  among: Int32Array | null,
  statuses: readonly CopiedStatus[],
  selection: Selection,
  most = 60,
): { ords: Int32Array; facets: CountedFacet[] } {
  const { status, first, count, pool, facetOf } = copy
  const shown = STATUSES.map((one) => one !== 'gone' && statuses.includes(one))
  const chosen = new Uint8Array(copy.values.length)
  let asked = 0 // a bit for each facet with a selection
  FACETS.forEach((facet, n) => {
    const values = selection[facet] ?? []
    if (values.length === 0) return
    asked |= 1 << n
    for (const value of values) {
      const code = copy.codeOf(facet, value)
      if (code !== undefined) chosen[code] = 1
    }
  })

  const counts = new Int32Array(copy.values.length)
  const end = among ? among.length : copy.size
  const ords = new Int32Array(end)
  let found = 0
  for (let n = 0; n < end; n++) {
    const ord = among ? among[n]! : n
    if (ord >= copy.size || !shown[status[ord]!]) continue
    const start = first[ord]!
    const stop = start + count[ord]!
    let missing = asked
    if (asked !== 0) for (let at = start; at < stop; at++) if (chosen[pool[at]!] === 1) missing &= ~(1 << facetOf[pool[at]!]!)
    if (missing === 0) {
      ords[found++] = ord
      for (let at = start; at < stop; at++) counts[pool[at]!]!++
    } else if ((missing & (missing - 1)) === 0) {
      const only = 31 - Math.clz32(missing)
      for (let at = start; at < stop; at++) if (facetOf[pool[at]!] === only) counts[pool[at]!]!++
    }
  }
  return { ords: ords.subarray(0, found), facets: list(copy, counts, chosen, selection, most) }
}

function list(copy: CatalogueCopy, counts: Int32Array, chosen: Uint8Array, selection: Selection, most: number): CountedFacet[] {
  const codes: number[][] = FACETS.map(() => [])
  for (let code = 0; code < counts.length; code++)
    if (counts[code]! > 0 || chosen[code] === 1) codes[copy.facetOf[code]!]!.push(code)
  return FACETS.map((facet, n) => {
    const kept = topOf(codes[n]!, counts, chosen, most)
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
function topOf(codes: number[], counts: Int32Array, chosen: Uint8Array, most: number): number[] {
  if (codes.length <= most) return codes
  // The count from which a value is in, found without sorting thousands of directors with one film each.
  const highest = codes.reduce((max, code) => Math.max(max, counts[code]!), 0)
  const having = new Int32Array(highest + 1)
  for (const code of codes) having[counts[code]!]!++
  let threshold = highest
  for (let sum = having[threshold]!; threshold > 0 && sum + having[threshold - 1]! <= most;) sum += having[--threshold]!
  const above = codes.filter((code) => counts[code]! >= threshold)
  const certain = above.length <= most ? above : above.slice(0, most)
  const room = most - certain.length
  const rest = room > 0 ? codes.filter((code) => counts[code] === threshold - 1 && counts[code]! > 0).slice(0, room) : []
  const kept = new Set([...certain, ...rest])
  for (const code of codes) if (chosen[code] === 1) kept.add(code)
  return [...kept]
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
