/** The days of one part: what each stretch of them is, and which entries make it so (docs/rights.md, "Status of a cell"). */
import type { Line, Status } from '../book/line.ts'
import type { Day } from '../days/day.ts'

export interface Stretch {
  readonly from: Day
  readonly to: Day
  readonly status: Status
  readonly because: readonly string[]
  /** An entry behind it waits for an event without a date. */
  readonly undated: boolean
}

/** The stretches from `from` to `to`, all days covered, equal neighbours merged. Every line must be alive. */
export function sweep(lines: readonly Line[], from: Day, to: Day): Stretch[] {
  const starts = new Set([from])
  for (const { box } of lines) {
    if (box.from > from && box.from <= to) starts.add(box.from)
    if (box.to >= from && box.to < to) starts.add(box.to + 1)
  }
  const days = [...starts].sort((a, b) => a - b)
  const stretches: Stretch[] = []
  days.forEach((day, at) => {
    const end = at + 1 < days.length ? days[at + 1]! - 1 : to
    const now = statusOf(lines.filter(({ box }) => box.from <= day && day <= box.to))
    const last = stretches.at(-1)
    if (last !== undefined && sameCause(last, now)) stretches[stretches.length - 1] = { ...last, to: end }
    else stretches.push({ from: day, to: end, ...now })
  })
  return stretches
}

type Cause = Pick<Stretch, 'status' | 'because' | 'undated'>

/** What a cell is that lies in these lines and no others. */
export function statusOf(lines: readonly Line[]): Cause {
  const grants = lines.filter((line) => line.kind === 'grant')
  if (grants.length === 0) return { status: 'not-owned', because: [], undated: false }
  const blocking = lines.filter((line) => line.kind === 'holdback' || (line.kind === 'licence' && line.exclusive))
  if (blocking.length > 0) return cause('blocked', blocking)
  const holding = lines.filter((line) => line.kind === 'option')
  if (holding.length > 0) return cause('held', holding)
  const beside = lines.filter((line) => line.kind === 'licence')
  const alone = grants.filter((grant) => grant.exclusive)
  if (alone.length === 0) return cause('non-exclusive', [...beside, ...grants])
  return beside.length > 0 ? cause('non-exclusive', beside) : cause('available', alone)
}

const cause = (status: Status, lines: readonly Line[]): Cause => ({
  status,
  because: lines.length === 1 ? [lines[0]!.entry] : [...new Set(lines.map((line) => line.entry))].sort(),
  undated: lines.some((line) => line.undated),
})

const sameCause = (a: Cause, b: Cause): boolean =>
  a.status === b.status &&
  a.undated === b.undated &&
  a.because.length === b.because.length &&
  a.because.every((entry, at) => entry === b.because[at])
