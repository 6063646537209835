import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ClauseView } from '../../contract/papers.ts'
import { clausesOf } from '../../papers/clauses-of.ts'
import { authorise } from '../../policies/authorise.ts'

/** The house's clauses in their order, those that are retired too; before it has saved any, the example. */
export async function listClauses(house: HouseContext, actor: Actor): Promise<ClauseView[]> {
  authorise(actor, 'listClauses')
  return clausesOf(house, house.db)
}
