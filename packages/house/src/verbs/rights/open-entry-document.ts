import { listDocumentRows } from '@vitrine/store/rights/documents'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { reachEntry } from '../../rights/reach-entry.ts'

/** The bytes of a paper beside an entry. */
export async function openEntryDocument(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['openEntryDocument']>[1],
): ReturnType<RightsVerbs['openEntryDocument']> {
  await reachEntry(house, house.db, actor, 'openEntryDocument', args.id)
  const document = (await listDocumentRows(house.db, house.houseId, args.id)).find(({ id }) => id === args.documentId)
  const bytes = document === undefined ? null : await house.files.get(document.sha256)
  if (document === undefined || bytes === null) throw new HouseError('not-found', { subject: 'Document' })
  return { fileName: document.fileName, mediaType: document.mediaType, bytes }
}
