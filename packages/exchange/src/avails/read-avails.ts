/** Avails XML (2.2 to 2.6) as values: one for each transaction. */
import { collectFindings, type Collected } from '../formats/collect.ts'
import type { Finding } from '../formats/finding.ts'
import type { FilmsIn } from '../formats/format.ts'
import { withoutPlace } from '../movielabs/language-tags.ts'
import { secondsOf } from '../movielabs/durations.ts'
import { child, children, textAt } from '../xml/look.ts'
import { readXml, type XmlElement } from '../xml/read-xml.ts'
import { readPrice } from './amounts.ts'
import type { Avail, AvailAsset, AvailTerm, AvailTransaction } from './avail.ts'
import { plainEidr } from './eidr.ts'
import { filmsOfAvails } from './films-of-avails.ts'
import { asDay } from './moments.ts'
import { availTypeOf, entryTypeOf, languageKindOf } from './words.ts'

const NAMESPACE = /^https?:\/\/(?:www\.)?movielabs\.com\/schema\/avails\/v([\d.]+)/
const KNOWN_VERSION = /^2\.[2-6](?:\.\d+)?$/

/**
 * Reads an Avails file. What is wrong with it, or not understood, is a finding with its line.
 *
 * @example
 * readAvails(bytes).avails[0]?.transaction.licenseType // 'SVOD'
 */
export function readAvails(bytes: Uint8Array): FilmsIn {
  const { root, problem } = readXml(bytes)
  const answer = (avails: Avail[], findings: Finding[], version: string | null = null): FilmsIn => ({
    format: 'avails',
    version,
    films: filmsOfAvails(avails),
    avails,
    findings,
  })
  if (root === null) return answer([], [problem])
  const version = NAMESPACE.exec(root.namespace)?.[1] ?? null
  const found = availsIn(root)
  if (version === null || found === null) return answer([], [say('fatal', 'avails/no-avails', root, { found: root.name })])
  const findings = collectFindings()
  if (!KNOWN_VERSION.test(version)) findings.add(say('warning', 'avails/version', root, { version }))
  const avails = found.flatMap((one) => readAvail(one, findings))
  if (avails.length === 0) findings.add(say('error', 'avails/none', root))
  return answer(avails, findings.all, version)
}

function availsIn(root: XmlElement): XmlElement[] | null {
  if (root.name === 'Avail') return [root]
  if (root.name === 'AvailList') return children(root, 'Avail')
  if (root.name === 'AvailListSigned') return children(root, 'AvailList').flatMap((list) => children(list, 'Avail'))
  return null
}

const say = (severity: Finding['severity'], rule: string, at: XmlElement, values: Record<string, string> = {}): Finding => ({
  severity,
  rule,
  line: at.line,
  path: at.name,
  values,
})

function readAvail(avail: XmlElement, findings: Collected): Avail[] {
  const assets = children(avail, 'Asset')
  const asset = assets[0]
  if (asset === undefined) {
    findings.add(say('error', 'avails/no-asset', avail))
    return []
  }
  if (assets.length > 1) findings.add(say('notice', 'avails/assets', assets[1]!, { count: String(assets.length) }))
  const alid = textAt(avail, 'ALID')
  const head = {
    alid,
    entryType: entryTypeOf(textAt(avail, 'Disposition', 'EntryType')),
    availType: availTypeOf(textAt(avail, 'AvailType'), textAt(asset, 'WorkType') ?? ''),
    licensor: textAt(avail, 'Licensor', 'DisplayName') ?? '',
    serviceProvider: textAt(avail, 'ServiceProvider', 'DisplayName'),
    asset: readAsset(asset, findings),
    exceptionFlag: child(avail, 'ExceptionFlag') !== null && !['false', '0'].includes(textAt(avail, 'ExceptionFlag') ?? ''),
  }
  const transactions = children(avail, 'Transaction')
  return transactions.map((transaction, at) => ({
    key: transactions.length === 1 ? (alid ?? `line-${avail.line}`) : `${alid ?? `line-${avail.line}`}#${at + 1}`,
    line: transaction.line,
    ...head,
    licensee: textAt(transaction, 'Licensee', 'DisplayName'),
    transaction: readTransaction(transaction, findings),
  }))
}

/** What the metadata of each kind of work are called, and how their elements begin. */
const METADATA: Record<string, string> = {
  Metadata: '',
  EpisodeMetadata: '',
  SeasonMetadata: 'Season',
  SeriesMetadata: 'Series',
  VolumeMetadata: 'Volume',
}
const NOT_KEPT = ['ReleaseHistory', 'GroupingEntity', 'VersionDescription', 'EncodeID']

function readAsset(asset: XmlElement, findings: Collected): AvailAsset {
  const metadata = asset.children.find(({ name }) => Object.hasOwn(METADATA, name)) ?? asset
  const begins = METADATA[metadata.name] ?? ''
  const isEpisode = metadata.name === 'EpisodeMetadata'
  const season = metadata.name === 'SeasonMetadata' ? metadata : child(metadata, 'SeasonMetadata')
  const series = metadata.name === 'SeriesMetadata' ? metadata : (child(metadata, 'SeriesMetadata') ?? (season && child(season, 'SeriesMetadata'))) // prettier-ignore
  const alias = textAt(metadata, `${begins}TitleInternalAlias`)
  const own = textAt(metadata, `${begins}TitleDisplayUnlimited`) ?? textAt(metadata, `Local${begins}Title`) ?? alias
  // seasons need no title of their own
  const title = own ?? (series === null ? '' : (seriesTitle(series) ?? ''))
  const number = (of: XmlElement, name: string): number | null => numberIn(textAt(of, name, 'Number'))
  for (const name of NOT_KEPT) {
    const one = child(metadata, name)
    if (one !== null) findings.add(say('notice', 'avails/not-kept', one, { element: name }))
  }
  return {
    contentId: asset.attributes['contentID'] ?? null,
    workType: textAt(asset, 'WorkType') ?? '',
    workTypeDetail: textAt(asset, 'WorkTypeDetail'),
    title,
    internalAlias: alias ?? title,
    titleEidr: eidrOf(textAt(metadata, begins === '' ? 'TitleEIDR-URN' : `${begins}EIDR-URN`)),
    editEidr: eidrOf(textAt(metadata, 'EditEIDR-URN')),
    altIdentifiers: children(metadata, `${begins}AltIdentifier`).flatMap((one) => {
      const [namespace, id] = [textAt(one, 'Namespace'), textAt(one, 'Identifier')]
      return namespace === null || id === null ? [] : { namespace, id }
    }),
    released: textAt(metadata, 'ReleaseDate'),
    runSeconds: secondsOf(textAt(metadata, 'RunLength') ?? ''),
    directors: children(metadata, 'People').flatMap((person) => {
      const directs = children(person, 'Job').some((job) => textAt(job, 'JobFunction')?.toLowerCase() === 'director')
      return directs ? (textAt(person, 'Name', 'DisplayName') ?? []) : []
    }),
    companyCredit: textAt(metadata, 'CompanyDisplayCredit', 'DisplayString') ?? (series && textAt(series, 'CompanyDisplayCredit', 'DisplayString')), // prettier-ignore
    ratings: children(metadata, 'Ratings').flatMap((set) => children(set, 'Rating')).flatMap(readRating), // prettier-ignore
    season:
      season === null
        ? null
        : {
            number: number(season, 'SeasonNumber'),
            title: season === metadata ? null : textAt(season, 'SeasonTitleDisplayUnlimited'),
            id: season === metadata ? null : textAt(season, 'SeasonContentID'),
          },
    series: series === null || series === metadata ? null : { title: seriesTitle(series), id: textAt(series, 'SeriesContentID') },
    episode: isEpisode ? { number: number(metadata, 'EpisodeNumber'), title } : null,
  }
}

const seriesTitle = (series: XmlElement): string | null =>
  textAt(series, 'SeriesTitleDisplayUnlimited') ?? textAt(series, 'SeriesTitleInternalAlias')
const eidrOf = (urn: string | null): string | null => (urn === null ? null : plainEidr(urn))
const numberIn = (text: string | null): number | null => (text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null)

function readRating(rating: XmlElement): AvailAsset['ratings'] {
  const [country, system, value] = [codeIn(child(rating, 'Region')), textAt(rating, 'System'), textAt(rating, 'Value')]
  return country === null || system === null || value === null
    ? []
    : [{ country, system, value, reason: textAt(rating, 'Reason') }]
}

const codeIn = (region: XmlElement | null): string | null =>
  region === null ? null : (textAt(region, 'country') ?? textAt(region, 'countryRegion'))

function readTransaction(transaction: XmlElement, findings: Collected): AvailTransaction {
  const terms = children(transaction, 'Term').map((term) => readTerm(term, findings))
  const codes = (name: string): string[] => children(transaction, name).flatMap((one) => codeIn(one) ?? [])
  const language = (one: XmlElement): string[] => {
    const tag = withoutPlace(one.text)
    if (tag === null) findings.add(say('warning', 'avails/language', one, { tag: one.text }))
    return tag === null ? [] : [tag]
  }
  const languages = (name: string): string[] => [...new Set(children(transaction, name).flatMap(language))]
  for (const name of ['WindowDuration', 'Duration', 'RefALID', 'ExperienceCondition']) {
    const one = child(transaction, name)
    if (one !== null) findings.add(say('notice', 'avails/not-kept', one, { element: name }))
  }
  return {
    licenseType: textAt(transaction, 'LicenseType') ?? '',
    description: textAt(transaction, 'Description'),
    territories: codes('Territory'),
    excludedTerritories: codes('TerritoryExcluded'),
    start: asDay(edge(transaction, 'Start', findings), 'start'),
    end: asDay(edge(transaction, 'End', findings), 'end'),
    allowedLanguages: languages('AllowedLanguage'),
    assetLanguages: children(transaction, 'AssetLanguage').flatMap((one) =>
      language(one).map((tag) => ({ language: tag, kind: languageKindOf(one.attributes['asset']) })),
    ),
    holdbackLanguages: languages('HoldbackLanguage'),
    licenseRightsDescription: textAt(transaction, 'LicenseRightsDescription'),
    formatProfile: textAt(transaction, 'FormatProfile') ?? '',
    contractId: textAt(transaction, 'ContractID'),
    reportingId: textAt(transaction, 'ReportingID'),
    exclusive: terms.flatMap((term) => (term.kind === 'truth' && term.name === 'Exclusive' ? term.value : []))[0] ?? null,
    terms: terms.filter(({ name, kind }) => name !== 'Exclusive' || kind !== 'truth'),
    otherInstructions: textAt(transaction, 'OtherInstructions'),
  }
}

function edge(transaction: XmlElement, name: 'Start' | 'End', findings: Collected): string {
  const condition = child(transaction, `${name}Condition`)
  if (condition?.attributes['lag'] !== undefined)
    findings.add(say('notice', 'avails/not-kept', condition, { element: `${name}Condition, lag` }))
  return textAt(transaction, name) ?? condition?.text ?? ''
}

function readTerm(term: XmlElement, findings: Collected): AvailTerm {
  const name = term.attributes['termName'] ?? ''
  const value = term.children[0]
  const text = value?.text ?? term.text
  if (value?.name === 'Money') {
    const amount = readPrice(text, value.attributes['currency'] ?? null)
    if (amount !== null) return { name, kind: 'money', amount }
    findings.add(say('notice', 'avails/no-amount', value, { name, text: `${text} ${value.attributes['currency'] ?? ''}`.trim() }))
  }
  if (value?.name === 'Duration') return { name, kind: 'duration', iso: text }
  if (value?.name === 'Event' || value?.name === 'YearDateTime') return { name, kind: 'moment', at: text }
  if (value?.name === 'Boolean') return { name, kind: 'truth', value: text === 'true' || text === '1' }
  return { name, kind: 'text', text }
}
