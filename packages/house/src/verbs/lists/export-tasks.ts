import { deskContacts } from '@vitrine/messages/desk-contacts'
import { type TaskRow, tasksDue } from '@vitrine/store/contacts/tasks'
import { z } from 'zod'
import { taskView } from '../../contacts/notes-and-tasks.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { TaskView } from '../../contract/contacts.ts'
import type { ListVerbs } from '../../contract/lists.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { parse } from '../../input.ts'
import { type Columns, listAsked, listFile, BY_HAND, pagesBehind } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { DayText } from '../../rights/read-input.ts'

const STEP = 500
const Filter = z.object({ whose: z.enum(['mine', 'all']).default('all'), through: DayText.nullish() })
const COLUMNS: Columns<'tasks', TaskView> = {
  due: [12, ({ due }) => due],
  text: [60, ({ text }) => text],
  about: [30, ({ about }) => about],
  owner: [20, ({ owner }) => owner],
  by: [20, ({ by }) => by],
}

/** What is still to be done, as a spreadsheet, the longest overdue first. */
export async function exportTasks(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ListVerbs['exportTasks']>[1],
  leaving = BY_HAND,
): Promise<TakenAway> {
  authorise(actor, 'exportTasks')
  const asked = listAsked('tasks', args)
  const { whose, through } = parse(Filter, { whose: args.whose, through: args.through })
  const owner = whose === 'mine' ? actor.userId : null
  const rows = pagesBehind<TaskRow>((after) => tasksDue(house.db, house.houseId, owner, through ?? null, STEP, after), STEP)
  const pages = (async function* (): AsyncGenerator<TaskView[]> {
    for await (const page of rows) yield page.map(taskView)
  })()
  return listFile('tasks', deskContacts[asked.locale].tasks, COLUMNS, pages, asked, leaving)
}
