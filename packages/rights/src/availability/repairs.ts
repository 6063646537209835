/**
 * The smallest changes to a request that are met today. Every one is put to the engine again before it is offered, so a
 * repair that is listed is a request that can be signed.
 */
import type { Line, Request } from '../book/line.ts'
import type { Day } from '../days/day.ts'
import { onOffer } from './answer.ts'
import { type Asked, type Candidate, type Change, unmetOf } from './change.ts'
import { oneChange } from './one-change.ts'
import { cellsIn, cutsKnown } from './size.ts'
import { twoChanges } from './two-changes.ts'

export type { Change } from './change.ts'

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
export const COST = { yearShifted: 0.1, nonExclusive: 0.35, otherCut: 0.2, secondChange: 0.05 } as const
const DAYS_OF_A_YEAR = 365.25

/** How many repairs are worth reading. */
const MOST = 6

/**
 * Repairs of a request that is not met in full, the smallest first; none for one that is.
 *
 * @param cuts the title's cuts
 */
export function repairsOf(request: Request, lines: readonly Line[], cuts: readonly string[], today: Day): Repair[] {
  const asked: Asked = {
    request: { ...request, box: onOffer(request.box, today) },
    lines,
    cuts,
    known: cutsKnown(cuts, lines, request.box.cuts),
    today,
  }
  if (asked.request.box.from > asked.request.box.to) return []
  const unmet = unmetOf(asked.request, asked)
  if (unmet.length === 0) return []

  return best([...oneChange(asked.request, unmet, asked), ...twoChanges(asked.request, unmet, asked)], asked)
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
    // a month more or less of days is the same move
    if (found.some((other) => isSameMove(other, one))) continue
    if (unmetOf(one.request, asked).length === 0) found.push(one)
  }
  return found
}

const ORDER: readonly Change['kind'][] = ['drop-territories', 'drop-media', 'drop-languages', 'shift-dates', 'shorten-dates', 'other-cut', 'non-exclusive'] // prettier-ignore
const rank = ({ changes }: Candidate): number => changes.reduce((sum, { kind }) => sum * 10 + ORDER.indexOf(kind) + 1, 0)
const isPartOf = (a: Candidate, b: Candidate): boolean =>
  a.changes.every((change) => b.changes.some(({ kind }) => kind === change.kind))

/** Whether two repairs move the request to windows that begin or end on the same day, and are of the same kinds. */
function isSameMove(a: Candidate, b: Candidate): boolean {
  const [one, other] = [shiftOf(a), shiftOf(b)]
  return one !== null && other !== null && a.changes.length === b.changes.length && isPartOf(a, b) && (one.from === other.from || one.to === other.to) // prettier-ignore
}
const shiftOf = ({ changes }: Candidate) => changes.find((change) => change.kind === 'shift-dates') ?? null

function costOf({ changes, request }: Candidate, asked: Asked): number {
  const whole = asked.request.box
  const kept = cellsIn(request.box, asked.known) / cellsIn(changes.some(({ kind }) => kind === 'other-cut') ? { ...whole, cuts: request.box.cuts } : whole, asked.known) // prettier-ignore
  const extra = changes.reduce((sum, change) => {
    if (change.kind === 'shift-dates') return sum + (Math.abs(change.from - whole.from) / DAYS_OF_A_YEAR) * COST.yearShifted
    if (change.kind === 'non-exclusive') return sum + COST.nonExclusive
    return change.kind === 'other-cut' ? sum + COST.otherCut : sum
  }, 0)
  return 1 - Math.min(1, kept) + extra + (changes.length - 1) * COST.secondChange
}
