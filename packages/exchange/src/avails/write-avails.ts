/** Avails as MovieLabs' XML: what a platform may do with which title, where and when. */
import { decimal } from '@vitrine/ledger/money/decimal'
import type { Sender, Written } from '../formats/format.ts'
import { idOf } from '../movielabs/content-id.ts'
import { durationOf } from '../movielabs/durations.ts'
import { element, textElement, writeXml, xmlPieces, type Element } from '../xml/write-xml.ts'
import type { Avail, AvailAsset, AvailTerm, AvailTransaction } from './avail.ts'
import { eidrUrn } from './eidr.ts'
import { asMoment, isDay, isMoment } from './moments.ts'

/** Written, oldest first, with the Common Metadata that each builds on. */
const COMMON = { '2.4': '2.7', '2.5': '2.8', '2.6': '2.10' } as const
export const AVAILS_VERSIONS = ['2.4', '2.5', '2.6'] as const

/**
 * One Avails file. Avails that say the same of one title and differ in their transaction, its platform and its ratings alone become one, with as many transactions.
 *
 * @example
 * writeAvails(avails, { version: '2.6', sender }).fileName // 'avails-2.6.xml'
 * @throws RangeError for a version that is not written
 */
export function writeAvails(
  avails: readonly Avail[],
  { version = '2.6', sender }: { version?: string; sender: Sender },
): Written {
  const { fileName, root } = listOf(version)
  const whole = element(root.name, root.attributes, groupsOf(avails, sender))
  return { fileName, mediaType: MEDIA_TYPE, bytes: new TextEncoder().encode(writeXml(whole)), losses: [] }
}

/**
 * The same file piece by piece, of avails that come film by film: those of one ALID come together.
 *
 * @throws RangeError for a version that is not written
 */
export function writeAvailsOf(
  films: AsyncIterable<readonly Avail[]>,
  { version = '2.6', sender }: { version?: string; sender: Sender },
): { fileName: string; mediaType: string; pieces: AsyncIterable<string> } {
  const { fileName, root } = listOf(version)
  async function* groups(): AsyncGenerator<Element[]> {
    for await (const avails of films) yield groupsOf(avails, sender)
  }
  return { fileName, mediaType: MEDIA_TYPE, pieces: xmlPieces(root, groups()) }
}

const MEDIA_TYPE = 'application/xml'

function listOf(version: string): { fileName: string; root: Element } {
  const known = AVAILS_VERSIONS.find((one) => one === version)
  if (known === undefined) throw new RangeError(`Avails ${version} are not written; ${AVAILS_VERSIONS.join(', ')} are`)
  const root = element('avails:AvailList', {
    'xmlns:avails': `http://www.movielabs.com/schema/avails/v${known}/avails`,
    'xmlns:md': `http://www.movielabs.com/schema/md/v${COMMON[known]}/md`,
  })
  return { fileName: `avails-${known}.xml`, root }
}

const groupsOf = (avails: readonly Avail[], sender: Sender): Element[] =>
  together(avails).map((group) => writeAvail(group, sender))

/**
 * Those that differ in their transaction alone, in the platform that it is with and in the ratings of its places: an ALID may stand
 * but once in a document.
 */
function together(avails: readonly Avail[]): Avail[][] {
  const head = ({ key: _key, line: _line, transaction: _transaction, licensee: _licensee, ...avail }: Avail): string =>
    JSON.stringify({ ...avail, asset: { ...avail.asset, ratings: [] } })
  return [...Map.groupBy(avails, head).values()]
}

/** Those of all, each once. */
const ratingsOfAll = (group: readonly Avail[]): AvailAsset['ratings'] => [
  ...new Map(group.flatMap(({ asset }) => asset.ratings).map((rating) => [JSON.stringify(rating), rating])).values(),
]

function writeAvail(group: readonly Avail[], sender: Sender): Element {
  const [first] = group as [Avail]
  const avail: Avail = { ...first, asset: { ...first.asset, ratings: ratingsOfAll(group) } }
  const contentId = avail.asset.contentId ?? idOf('cid', sender, avail.alid ?? avail.asset.title)
  return element(
    'avails:Avail',
    {},
    element('avails:ALID', {}, uri(avail.alid ?? idOf('alid', sender, avail.asset.contentId ?? avail.asset.title))),
    element('avails:Disposition', {}, element('avails:EntryType', {}, avail.entryType)),
    named('avails:Licensor', avail.licensor),
    avail.serviceProvider === null ? null : named('avails:ServiceProvider', avail.serviceProvider),
    element('avails:AvailType', {}, avail.availType),
    element('avails:ShortDescription', {}, avail.asset.title || avail.asset.internalAlias),
    element(
      'avails:Asset',
      { contentID: uri(contentId) },
      element('avails:WorkType', {}, avail.asset.workType),
      textElement('avails:WorkTypeDetail', avail.asset.workTypeDetail),
      metadataOf(avail.asset, contentId),
    ),
    group.map(({ licensee, transaction }) => writeTransaction(licensee, transaction)),
    avail.exceptionFlag ? element('avails:ExceptionFlag', {}, 'true') : null,
  )
}

/** Addresses hold no blanks. */
const uri = (text: string): string => text.replace(/\s/g, '%20')
const named = (name: string, said: string): Element => element(name, {}, element('md:DisplayName', {}, said))

function metadataOf(asset: AvailAsset, contentId: string): Element {
  if (asset.workType === 'Season') return seasonOf(contentId, asset, { number: asset.season?.number ?? null, own: true })
  if (asset.workType === 'Series') return seriesOf(contentId, asset, true)
  if (asset.workType === 'Volume')
    return element(
      'avails:VolumeMetadata',
      {},
      element('avails:VolumeContentID', {}, uri(contentId)),
      eidr('avails:VolumeEIDR-URN', asset.titleEidr),
      element('avails:VolumeTitleDisplayUnlimited', {}, asset.title),
      element('avails:VolumeTitleInternalAlias', {}, asset.internalAlias),
      element('avails:VolumeNumber', {}),
      textElement('avails:ReleaseDate', released(asset)),
      ratingsOf(asset),
      alternates('avails:VolumeAltIdentifier', asset),
      seasonOf(contentId, asset, { number: asset.season?.number ?? null, own: false }),
    )
  const isEpisode = asset.workType === 'Episode'
  return element(
    isEpisode ? 'avails:EpisodeMetadata' : 'avails:Metadata',
    {},
    element('avails:TitleDisplayUnlimited', {}, asset.title),
    element('avails:TitleInternalAlias', {}, asset.internalAlias),
    eidr('avails:EditEIDR-URN', asset.editEidr),
    eidr('avails:TitleEIDR-URN', asset.titleEidr),
    alternates('avails:AltIdentifier', asset),
    textElement('avails:ReleaseDate', released(asset)),
    asset.runSeconds === null ? null : element('avails:RunLength', {}, durationOf(asset.runSeconds)),
    asset.directors.map((name, at) =>
      element(
        'avails:People',
        {},
        element('md:Job', {}, element('md:JobFunction', {}, 'Director'), element('md:BillingBlockOrder', {}, String(at + 1))),
        element('md:Name', {}, element('md:DisplayName', {}, name)),
      ),
    ),
    ratingsOf(asset),
    isEpisode
      ? [numberOf('avails:EpisodeNumber', asset.episode?.number ?? null), aboveEpisode(asset, contentId)]
      : creditOf(asset),
  )
}

/** An episode stands in a season where one is known, else in its series. */
const aboveEpisode = (asset: AvailAsset, contentId: string): Element =>
  asset.season === null
    ? seriesOf(contentId, asset, false)
    : seasonOf(contentId, asset, { number: asset.season.number, own: false })

/** `own`: the season is the asset itself, not what stands above it. */
function seasonOf(contentId: string, asset: AvailAsset, { number, own }: { number: number | null; own: boolean }): Element {
  const id = own ? contentId : (asset.season?.id ?? `${contentId}:season`)
  return element(
    'avails:SeasonMetadata',
    {},
    element('avails:SeasonContentID', {}, uri(id)),
    own ? eidr('avails:SeasonEIDR-URN', asset.titleEidr) : null,
    textElement('avails:SeasonTitleDisplayUnlimited', own ? asset.title : asset.season?.title),
    textElement('avails:SeasonTitleInternalAlias', own ? asset.internalAlias : asset.season?.title),
    numberOf('avails:SeasonNumber', number),
    own
      ? [textElement('avails:ReleaseDate', released(asset)), ratingsOf(asset), alternates('avails:SeasonAltIdentifier', asset)]
      : null,
    seriesOf(contentId, asset, false),
  )
}

function seriesOf(contentId: string, asset: AvailAsset, own: boolean): Element {
  const title = own ? asset.title : (asset.series?.title ?? null)
  return element(
    'avails:SeriesMetadata',
    {},
    element('avails:SeriesContentID', {}, uri(own ? contentId : (asset.series?.id ?? `${contentId}:series`))),
    own ? eidr('avails:SeriesEIDR-URN', asset.titleEidr) : null,
    textElement('avails:SeriesTitleDisplayUnlimited', title),
    element('avails:SeriesTitleInternalAlias', {}, own ? asset.internalAlias : (title ?? asset.internalAlias)),
    own
      ? [textElement('avails:ReleaseDate', released(asset)), ratingsOf(asset), alternates('avails:SeriesAltIdentifier', asset)]
      : null,
    creditOf(asset),
  )
}

const eidr = (name: string, value: string | null): Element | null =>
  textElement(name, value === null ? null : uri(eidrUrn(value)))
const numberOf = (name: string, number: number | null): Element =>
  element(name, {}, number === null ? null : element('md:Number', {}, String(number)))
const released = ({ released: day }: AvailAsset): string | null =>
  day !== null && /^\d{4}(?:-\d{2}){0,2}$/.test(day) ? day : null
const creditOf = ({ companyCredit }: AvailAsset): Element | null =>
  companyCredit === null ? null : element('avails:CompanyDisplayCredit', {}, element('md:DisplayString', {}, companyCredit))

const alternates = (name: string, { altIdentifiers }: AvailAsset): Element[] =>
  altIdentifiers.map(({ namespace, id }) =>
    element(name, {}, element('md:Namespace', {}, namespace), element('md:Identifier', {}, id)),
  )

function ratingsOf({ ratings }: AvailAsset): Element | null {
  if (ratings.length === 0) return null
  return element(
    'avails:Ratings',
    {},
    ratings.map(({ country, system, value, reason }) =>
      element(
        'md:Rating',
        {},
        region('md:Region', country),
        element('md:System', {}, system),
        element('md:Value', {}, value),
        textElement('md:Reason', reason),
      ),
    ),
  )
}

/** A country or an area of UN M.49, else a part of a country. */
const region = (name: string, code: string): Element =>
  element(name, {}, element(code.includes('-') ? 'md:countryRegion' : 'md:country', {}, code))

function writeTransaction(licensee: string | null, transaction: AvailTransaction): Element {
  const { exclusive, terms } = transaction
  return element(
    'avails:Transaction',
    {},
    licensee === null ? null : named('avails:Licensee', licensee),
    element('avails:LicenseType', {}, transaction.licenseType),
    textElement('avails:Description', transaction.description),
    transaction.territories.map((code) => region('avails:Territory', code)),
    transaction.excludedTerritories.map((code) => region('avails:TerritoryExcluded', code)),
    edge('Start', transaction.start),
    edge('End', transaction.end),
    transaction.allowedLanguages.map((language) => element('avails:AllowedLanguage', {}, language)),
    transaction.assetLanguages.map(({ language, kind }) => element('avails:AssetLanguage', { asset: kind }, language)),
    transaction.holdbackLanguages.map((language) => element('avails:HoldbackLanguage', {}, language)),
    textElement('avails:LicenseRightsDescription', transaction.licenseRightsDescription),
    element('avails:FormatProfile', {}, transaction.formatProfile),
    textElement('avails:ContractID', transaction.contractId),
    textElement('avails:ReportingID', transaction.reportingId),
    terms.map(writeTerm),
    exclusive === null ? null : writeTerm({ name: 'Exclusive', kind: 'truth', value: exclusive }),
    textElement('avails:OtherInstructions', transaction.otherInstructions),
  )
}

function edge(name: 'Start' | 'End', at: string): Element {
  const isDated = isDay(at) || isMoment(at)
  return isDated
    ? element(`avails:${name}`, {}, asMoment(at, name === 'Start' ? 'start' : 'end'))
    : element(`avails:${name}Condition`, {}, at)
}

function writeTerm(term: AvailTerm): Element {
  const said = (name: string, text: string, attributes = {}): Element =>
    element('avails:Term', { termName: term.name }, element(`avails:${name}`, attributes, text))
  switch (term.kind) {
    case 'money':
      return said('Money', decimal(term.amount.minor, term.amount.currency), { currency: term.amount.currency })
    case 'text':
      return said('Text', term.text)
    case 'duration':
      return said('Duration', term.iso)
    case 'moment':
      return said('Event', term.at)
    case 'truth':
      return said('Boolean', String(term.value))
  }
}
