/** How often a programme may be broadcast, and how long it stays in catch-up. */
import type { Found } from '../sentence/found.ts'
import { CATCH_UP, isBeforeCatchUp } from '../sentence/catch-up.ts'
import type { Item, ItemOf } from '../sentence/items.ts'
import type { Line } from '../sentence/line.ts'
import { isMarker, type Notes } from '../sentence/notes-of.ts'
import type { ClauseRuns } from './terms.ts'

interface Said<Value> {
  readonly found: Found<Value> | null
  readonly used: readonly Item[]
}
const NOT_SAID = { found: null, used: [] }

/** "3 runs within 24 months", "trois (3) passages sur 24 mois". */
export function runsOf(line: Line, items: readonly Item[], notes: Notes): Said<ClauseRuns> {
  const used: Item[] = []
  let said: { number: ItemOf<'number'>; runs: Item; within: ItemOf<'duration'> | null } | null = null
  for (const [n, item] of items.entries()) {
    const times = timesAt(line, items, n)
    if (times) {
      used.push(times.number, times.runs)
      if (said) notes.add('said-twice', { at: times.number.at, end: times.runs.end })
      else said = { ...times, within: null }
    }
    if (!isMarker(item, 'runs')) continue
    const number = numberBeside(items, n)
    if (!number) {
      const before = before_(items, n)
      if (isMarker(before, 'unlimited')) notes.add('runs-unlimited', { at: before!.at, end: item.end })
      continue
    }
    used.push(number, item)
    if (said) notes.add('said-twice', { at: number.at, end: item.end })
    else said = { number, runs: item, within: withinAfter(line, items, n) }
  }
  if (!said) return NOT_SAID
  const { number, runs, within } = said
  const spans = [line.spanOf(Math.min(number.at, runs.at), Math.max(number.end, runs.end))]
  if (within) spans.push(line.spanOf(within.at, within.end))
  const value = { count: number.value, withinMonths: within?.months ?? null }
  return { found: { value, spans, confidence: number.disagrees === null ? 'read' : 'unclear' }, used }
}

const TWICE: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 }
const BROADCAST = /(?<![a-z])(?:broadcast|transmit|air|show|diffus|telediffus|programm)/

/** "Twice a year" is no number of runs. */
const PER = /^,? ?(?:a|per|each|every|par|an|in (?:any|each|every)) (?:day|week|month|year|jour|semaine|mois|an\b)/
/** "Once the film is delivered" says when, and not how often. */
const ALONE = /^(?: ?(?:$|[.,;:()\n])| (?:only|on|in|within|during|over|and|or|per|by|for|at|between|from)(?![a-z]))/

/** "Broadcast the programme twice", "diffuser deux fois", "three (3) times": where a verb says that it is broadcast. */
function timesAt(line: Line, items: readonly Item[], n: number): { number: ItemOf<'number'>; runs: Item } | null {
  const item = items[n]!
  if (item.kind !== 'word' && !isMarker(item, 'noise')) return null
  const { key, at } = line.tokens[item.at]!
  const count = TWICE[key]
  if (count === undefined && key !== 'times' && key !== 'fois') return null
  if (!BROADCAST.test(line.flat.slice(Math.max(0, at - 80), at))) return null
  const behind = line.flat.slice(line.tokens[item.at]!.end)
  if (PER.test(behind) || (key === 'once' && !ALONE.test(behind))) return null
  if (count !== undefined)
    return { number: { kind: 'number', value: count, disagrees: null, at: item.at, end: item.end }, runs: item }
  const number = items[n - 1]
  return number?.kind === 'number' ? { number, runs: item } : null
}

/** "3 runs", "3 (three) runs", "runs: 3", "number of runs: 3". */
function numberBeside(items: readonly Item[], n: number): ItemOf<'number'> | null {
  const before = before_(items, n)
  if (before?.kind === 'number') return before
  const label = items[n + 1]
  const after = label?.kind === 'sign' && (label.sign === ':' || label.sign === '=') ? items[n + 2] : undefined
  return after?.kind === 'number' ? after : null
}

function before_(items: readonly Item[], n: number): Item | undefined {
  let before = n - 1
  while (n - before < 4 && isMarker(items[before], 'noise', 'event:first-broadcast')) before--
  const item = items[before]
  // "3 (three) runs": the number stands before its brackets
  if (item?.kind === 'sign' && item.sign === ')' && items[before - 1]?.kind === 'number') return items[before - 3]?.kind === 'number' ? items[before - 3] : items[before - 1] // prettier-ignore
  return item
}

function withinAfter(line: Line, items: readonly Item[], n: number): ItemOf<'duration'> | null {
  for (let next = n + 1; next < items.length && next <= n + 6; next++) {
    const item = items[next]!
    if (line.begins[item.at]) return null
    if (item.kind === 'duration') return item.months > 0 && isMarker(items[next - 1], 'within', 'theme', 'noise') ? item : null
    if (item.kind !== 'marker' && item.kind !== 'sign') return null
  }
  return null
}

/** "Catch-up 7 days", "J+7", "rattrapage pendant sept (7) jours", "7-day catch-up". */
export function catchUpOf(line: Line, items: readonly Item[], notes: Notes): Said<number> {
  const used: Item[] = []
  let found: Found<number> | null = null
  for (const [n, item] of items.entries()) {
    if (item.kind !== 'duration' || item.days === 0) continue
    if (!isOfCatchUp(line, items, n)) continue
    used.push(item)
    if (found && found.value !== item.days) notes.add('said-twice', item)
    else found ??= { value: item.days, spans: [line.spanOf(item.at, item.end)], confidence: item.disagrees === null ? 'read' : 'unclear' }
  }
  return { found, used }
} // prettier-ignore

const NEAR = 8

/** The medium that stands nearest in the same sentence is, or ends with, catch-up. */
function isOfCatchUp(line: Line, items: readonly Item[], n: number): boolean {
  if (isBeforeCatchUp(line, items, n)) return true
  for (let before = n - 1; before >= 0 && n - before <= NEAR && !line.begins[items[before + 1]!.at]; before--) {
    const item = items[before]!
    if (item.kind === 'media') return item.value !== null && (item.value & CATCH_UP) !== 0
    if (item.kind === 'territories' || item.kind === 'languages' || item.kind === 'period') break
  }
  for (let after = n + 1; after < items.length && after - n <= NEAR && !line.begins[items[after]!.at]; after++) {
    const item = items[after]!
    if (item.kind === 'media') return item.value !== null && (item.value & CATCH_UP) !== 0
    if (item.kind !== 'marker' || !isMarker(item, 'noise', 'runs', 'after', 'theme', 'from')) return false
  }
  return false
}
