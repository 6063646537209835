import { removeDocument } from '@vitrine/store/rights/documents'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { reachEntry } from '../../rights/reach-entry.ts'
import { write } from '../../write.ts'

/** Takes a paper off an entry. Its bytes stay in the files, its name in the trail. */
export async function removeEntryDocument(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['removeEntryDocument']>[1],
): Promise<void> {
  await write(house, actor, async (writing) => {
    await reachEntry(house, writing.trx, actor, 'removeEntryDocument', args.id)
    if (!(await removeDocument(writing.trx, house.houseId, args.id, args.documentId, writing.at))) throw new HouseError('not-found', { subject: 'Document' }) // prettier-ignore
    writing.audit({ verb: 'removeEntryDocument', subject: 'Entry', subjectId: args.id, detail: { documentId: args.documentId } })
  })
}
