import { findRevision } from '@vitrine/store/titles/revisions'
import type { HouseContext } from '../../context.ts'
import type { Actor, FieldChange } from '../../contract.ts'
import { compareSheets } from '../../editing/compare.ts'
import { HouseError } from '../../errors.ts'
import { reachTitle } from '../../titles/reach-title.ts'

/** What changed from one state of a title to another, path by path. */
export async function compareRevisions(
  house: HouseContext,
  actor: Actor,
  args: { id: string; from: number; to: number },
): Promise<FieldChange[]> {
  const title = await reachTitle(house, house.db, actor, 'compareRevisions', args.id)
  const from = await findRevision(house.db, house.houseId, title.id, args.from)
  const to = await findRevision(house.db, house.houseId, title.id, args.to)
  if (!from || !to) throw new HouseError('not-found', { subject: 'Revision' })
  return compareSheets(from.sheet, to.sheet)
}
