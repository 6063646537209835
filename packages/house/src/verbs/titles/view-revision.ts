import type { TitleSheet } from '@vitrine/catalogue'
import { findRevision } from '@vitrine/store/titles/revisions'
import type { HouseContext } from '../../context.ts'
import type { Actor, Revision } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { reachTitle } from '../../titles/reach-title.ts'
import { toRevision } from './list-revisions.ts'

/** A former state of a title, whole. */
export async function viewRevision(
  house: HouseContext,
  actor: Actor,
  args: { id: string; revision: number },
): Promise<{ revision: Revision; sheet: TitleSheet }> {
  const title = await reachTitle(house, house.db, actor, 'viewRevision', args.id)
  const row = await findRevision(house.db, house.houseId, title.id, args.revision)
  if (!row) throw new HouseError('not-found', { subject: 'Revision' })
  return { revision: toRevision(row), sheet: row.sheet }
}
