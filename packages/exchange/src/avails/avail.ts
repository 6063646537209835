/**
 * One avail: what a platform may do with one title in one place and window, in the shape that MovieLabs' Avails share,
 * whether they came as XML (2.2 to 2.6) or as a spreadsheet (1.7 to 1.9): one transaction, one value.
 *
 * Names are the standard's (shared reference mddf.md §3 and §4). Days are `YYYY-MM-DD`; amounts are integer minor units.
 */
import type { Money } from '@vitrine/ledger/money/money'

export interface Avail {
  /** The row, or the ALID: the same when the file is read again. */
  key: string
  line: number | null
  alid: string | null
  entryType: 'Full Extract' | 'Full Delete' | 'Create' | 'Update' | 'Delete'
  availType:
    | 'single'
    | 'episode'
    | 'season'
    | 'series'
    | 'miniseries'
    | 'collection'
    | 'bundle'
    | 'supplement'
    | 'promotion'
    | 'volume'
  licensor: string
  /** The platform. */
  licensee: string | null
  serviceProvider: string | null
  asset: AvailAsset
  transaction: AvailTransaction
  exceptionFlag: boolean
}

export interface AvailAsset {
  contentId: string | null
  /** Movie, Short, Episode, Season … */
  workType: string
  workTypeDetail: string | null
  title: string
  /** The title as it sorts and is known inside: "View from a Mountain, The". */
  internalAlias: string
  titleEidr: string | null
  editEidr: string | null
  altIdentifiers: { namespace: string; id: string }[]
  /** Four digits, or a day. */
  released: string | null
  /** Whole seconds. */
  runSeconds: number | null
  directors: string[]
  companyCredit: string | null
  ratings: { country: string; system: string; value: string; reason: string | null }[]
  /** Of a series: what stands above this asset. */
  season: { number: number | null; title: string | null; id: string | null } | null
  series: { title: string | null; id: string | null } | null
  episode: { number: number | null; title: string | null } | null
}

export interface AvailTransaction {
  /** EST, VOD, SVOD, POEST, or what the two sides have agreed (AVOD, FVOD). */
  licenseType: string
  description: string | null
  /** ISO 3166-1 alpha-2, ISO 3166-2 or UN M.49, as given. */
  territories: string[]
  excludedTerritories: string[]
  /** A day, a moment (ISO 8601), or a condition: Open, Immediate, ESTStart … */
  start: string
  end: string
  allowedLanguages: string[]
  assetLanguages: { language: string; kind: 'audio' | 'subtitle' | 'subdub' | null }[]
  holdbackLanguages: string[]
  licenseRightsDescription: string | null
  /** SD, HD, UHD, 3D … */
  formatProfile: string
  contractId: string | null
  reportingId: string | null
  exclusive: boolean | null
  terms: AvailTerm[]
  otherInstructions: string | null
}

export type AvailTerm = { name: string } & (
  | { kind: 'money'; amount: Money }
  | { kind: 'text'; text: string }
  | { kind: 'duration'; iso: string }
  | { kind: 'moment'; at: string }
  | { kind: 'truth'; value: boolean }
)
