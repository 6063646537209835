/** Who may let a paper out: by role, and above an amount only a second person. */
import type { Money } from '@vitrine/ledger/money/money'

export type ApprovalNeeded =
  /** Whoever drafts it may let it out. */
  | 'none'
  /** Above the limit: the head of rights or an owner, and not who drafted it alone. */
  | 'above'
  /** The same, because nobody can say that it is below: its currency has no rate. */
  | 'no-rate'

/**
 * Whether a paper needs a second person. A price in another currency than the limit is compared at the house's rates.
 *
 * @param limit null: the house asks for no second person
 * @param converted the price in the limit's currency; null: there is no rate for it
 * @example
 * approvalNeeded({ currency: 'EUR', minor: 1_000_000 }, { currency: 'EUR', minor: 1_500_000 }) // 'above'
 */
export function approvalNeeded(limit: Money | null, converted: Money | null): ApprovalNeeded {
  if (limit === null) return 'none'
  if (converted === null || converted.currency !== limit.currency) return 'no-rate'
  return converted.minor > limit.minor ? 'above' : 'none'
}
