import { changesOf } from '@vitrine/deals/schedule/schedule-changes'
import { LOCALES } from '@vitrine/messages'
import { amendmentsOfDeal } from '@vitrine/store/after/amendments'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, AmendmentView } from '../../contract/after.ts'
import { reachDeal } from '../../deals/reach-deal.ts'
import { dealReference } from '../../deals/step-deal.ts'
import { Id, parse } from '../../input.ts'

const Args = z.object({ dealId: Id, locale: z.enum(LOCALES) })

/** What was changed of a signed deal. A buyer reads it as the house does, but for who wrote it and the house's own note. */
export async function listAmendments(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['listAmendments']>[1],
): Promise<AmendmentView[]> {
  const deal = await reachDeal(house, house.db, actor, 'listAmendments', args.dealId)
  const { locale } = parse(Args, args)
  const theirs = actor.role === 'buyer'
  return (await amendmentsOfDeal(house.db, house.houseId, deal.id)).map(
    ({ number, at, byName, effective, note, licences, price }) => ({
      number,
      reference: `${dealReference(deal)} / ${number}`,
      at,
      byName: theirs ? null : byName,
      effective,
      note: theirs ? null : note,
      films: licences.map(({ entryId, titleId, title, before, after }) => ({
        entryId,
        titleId,
        title,
        changes: changesOf(before, after, locale).map(({ label, was, becomes }) => ({ label, was, becomes })),
      })),
      price,
    }),
  )
}
