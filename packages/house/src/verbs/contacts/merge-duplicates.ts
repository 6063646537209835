import { mergeFields } from '@vitrine/deals/company/merge-fields'
import { putMerge } from '@vitrine/store/contacts/merges'
import { turnPointers } from '@vitrine/store/contacts/pointers'
import { holdMergeable, putMergeable } from '../../contacts/merge-kinds.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { parse, Revision } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'
import { Merge } from './preview-merge.ts'

const Asked = Merge.extend({ survivorRevision: Revision, mergedRevision: Revision })

/**
 * Makes two companies, or two people, one: the survivor gets the fields that win, everything that pointed to the other points to
 * it, and whoever comes by the other's id is led on. One transaction; `undoMerge` takes it back.
 */
export async function mergeDuplicates(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['mergeDuplicates']>[1],
): ReturnType<ContactVerbs['mergeDuplicates']> {
  authorise(actor, 'mergeDuplicates')
  const { kind, survivorId, mergedId, chosen, survivorRevision, mergedRevision } = parse(Asked, args)
  if (survivorId === mergedId) throw new HouseError('not-found', { subject: kind })
  return write(house, actor, async (writing) => {
    const survivor = await holdMergeable(house, writing.trx, kind, survivorId)
    const merged = await holdMergeable(house, writing.trx, kind, mergedId)
    for (const [{ row }, seen] of [[survivor, survivorRevision], [merged, mergedRevision]] as const)
      if (row.revision !== seen) throw new HouseError('revision-changed', { id: row.id, revision: row.revision }) // prettier-ignore
    const { values } = mergeFields(survivor.fields, merged.fields, chosen)
    const taken = survivor.userId === null ? merged.userId : null
    const { turned, lists } = await turnPointers(writing.trx, house.houseId, kind, mergedId, survivorId)
    // the merged one first: a member signs in as one person only
    await putMergeable(house, writing, actor.name, kind, merged, { fields: merged.fields, mergedInto: survivorId, userId: taken === null ? merged.userId : null }) // prettier-ignore
    await putMergeable(house, writing, actor.name, kind, survivor, { fields: values, mergedInto: null, userId: survivor.userId ?? taken }) // prettier-ignore
    const id = newId(Date.parse(writing.at))
    const before = { before: survivor.fields, after: values, userId: taken, turned, lists }
    await putMerge(writing.trx, house.houseId, { id, kind, survivorId, mergedId, before, at: writing.at, byName: actor.name })
    writing.audit({ verb: 'mergeDuplicates', subject: kind === 'company' ? 'Company' : 'Contact', subjectId: survivorId, detail: { merged: mergedId } }) // prettier-ignore
    return { mergeId: id, id: survivorId }
  })
}
