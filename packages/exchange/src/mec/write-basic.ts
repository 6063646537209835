/** Basic: the facts of a film, of one of its cuts, or of an episode, in the order that the schema asks for. */
import { versionsOfCut, type Cut, type TitleSheet } from '@vitrine/catalogue'
import type { FilmOut } from '../formats/format.ts'
import { durationOf } from '../movielabs/durations.ts'
import { idOf, idWithin } from '../movielabs/content-id.ts'
import { registeredRating } from '../movielabs/rating-systems.ts'
import { element, textElement, type Element } from '../xml/write-xml.ts'
import { NAMESPACES, NO_YEAR, ROLES, SHORT_UP_TO } from './carries.ts'
import { hasFestivals, writeFestival } from './festivals.ts'
import { functionOf, type Job } from './jobs.ts'
import { isMecCountry } from './regions.ts'
import type { Setting } from './setting.ts'
import { writeLocalized } from './write-localized.ts'
import { RATIO } from './written.ts'

/**
 * The Basics of a film: the film in its first cut, the episodes of that where it is a series, then each other cut, tied to
 * the film by its Parent.
 */
export function basicsOf(film: FilmOut, setting: Setting): Element[] {
  const id = idOf('cid', setting.sender, film.id)
  const [main = null, ...others] = film.sheet.cuts
  return [
    writeMain(film, setting, id, main),
    ...(main === null ? [] : episodesOf(film, setting, id, main)),
    ...others.flatMap((cut, at) => {
      const cutId = idWithin(id, `cut-${at + 2}`)
      return [writeCut(film, setting, cutId, cut, id), ...episodesOf(film, setting, cutId, cut)]
    }),
  ]
}

function writeMain(film: FilmOut, setting: Setting, id: string, cut: Cut | null): Element {
  const { sheet } = film
  return element(
    'mdmec:Basic',
    { ContentID: id },
    writeLocalized(film, setting, null),
    runLength(cut),
    releaseYear(sheet),
    hasFestivals(setting.version) ? sheet.festivals.map(writeFestival) : null,
    workType(cut),
    pictureOf(sheet),
    Object.entries(NAMESPACES).map(([key, namespace]) => {
      const value = sheet.identifiers[key as keyof typeof NAMESPACES]
      return value === null
        ? null
        : element('md:AltIdentifier', {}, element('md:Namespace', {}, namespace), element('md:Identifier', {}, value))
    }),
    ratingSet(sheet),
    people('director', sheet.directors),
    people('producer', sheet.producers),
    sheet.credits.map(({ role, label, names }) => people(role, names, label)),
    sheet.countries
      .filter(isMecCountry)
      .slice(0, setting.version === '2.6' ? 1 : undefined)
      .map((country) => element('md:CountryOfOrigin', {}, element('md:country', {}, country))),
    spokenIn(sheet, cut, setting),
    Object.entries(ROLES).map(([field, role]) =>
      sheet[field as keyof typeof ROLES].map((firm) =>
        element('md:AssociatedOrg', { role }, element('md:DisplayName', {}, typeof firm === 'string' ? firm : firm.name)),
      ),
    ),
  )
}

function writeCut(film: FilmOut, setting: Setting, id: string, cut: Cut, parent: string): Element {
  return element(
    'mdmec:Basic',
    { ContentID: id },
    writeLocalized(film, setting, { suffix: '' }),
    runLength(cut),
    releaseYear(film.sheet),
    workType(cut),
    spokenIn(film.sheet, cut, setting),
    parentOf(parent, 'isderivedfrom'),
  )
}

/** The episodes of a series: MEC counts them one by one. */
function episodesOf(film: FilmOut, setting: Setting, series: string, cut: Cut): Element[] {
  return Array.from({ length: cut.episodes ?? 0 }, (_, at) =>
    element(
      'mdmec:Basic',
      { ContentID: idWithin(series, `e${at + 1}`) },
      writeLocalized(film, setting, { suffix: ` (${at + 1}/${cut.episodes})` }),
      element('md:RunLength', {}, durationOf(cut.minutes * 60)),
      releaseYear(film.sheet),
      element('md:WorkType', {}, 'Episode'),
      element('md:WorkTypeDetail', {}, 'Documentary'),
      film.sheet.originalLanguages.map((language) => element('md:OriginalLanguage', {}, setting.tag(language))),
      element('md:SequenceInfo', {}, element('md:Number', {}, String(at + 1))),
      parentOf(series, 'isepisodeof'),
    ),
  )
}

const parentOf = (id: string, relationshipType: string): Element =>
  element('md:Parent', { relationshipType }, element('md:ParentContentID', {}, id))

/** A series has no length of its own: its episodes have. */
const runLength = (cut: Cut | null): Element | null =>
  cut === null || cut.episodes !== null ? null : element('md:RunLength', {}, durationOf(cut.minutes * 60))

const releaseYear = ({ year }: TitleSheet): Element => element('md:ReleaseYear', {}, year === null ? NO_YEAR : String(year))

function workType(cut: Cut | null): Element[] {
  const type = cut === null ? 'Movie' : cut.episodes !== null ? 'Series' : cut.minutes <= SHORT_UP_TO ? 'Short' : 'Movie'
  return [element('md:WorkType', {}, type), element('md:WorkTypeDetail', {}, 'Documentary')]
}

function pictureOf({ formats }: TitleSheet): (Element | null)[] {
  const inColour = formats.includes('colour')
  const colour = formats.includes('b/w') ? (inColour ? 'composite' : 'bandw') : inColour ? 'color' : null
  return [
    textElement('md:PictureColorType', colour),
    textElement('md:AspectRatio', formats.find((one) => RATIO.test(one)) ?? null),
  ]
}

function ratingSet(sheet: TitleSheet): Element | null {
  const ratings = sheet.ratings.map(registeredRating).filter((rating) => rating !== null)
  if (ratings.length === 0) return null
  return element(
    'md:RatingSet',
    {},
    ratings.map(({ country, system, value }) =>
      element(
        'md:Rating',
        {},
        element('md:Region', {}, element('md:country', {}, country)),
        element('md:System', {}, system),
        element('md:Value', {}, value),
      ),
    ),
  )
}

function people(role: Job | 'other', names: readonly string[], label: string | null = null): Element[] {
  return names.map((name, at) =>
    element(
      'md:People',
      {},
      element(
        'md:Job',
        {},
        element('md:JobFunction', {}, role === 'other' ? 'Other' : functionOf(role)),
        textElement('md:JobDisplay', label),
        element('md:BillingBlockOrder', {}, String(at + 1)),
      ),
      element('md:Name', {}, element('md:DisplayName', {}, name)),
    ),
  )
}

/** The original languages, then those that the cut can be had in: MEC names no use beside them. */
function spokenIn(sheet: TitleSheet, cut: Cut | null, setting: Setting): Element[] {
  const versions = cut === null ? sheet.versions : versionsOfCut(sheet, cut)
  return [
    ...sheet.originalLanguages.map((language) => element('md:OriginalLanguage', {}, setting.tag(language))),
    ...[...new Set(versions.map(({ language }) => setting.tag(language)))].map((tag) => element('md:VersionLanguage', {}, tag)),
  ]
}
