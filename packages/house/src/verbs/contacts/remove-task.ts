import { findTask, putTask } from '@vitrine/store/contacts/tasks'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Takes a task back, or brings it back again. */
export async function removeTask(house: HouseContext, actor: Actor, args: { id: string; removed: boolean }): Promise<void> {
  authorise(actor, 'removeTask')
  await write(house, actor, async (writing) => {
    const task = await findTask(writing.trx, house.houseId, args.id)
    if (task === null) throw new HouseError('not-found', { subject: 'Task' })
    await putTask(writing.trx, house.houseId, { ...task, removedAt: args.removed ? writing.at : null })
    writing.audit({ verb: 'removeTask', subject: 'Task', subjectId: task.id, detail: { removed: args.removed } })
  })
}
