import { findDeal } from '@vitrine/store/deals/deals'
import { findPaper } from '@vitrine/store/papers/papers'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperVerbs, PaperView } from '../../contract/papers.ts'
import { stepDeal } from '../../deals/step-deal.ts'
import { parse } from '../../input.ts'
import { paperView } from '../../papers/paper-view.ts'
import { holdPaperRevision, reachPaper } from '../../papers/reach-paper.ts'
import { takeBackPaper } from '../../papers/take-back.ts'
import { write } from '../../write.ts'

/** Takes a paper back: its link ends, letters that still wait are not sent, and the deal is agreed again. */
export async function voidPaper(
  house: HouseContext,
  actor: Actor,
  args: Parameters<PaperVerbs['voidPaper']>[1],
): Promise<PaperView> {
  const reason = parse(z.string().trim().max(2000).nullable(), args.reason ?? null)
  return write(house, actor, async (writing) => {
    const { trx } = writing
    const paper = await reachPaper(house, trx, actor, 'voidPaper', args.id)
    holdPaperRevision(paper, args.baseRevision)
    await takeBackPaper(house, writing, actor, paper, { verb: 'voidPaper', reason })
    const deal = (await findDeal(trx, house.houseId, paper.dealId))!
    const wasOut = paper.state === 'out' || paper.state === 'countersigning'
    if (wasOut && deal.state === 'contracted') await stepDeal(house, writing, actor, deal, { to: 'agreed', verb: 'voidPaper', detail: { paper: paper.id } }) // prettier-ignore
    return paperView(house, trx, actor, (await findPaper(trx, house.houseId, paper.id))!)
  })
}
