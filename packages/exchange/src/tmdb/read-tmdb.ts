/**
 * A film or a series as The Movie Database gives it (API 3): `/movie/ID` or `/tv/ID`, best with
 * `append_to_response=credits,translations,keywords,release_dates,external_ids,alternative_titles,videos,content_ratings`.
 */
import { emptySheet, type FestivalEntry, type TextByLanguage, type TitleSheet } from '@vitrine/catalogue'
import { described } from '../formats/described.ts'
import { distinct, type Doubts, doubts, filmIn, filmsIn, unique, yearOf } from '../formats/film-in.ts'
import type { FilmIn, FilmsIn } from '../formats/format.ts'
import { type Did, peopleIn } from '../formats/people-in.ts'
import { codeIn, countryIn } from '../formats/words-in.ts'
import { at, items, textOf, wholeNumber } from '../json/look.ts'
import { readJson } from '../json/read-json.ts'
import { withoutPlace } from '../movielabs/language-tags.ts'
import { printedRating } from '../movielabs/rating-systems.ts'
import { jobName } from './jobs.ts'

/** @example readTmdb(bytes).films[0]?.sheet.identifiers.tmdb // '603' */
export function readTmdb(bytes: Uint8Array): FilmsIn {
  const { value, problem } = readJson(bytes)
  if (problem !== null) return filmsIn('tmdb', null, [], [problem])
  const all = items(at(value, 'results') ?? value).filter((one) => isFilm(one) || isSeries(one))
  return filmsIn('tmdb', '3', all.map(readOne))
}

const isFilm = (one: unknown) => at(one, 'id') !== undefined && textOf(at(one, 'title') ?? at(one, 'original_title')) !== null
const isSeries = (one: unknown) => at(one, 'id') !== undefined && textOf(at(one, 'name') ?? at(one, 'original_name')) !== null

function readOne(film: unknown, n: number): FilmIn {
  const said = doubts()
  const series = !isFilm(film)
  const text = (...path: string[]) => textOf(at(film, ...path))
  const title = text(series ? 'name' : 'title') ?? text(series ? 'original_name' : 'original_title') ?? ''
  const original = text(series ? 'original_name' : 'original_title')
  const { titles, overviews, taglines } = translated(film, title, series, said)
  const number = wholeNumber(at(film, 'id'))
  const raw: TitleSheet = {
    ...emptySheet(title),
    titles,
    originalTitle: original === title ? null : original,
    otherTitles: alternatives(film, [title, original], said),
    logline: taglines,
    ...described(overviews),
    year: yearOf(text(series ? 'first_air_date' : 'release_date')),
    cuts: cutsOf(film, series),
    originalLanguages: spoken(film, said),
    ...peopleOf(film),
    ...firmsOf(film),
    countries: unique(
      [...items(at(film, 'production_countries')).map((one) => textOf(at(one, 'iso_3166_1'))), ...(series ? items(at(film, 'origin_country')).map(textOf) : [])].flatMap((code) => countryIn(code) ?? []), // prettier-ignore
    ),
    ...subjectsOf(film),
    festivals: festivalsOf(film, said),
    ratings: ratingsOf(film, said),
    identifiers: {
      ...emptySheet('').identifiers,
      imdb: text('imdb_id') ?? text('external_ids', 'imdb_id'),
      wikidata: text('external_ids', 'wikidata_id'),
      tmdb: number === null ? null : series ? `tv/${number}` : String(number),
    },
    trailer: trailerOf(film),
  }
  const pictureUrls = ['poster_path', 'backdrop_path'].flatMap((name) => {
    const path = text(name)
    return path !== null && /^\/[\w.-]+$/.test(path) ? `https://image.tmdb.org/t/p/original${path}` : []
  })
  return filmIn(raw, { key: number === null ? `film-${n + 1}` : `${series ? 'tv' : 'movie'}/${number}`, said, pictureUrls })
}

/** TMDB's own codes beside ISO 639-1: no language, Cantonese. */
const OWN_CODES: Record<string, string> = { xx: 'zxx', cn: 'yue', sh: 'sr' }

function tagOf(written: string | null, said: Doubts): string | null {
  if (written === null) return null
  const language = withoutPlace(OWN_CODES[written] ?? written)
  if (language === null) said.notice('language', { tag: written })
  return language
}

/** Texts by language. The answer itself has no language: it is that of the translation which says the same, else English. */
function translated(
  film: unknown,
  title: string,
  series: boolean,
  said: Doubts,
): Record<'titles' | 'overviews' | 'taglines', TextByLanguage> {
  const found = { titles: {}, overviews: {}, taglines: {} } as Record<'titles' | 'overviews' | 'taglines', TextByLanguage>
  const take = (into: TextByLanguage, language: string, text: string | null) => void (text !== null && (into[language] ??= text))
  const overview = textOf(at(film, 'overview'))
  const all = items(at(film, 'translations', 'translations') ?? at(film, 'translations')).flatMap((one) => {
    const [language, country] = [textOf(at(one, 'iso_639_1')), textOf(at(one, 'iso_3166_1'))]
    const tag = tagOf(
      language !== null && country !== null && !Object.hasOwn(OWN_CODES, language) ? `${language}-${country}` : language,
      said,
    )
    const data = at(one, 'data')
    return tag === null
      ? []
      : [
          {
            tag,
            title: textOf(at(data, series ? 'name' : 'title')),
            overview: textOf(at(data, 'overview')),
            tagline: textOf(at(data, 'tagline')),
          },
        ]
  })
  const own = all.find((one) => overview !== null && one.overview === overview)?.tag ?? 'en'
  take(found.overviews, own, overview)
  take(found.taglines, own, textOf(at(film, 'tagline')))
  for (const one of all) {
    if (one.title !== title) take(found.titles, one.tag, one.title)
    take(found.overviews, one.tag, one.overview)
    take(found.taglines, one.tag, one.tagline)
  }
  return found
}

/** Other titles. TMDB says for which country, not in which language. */
function alternatives(film: unknown, known: readonly (string | null)[], said: Doubts): TitleSheet['otherTitles'] {
  const all = items(at(film, 'alternative_titles', 'titles') ?? at(film, 'alternative_titles', 'results'))
  const titles = all.flatMap((one) => textOf(at(one, 'title')) ?? []).filter((title) => !known.includes(title))
  if (titles.length > 50) said.notice('not-kept', { what: `${titles.length - 50} alternative_titles` })
  return unique(titles).slice(0, 50).map((title) => ({ title, language: null })) // prettier-ignore
}

function cutsOf(film: unknown, series: boolean): TitleSheet['cuts'] {
  const minutes = wholeNumber(series ? items(at(film, 'episode_run_time'))[0] : at(film, 'runtime'))
  if (minutes === null || minutes <= 0) return []
  const episodes = series ? wholeNumber(at(film, 'number_of_episodes')) : null
  return [{ minutes, episodes: episodes === null || episodes < 1 ? null : episodes, versions: [] }]
}

const spoken = (film: unknown, said: Doubts): string[] =>
  unique(
    [
      textOf(at(film, 'original_language')),
      ...items(at(film, 'spoken_languages')).map((one) => textOf(at(one, 'iso_639_1'))),
    ].flatMap((code) => tagOf(code, said) ?? []),
  )

function peopleOf(film: unknown): ReturnType<typeof peopleIn> {
  const named = (one: unknown, did: string): Did[] => {
    const name = textOf(at(one, 'name'))
    return name === null ? [] : [{ name, did: jobName(did) }]
  }
  return peopleIn([
    ...items(at(film, 'credits', 'crew')).flatMap((one) => named(one, textOf(at(one, 'job')) ?? '')),
    ...items(at(film, 'created_by')).flatMap((one) => named(one, 'Creator')),
    ...items(at(film, 'credits', 'cast')).flatMap((one) =>
      named(one, /\bnarrator\b|voice.?over/i.test(textOf(at(one, 'character')) ?? '') ? 'narrator' : 'cast'),
    ),
  ])
}

const firmsOf = (film: unknown): Pick<TitleSheet, 'productionCompanies' | 'broadcasters'> => ({
  productionCompanies: distinct(
    items(at(film, 'production_companies')).flatMap((one) => {
      const name = textOf(at(one, 'name'))
      return name === null ? [] : [{ name, country: countryIn(textOf(at(one, 'origin_country'))) }]
    }),
  ),
  broadcasters: unique(items(at(film, 'networks')).flatMap((one) => textOf(at(one, 'name')) ?? [])),
})

/** TMDB's genres are themes here where they are one (History, Music …); Documentary, which all are, is none. */
function subjectsOf(film: unknown): Pick<TitleSheet, 'genres' | 'themes' | 'keywords'> {
  const genres = items(at(film, 'genres')).flatMap((one) => textOf(at(one, 'name')) ?? []).filter((name) => codeIn('genre', name) !== 'documentary') // prettier-ignore
  const keywords = items(at(film, 'keywords', 'keywords') ?? at(film, 'keywords', 'results')).flatMap((one) => textOf(at(one, 'name')) ?? []) // prettier-ignore
  const theme = (name: string) => codeIn('theme', name)
  return {
    genres: unique(genres.filter((name) => theme(name) === null).map((name) => codeIn('genre', name) ?? name)),
    themes: unique([...genres, ...keywords].flatMap((name) => theme(name) ?? [])),
    keywords: unique(keywords.filter((name) => theme(name) === null)),
  }
}

const RELEASES: Record<number, string> = { 1: 'premiere', 2: 'limited', 3: 'theatrical', 4: 'digital', 5: 'physical', 6: 'TV' }
const SOUNDS_LIKE_ONE =
  /festival|\bfest\b|\bfilmfest|\bIDFA\b|\bDOK\b|\bdocs?\b|biennale|berlinale|\bTIFF\b|sundance|sxsw|visions du r[ée]el|hot docs|cannes/i

/** A premiere's note is the festival; a note of any other release, where it sounds like one. */
function festivalsOf(film: unknown, said: Doubts): FestivalEntry[] {
  const found: FestivalEntry[] = []
  const others = new Map<string, string>()
  for (const country of items(at(film, 'release_dates', 'results')))
    for (const release of items(at(country, 'release_dates'))) {
      const note = textOf(at(release, 'note'))
      const date = textOf(at(release, 'release_date'))
      const type = wholeNumber(at(release, 'type')) ?? 0
      if (note !== null && (type === 1 || SOUNDS_LIKE_ONE.test(note)))
        found.push({ festival: note, year: yearOf(date), city: null, country: countryIn(textOf(at(country, 'iso_3166_1'))), section: null, award: null, premiere: null }) // prettier-ignore
      else if (!others.has(RELEASES[type] ?? '?')) others.set(RELEASES[type] ?? '?', date?.slice(0, 10) ?? '?')
    }
  for (const [type, date] of others) said.notice('release', { type, date })
  return distinct(found)
}

/** Who rates in a country. */
const BOARDS: Record<string, string> = {
  DE: 'FSK',
  GB: 'BBFC',
  US: 'MPAA',
  FR: 'CNC',
  NL: 'Kijkwijzer',
  IE: 'IFCO',
  AU: 'ACB',
  ES: 'ICAA',
}

function ratingsOf(film: unknown, said: Doubts): TitleSheet['ratings'] {
  const films = items(at(film, 'release_dates', 'results')).flatMap((country) => items(at(country, 'release_dates')).map((release) => ({ country: at(country, 'iso_3166_1'), value: at(release, 'certification') }))) // prettier-ignore
  const series = items(at(film, 'content_ratings', 'results')).map((one) => ({ country: at(one, 'iso_3166_1'), value: at(one, 'rating') })) // prettier-ignore
  const all = [...films, ...series].flatMap((one) => {
    const [country, value] = [textOf(one.country), textOf(one.value)]
    if (value === null || country === null) return []
    const system = BOARDS[country]
    if (system === undefined) said.notice('not-kept', { what: `certification ${country} ${value}` })
    return system === undefined ? [] : printedRating(system, value)
  })
  return distinct(all)
}

const SITES: Record<string, (key: string) => string> = {
  YouTube: (key) => `https://www.youtube.com/watch?v=${key}`,
  Vimeo: (key) => `https://vimeo.com/${key}`,
}

function trailerOf(film: unknown): TitleSheet['trailer'] {
  for (const video of items(at(film, 'videos', 'results'))) {
    const [site, key] = [SITES[textOf(at(video, 'site')) ?? ''], textOf(at(video, 'key'))]
    if (at(video, 'type') === 'Trailer' && site !== undefined && key !== null && /^[\w-]{3,40}$/.test(key))
      return { url: site(key) }
  }
  return null
}
