import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperView } from '../../contract/papers.ts'
import { paperView } from '../../papers/paper-view.ts'
import { reachPaper } from '../../papers/reach-paper.ts'

/** A paper with its words, its versions, who approved it and who signed. */
export async function viewPaper(house: HouseContext, actor: Actor, args: { id: string }): Promise<PaperView> {
  const row = await reachPaper(house, house.db, actor, 'viewPaper', args.id)
  return paperView(house, house.db, actor, row)
}
