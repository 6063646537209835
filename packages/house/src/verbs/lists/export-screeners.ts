import { countryName } from '@vitrine/messages'
import { deskScreenings } from '@vitrine/messages/desk-screenings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ListVerbs } from '../../contract/lists.ts'
import type { TakenAway } from '../../contract/rights.ts'
import type { ScreenerView } from '../../contract/screeners.ts'
import { type Columns, dayOf, listAsked, listFile, minuteOf, BY_HAND, pagesOf, together } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { listScreeners } from '../screening/list-screeners.ts'

const COLUMNS: Columns<'screeners', ScreenerView> = {
  madeAt: [17, ({ madeAt }) => minuteOf(madeAt)],
  madeBy: [20, ({ madeBy }) => madeBy],
  films: [40, ({ films }) => together([...new Set(films.map(({ title }) => title))])],
  name: [24, ({ toName }, locale) => toName || deskScreenings[locale].anybody],
  email: [30, ({ toEmail }) => toEmail],
  company: [28, ({ company }) => company],
  state: [12, ({ state }, locale) => deskScreenings[locale].state[state]],
  expiresAt: [14, ({ expiresAt }) => dayOf(new Date(Date.parse(expiresAt) - 1).toISOString())], // its last day
  countries: [24, ({ countries }, locale) => together(countries.map((code) => countryName(locale, code)))],
  viewingsAllowed: [12, ({ viewingsAllowed }) => viewingsAllowed],
  devices: [12, ({ devicesAtOnce }) => devicesAtOnce],
  openedAt: [17, ({ openedAt }) => minuteOf(openedAt)],
  viewings: [10, ({ viewings }) => viewings],
  lastHeardAt: [17, ({ lastHeardAt }) => minuteOf(lastHeardAt)],
  revokedAt: [17, ({ revokedAt }) => minuteOf(revokedAt)],
}

/** Screeners as a spreadsheet, the newest first. Their links are secrets and stay. */
export async function exportScreeners(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ListVerbs['exportScreeners']>[1],
  leaving = BY_HAND,
): Promise<TakenAway> {
  authorise(actor, 'exportScreeners')
  const asked = listAsked('screeners', args)
  const { format: _, columns: __, locale: ___, ...filter } = args
  const pages = pagesOf((cursor) => listScreeners(house, actor, { ...filter, cursor, limit: 100 }))
  return listFile('screeners', deskScreenings[asked.locale].title, COLUMNS, pages, asked, leaving)
}
