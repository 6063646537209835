/** CinematographicWorks in the shape of EN 15907 as films. */
import {
  emptySheet,
  LANGUAGE_USES,
  PREMIERES,
  type Cut,
  type FestivalEntry,
  type LanguageVersion,
  type TitleSheet,
} from '@vitrine/catalogue'
import { type Doubts, doubts, filmIn, filmsIn, minutesOf, unique, yearOf } from '../formats/film-in.ts'
import type { FilmIn, FilmsIn } from '../formats/format.ts'
import { type Did, peopleIn } from '../formats/people-in.ts'
import { codeIn, countryIn } from '../formats/words-in.ts'
import { wholeNumber } from '../json/look.ts'
import { secondsOf } from '../movielabs/durations.ts'
import { child, children, everyElement, textAt } from '../xml/look.ts'
import { readXml, type XmlElement } from '../xml/read-xml.ts'
import { langOf, languageOf, textsIn } from '../xml/spoken.ts'
import { DESCRIPTIONS, FIRM_ROLES } from './carries.ts'

/** @example readEn15907(bytes).films[0]?.sheet.title */
export function readEn15907(bytes: Uint8Array): FilmsIn {
  const { root, problem } = readXml(bytes)
  if (root === null) return filmsIn('en15907', null, [], [problem])
  const works = [...everyElement(root)].filter(({ name }) => /^cinematographicWork$/i.test(name))
  return filmsIn('en15907', null, works.map(readWork))
}

const KNOWN = new Set('identifier identifyingTitle title countryOfReference yearOfReference language genre subjectTerm contentDescription hasAgent hasEvent hasVariant hasManifestation'.split(' ')) // prettier-ignore

function readWork(work: XmlElement): FilmIn {
  const said = doubts()
  for (const name of unique(work.children.map((one) => one.name)))
    if (!KNOWN.has(name)) said.notice('not-kept', { what: name }, child(work, name)!.line)
  const texts = (name: string) => children(work, name).map(({ text }) => text).filter((text) => text !== '') // prettier-ignore
  const terms = (type: string) => children(work, 'subjectTerm').filter((one) => (one.attributes['type'] ?? 'keyword') === type)
  const words = (type: string) => unique(terms(type).map(({ text }) => text).filter((text) => text !== '')) // prettier-ignore
  const described = (field: keyof typeof DESCRIPTIONS) =>
    textsIn(children(work, 'contentDescription').filter((one) => (one.attributes['type'] ?? 'synopsis') === DESCRIPTIONS[field]), said) // prettier-ignore
  const [identifying = children(work, 'title')[0]?.text ?? ''] = texts('identifyingTitle')
  const [span] = terms('period')
  const year = (text: string | undefined) => (text !== undefined && /^-?\d{1,6}$/.test(text) ? Number(text) : null)
  const spoken = children(work, 'language')
  const raw: TitleSheet = {
    ...emptySheet(identifying),
    ...titlesOf(work, identifying, said),
    logline: described('logline'),
    shortSynopsis: described('shortSynopsis'),
    synopsis: described('synopsis'),
    directorsNote: described('directorsNote'),
    biography: described('biography'),
    year: yearOf(texts('yearOfReference')[0] ?? null),
    originalLanguages: unique(spoken.filter(isOriginal).flatMap((one) => languageOf(one.text, said, one.line) ?? [])),
    versions: spoken.filter((one) => !isOriginal(one)).flatMap((one) => versionOf(one, said)),
    cuts: children(work, 'hasVariant').flatMap((one) => cutOf(child(one, 'variant') ?? one, said)),
    ...agentsOf(work, said),
    countries: unique(
      children(work, 'countryOfReference').flatMap(({ text, line }) => {
        const country = countryIn(text)
        if (country === null) said.notice('country', { country: text }, line)
        return country ?? []
      }),
    ),
    genres: unique(texts('genre').map((genre) => codeIn('genre', genre) ?? genre)),
    themes: words('theme').map((theme) => codeIn('theme', theme) ?? theme),
    keywords: words('keyword'),
    places: words('place'),
    period: span === undefined ? null : { from: year(span.attributes['from']), to: year(span.attributes['to']), label: span.attributes['label'] ?? null }, // prettier-ignore
    ...eventsOf(work, said),
    formats: unique(children(work, 'hasManifestation').flatMap((one) => children(child(one, 'manifestation') ?? one, 'format')).map(({ text }) => text).filter((text) => text !== '')), // prettier-ignore
    identifiers: identifiersOf(work, said),
  }
  return filmIn(raw, { key: work.attributes['id']?.trim() || `line-${work.line}`, line: work.line, said })
}

const isOriginal = (one: XmlElement): boolean => (one.attributes['usage'] ?? 'originalLanguage') === 'originalLanguage'

function titlesOf(
  work: XmlElement,
  identifying: string,
  said: Doubts,
): Pick<TitleSheet, 'titles' | 'originalTitle' | 'otherTitles'> {
  const found: Pick<TitleSheet, 'titles' | 'originalTitle' | 'otherTitles'> = { titles: {}, originalTitle: null, otherTitles: [] }
  for (const one of children(work, 'title')) {
    const relation = one.attributes['relation'] ?? ''
    const language = langOf(one) === null ? null : languageOf(langOf(one), said, one.line)
    if (one.text === '' || (relation === '' && one.text === identifying)) continue
    if (relation === 'translated' && language !== null && found.titles[language] === undefined) found.titles[language] = one.text
    else if (relation === 'original' && found.originalTitle === null) found.originalTitle = one.text
    else found.otherTitles.push({ title: one.text, language })
  }
  return found
}

function versionOf(one: XmlElement, said: Doubts): LanguageVersion[] {
  const language = one.text === '' ? null : languageOf(one.text, said, one.line)
  const use = LANGUAGE_USES.find((each) => each === one.attributes['usage']) ?? null
  return language === null ? [] : [{ language, use, hardOfHearing: one.attributes['hardOfHearing'] === 'true' }]
}

function cutOf(variant: XmlElement, said: Doubts): Cut[] {
  const minutes = minutesOf(secondsOf(textAt(variant, 'duration') ?? ''))
  if (minutes === null) return []
  return [
    {
      minutes,
      episodes: wholeNumber(textAt(variant, 'numberOfParts')),
      versions: children(variant, 'language').flatMap((one) => versionOf(one, said)),
    },
  ]
}

type Firms = Pick<TitleSheet, keyof typeof FIRM_ROLES>

function agentsOf(work: XmlElement, said: Doubts): ReturnType<typeof peopleIn> & Firms {
  const people: Did[] = []
  const firms: Firms = { productionCompanies: [], coProducers: [], broadcasters: [], supporters: [] }
  for (const one of children(work, 'hasAgent')) {
    const did = one.attributes['activity']?.trim() ?? ''
    const firm = child(one, 'corporateBody')
    const name = textAt(firm ?? child(one, 'person') ?? one, 'name')
    if (name === null) continue
    const field = Object.entries(FIRM_ROLES).find(([, role]) => role.toLowerCase() === did.toLowerCase())?.[0] as
      | keyof Firms
      | undefined
    if (firm === null) people.push({ name, did, ...(did === 'other' ? { label: one.attributes['label'] ?? null } : {}) })
    else if (field === undefined) said.notice('not-kept', { what: `${did} ${name}`.trim() }, one.line)
    else if (field === 'broadcasters' || field === 'supporters') firms[field].push(name)
    else firms[field].push({ name, country: countryIn(textAt(firm, 'country')) })
  }
  return { ...peopleIn(people), ...firms }
}

function eventsOf(work: XmlElement, said: Doubts): Pick<TitleSheet, 'festivals' | 'ratings'> {
  const festivals: FestivalEntry[] = []
  const ratings: TitleSheet['ratings'] = []
  for (const one of children(work, 'hasEvent').flatMap((each) => each.children)) {
    const at = (name: string) => textAt(one, name)
    const [name, system, value] = [at('name'), at('system'), at('rating')]
    if (one.name === 'decisionEvent' && system !== null && value !== null) ratings.push({ system, value })
    else if ((one.name === 'publicationEvent' || one.name === 'awardEvent') && name !== null)
      festivals.push({
        festival: name,
        year: yearOf(at('date')),
        city: at('place'),
        country: countryIn(at('country')),
        section: at('section'),
        award: at('award'),
        premiere: PREMIERES.find((premiere) => premiere === at('premiere')) ?? null,
      })
    else said.notice('not-kept', { what: `${one.name} ${name ?? ''}`.trim() }, one.line)
  }
  return { festivals, ratings }
}

function identifiersOf(work: XmlElement, said: Doubts): TitleSheet['identifiers'] {
  const found = emptySheet('').identifiers
  for (const one of children(work, 'identifier')) {
    const scheme = (one.attributes['scheme'] ?? '').toLowerCase()
    if (one.text === '') continue
    if (Object.hasOwn(found, scheme)) found[scheme as keyof typeof found] ??= one.text
    else said.notice('not-kept', { what: `${scheme} ${one.text}`.trim() }, one.line)
  }
  return found
}
