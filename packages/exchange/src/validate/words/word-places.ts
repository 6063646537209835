/** Where controlled words stand, and how strictly they are meant. */
import type { AVAILS_WORDS, COMMON_WORDS } from './known-words.ts'

export interface WordPlace<List extends string> {
  /** An element (with as much above it as is needed), or its attribute: `Transaction/LicenseType`, `Term@termName`. */
  at: string
  list: List
  /** An element of which an attribute has this value: `Text` of `Term[@termName=TitleStatus]`. */
  of?: string
  /** Other words are allowed, and may not be understood. */
  open?: true
}

export const COMMON_PLACES: readonly WordPlace<keyof typeof COMMON_WORDS>[] = [
  { at: 'Basic/WorkType', list: 'WorkType' },
  { at: 'BasicMetadata/WorkType', list: 'WorkType' },
  { at: 'Asset/WorkType', list: 'WorkType' },
  { at: 'PictureFormat', list: 'PictureFormat' },
  { at: 'ReleaseHistory/ReleaseType', list: 'ReleaseType' },
  { at: 'TitleAlternate@type', list: 'TitleAlternate@type' },
  { at: 'Parent@relationshipType', list: 'Parent@relationshipType' },
  { at: 'Compliance/Disposition', list: 'Compliance/Disposition' },
  { at: 'People/Gender', list: 'Gender' },
  { at: 'PeopleLocal/Gender', list: 'Gender' },
  { at: 'Language@disposition', list: 'Language@disposition' },
]

export const AVAILS_PLACES: readonly WordPlace<keyof typeof AVAILS_WORDS>[] = [
  { at: 'Avail/AvailType', list: 'AvailType' },
  { at: 'Disposition/EntryType', list: 'EntryType' },
  { at: 'AltIdentifier@scope', list: 'AltIdentifier@scope' },
  { at: 'USACaptionsExemptionReason', list: 'USACaptionsExemptionReason' },
  { at: 'LocalizationOffering', list: 'LocalizationOffering' },
  { at: 'SeasonMetadata/Status', list: 'SeasonStatus' },
  { at: 'SeriesMetadata/Status', list: 'SeriesStatus' },
  { at: 'VolumeMetadata/Status', list: 'VolumeStatus' },
  { at: 'Transaction/LicenseType', list: 'LicenseType', open: true },
  { at: 'AllowedLanguage@asset', list: 'Language@asset' },
  { at: 'AssetLanguage@asset', list: 'Language@asset' },
  { at: 'HoldbackLanguage@asset', list: 'Language@asset' },
  { at: 'Transaction/FormatProfile', list: 'FormatProfile' },
  { at: 'FormatProfile@HDR', list: 'FormatProfile@HDR' },
  { at: 'Term@termName', list: 'Term@termName', open: true },
  { at: 'Term/Text', of: 'TitleStatus', list: "@termName='TitleStatus'" },
  { at: 'Term/Text', of: 'TPRType', list: "@termName='TPRType'" },
  { at: 'SharedEntitlement@ecosystem', list: 'SharedEntitlement@ecosystem' },
  { at: 'ExperienceCondition', list: 'ExperienceCondition' },
  { at: 'Transaction/StartCondition', list: 'DateTimeCondition', open: true },
  { at: 'Transaction/EndCondition', list: 'DateTimeCondition', open: true },
]
