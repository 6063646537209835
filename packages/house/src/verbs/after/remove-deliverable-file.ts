import { removeDeliverableFile as removeRow } from '@vitrine/store/after/deliverables'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs } from '../../contract/after.ts'
import { reachDeliverable } from '../../after/reach-deliverable.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { write } from '../../write.ts'

/** Takes a file off a deliverable, or puts it back: its bytes stay in the house. */
export async function removeDeliverableFile(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['removeDeliverableFile']>[1],
): Promise<void> {
  const [id, fileId] = [parse(Id, args.id), parse(Id, args.fileId)]
  const restore = args.restore === true
  await write(house, actor, async (writing) => {
    const row = await reachDeliverable(house, writing.trx, actor, 'removeDeliverableFile', id)
    if (!(await removeRow(writing.trx, house.houseId, id, fileId, restore ? null : writing.at)))
      throw new HouseError('not-found', { subject: 'Document' })
    await noteDeal(house, writing, actor, row.dealId, 'removeDeliverableFile', {
      deliverable: id,
      file: fileId,
      restored: restore,
    })
  })
}
