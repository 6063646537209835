import { formatDay } from '@vitrine/messages'
import { watchWords } from '@vitrine/messages/rights'
import { rightsDigest } from '@vitrine/messages/rights-digest'
import { takeDigest } from '@vitrine/store/rights/digests'
import { readSettings } from '@vitrine/store/settings/settings'
import { listMembers } from '@vitrine/store/users/members'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract-rights.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { watchRights } from './watch-rights.ts'

const DAYS = 90
const MOST_LINES = 100

/**
 * This week's letters about what is coming, to whoever asks first; everybody after gets none. A week begins on the day that
 * the house has chosen: a server that was down that day sends when it is back. A server that dies with the letters in hand
 * has lost them: a letter too few does less harm than one twice.
 */
export async function takeRightsDigest(house: HouseContext, actor: Actor): ReturnType<RightsVerbs['takeRightsDigest']> {
  authorise(actor, 'takeRightsDigest')
  const { digestDay, defaultLocale: locale, name } = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  if (digestDay === null) return []
  const now = house.now()
  if (!(await takeDigest(house.db, house.houseId, dueDay(now, digestDay), now.toISOString()))) return []
  const items = await watchRights(house, actor, { days: DAYS, locale })
  if (items.length === 0) return []
  const words = rightsDigest[locale]
  const lines = items.slice(0, MOST_LINES).map(({ kind, day, entry, detail }) => {
    const who = entry.party === null ? '' : ` (${entry.party})`
    return `${day === null ? words.waiting : formatDay(locale, day)}  ${watchWords[locale].kinds[kind]}: ${entry.title}${who}\n    ${detail}`
  })
  const more = items.length > MOST_LINES ? [words.more(items.length - MOST_LINES)] : []
  const text = [words.intro(DAYS), ...lines, ...more, words.link(`${house.origin}/${locale}/desk/rights/watch?months=3`), words.why].join('\n\n') // prettier-ignore
  const readers = (await listMembers(house.db, house.houseId)).filter(({ role, disabled }) => !disabled && (role === 'owner' || role === 'rights')) // prettier-ignore
  return readers.map(({ email }) => ({ to: email, subject: words.subject(name, items.length), text: `${text}\n` }))
}

/** The last day, today included, that was the wanted day of the week (1 is Monday, 7 Sunday). */
export function dueDay(now: Date, weekday: number): string {
  const since = (now.getUTCDay() - weekday + 7) % 7
  return new Date(now.getTime() - since * 86_400_000).toISOString().slice(0, 10)
}
