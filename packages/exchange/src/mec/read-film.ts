/** One MEC record, with its cuts and episodes, as a title sheet. */
import { emptySheet, type CreditRole, type Cut, type LanguageVersion, type TitleSheet } from '@vitrine/catalogue'
import { collectFindings } from '../formats/collect.ts'
import type { FilmIn } from '../formats/format.ts'
import { settleSheet } from '../formats/settle.ts'
import { withoutPlace } from '../movielabs/language-tags.ts'
import { printedRating } from '../movielabs/rating-systems.ts'
import { child, children, textAt } from '../xml/look.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { NAMESPACES, NO_YEAR, type ROLES } from './carries.ts'
import { isFestival, readFestival } from './festivals.ts'
import { jobOf } from './jobs.ts'
import { readLocalized } from './read-localized.ts'
import { minutesOf, say, type CoreRecord, type Pieces } from './record.ts'
import { COLOURS, copyrightOwners } from './written.ts'

/** Children that are read somewhere, or that repeat what another child says. */
const READ = {
  CoreMetadata: ['Basic', 'TitleInternalAlias', 'Source', 'Compatibility'],
  Basic: [
    'LocalizedInfo',
    'RunLength',
    'ReleaseYear',
    'ReleaseDate',
    'ReleaseHistory',
    'WorkType',
    'WorkTypeDetail',
    'PictureColorType',
    'AspectRatio',
    'AltIdentifier',
    'RatingSet',
    'People',
    'CountryOfOrigin',
    'PrimarySpokenLanguage',
    'OriginalLanguage',
    'VersionLanguage',
    'AssociatedOrg',
    'SequenceInfo',
    'Parent',
    'UpdateNum',
  ],
}

export function readFilm(record: CoreRecord, pieces: Pieces): FilmIn {
  const { core, basic } = record
  const doubts = collectFindings()
  const doubt = (at: XmlElement, rule: string, values: Record<string, string> = {}): void =>
    // a film without a title is nothing to take unlooked at
    doubts.add(say(rule === 'no-title' ? 'warning' : 'notice', `mec/${rule}`, at, values, `Basic/${at.name}`))
  for (const [name, of] of [
    ['CoreMetadata', core],
    ['Basic', basic],
  ] as const)
    // prettier-ignore
    for (const one of firstOfEachName(of)) if (!READ[name].includes(one.name)) doubt(one, 'not-kept', { element: one.name })

  const local = readLocalized(core, basic, doubt)
  const { versions, cuts } = cutsOf(record, pieces, doubt)
  const people = peopleOf(basic)
  const raw: TitleSheet = {
    ...emptySheet(local.title),
    ...local.texts,
    year: yearOf(basic),
    cuts,
    versions,
    originalLanguages: tagsOf(
      basic,
      child(basic, 'OriginalLanguage') === null ? 'PrimarySpokenLanguage' : 'OriginalLanguage',
      doubt,
    ),
    ...people,
    ...firmsOf(basic, doubt),
    countries: regionsOf(basic, doubt),
    festivals: children(basic, 'ReleaseHistory')
      .filter(isFestival)
      .flatMap((release) => readFestival(release) ?? []),
    formats: [
      ...(COLOURS.get(textAt(basic, 'PictureColorType') ?? '') ?? []),
      ...children(basic, 'AspectRatio').map(({ text }) => text).filter((text) => text !== ''), // prettier-ignore
    ],
    ratings: ratingsOf(basic),
    identifiers: identifiersOf(basic, doubt),
  }
  for (const release of children(basic, 'ReleaseHistory'))
    if (!isFestival(release))
      doubt(release, 'release', { type: textAt(release, 'ReleaseType') ?? '', date: textAt(release, 'Date') ?? '' })
  const { sheet, dropped } = settleSheet(raw)
  for (const field of dropped) doubts.add(say('warning', 'mec/not-valid', basic, { field }))
  const owners = local.copyright === null ? null : copyrightOwners(local.copyright.text)
  if (owners !== null && sheet.productionCompanies.length > 0 && owners !== namesOf(sheet))
    doubt(local.copyright!, 'not-kept', { element: 'CopyrightLine' })
  return {
    sheet,
    key: record.id === '' ? `line-${basic.line}` : record.id,
    line: basic.line,
    doubts: doubts.all,
    pictureUrls: local.pictureUrls,
  }
}

type Doubt = (at: XmlElement, rule: string, values?: Record<string, string>) => void
const namesOf = (sheet: TitleSheet): string => sheet.productionCompanies.map(({ name }) => name).join(', ')

function firstOfEachName(of: XmlElement): XmlElement[] {
  return [...new Map(of.children.toReversed().map((one) => [one.name, one])).values()].reverse()
}

function yearOf(basic: XmlElement): number | null {
  const written = textAt(basic, 'ReleaseYear') ?? textAt(basic, 'ReleaseDate') ?? ''
  const year = /^\d{4}/.exec(written)?.[0] ?? NO_YEAR
  return year === NO_YEAR ? null : Number(year)
}

/** The film's own cut, then the others; a series has as many episodes as there are records of them. */
function cutsOf(record: CoreRecord, { episodes, cuts }: Pieces, doubt: Doubt): Pick<TitleSheet, 'cuts' | 'versions'> {
  const titles = titlesOf(record)
  const read = (one: CoreRecord, below: readonly CoreRecord[]): Cut[] => {
    for (const piece of one === record ? below : [one, ...below]) tellTitle(titles, piece, doubt)
    const minutes = below.map(minutesOf).find((length) => length !== null) ?? minutesOf(one)
    if (minutes === null) return []
    return [{ minutes, episodes: below.length > 0 ? below.length : null, versions: versionsOf(one.basic, doubt) }]
  }
  const others = cuts.flatMap(({ record: cut, episodes: below }) => read(cut, below))
  const all = [...read(record, episodes), ...others]
  if (all.length > 1) return { cuts: all, versions: [] }
  return { cuts: all.map((cut) => ({ ...cut, versions: [] })), versions: versionsOf(record.basic, doubt) }
}

const titlesOf = ({ basic }: CoreRecord): Set<string | null> =>
  new Set(children(basic, 'LocalizedInfo').map((one) => textAt(one, 'TitleDisplayUnlimited')))

/** A cut or an episode with a title of its own loses it: the sheet has one for the whole. */
function tellTitle(titles: ReadonlySet<string | null>, piece: CoreRecord, doubt: Doubt): void {
  for (const one of children(piece.basic, 'LocalizedInfo')) {
    const title = textAt(one, 'TitleDisplayUnlimited') ?? textAt(one, 'TitleDisplay60')
    if (title !== null && !titles.has(title.replace(/ \(\d+\/\d+\)$/, ''))) return doubt(one, 'piece-title', { title })
  }
}

const versionsOf = (basic: XmlElement, doubt: Doubt): LanguageVersion[] =>
  tagsOf(basic, 'VersionLanguage', doubt).map((language) => ({ language, use: null, hardOfHearing: false }))

function tagsOf(basic: XmlElement, name: string, doubt: Doubt): string[] {
  const tags = children(basic, name).flatMap((one) => {
    const tag = withoutPlace(one.text)
    if (tag === null) doubt(one, 'language', { tag: one.text })
    return tag ?? []
  })
  return [...new Set(tags)]
}

function regionsOf(basic: XmlElement, doubt: Doubt): string[] {
  const found = children(basic, 'CountryOfOrigin').flatMap((one) => {
    const country = textAt(one, 'country')
    if (country !== null && /^[A-Z]{2}$/.test(country)) return country
    doubt(one, 'country', { country: country ?? textAt(one, 'countryRegion') ?? '' })
    return []
  })
  return [...new Set(found)]
}

/** Names by what they did, in the order of the file, each once. */
function peopleOf(basic: XmlElement): Pick<TitleSheet, 'directors' | 'producers' | 'credits'> {
  const directors = new Set<string>()
  const producers = new Set<string>()
  const credits = new Map<string, { role: CreditRole; label: string | null; names: Set<string> }>()
  for (const person of children(basic, 'People')) {
    const name = nameOf(person)
    if (name === null) continue
    for (const one of children(person, 'Job')) {
      const written = textAt(one, 'JobFunction') ?? ''
      const job = jobOf(written)
      if (job === 'director') directors.add(name)
      else if (job === 'producer') producers.add(name)
      else {
        const label = job === null ? (textAt(one, 'JobDisplay') ?? (written === 'Other' ? null : written || null)) : null
        const role = job ?? 'other'
        const key = JSON.stringify([role, label])
        const credit = credits.get(key) ?? { role, label, names: new Set<string>() }
        credits.set(key, credit)
        credit.names.add(name)
      }
    }
  }
  return {
    directors: [...directors],
    producers: [...producers],
    credits: [...credits.values()].map((credit) => ({ ...credit, names: [...credit.names] })),
  }
}

function nameOf(person: XmlElement): string | null {
  const name = child(person, 'Name')
  if (name === null) return null
  const parts = ['FirstGivenName', 'SecondGivenName', 'FamilyName'].flatMap((part) => textAt(name, part) ?? [])
  return textAt(name, 'DisplayName') ?? (parts.length === 0 ? null : parts.join(' '))
}

const FIRMS = new Map<string, keyof typeof ROLES>([
  ['production company', 'productionCompanies'],
  ['production-company', 'productionCompanies'],
  ['producer', 'productionCompanies'],
  ['studio', 'productionCompanies'],
  ['co-producer', 'coProducers'],
  ['broadcaster', 'broadcasters'],
  ['funder', 'supporters'],
])

function firmsOf(basic: XmlElement, doubt: Doubt): Pick<TitleSheet, keyof typeof ROLES> {
  const firms: Pick<TitleSheet, keyof typeof ROLES> = {
    productionCompanies: [],
    coProducers: [],
    broadcasters: [],
    supporters: [],
  }
  for (const one of children(basic, 'AssociatedOrg')) {
    const name = textAt(one, 'DisplayName')
    const field = FIRMS.get(one.attributes['role']?.toLowerCase() ?? '')
    if (name === null || field === undefined)
      doubt(one, 'not-kept', { element: `AssociatedOrg ${one.attributes['role'] ?? ''}`.trim() })
    else if (field === 'broadcasters' || field === 'supporters') firms[field].push(name)
    else firms[field].push({ name, country: null })
  }
  return firms
}

function ratingsOf(basic: XmlElement): TitleSheet['ratings'] {
  const ratings = children(basic, 'RatingSet').flatMap((set) => children(set, 'Rating'))
  const read = ratings.flatMap((one) => {
    const [system, value] = [textAt(one, 'System'), textAt(one, 'Value')]
    return system === null || value === null ? [] : printedRating(system, value)
  })
  return [...new Map(read.map((rating) => [`${rating.system} ${rating.value}`, rating])).values()]
}

function identifiersOf(basic: XmlElement, doubt: Doubt): TitleSheet['identifiers'] {
  const identifiers = emptySheet('').identifiers
  const eidr = /^md:cid:eidr-[sx]:((?:[0-9A-F]{4}-){5}[0-9A-Z])/i.exec(basic.attributes['ContentID'] ?? '')?.[1]
  if (eidr !== undefined) identifiers.eidr = `10.5240/${eidr.toUpperCase()}`
  for (const one of children(basic, 'AltIdentifier')) {
    const [namespace, value] = [textAt(one, 'Namespace') ?? '', textAt(one, 'Identifier')]
    const key = Object.entries(NAMESPACES).find(([, name]) => name.toLowerCase() === namespace.toLowerCase())?.[0]
    if (key === undefined || value === null) doubt(one, 'identifier', { namespace, value: value ?? '' })
    else identifiers[key as keyof typeof NAMESPACES] = value
  }
  return identifiers
}
