import type { TitleCard } from '@vitrine/house'
import { countryName, formatCut, formatList, type Locale } from '@vitrine/messages'

/** The one line that stands under a title: lengths, year, countries. */
export function factsLine(locale: Locale, card: Pick<TitleCard, 'cuts' | 'year' | 'countries'>): string[] {
  const cuts = card.cuts.map(formatCut)
  return [
    cuts.slice(0, 2).join(' / '),
    card.year === null ? '' : String(card.year),
    card.countries
      .slice(0, 3)
      .map((code) => countryName(locale, code))
      .join(', '),
  ].filter((part) => part !== '')
}

/** "A, B and C", at most `most` of them. */
export function names(locale: Locale, all: readonly string[], most = 3): string {
  return all.length > most ? `${all.slice(0, most).join(', ')}…` : formatList(locale, all)
}
