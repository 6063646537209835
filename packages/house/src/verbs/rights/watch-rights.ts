import type { EntryTerms } from '@vitrine/rights/book/entry'
import { soldBeyondGrant } from '@vitrine/rights/check/check-entry'
import { addMonths, writeDay } from '@vitrine/rights/days/day'
import { boxInWords } from '@vitrine/rights/words/box-in-words'
import { unreadableEntry } from '@vitrine/messages/rights'
import { followBook, unreadableEntries } from '@vitrine/store/rights/follow-book'
import { findEntries } from '@vitrine/store/rights/entries'
import { readTitleLines } from '@vitrine/store/rights/lines'
import { idsToWatch, titlesSoldBeyondGrant } from '@vitrine/store/rights/watch'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs, WatchItem, WatchKind } from '../../contract/rights.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { toEntrySummary } from '../../rights/in-words.ts'
import { todayOf } from '../../rights/today.ts'

const Args = z.object({ days: z.number().int().min(1).max(3_660).optional(), locale: z.enum(['en', 'fr']) })

const ENDS = { grant: 'grant-ends', licence: 'licence-ends', holdback: 'holdback-ends' } as const

/** What ends, lapses or waits in the days to come (a year, if not said), and what was sold for longer than it is held. */
export async function watchRights(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['watchRights']>[1],
): Promise<WatchItem[]> {
  authorise(actor, 'watchRights')
  const { days, locale } = parse(Args, args)
  const today = todayOf(house)
  const until = days === undefined ? addMonths(today, 12) : today + days
  const { ending, lapsing, waiting } = await idsToWatch(house.db, house.houseId, writeDay(today)!, writeDay(until)!)
  const rows = await findEntries(house.db, house.houseId, [...new Set([...ending, ...lapsing, ...waiting])])
  const items = rows.flatMap((row): WatchItem[] => {
    const entry = toEntrySummary(row, locale)
    const item = (kind: WatchKind, day: string | null): WatchItem => ({ kind, day, outer: kind === 'undated-event' ? outerDateOf(row.terms) : null, entry, detail: entry.text }) // prettier-ignore
    return [
      ...(ending.includes(row.id) && row.kind !== 'option' ? [item(ENDS[row.kind], row.lastDay)] : []),
      ...(lapsing.includes(row.id) ? [item('option-lapses', row.expires)] : []),
      ...(waiting.includes(row.id) ? [item('undated-event', null)] : []),
    ]
  })
  return [...(await notRead(house, locale)), ...items, ...(await soldTooLong(house, locale))].sort((a, b) =>
    sortKey(a) < sortKey(b) ? -1 : 1,
  )
}

/** The first of its windows that would be over without the event. */
const outerDateOf = ({ boxes }: EntryTerms): string | null => boxes.flatMap(({ to }) => to ?? []).sort()[0] ?? null

/** What is broken first, then by day; what has none last. */
const sortKey = ({ kind, day }: WatchItem): string => (kind === 'unreadable' ? '' : (day ?? '9999'))

/** Entries that the answers leave out, because their rows in the database cannot be read. */
async function notRead(house: HouseContext, locale: 'en' | 'fr'): Promise<WatchItem[]> {
  await followBook(house.db, house.houseId)
  const rows = await findEntries(house.db, house.houseId, await unreadableEntries(house.db, house.houseId))
  return rows.map((row) => ({ kind: 'unreadable', day: null, outer: null, entry: toEntrySummary(row, locale), detail: unreadableEntry(row.id, locale) })) // prettier-ignore
}

async function soldTooLong(house: HouseContext, locale: 'en' | 'fr'): Promise<WatchItem[]> {
  const today = todayOf(house)
  const items: WatchItem[] = []
  for (const titleId of await titlesSoldBeyondGrant(house.db, house.houseId, writeDay(today)!)) {
    const found = soldBeyondGrant(await readTitleLines(house.db, house.houseId, titleId), today)
    const rows = await findEntries(house.db, house.houseId, [...new Set(found.flatMap(({ entries }) => entries))])
    for (const { box, entries } of found) {
      const row = rows.find(({ id }) => id === entries[0])
      if (row !== undefined) items.push({ kind: 'sold-beyond-grant', day: writeDay(box.from), outer: null, entry: toEntrySummary(row, locale), detail: boxInWords(box, locale) }) // prettier-ignore
    }
  }
  return items
}
