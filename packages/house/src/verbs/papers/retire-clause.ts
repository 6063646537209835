import { listClauseRows, retireClauseRow } from '@vitrine/store/papers/clauses'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Takes a clause out of papers to come; saving it again takes it back in. */
export async function retireClause(house: HouseContext, actor: Actor, args: { id: string; baseVersion: number }): Promise<void> {
  authorise(actor, 'retireClause')
  await write(house, actor, async (writing) => {
    const known = (await listClauseRows(writing.trx, house.houseId)).find(({ id }) => id === args.id)
    if (known === undefined) throw new HouseError('not-found', { subject: 'Clause' })
    if (known.version !== args.baseVersion) throw new HouseError('revision-changed', { revision: known.version, baseRevision: args.baseVersion }) // prettier-ignore
    await retireClauseRow(writing.trx, house.houseId, args.id, writing.at)
    writing.audit({ verb: 'retireClause', subject: 'Clause', subjectId: args.id, detail: { version: known.version } })
  })
}
