/** Films as simple Dublin Core (oai_dc): fifteen elements that every archive reads. */
import type { FilmOut, WriteOptions, Written } from '../formats/format.ts'
import { lossesByReading } from '../formats/losses-by-reading.ts'
import { GENRES, THEMES } from '@vitrine/catalogue/model/vocabulary'
import { nameOf } from '@vitrine/messages/vocabulary'
import { durationOf } from '../movielabs/durations.ts'
import { unique } from '../formats/film-in.ts'
import { element, textElement, writeXml, type Element } from '../xml/write-xml.ts'
import { DC, DUBLIN_CORE_CARRIES, NUMBERS, OAI_DC } from './carries.ts'
import { readDublinCore } from './read-dublin-core.ts'

/** The schema of oai_dc has a record and nothing around several: what is around them is ours. */
const RECORDS = 'urn:x-vitrine:records'

/** One film as `oai_dc:dc`, several in a list of them. */
export function writeDublinCore(films: readonly FilmOut[], options: WriteOptions): Written {
  const [only] = films
  const root =
    films.length === 1 && only !== undefined
      ? dublinCore(only, options)
      : element(
          'records',
          { xmlns: RECORDS },
          films.map((film) => dublinCore(film, options)),
        )
  const bytes = new TextEncoder().encode(writeXml(root))
  return {
    fileName: 'dublin-core.xml',
    mediaType: 'application/xml',
    bytes,
    losses: lossesByReading(DUBLIN_CORE_CARRIES, films, readDublinCore(bytes)),
  }
}

/** One film; also what OAI-PMH gives of it. */
export function dublinCore(film: FilmOut, { locale, sender }: Pick<WriteOptions, 'locale' | 'sender'>): Element {
  const { sheet } = film
  const dc = (name: string, text: string | number | null, language: string | null = null) =>
    textElement(`dc:${name}`, text, { 'xml:lang': language })
  const word = (group: 'genre' | 'theme', known: readonly string[], code: string) =>
    known.includes(code) ? nameOf(locale, group, code) : code
  const { isan, eidr, imdb, wikidata, reference } = sheet.identifiers
  const texts = { ...sheet.logline, ...sheet.synopsis, ...sheet.shortSynopsis }
  return element(
    'oai_dc:dc',
    { 'xmlns:oai_dc': OAI_DC, 'xmlns:dc': DC, 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance', 'xsi:schemaLocation': `${OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd` }, // prettier-ignore
    dc('title', sheet.title),
    Object.entries(sheet.titles).map(([language, title]) => dc('title', title, language)),
    dc('title', sheet.originalTitle),
    sheet.otherTitles.map(({ title, language }) => dc('title', title, language)),
    sheet.directors.map((name) => dc('creator', name)),
    unique([...sheet.producers, ...sheet.credits.flatMap(({ names }) => names), ...sheet.productionCompanies.map(({ name }) => name)]).map((name) => dc('contributor', name)), // prettier-ignore
    sheet.genres.map((genre) => dc('subject', word('genre', GENRES, genre))),
    sheet.themes.map((theme) => dc('subject', word('theme', THEMES, theme))),
    sheet.keywords.map((keyword) => dc('subject', keyword)),
    Object.entries(texts).map(([language, text]) => dc('description', text, language)),
    dc('publisher', sender.name),
    dc('date', sheet.year),
    dc('type', 'MovingImage'),
    sheet.cuts.map(({ minutes, episodes }) =>
      dc('format', [episodes, durationOf(minutes * 60)].filter((part) => part !== null).join(' × ')),
    ),
    dc('identifier', film.url),
    [
      isan === null ? null : NUMBERS.isan + isan,
      eidr === null ? null : NUMBERS.eidr + eidr,
      imdb === null ? null : NUMBERS.imdb + imdb,
      wikidata === null ? null : NUMBERS.wikidata + wikidata,
      reference,
    ].map((number) => dc('identifier', number)),
    sheet.originalLanguages.map((language) => dc('language', language)),
    sheet.places.map((place) => dc('coverage', place)),
  )
}
