import { findDeal } from '@vitrine/store/deals/deals'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperVerbs, SigningView } from '../../contract/papers.ts'
import { stepDeal } from '../../deals/step-deal.ts'
import { tellOwnerOfPaper } from '../../deals/tell-owner.ts'
import { parse } from '../../input.ts'
import { signingOf } from '../../papers/signing-link.ts'
import { takeBackPaper } from '../../papers/take-back.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'
import { signingView } from './open-signing.ts'

/**
 * The buyer does not sign. The paper can no longer be signed by anybody, the deal is agreed again, with its rights still held, and whoever sees
 * to it is written to. It needs no code: nothing is bound by it, and the house sends another link as easily. Said twice it is said once.
 */
export async function declinePaper(
  house: HouseContext,
  actor: Actor,
  args: Parameters<PaperVerbs['declinePaper']>[1],
): Promise<SigningView> {
  authorise(actor, 'declinePaper')
  const reason = parse(z.string().trim().max(2000).nullable(), args.reason ?? null) || null
  return write(house, actor, async (writing) => {
    const { trx } = writing
    const before = await signingOf(house, trx, args.token, true)
    if (before.declined) return signingView(house, trx, before)
    const { paper } = await signingOf(house, trx, args.token)
    await takeBackPaper(house, writing, actor, paper, { verb: 'declinePaper', reason })
    const deal = (await findDeal(trx, house.houseId, paper.dealId))!
    if (deal.state === 'contracted') await stepDeal(house, writing, actor, deal, { to: 'agreed', verb: 'declinePaper', detail: { paper: paper.id } }) // prettier-ignore
    await tellOwnerOfPaper(house, writing, paper, 'declined')
    return signingView(house, trx, await signingOf(house, trx, args.token, true))
  })
}
