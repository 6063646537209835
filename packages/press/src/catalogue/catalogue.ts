/**
 * Prints a catalogue for a market as one PDF: cover, contents, chapters by theme with one or two films a page, indexes by
 * country, director and length, and whom to ask.
 *
 * @throws PrintingError when the template fails, which no sheet should be able to cause
 * @example
 * const pdf = await printCatalogue({ house, market: { name: 'Sunny Side', where: null }, year: 2026, films, contacts, locale: 'fr', paper: 'a4', perPage: 1, forPrinters: true })
 */
import type { TextByLanguage } from '@vitrine/catalogue'
import type { Locale } from '@vitrine/messages'
import { cataloguePaper } from '@vitrine/messages/catalogue-paper'
import { pressWords } from '@vitrine/messages/press'
import { nameOf } from '@vitrine/messages/vocabulary'
import { legibleAccent } from '../accent.ts'
import { breakable, filmView, houseView, leadingFacts, paragraphsOf, textIn } from '../film-view.ts'
import type { CatalogueInput, PrintedFilm, PrintedPicture } from '../input.ts'
import { type PlacedPicture, printTemplate } from '../typst/printing-press.ts'
import { chaptersOf } from './chapters.ts'
import { indexesOf } from './indexes.ts'
import { sentencesOf } from './sentences.ts'

const MOST_FACTS = { 1: 14, 2: 8 } as const
const MOST_FESTIVALS = { 1: 7, 2: 3 } as const
/** No page holds more. In UTF-16 units. */
const LONGEST_STORY = 6_000
/** Beside a title in a list. */
const MOST_DIRECTORS = 3

export async function printCatalogue(input: CatalogueInput): Promise<Uint8Array> {
  const { house, market, locale, paper, perPage, forPrinters } = input
  const words = cataloguePaper[locale]
  // Many markets have the year in their name.
  const called = market.name.includes(String(input.year)) ? market.name : `${market.name} ${input.year}`
  const chapters = chaptersOf(input.films)
  const films = chapters.flatMap((chapter) => chapter.films)
  const indexes = indexesOf(films.map(({ sheet }) => ({ title: sheet.titles[locale] ?? sheet.title, sheet })), locale) // prettier-ignore
  return printTemplate(
    'catalogue',
    (place) => {
      const views = films.map((film) => filmOnPage(film, input, place))
      return {
        locale,
        paper,
        perPage,
        forPrinters,
        typeface: house.typeface,
        accent: legibleAccent(house.accent),
        title: `${house.name}, ${called}`,
        called,
        market,
        year: String(input.year),
        cover: input.cover === null ? null : place(input.cover),
        logo: house.logo === null ? null : place(house.logo),
        strapline: house.strapline,
        house: houseView(house, pressWords[locale]),
        words: {
          catalogue: words.catalogue,
          contents: words.contents,
          index: words.index,
          contacts: words.contacts,
          meetUs: words.meetUs(market.name),
          festivals: pressWords[locale].festivals,
          films: words.films(films.length),
        },
        chapters: chapters.map(({ theme, films: own }) => ({
          name: theme === null ? words.others : nameOf(locale, 'theme', theme),
          films: own.map((film) => films.indexOf(film) + 1),
          count: words.films(own.length),
          accent: chapterAccent(own, house.accent),
        })),
        films: views,
        indexes: [
          { name: words.byCountry, entries: indexes.country },
          { name: words.byDirector, entries: indexes.director },
          { name: words.bySlot, entries: indexes.slot },
        ].filter(({ entries }) => entries.length > 0),
        contacts: input.contacts,
      }
    },
    'ua-1',
  )
}

function filmOnPage(
  film: PrintedFilm,
  { house, locale, perPage }: CatalogueInput,
  place: (picture: PrintedPicture) => PlacedPicture,
) {
  const [still] = film.stills
  // What the page does not show need not reach the press.
  const view = filmView(
    { ...film, stills: film.stills.slice(0, 1), poster: still === undefined ? film.poster : null },
    house,
    locale,
    place,
  )
  return {
    title: view.title,
    subtitle: view.subtitle,
    directors: film.sheet.directors.slice(0, MOST_DIRECTORS).join(', '),
    line: view.line,
    lead: view.lead,
    paragraphs: setIn(film.sheet.synopsis, locale),
    short: setIn(film.sheet.shortSynopsis, locale),
    facts: leadingFacts(view.facts, MOST_FACTS[perPage]),
    festivals: view.festivals.slice(0, MOST_FESTIVALS[perPage]),
    more: view.more[view.festivals.length - MOST_FESTIVALS[perPage] - 1] ?? null,
    still: view.stills[0] ?? null,
    credit: still?.credit ?? null,
    poster: view.poster,
    accent: view.accent,
    url: view.url,
    shortUrl: view.shortUrl,
  }
}

/** A text as the template cuts it: paragraphs of sentences, each with its length. */
function setIn(texts: TextByLanguage, locale: Locale): { text: string; letters: number }[][] {
  const text = textIn(texts, locale) ?? ''
  const paragraphs = paragraphsOf(text.slice(0, LONGEST_STORY)).map((paragraph) => sentencesOf(paragraph, locale))
  if (text.length > LONGEST_STORY) paragraphs.at(-1)?.pop() // it may have been cut in two
  return paragraphs.map((sentences) => sentences.map((sentence) => ({ text: breakable(sentence), letters: sentence.length })))
}

/** A chapter's page is in the colour that its first films lend; the house's where none has one. */
function chapterAccent(films: readonly PrintedFilm[], accent: string): string {
  return legibleAccent(films.find((film) => film.accent !== null)?.accent ?? accent)
}
