/**
 * What the house's dealings with a company are known from: requests and lists by mail address and name, the rights book by its
 * parties, meetings. Whatever else comes to know companies by their id joins here.
 */
import { namesOfCompany } from '@vitrine/store/contacts/companies'
import { listContactRows } from '@vitrine/store/contacts/contacts'
import { boughtBy, listsOf, metWith, requestsOf } from '@vitrine/store/contacts/dealings'
import type { Asker } from '@vitrine/store/asker'
import type { HouseContext } from '../context.ts'
import type { Dealings } from '../contract-contacts.ts'

/** So many of each kind are told; what is older is found in the rights book and the lists themselves. */
export const MOST_DEALINGS = 50

export async function dealingsOf(house: HouseContext, db: Asker, companyId: string): Promise<Dealings> {
  const { houseId } = house
  const [names, people] = await Promise.all([
    namesOfCompany(db, houseId, companyId),
    listContactRows(db, houseId, { words: [], companyId, after: null, limit: 1_000 }),
  ])
  const by = { names, emails: people.flatMap(({ email }) => email ?? []) }
  const [asked, sent, bought, met] = await Promise.all([
    requestsOf(db, houseId, companyId, by, MOST_DEALINGS),
    listsOf(db, houseId, by, MOST_DEALINGS),
    boughtBy(db, houseId, by, MOST_DEALINGS),
    metWith(db, houseId, companyId, MOST_DEALINGS),
  ])
  return { asked, sent, bought, met }
}
