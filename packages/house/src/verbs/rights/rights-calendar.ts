import { watchWords } from '@vitrine/messages/rights'
import { colon } from '@vitrine/messages/format'
import { findCalendar } from '@vitrine/store/rights/calendars'
import { readSettings } from '@vitrine/store/settings/settings'
import { sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { actorForUser } from '../house/actor-for-user.ts'
import { watchRights } from './watch-rights.ts'

const DAYS = 3 * 366

/** What ends when, as a calendar, for whoever has its secret address: what its owner may see, as long as they may. */
export async function rightsCalendar(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['rightsCalendar']>[1],
): Promise<string> {
  authorise(actor, 'rightsCalendar')
  const calendar = await findCalendar(house.db, house.houseId, sha256(args.token))
  const owner = calendar === null ? null : await actorForUser(house, calendar.userId)
  if (owner === null) throw new HouseError('not-found', { subject: 'Calendar' })
  const items = await watchRights(house, owner, { days: DAYS, locale: args.locale })
  const { name } = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  const words = watchWords[args.locale]
  // Loaded here: few processes write one.
  const { writeCalendar } = await import('@vitrine/exchange/calendar/write-calendar')
  return writeCalendar(
    words.calendar(name),
    items.flatMap(({ kind, day, outer, entry, detail }) => {
      // what waits is noted on the last day on which it can still happen
      const on = day ?? outer
      if (on === null) return []
      const what = day === null ? words.outer : words.kinds[kind]
      const summary = `${what}${colon(args.locale)} ${entry.title}${entry.party === null ? '' : ` (${entry.party})`}`
      return [{ id: `${entry.id}-${kind}-${on}`, day: on, summary, description: detail, url: `${house.origin}/${args.locale}/desk/rights/entries/${entry.id}` }] // prettier-ignore
    }),
    house.now().toISOString(),
  )
}
