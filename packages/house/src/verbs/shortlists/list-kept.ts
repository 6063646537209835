import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'
import { visibleCards } from '../../shortlists/shortlist.ts'

/** The ids of the films that `viewShortlist` would show, in one small question: what the marks on every page are set by. */
export async function listKept(house: HouseContext, actor: Actor, args: { token: string }): Promise<string[]> {
  authorise(actor, 'listKept')
  return visibleCards(actor, (await house.kept(args.token)) ?? []).map(({ id }) => id)
}
