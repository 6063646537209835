import type { TitleSheet } from '@vitrine/catalogue'
import { vocabulary } from '@vitrine/messages/vocabulary'
import { latinWordsOf, pairsOf, wordsOf } from './fold.ts'

/**
 * Where a word stands, from what most likely is meant to what least: `a` the film's titles, `b` its people, `c` facts (places,
 * countries, themes, companies, festivals, keywords, identifiers). Texts have no mark: a word alone says "somewhere".
 */
export const PLACES = ['a', 'b', 'c'] as const
export type PlaceMark = (typeof PLACES)[number]

const MOST_WORDS = 8_000 // distinct words of one title: three novels' worth
const MOST_BYTES = 700_000 // of all its words with their marks: PostgreSQL refuses a tsvector of more than 1,048,575

/**
 * The search words of a sheet: each distinct word once, and once more with the mark of where it stands (`a:river`); of titles
 * and people also neighbouring words as one (`a:saltroad`).
 * Countries and themes count by their names in English and French, whatever the sheet's language.
 */
export function wordsOfSheet(sheet: TitleSheet): { plain: string[]; marked: string[] } {
  const plain = new Set<string>()
  const marked = new Set<string>()
  let bytes = 0
  const keep = (set: Set<string>, word: string) => {
    if (set.has(word)) return
    bytes += Buffer.byteLength(word)
    set.add(word)
  }
  const add = (mark: PlaceMark | null, texts: Iterable<string | null | undefined>) => {
    for (const text of texts) {
      if (!text) continue
      const words = wordsOf(text)
      for (const word of mark === null ? words : [...words, ...latinWordsOf(text)]) {
        if (plain.size >= MOST_WORDS || bytes >= MOST_BYTES) return
        keep(plain, word)
        if (mark !== null) keep(marked, `${mark}:${word}`)
      }
      if (mark === 'a' || mark === 'b')
        for (const pair of pairsOf(words)) {
          if (bytes >= MOST_BYTES) return
          keep(marked, `${mark}:${pair}`)
        }
    }
  }
  add('a', [sheet.title, sheet.originalTitle, ...Object.values(sheet.titles), ...sheet.otherTitles.map((other) => other.title)])
  add('b', [...sheet.directors, ...sheet.producers, ...sheet.credits.flatMap((credit) => credit.names)])
  add(
    'c',
    [...sheet.productionCompanies, ...sheet.coProducers].map((company) => company.name),
  )
  add('c', [
    ...sheet.broadcasters,
    ...sheet.supporters,
    ...sheet.keywords,
    sheet.period?.label ?? null,
    sheet.year === null ? null : String(sheet.year),
  ])
  add('c', [...sheet.countries, ...sheet.places].flatMap(placeNames))
  add(
    'c',
    sheet.themes.flatMap((theme) => codeNames('theme', theme)),
  )
  add(
    'c',
    sheet.genres.flatMap((genre) => codeNames('genre', genre)),
  )
  add(
    'c',
    sheet.festivals.flatMap((entry) => [entry.festival, entry.city, entry.section, entry.award]),
  )
  add('c', [
    sheet.identifiers.reference,
    sheet.identifiers.imdb,
    sheet.identifiers.tmdb,
    sheet.identifiers.wikidata,
    sheet.identifiers.eidr,
    sheet.identifiers.isan,
  ])
  for (const texts of [sheet.logline, sheet.shortSynopsis, sheet.synopsis, sheet.directorsNote, sheet.biography])
    add(null, Object.values(texts))
  add(
    null,
    Object.values(sheet.lead).map((lead) => lead.text),
  )
  add(
    null,
    sheet.pressQuotes.flatMap((quote) => [quote.text, quote.source]),
  )
  return { plain: [...plain], marked: [...marked] }
}

const regions = [
  new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
  new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' }),
]
const knownPlaces = new Map<string, string[]>()

/** A place as printed; a country's code as its names in English and French. */
export function placeNames(place: string): string[] {
  if (!/^[A-Z]{2}$/.test(place)) return [place]
  let names = knownPlaces.get(place)
  if (!names) {
    names = regions.map((region) => region.of(place)).filter((name) => name !== undefined)
    if (names.length === 0) names = [place]
    knownPlaces.set(place, names)
  }
  return names
}

/** A theme or genre as printed; a known code as its names in English and French. */
export function codeNames(kind: 'theme' | 'genre', code: string): string[] {
  const names = [vocabulary.en[kind], vocabulary.fr[kind]].map((table) =>
    Object.hasOwn(table, code) ? (table as Record<string, string>)[code] : undefined,
  )
  return [code, ...names.filter((name) => name !== undefined)]
}

/** Words as the text of a tsvector. They consist of letters, digits and marks only: nothing to escape. */
export function tsvectorOf(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(' ')
}
