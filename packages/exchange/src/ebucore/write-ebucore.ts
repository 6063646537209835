/** Films as classic EBUCore (EBU Tech 3293), 1.10: a document each, elements in the order that 1.9 still asks for. */
import type { Company, Cut } from '@vitrine/catalogue'
import { zipSync } from 'fflate'
import { festivalLines } from '../formats/festival-lines.ts'
import type { FilmOut, WriteOptions, Written } from '../formats/format.ts'
import { lossesByReading } from '../formats/losses-by-reading.ts'
import { functionOf } from '../mec/jobs.ts'
import { durationOf } from '../movielabs/durations.ts'
import { element, textElement, writeXml, type Element } from '../xml/write-xml.ts'
import { DC, DESCRIPTIONS, EBUCORE, EBUCORE_CARRIES, EPISODES, FESTIVAL, FIRM_ROLES, TECHNICAL } from './carries.ts'
import { labelOf } from './language-versions.ts'
import { readDocument } from './read-ebucore.ts'

/**
 * The schema has one `coreMetadata` in an `ebuCoreMain`: one film is a document, any other number a ZIP with a document for each.
 *
 * @example
 * writeEbuCore([film], { locale: 'en', sender, today }).fileName  // 'ebucore.xml'
 * writeEbuCore([film, other], options).fileName                   // 'ebucore.zip'
 */
export function writeEbuCore(films: readonly FilmOut[], options: WriteOptions): Written {
  const documents = films.map((film) => ({ film, bytes: documentOf(film, options) }))
  const losses = documents.flatMap(({ film, bytes }) => lossesByReading(EBUCORE_CARRIES, [film], readDocument(bytes)))
  const [only, second] = documents
  if (only !== undefined && second === undefined)
    return { fileName: 'ebucore.xml', mediaType: 'application/xml', bytes: only.bytes, losses }
  const files = documents.map(({ film, bytes }, at) => [nameOf(film, at), bytes] as const)
  return {
    fileName: 'ebucore.zip',
    mediaType: 'application/zip',
    // the day of the export and no moment: the same films give the same file
    bytes: zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(`${options.today}T12:00:00`) }),
    losses,
  }
}

/** By its place first, so that the films come back in their order. */
const nameOf = ({ id }: FilmOut, at: number): string => `${at + 1}-${id.replaceAll(/[^\w-]+/g, '-').slice(0, 80)}.xml`

function documentOf(film: FilmOut, { sender, today }: WriteOptions): Uint8Array {
  const root = element(
    'ebucore:ebuCoreMain',
    { 'xmlns:ebucore': EBUCORE, 'xmlns:dc': DC, version: '1.10', dateLastModified: today },
    coreMetadata(film),
    element('ebucore:metadataProvider', {}, organisation({ name: sender.name, country: sender.country })),
  )
  return new TextEncoder().encode(writeXml(root))
}

type Attributes = Record<string, string | null>

/** An element that holds one of Dublin Core. */
const dc = (name: string, holds: string, text: string, attributes: Attributes = {}, language: string | null = null): Element =>
  element(`ebucore:${name}`, attributes, element(`dc:${holds}`, { 'xml:lang': language }, text))

/** One film; also what OAI-PMH gives of it. */
export function coreMetadata(film: FilmOut): Element {
  const { sheet } = film
  return element(
    'ebucore:coreMetadata',
    {},
    dc('title', 'title', sheet.title),
    Object.entries(sheet.titles).map(([language, title]) =>
      dc('alternativeTitle', 'title', title, { typeLabel: 'translation' }, language),
    ),
    sheet.originalTitle === null ? null : dc('alternativeTitle', 'title', sheet.originalTitle, { typeLabel: 'original' }),
    sheet.otherTitles.map(({ title, language }) => dc('alternativeTitle', 'title', title, { typeLabel: 'other' }, language)),
    sheet.directors.map((name) => person('creator', name, functionOf('director'))),
    sheet.themes.map((theme) => dc('subject', 'subject', theme, { typeLabel: 'theme' })),
    sheet.keywords.map((keyword) => dc('subject', 'subject', keyword, { typeLabel: 'keyword' })),
    (Object.keys(DESCRIPTIONS) as (keyof typeof DESCRIPTIONS)[]).flatMap((field) =>
      Object.entries(sheet[field]).map(([language, text]) =>
        dc(
          'description',
          'description',
          typeof text === 'string' ? text : text.text,
          { typeLabel: DESCRIPTIONS[field] },
          language,
        ),
      ),
    ),
    sheet.producers.map((name) => person('contributor', name, functionOf('producer'))),
    sheet.credits.flatMap(({ role, label, names }) =>
      names.map((name) => person('contributor', name, role === 'other' ? role : functionOf(role), label)),
    ),
    (Object.keys(FIRM_ROLES) as (keyof typeof FIRM_ROLES)[]).flatMap((field) =>
      sheet[field].map((firm) =>
        element(
          'ebucore:contributor',
          {},
          organisation(typeof firm === 'string' ? { name: firm, country: null } : firm),
          element('ebucore:role', { typeLabel: FIRM_ROLES[field] }),
        ),
      ),
    ),
    sheet.year === null ? null : element('ebucore:date', {}, element('ebucore:created', { startYear: gYear(sheet.year) })),
    element('ebucore:date', {}, element('ebucore:modified', { startDate: film.changedAt.slice(0, 10) })),
    sheet.genres.map((genre) => element('ebucore:type', {}, element('ebucore:genre', { typeLabel: genre }))),
    sheet.formats.map((format) =>
      element('ebucore:format', {}, element('ebucore:technicalAttributeString', { typeLabel: TECHNICAL }, format)),
    ),
    sheet.cuts.map(cut),
    Object.entries(sheet.identifiers).map(([kind, value]: [string, string | null]) =>
      value === null ? null : dc('identifier', 'identifier', value, { typeLabel: kind }),
    ),
    sheet.originalLanguages.map((language) => dc('language', 'language', language, { typeLabel: 'original language' })),
    sheet.versions.map((version) => dc('language', 'language', version.language, { typeLabel: labelOf(version) })),
    sheet.trailer === null ? null : relation('trailer', sheet.trailer.url),
    [...film.pictures.values()].map(({ url }) => relation('picture', url)),
    film.url === null ? null : relation('page', film.url),
    [
      ...sheet.countries.map((country) => place('production country', country)),
      ...sheet.places.map((one) => place('place', one)),
    ],
    sheet.period === null
      ? null
      : element(
          'ebucore:coverage',
          {},
          element(
            'ebucore:temporal',
            {},
            element(
              'ebucore:PeriodOfTime',
              { startYear: gYear(sheet.period.from), endYear: gYear(sheet.period.to) },
              textElement('ebucore:periodName', sheet.period.label),
            ),
          ),
        ),
    sheet.festivals.length === 0
      ? null
      : element(
          'ebucore:publicationHistory',
          {},
          sheet.festivals.map((entry) =>
            element(
              'ebucore:publicationEvent',
              { publicationEventName: entry.festival, note: festivalLines(entry) },
              // an event itself has no type
              element('ebucore:publicationMedium', { typeLabel: FESTIVAL }),
              entry.country === null ? null : element('ebucore:publicationRegion', {}, country(entry.country)),
            ),
          ),
        ),
    sheet.ratings.map(({ system, value }) =>
      element('ebucore:audienceRating', { typeLabel: system, ratingSystem: system }, element('ebucore:ratingValue', {}, value)),
    ),
  )
}

const person = (where: 'creator' | 'contributor', name: string, role: string, label: string | null = null): Element =>
  element(
    `ebucore:${where}`,
    {},
    element('ebucore:contactDetails', {}, element('ebucore:name', {}, name)),
    element('ebucore:role', { typeLabel: role, typeDefinition: label }),
  )

/** A year as XML Schema has it: four digits at the least, before our era with a sign. */
const gYear = (year: number | null): string | null =>
  year === null ? null : `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`

/** Countries have a label, and no text. */
const country = (code: string): Element => element('ebucore:country', { typeLabel: code })

const organisation = ({ name, country: code }: Company): Element =>
  element(
    'ebucore:organisationDetails',
    {},
    element('ebucore:organisationName', {}, name),
    code === null ? null : element('ebucore:details', {}, element('ebucore:address', {}, country(code))),
  )

const relation = (label: string, url: string): Element =>
  element('ebucore:relation', { typeLabel: label }, element('ebucore:relationLink', {}, url))
const place = (label: string, name: string): Element =>
  element(
    'ebucore:coverage',
    {},
    element('ebucore:spatial', {}, element('ebucore:location', { typeLabel: label }, element('ebucore:name', {}, name))),
  )

/** Sound stands before what is read below the picture, and each has the number of its place among the versions. */
const cut = ({ minutes, episodes, versions }: Cut): Element => {
  const tracks = versions.map((version, at) => ({ version, trackId: String(at + 1), typeLabel: labelOf(version) }))
  const heard = tracks.filter(({ version }) => version.use !== 'subtitled')
  const read = tracks.filter(({ version }) => version.use === 'subtitled')
  return element(
    'ebucore:format',
    {},
    heard.map(({ version, ...track }) =>
      element('ebucore:audioFormat', {}, element('ebucore:audioTrack', { trackLanguage: version.language, ...track })),
    ),
    read.map(({ version, ...track }) =>
      element(
        'ebucore:dataFormat',
        {},
        element(`ebucore:${version.hardOfHearing ? 'captioningFormat' : 'subtitlingFormat'}`, {
          ...track,
          language: version.language,
        }),
      ),
    ),
    element('ebucore:duration', {}, element('ebucore:normalPlayTime', {}, durationOf(minutes * 60))),
    textElement('ebucore:technicalAttributeInteger', episodes, { typeLabel: EPISODES }),
  )
}
