import { filesOfDeal } from '@vitrine/store/after/deliverables'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs } from '../../contract/after.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { reachDeliverable } from '../../after/reach-deliverable.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'

/** A file that goes with a deliverable; the buyer may have it once it was sent. */
export async function openDeliverableFile(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['openDeliverableFile']>[1],
): Promise<TakenAway> {
  const row = await reachDeliverable(house, house.db, actor, 'openDeliverableFile', parse(Id, args.id))
  const shown = actor.role !== 'buyer' || row.state === 'sent' || row.state === 'accepted'
  const files = shown ? await filesOfDeal(house.db, house.houseId, row.dealId) : []
  const file = files.find(({ id, deliverableId }) => id === args.fileId && deliverableId === row.id)
  const bytes = file === undefined ? null : await house.files.get(file.sha256)
  if (file === undefined || bytes === null) throw new HouseError('not-found', { subject: 'Document' })
  return { fileName: file.fileName, mediaType: file.mediaType, bytes }
}
