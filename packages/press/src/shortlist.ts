/**
 * Prints a selection of films as one PDF: a cover with its contents, then two films a page.
 *
 * @throws PrintingError when the template fails
 */
import { formatDay } from '@vitrine/messages'
import { pressWords } from '@vitrine/messages/press'
import { legibleAccent } from './accent.ts'
import { filmView, houseView, leadingFacts } from './film-view.ts'
import type { ShortlistInput } from './input.ts'
import { printTemplate } from './typst/printing-press.ts'

/** Two films share a page. */
const MOST_FACTS = 7

export async function printShortlist(input: ShortlistInput): Promise<Uint8Array> {
  const words = pressWords[input.locale]
  return printTemplate(
    'shortlist',
    (place) => ({
      locale: input.locale,
      paper: input.paper,
      forPrinters: input.forPrinters ?? false,
      typeface: input.house.typeface,
      accent: legibleAccent(input.house.accent),
      name: input.name ?? words.shortlist,
      note: input.note,
      url: input.url,
      shortUrl: input.url.replace(/^https?:\/\//, ''),
      words: {
        shortlist: words.shortlist,
        festivals: words.festivals,
        films: words.films(input.films.length),
        made: words.made(formatDay(input.locale, input.createdOn)),
      },
      house: houseView(input.house, words),
      films: input.films.map((film) => {
        const view = filmView(film, input.house, input.locale, place)
        return { ...view, facts: leadingFacts(view.facts, MOST_FACTS) }
      }),
    }),
    'ua-1',
  )
}
