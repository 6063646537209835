import { findTask, putTask } from '@vitrine/store/contacts/tasks'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ProducerVerbs } from '../../contract/producers.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const Args = z.object({ id: Id, done: z.boolean() })

/** Says that a correction was seen to, so that its producer knows; or that it waits again. */
export async function settleCorrection(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ProducerVerbs['settleCorrection']>[1],
): Promise<void> {
  authorise(actor, 'settleCorrection')
  const { id, done } = parse(Args, args)
  await write(house, actor, async (writing) => {
    const task = await findTask(writing.trx, house.houseId, id)
    if (task === null || task.removedAt !== null || task.subjectKind !== 'title')
      throw new HouseError('not-found', { subject: 'Task' })
    if ((task.doneAt !== null) === done) return
    await putTask(writing.trx, house.houseId, { ...task, doneAt: done ? writing.at : null, revision: task.revision + 1 })
    writing.audit({ verb: 'settleCorrection', subject: 'Task', subjectId: id, detail: { done } })
  })
}
