/** Offers as the desk, the buyers' room and the API show them. */
import { paymentsOf } from '@vitrine/deals/offer/offer'
import type { Locale } from '@vitrine/messages'
import type { Asker } from '@vitrine/store/asker'
import { dealEvents } from '@vitrine/store/deals/events'
import type { OfferRow } from '@vitrine/store/deals/offers'
import { lettersAbout } from '@vitrine/store/letters/letters'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { OfferView } from '../contract/deals.ts'
import { can } from '../policies/table.ts'
import { imposedBoxInWords, termBoxInWords, termsInWords } from '../rights/in-words.ts'
import { isFresh, judgeUndo, lastMoment } from './judge-undo.ts'

/** A buyer's own words of an offer; which letters the house wrote is its own affair. */
export async function offerView(
  house: HouseContext,
  db: Asker,
  actor: Actor,
  offer: OfferRow,
  locale: Locale,
): Promise<OfferView> {
  const { terms, totalMinor } = offer
  const due = paymentsOf(terms)
  const events = isFresh(house, offer) ? await dealEvents(db, house.houseId, offer.dealId) : []
  const undo = can(actor, 'undoOffer', { companyId: actor.companyId ?? null }) ? judgeUndo(house, actor, offer, events).to : null
  return {
    id: offer.id,
    dealId: offer.dealId,
    version: offer.version,
    side: offer.side,
    state: offer.state,
    currency: terms.currency,
    totalMinor,
    package: terms.package !== null,
    lines: terms.lines.map(({ titleId, title, rights, minor, materials }) => ({
      titleId,
      title,
      minor,
      text: termsInWords(rights, locale),
      exclusive: rights.exclusive,
      runs: rights.runs?.count ?? null,
      boxes: rights.boxes.map((box) => termBoxInWords(box, rights, locale)),
      holdbacks: rights.imposes.map((box) => imposedBoxInWords(box, rights, locale)),
      materials,
    })),
    payments: terms.payments.map((payment, at) => ({ ...payment, minor: due[at]! })),
    expires: terms.expires,
    withholding: terms.withholding,
    note: terms.note,
    message: offer.message,
    answer: offer.answer,
    createdAt: offer.createdAt,
    updatedAt: offer.updatedAt,
    byName: offer.byName,
    sentAt: offer.sentAt,
    settledAt: offer.settledAt,
    settledBy: offer.settledBy,
    undoUntil: undo === null ? null : lastMoment(offer.settledAt!),
    revision: offer.revision,
    terms,
    letters: actor.role === 'buyer' ? [] : await lettersAbout(db, house.houseId, 'Offer', offer.id),
  }
}
