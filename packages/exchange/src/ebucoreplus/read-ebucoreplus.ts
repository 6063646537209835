/** EditorialWorks, Programmes and Series out of EBUCorePlus as JSON-LD: our own, and simple ones of others. */
import {
  emptySheet,
  type Cut,
  type FestivalEntry,
  type LanguageVersion,
  LANGUAGE_USES,
  type TextByLanguage,
  type TitleSheet,
} from '@vitrine/catalogue'
import { type Doubts, doubts, filmIn, filmsIn, minutesOf, unique, yearOf } from '../formats/film-in.ts'
import type { FilmIn, FilmsIn } from '../formats/format.ts'
import { type Did, peopleIn } from '../formats/people-in.ts'
import { codeIn, countryIn, premiereIn } from '../formats/words-in.ts'
import { Graph } from '../json-ld/graph.ts'
import { at, textOf, wholeNumber } from '../json/look.ts'
import { readJson } from '../json/read-json.ts'
import { secondsOf } from '../movielabs/durations.ts'
import { withoutPlace } from '../movielabs/language-tags.ts'
import { PREFIXES } from '../rdf/thing.ts'
import { FIRM_ROLES } from './carries.ts'

const NAMES = ['', ...Object.entries(PREFIXES).flatMap(([prefix, iri]) => [`${prefix}:`, iri]), 'ebucoreplus:']
const FILMS = ['EditorialWork', 'Programme', 'Series']
/** Where a work names its versions and parts, and what it is one of. */
const DOWN = ['hasVersion', 'hasPart', 'hasEpisode', 'hasMember']
const UP = ['isVersionOf', 'isPartOf', 'isMemberOf', 'hasRelatedEditorialObject']

/**
 * @example
 * readEbuCorePlus(bytes).films[0]?.sheet.title
 */
export function readEbuCorePlus(bytes: Uint8Array): FilmsIn {
  const { value, problem } = readJson(bytes)
  if (problem !== null) return filmsIn('ebucoreplus', null, [], [problem])
  const graph = new Graph(value, NAMES)
  const films = graph.wholes(graph.ofType(...FILMS), DOWN, UP)
  return filmsIn(
    'ebucoreplus',
    null,
    films.map((film, n) => readWork(graph, film, n)),
  )
}

function readWork(graph: Graph, film: unknown, n: number): FilmIn {
  const said = doubts()
  const titles = graph.spoken(film, 'title')
  const title = (titles.find(({ tag }) => tag === null) ?? titles[0])?.text ?? ''
  const involved = involvements(graph, film)
  const persons = involved.filter(({ firm }) => !firm)
  const raw: TitleSheet = {
    ...emptySheet(title),
    ...alternatives(graph, film, title, said),
    logline: textsIn(graph, film, 'abstract', said),
    shortSynopsis: textsIn(graph, film, 'summary', said),
    synopsis: textsIn(graph, film, 'synopsis', said),
    directorsNote: textsIn(graph, film, 'comments', said),
    lead: Object.fromEntries(
      Object.entries(textsIn(graph, film, 'highlights', said)).map(([language, text]) => [language, { text, writtenOn: null }]),
    ),
    year: yearOf(graph.first(film, 'created')),
    originalLanguages: tongues(graph, film, 'hasOriginalLanguage', said),
    versions: versionsOf(graph, film, said),
    cuts: cutsOf(graph, film, said),
    ...peopleIn([...persons, ...graph.texts(film, 'hasProducer').map((name) => ({ name, did: 'Producer' }))]),
    ...firmsOf(
      involved.filter(({ firm }) => firm),
      said,
    ),
    countries: unique(
      graph.texts(film, 'countryOfOrigin').flatMap((written) => {
        const country = countryIn(written)
        if (country === null) said.notice('country', { country: written })
        return country ?? []
      }),
    ),
    genres: unique(graph.texts(film, 'hasGenre').map((genre) => codeIn('genre', genre) ?? genre)),
    themes: unique(graph.texts(film, 'hasTheme').map((theme) => codeIn('theme', theme) ?? theme)),
    keywords: unique(graph.texts(film, 'hasKeyword')),
    places: unique(graph.texts(film, 'coversLocation')),
    festivals: festivalsOf(graph, film, said),
    pressQuotes: graph.values(film, 'hasReview').flatMap((review) => {
      const [quote] = graph.spoken(review, 'description')
      if (quote === undefined) return []
      const by = (type: string) => graph.values(review, 'hasRelatedAgent').find((agent) => graph.typesOf(agent).includes(type))
      const language = quote.tag === null ? null : withoutPlace(quote.tag)
      return [{ text: quote.text, source: graph.nameOf(by('Organisation')), author: graph.nameOf(by('Person')), language }]
    }),
    ratings: graph.values(film, 'hasRating').flatMap((rating) => {
      const [system, value] = [graph.nameOf(rating), graph.first(rating, 'description')]
      return system === null || value === null ? [] : [{ system, value }]
    }),
    identifiers: identifiersOf(graph, film, said),
  }
  const key = textOf(at(film, '@id')) ?? `film-${n + 1}`
  return filmIn(raw, { key, said, pictureUrls: graph.texts(film, 'image') })
}

/** The language of a text; null, with a doubt, for a tag that is none. A text without one is taken for English. */
function languageOf(tag: string | null, said: Doubts): string | null {
  const language = tag === null ? 'en' : withoutPlace(tag)
  if (language === null) said.notice('language', { tag: tag! })
  return language
}

function textsIn(graph: Graph, film: unknown, property: string, said: Doubts): TextByLanguage {
  const texts: TextByLanguage = {}
  for (const { text, tag } of graph.spoken(film, property)) {
    const language = languageOf(tag, said)
    if (language === null) continue
    if (texts[language] === undefined) texts[language] = text
    else said.notice('second-text', { language })
  }
  return texts
}

function alternatives(
  graph: Graph,
  film: unknown,
  title: string,
  said: Doubts,
): Pick<TitleSheet, 'titles' | 'originalTitle' | 'otherTitles'> {
  const found: Pick<TitleSheet, 'titles' | 'originalTitle' | 'otherTitles'> = { titles: {}, originalTitle: null, otherTitles: [] }
  for (const { text, tag } of graph.spoken(film, 'title')) {
    const language = tag === null ? null : withoutPlace(tag)
    if (language !== null && text !== title) found.titles[language] ??= text
  }
  for (const one of graph.values(film, 'hasAlternativeTitle')) {
    const [named = { text: textOf(one) ?? '', tag: null }] = graph.spoken(one, 'title')
    const kind = graph.first(one, 'hasObjectType') ?? ''
    const language = named.tag === null ? null : languageOf(named.tag, said)
    if (named.text === '') continue
    if (/^translation/i.test(kind) && language !== null && found.titles[language] === undefined)
      found.titles[language] = named.text
    else if (/^original/i.test(kind) && found.originalTitle === null) found.originalTitle = named.text
    else found.otherTitles.push({ title: named.text, language })
  }
  return found
}

function tongues(graph: Graph, of: unknown, property: string, said: Doubts): string[] {
  const tags = graph.texts(of, property).flatMap((written) => languageOf(written, said) ?? [])
  return unique(tags)
}

function versionsOf(graph: Graph, of: unknown, said: Doubts): LanguageVersion[] {
  const inside = (property: string) => graph.values(of, property).flatMap((one) => tongues(graph, one, 'hasLanguage', said))
  return [
    ...graph.values(of, 'hasLanguage').flatMap((tongue) => {
      const language = languageOf(graph.text(tongue) ?? '', said)
      const use = LANGUAGE_USES.find((one) => one === graph.first(tongue, 'description')) ?? null
      return language === null ? [] : [{ language, use, hardOfHearing: false }]
    }),
    ...tongues(graph, of, 'hasDubbedLanguage', said).map((language) => ({
      language,
      use: 'dubbed' as const,
      hardOfHearing: false,
    })),
    ...inside('hasSubtitling').map((language) => ({ language, use: 'subtitled' as const, hardOfHearing: false })),
    ...inside('hasCaptioning').map((language) => ({ language, use: 'subtitled' as const, hardOfHearing: true })),
  ]
}

/** The versions of a work that say how long they are; else the work itself. */
function cutsOf(graph: Graph, film: unknown, said: Doubts): Cut[] {
  const cut = (of: unknown, isFilm: boolean): Cut[] => {
    const minutes = minutesOf(
      secondsOf(graph.first(of, 'isoDuration') ?? graph.first(graph.values(of, 'hasDuration')[0], 'isoDuration') ?? ''),
    )
    const [episodes] = graph.values(of, 'totalNumberOfEpisodes')
    if (minutes === null) return []
    return [
      { minutes, episodes: wholeNumber(at(episodes, '@value') ?? episodes), versions: isFilm ? [] : versionsOf(graph, of, said) },
    ]
  }
  const versions = graph.values(film, 'hasVersion').flatMap((one) => cut(one, false))
  return versions.length > 0 ? versions : cut(film, true)
}

interface Involved extends Did {
  firm: boolean
  country: string | null
}

function involvements(graph: Graph, film: unknown): Involved[] {
  return ['hasContributor', 'hasCreator', 'hasCastMember', 'hasCrewMember'].flatMap((property) =>
    graph.values(film, property).flatMap((one) => {
      const agent = graph.values(one, 'hasRelatedAgent')[0] ?? graph.values(one, 'hasAgent')[0] ?? one
      const name = graph.text(agent)
      if (name === null) return []
      const role =
        graph.first(one, 'hasObjectType') ?? graph.first(one, 'hasRole') ?? (property === 'hasCastMember' ? 'cast' : '')
      return [
        {
          name,
          did: role,
          ...(role === 'other' ? { label: graph.first(one, 'description') } : {}),
          firm: graph.typesOf(agent).includes('Organisation'),
          country: countryIn(graph.first(agent, 'hasAgentNationality')),
        },
      ]
    }),
  )
}

type Firms = Pick<TitleSheet, keyof typeof FIRM_ROLES>

function firmsOf(firms: readonly Involved[], said: Doubts): Firms {
  const found: Firms = { productionCompanies: [], coProducers: [], broadcasters: [], supporters: [] }
  for (const { name, did, country } of firms) {
    const field = Object.entries(FIRM_ROLES).find(([, role]) => role === did.toLowerCase())?.[0] as keyof Firms | undefined
    if (field === undefined) said.notice('not-kept', { what: `${did} ${name}`.trim() })
    else if (field === 'broadcasters' || field === 'supporters') found[field].push(name)
    else found[field].push({ name, country })
  }
  return found
}

/** Showings, and prizes with the showing that they were given at, in the order of the file as far as it tells. */
function festivalsOf(graph: Graph, film: unknown, said: Doubts): FestivalEntry[] {
  const entry = (event: unknown, award: string | null, ceremony: string | null): FestivalEntry[] => {
    const festival = graph.nameOf(event) ?? ceremony
    if (festival === null) {
      if (award !== null) said.notice('award', { award })
      return []
    }
    const [place] = graph.values(event, 'hasRelatedLocation')
    return [
      {
        festival,
        year: yearOf(graph.first(event, 'date')),
        city: graph.nameOf(place),
        country: countryIn(graph.first(place, 'locationAddressCountry')),
        section: graph.first(event, 'description'),
        award,
        premiere: premiereIn(graph.first(event, 'hasObjectType') ?? ''),
      },
    ]
  }
  return [
    ...graph.values(film, 'hasRelatedEvent').flatMap((event) => entry(event, null, null)),
    ...graph
      .values(film, 'hasRelatedAward')
      .flatMap((award) =>
        entry(graph.values(award, 'hasRelatedEvent')[0], graph.text(award), graph.first(award, 'awardCeremony')),
      ),
  ]
}

function identifiersOf(graph: Graph, film: unknown, said: Doubts): TitleSheet['identifiers'] {
  const found = emptySheet('').identifiers
  for (const one of graph.values(film, 'hasIdentifier')) {
    const kind = (graph.first(one, 'hasObjectType') ?? '').toLowerCase()
    const value = graph.first(one, 'identifierValue') ?? textOf(one)
    if (value === null) continue
    if (Object.hasOwn(found, kind)) found[kind as keyof typeof found] ??= value
    else said.notice('not-kept', { what: `${kind} ${value}`.trim() })
  }
  return found
}
