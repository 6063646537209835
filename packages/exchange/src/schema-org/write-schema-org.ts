/**
 * Films as one JSON-LD graph. A film is described as on its page (json-ld/describe-film.ts), and with what a page has no use
 * for: every text in every language, companies by their part, the languages in which the film can be had.
 */
import { versionsOfFilm, type Company, type FestivalEntry, type TextByLanguage } from '@vitrine/catalogue'
import { countryName } from '@vitrine/messages/format'
import type { Locale } from '@vitrine/messages/locale'
import { nameOf } from '@vitrine/messages/vocabulary'
import { unique } from '../formats/film-in.ts'
import { filmIri } from '../formats/film-iri.ts'
import type { FilmOut, WriteOptions, Written } from '../formats/format.ts'
import { lossesByReading } from '../formats/losses-by-reading.ts'
import { describeFilm, filled } from '../json-ld/describe-film.ts'
import { CO_PRODUCER, SCHEMA_ORG_CARRIES } from './carries.ts'
import { readSchemaOrg } from './read-schema-org.ts'

type Thing = Record<string, unknown>

/**
 * @example
 * writeSchemaOrg([film], { locale: 'en', sender, today }).fileName // 'schema-org.jsonld'
 */
export function writeSchemaOrg(films: readonly FilmOut[], options: WriteOptions): Written {
  const graph = { '@context': 'https://schema.org', '@graph': films.map((film) => movie(film, options)) }
  const bytes = new TextEncoder().encode(`${JSON.stringify(graph, null, 1)}\n`)
  return {
    fileName: 'schema-org.jsonld',
    mediaType: 'application/ld+json',
    bytes,
    losses: lossesByReading(SCHEMA_ORG_CARRIES, films, readSchemaOrg(bytes)),
  }
}

function movie(film: FilmOut, { locale, sender }: WriteOptions): Thing {
  const { sheet } = film
  const pictures = sheet.pictures.flatMap(({ id, width, height }) => {
    const picture = film.pictures.get(id)
    return picture === undefined ? [] : { url: picture.url, width, height }
  })
  const house = { name: sender.name, url: sender.url ?? '' }
  const { '@context': _, ...page } = describeFilm(sheet, { url: film.url ?? '', pictures, locale, house })
  const versions = versionsOfFilm(sheet)
  const heard = unique(versions.filter(({ use }) => use !== 'subtitled' && use !== 'original').map(({ language }) => language))
  const role = (did: string) => (name: string) => ({
    '@type': 'Role',
    roleName: did,
    contributor: { '@type': 'Person', name },
  })
  return filled({
    ...page,
    '@id': filmIri(film, sender),
    url: film.url,
    mainEntityOfPage: film.url,
    name: [sheet.title, ...inLanguages(sheet.titles)],
    alternateName: [
      ...sheet.otherTitles.map(({ title, language }) => (language === null ? title : { '@language': language, '@value': title })),
      ...items(sheet.originalTitle),
    ],
    abstract: inLanguages(sheet.logline),
    description: inLanguages({ ...sheet.synopsis, ...sheet.shortSynopsis }),
    productionCompany: [
      ...sheet.productionCompanies.map((company) => firm(company, locale)),
      ...sheet.coProducers.map((company) => ({
        '@type': 'Role',
        roleName: CO_PRODUCER,
        productionCompany: firm(company, locale),
      })),
    ],
    provider: filled({ '@type': 'Organization', name: sender.name, url: sender.url }),
    director: sheet.directors.map((name) => ({ '@type': 'Person', name })),
    contributor: [
      ...items(page['contributor']),
      ...sheet.credits.flatMap((one) =>
        one.role === 'co-director' ? one.names.map(role(nameOf(locale, 'credit', 'co-director'))) : [],
      ),
    ],
    inLanguage: sheet.originalLanguages,
    workTranslation: heard.map((inLanguage) => ({ '@type': page['@type'], inLanguage })),
    releasedEvent: sheet.festivals.map((entry) => screening(entry, locale)),
  })
}

const items = (value: unknown): unknown[] => (value === undefined || value === null ? [] : [value].flat())
const inLanguages = (texts: TextByLanguage): Thing[] =>
  Object.entries(texts).map(([language, text]) => ({ '@language': language, '@value': text }))
const country = (code: string, locale: Locale): Thing => ({
  '@type': 'Country',
  name: countryName(locale, code),
  identifier: code,
})
const firm = ({ name, country: code }: Company, locale: Locale): Thing =>
  filled({ '@type': 'Organization', name, location: code === null ? null : country(code, locale) })

/** A showing at a festival. Prizes stand at the film (`award`), since an event has none. */
function screening({ festival, year, city, country: code, section, premiere }: FestivalEntry, locale: Locale): Thing {
  const address = code === null ? null : { '@type': 'PostalAddress', addressCountry: code }
  return filled({
    '@type': 'PublicationEvent',
    name: section,
    description: premiere === null ? null : nameOf(locale, 'premiere', premiere),
    startDate: year === null ? null : String(year),
    location: city === null && address === null ? null : filled({ '@type': 'Place', name: city, address }),
    superEvent: { '@type': 'Festival', name: festival },
  })
}
