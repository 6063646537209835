import type { TitleSheet } from '@vitrine/catalogue'
import { findRevision } from '@vitrine/store/titles/revisions'
import { keepUnsavedDraft } from '@vitrine/store/titles/unsaved-drafts'
import type { HouseContext } from '../../context.ts'
import type { Actor, EditAnswer } from '../../contract.ts'
import { compareSheets } from '../../editing/compare.ts'
import { compareThree } from '../../editing/merge.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { cleanText, parseSheet } from '../../input.ts'
import { holdPictures } from '../../titles/hold-pictures.ts'
import { reachTitle, toStoredTitle } from '../../titles/reach-title.ts'
import { storeTitle } from '../../titles/store-titles.ts'
import { write } from '../../write.ts'

/**
 * Saves an edit. When somebody else saved after `baseRevision`, nothing of either is lost: their version stands, this one is
 * kept as an unsaved draft, and the answer says what each changed and where the two clash, for the desk to offer a merge
 * (see editing/merge.ts). Saving a sheet that is already what stands there changes nothing and makes no revision.
 */
export async function editTitle(
  house: HouseContext,
  actor: Actor,
  args: { id: string; baseRevision: number; sheet: TitleSheet; note?: string | null },
): Promise<EditAnswer> {
  const sheet = parseSheet(args.sheet)
  const note = args.note ? cleanText(args.note).slice(0, 1000) : null
  return write(house, actor, async (writing): Promise<EditAnswer> => {
    const { trx, at } = writing
    const before = await reachTitle(house, trx, actor, 'editTitle', args.id)
    if (compareSheets(before.sheet, sheet).length === 0) return { outcome: 'unchanged', title: toStoredTitle(before) }
    await holdPictures(house, trx, sheet)

    if (before.revision === args.baseRevision)
      return {
        outcome: 'saved',
        title: toStoredTitle(
          await storeTitle(house, writing, actor, {
            id: before.id,
            before,
            sheet,
            status: before.status,
            verb: 'editTitle',
            note,
            byHand: true,
          }),
        ),
      }

    const [base, latest] = [
      await findRevision(trx, house.houseId, before.id, args.baseRevision),
      await findRevision(trx, house.houseId, before.id, before.revision),
    ]
    if (!base || !latest)
      throw new HouseError('invalid-input', { issues: [{ path: 'baseRevision', message: 'No such revision' }] })
    const savedDraftId = newId(house.now().getTime())
    await keepUnsavedDraft(trx, house.houseId, {
      id: savedDraftId,
      titleId: before.id,
      baseRevision: args.baseRevision,
      sheet,
      at,
      byId: actor.userId,
      by: actor.name,
    })
    writing.audit({
      verb: 'keepUnsavedDraft',
      subject: 'Title',
      subjectId: before.id,
      detail: { draft: savedDraftId, baseRevision: args.baseRevision, revision: before.revision },
    })
    return {
      outcome: 'conflict',
      title: toStoredTitle(before),
      by: latest.by,
      at: latest.at,
      ...compareThree(base.sheet, before.sheet, sheet),
      savedDraftId,
    }
  })
}
