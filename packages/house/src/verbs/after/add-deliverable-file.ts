import { putDeliverableFile } from '@vitrine/store/after/deliverables'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs } from '../../contract/after.ts'
import { reachDeliverable } from '../../after/reach-deliverable.ts'
import { deliverableTypeOf } from '../../after/deliverable-type.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, OneLine, parse } from '../../input.ts'
import { write } from '../../write.ts'

const LARGEST = 20_000_000
const MOST_FILES = 50

/** Keeps a small file beside a deliverable: a cue sheet, a dialogue list, subtitles. Films lie elsewhere, and `lies` says where. */
export async function addDeliverableFile(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['addDeliverableFile']>[1],
): Promise<{ id: string }> {
  const id = parse(Id, args.id)
  const fileName = parse(OneLine, args.fileName)
  await reachDeliverable(house, house.db, actor, 'addDeliverableFile', id)
  if (args.bytes.byteLength > LARGEST) throw new HouseError('too-large', { limit: LARGEST })
  const mediaType = deliverableTypeOf(args.bytes)
  const sha256 = await house.files.put(args.bytes)
  return write(house, actor, async (writing) => {
    const row = await reachDeliverable(house, writing.trx, actor, 'addDeliverableFile', id)
    if (row.files >= MOST_FILES) throw new HouseError('limit-reached', { limit: MOST_FILES })
    const fileId = newId(Date.parse(writing.at))
    await putDeliverableFile(writing.trx, house.houseId, {
      id: fileId,
      deliverableId: id,
      fileName,
      mediaType,
      bytes: args.bytes.byteLength,
      sha256,
      at: writing.at,
      byName: actor.name,
    })
    await noteDeal(house, writing, actor, row.dealId, 'addDeliverableFile', { deliverable: id, file: fileId, sha256 })
    return { id: fileId }
  })
}
