import { findMerge, noteUndone } from '@vitrine/store/contacts/merges'
import { turnPointersBack } from '@vitrine/store/contacts/pointers'
import { changeFields } from '../../contacts/change-fields.ts'
import { findMerged, holdMergeable, putMergeable } from '../../contacts/merge-kinds.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/**
 * Makes two again of what was made one: the other is back, what was turned towards the survivor points to it again, and the
 * survivor has its fields back, but for those that somebody has changed since.
 */
export async function undoMerge(house: HouseContext, actor: Actor, args: { id: string }): Promise<void> {
  authorise(actor, 'undoMerge')
  await write(house, actor, async (writing) => {
    const merge = await findMerge(writing.trx, house.houseId, args.id)
    if (merge === null) throw new HouseError('not-found', { subject: 'Merge' })
    const { kind, survivorId, mergedId, before } = merge
    const survivor = await holdMergeable(house, writing.trx, kind, survivorId)
    const merged = await findMerged(house, writing.trx, kind, mergedId)
    if (merged === null) throw new HouseError('not-found', { subject: kind })
    const { fields: now } = survivor
    const { clashing } = changeFields(now, { from: before.after, to: before.before })
    const back = Object.fromEntries(
      Object.entries(before.before).filter(([field]) => !clashing.some((one) => one.field === field)),
    )
    await putMergeable(house, writing, actor.name, kind, survivor, { fields: { ...now, ...back }, mergedInto: null, userId: before.userId === null ? survivor.userId : null }) // prettier-ignore
    await putMergeable(house, writing, actor.name, kind, merged, { fields: merged.fields, mergedInto: null, userId: before.userId ?? merged.userId }) // prettier-ignore
    await turnPointersBack(writing.trx, house.houseId, mergedId, survivorId, before)
    await noteUndone(writing.trx, house.houseId, merge.id, writing.at)
    writing.audit({ verb: 'undoMerge', subject: kind === 'company' ? 'Company' : 'Contact', subjectId: survivorId, detail: { merged: mergedId } }) // prettier-ignore
  })
}
