/**
 * Films in the shape of EN 15907: a CinematographicWork, its Variants (cuts), a Manifestation (what it can be delivered as),
 * Agents and Events.
 */
import type { Company, FestivalEntry, LanguageVersion } from '@vitrine/catalogue'
import { filmIri } from '../formats/film-iri.ts'
import type { FilmOut, Sender, WriteOptions, Written } from '../formats/format.ts'
import { lossesByReading } from '../formats/losses-by-reading.ts'
import { functionOf } from '../mec/jobs.ts'
import { durationOf } from '../movielabs/durations.ts'
import { element, textElement, writeXml, type Element } from '../xml/write-xml.ts'
import { DESCRIPTIONS, EN15907_CARRIES, EN15907_NAMESPACE, FIRM_ROLES } from './carries.ts'
import { readEn15907 } from './read-en15907.ts'

/** @example writeEn15907([film], { locale: 'en', sender, today }).fileName // 'en15907.xml' */
export function writeEn15907(films: readonly FilmOut[], { sender }: WriteOptions): Written {
  const root = element(
    'cinematographicWorks',
    { xmlns: EN15907_NAMESPACE },
    films.map((film) => work(film, sender)),
  )
  const bytes = new TextEncoder().encode(writeXml(root))
  return {
    fileName: 'en15907.xml',
    mediaType: 'application/xml',
    bytes,
    losses: lossesByReading(EN15907_CARRIES, films, readEn15907(bytes)),
  }
}

function work(film: FilmOut, sender: Sender): Element {
  const { sheet } = film
  const title = (text: string, relation: string, language: string | null) =>
    element('title', { relation, 'xml:lang': language }, text)
  return element(
    'cinematographicWork',
    { id: filmIri(film, sender), lastModified: film.changedAt },
    Object.entries(sheet.identifiers).map(([scheme, value]: [string, string | null]) =>
      textElement('identifier', value, { scheme }),
    ),
    element('identifyingTitle', {}, sheet.title),
    Object.entries(sheet.titles).map(([language, text]) => title(text, 'translated', language)),
    sheet.originalTitle === null ? null : title(sheet.originalTitle, 'original', null),
    sheet.otherTitles.map((other) => title(other.title, 'alternative', other.language)),
    sheet.countries.map((country) => element('countryOfReference', {}, country)),
    textElement('yearOfReference', sheet.year),
    sheet.originalLanguages.map((language) => element('language', { usage: 'originalLanguage' }, language)),
    sheet.versions.map(version),
    sheet.genres.map((genre) => element('genre', {}, genre)),
    sheet.themes.map((theme) => element('subjectTerm', { type: 'theme' }, theme)),
    sheet.keywords.map((keyword) => element('subjectTerm', { type: 'keyword' }, keyword)),
    sheet.places.map((place) => element('subjectTerm', { type: 'place' }, place)),
    sheet.period === null
      ? null
      : element('subjectTerm', {
          type: 'period',
          from: sheet.period.from === null ? null : String(sheet.period.from),
          to: sheet.period.to === null ? null : String(sheet.period.to),
          label: sheet.period.label,
        }),
    (Object.keys(DESCRIPTIONS) as (keyof typeof DESCRIPTIONS)[]).flatMap((field) =>
      Object.entries(sheet[field]).map(([language, text]) =>
        element('contentDescription', { type: DESCRIPTIONS[field], 'xml:lang': language }, text),
      ),
    ),
    sheet.directors.map((name) => person(name, functionOf('director'))),
    sheet.producers.map((name) => person(name, functionOf('producer'))),
    sheet.credits.flatMap(({ role, label, names }) =>
      names.map((name) => person(name, role === 'other' ? role : functionOf(role), label)),
    ),
    (Object.keys(FIRM_ROLES) as (keyof typeof FIRM_ROLES)[]).flatMap((field) =>
      sheet[field].map((one) => firm(typeof one === 'string' ? { name: one, country: null } : one, FIRM_ROLES[field])),
    ),
    sheet.festivals.map(event),
    sheet.ratings.map(({ system, value }) =>
      element('hasEvent', {}, element('decisionEvent', {}, element('system', {}, system), element('rating', {}, value))),
    ),
    sheet.cuts.map(({ minutes, episodes, versions }) =>
      element(
        'hasVariant',
        {},
        element(
          'variant',
          {},
          element('duration', {}, durationOf(minutes * 60)),
          textElement('numberOfParts', episodes),
          versions.map(version),
        ),
      ),
    ),
    sheet.formats.length === 0
      ? null
      : element(
          'hasManifestation',
          {},
          element(
            'manifestation',
            {},
            sheet.formats.map((format) => element('format', {}, format)),
          ),
        ),
  )
}

const version = ({ language, use, hardOfHearing }: LanguageVersion): Element =>
  element('language', { usage: use ?? 'available', hardOfHearing: hardOfHearing ? 'true' : null }, language)

const person = (name: string, activity: string, label: string | null = null): Element =>
  element('hasAgent', { activity, label }, element('person', {}, element('name', {}, name)))
const firm = ({ name, country }: Company, activity: string): Element =>
  element('hasAgent', { activity }, element('corporateBody', {}, element('name', {}, name), textElement('country', country)))

/** A prize makes an award event of a showing. */
const event = ({ festival, year, city, country, section, award, premiere }: FestivalEntry): Element =>
  element(
    'hasEvent',
    {},
    element(
      award === null ? 'publicationEvent' : 'awardEvent',
      {},
      element('name', {}, festival),
      textElement('date', year),
      textElement('place', city),
      textElement('country', country),
      textElement('section', section),
      textElement('award', award),
      textElement('premiere', premiere),
    ),
  )
