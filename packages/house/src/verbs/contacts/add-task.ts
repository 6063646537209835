import { findTask, putTask } from '@vitrine/store/contacts/tasks'
import { findMember } from '@vitrine/store/users/members'
import { z } from 'zod'
import { holdSubject, SubjectInput, TaskText, taskView } from '../../contacts/notes-and-tasks.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs, TaskView } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { DayText } from '../../rights/read-input.ts'
import { write } from '../../write.ts'

const Task = z.object({
  subject: SubjectInput.nullable().default(null),
  text: TaskText,
  due: DayText.nullable().default(null),
  ownerId: Id.nullable().optional(),
})

/** Notes what is to be done; it is the asker's own unless somebody else is named, or nobody. */
export async function addTask(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['addTask']>[1],
): Promise<TaskView> {
  authorise(actor, 'addTask')
  const { subject, text, due, ownerId = actor.userId } = parse(Task, args)
  return write(house, actor, async (writing) => {
    if (subject !== null) await holdSubject(house, writing.trx, subject)
    if (ownerId !== null && (await findMember(writing.trx, house.houseId, ownerId)) === null)
      throw new HouseError('not-found', { subject: 'Member' })
    const id = newId(Date.parse(writing.at))
    await putTask(writing.trx, house.houseId, { id, subjectKind: subject?.kind ?? null, subjectId: subject?.id ?? null, text, due, ownerId, revision: 1, byName: actor.name, createdAt: writing.at, doneAt: null, removedAt: null }) // prettier-ignore
    writing.audit({ verb: 'addTask', subject: 'Task', subjectId: id, detail: subject === null ? {} : { about: subject.kind, aboutId: subject.id } }) // prettier-ignore
    return taskView((await findTask(writing.trx, house.houseId, id))!)
  })
}
