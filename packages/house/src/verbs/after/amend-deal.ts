import { nextAmendment, putAmendment } from '@vitrine/store/after/amendments'
import { changeDealRow } from '@vitrine/store/deals/deals'
import { entriesOfDeal } from '@vitrine/store/deals/links'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, DealHead } from '../../contract/after.ts'
import { amendLicences } from '../../after/amend-licences.ts'
import { amendPrice } from '../../after/amend-price.ts'
import { signedOffer } from '../../after/compose-invoice.ts'
import { licencesOf } from '../../after/licences-of.ts'
import { moveInstalments } from '../../after/move-instalments.ts'
import { dealHead } from '../../after/reach-deliverable.ts'
import { readAmendment, saysNothing } from '../../after/read-amendment.ts'
import { wantMore } from '../../after/want-more.ts'
import { holdDealRevision, holdDealState, reachDeal } from '../../deals/reach-deal.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { noteOf } from '../../rights/note-of.ts'
import { write } from '../../write.ts'

/**
 * Changes what was signed: rights of licences of one deal, its price, how it is paid. Each licence is checked on the committed
 * book as any amendment is, the plan adds up to the price; what cannot be refuses all, and nothing is written. What was before
 * stays readable: in the book, in the amendment, in invoices that were issued.
 */
export async function amendDeal(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['amendDeal']>[1],
): Promise<DealHead> {
  authoriseEver(actor, 'amendDeal') // before a word of what was sent is judged
  const { id, baseRevision, entryIds, effective, rights, price: asked } = readAmendment(args)
  if (rights !== null) authoriseEver(actor, 'amendEntry') // a key for deals alone does not write into the rights book
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    const deal = await reachDeal(house, trx, actor, 'amendDeal', id)
    holdDealRevision(deal, baseRevision)
    holdDealState(deal, 'signed', 'completed')
    const licences = (await licencesOf(house, trx, id)).filter((row) => entryIds.includes(row.id))
    if (licences.length !== new Set(entryIds).size) throw new HouseError('not-found', { subject: 'Entry' })
    const { terms: signed } = await signedOffer(house, trx, id)
    const lineOf = new Map((await entriesOfDeal(trx, house.houseId, id)).map(({ entryId, line }) => [entryId, line]))
    const named = licences.map((row) => ({ ...row, title: signed.lines[lineOf.get(row.id) ?? -1]?.title ?? '' }))
    const number = await nextAmendment(trx, house.houseId, id)
    const amended = rights === null ? [] : await amendLicences(house, writing, actor, named, rights, { ...args, effective })
    const chosen = licences.flatMap((row) => lineOf.get(row.id) ?? [])
    const price = asked === undefined ? null : await amendPrice(house, writing, actor, { deal, number, chosen, asked, locale: deal.locale }) // prettier-ignore
    if (amended.length === 0 && price === null) throw saysNothing()
    await wantMore(house, writing, id, amended)
    await putAmendment(trx, house.houseId, id, { number, effective, note: noteOf(args.note), licences: amended, price, at, byId: actor.userId, byName: actor.name }) // prettier-ignore
    await changeDealRow(trx, house.houseId, id, price === null ? {} : { expectedMinor: price.after }, at)
    await noteDeal(house, writing, actor, id, 'amendDeal', {
      amendment: number,
      licences: amended.map(({ entryId }) => entryId),
      effective,
      ...(price === null ? {} : { currency: price.currency, price: price.after, before: price.before }),
    })
    await moveInstalments(house, writing, actor, id)
    return dealHead(await reachDeal(house, trx, actor, 'amendDeal', id))
  })
}
