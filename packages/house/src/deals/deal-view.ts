/** Deals as they are shown: a line of a list, the whole page. A buyer is told what is theirs to know. */
import { writeDay } from '@vitrine/rights/days/day'
import type { Locale } from '@vitrine/messages'
import type { Asker } from '@vitrine/store/asker'
import { findContact } from '@vitrine/store/contacts/contacts'
import { type DealRow, findDeal } from '@vitrine/store/deals/deals'
import { dealEvents } from '@vitrine/store/deals/events'
import { mailOfDeal } from '@vitrine/store/mail/mail-in'
import { mailNote } from '../requests/request-view.ts'
import { titlesOfDeals } from '@vitrine/store/deals/list-deals'
import { offersOfDeal } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { DealLine, DealView, LostReason } from '../contract/deals.ts'
import { HouseError } from '../errors.ts'
import { todayOf } from '../rights/today.ts'
import { offerView } from './offer-view.ts'
import { dealReference } from './step-deal.ts'

export function dealLine(actor: Actor, deal: DealRow, titles: { id: string; title: string }[]): DealLine {
  const theirs = actor.role === 'buyer'
  return {
    id: deal.id,
    number: deal.number,
    reference: dealReference(deal),
    name: theirs ? titles.map(({ title }) => title).join(', ') : deal.name, // how the house calls it is its own
    state: deal.state,
    companyId: deal.companyId,
    company: deal.companyName,
    ownerId: theirs ? null : deal.ownerId,
    owner: deal.owner,
    titles,
    currency: deal.currency,
    priceMinor: theirs ? null : deal.expectedMinor,
    likelihood: theirs ? null : deal.likelihood,
    closesOn: theirs ? null : deal.closesOn,
    updatedAt: deal.updatedAt,
    stateSince: deal.stateSince,
  }
}

export async function dealView(house: HouseContext, db: Asker, actor: Actor, id: string, locale: Locale): Promise<DealView> {
  const deal = (await findDeal(db, house.houseId, id))!
  const theirs = actor.role === 'buyer'
  const titles = (await titlesOfDeals(db, house.houseId, [id], theirs)).get(id) ?? []
  const contact = deal.contactId === null || theirs ? null : await findContact(db, house.houseId, deal.contactId)
  const offers = (await offersOfDeal(db, house.houseId, id)).filter((offer) => !theirs || offer.sentAt !== null)
  if (theirs && offers.length === 0) throw new HouseError('not-found', { subject: 'Deal' }) // nothing was put to them yet
  const shown: DealView['offers'] = []
  for (const offer of offers) shown.push(await offerView(house, db, actor, offer, locale)) // one after another: `db` may be a transaction
  return {
    ...dealLine(actor, deal, titles),
    revision: deal.revision,
    contactId: theirs ? null : deal.contactId,
    contact:
      contact === null || contact.erasedAt !== null
        ? null
        : { name: contact.name, email: contact.email, role: contact.role, locale: contact.locale },
    requestId: theirs ? null : deal.requestId,
    marketId: theirs ? null : deal.marketId,
    locale: deal.locale,
    lostReason: theirs ? null : (deal.lostReason as LostReason | null),
    lostNote: theirs ? null : deal.lostNote,
    signedOn: deal.signedOn,
    createdAt: deal.createdAt,
    offers: shown,
    events: theirs ? [] : await dealEvents(db, house.houseId, id),
    mail: theirs ? [] : (await mailOfDeal(db, house.houseId, id)).map(mailNote),
    today: writeDay(todayOf(house))!,
  }
}
