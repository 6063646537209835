import { PAPER_KINDS } from '@vitrine/deals/clauses/clause'
import { priceOf } from '@vitrine/deals/offer/offer'
import type { Asker } from '@vitrine/store/asker'
import { findPaper, nextPaperNumber, putPaper, putPaperVersion } from '@vitrine/store/papers/papers'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperVerbs, PaperView } from '../../contract/papers.ts'
import { holdDealState, reachDeal } from '../../deals/reach-deal.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { parse } from '../../input.ts'
import { drawUp, holdDrawn } from '../../papers/draw-up.ts'
import { paperView } from '../../papers/paper-view.ts'
import { notePaper } from '../../papers/reach-paper.ts'
import { write } from '../../write.ts'

/** Draws up a paper of the offer that a deal has accepted: a deal memo, a contract, or for a signed deal an amendment. */
export async function draftPaper(
  house: HouseContext,
  actor: Actor,
  args: Parameters<PaperVerbs['draftPaper']>[1],
): Promise<PaperView> {
  const kind = parse(z.enum(PAPER_KINDS), args.kind)
  const reached = async (db: Asker) => {
    const deal = await reachDeal(house, db, actor, 'draftPaper', args.dealId)
    if (kind === 'amendment') holdDealState(deal, 'signed', 'completed')
    else holdDealState(deal, 'agreed', 'contracted', 'signed')
    return deal
  }
  const { id: dealId } = await reached(house.db)
  const number = await nextPaperNumber(house.db, house.houseId, dealId, kind)
  const toDraw = { dealId, kind, number, draft: args.draft ?? {} }
  const drawn = await drawUp(house, toDraw)
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    const deal = await reached(trx)
    // it was printed with this number: somebody who was quicker has it now
    if ((await nextPaperNumber(trx, house.houseId, dealId, kind)) !== number) throw new HouseError('busy', {})
    await holdDrawn(house, trx, toDraw, drawn)
    const id = newId(Date.parse(at))
    const { offer, content, sha256, bytes } = drawn
    await putPaper(trx, house.houseId, { id, dealId: deal.id, offerId: offer.id, kind, number, locale: content.locale, currency: offer.terms.currency, totalMinor: priceOf(offer.terms), draftedBy: actor.userId, draftedName: actor.name }, at) // prettier-ignore
    await putPaperVersion(trx, house.houseId, id, { version: 1, content, sha256, bytes, at, byId: actor.userId, byName: actor.name }) // prettier-ignore
    await notePaper(house, writing, actor, { id, dealId: deal.id }, 'draftPaper', { kind, number, version: 1, sha256 })
    return paperView(house, trx, actor, (await findPaper(trx, house.houseId, id))!)
  })
}
