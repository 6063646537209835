import { listRevisionRows, type RevisionRow } from '@vitrine/store/titles/revisions'
import type { HouseContext } from '../../context.ts'
import type { Actor, Revision } from '../../contract.ts'
import { reachTitle } from '../../titles/reach-title.ts'

/** All states of a title, the newest first. */
export async function listRevisions(house: HouseContext, actor: Actor, args: { id: string }): Promise<Revision[]> {
  const title = await reachTitle(house, house.db, actor, 'listRevisions', args.id)
  return (await listRevisionRows(house.db, house.houseId, title.id)).map(toRevision)
}

/** A row as the contract shows it. */
export function toRevision(row: RevisionRow): Revision {
  const { revision, at, by, verb, note, changedFields } = row
  return { revision, at, by, verb, note, changedFields }
}
