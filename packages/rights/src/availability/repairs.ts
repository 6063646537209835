/**
 * The smallest changes to a request that are met today. Every one is put to the engine again before it is offered, so a
 * repair that is listed is a request that can be signed.
 */
import { type Line, meets, type Request } from '../book/line.ts'
import type { Box } from '../box/box.ts'
import { CutSet } from '../box/cut-set.ts'
import { type Day, PERPETUITY } from '../days/day.ts'
import { LanguageSet } from '../languages/language-set.ts'
import { TerritorySet } from '../territories/territory-set.ts'
import { onOffer } from './answer.ts'
import { firstFullyMet, joinDays, unmetDays } from './first-fully-met.ts'
import { type Region, regionsOf } from './regions.ts'
import { cellsIn } from './size.ts'

/** One step away from what was asked. */
export type Change =
  | { readonly kind: 'drop-territories'; readonly territories: TerritorySet }
  | { readonly kind: 'drop-media'; readonly media: number }
  | { readonly kind: 'drop-languages'; readonly languages: LanguageSet }
  | { readonly kind: 'other-cut'; readonly cut: string }
  | { readonly kind: 'shift-dates'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'shorten-dates'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'non-exclusive' }

export interface Repair {
  /** One change, or two that only help together. */
  readonly changes: readonly Change[]
  /** The changed request, which is met in full. */
  readonly request: Request
  /** How far it is from what was asked: 0 is the same, 1 is something else altogether. */
  readonly cost: number
}

/**
 * What each kind of change costs beside the cells that it gives up. A year's wait weighs like a tenth of the request; giving
 * up exclusivity like a third; another cut like a fifth: what buyers were seen to prefer is a matter of taste, so it is said here once.
 */
const COST = { yearShifted: 0.1, nonExclusive: 0.35, otherCut: 0.2, secondChange: 0.05 } as const
const DAYS_OF_A_YEAR = 365.25

/** How many repairs are worth reading. */
const MOST = 6

interface Asked {
  readonly request: Request
  readonly lines: readonly Line[]
  readonly cuts: readonly string[]
  readonly today: Day
}
interface Candidate {
  readonly changes: readonly Change[]
  readonly request: Request
}

/**
 * Repairs of a request that is not met in full, the smallest first; none for one that is.
 *
 * @param cuts the title's cuts
 */
export function repairsOf(request: Request, lines: readonly Line[], cuts: readonly string[], today: Day): Repair[] {
  const asked: Asked = { request: { ...request, box: onOffer(request.box, today) }, lines, cuts, today }
  if (asked.request.box.from > asked.request.box.to) return []
  const unmet = unmetOf(asked.request, asked)
  if (unmet.length === 0) return []

  const single = oneChange(asked.request, unmet, asked)
  const beside: Request = { ...asked.request, exclusive: false }
  const double = [
    ...dropTwo(asked.request, unmet),
    ...shortenAndDrop(asked.request, unmet, asked),
    ...(request.exclusive
      ? oneChange(beside, unmetOf(beside, asked), asked).map((one) => ({
          ...one,
          changes: [{ kind: 'non-exclusive' } as const, ...one.changes],
        }))
      : []),
  ]
  return best([...single, ...double], asked)
}

/** Verified, each request once, the nearest first. */
function best(candidates: readonly Candidate[], asked: Asked): Repair[] {
  const costed = candidates
    .map((one) => ({ ...one, cost: costOf(one, asked) }))
    .sort((a, b) => a.cost - b.cost || rank(a) - rank(b))
  const found: Repair[] = []
  for (const one of costed) {
    if (found.length === MOST) break
    // two changes are worth their words only where neither of them alone does it
    if (one.changes.length > 1 && found.some((other) => isPartOf(other, one))) continue
    if (unmetOf(one.request, asked).length === 0) found.push(one)
  }
  return found
}

const ORDER: readonly Change['kind'][] = ['drop-territories', 'drop-media', 'drop-languages', 'shift-dates', 'shorten-dates', 'other-cut', 'non-exclusive'] // prettier-ignore
const rank = ({ changes }: Candidate): number => changes.reduce((sum, { kind }) => sum * 10 + ORDER.indexOf(kind) + 1, 0)
const isPartOf = (a: Candidate, b: Candidate): boolean =>
  a.changes.every((change) => b.changes.some(({ kind }) => kind === change.kind))

function costOf({ changes, request }: Candidate, asked: Asked): number {
  const whole = asked.request.box
  const kept = cellsIn(request.box, asked.cuts) / cellsIn(changes.some(({ kind }) => kind === 'other-cut') ? { ...whole, cuts: request.box.cuts } : whole, asked.cuts) // prettier-ignore
  const extra = changes.reduce((sum, change) => {
    if (change.kind === 'shift-dates') return sum + (Math.abs(change.from - whole.from) / DAYS_OF_A_YEAR) * COST.yearShifted
    if (change.kind === 'non-exclusive') return sum + COST.nonExclusive
    return change.kind === 'other-cut' ? sum + COST.otherCut : sum
  }, 0)
  return 1 - Math.min(1, kept) + extra + (changes.length - 1) * COST.secondChange
}

const unmetOf = (request: Request, { lines, today }: Asked): Region[] =>
  regionsOf(request.box, lines, today).filter((region) => !meets(region.status, request.exclusive))

// ---------------------------------------------------------------- candidates

function oneChange(request: Request, unmet: readonly Region[], asked: Asked): Candidate[] {
  if (unmet.length === 0) return []
  const { box } = request
  const found: Candidate[] = []
  const offer = (change: Change, changed: Partial<Box>, exclusive = request.exclusive): void =>
    void found.push({ changes: [change], request: { box: { ...box, ...changed }, exclusive } })

  const territories = unmet.reduce((set, region) => set.or(region.box.territories), TerritorySet.none)
  if (!territories.covers(box.territories)) offer({ kind: 'drop-territories', territories }, { territories: box.territories.minus(territories) }) // prettier-ignore
  const media = unmet.reduce((set, region) => set | region.box.media, 0)
  if ((box.media & ~media) !== 0) offer({ kind: 'drop-media', media }, { media: box.media & ~media })
  const languages = unmet.reduce((set, region) => set.or(region.box.languages), LanguageSet.none)
  if (!languages.covers(box.languages))
    offer({ kind: 'drop-languages', languages }, { languages: box.languages.minus(languages) })
  for (const cut of asked.cuts) {
    const cuts = CutSet.of([cut])
    if (!box.cuts.equals(cuts)) offer({ kind: 'other-cut', cut }, { cuts })
  }
  for (const window of freeWindows(unmet, box)) offer({ kind: 'shorten-dates', ...window }, window)
  for (const window of shiftedWindows(request, asked)) offer({ kind: 'shift-dates', ...window }, window)
  if (request.exclusive) offer({ kind: 'non-exclusive' }, {}, false)
  return found
}

/** The longest stretch of the request's own days on which all of it is met. */
function freeWindows(unmet: readonly Region[], box: Box): { from: Day; to: Day }[] {
  const gaps = joinDays(unmet.map((region) => region.box))
  const free: { from: Day; to: Day }[] = []
  let from = box.from
  for (const gap of gaps) {
    if (gap.from > from) free.push({ from, to: gap.from - 1 })
    from = gap.to + 1
  }
  if (from <= box.to) free.push({ from, to: box.to })
  return free.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from).slice(0, 1)
}

/** The same number of days, later or earlier: the nearest of each. */
function shiftedWindows(request: Request, asked: Asked): { from: Day; to: Day }[] {
  const { from, to } = request.box
  if (to >= PERPETUITY) {
    const later = firstFullyMet(request, asked.lines, asked.today)
    return later === null ? [] : [{ from: later, to }]
  }
  const length = to - from
  const later = firstFullyMet(request, asked.lines, asked.today)
  const earlier = lastBefore(request, asked)
  return [later, earlier].filter((day) => day !== null).map((day) => ({ from: day, to: day + length }))
}

/** The last day before the request's own from which all of it would be met, not before today. */
function lastBefore(request: Request, asked: Asked): Day | null {
  const { from, to } = request.box
  const length = to - from
  const since = { ...request, box: { ...request.box, from: asked.today } }
  if (asked.today >= from) return null
  let end = to - 1 // the last day that a window starting before `from` can reach
  for (const gap of unmetDays(since, asked.lines, asked.today).reverse()) {
    if (gap.to < end - length) break
    if (gap.from <= end) end = gap.from - 1
  }
  const start = end - length
  return start >= asked.today ? start : null
}

/** Some media given up altogether, and in what is left the territories that are not free: the media taken most often go first. */
function dropTwo(request: Request, unmet: readonly Region[]): Candidate[] {
  const { box } = request
  const taken = new Map<number, number>()
  for (const region of unmet) {
    for (let left = region.box.media; left !== 0; left &= left - 1) {
      const medium = left & -left
      taken.set(medium, (taken.get(medium) ?? 0) + region.box.territories.size)
    }
  }
  const order = [...taken].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([medium]) => medium)
  const found: Candidate[] = []
  let media = 0
  for (const medium of order.slice(0, -1)) {
    media |= medium
    const left = unmet.filter((region) => (region.box.media & ~media) !== 0)
    const territories = left.reduce((set, region) => set.or(region.box.territories), TerritorySet.none)
    if (territories.isEmpty || territories.covers(box.territories) || (box.media & ~media) === 0) continue
    found.push({
      changes: [
        { kind: 'drop-territories', territories },
        { kind: 'drop-media', media },
      ],
      request: { ...request, box: { ...box, media: box.media & ~media, territories: box.territories.minus(territories) } },
    })
  }
  return found
}

/** The request's days cut short where something begins or ends, and of those days the territories that are not free given up. */
function shortenAndDrop(request: Request, unmet: readonly Region[], asked: Asked): Candidate[] {
  const { box } = request
  const ends = [...new Set(unmet.map((region) => region.box.from - 1))].filter((day) => day >= box.from && day < box.to)
  const starts = [...new Set(unmet.map((region) => region.box.to + 1))].filter((day) => day > box.from && day <= box.to)
  const windows = [...ends.map((to) => ({ from: box.from, to })), ...starts.map((from) => ({ from, to: box.to }))]
  return windows
    .map((window) => {
      const left = unmet.filter((region) => region.box.from <= window.to && window.from <= region.box.to)
      const territories = left.reduce((set, region) => set.or(region.box.territories), TerritorySet.none)
      return { window, territories }
    })
    .filter(({ territories }) => !territories.isEmpty && !territories.covers(box.territories))
    .map(({ window, territories }) => ({
      changes: [
        { kind: 'drop-territories' as const, territories },
        { kind: 'shorten-dates' as const, ...window },
      ],
      request: { ...request, box: { ...box, ...window, territories: box.territories.minus(territories) } },
    })) // prettier-ignore
    .sort((a, b) => cellsIn(b.request.box, asked.cuts) - cellsIn(a.request.box, asked.cuts))
    .slice(0, 2)
}
