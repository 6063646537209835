import { dropUnsavedDraft } from '@vitrine/store/titles/unsaved-drafts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { reachTitle } from '../../titles/reach-title.ts'
import { write } from '../../write.ts'

/** Lets an unsaved draft go, once it has been merged or is not wanted. */
export async function discardUnsavedDraft(
  house: HouseContext,
  actor: Actor,
  args: { id: string; draftId: string },
): Promise<void> {
  await write(house, actor, async (writing) => {
    const title = await reachTitle(house, writing.trx, actor, 'discardUnsavedDraft', args.id)
    if (!(await dropUnsavedDraft(writing.trx, house.houseId, title.id, args.draftId)))
      throw new HouseError('not-found', { subject: 'UnsavedDraft' })
    writing.audit({ verb: 'discardUnsavedDraft', subject: 'Title', subjectId: title.id, detail: { draft: args.draftId } })
  })
}
