import { countryName, languageName } from '@vitrine/messages'
import { deskScreenings } from '@vitrine/messages/desk-screenings'
import { listViewingRows, type ViewingRow } from '@vitrine/store/screening/viewings'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ListVerbs } from '../../contract/lists.ts'
import type { TakenAway } from '../../contract/rights.ts'
import type { ViewingView } from '../../contract/screeners.ts'
import { Id, parse } from '../../input.ts'
import { type Leaving, type Columns, listAsked, listFile, minuteOf, pagesBehind } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { viewingViews } from '../../screening/watched-view.ts'

/** Each viewing is summed up from what was reported of it: fewer of them leave at once than of other lists. */
const MOST = 5_000
const AT_ONCE = 200
const Filter = z.object({
  screenerId: Id.optional(),
  titleId: Id.optional(),
  companyId: Id.optional(),
  contactId: Id.optional(),
})
const tenth = (value: number): number => Math.round(value * 10) / 10
const COLUMNS: Columns<'viewings', ViewingView> = {
  startedAt: [17, ({ startedAt }) => minuteOf(startedAt)],
  film: [36, ({ title }) => title],
  name: [24, ({ name }) => name],
  email: [30, ({ email }) => email],
  company: [28, ({ company }) => company],
  device: [12, ({ device }, locale) => deskScreenings[locale].device[device]],
  country: [16, ({ countries }, locale) => countries.map((code) => countryName(locale, code)).join(', ') || null],
  language: [14, ({ language }, locale) => (language === null ? null : languageName(locale, language))],
  subtitles: [14, ({ subtitles }, locale) => (subtitles === null ? null : languageName(locale, subtitles))],
  seen: [12, ({ watched }) => tenth(watched.seenMs / 60_000)],
  length: [12, ({ watched }) => tenth(watched.lengthMs / 60_000)],
  times: [8, ({ watched }) => tenth(watched.times)],
}

/** Who watched and how much of it, as a spreadsheet, as far as the server can bear it out; the newest first. */
export async function exportViewings(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ListVerbs['exportViewings']>[1],
  leaving: Leaving = { most: MOST },
): Promise<TakenAway> {
  authorise(actor, 'exportViewings')
  const asked = listAsked('viewings', args)
  const { screenerId, ...filter } = parse(Filter, { screenerId: args.screenerId, titleId: args.titleId, companyId: args.companyId, contactId: args.contactId }) // prettier-ignore
  const about = { ...filter, screenerIds: screenerId === undefined ? undefined : [screenerId] }
  const rows = pagesBehind<ViewingRow>(
    (before) => listViewingRows(house.db, house.houseId, { ...about, before }, AT_ONCE),
    AT_ONCE,
  )
  const pages = (async function* (): AsyncGenerator<ViewingView[]> {
    for await (const page of rows) yield (await viewingViews(house, house.db, page)).viewings
  })()
  return listFile('viewings', deskScreenings[asked.locale].viewings, COLUMNS, pages, asked, leaving)
}
