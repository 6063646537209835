/**
 * Another price for what was signed, and how what is not yet invoiced of it is paid. Instalments that were invoiced are never
 * touched: whatever the plan becomes, they and it add up to the price, film by film.
 */
import { allocate } from '@vitrine/ledger/money/allocate'
import type { Payment } from '../offer/offer.ts'
import type { DayText } from './days.ts'

export interface OpenInstalment {
  readonly id: string
  readonly event: Payment['event']
  readonly days: number
  readonly day: DayText | null
  /** Set when somebody said the day: what is left of the instalment keeps it. */
  readonly dueOn: DayText | null
  readonly lines: readonly number[]
}
export interface PaymentOfAmount {
  readonly minor: number
  readonly event: Payment['event']
  readonly days: number
  readonly day: DayText | null
}
export interface InstalmentToLay extends PaymentOfAmount {
  readonly lines: readonly number[]
  readonly dueOn: DayText | null
}
export interface PlanAmended {
  /** Each line's price. */
  readonly lines: readonly number[]
  /** Open instalments that others stand in the place of. */
  readonly cancel: readonly string[]
  readonly lay: readonly InstalmentToLay[]
}
export type PlanFault =
  /** More was invoiced than the new price is, of all films or of one: an invoice has to be credited. */
  | { readonly code: 'invoiced'; readonly minor: number }
  /** The payments come to something else than what is left to pay. */
  | { readonly code: 'adds-up'; readonly minor: number; readonly wanted: number }

const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0)

/**
 * The price in parts as lines of the sale: what it rises or falls by goes to the chosen lines in proportion to what they cost;
 * what falls by more than they cost comes off the others.
 */
export function linesAtPrice(lines: readonly number[], chosen: readonly number[], price: number): number[] {
  const difference = price - sum(lines)
  const weights = lines.map((minor, line) => (chosen.includes(line) ? minor : 0))
  const most = sum(weights)
  if (difference >= 0) {
    const parts = allocate(difference, most > 0 ? weights : lines.map((_, line) => (chosen.includes(line) ? 1 : 0)))
    return lines.map((minor, line) => minor + parts[line]!)
  }
  const parts = allocate(Math.min(-difference, most), weights)
  const others = lines.map((minor, line) => (chosen.includes(line) ? 0 : minor))
  const beyond = -difference > most ? allocate(-difference - most, others) : []
  return lines.map((minor, line) => minor - parts[line]! - (beyond[line] ?? 0))
}

/**
 * The plan for other prices. With `payments` they are what is still to be paid, in place of every open instalment; without, a
 * higher price is one more instalment (`more`), and a lower one comes off the last ones.
 *
 * @param lines the prices as they become
 * @param invoiced what was invoiced of each line, paid or not
 * @example
 * amendPlan({ lines: [12_000], invoiced: [5_000], open: [{ lines: [5_000], … }], payments: null, more }) // lays one of 2,000
 */
export function amendPlan(plan: {
  lines: readonly number[]
  invoiced: readonly number[]
  open: readonly OpenInstalment[]
  payments: readonly PaymentOfAmount[] | null
  more: Omit<PaymentOfAmount, 'minor'>
}): PlanAmended | PlanFault {
  const { lines, invoiced, open, payments, more } = plan
  const left = lines.map((minor, line) => minor - invoiced[line]!)
  const over = sum(left.map((minor) => Math.max(0, -minor)))
  if (over > 0) return { code: 'invoiced', minor: over }
  if (payments !== null) {
    const wanted = sum(left)
    const minor = sum(payments.map((payment) => payment.minor))
    if (minor !== wanted) return { code: 'adds-up', minor, wanted }
    const lay = payments.map((payment) => ({ ...payment, dueOn: null, lines: takeFrom(left, payment.minor) }))
    return { lines, cancel: open.map(({ id }) => id), lay }
  }
  const tooMuch = left.map((minor, line) => sum(open.map((each) => each.lines[line] ?? 0)) - minor)
  const missing = tooMuch.map((minor) => Math.max(0, -minor))
  const cancel: string[] = []
  const lay: InstalmentToLay[] = []
  for (const { id, lines: parts, event, days, day, dueOn } of open.toReversed()) {
    const taken = parts.map((minor, line) => Math.min(minor, Math.max(0, tooMuch[line]!)))
    if (sum(taken) === 0) continue
    for (const [line, minor] of taken.entries()) tooMuch[line]! -= minor
    const rest = parts.map((minor, line) => minor - taken[line]!)
    cancel.unshift(id)
    if (sum(rest) > 0) lay.unshift({ minor: sum(rest), event, days, day, dueOn, lines: rest })
  }
  return {
    lines,
    cancel,
    lay: sum(missing) === 0 ? lay : [...lay, { ...more, minor: sum(missing), dueOn: null, lines: missing }],
  }
}

/** Takes an amount of what is left of every line, in proportion to it. */
function takeFrom(left: number[], minor: number): number[] {
  const parts = allocate(minor, left)
  for (const [line, part] of parts.entries()) left[line]! -= part
  return parts
}
