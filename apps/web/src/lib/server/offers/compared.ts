/** Two versions of an offer beside each other, as both sides read them. */
import type { House, OfferView } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'
import { conditionsOf, type Condition } from './conditions.ts'

type Compared = Awaited<ReturnType<House['compareOffers']>>

/** The price of the one film of an offer is the price of the offer: it is told once. */
export function changesTold({ before, after, changes }: Compared): Compared['changes'] {
  const one = before.lines.length === 1 && after.lines.length === 1
  return changes.filter(({ field }) => !(one && field === 'film-price' && changes.some((other) => other.field === 'price')))
}

/** What an offer says of each of its films beside rights and price, in the words of the contract. */
export const conditionsOfFilms = ({ terms }: OfferView, locale: Locale): Record<string, Condition[]> =>
  Object.fromEntries(terms.lines.map(({ titleId, rights }) => [titleId, conditionsOf(rights, locale)]))
