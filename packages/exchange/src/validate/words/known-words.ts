/**
 * Controlled words of Common Metadata and of Avails, each list as it grew: what a version added stands under that version.
 * Facts of the published specifications (MovieLabs TR-META-CM, TR-META-AVAIL).
 */
type Grown = Readonly<Record<string, string>>

/** By versions of Common Metadata. */
export const COMMON_WORDS = {
  WorkType: {
    '2.4':
      'Album|Song|Music Video|Ring Tone|Other Music|Movie|Short|Series|Season|Episode|Non-episodic Show|Promotion|Ad|Excerpt|Supplemental|Collection|Franchise|App|Gallery|Other',
    '2.6': 'Immersive|Mixed-Media',
    '2.7':
      'Volume|Visual Art|Performing Art|Competition|Amusement|AntiPiracy|DistributionLogo|Rating|DubbingCredit|Intermission|EditNotice|Health',
    '2.8': 'Book|Book-series|Monographic-series|Serial|Comic Book|Comic Strip',
    '2.12': 'Concert|Tournament|Tournament Stage|Tournament Round',
  },
  PictureFormat: { '2.4': 'Letterbox|Pillarbox|Full|Stretch|Pan and Scan|Other', '2.6': '360' },
  ReleaseType: {
    '2.4': 'original|Broadcast|DVD|Blu-ray|Hospitality|PayTV|InternetBuy|InternetRent|Theatrical|VOD',
    '2.6': 'AVOD|PVOD|SVOD',
    '2.7': 'Production|Festival',
    '2.8': 'local|FOD',
  },
  'TitleAlternate@type': { '2.4': 'alternative|misspelling|StartsWith' },
  'Parent@relationshipType': {
    '2.4': 'isclipof|isepisodeof|isseasonof|ispartof|isderivedfrom|iscompositeof|issupplementto|ispromotionfor',
    '2.7': 'isbasedon|isdescendantof',
  },
  'Compliance/Disposition': { '2.7': 'pass|fail|pending|other' },
  Gender: { '2.7': 'male|female|neutral|other' },
  'Language@disposition': { '2.10': 'verified|unverified|approximate' },
} as const satisfies Record<string, Grown>

/** By versions of Avails. */
export const AVAILS_WORDS = {
  AvailType: { '2.2': 'single|episode|season|series|miniseries|collection|bundle|supplement|promotion', '2.4': 'volume' },
  EntryType: { '2.2': 'Full Delete|Full Extract', '2.5': 'Create|Update|Delete' },
  'AltIdentifier@scope': { '2.2': 'Title|Edit|Manifestation' },
  USACaptionsExemptionReason: { '2.2': '1|2|3|4|5|6' },
  LocalizationOffering: { '2.2': 'sub|dub|subdub|any' },
  SeasonStatus: { '2.2': 'Partial' },
  SeriesStatus: { '2.2': 'Concluded|Continuing|Pending' },
  VolumeStatus: { '2.4': 'Partial' },
  LicenseType: { '2.2': 'EST|VOD|SVOD|POEST|Pre-Release', '2.3': 'Library' },
  'Language@asset': { '2.2': 'subtitle|audio|subdub' },
  FormatProfile: { '2.2': 'UHD|HD|SD|3D|3DUHD|3DHD|3DSD' },
  'FormatProfile@HDR': { '2.2': 'true|HDR10|DV' },
  'Term@termName': {
    '2.2':
      'Tier|SRP|TPR-SRP|SRP-PostTax|WSP|TPR-WSP|WSP-PostTax|EpisodeWSP|TPR-EpisodeWSP|EpisodeWSP-PostTax|SeasonWSP|TPR-SeasonWSP|SeasonWSP-PostTax|DMRP|TPR-DMRP|DMRP-PostTax|SMRP|TPR-SMRP|SMRP-PostTax|LicenseFee|TPR-LicenseFee|Category|TPR-Category|Included|AnnounceDate|PreorderFulfillDate|SuppressionLiftDate|RentalDuration|WatchDuration|FixedEndDate|LocalizationOffering|ContractStatus|Download|Exclusive|NA',
    '2.3': 'ExclusiveAttributes|BrandingRights|BrandingRightsAttributes|TitleStatus',
    '2.5': 'TPRType|CampaignID',
  },
  "@termName='TitleStatus'": { '2.3': 'Pending|Approved|Revoked|Expired' },
  "@termName='TPRType'": { '2.5': 'Conditional|Unconditional|unspecified' },
  'SharedEntitlement@ecosystem': { '2.2': 'MA|DMA|UVVU' },
  ExperienceCondition: { '2.2': 'Unavailable|Pre-offer|Pre-order|Hold|For-sale|Acquired' },
  DateTimeCondition: { '2.2': 'Open|Immediate|ESTStart', '2.3': 'EST|Broadcast|Completed|Theatrical', '2.5': 'TBD' },
} as const satisfies Record<string, Grown>

/** The newest version of each that these lists know. */
export const NEWEST = { common: '2.12', avails: '2.6' } as const
