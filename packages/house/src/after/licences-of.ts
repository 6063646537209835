import type { Asker } from '@vitrine/store/asker'
import { entriesOfDeal } from '@vitrine/store/deals/links'
import { type EntryRow, findEntries } from '@vitrine/store/rights/entries'
import type { HouseContext } from '../context.ts'

/** The licences that a deal became and that count. */
export async function licencesOf(house: HouseContext, db: Asker, dealId: string): Promise<EntryRow[]> {
  const links = await entriesOfDeal(db, house.houseId, dealId)
  const rows = await findEntries(db, house.houseId, links.map(({ entryId }) => entryId)) // prettier-ignore
  return rows.filter(({ kind, status }) => kind === 'licence' && status === 'signed')
}
