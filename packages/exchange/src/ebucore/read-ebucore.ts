/** coreMetadata of EBUCore files as films: our own, and what broadcasters' archives write. */
import { emptySheet, type Cut, type LanguageVersion, type TextByLanguage, type TitleSheet } from '@vitrine/catalogue'
import { DocumentError } from '../documents/errors.ts'
import { DEFAULT_LIMITS } from '../documents/limits.ts'
import { openZip } from '../documents/zip.ts'
import { archiveProblem } from '../formats/archive-problem.ts'
import { festivalFrom } from '../formats/festival-lines.ts'
import { address, type Doubts, doubts, filmIn, filmsIn, minutesOf, unique, yearOf } from '../formats/film-in.ts'
import type { Finding } from '../formats/finding.ts'
import type { FilmIn, FilmsIn } from '../formats/format.ts'
import { type Did, peopleIn } from '../formats/people-in.ts'
import { codeIn, countryIn } from '../formats/words-in.ts'
import { wholeNumber } from '../json/look.ts'
import { xmlFilesOf } from '../mec/files-in-zip.ts'
import { inFile } from '../mec/read-mec.ts'
import { secondsOf } from '../movielabs/durations.ts'
import { withoutPlace } from '../movielabs/language-tags.ts'
import { child, children, everyElement, textAt } from '../xml/look.ts'
import { readXml, type XmlElement } from '../xml/read-xml.ts'
import { DESCRIPTIONS, EPISODES, FESTIVAL, FIRM_ROLES, TECHNICAL } from './carries.ts'
import { versionOf } from './language-versions.ts'

/**
 * Reads a document, or a ZIP of them. What is wrong with a file of an archive is told with its name.
 *
 * @example
 * readEbuCore(bytes).films[0]?.sheet.title
 */
export function readEbuCore(bytes: Uint8Array): FilmsIn {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isArchive) return readDocument(bytes)
  const all: FilmIn[] = []
  const findings: Finding[] = []
  let version: string | null = null
  try {
    const zip = openZip(bytes, DEFAULT_LIMITS)
    for (const entry of xmlFilesOf(zip)) {
      const read = readDocument(zip.read(entry))
      version ??= read.version
      // other XML may lie beside them
      all.push(...read.films.map((film) => ({ ...film, key: film.key === placeOf(film) ? `${entry.name}: ${film.key}`.slice(0, 500) : film.key }))) // prettier-ignore
      findings.push(...read.findings.filter(({ rule }) => rule !== 'film/none').map((finding) => ({ ...finding, path: inFile(entry.name, finding.path) }))) // prettier-ignore
    }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    findings.push(archiveProblem(error))
  }
  return filmsIn('ebucore', version, all, findings)
}

/** What a film is called that has no number and no page. */
const placeOf = ({ line }: Pick<FilmIn, 'line'>): string => `line-${line}`

/** One document; what others write may hold several films. */
export function readDocument(bytes: Uint8Array): FilmsIn {
  const { root, problem } = readXml(bytes)
  if (root === null) return filmsIn('ebucore', null, [], [problem])
  const all = [...everyElement(root)].filter(({ name }) => name === 'coreMetadata')
  const version = /^\d[\d.]{0,9}$/.exec(root.attributes['version'] ?? '')?.[0] ?? null
  return filmsIn('ebucore', version, all.map(readCore))
}

const labelAt = (of: XmlElement): string => of.attributes['typeLabel']?.trim() ?? ''
/** What an element says in Dublin Core, or by itself. */
const said = (of: XmlElement, name: string): { text: string; tag: string | null; label: string; line: number }[] => {
  const inside = children(of, name).length > 0 ? children(of, name) : [of]
  return inside.flatMap((one) =>
    one.text === '' ? [] : { text: one.text, tag: one.attributes['xml:lang'] ?? null, label: labelAt(of), line: one.line },
  )
}

function readCore(core: XmlElement): FilmIn {
  const told = doubts()
  const of = (name: string, holds = name) => children(core, name).flatMap((one) => said(one, holds))
  const titles = of('title')
  const title = (titles.find(({ tag }) => tag === null) ?? titles[0])?.text ?? ''
  const subjects = of('subject')
  const dates = children(core, 'date')
  const created = dates.flatMap((date) => children(date, 'created'))[0]?.attributes ?? {}
  const identifiers = identifiersOf(of('identifier'), told)
  const raw: TitleSheet = {
    ...emptySheet(title),
    ...titlesOf(titles, of('alternativeTitle', 'title'), title, told),
    ...textsOf(of('description'), told),
    year: yearOf(created['startYear'] ?? created['startDate'] ?? null),
    ...languagesOf(of('language'), told),
    cuts: children(core, 'format').flatMap((format) => cutOf(format, told)),
    ...agentsOf(core, told),
    ...placesOf(core, told),
    genres: unique(children(core, 'type').flatMap((type) => children(type, 'genre')).map((genre) => labelAt(genre) || genre.text).filter((text) => text !== '').map((text) => codeIn('genre', text) ?? text)), // prettier-ignore
    themes: unique(subjects.filter(({ label }) => label === 'theme').map(({ text }) => codeIn('theme', text) ?? text)),
    keywords: unique(subjects.filter(({ label }) => label !== 'theme').map(({ text }) => text)),
    festivals: children(core, 'publicationHistory').flatMap((history) => children(history, 'publicationEvent')).flatMap((event) => {
      const name = event.attributes['publicationEventName']?.trim() || textAt(event, 'publicationEventName')
      if (isFestival(event) && name) return festivalFrom(name, event.attributes['note'] ?? '')
      told.notice('release', { type: name || labelAt(event), date: textAt(event, 'publicationDate') ?? '' }, event.line)
      return []
    }), // prettier-ignore
    formats: unique(children(core, 'format').flatMap((format) => children(format, 'technicalAttributeString')).filter((one) => labelAt(one) === TECHNICAL).map(({ text }) => text).filter((text) => text !== '')), // prettier-ignore
    ratings: [...children(core, 'audienceRating'), ...children(core, 'rating')].flatMap((rating) => {
      const value = textAt(rating, 'ratingValue')
      const system = labelAt(rating) || rating.attributes['ratingSystem']?.trim() || ''
      return value === null || system === '' ? [] : { system, value }
    }),
    identifiers,
    trailer: linksOf(core, 'trailer').map((url) => ({ url }))[0] ?? null,
  }
  const number = identifiers.eidr ?? identifiers.isan ?? identifiers.reference ?? linksOf(core, 'page')[0]
  return filmIn(raw, { key: number ?? placeOf(core), line: core.line, said: told, pictureUrls: linksOf(core, 'picture') })
}

type Said = ReturnType<typeof said>

/** The language of a text; a text without one is taken for English. Null, with a doubt, for a tag that is none. */
function languageOf({ tag, line }: Pick<Said[number], 'tag' | 'line'>, told: Doubts): string | null {
  const language = tag === null ? 'en' : withoutPlace(tag)
  if (language === null) told.notice('language', { tag: tag! }, line)
  return language
}

function titlesOf(
  main: Said,
  others: Said,
  title: string,
  told: Doubts,
): Pick<TitleSheet, 'titles' | 'originalTitle' | 'otherTitles'> {
  const found: Pick<TitleSheet, 'titles' | 'originalTitle' | 'otherTitles'> = { titles: {}, originalTitle: null, otherTitles: [] }
  for (const { text, tag } of main) {
    const language = tag === null ? null : withoutPlace(tag)
    if (language !== null && text !== title) found.titles[language] ??= text
  }
  for (const one of others) {
    const language = one.tag === null ? null : languageOf(one, told)
    if (/^translat/i.test(one.label) && language !== null && found.titles[language] === undefined)
      found.titles[language] = one.text
    else if (/^original/i.test(one.label) && found.originalTitle === null) found.originalTitle = one.text
    else found.otherTitles.push({ title: one.text, language })
  }
  return found
}

type Texts = Pick<TitleSheet, 'lead' | 'logline' | 'shortSynopsis' | 'synopsis' | 'directorsNote' | 'biography'>

/** Descriptions by their label; one without, or with another, is the long synopsis where that is missing. */
function textsOf(all: Said, told: Doubts): Texts {
  const texts: Record<keyof typeof DESCRIPTIONS, TextByLanguage> = {
    lead: {},
    logline: {},
    shortSynopsis: {},
    synopsis: {},
    directorsNote: {},
    biography: {},
  }
  const fields = new Map(
    Object.entries(DESCRIPTIONS).map(([field, label]) => [label as string, field as keyof typeof DESCRIPTIONS]),
  )
  const known = (one: Said[number]) => fields.get(one.label.toLowerCase())
  for (const one of [...all.filter((each) => known(each) !== undefined), ...all.filter((each) => known(each) === undefined)]) {
    const language = languageOf(one, told)
    if (language === null) continue
    const into = texts[known(one) ?? 'synopsis']
    if (into[language] === undefined) into[language] = one.text
    else told.notice('second-text', { language }, one.line)
  }
  const lead = Object.fromEntries(Object.entries(texts.lead).map(([language, text]) => [language, { text, writtenOn: null }]))
  return { ...texts, lead }
}

function languagesOf(all: Said, told: Doubts): Pick<TitleSheet, 'originalLanguages' | 'versions'> {
  const originalLanguages: string[] = []
  const versions: LanguageVersion[] = []
  for (const { text, label, line } of all) {
    const language = languageOf({ tag: text, line }, told)
    if (language === null) continue
    const version = versionOf(language, label)
    if (version === null) originalLanguages.push(language)
    else versions.push(version)
  }
  return { originalLanguages: unique(originalLanguages), versions }
}

/** What a track without a label of its own is. */
const STANDARD_LABELS: Readonly<Record<string, string>> = {
  audioTrack: 'available',
  subtitlingFormat: 'subtitled',
  captioningFormat: 'subtitled for the hard of hearing',
}
const isNumbered = ({ name, attributes }: XmlElement): boolean =>
  STANDARD_LABELS[name] === undefined || /^\d{1,4}$/.test(attributes['trackId'] ?? '')

/** By the medium of an event; by the event itself, as we wrote it once. */
const isFestival = (event: XmlElement): boolean =>
  labelAt(event) === FESTIVAL || children(event, 'publicationMedium').some((medium) => labelAt(medium) === FESTIVAL)

/** The country of an address: its label, or a text, as we wrote it once. */
function countryOf(firm: XmlElement): string | null {
  const addresses = children(firm, 'details').flatMap((details) => children(details, 'address'))
  const country = addresses.flatMap((one) => children(one, 'country'))[0]
  return country === undefined ? null : labelAt(country) || country.text || null
}

function cutOf(format: XmlElement, told: Doubts): Cut[] {
  const minutes = minutesOf(secondsOf(textAt(format, 'duration', 'normalPlayTime') ?? ''))
  if (minutes === null) return []
  const episodes = children(format, 'technicalAttributeInteger').find((one) => labelAt(one) === EPISODES)
  const tracks = format.children.flatMap((one) =>
    one.name === 'audioFormat' ? children(one, 'audioTrack') : one.name === 'dataFormat' ? one.children : [one],
  )
  // sound stands before subtitles; the numbers of our own say how they stood together
  const inOrder = tracks.toSorted((a, b) => Number(a.attributes['trackId'] ?? 0) - Number(b.attributes['trackId'] ?? 0))
  const versions = (tracks.every(isNumbered) ? inOrder : tracks).flatMap((track): LanguageVersion[] => {
    const standard = STANDARD_LABELS[track.name]
    const tag = track.attributes['trackLanguage'] ?? track.attributes['language']
    if (standard === undefined || tag === undefined) return []
    const language = languageOf({ tag, line: track.line }, told)
    const version = language === null ? null : versionOf(language, labelAt(track) || standard)
    return version === null ? [] : [version]
  })
  return [{ minutes, episodes: episodes === undefined ? null : wholeNumber(episodes.text), versions }]
}

type Firms = Pick<TitleSheet, keyof typeof FIRM_ROLES>

/** Persons by what they did, organisations by their part. */
function agentsOf(core: XmlElement, told: Doubts): ReturnType<typeof peopleIn> & Firms {
  const people: Did[] = []
  const firms: Firms = { productionCompanies: [], coProducers: [], broadcasters: [], supporters: [] }
  for (const one of core.children.filter(({ name }) => name === 'creator' || name === 'contributor' || name === 'publisher')) {
    const roles = children(one, 'role').map((role) => ({
      did: labelAt(role) || role.text,
      ...(labelAt(role) === 'other' ? { label: role.attributes['typeDefinition']?.trim() || null } : {}),
    }))
    for (const contact of children(one, 'contactDetails')) {
      const parts = ['givenName', 'familyName'].flatMap((part) => textAt(contact, part) ?? [])
      const name = textAt(contact, 'name') ?? (parts.length === 0 ? null : parts.join(' '))
      if (name === null) continue
      const did = roles.length > 0 ? roles : [{ did: one.name === 'creator' ? 'Director' : '' }]
      people.push(...did.map((role) => ({ name, ...role })))
    }
    for (const firm of children(one, 'organisationDetails')) {
      const name = textAt(firm, 'organisationName')
      const role = roles[0]?.did ?? ''
      const field = Object.entries(FIRM_ROLES).find(([, label]) => label.toLowerCase() === role.toLowerCase())?.[0] as
        | keyof Firms
        | undefined
      if (name === null) continue
      if (field === undefined) told.notice('not-kept', { what: `${role || one.name} ${name}` }, firm.line)
      else if (field === 'broadcasters' || field === 'supporters') firms[field].push(name)
      else firms[field].push({ name, country: countryIn(countryOf(firm)) })
    }
  }
  return { ...peopleIn(people), ...firms }
}

function placesOf(core: XmlElement, told: Doubts): Pick<TitleSheet, 'countries' | 'places' | 'period'> {
  const coverages = children(core, 'coverage')
  const locations = coverages.flatMap((one) => children(one, 'spatial')).flatMap((one) => children(one, 'location'))
  const named = locations.flatMap((one) => {
    const name = textAt(one, 'name') ?? (one.text || null)
    return name === null ? [] : { name, label: labelAt(one), line: one.line }
  })
  const countries = named.filter(({ label }) => /^production country$/i.test(label)).flatMap(({ name, line }) => {
    const country = countryIn(name)
    if (country === null) told.notice('country', { country: name }, line)
    return country ?? []
  }) // prettier-ignore
  const span = coverages.flatMap((one) => children(one, 'temporal')).flatMap((one) => child(one, 'PeriodOfTime') ?? [])[0]
  const year = (text: string | undefined) => (text !== undefined && /^-?\d{1,6}$/.test(text) ? Number(text) : null)
  const period =
    span === undefined
      ? null
      : {
          from: year(span.attributes['startYear']),
          to: year(span.attributes['endYear']),
          label: textAt(span, 'periodName') ?? span.attributes['periodName'] ?? null,
        }
  return {
    countries: unique(countries),
    places: unique(named.filter(({ label }) => !/^production country$/i.test(label)).map(({ name }) => name)),
    period,
  }
}

function identifiersOf(all: Said, told: Doubts): TitleSheet['identifiers'] {
  const found = emptySheet('').identifiers
  for (const { text, label, line } of all) {
    const kind = label.toLowerCase()
    if (Object.hasOwn(found, kind)) found[kind as keyof typeof found] ??= text
    else told.notice('not-kept', { what: `${label} ${text}`.trim() }, line)
  }
  return found
}

const linksOf = (core: XmlElement, label: string): string[] =>
  children(core, 'relation').filter((one) => labelAt(one) === label).flatMap((one) => address(textAt(one, 'relationLink')) ?? []) // prettier-ignore
