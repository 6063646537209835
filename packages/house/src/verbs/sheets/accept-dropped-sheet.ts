import type { TitleSheet } from '@vitrine/catalogue'
import { acceptReceivedSheet } from '@vitrine/store/sheets/received-sheets'
import type { HouseContext } from '../../context.ts'
import type { Actor, StoredTitle } from '../../contract.ts'
import { compareSheets } from '../../editing/compare.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { parseSheet } from '../../input.ts'
import { reachSheet } from '../../sheets/dropped.ts'
import { fillIn } from '../../sheets/fill-in.ts'
import { holdPictures } from '../../titles/hold-pictures.ts'
import { holdRevision, reachTitle, toStoredTitle } from '../../titles/reach-title.ts'
import { storeTitle } from '../../titles/store-titles.ts'
import { write } from '../../write.ts'

/**
 * The editor's corrected sheet becomes a draft, or goes over the title it belongs to: there, what it is silent about (its
 * pictures, say) stays. With `baseRevision` not over a title that somebody has changed since the editor looked: what they chose to keep
 * would be what it said then. The source stays attached either way.
 */
export async function acceptDroppedSheet(
  house: HouseContext,
  actor: Actor,
  args: { id: string; sheet: TitleSheet; intoTitleId?: string | null; baseRevision?: number | null },
): Promise<StoredTitle> {
  const sheet = parseSheet(args.sheet)
  return write(house, actor, async (writing) => {
    const { trx } = writing
    const row = await reachSheet(house, trx, actor, 'acceptDroppedSheet', args.id)
    if (row.titleId !== null) throw new HouseError('already-accepted', { titleId: row.titleId })
    await holdPictures(house, trx, sheet)
    const note = row.fileName
    let title
    if (args.intoTitleId) {
      const before = await reachTitle(house, trx, actor, 'editTitle', args.intoTitleId)
      if (typeof args.baseRevision === 'number') holdRevision(before, args.baseRevision)
      const after = fillIn(before.sheet, sheet)
      const { id, status } = before
      title =
        compareSheets(before.sheet, after).length === 0
          ? before
          : await storeTitle(house, writing, actor, {
              id,
              before,
              sheet: after,
              status,
              verb: 'acceptDroppedSheet',
              note,
              byHand: true,
            })
    } else {
      const id = newId(house.now().getTime())
      title = await storeTitle(house, writing, actor, {
        id,
        before: null,
        sheet,
        status: 'draft',
        verb: 'acceptDroppedSheet',
        note,
        byHand: true,
      })
    }
    await acceptReceivedSheet(trx, house.houseId, row.id, title.id)
    writing.audit({ verb: 'acceptDroppedSheet', subject: 'Sheet', subjectId: row.id, detail: { titleId: title.id } })
    return toStoredTitle(title)
  })
}
