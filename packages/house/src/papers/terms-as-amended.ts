/** The terms of a signed sale as they stand: the offer that was signed, with what its amendments made of its licences and its price. */
import type { OfferTerms } from '@vitrine/deals/offer/offer'
import { amendmentsOfDeal } from '@vitrine/store/after/amendments'
import type { Asker } from '@vitrine/store/asker'
import { entriesOfDeal } from '@vitrine/store/deals/links'
import { type EntryRow, findEntries } from '@vitrine/store/rights/entries'
import type { HouseContext } from '../context.ts'

/** Rights as the book has them now, prices as they were amended last. Before anything is signed there is nothing to put in. */
export async function termsAsAmended(house: HouseContext, db: Asker, dealId: string, terms: OfferTerms): Promise<OfferTerms> {
  const licences = await licencesByLine(house, db, dealId)
  const price = (await amendmentsOfDeal(db, house.houseId, dealId)).find((one) => one.price !== null)?.price ?? null
  return {
    ...terms,
    lines: terms.lines.map((line, at) => ({ ...line, rights: licences.get(at)?.terms ?? line.rights, minor: price?.lines[at]?.after ?? line.minor })), // prettier-ignore
    package: terms.package === null || price === null ? terms.package : { minor: price.after },
  }
}

/** The licence that each line of the signed offer became, as the book has it: signed, or ended since. */
export async function licencesByLine(house: HouseContext, db: Asker, dealId: string): Promise<Map<number, EntryRow>> {
  const links = await entriesOfDeal(db, house.houseId, dealId)
  const rows = await findEntries(db, house.houseId, links.map(({ entryId }) => entryId)) // prettier-ignore
  const licences = new Map(rows.filter(({ kind, status }) => kind === 'licence' && (status === 'signed' || status === 'terminated')).map((row) => [row.id, row])) // prettier-ignore
  return new Map(
    links.flatMap(({ line, entryId }) => (line === null || !licences.has(entryId) ? [] : [[line, licences.get(entryId)!]])),
  )
}
