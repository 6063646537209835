import { setTaskLetter } from '@vitrine/store/contacts/task-letters'
import { findMember } from '@vitrine/store/users/members'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const Choice = z.object({ letters: z.enum(['off', 'daily']) })

/** Whether the asker is told by mail, on the morning of a day on which something of theirs is due or late. */
export async function chooseTaskLetters(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['chooseTaskLetters']>[1],
): ReturnType<ContactVerbs['chooseTaskLetters']> {
  authorise(actor, 'chooseTaskLetters')
  const { letters } = parse(Choice, args)
  return write(house, actor, async (writing) => {
    const member = actor.userId === null ? null : await findMember(writing.trx, house.houseId, actor.userId)
    if (member === null) throw new HouseError('not-found', { subject: 'Member' })
    await setTaskLetter(writing.trx, house.houseId, member.id, letters === 'daily')
    writing.audit({ verb: 'chooseTaskLetters', subject: 'Member', subjectId: member.id, detail: { letters } })
    return { letters }
  })
}
