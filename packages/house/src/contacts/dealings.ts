/**
 * What the house's dealings with a company are known from: its deals, requests and lists by mail address and name, the rights
 * book by its parties, meetings, and what its people watched.
 */
import { namesOfCompany } from '@vitrine/store/contacts/companies'
import { listContactRows } from '@vitrine/store/contacts/contacts'
import { boughtBy, listsOf, metWith, offeredTo, refusedBy, requestsOf, watchedBy } from '@vitrine/store/contacts/dealings'
import { titlesOfDeals } from '@vitrine/store/deals/list-deals'
import type { LostReason } from '@vitrine/deals/states/lost-reasons'
import type { Asker } from '@vitrine/store/asker'
import type { HouseContext } from '../context.ts'
import type { Dealings } from '../contract/contacts.ts'
import { dealReference } from '../deals/step-deal.ts'

/** So many of each kind are told; what is older is found in the rights book and the lists themselves. */
export const MOST_DEALINGS = 50

export async function dealingsOf(house: HouseContext, db: Asker, companyId: string): Promise<Dealings> {
  const { houseId } = house
  const [names, people] = await Promise.all([
    namesOfCompany(db, houseId, companyId),
    listContactRows(db, houseId, { words: [], companyId, after: null, limit: 1_000 }),
  ])
  const by = { names, emails: people.flatMap(({ email }) => email ?? []) }
  const [asked, sent, bought, offered, refused, met, watched] = await Promise.all([
    requestsOf(db, houseId, companyId, by, MOST_DEALINGS),
    listsOf(db, houseId, by, MOST_DEALINGS),
    boughtBy(db, houseId, companyId, by, MOST_DEALINGS),
    offeredTo(db, houseId, companyId, MOST_DEALINGS),
    refusedBy(db, houseId, companyId, MOST_DEALINGS),
    metWith(db, houseId, companyId, MOST_DEALINGS),
    watchedBy(db, houseId, companyId, by, MOST_DEALINGS),
  ])
  const titles = await titlesOfDeals(db, houseId, [...offered, ...refused].map(({ dealId }) => dealId), false) // prettier-ignore
  const inDeal = <T extends { dealId: string; number: number }>({ number, ...one }: T) => ({ ...one, reference: dealReference({ number }), titles: titles.get(one.dealId) ?? [] }) // prettier-ignore
  return {
    asked,
    sent,
    bought,
    offered: offered.map(inDeal),
    refused: refused.map((one) => ({ ...inDeal(one), reason: one.reason as LostReason | 'declined' })),
    met,
    watched,
  }
}
