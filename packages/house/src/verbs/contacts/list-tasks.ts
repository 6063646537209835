import { addDays } from '@vitrine/deals/after/days'
import { tasksDue } from '@vitrine/store/contacts/tasks'
import { wantsTaskLetter } from '@vitrine/store/contacts/task-letters'
import { findAddress } from '@vitrine/store/mail/addresses'
import { readSettings } from '@vitrine/store/settings/settings'
import { listMembers, type MemberRow } from '@vitrine/store/users/members'
import { z } from 'zod'
import { MOST_SHOWN, taskView } from '../../contacts/notes-and-tasks.ts'
import type { HouseContext } from '../../context.ts'
import { type Actor, STAFF_ROLES } from '../../contract.ts'
import type { ContactVerbs } from '../../contract/contacts.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { DayText } from '../../rights/read-input.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { dayIn } from '../../settings/time-zone.ts'

const Asked = z.object({
  whose: z.enum(['mine', 'all']).default('mine'),
  through: DayText.nullable().optional(),
  within: z.int().min(0).max(10_000).optional(),
})

/** What is due: through today unless another day is named (null: whenever) or so many days more, one's own and nobody's unless everybody's is asked for. */
export async function listTasks(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['listTasks']>[1],
): ReturnType<ContactVerbs['listTasks']> {
  authorise(actor, 'listTasks')
  const { timeZone } = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  const today = dayIn(timeZone, house.now()).day
  const { whose, within = 0, through = addDays(today, within) } = parse(Asked, args)
  const [rows, members] = await Promise.all([
    tasksDue(house.db, house.houseId, whose === 'mine' ? actor.userId : null, through, MOST_SHOWN),
    listMembers(house.db, house.houseId),
  ])
  const owners = members.filter(({ role, disabled }) => !disabled && (STAFF_ROLES as readonly string[]).includes(role))
  const me = actor.kind === 'user' ? members.find(({ id }) => id === actor.userId) : undefined
  return {
    today,
    tasks: rows.map(taskView),
    owners: owners.map(({ id, name }) => ({ id, name })),
    letters: me === undefined ? null : await lettersOf(house, me),
  }
}

/** Whether a member hears of their tasks by mail; `stopped` says that nothing of the kind reaches them whatever they chose here. */
async function lettersOf({ db, houseId }: HouseContext, { id, email }: MemberRow) {
  const [isWanted, address] = await Promise.all([wantsTaskLetter(db, houseId, id), findAddress(db, houseId, email)])
  const stopped = address === null || address.state === 'ok' ? null : address.state
  return { choice: isWanted ? ('daily' as const) : ('off' as const), stopped }
}
