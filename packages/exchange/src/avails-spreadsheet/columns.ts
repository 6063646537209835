/** The columns of the Avails spreadsheet 1.9, in the order of the templates for films and for series. */

/** How much a column is asked for; row 3 says so in our own words. */
export type Flag = 'required' | 'optional' | 'pre-order' | 'price' | 'captions' | 'none'

export interface Column {
  group: string
  name: string
  flag: Flag
}

/** `group: name, name! …`; a mark behind a name is its flag. */
const MARKS: Record<string, Flag> = { '!': 'required', '^': 'pre-order', $: 'price', '%': 'captions', '-': 'none' }
const layout = (text: string): Column[] =>
  text
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [group, names] = row.trim().split(': ') as [string, string]
      return names.split(' ').map((written) => {
        const mark = MARKS[written.at(-1)!]
        return { group, name: mark === undefined ? written : written.slice(0, -1), flag: mark ?? 'optional' }
      })
    })

/** Films: 78 columns. */
export const MOVIE_COLUMNS: readonly Column[] = layout(`
  Avail: DisplayName! Licensee
  AvailTrans: AssetLanguage Territory! TerritoryExclusion
  Avail: StoreType-
  AvailAsset: WorkType!
  Disposition: EntryType!
  AvailMetadata: TitleInternalAlias! TitleDisplayUnlimited LocalizationType CompanyDisplayCredit GroupIdentity Director
  AvailTrans: LicenseType! LicenseRightsDescription FormatProfile! HDR WCG HFR NGAudio Start! StartLag End! EndLag WindowDuration PriceType$ PriceValue$ PriceCurrency SRP Description Download OtherTerms OtherInstructions
  AvailAsset: TitleID EditID AltID ContentID!
  Avail: AvailID UV_ID DMA_ID ReportingID
  AvailAsset: Metadata
  Avail: ALID!
  AvailTrans: SuppressionLiftDate^ SpecialPreOrderFulfillDate^ AnnounceDate
  AvailMetadata: ReleaseYear ReleaseHistoryOriginal ReleaseHistoryPhysicalHV
  Avail: ExceptionFlag
  AvailMetadata: RatingSystem RatingValue RatingReason
  AvailTrans: RentalDuration WatchDuration
  AvailMetadata: CaptionIncluded% CaptionExemption% Any
  AvailTrans: ContractID TitleStatus Exclusive ExclusiveAttributes BrandingRights BrandingRightsAttributes
  Avail: ServiceProvider
  AvailMetadata: TotalRunTime
  AvailTrans: HoldbackLanguage AllowedLanguages RequiredFulfillmentLanguages
  Avail: BundleALIDs
  AvailMetadata: RetailerID1 RetailerID2 RetailerID3
  Avail: RetailerSpare1 RetailerSpare2 RetailerSpare3
  AvailAsset: PackageLabel`)

/** Series, seasons and episodes: 102 columns. */
export const TV_COLUMNS: readonly Column[] = layout(`
  Avail: DisplayName! Licensee
  AvailTrans: AssetLanguage Territory! TerritoryExclusion
  AvailAsset: WorkType!
  Disposition: EntryType!
  AvailMetadata: SeriesTitleInternalAlias! SeriesTitleDisplayUnlimited SeasonNumber! VolumeTitleInternalAlias VolumeTitleDisplayUnlimited VolumeNumber DistributionNumber VolumeDistributionNumber EpisodeNumber! LocalizationType EpisodeTitleInternalAlias! EpisodeTitleDisplayUnlimited SeasonTitleInternalAlias SeasonTitleDisplayUnlimited EpisodeCount! SeasonCount SeriesID SeasonID VolumeID EpisodeTitleID EpisodeID SeriesAltID SeasonAltID VolumeAltID EpisodeAltID
  Avail: ALID!
  AvailMetadata: CompanyDisplayCredit GroupIdentity Director
  AvailTrans: LicenseType! LicenseRightsDescription FormatProfile! HDR WCG HFR NGAudio Start! StartLag End! EndLag WindowDuration SpecialPreOrderFulfillDate^ PriceType$ PriceValue$ PriceCurrency SRP Description Download OtherTerms OtherInstructions
  AvailAsset: SeriesContentID! SeasonContentID! VolumeContentID EpisodeContentID!
  Avail: AvailID UV_ID DMA_ID ReportingID
  AvailAsset: Metadata
  AvailTrans: SuppressionLiftDate^ AnnounceDate
  AvailMetadata: ReleaseYear ReleaseHistoryOriginal ReleaseHistoryPhysicalHV
  Avail: ExceptionFlag
  AvailMetadata: RatingSystem RatingValue RatingReason
  AvailTrans: RentalDuration WatchDuration FixedEndDate
  AvailMetadata: CaptionIncluded% CaptionExemption% Any
  AvailTrans: ContractID TitleStatus Exclusive ExclusiveAttributes BrandingRights BrandingRightsAttributes
  Avail: ServiceProvider
  AvailMetadata: TotalRunTime
  AvailTrans: HoldbackLanguage AllowedLanguages RequiredFulfillmentLanguages
  Avail: BundledALIDs
  AvailMetadata: RetailerEpisodeID1 RetailerEpisodeID2 RetailerVolumeID RetailerSeasonID RetailerSeriesID
  Avail: RetailerSpare1 RetailerSpare2 RetailerSpare3
  AvailAsset: PackageLabel`)

/** What row 3 says of a column. Only what begins with two strokes there is taken for a remark by readers. */
export const REMARKS: Record<Flag, string> = {
  required: '//required',
  optional: '//optional',
  'pre-order': '//for pre-orders',
  price: '//required, except for SVOD',
  captions: '//asked for in the US',
  none: '',
}

/** Columns that the other sheets of the standard have: bonus material, the newest additions. */
const ELSEWHERE = 'RefALID RefTerritory RefTerritoryExcluded RefLicenseType RefFormatProfile RefAvailID TPRType CampaignID AssociatedALID'.split(' ') // prettier-ignore

/** Names as templates misspell them, or as they were called once. */
const SPELLINGS = new Map(
  Object.entries({
    bundlealids: 'bundledalids',
    volumedistributinonumber: 'volumedistributionnumber',
    titledisplay: 'titledisplayunlimited',
    allowedlanguage: 'allowedlanguages',
    holdbacklanguages: 'holdbacklanguage',
    preorderfulfilldate: 'specialpreorderfulfilldate',
  }),
)

/** A column's name as it is looked up: without its group, which templates do not agree on. */
export function columnKey(written: string): string {
  const key = written.slice(written.lastIndexOf('/') + 1).replace(/[\s_]/g, '').toLowerCase() // prettier-ignore
  return SPELLINGS.get(key) ?? key
}

const KNOWN = new Set([...MOVIE_COLUMNS, ...TV_COLUMNS].map(({ name }) => columnKey(name)).concat(ELSEWHERE.map(columnKey)))
export const isColumn = (key: string): boolean => KNOWN.has(key)
