import { decimal } from '@vitrine/ledger/money/decimal'
import { afterWords } from '@vitrine/messages/after'
import { stateWords } from '@vitrine/messages/deals'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealLine } from '../../contract/deals.ts'
import type { ListVerbs } from '../../contract/lists.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { type Columns, dayOf, listAsked, listFile, BY_HAND, pagesOf, together } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { dealPage, dealsAsked } from '../deals/list-deals.ts'

const STEP = 500
const COLUMNS: Columns<'deals', DealLine> = {
  reference: [10, ({ reference }) => reference],
  name: [36, ({ name }) => name],
  state: [14, ({ state }, locale) => stateWords[locale].deal[state]],
  company: [28, ({ company }) => company],
  films: [40, ({ titles }) => together(titles.map(({ title }) => title))],
  owner: [20, ({ owner }) => owner],
  currency: [9, ({ currency }) => currency],
  price: [12, ({ priceMinor, currency }) => (priceMinor === null ? null : Number(decimal(priceMinor, currency)))],
  likelihood: [12, ({ likelihood }) => likelihood],
  closesOn: [14, ({ closesOn }) => closesOn],
  stateSince: [14, ({ stateSince }) => dayOf(stateSince)],
  updatedAt: [14, ({ updatedAt }) => dayOf(updatedAt)],
}

/** Deals as a spreadsheet: those that the same filter lists. */
export async function exportDeals(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ListVerbs['exportDeals']>[1],
  leaving = BY_HAND,
): Promise<TakenAway> {
  authorise(actor, 'exportDeals')
  const asked = listAsked('deals', args)
  const { format: _, columns: __, locale: ___, ...filter } = args
  const deals = await dealsAsked(house, actor, filter)
  const pages = pagesOf((cursor) => dealPage(house, actor, deals, cursor, STEP))
  return listFile('deals', afterWords[asked.locale].deals, COLUMNS, pages, asked, leaving)
}
