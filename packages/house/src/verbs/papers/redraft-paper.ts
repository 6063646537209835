import { priceOf } from '@vitrine/deals/offer/offer'
import { findPaper, putPaperVersion, redraftPaperRow } from '@vitrine/store/papers/papers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperVerbs, PaperView } from '../../contract/papers.ts'
import { drawUp, holdDrawn } from '../../papers/draw-up.ts'
import { paperView } from '../../papers/paper-view.ts'
import { holdPaperRevision, holdPaperState, notePaper, reachPaper } from '../../papers/reach-paper.ts'
import { write } from '../../write.ts'

/** Draws a draft up anew: its next version, with the clauses, the settings and the accepted offer as they are now. */
export async function redraftPaper(
  house: HouseContext,
  actor: Actor,
  args: Parameters<PaperVerbs['redraftPaper']>[1],
): Promise<PaperView> {
  const before = await reachPaper(house, house.db, actor, 'redraftPaper', args.id)
  holdPaperRevision(before, args.baseRevision)
  holdPaperState(before, 'draft')
  const { dealId, kind, number, locale } = before
  const toDraw = { dealId, kind, number, draft: { locale, ...args.draft } }
  const drawn = await drawUp(house, toDraw)
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    const paper = await reachPaper(house, trx, actor, 'redraftPaper', args.id)
    holdPaperRevision(paper, args.baseRevision)
    await holdDrawn(house, trx, toDraw, drawn)
    const version = paper.version + 1
    const { offer, content, sha256, bytes } = drawn
    await redraftPaperRow(trx, house.houseId, paper.id, { version, offerId: offer.id, locale: content.locale, currency: offer.terms.currency, totalMinor: priceOf(offer.terms), draftedBy: actor.userId, draftedName: actor.name, at }) // prettier-ignore
    await putPaperVersion(trx, house.houseId, paper.id, { version, content, sha256, bytes, at, byId: actor.userId, byName: actor.name }) // prettier-ignore
    await notePaper(house, writing, actor, paper, 'redraftPaper', { version, sha256 })
    return paperView(house, trx, actor, (await findPaper(trx, house.houseId, paper.id))!)
  })
}
