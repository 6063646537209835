import { clauseVersions } from '@vitrine/store/papers/clauses'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ClauseView } from '../../contract/papers.ts'
import { HouseError } from '../../errors.ts'
import { toClauseView } from '../../papers/clauses-of.ts'
import { authorise } from '../../policies/authorise.ts'

/** Every version of a clause, the newest first. */
export async function viewClause(house: HouseContext, actor: Actor, args: { id: string }): Promise<ClauseView[]> {
  authorise(actor, 'viewClause')
  const rows = await clauseVersions(house.db, house.houseId, args.id)
  if (rows.length === 0) throw new HouseError('not-found', { subject: 'Clause' })
  return rows.map(toClauseView)
}
