import type { TitleSheet } from '@vitrine/catalogue'
import { listUnsavedDraftRows } from '@vitrine/store/titles/unsaved-drafts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { reachTitle } from '../../titles/reach-title.ts'

/** The versions that were saved second and are kept until somebody has merged them, the newest first. */
export async function listUnsavedDrafts(
  house: HouseContext,
  actor: Actor,
  args: { id: string },
): Promise<{ id: string; at: string; by: string; baseRevision: number; sheet: TitleSheet }[]> {
  const title = await reachTitle(house, house.db, actor, 'listUnsavedDrafts', args.id)
  const rows = await listUnsavedDraftRows(house.db, house.houseId, title.id)
  return rows.map(({ id, at, by, baseRevision, sheet }) => ({ id, at, by, baseRevision, sheet }))
}
