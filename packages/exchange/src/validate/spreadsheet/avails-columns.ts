/** The columns of an Avails spreadsheet, versions 1.7 to 1.9, as data: since when, when they must be filled, what they hold. */
import type { AVAILS_WORDS } from '../words/known-words.ts'

/** What a cell holds: a form, or a word of a list (`open`: others may be used; `yes`: spreadsheets write it as a yes or no). */
export type Content =
  | 'text'
  | 'day'
  | 'edge' // a day, a moment, or a condition (Open, Immediate…)
  | 'year-or-day'
  | 'run-time'
  | 'amount'
  | 'hours'
  | 'whole'
  | 'yes-no'
  | 'territory'
  | 'languages'
  | 'currency'
  | 'identifier'
  | 'duration'
  | { words: keyof typeof AVAILS_WORDS | 'WorkType'; open?: true; yes?: true }

/** In which rows a cell must be filled. */
export type Needed = 'always' | 'unless-subscription' | 'pre-order' | readonly string[]

export interface AvailsColumn {
  since: string
  content: Content
  needed?: Needed
}

const FILMS = ['Movie', 'Short', 'Collection', 'Supplemental', 'Promotion']
const SERIAL = ['Episode', 'Season', 'Series', 'Volume']

/** By `row 1/row 2`. */
const COLUMNS: Record<string, Record<string, AvailsColumn | Content>> = {
  Avail: {
    DisplayName: { since: '1.7', content: 'text', needed: 'always' },
    ALID: { since: '1.7', content: 'identifier', needed: 'always' },
    AvailID: 'text',
    BundledALIDs: 'text',
    DMA_ID: 'identifier',
    UV_ID: 'identifier',
    ExceptionFlag: 'yes-no',
    ReportingID: 'identifier',
    ServiceProvider: 'text',
    Licensee: { since: '1.7.3', content: 'text' },
    RetailerSpare1: { since: '1.7.2', content: 'text' },
    RetailerSpare2: { since: '1.7.2', content: 'text' },
    RetailerSpare3: { since: '1.7.2', content: 'text' },
    StoreType: { since: '1.8', content: 'text' },
    AssociatedALID: { since: '1.9', content: 'text' },
  },
  Disposition: { EntryType: { since: '1.7', content: { words: 'EntryType' }, needed: 'always' } },
  Reference: {
    RefALID: { since: '1.9', content: 'identifier' },
    RefAvailID: { since: '1.9', content: 'text' },
    RefTerritory: { since: '1.9', content: 'territory' },
    RefTerritoryExcluded: { since: '1.9', content: 'territory' },
    RefLicenseType: { since: '1.9', content: { words: 'LicenseType', open: true } },
    RefFormatProfile: { since: '1.9', content: { words: 'FormatProfile' } },
  },
  AvailAsset: {
    WorkType: { since: '1.7', content: { words: 'WorkType' }, needed: 'always' },
    ContentID: { since: '1.7', content: 'identifier', needed: FILMS },
    TitleID: 'identifier',
    EditID: 'identifier',
    Metadata: 'text',
    AltID: { since: '1.7.2', content: 'text' },
    EpisodeContentID: { since: '1.7.3', content: 'identifier', needed: ['Episode'] },
    SeasonContentID: { since: '1.7.3', content: 'identifier', needed: ['Episode', 'Season', 'Volume'] },
    SeriesContentID: { since: '1.7.3', content: 'identifier', needed: SERIAL },
    VolumeContentID: { since: '1.8', content: 'identifier', needed: ['Volume'] },
    PackageLabel: { since: '1.8', content: 'text' },
  },
  AvailMetadata: {
    TitleInternalAlias: { since: '1.7', content: 'text', needed: FILMS },
    TitleDisplayUnlimited: 'text',
    LocalizationType: { words: 'LocalizationOffering' },
    CompanyDisplayCredit: 'text',
    ReleaseYear: 'year-or-day',
    ReleaseHistoryOriginal: 'year-or-day',
    ReleaseHistoryPhysicalHV: 'year-or-day',
    RatingSystem: 'text',
    RatingValue: 'text',
    RatingReason: 'text',
    CaptionIncluded: 'yes-no',
    CaptionExemption: { words: 'USACaptionsExemptionReason' },
    Any: 'text',
    TotalRunTime: 'run-time',
    RetailerID1: { since: '1.7.2', content: 'text' },
    RetailerID2: { since: '1.7.2', content: 'text' },
    RetailerID3: { since: '1.7.2', content: 'text' },
    Director: { since: '1.7.3', content: 'text' },
    GroupIdentity: { since: '1.7.3', content: 'text' },
    DistributionNumber: { since: '1.7.3', content: 'text' },
    EpisodeTitleInternalAlias: { since: '1.7.3', content: 'text', needed: ['Episode'] },
    EpisodeTitleDisplayUnlimited: { since: '1.7.3', content: 'text' },
    EpisodeNumber: { since: '1.7.3', content: 'whole', needed: ['Episode'] },
    EpisodeCount: { since: '1.7.3', content: 'whole' },
    EpisodeID: { since: '1.7.3', content: 'identifier' },
    EpisodeTitleID: { since: '1.7.3', content: 'identifier' },
    EpisodeAltID: { since: '1.7.3', content: 'text' },
    SeasonTitleInternalAlias: { since: '1.7.3', content: 'text' },
    SeasonTitleDisplayUnlimited: { since: '1.7.3', content: 'text' },
    SeasonNumber: { since: '1.7.3', content: 'whole', needed: ['Episode', 'Season'] },
    SeasonCount: { since: '1.7.3', content: 'whole' },
    SeasonID: { since: '1.7.3', content: 'identifier' },
    SeasonAltID: { since: '1.7.3', content: 'text' },
    SeriesTitleInternalAlias: { since: '1.7.3', content: 'text', needed: SERIAL },
    SeriesTitleDisplayUnlimited: { since: '1.7.3', content: 'text' },
    SeriesID: { since: '1.7.3', content: 'identifier' },
    SeriesAltID: { since: '1.7.3', content: 'text' },
    RetailerEpisodeID1: { since: '1.7.3', content: 'text' },
    RetailerEpisodeID2: { since: '1.7.3', content: 'text' },
    RetailerSeasonID: { since: '1.7.3', content: 'text' },
    RetailerSeriesID: { since: '1.7.3', content: 'text' },
    RetailerVolumeID: { since: '1.8', content: 'text' },
    VolumeTitleInternalAlias: { since: '1.8', content: 'text', needed: ['Volume'] },
    VolumeTitleDisplayUnlimited: { since: '1.8', content: 'text' },
    VolumeNumber: { since: '1.8', content: 'whole', needed: ['Volume'] },
    VolumeDistributionNumber: { since: '1.8', content: 'text' },
    VolumeID: { since: '1.8', content: 'identifier' },
    VolumeAltID: { since: '1.8', content: 'text' },
  },
  AvailTrans: {
    Territory: { since: '1.7', content: 'territory', needed: 'always' },
    LicenseType: { since: '1.7', content: { words: 'LicenseType', open: true }, needed: 'always' },
    FormatProfile: { since: '1.7', content: { words: 'FormatProfile' }, needed: 'always' },
    Start: { since: '1.7', content: 'edge', needed: 'always' },
    End: { since: '1.7', content: 'edge', needed: 'always' },
    PriceType: { since: '1.7', content: { words: 'Term@termName', open: true }, needed: 'unless-subscription' },
    PriceValue: { since: '1.7', content: 'text', needed: 'unless-subscription' },
    PriceCurrency: 'currency',
    SRP: 'amount',
    AssetLanguage: 'languages',
    AllowedLanguages: 'languages',
    HoldbackLanguage: 'languages',
    AnnounceDate: 'day',
    SuppressionLiftDate: { since: '1.7', content: 'day', needed: 'pre-order' },
    SpecialPreOrderFulfillDate: 'day',
    FixedEndDate: 'day',
    RentalDuration: 'hours',
    WatchDuration: 'hours',
    ContractID: 'text',
    Description: 'text',
    HDR: { words: 'FormatProfile@HDR', yes: true },
    WCG: 'text',
    HFR: 'text',
    NGAudio: 'text',
    LicenseRightsDescription: 'text',
    OtherInstructions: 'text',
    OtherTerms: 'text',
    TerritoryExclusion: { since: '1.7.3', content: 'territory' },
    RequiredFulfillmentLanguages: { since: '1.7.3', content: 'languages' },
    StartLag: { since: '1.7.3', content: 'duration' },
    EndLag: { since: '1.7.3', content: 'duration' },
    WindowDuration: { since: '1.7.3', content: 'duration' },
    Download: { since: '1.7.3', content: 'text' },
    TitleStatus: { since: '1.7.3', content: { words: "@termName='TitleStatus'" } },
    Exclusive: { since: '1.7.3', content: 'yes-no' },
    ExclusiveAttributes: { since: '1.7.3', content: 'text' },
    BrandingRights: { since: '1.7.3', content: 'yes-no' },
    BrandingRightsAttributes: { since: '1.7.3', content: 'text' },
    TPRType: { since: '1.9', content: { words: "@termName='TPRType'" } },
    CampaignID: { since: '1.9', content: 'text' },
  },
}

export const AVAILS_COLUMNS: ReadonlyMap<string, AvailsColumn> = new Map(
  Object.entries(COLUMNS).flatMap(([group, columns]) =>
    Object.entries(columns).map(([name, column]) => [
      `${group}/${name}`,
      typeof column === 'object' && 'since' in column ? column : { since: '1.7', content: column },
    ]),
  ),
)

/** Headings that the published templates spell in another way. */
export const TEMPLATE_TYPOS: Readonly<Record<string, string>> = {
  'Avail/BundleALIDs': 'Avail/BundledALIDs',
  'AvailMetadata/VolumeDistributinoNumber': 'AvailMetadata/VolumeDistributionNumber',
  'AvailTerms/ContractID': 'AvailTrans/ContractID',
  'AvailTrans/Avail/AvailID': 'Avail/AvailID',
}

/** The version of Avails whose words a spreadsheet of this version has. */
export const wordsVersion = (version: string): string => (version === '1.9' ? '2.5' : version.startsWith('1.8') ? '2.4' : '2.3')
