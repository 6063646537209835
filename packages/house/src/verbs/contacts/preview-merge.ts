import { mergeFields } from '@vitrine/deals/company/merge-fields'
import { z } from 'zod'
import { holdMergeable } from '../../contacts/merge-kinds.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

export const Merge = z.object({
  kind: z.enum(['company', 'contact']),
  survivorId: Id,
  mergedId: Id,
  chosen: z.record(z.string().max(40), z.enum(['survivor', 'merged', 'both'])).default({}),
})

/** Field by field what would stand if two became one. Writes nothing. */
export async function previewMerge(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['previewMerge']>[1],
): ReturnType<ContactVerbs['previewMerge']> {
  authorise(actor, 'previewMerge')
  const { kind, survivorId, mergedId, chosen } = parse(Merge, args)
  if (survivorId === mergedId) throw new HouseError('not-found', { subject: kind })
  const [survivor, merged] = await Promise.all([
    holdMergeable(house, house.db, kind, survivorId),
    holdMergeable(house, house.db, kind, mergedId),
  ])
  const { fields } = mergeFields(survivor.fields, merged.fields, chosen)
  return {
    survivor: { id: survivorId, name: survivor.row.name, revision: survivor.row.revision },
    merged: { id: mergedId, name: merged.row.name, revision: merged.row.revision },
    fields: fields.filter(({ field }) => field !== 'companyId'),
  }
}
