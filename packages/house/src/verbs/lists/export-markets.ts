import { countryName } from '@vitrine/messages'
import { deskContacts } from '@vitrine/messages/desk-contacts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MarketView } from '../../contract/contacts.ts'
import type { ListVerbs } from '../../contract/lists.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { type Columns, listAsked, listFile, BY_HAND } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { listMarkets } from '../contacts/list-markets.ts'

const COLUMNS: Columns<'markets', MarketView & { meetings: number }> = {
  name: [36, ({ name }) => name],
  kind: [14, ({ kind }, locale) => deskContacts[locale][`marketKind.${kind}`]],
  city: [20, ({ city }) => city],
  country: [18, ({ country }, locale) => (country === null ? null : countryName(locale, country))],
  firstDay: [12, ({ firstDay }) => firstDay],
  lastDay: [12, ({ lastDay }) => lastDay],
  stand: [20, ({ stand }) => stand],
  meetings: [10, ({ meetings }) => meetings],
}

/** Markets and festivals that the house goes to, as a spreadsheet, the last first. */
export async function exportMarkets(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ListVerbs['exportMarkets']>[1],
  leaving = BY_HAND,
): Promise<TakenAway> {
  authorise(actor, 'exportMarkets')
  const asked = listAsked('markets', args)
  const { text, kind, country, from, to } = args
  const pages = (async function* () {
    yield await listMarkets(house, actor, { text, kind, country, from, to })
  })()
  return listFile('markets', deskContacts[asked.locale].markets, COLUMNS, pages, asked, leaving)
}
