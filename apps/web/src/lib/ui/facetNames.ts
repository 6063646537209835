import type { Facet } from '@vitrine/house'
import { capitalise, countryName, languageName, type Locale } from '@vitrine/messages'
import { nameOf } from '@vitrine/messages/vocabulary'

/** How a value of a facet is written: codes get their names, names stay as they are. */
export function facetValueName(locale: Locale, facet: Facet, value: string, name: string | null): string {
  if (facet === 'country') return countryName(locale, value)
  if (facet === 'version') return capitalise(locale, languageName(locale, value))
  if (facet === 'theme' || facet === 'genre' || facet === 'slot' || facet === 'status')
    return nameOf(locale, facet, name ?? value)
  return name ?? value
}
