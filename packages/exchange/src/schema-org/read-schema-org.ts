/** Movies and TV series out of JSON-LD: our own, and what others put on their pages. */
import { emptySheet, type Cut, type TextByLanguage, type TitleSheet } from '@vitrine/catalogue'
import { described } from '../formats/described.ts'
import { address, distinct, type Doubts, doubts, filmIn, filmsIn, minutesOf, unique, yearOf } from '../formats/film-in.ts'
import type { FilmIn, FilmsIn } from '../formats/format.ts'
import { peopleIn } from '../formats/people-in.ts'
import { codeIn, countryIn } from '../formats/words-in.ts'
import { fields, textOf, wholeNumber } from '../json/look.ts'
import { Graph, SCHEMA_ORG_NAMES } from '../json-ld/graph.ts'
import { readJson } from '../json/read-json.ts'
import { withoutPlace } from '../movielabs/language-tags.ts'
import { secondsOf } from '../movielabs/durations.ts'
import { WELL_KNOWN } from '../validate/ratings/well-known.ts'
import { CO_PRODUCER } from './carries.ts'
import { festivalsOf } from './festivals.ts'
import { identifiersOf } from './identifiers.ts'

const FILMS = ['Movie', 'ShortFilm', 'TVSeries', 'TVMovie']
/** Where a film names its cuts, translations and episodes, and what it is one of. */
const DOWN = ['workExample', 'workTranslation', 'hasPart', 'episode']
const UP = ['exampleOfWork', 'translationOfWork', 'isPartOf', 'partOfSeries', 'isBasedOn']

/**
 * Reads a document. A film that stands inside of another is a piece of it, and no film of its own.
 *
 * @example
 * readSchemaOrg(bytes).films[0]?.sheet.title
 */
export function readSchemaOrg(bytes: Uint8Array): FilmsIn {
  const { value, problem } = readJson(bytes)
  if (problem !== null) return filmsIn('schema-org', null, [], [problem])
  const graph = new Graph(value, SCHEMA_ORG_NAMES)
  const all = graph.ofType(...FILMS)
  const films = graph.wholes(all, DOWN, UP).filter((film) => graph.nameOf(film) !== null || all.length === 1)
  return filmsIn(
    'schema-org',
    null,
    films.map((film, n) => readMovie(graph, film, n)),
  )
}

function readMovie(graph: Graph, film: unknown, n: number): FilmIn {
  const said = doubts()
  const names = graph.spoken(film, 'name')
  const title = (names.find(({ tag }) => tag === null) ?? names[0])?.text ?? ''
  const raw: TitleSheet = {
    ...emptySheet(title),
    ...titlesOf(graph, film, title, said),
    ...textsOf(graph, film, said),
    year: yearOf(graph.first(film, 'dateCreated') ?? graph.first(film, 'copyrightYear') ?? graph.first(film, 'datePublished')),
    ...cutsOf(graph, film),
    versions: versionsOf(graph, film, said),
    originalLanguages: languagesOf(graph, film, 'inLanguage', said),
    ...peopleOf(graph, film),
    ...firmsOf(graph, film),
    countries: unique(
      graph.values(film, 'countryOfOrigin').flatMap((one) => {
        const found = countryOf(graph, one)
        if (found === null) said.notice('country', { country: graph.text(one) ?? '?' })
        return found ?? []
      }),
    ),
    ...subjectsOf(graph, film),
    places: unique(graph.texts(film, 'contentLocation').map((place) => countryIn(place) ?? place)),
    period: periodOf(graph.first(film, 'temporalCoverage')),
    festivals: festivalsOf(graph, film, said),
    pressQuotes: quotesOf(graph, film),
    ratings: graph.texts(film, 'contentRating').flatMap((rating) => {
      const [, system, value] = ratingIn(rating.slice(0, 200)) ?? []
      if (system === undefined || value === undefined) said.notice('not-kept', { what: `contentRating ${rating}` })
      return system === undefined || value === undefined ? [] : { system, value }
    }),
    identifiers: identifiersOf(graph, film, said),
    trailer: trailerOf(graph, film),
  }
  const pictureUrls = graph
    .values(film, 'image')
    .flatMap((one) => textOf(one) ?? graph.first(one, 'contentUrl') ?? graph.first(one, 'url') ?? [])
  return filmIn(raw, { key: textOf(fields(film)?.['@id']) ?? graph.first(film, 'url') ?? `film-${n + 1}`, said, pictureUrls })
}

function titlesOf(graph: Graph, film: unknown, title: string, said: Doubts): Pick<TitleSheet, 'titles' | 'otherTitles'> {
  const titles: TextByLanguage = {}
  const languageOf = (tag: string | null): string | null => {
    const language = tag === null ? null : withoutPlace(tag)
    if (tag !== null && language === null) said.notice('language', { tag })
    return language
  }
  for (const { text, tag } of graph.spoken(film, 'name')) {
    const language = languageOf(tag)
    if (language !== null) titles[language] ??= text
  }
  const otherTitles = graph
    .spoken(film, 'alternateName')
    .filter(({ text, tag }) => text !== title || tag !== null)
    .map(({ text, tag }) => ({ title: text, language: languageOf(tag) }))
  return { titles, otherTitles: distinct(otherTitles) }
}

function textsOf(graph: Graph, film: unknown, said: Doubts): Pick<TitleSheet, 'logline' | 'shortSynopsis' | 'synopsis'> {
  const own = languagesOf(graph, film, 'inLanguage', doubts())
  const read = (property: string): TextByLanguage => {
    const texts: TextByLanguage = {}
    for (const { text, tag } of graph.spoken(film, property)) {
      // a page that does not say in which language it is speaks English, or the language of its film where that is all it names
      const language = tag === null ? (own.length === 1 ? own[0]! : 'en') : withoutPlace(tag)
      if (language === null) said.notice('language', { tag: tag! })
      else if (texts[language] !== undefined && texts[language] !== text) said.notice('second-text', { language })
      else texts[language] = text
    }
    return texts
  }
  return { logline: read('abstract'), ...described(read('description')) }
}

/** The length of the film itself, then of its other cuts. */
function cutsOf(graph: Graph, film: unknown): Pick<TitleSheet, 'cuts'> {
  const cut = (of: unknown): Cut[] => {
    const series = graph.typesOf(of).includes('TVSeries')
    const episodes = series ? wholeNumber(graph.values(of, 'numberOfEpisodes')[0]) : null
    const length = (property: string) => secondsOf(graph.first(of, property) ?? '')
    const minutes = minutesOf(
      length('duration') ?? (series && episodes ? (length('timeRequired') ?? 0) / episodes : length('timeRequired')),
    )
    return minutes === null ? [] : [{ minutes, episodes, versions: [] }]
  }
  return { cuts: [film, ...graph.values(film, 'workExample')].flatMap(cut) }
}

function languagesOf(graph: Graph, of: unknown, property: string, said: Doubts): string[] {
  const found = graph.values(of, property).flatMap((one) => {
    // a Language has its code as alternateName
    const written = textOf(one) ?? graph.first(one, 'alternateName') ?? graph.text(one) ?? ''
    const tag = withoutPlace(written)
    if (tag === null) said.notice('language', { tag: written })
    return tag ?? []
  })
  return unique(found)
}

const versionsOf = (graph: Graph, film: unknown, said: Doubts): TitleSheet['versions'] => [
  ...graph
    .values(film, 'workTranslation')
    .flatMap((one) => languagesOf(graph, one, 'inLanguage', said))
    .map((language) => ({ language, use: null, hardOfHearing: false })),
  ...languagesOf(graph, film, 'subtitleLanguage', said).map((language) => ({
    language,
    use: 'subtitled' as const,
    hardOfHearing: false,
  })),
]

/** Properties of people, with what they did. */
const PEOPLE: Record<string, string> = {
  director: 'Director',
  producer: 'Producer',
  author: 'writer',
  editor: 'editing',
  musicBy: 'music',
  actor: 'cast',
  contributor: '',
}

const peopleOf = (graph: Graph, film: unknown): ReturnType<typeof peopleIn> =>
  peopleIn(
    Object.entries(PEOPLE).flatMap(([property, did]) =>
      graph.values(film, property).flatMap((one) => {
        const inRole = graph.typesOf(one).includes('Role') || graph.typesOf(one).includes('PerformanceRole')
        const name = inRole ? graph.first(one, property) : graph.text(one)
        if (name === null || (property === 'producer' && graph.typesOf(one).includes('Organization'))) return []
        return { name, did: (property === 'contributor' && inRole ? graph.first(one, 'roleName') : null) ?? did }
      }),
    ),
  )

const countryOf = (graph: Graph, of: unknown): string | null =>
  countryIn(graph.first(of, 'identifier')) ?? countryIn(graph.text(of))

function firmsOf(
  graph: Graph,
  film: unknown,
): Pick<TitleSheet, 'productionCompanies' | 'coProducers' | 'broadcasters' | 'supporters'> {
  const isRole = (one: unknown) => graph.typesOf(one).includes('Role')
  const firm = (one: unknown): TitleSheet['productionCompanies'] => {
    const name = graph.text(one)
    if (name === null) return []
    const place = graph.values(one, 'location')[0]
    return [{ name, country: place === undefined ? null : countryOf(graph, place) }]
  }
  const companies = graph.values(film, 'productionCompany')
  const producing = graph.values(film, 'producer').filter((one) => graph.typesOf(one).includes('Organization'))
  const coProducing = companies.filter((one) => isRole(one) && graph.first(one, 'roleName') === CO_PRODUCER)
  return {
    productionCompanies: [...companies.filter((one) => !isRole(one)), ...producing].flatMap(firm),
    coProducers: coProducing.flatMap((one) => graph.values(one, 'productionCompany').slice(0, 1)).flatMap(firm),
    broadcasters: unique(graph.texts(film, 'sponsor')),
    supporters: unique(graph.texts(film, 'funder')),
  }
}

/** Everything is a documentary here: the word alone is no genre. Words that are no theme of the house are keywords. */
function subjectsOf(graph: Graph, film: unknown): Pick<TitleSheet, 'genres' | 'themes' | 'keywords'> {
  const genres = graph.texts(film, 'genre').map((one) => codeIn('genre', one) ?? one)
  const words = graph.texts(film, 'keywords').flatMap((one) => one.split(',')).map((one) => one.trim()).filter((one) => one !== '') // prettier-ignore
  return {
    genres: unique(genres.length > 1 || genres[0] !== 'documentary' ? genres.filter((one) => one !== 'documentary') : []),
    themes: unique(words.flatMap((one) => codeIn('theme', one) ?? [])),
    keywords: unique(words.filter((one) => codeIn('theme', one) === null)),
  }
}

/** A system and its rating. Either may have several words: a system that is known has said its name by then. */
function ratingIn(written: string): RegExpExecArray | null {
  const first = /^(\S+?)[ :]\s*(\S.*)$/.exec(written)
  return first !== null && WELL_KNOWN.of(first[1]!).length > 0 ? first : /^(.+?)[ :]\s*(\S+)$/.exec(written)
}

function periodOf(written: string | null): TitleSheet['period'] {
  if (written === null) return null
  const years = /^(-?\d{1,6}|\.\.)(?:\/(-?\d{1,6}|\.\.))?$/.exec(written)
  if (years === null) return { from: null, to: null, label: written }
  const year = (text: string) => (text === '..' ? null : Number(text))
  return { from: year(years[1]!), to: year(years[2] ?? years[1]!), label: null }
}

const quotesOf = (graph: Graph, film: unknown): TitleSheet['pressQuotes'] =>
  graph.values(film, 'review').flatMap((review) => {
    const text = graph.first(review, 'reviewBody')
    if (text === null) return []
    const by = graph.values(review, 'author')[0]
    const isFirm = graph.typesOf(by).includes('Organization')
    const source = isFirm ? graph.text(by) : (graph.first(by, 'worksFor') ?? graph.first(review, 'publisher'))
    const language = withoutPlace(graph.first(review, 'inLanguage') ?? '')
    return [{ text, source, author: isFirm || by === undefined ? null : graph.text(by), language }]
  })

function trailerOf(graph: Graph, film: unknown): TitleSheet['trailer'] {
  const [one] = graph.values(film, 'trailer')
  const written =
    address(textOf(one)) ?? ['contentUrl', 'url', 'embedUrl'].flatMap((name) => address(graph.first(one, name)) ?? [])[0]
  return written === undefined ? null : { url: written }
}
