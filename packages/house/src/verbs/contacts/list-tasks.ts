import { writeDay } from '@vitrine/rights/days/day'
import { tasksDue } from '@vitrine/store/contacts/tasks'
import { listMembers } from '@vitrine/store/users/members'
import { z } from 'zod'
import { MOST_SHOWN, taskView } from '../../contacts/notes-and-tasks.ts'
import type { HouseContext } from '../../context.ts'
import { type Actor, STAFF_ROLES } from '../../contract.ts'
import type { ContactVerbs } from '../../contract-contacts.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { DayText } from '../../rights/read-input.ts'
import { todayOf } from '../../rights/today.ts'

const Asked = z.object({ whose: z.enum(['mine', 'all']).default('mine'), through: DayText.nullable().optional() })

/** What is due: through today unless another day is named (null: whenever), one's own and nobody's unless everybody's is asked for. */
export async function listTasks(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['listTasks']>[1],
): ReturnType<ContactVerbs['listTasks']> {
  authorise(actor, 'listTasks')
  const today = writeDay(todayOf(house))!
  const { whose, through = today } = parse(Asked, args)
  const [rows, members] = await Promise.all([
    tasksDue(house.db, house.houseId, whose === 'mine' ? actor.userId : null, through, MOST_SHOWN),
    listMembers(house.db, house.houseId),
  ])
  const owners = members.filter(({ role, disabled }) => !disabled && (STAFF_ROLES as readonly string[]).includes(role))
  return { today, tasks: rows.map(taskView), owners: owners.map(({ id, name }) => ({ id, name })) }
}
