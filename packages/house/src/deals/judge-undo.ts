/** Whether the last decision on an offer can be taken back, and if not, why. */
import { MINUTES_TO_UNDO, mayStepBack } from '@vitrine/deals/states/machine'
import { OFFER, type OfferState } from '@vitrine/deals/states/machines'
import { undoOver, type UndoOver } from '@vitrine/messages/deals'
import type { DealEvent } from '@vitrine/store/deals/events'
import type { OfferRow } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { HouseError } from '../errors.ts'
import { sideOf } from './step-deal.ts'

const LONGEST = MINUTES_TO_UNDO * 60_000

const DECISIONS: ReadonlySet<string> = new Set(['acceptOffer', 'declineOffer', 'withdrawOffer'])

/** What the offer would be again, or why not. */
export type UndoJudged = { to: OfferState } | { to: null; why: UndoOver }

/** @param events of its deal, the newest first */
export function judgeUndo(house: HouseContext, actor: Actor, offer: OfferRow, events: readonly DealEvent[]): UndoJudged {
  const { state, settledFrom, settledSide } = offer
  if (settledFrom === null || !mayStepBack(OFFER, state, settledFrom)) return { to: null, why: 'nothing' }
  if (settledSide !== sideOf(actor)) return { to: null, why: 'theirs' }
  if (!isFresh(house, offer)) return { to: null, why: 'late' }
  const last = events.find(({ what }) => what !== 'changeDeal') // its name, its agent: nothing of what was decided
  if (last === undefined || !DECISIONS.has(last.what) || last.detail['offer'] !== offer.id) return { to: null, why: 'followed' }
  return { to: settledFrom }
}

/** Whether an offer was settled within the last minutes. A clock that was put back makes it too late: nobody knows when it was. */
export const isFresh = (house: HouseContext, { settledAt }: Pick<OfferRow, 'settledAt'>): boolean =>
  settledAt !== null && Math.abs(house.now().getTime() - Date.parse(settledAt)) <= LONGEST

/** The last moment at which a decision can be taken back. */
export const lastMoment = (settledAt: string): string => new Date(Date.parse(settledAt) + LONGEST).toISOString()

/** The refusal, with the reason in the reader's language. */
export const undoRefused = (reason: UndoOver): HouseError =>
  new HouseError('undo-over', { reason, issues: [{ path: 'id', message: undoOver.en[reason], messageFr: undoOver.fr[reason] }] }) // prettier-ignore
