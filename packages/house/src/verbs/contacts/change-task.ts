import { findTask, putTask } from '@vitrine/store/contacts/tasks'
import { findMember } from '@vitrine/store/users/members'
import { z } from 'zod'
import { TaskText, taskView } from '../../contacts/notes-and-tasks.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs, TaskView } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse, Revision } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { DayText } from '../../rights/read-input.ts'
import { write } from '../../write.ts'

const Change = z.object({
  id: Id,
  revision: Revision,
  text: TaskText.optional(),
  due: DayText.nullable().optional(),
  ownerId: Id.nullable().optional(),
  done: z.boolean().optional(),
})

/** Changes what is to be done, by when and by whom, or says that it is done (or not after all). */
export async function changeTask(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['changeTask']>[1],
): Promise<TaskView> {
  authorise(actor, 'changeTask')
  const { id, revision, text, due, ownerId, done } = parse(Change, args)
  return write(house, actor, async (writing) => {
    const before = await findTask(writing.trx, house.houseId, id)
    if (before === null || before.removedAt !== null) throw new HouseError('not-found', { subject: 'Task' })
    if (before.revision !== revision) throw new HouseError('revision-changed', { revision: before.revision })
    if (ownerId !== undefined && ownerId !== null && (await findMember(writing.trx, house.houseId, ownerId)) === null)
      throw new HouseError('not-found', { subject: 'Member' })
    await putTask(writing.trx, house.houseId, {
      ...before,
      text: text ?? before.text,
      due: due === undefined ? before.due : due,
      ownerId: ownerId === undefined ? before.ownerId : ownerId,
      doneAt: done === undefined ? before.doneAt : done ? (before.doneAt ?? writing.at) : null,
      revision: revision + 1,
    })
    writing.audit({ verb: 'changeTask', subject: 'Task', subjectId: id, detail: done === undefined ? {} : { done } })
    return taskView((await findTask(writing.trx, house.houseId, id))!)
  })
}
