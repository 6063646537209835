/** The record proposed to the editor: what was read, as a title sheet. */
import type { Reading } from '../model/reading.ts'
import { emptySheet } from '../model/title-sheet.ts'
import type { Company, TitleSheet } from '../model/title-sheet.ts'
import { themeCode } from '../writer/words.ts'
import { readOneCountry } from './countries.ts'
import { genreCode } from './formats.ts'

/**
 * The title sheet that a reading proposes; texts stand under the prose's language.
 *
 * @example
 * sheetFrom(readSheet('The Salt Road\n\nYear: 2020\nDuration: 52')).cuts // [{ minutes: 52, episodes: null, versions: [] }]
 */
export function sheetFrom(reading: Reading, language: string = reading.language ?? 'en'): TitleSheet {
  const sheet = emptySheet(reading.title === '' ? '?' : reading.title.slice(0, 500))
  const text = (value: string | null): Record<string, string> =>
    value === null || value === '' ? {} : { [language]: value.slice(0, 100_000) }
  // A logline that serves as the lead is the same words at the same place: it is stored once
  const leadIsItsOwn =
    reading.lead !== null && !sharesPlace(reading, 'lead', 'logline') && !sharesPlace(reading, 'lead', 'shortSynopsis')
  return {
    ...sheet,
    originalTitle: reading.originalTitle,
    otherTitles: reading.otherTitles,
    lead: leadIsItsOwn ? { [language]: { text: reading.lead!.slice(0, 10_000), writtenOn: reading.leadWrittenOn } } : {},
    logline: text(reading.logline),
    shortSynopsis: text(reading.shortSynopsis),
    synopsis: text(reading.synopsis),
    directorsNote: text(reading.directorsNote),
    biography: text(reading.biography),
    year: reading.year,
    cuts: reading.cuts,
    versions: reading.versions,
    originalLanguages: reading.originalLanguages,
    directors: reading.directors,
    productionCompanies: reading.productionCompanies.map((name, at) => ({
      name,
      country: companyCountry(reading, `productionCompanies.${at}`),
    })) satisfies Company[],
    coProducers: reading.coProducers,
    broadcasters: reading.broadcasters,
    supporters: reading.supporters,
    producers: reading.producers,
    credits: reading.credits,
    countries: reading.countries,
    genres: [...new Set(reading.genres.map((genre) => genreCode(genre) ?? genre))],
    themes: [...new Set(reading.themes.map((theme) => themeCode(theme) ?? theme))],
    keywords: reading.keywords,
    places: reading.places.map((place) => readOneCountry({ text: place, start: 0 }) ?? place),
    period: reading.period,
    festivals: reading.festivals,
    pressQuotes: reading.pressQuotes,
    formats: reading.formats,
    advisories: reading.advisories,
    ratings: reading.ratings,
    identifiers: reading.identifiers,
    trailer: reading.trailerUrl === null ? null : { url: reading.trailerUrl },
    contacts: reading.contacts,
  }
}

function sharesPlace(reading: Reading, one: string, other: string): boolean {
  const places = new Set(reading.provenance.filter((fact) => fact.path === other).map((fact) => fact.place.start))
  return reading.provenance.some((fact) => fact.path === one && places.has(fact.place.start))
}

/** The country in brackets behind a firm's name as printed ("Temps clair (France)"). */
function companyCountry(reading: Reading, path: string): string | null {
  const raw = reading.provenance.find((fact) => fact.path === path)?.raw
  const bracket = raw === undefined ? null : /[([]([^()[\]]{2,60})[)\]]\s*$/.exec(raw)
  return bracket ? readOneCountry({ text: bracket[1]!, start: 0 }) : null
}
