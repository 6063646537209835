import { stateWords } from '@vitrine/messages/deals'
import { desk } from '@vitrine/messages/desk'
import { deskDeals } from '@vitrine/messages/desk-deals'
import { channelWord } from '@vitrine/messages/list-columns'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RequestView } from '../../contract/deals.ts'
import type { ListVerbs } from '../../contract/lists.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { type Columns, listAsked, listFile, minuteOf, BY_HAND, pagesOf, together } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { requestPage, requestsAsked } from '../requests/list-requests.ts'

const STEP = 500
const COLUMNS: Columns<'requests', RequestView> = {
  at: [17, ({ at }) => minuteOf(at)],
  kind: [14, ({ kind }, locale) => deskDeals[locale][`kind.${kind}`]],
  state: [14, ({ state }, locale) => stateWords[locale].request[state]],
  channel: [12, ({ channel }, locale) => channelWord(locale, channel)],
  films: [40, ({ titles }) => together(titles.map(({ title }) => title))],
  name: [24, ({ name }) => name],
  email: [30, ({ email }) => email],
  company: [28, ({ company, companyName }) => company ?? companyName],
  subject: [36, ({ subject }) => subject],
  message: [60, ({ message }) => message],
  owner: [20, ({ owner }) => owner],
  deal: [10, ({ deal }) => deal?.reference ?? null],
}

/** Requests as a spreadsheet: those that the same filter lists. */
export async function exportRequests(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ListVerbs['exportRequests']>[1],
  leaving = BY_HAND,
): Promise<TakenAway> {
  authorise(actor, 'exportRequests')
  const asked = listAsked('requests', args)
  const { format: _, columns: __, locale: reader, ...filter } = args
  const requests = requestsAsked(filter)
  const pages = pagesOf((cursor) => requestPage(house, requests, reader, cursor, STEP))
  return listFile('requests', desk[asked.locale].requests, COLUMNS, pages, asked, leaving)
}
