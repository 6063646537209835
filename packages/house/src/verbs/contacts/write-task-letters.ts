import { formatDay, type Locale } from '@vitrine/messages'
import { taskLetter } from '@vitrine/messages/task-letter'
import type { Asker } from '@vitrine/store/asker'
import { membersToTell, takeTaskLetter } from '@vitrine/store/contacts/task-letters'
import { countUnowned, type TaskRow, tasksOf } from '@vitrine/store/contacts/tasks'
import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { oweLetter, whyNoLetters } from '../../letters/owe-letter.ts'
import { onOneLine } from '../../letters/fill-words.ts'
import { wordLetter } from '../../letters/word-letter.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { dayIn } from '../../settings/time-zone.ts'

/** Who may open the page that the letter leads to. */
const READERS: ReadonlySet<string> = new Set(['owner', 'rights', 'sales'])
/** Nobody is written to in the night. */
const FROM_HOUR = 6
const MOST_LINES = 50
/** So many are read: how many there are is told, whoever has more has other worries. */
const MOST_READ = 1_000

/**
 * Writes the letters of the day to those who have something to do by today: one each, in their own language, whichever server asks first. The day is taken and the letter
 * written in one transaction, a member at a time. To whom ended such letters, or whose address takes no mail, none is written. Whoever is given something later that day hears of it then, if they had no letter yet.
 */
export async function writeTaskLetters(house: HouseContext, actor: Actor): Promise<number> {
  authorise(actor, 'writeTaskLetters')
  const { timeZone, defaultLocale, name } = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  const { day, hour } = dayIn(timeZone, house.now())
  if (hour < FROM_HOUR) return 0
  let written = 0
  for (const member of await membersToTell(house.db, house.houseId, day)) {
    if (!READERS.has(member.role)) continue
    const locale = member.locale ?? defaultLocale
    const isWritten = await house.writeTurn(() =>
      house.db.transaction().execute(async (trx) => {
        if ((await whyNoLetters(house, trx, member.email)) !== null) return false // the day is not taken: they may want letters again
        const tasks = await tasksOf(trx, house.houseId, member.id, day, MOST_READ)
        if (tasks.length === 0) return false // done meanwhile: the day is not taken, something may come yet
        if (!(await takeTaskLetter(trx, house.houseId, member.id, day))) return false
        const letter = await letterOf(house, trx, { tasks, day, locale, to: member.name, name })
        await oweLetter(house, trx, { kind: 'tasks', locale, about: 'Tasks', aboutId: member.id, at: house.now().toISOString(), to: member.email, ...letter }) // prettier-ignore
        return true
      }),
    )
    if (isWritten) written++
  }
  return written
}

async function letterOf(
  house: HouseContext,
  trx: Asker,
  { tasks, day, locale, to, name }: { tasks: readonly TaskRow[]; day: string; locale: Locale; to: string; name: string },
) {
  const words = taskLetter[locale]
  const late = tasks.filter(({ due }) => due !== null && due < day)
  const today = tasks.filter(({ due }) => due === day)
  const unowned = await countUnowned(trx, house.houseId, day)
  const line = ({ text, about, due }: TaskRow): string => {
    const said = `- ${onOneLine(text)}${about === null ? '' : ` (${onOneLine(about)})`}`
    return due === null || due === day ? said : `${said}, ${words.since(formatDay(locale, due))}`
  }
  const part = (heading: string, of: readonly TaskRow[]): string | null => {
    const more = of.length > MOST_LINES ? [words.more(of.length - MOST_LINES)] : []
    return of.length === 0 ? null : [heading, [...of.slice(0, MOST_LINES).map(line), ...more].join('\n')].join('\n\n')
  }
  return wordLetter(house, trx, 'tasks', locale, {
    to,
    house: name,
    things: words.things(tasks.length),
    today: part(words.today, today),
    late: part(words.late, late),
    unowned: unowned === 0 ? null : words.unowned(unowned),
    link: `${house.origin}/${locale}/desk/contacts/day`,
  })
}
