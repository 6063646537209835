import { deliverablesOf, type DeliverableWanted } from '@vitrine/deals/after/deliverables'
import { putDeliverables } from '@vitrine/store/after/deliverables'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../context.ts'
import type { StepWhenSigned } from '../deals/when-signed.ts'
import { newId } from '../ids.ts'
import type { Writing } from '../write.ts'
import { onTheSheet } from './on-the-sheet.ts'

/** Lays out what the buyer is to get. */
export const layOutDeliverables: StepWhenSigned = (house, writing, _actor, { deal, offer, day }) =>
  putWanted(house, writing, deal.id, deliverablesOf(offer.terms, day))

/** Writes what is to be delivered behind what is there. What the film's sheet says the house has is ready. */
export async function putWanted(
  house: HouseContext,
  writing: Writing,
  dealId: string,
  wanted: readonly DeliverableWanted[],
): Promise<void> {
  const titles = await findTitles(writing.trx, house.houseId, [...new Set(wanted.map(({ titleId }) => titleId))])
  const sheets = new Map(titles.map(({ id, sheet }) => [id, sheet]))
  const rows = wanted.map((each) => {
    const there = onTheSheet(sheets.get(each.titleId) ?? null, each.kind, each.detail) === 'there'
    return { ...each, id: newId(Date.parse(writing.at)), state: there ? ('ready' as const) : ('wanted' as const) }
  })
  await putDeliverables(writing.trx, house.houseId, dealId, rows, writing.at)
}
