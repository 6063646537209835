/** The offers of a buyer's company, as the room lists them: the last version of each that was sent. */
import type { Actor } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'
import { site } from '#lib/server/site.ts'

/** Deals whose offers a page of the room shows at most. */
const MOST = 50

export async function roomOffers(actor: Actor, locale: Locale) {
  const { house } = site()
  const { items } = await house.listDeals(actor, { limit: MOST })
  const deals = await Promise.all(items.map(({ id }) => house.viewDeal(actor, { id, reader: locale })))
  return deals.flatMap(
    ({ reference, titles, offers: [last] }) =>
    last === undefined ? [] : [{ id: last.id, reference, version: last.version, side: last.side, state: last.state, films: titles.map(({ title }) => title), currency: last.currency, minor: last.totalMinor, expires: last.expires }], // prettier-ignore
  )
}
