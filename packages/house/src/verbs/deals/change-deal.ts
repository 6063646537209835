import { changeDealRow, findDeal } from '@vitrine/store/deals/deals'
import { putDealTitles } from '@vitrine/store/deals/links'
import { offersOfDeal } from '@vitrine/store/deals/offers'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, DealView } from '../../contract/deals.ts'
import { dealView } from '../../deals/deal-view.ts'
import { holdDealRevision, reachDeal } from '../../deals/reach-deal.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { parse } from '../../input.ts'
import { write } from '../../write.ts'
import { DealText, holdContactOf, holdFilms, holdOwner } from './open-deal.ts'

const Change = z.object({ ...DealText, likelihood: z.int().min(0).max(100).nullable().optional() })

/** What people change by hand: its name, who sees to it, with whom, what is expected, of which films. */
export async function changeDeal(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['changeDeal']>[1],
): Promise<DealView> {
  const { titleIds, ...fields } = parse(Change, args.change)
  return write(house, actor, async (writing) => {
    const deal = await reachDeal(house, writing.trx, actor, 'changeDeal', args.id)
    holdDealRevision(deal, args.revision)
    await holdOwner(house, writing.trx, fields.ownerId ?? null)
    await holdContactOf(house, writing.trx, fields.contactId ?? null, deal.companyId)
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
    await changeDealRow(writing.trx, house.houseId, deal.id, given, writing.at)
    if (titleIds !== undefined) {
      const offered = (await offersOfDeal(writing.trx, house.houseId, deal.id)).flatMap(({ terms }) => terms.lines.map((line) => line.titleId)) // prettier-ignore
      const films = await holdFilms(house, writing.trx, [...titleIds, ...offered])
      await putDealTitles(writing.trx, house.houseId, deal.id, films.map(({ id }) => id)) // prettier-ignore
    }
    const now = await findDeal(writing.trx, house.houseId, deal.id)
    await noteDeal(house, writing, actor, deal.id, 'changeDeal', {
      fields: [...Object.keys(given), ...(titleIds === undefined ? [] : ['titleIds'])],
      revision: now!.revision,
    })
    return dealView(house, writing.trx, actor, deal.id, args.reader)
  })
}
