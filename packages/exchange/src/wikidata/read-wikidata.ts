/**
 * Films out of Wikidata's JSON (`Special:EntityData/Q….json`, a dump, a list of entities). Persons, places and firms are
 * items of their own: their names are taken from the same file, and where it lacks them that is a doubt.
 */
import { emptySheet, type FestivalEntry, type TextByLanguage, type TitleSheet } from '@vitrine/catalogue'
import { onlyLanguages } from '@vitrine/catalogue/reader/languages'
import { distinct, type Doubts, doubts, filmIn, filmsIn, unique } from '../formats/film-in.ts'
import type { FilmIn, FilmsIn } from '../formats/format.ts'
import { type Did, peopleIn } from '../formats/people-in.ts'
import { codeIn, countryIn } from '../formats/words-in.ts'
import { at, fields, items, textOf, wholeNumber } from '../json/look.ts'
import { readJson } from '../json/read-json.ts'
import { withoutPlace } from '../movielabs/language-tags.ts'
import { Entities, itemId, qualifier, quantityMinutes, type Statement, statements, timeYear } from './entities.ts'
import { COUNTRIES, DOCUMENTARY, KINDS, LANGUAGES, NUMBERS, PEOPLE } from './properties.ts'

/** @example readWikidata(bytes).films[0]?.sheet.identifiers.wikidata // 'Q83495' */
export function readWikidata(bytes: Uint8Array): FilmsIn {
  const { value, problem } = readJson(bytes)
  if (problem !== null) return filmsIn('wikidata', null, [], [problem])
  const entities = new Entities(value)
  return filmsIn(
    'wikidata',
    null,
    entities
      .all()
      .filter(isFilm)
      .map((film) => readEntity(entities, film)),
  )
}

/** A film says that it is one, or who directed it, or has a film's number. */
const isFilm = (entity: unknown): boolean =>
  statements(entity, 'P31').some(({ value }) => KINDS.has(itemId(value) ?? '')) ||
  statements(entity, 'P57').length > 0 ||
  statements(entity, 'P4947').length > 0

function readEntity(entities: Entities, film: unknown): FilmIn {
  const said = doubts()
  const id = textOf(at(film, 'id'))!
  /** The name of an item, or null and a doubt. */
  const named = (property: string, value: unknown): string | null => {
    const item = itemId(value)
    if (item === null) return null
    const name = entities.nameOf(item)
    if (name === null) said.notice('unresolved', { property, id: item })
    return name
  }
  const names = (...properties: string[]) => unique(properties.flatMap((property) => statements(film, property).flatMap(({ value }) => named(property, value) ?? []))) // prettier-ignore
  const title = entities.nameOf(id) ?? textOf(at(statements(film, 'P1476')[0]?.value, 'text')) ?? ''
  const original = textOf(at(statements(film, 'P1476')[0]?.value, 'text'))
  const subjects = names('P921')
  const raw: TitleSheet = {
    ...emptySheet(title),
    titles: labelsOf(film, title),
    originalTitle: original === title ? null : original,
    otherTitles: aliasesOf(film, title, original),
    year: earliest([...statements(film, 'P577'), ...statements(film, 'P571')]),
    cuts: cutsOf(film),
    originalLanguages: unique(statements(film, 'P364').flatMap(({ value }) => languageOf(entities, value, named) ?? [])),
    ...peopleIn(Object.entries(PEOPLE).flatMap(([property, did]) => names(property).map((name): Did => ({ name, did })))),
    productionCompanies: names('P272').map((name) => ({ name, country: null })),
    broadcasters: names('P449'),
    countries: unique(statements(film, 'P495').flatMap(({ value }) => countryOf(entities, value, named) ?? [])),
    genres: unique(statements(film, 'P136').filter(({ value }) => !DOCUMENTARY.has(itemId(value) ?? '')).flatMap(({ value }) => named('P136', value) ?? []).map((name) => codeIn('genre', name) ?? name)), // prettier-ignore
    themes: unique(subjects.flatMap((name) => codeIn('theme', name) ?? [])),
    keywords: subjects.filter((name) => codeIn('theme', name) === null),
    places: unique(names('P840', 'P915').map((place) => countryIn(place) ?? place)),
    festivals: awardsOf(film, named, said),
    identifiers: { ...identifiersOf(film), wikidata: id },
  }
  for (const { value } of statements(film, 'P750')) said.notice('not-kept', { what: `P750 ${entities.nameOf(itemId(value) ?? '') ?? itemId(value) ?? ''}`.trim() }) // prettier-ignore
  return filmIn(raw, { key: id, said })
}

type Named = (property: string, value: unknown) => string | null

/** A title in each language that calls the film otherwise. */
function labelsOf(film: unknown, title: string): TextByLanguage {
  const titles: TextByLanguage = {}
  for (const [tag, label] of Object.entries(fields(at(film, 'labels')) ?? {})) {
    const language = tag === 'mul' ? null : withoutPlace(tag)
    const text = textOf(at(label, 'value'))
    if (language !== null && text !== null && text !== title) titles[language] ??= text
  }
  return titles
}

function aliasesOf(film: unknown, title: string, original: string | null): TitleSheet['otherTitles'] {
  const all = Object.entries(fields(at(film, 'aliases')) ?? {}).flatMap(([tag, aliases]) =>
    items(aliases).flatMap((alias) => {
      const text = textOf(at(alias, 'value'))
      return text === null || text === title || text === original
        ? []
        : [{ title: text, language: tag === 'mul' ? null : withoutPlace(tag) }]
    }),
  )
  return distinct(all).slice(0, 50)
}

function earliest(dates: readonly Statement[]): number | null {
  const years = dates.flatMap(({ value }) => timeYear(value) ?? [])
  return years.length === 0 ? null : Math.min(...years)
}

/** Each length is a cut of its own; a series has its episodes in the first. */
function cutsOf(film: unknown): TitleSheet['cuts'] {
  const episodes = wholeNumber(Number(textOf(at(statements(film, 'P1113')[0]?.value, 'amount')) ?? Number.NaN))
  const minutes = unique(statements(film, 'P2047').flatMap(({ value }) => quantityMinutes(value) ?? []))
  return minutes.map((length, n) => ({
    minutes: length,
    episodes: n === 0 && episodes !== null && episodes > 0 ? episodes : null,
    versions: [],
  }))
}

/** By ISO 3166-1 of the item (P297), by its id, by its name. */
function countryOf(entities: Entities, value: unknown, named: Named): string | null {
  const id = itemId(value) ?? ''
  const code = textOf(statements(entities.get(id), 'P297')[0]?.value)
  return countryIn(code) ?? COUNTRIES[id] ?? countryIn(named('P495', value))
}

/** By IETF tag or ISO 639-1 of the item (P305, P218), by its id, by its name. */
function languageOf(entities: Entities, value: unknown, named: Named): string | null {
  const id = itemId(value) ?? ''
  const entity = entities.get(id)
  const tag = textOf(statements(entity, 'P305')[0]?.value) ?? textOf(statements(entity, 'P218')[0]?.value) ?? LANGUAGES[id]
  if (tag !== undefined) return withoutPlace(tag)
  const name = named('P364', value)
  return name === null
    ? null
    : (onlyLanguages({ text: name.slice(0, 100).replace(/ language$/i, ''), start: 0 }, null)?.found[0]?.language ?? null)
}

/** Prizes whose statement says at which festival or ceremony (P805), or by whom (P1027). */
function awardsOf(film: unknown, named: Named, said: Doubts): FestivalEntry[] {
  return statements(film, 'P166').flatMap((one) => {
    const award = named('P166', one.value)
    if (award === null) return []
    const [ceremony, by] = [qualifier(one, 'P805'), qualifier(one, 'P1027')]
    const festival = (ceremony === undefined ? null : named('P805', ceremony)) ?? (by === undefined ? null : named('P1027', by))
    if (festival === null) said.notice('award', { award })
    return festival === null
      ? []
      : [{ festival, year: timeYear(qualifier(one, 'P585')), city: null, country: null, section: null, award, premiere: null }]
  })
}

function identifiersOf(film: unknown): TitleSheet['identifiers'] {
  const found = emptySheet('').identifiers
  for (const [property, kind] of Object.entries(NUMBERS)) found[kind] = textOf(statements(film, property)[0]?.value)
  const series = textOf(statements(film, 'P4983')[0]?.value)
  if (found.tmdb === null && series !== null) found.tmdb = `tv/${series}`
  return found
}
