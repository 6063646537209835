/** Which shape a state has: told apart without colour, the same everywhere. */
import type { DeliverableState, InstalmentState } from '@vitrine/deals/states/machines'

export const DELIVERY_MARK: Record<DeliverableState, string> = {
  wanted: 'is-open',
  ready: 'is-half',
  sent: 'is-sent',
  accepted: 'is-done',
  refused: 'is-bad',
  waived: 'is-off',
}
export const INSTALMENT_MARK: Record<InstalmentState, string> = {
  planned: 'is-open',
  due: 'is-half',
  invoiced: 'is-sent',
  paid: 'is-done',
  cancelled: 'is-off',
}
/** An invoice is overdue by its day, which is no state of its own. */
export const invoiceMark = (
  row: { kind: string; state: string; dueOn: string },
  today: string,
): { mark: string; late: boolean } => {
  if (row.kind === 'credit-note' || row.state === 'credited') return { mark: 'is-off', late: false }
  if (row.state === 'paid') return { mark: 'is-done', late: false }
  return row.dueOn < today ? { mark: 'is-bad', late: true } : { mark: 'is-half', late: false }
}
