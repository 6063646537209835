/**
 * A film as schema.org JSON-LD, for search engines and for whoever reads pages by program.
 *
 * Terms and their domains: schema.org 29, types Movie, TVSeries, CreativeWork, VideoObject, PropertyValue. A property is
 * only written on a type that has it; what the sheet does not know is left out, never guessed.
 */
import { versionsOfFilm } from '@vitrine/catalogue/model/versions'
import type { Credit, CreditRole, Cut, LanguageVersion, TextByLanguage, TitleSheet } from '@vitrine/catalogue'
import { countryName, isoDuration } from '@vitrine/messages/format'
import type { Locale } from '@vitrine/messages/locale'
import { GENRES, THEMES } from '@vitrine/catalogue/model/vocabulary'
import { spreadsheetWords } from '@vitrine/messages/spreadsheets'
import { nameOf } from '@vitrine/messages/vocabulary'

export interface FilmOnTheWeb {
  /** The film's own page, absolute. */
  url: string
  /** Absolute addresses of its pictures, the best first; sizes in pixels. */
  pictures: readonly { url: string; width: number; height: number }[]
  locale: Locale
  /** The house that sells it, with its own address. */
  house: { name: string; url: string }
}

type Thing = Record<string, unknown>

const person = (name: string): Thing => ({ '@type': 'Person', name })
const organization = (name: string): Thing => ({ '@type': 'Organization', name })

/** Credits that schema.org has a property for; the others are contributors in a role. */
const CREDIT_PROPERTIES: Partial<Record<CreditRole, string>> = {
  writer: 'author',
  editing: 'editor',
  music: 'musicBy',
  cast: 'actor',
  'co-director': 'director',
}

/**
 * The sheet as `Movie`, or as `TVSeries` when every cut is a series.
 *
 * @example
 * describeFilm(sheet, { url, pictures: [], locale: 'en', house })['duration'] // "PT52M"
 */
export function describeFilm(sheet: TitleSheet, film: FilmOnTheWeb): Record<string, unknown> {
  const { locale, url } = film
  const series = sheet.cuts.length > 0 && sheet.cuts.every(isSeries)
  const name = sheet.titles[locale] ?? sheet.title
  const versions = versionsOfFilm(sheet)
  const images = film.pictures.map((picture) => ({
    '@type': 'ImageObject',
    url: picture.url,
    width: picture.width,
    height: picture.height,
  }))
  return filled({
    '@context': 'https://schema.org',
    '@type': series ? 'TVSeries' : 'Movie',
    '@id': `${url}#film`,
    url,
    mainEntityOfPage: url,
    name,
    alternateName: alternateNames(sheet, name),
    description:
      inLanguage(sheet.shortSynopsis, locale) ??
      inLanguage(sheet.logline, locale) ??
      lead(sheet, locale) ??
      opening(inLanguage(sheet.synopsis, locale)),
    abstract: inLanguage(sheet.logline, locale),
    image: images,
    genre: genres(sheet, locale),
    keywords: unique([...sheet.themes.map((theme) => coded(locale, 'theme', THEMES, theme)), ...sheet.keywords]).join(', '),
    productionCompany: [...sheet.productionCompanies, ...sheet.coProducers].map(({ name: company, country }) =>
      filled({
        ...organization(company),
        location: country === null ? null : { '@type': 'Country', name: countryName(locale, country) },
      }),
    ),
    producer: sheet.producers.map(person),
    funder: sheet.supporters.map(organization),
    sponsor: sheet.broadcasters.map(organization),
    provider: { '@type': 'Organization', name: film.house.name, url: film.house.url },
    countryOfOrigin: sheet.countries.map((code) => ({ '@type': 'Country', name: countryName(locale, code), identifier: code })),
    ...credits(sheet, locale),
    ...languages(sheet.originalLanguages, versions, series),
    ...lengths(sheet.cuts, series, name),
    dateCreated: sheet.year === null ? null : String(sheet.year),
    copyrightYear: sheet.year,
    award: sheet.festivals.flatMap((entry) =>
      entry.award === null
        ? []
        : [[entry.award, [entry.festival, entry.year].filter((part) => part !== null).join(' ')].join(', ')],
    ),
    releasedEvent: premieres(sheet, locale),
    contentRating: sheet.ratings.map(({ system, value }) => `${system} ${value}`),
    contentLocation: sheet.places.map((place) => ({
      '@type': 'Place',
      name: /^[A-Z]{2}$/.test(place) ? countryName(locale, place) : place,
    })),
    temporalCoverage: period(sheet),
    review: sheet.pressQuotes.flatMap(({ text, source, author, language }) => {
      const by =
        author !== null
          ? filled({ ...person(author), worksFor: source === null ? null : organization(source) })
          : source !== null
            ? organization(source)
            : null
      return by === null ? [] : [filled({ '@type': 'Review', reviewBody: text, author: by, inLanguage: language })]
    }),
    trailer: trailer(sheet, name, film),
    ...identifiers(sheet, series),
  })
}

/** Without what is unknown: null, empty texts, empty lists. A list of one is that one. */
export function filled(thing: Thing): Thing {
  const known: Thing = {}
  for (const [key, value] of Object.entries(thing)) {
    if (value === null || value === undefined || value === '') continue
    if (Array.isArray(value)) {
      if (value.length > 0) known[key] = value.length === 1 ? value[0] : value
    } else {
      known[key] = value
    }
  }
  return known
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]
const isSeries = (cut: Cut) => cut.episodes !== null && cut.episodes > 1

/** The text in the language of the page, else in English, else in whatever language there is. */
function inLanguage(texts: TextByLanguage, locale: Locale): string | null {
  return texts[locale] ?? texts['en'] ?? Object.values(texts)[0] ?? null
}

function lead(sheet: TitleSheet, locale: Locale): string | null {
  return (sheet.lead[locale] ?? sheet.lead['en'] ?? Object.values(sheet.lead)[0])?.text ?? null
}

function opening(text: string | null): string | null {
  return text === null ? null : (text.split('\n\n')[0] ?? null)
}

function coded(locale: Locale, group: 'genre' | 'theme', known: readonly string[], value: string): string {
  return known.includes(value) ? nameOf(locale, group, value) : value
}

function genres(sheet: TitleSheet, locale: Locale): string[] {
  const named = sheet.genres.map((genre) => coded(locale, 'genre', GENRES, genre))
  return unique([nameOf(locale, 'genre', 'documentary'), ...named])
}

function alternateNames(sheet: TitleSheet, name: string): string[] {
  const all = [sheet.title, ...Object.values(sheet.titles), sheet.originalTitle, ...sheet.otherTitles.map((other) => other.title)]
  return unique(all.filter((title): title is string => title !== null && title !== name))
}

function credits(sheet: TitleSheet, locale: Locale): Thing {
  const found: Record<string, Thing[]> = { director: sheet.directors.map(person), contributor: [] }
  for (const credit of sheet.credits) {
    const property = CREDIT_PROPERTIES[credit.role]
    if (property !== undefined) found[property] = [...(found[property] ?? []), ...credit.names.map(person)]
    else
      found['contributor']!.push(
        ...credit.names.map((name) => ({ '@type': 'Role', roleName: roleName(credit, locale), contributor: person(name) })),
      )
  }
  return found
}

function roleName(credit: Credit, locale: Locale): string {
  return credit.role === 'other' && credit.label !== null ? credit.label : nameOf(locale, 'credit', credit.role)
}

/** What can be heard is `inLanguage`; what can be read below the picture `subtitleLanguage`, which series do not have. */
function languages(original: readonly string[], versions: readonly LanguageVersion[], series: boolean): Thing {
  const subtitled = versions.filter((version) => version.use === 'subtitled').map((version) => version.language)
  const heard = versions.filter((version) => version.use !== 'subtitled').map((version) => version.language)
  return { inLanguage: unique([...original, ...heard]), ...(series ? {} : { subtitleLanguage: unique(subtitled) }) }
}

/** The first cut is the work's own length; every other cut is an example of the work. */
function lengths(cuts: readonly Cut[], series: boolean, name: string): Thing {
  const main = series ? cuts[0] : cuts.find((cut) => !isSeries(cut))
  if (main === undefined) return {}
  const others = cuts
    .filter((cut) => cut !== main)
    .map((cut) =>
      isSeries(cut)
        ? {
            '@type': 'TVSeries',
            name: `${name} (${cut.episodes} × ${cut.minutes}’)`,
            numberOfEpisodes: cut.episodes,
            timeRequired: isoDuration(cut.minutes * (cut.episodes ?? 1)),
          }
        : { '@type': 'Movie', name: `${name} (${cut.minutes}’)`, duration: isoDuration(cut.minutes) },
    )
  if (!series) return { duration: isoDuration(main.minutes), workExample: others }
  return { numberOfEpisodes: main.episodes, timeRequired: isoDuration(main.minutes * (main.episodes ?? 1)), workExample: others }
}

function premieres(sheet: TitleSheet, locale: Locale): Thing[] {
  return sheet.festivals.flatMap(({ festival, year, city, country, premiere }) => {
    if (premiere === null) return []
    const place = [city, country === null ? null : countryName(locale, country)].filter((part) => part !== null).join(', ')
    return [
      filled({
        '@type': 'PublicationEvent',
        name: `${festival} – ${nameOf(locale, 'premiere', premiere)}`,
        startDate: year === null ? null : String(year),
        location: place === '' ? null : { '@type': 'Place', name: place },
      }),
    ]
  })
}

/** ISO 8601 interval, open ends as `..`. */
function period({ period: span }: TitleSheet): string | null {
  if (span === null || (span.from === null && span.to === null)) return span?.label ?? null
  const year = (value: number | null) =>
    value === null ? '..' : value < 0 || value > 9999 ? String(value) : String(value).padStart(4, '0')
  return span.from === span.to ? year(span.from) : `${year(span.from)}/${year(span.to)}`
}

function trailer(sheet: TitleSheet, name: string, film: FilmOnTheWeb): Thing | null {
  const address = sheet.trailer?.url
  if (address === undefined || !/^https?:\/\//i.test(address)) return null
  const file = /\.(?:mp4|webm|mov|m3u8)(?:[?#]|$)/i.test(address)
  return filled({
    '@type': 'VideoObject',
    name: `${name} – ${spreadsheetWords[film.locale].trailer}`,
    [file ? 'contentUrl' : 'url']: address,
    thumbnailUrl: film.pictures[0]?.url ?? null,
    description: inLanguage(sheet.logline, film.locale) ?? lead(sheet, film.locale),
  })
}

/** The film's pages at the public databases that know it. */
function pages({ tmdb, wikidata }: TitleSheet['identifiers']): (string | null)[] {
  return [
    tmdb === null || !/^(?:tv\/)?\d+$/.test(tmdb)
      ? null
      : `https://www.themoviedb.org/${tmdb.startsWith('tv/') ? tmdb : `movie/${tmdb}`}`,
    wikidata === null || !/^Q\d+$/.test(wikidata) ? null : `https://www.wikidata.org/entity/${wikidata}`,
  ]
}

function identifiers({ identifiers: ids }: TitleSheet, series: boolean): Thing {
  const value = (propertyID: string, id: string | null, url: string | null = null) =>
    id === null ? [] : [filled({ '@type': 'PropertyValue', propertyID, value: id, url })]
  const imdb = ids.imdb !== null && /^tt\d{7,10}$/.test(ids.imdb) ? `https://www.imdb.com/title/${ids.imdb}/` : null
  return {
    identifier: [
      ...value('ISAN', ids.isan),
      ...value('EIDR', ids.eidr, ids.eidr === null ? null : `https://doi.org/${ids.eidr}`),
      ...value('reference', ids.reference),
    ],
    sameAs: [imdb, ...pages(ids)].filter((page) => page !== null),
    ...(series ? {} : { titleEIDR: ids.eidr }),
  }
}
