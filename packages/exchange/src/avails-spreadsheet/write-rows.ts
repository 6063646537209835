/** Avails as rows: one for each territory, since the sheet has room for one. */
import { decimal } from '@vitrine/ledger/money/decimal'
import type { Avail, AvailTerm } from '../avails/avail.ts'
import { secondsOf } from '../movielabs/durations.ts'
import { runTimeOf } from './cells.ts'
import { columnKey, type Column } from './columns.ts'

type Value = (avail: Avail, territory: string) => string | number | null

const term = (avail: Avail, name: string): AvailTerm | undefined => avail.transaction.terms.find((one) => one.name === name)
const PRICES = new Set(['Tier', 'Category', 'WSP', 'DMRP', 'SMRP', 'LicenseFee', 'TPR-WSP', 'TPR-DMRP', 'TPR-SMRP', 'TPR-Tier', 'TPR-Category', 'NA']) // prettier-ignore
export const isPrice = (name: string): boolean => PRICES.has(name)
const priceOf = (avail: Avail): AvailTerm | undefined => avail.transaction.terms.find(({ name }) => isPrice(name))

function said(one: AvailTerm | undefined): string | null {
  switch (one?.kind) {
    case 'money':
      return decimal(one.amount.minor, one.amount.currency)
    case 'text':
      return one.text
    case 'duration':
      return one.iso
    case 'moment':
      return one.at
    case 'truth':
      return yes(one.value)
    default:
      return null
  }
}
const yes = (value: boolean): string => (value ? 'Yes' : 'No')
/** Durations stand in hours. */
const hours = (one: AvailTerm | undefined): number | string | null => {
  const seconds = one?.kind === 'duration' ? secondsOf(one.iso) : null
  return seconds === null ? said(one) : seconds / 3600
}
const joined = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join(', '))
const currencyOf = (one: AvailTerm | undefined): string | null => (one?.kind === 'money' ? one.amount.currency : null)
/** A value of the asset where the row is of this kind of work, else of what stands above it. */
const of = (workType: string, own: (avail: Avail) => Cellish, above: (avail: Avail) => Cellish): Value => (avail) =>
  (avail.asset.workType === workType ? own(avail) : above(avail)) ?? null // prettier-ignore
type Cellish = string | number | null | undefined
const nothing = (): null => null

const VALUES: Record<string, Value> = {
  DisplayName: ({ licensor }) => licensor,
  Licensee: ({ licensee }) => licensee,
  AssetLanguage: ({ transaction }) => joined(transaction.assetLanguages.map(({ language }) => language)),
  Territory: (_, territory) => territory,
  TerritoryExclusion: ({ transaction }) => joined(transaction.excludedTerritories),
  WorkType: ({ asset }) => asset.workType,
  EntryType: ({ entryType }) => entryType,
  TitleInternalAlias: ({ asset }) => asset.internalAlias,
  TitleDisplayUnlimited: ({ asset }) => asset.title,
  CompanyDisplayCredit: ({ asset }) => asset.companyCredit,
  Director: ({ asset }) => asset.directors.join('; ') || null,
  LicenseType: ({ transaction }) => transaction.licenseType,
  LicenseRightsDescription: ({ transaction }) => transaction.licenseRightsDescription,
  FormatProfile: ({ transaction }) => transaction.formatProfile,
  Start: ({ transaction }) => transaction.start,
  End: ({ transaction }) => transaction.end,
  PriceType: (avail) => priceOf(avail)?.name ?? null,
  PriceValue: (avail) => said(priceOf(avail)),
  PriceCurrency: (avail) => currencyOf(priceOf(avail)) ?? currencyOf(term(avail, 'SRP')),
  SRP: (avail) => said(term(avail, 'SRP')),
  Description: ({ transaction }) => transaction.description,
  Download: (avail) => said(term(avail, 'Download')),
  OtherInstructions: ({ transaction }) => transaction.otherInstructions,
  TitleID: ({ asset }) => asset.titleEidr,
  EditID: ({ asset }) => asset.editEidr,
  AltID: ({ asset }) => asset.altIdentifiers[0]?.id ?? null,
  ContentID: ({ asset }) => asset.contentId,
  ReportingID: ({ transaction }) => transaction.reportingId,
  ALID: ({ alid }) => alid,
  SuppressionLiftDate: (avail) => said(term(avail, 'SuppressionLiftDate')),
  SpecialPreOrderFulfillDate: (avail) => said(term(avail, 'PreOrderFulfillDate')),
  AnnounceDate: (avail) => said(term(avail, 'AnnounceDate')),
  FixedEndDate: (avail) => said(term(avail, 'FixedEndDate')),
  ReleaseYear: ({ asset }) => asset.released,
  ExceptionFlag: ({ exceptionFlag }) => (exceptionFlag ? 'Yes' : null),
  RatingSystem: ({ asset }) => asset.ratings[0]?.system ?? null,
  RatingValue: ({ asset }) => asset.ratings[0]?.value ?? null,
  RatingReason: ({ asset }) => asset.ratings[0]?.reason ?? null,
  RentalDuration: (avail) => hours(term(avail, 'RentalDuration')),
  WatchDuration: (avail) => hours(term(avail, 'WatchDuration')),
  ContractID: ({ transaction }) => transaction.contractId,
  TitleStatus: (avail) => said(term(avail, 'TitleStatus')),
  Exclusive: ({ transaction }) => (transaction.exclusive === null ? null : yes(transaction.exclusive)),
  ExclusiveAttributes: (avail) => said(term(avail, 'ExclusiveAttributes')),
  BrandingRights: (avail) => said(term(avail, 'BrandingRights')),
  BrandingRightsAttributes: (avail) => said(term(avail, 'BrandingRightsAttributes')),
  ServiceProvider: ({ serviceProvider }) => serviceProvider,
  TotalRunTime: ({ asset }) => (asset.runSeconds === null ? null : runTimeOf(asset.runSeconds)),
  HoldbackLanguage: ({ transaction }) => joined(transaction.holdbackLanguages),
  AllowedLanguages: ({ transaction }) => joined(transaction.allowedLanguages),
  TPRType: (avail) => said(term(avail, 'TPRType')),
  CampaignID: (avail) => said(term(avail, 'CampaignID')),

  SeriesTitleInternalAlias: of('Series', ({ asset }) => asset.internalAlias, ({ asset }) => asset.series?.title), // prettier-ignore
  SeriesTitleDisplayUnlimited: of('Series', ({ asset }) => asset.title, ({ asset }) => asset.series?.title), // prettier-ignore
  SeriesContentID: of('Series', ({ asset }) => asset.contentId, ({ asset }) => asset.series?.id), // prettier-ignore
  SeriesID: of('Series', ({ asset }) => asset.titleEidr, nothing),
  SeriesAltID: of('Series', ({ asset }) => asset.altIdentifiers[0]?.id, nothing),
  SeasonTitleInternalAlias: of('Season', ({ asset }) => asset.internalAlias, ({ asset }) => asset.season?.title), // prettier-ignore
  SeasonTitleDisplayUnlimited: of('Season', ({ asset }) => asset.title, ({ asset }) => asset.season?.title), // prettier-ignore
  SeasonNumber: ({ asset }) => asset.season?.number ?? null,
  SeasonContentID: of('Season', ({ asset }) => asset.contentId, ({ asset }) => asset.season?.id), // prettier-ignore
  SeasonID: of('Season', ({ asset }) => asset.titleEidr, nothing),
  SeasonAltID: of('Season', ({ asset }) => asset.altIdentifiers[0]?.id, nothing),
  EpisodeNumber: ({ asset }) => asset.episode?.number ?? null,
  EpisodeTitleInternalAlias: of('Episode', ({ asset }) => asset.internalAlias, nothing),
  EpisodeTitleDisplayUnlimited: of('Episode', ({ asset }) => asset.title, nothing),
  EpisodeContentID: of('Episode', ({ asset }) => asset.contentId, nothing),
  EpisodeTitleID: of('Episode', ({ asset }) => asset.titleEidr, nothing),
  EpisodeID: of('Episode', ({ asset }) => asset.editEidr, nothing),
  EpisodeAltID: of('Episode', ({ asset }) => asset.altIdentifiers[0]?.id, nothing),
}
const BY_KEY = new Map(Object.entries(VALUES).map(([name, value]) => [columnKey(name), value]))

/** The rows of avails, in the columns that are asked for. */
export function* rowsOf(avails: Iterable<Avail>, columns: readonly Column[]): Generator<(string | number | null)[]> {
  const values = columns.map(({ name }) => BY_KEY.get(columnKey(name)) ?? nothing)
  for (const avail of avails) {
    const { territories } = avail.transaction
    for (const territory of territories.length === 0 ? [''] : territories)
      yield values.map((value) => value(avail, territory) ?? null)
  }
}
