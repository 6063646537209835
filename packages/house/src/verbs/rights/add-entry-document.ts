import { putDocument } from '@vitrine/store/rights/documents'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { EntryDocument, RightsVerbs } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { OneLine, parse } from '../../input.ts'
import { documentTypeOf } from '../../rights/document-type.ts'
import { reachEntry } from '../../rights/reach-entry.ts'
import { write } from '../../write.ts'

const LARGEST = 25 * 1024 * 1024

/** Puts a paper beside an entry: the contract, a letter. Its kind is what its bytes say, not its name. */
export async function addEntryDocument(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['addEntryDocument']>[1],
): Promise<EntryDocument> {
  await reachEntry(house, house.db, actor, 'addEntryDocument', args.id)
  const fileName = parse(OneLine, args.fileName.replaceAll(/[\\/]/g, '_'))
  if (args.bytes.byteLength > LARGEST) throw new HouseError('too-large', { limit: LARGEST })
  const mediaType = documentTypeOf(args.bytes)
  const sha256 = await house.files.put(args.bytes)
  return write(house, actor, async (writing) => {
    await reachEntry(house, writing.trx, actor, 'addEntryDocument', args.id)
    const document = {
      id: newId(Date.parse(writing.at)),
      fileName,
      mediaType,
      bytes: args.bytes.byteLength,
      sha256,
      at: writing.at,
      byName: actor.name,
    }
    await putDocument(writing.trx, house.houseId, args.id, document)
    writing.audit({ verb: 'addEntryDocument', subject: 'Entry', subjectId: args.id, detail: { fileName, sha256 } })
    return document
  })
}
