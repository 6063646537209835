import { TitleSheet } from '@vitrine/catalogue'
import { findRevision } from '@vitrine/store/titles/revisions'
import type { HouseContext } from '../../context.ts'
import type { Actor, StoredTitle } from '../../contract.ts'
import { compareSheets } from '../../editing/compare.ts'
import { HouseError } from '../../errors.ts'
import { holdRevision, reachTitle, toStoredTitle } from '../../titles/reach-title.ts'
import { storeTitle } from '../../titles/store-titles.ts'
import { write } from '../../write.ts'

/** Brings back the sheet of a former state, as a new one: what stood in between stays in the history. The status stays. */
export async function restoreRevision(
  house: HouseContext,
  actor: Actor,
  args: { id: string; revision: number; baseRevision: number },
): Promise<StoredTitle> {
  return write(house, actor, async (writing) => {
    const before = await reachTitle(house, writing.trx, actor, 'restoreRevision', args.id)
    holdRevision(before, args.baseRevision)
    const former = await findRevision(writing.trx, house.houseId, before.id, args.revision)
    if (!former) throw new HouseError('not-found', { subject: 'Revision' })
    const sheet = TitleSheet.parse(former.sheet) // fields that were added to the model since get their defaults
    if (compareSheets(before.sheet, sheet).length === 0) return toStoredTitle(before)
    const { id, status } = before
    return toStoredTitle(
      await storeTitle(house, writing, actor, {
        id,
        before,
        sheet,
        status,
        verb: 'restoreRevision',
        note: `restored revision ${args.revision}`,
        byHand: true,
      }),
    )
  })
}
