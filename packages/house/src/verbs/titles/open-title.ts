import { listSheetsOfTitle } from '@vitrine/store/sheets/received-sheets'
import type { HouseContext } from '../../context.ts'
import type { Actor, CopyFinding, StoredTitle } from '../../contract.ts'
import { reachTitle, toStoredTitle } from '../../titles/reach-title.ts'
import { findingsOf } from './check-sheet.ts'

/** A title as it lies on the desk: with what the copy desk finds, what is missing, and the sheets it was made of. */
export async function openTitle(
  house: HouseContext,
  actor: Actor,
  args: { id: string },
): Promise<
  StoredTitle & {
    findings: CopyFinding[]
    sources: { id: string; fileName: string | null; receivedAt: string }[]
    missing: string[]
  }
> {
  const row = await reachTitle(house, house.db, actor, 'openTitle', args.id)
  const { findings, missing } = await findingsOf(house, row.sheet)
  return { ...toStoredTitle(row), findings, missing, sources: await listSheetsOfTitle(house.db, house.houseId, row.id) }
}
