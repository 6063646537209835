/** A licence to a platform as avails: one for each cut and each kind of licence that Avails know. */
import type { Cut, TitleSheet } from '@vitrine/catalogue'
import type { TermBox } from '@vitrine/rights/book/entry'
import { LANGUAGES } from '@vitrine/rights/languages/languages'
import { LanguageSet } from '@vitrine/rights/languages/language-set'
import { LEAVES, PARTS } from '@vitrine/rights/territories/leaves'
import type { Finding } from '../formats/finding.ts'
import type { FilmOut, Sender } from '../formats/format.ts'
import { SHORT_UP_TO } from '../mec/carries.ts'
import { idOf } from '../movielabs/content-id.ts'
import { registeredRating } from '../movielabs/rating-systems.ts'
import { titleSort } from '../movielabs/title-sort.ts'
import type { Avail, AvailAsset, AvailTerm } from './avail.ts'
import type { FormatProfile } from './format-profile.ts'

/** What of a licence avails say. */
export interface PlatformLicence {
  /** One box of its entry; an entry of several boxes gives the avails of each. */
  box: TermBox
  exclusive: boolean
  /** The platform. */
  licensee: string
  /** The reference of the contract. */
  contract: string | null
  /** What it pays: WSP, Tier, LicenseFee, SRP … */
  price: readonly AvailTerm[]
  /** Null: nobody says; HD is written, and told. */
  formatProfile: FormatProfile | null
  /** The window waits for something that has not happened: avails have no word for that. */
  isUndated: boolean
}

/** The media that are sold by platforms, and the trade's words for them. Those behind SVOD are agreed between the two sides. */
export const LICENSE_TYPES: Record<string, string> = {
  tvod: 'VOD',
  est: 'EST',
  svod: 'SVOD',
  avod: 'AVOD',
  fvod: 'FVOD',
  fast: 'FAST',
}
/** The whole world in UN M.49. */
export const WORLD = '001'

/** What of the licence the avails do not say: `path` is what it concerns. */
export type Unsaid = Finding

/**
 * The avails of one box of a licence, and what of it they do not say. A territory is never widened: a part of a country that has no
 * code is left out and told.
 *
 * @example
 * availsOfLicence(film, licence, sender).avails.map(({ transaction }) => transaction.licenseType) // ['SVOD', 'AVOD']
 */
export function availsOfLicence(film: FilmOut, licence: PlatformLicence, sender: Sender): { avails: Avail[]; unsaid: Unsaid[] } {
  const unsaid: Unsaid[] = []
  const tell = (what: string, values: Record<string, string>): void =>
    void unsaid.push({ severity: 'warning', rule: `avails/unsaid/${what}`, line: null, path: film.id, values })
  const { box } = licence
  const territories = territoriesOf(box, tell)
  const { allowed, held, instructions } = languagesOf(box, tell)
  const types = box.media.flatMap((medium) => {
    const type = LICENSE_TYPES[medium]
    if (type === undefined) tell('medium', { medium })
    return type ?? []
  })
  if (licence.isUndated) tell('window', {})
  if (territories.length === 0 || licence.isUndated) return { avails: [], unsaid }

  const needsPrice = types.some((type) => type !== 'SVOD') && licence.price.length === 0
  if (needsPrice) tell('price', {})
  if (licence.formatProfile === null && types.length > 0) tell('format', {})
  const avails = cutsOf(film.sheet, box, tell).flatMap(({ cut, name }) => {
    const id = name === null ? film.id : `${film.id}-${name}`
    const { availType, asset } = assetOf(film.sheet, cut, idOf('cid', sender, id))
    return types.map((licenseType): Avail => ({
      key: `${idOf('alid', sender, id)}#${licenseType}`,
      line: null,
      alid: idOf('alid', sender, id),
      entryType: 'Full Extract',
      availType,
      licensor: sender.name,
      licensee: licence.licensee,
      serviceProvider: null,
      asset,
      exceptionFlag: false,
      transaction: {
        licenseType,
        description: null,
        territories,
        excludedTerritories: [],
        start: box.from ?? 'Immediate',
        end: box.to ?? 'Open',
        allowedLanguages: allowed,
        assetLanguages: [],
        holdbackLanguages: held,
        licenseRightsDescription: null,
        formatProfile: licence.formatProfile ?? 'HD',
        contractId: licence.contract,
        reportingId: null,
        exclusive: licence.exclusive,
        terms: [...licence.price],
        otherInstructions: instructions === null ? null : `Languages: ${instructions}`,
      },
    }))
  })
  return { avails, unsaid }
}

type Tell = (what: string, values: Record<string, string>) => void

/** Countries by their codes; a country that is sold in parts only where all of them are. Kosovo has no code of ISO 3166-1. */
function territoriesOf({ territories }: TermBox, tell: Tell): string[] {
  const leaves = new Set(territories)
  if (leaves.size === LEAVES.length) return [WORLD]
  const whole = new Set(Object.keys(PARTS).filter((country) => PARTS[country]!.every((part) => leaves.has(part))))
  const codes = [...leaves].flatMap((leaf) => {
    const country = leaf.slice(0, 2)
    if (leaf !== 'XK' && (leaf === country || whole.has(country))) return country
    tell('territory', { territory: leaf })
    return []
  })
  return [...new Set(codes)].sort()
}

/**
 * Few languages are allowed by name, all but a few by keeping those back; nothing of either allows all. Avails allow a language whole:
 * one that is sold for some uses alone is told, and its uses go along as instructions for people.
 */
function languagesOf({ languages }: TermBox, tell: Tell): { allowed: string[]; held: string[]; instructions: string | null } {
  const set = LanguageSet.of(languages)
  if (set.isAll) return { allowed: [], held: [], instructions: null }
  const leaves = set.leaves()
  const named = [...new Set(leaves.map((leaf) => leaf.split(':')[0]!))]
  const partly = leaves.filter((leaf) => leaf.includes(':')).map((leaf) => leaf.replace(':', ' '))
  const instructions = partly.length === 0 ? null : partly.slice(0, SAID_USES).join(', ') + (partly.length > SAID_USES ? '…' : '')
  if (instructions !== null) tell('language-use', { languages: instructions })
  const missing = LANGUAGES.filter((language) => set.usesOf(language) === 0)
  return named.length > missing.length ? { allowed: [], held: missing, instructions } : { allowed: named, held: [], instructions }
}
const SAID_USES = 20

/** The cuts that a box is of, as the rights book names them (52, 90, 3x52); all of them is the first. */
function cutsOf(sheet: TitleSheet, box: TermBox, tell: Tell): { cut: Cut | null; name: string | null }[] {
  if (box.cuts === null) return [{ cut: sheet.cuts[0] ?? null, name: null }]
  return box.cuts.flatMap((name) => {
    const cut = sheet.cuts.find(({ minutes, episodes }) => name === (episodes === null ? String(minutes) : `${episodes}x${minutes}`)) // prettier-ignore
    if (cut === undefined) tell('cut', { cut: name })
    return cut === undefined ? [] : { cut, name }
  })
}

function assetOf(sheet: TitleSheet, cut: Cut | null, contentId: string): Pick<Avail, 'availType' | 'asset'> {
  const isSeries = cut !== null && cut.episodes !== null
  const language = Object.entries(sheet.titles).find(([, title]) => title === sheet.title)?.[0] ?? 'en'
  const asset: AvailAsset = {
    contentId,
    workType: isSeries ? 'Series' : cut !== null && cut.minutes <= SHORT_UP_TO ? 'Short' : 'Movie',
    workTypeDetail: 'Documentary',
    title: sheet.title,
    internalAlias: titleSort(sheet.title, language),
    titleEidr: sheet.identifiers.eidr,
    editEidr: null,
    altIdentifiers: [],
    released: sheet.year === null ? null : String(sheet.year),
    runSeconds: cut === null || isSeries ? null : cut.minutes * 60,
    directors: isSeries ? [] : [...sheet.directors],
    companyCredit: sheet.productionCompanies.map(({ name }) => name).join(', ') || null,
    ratings: sheet.ratings.flatMap((rating) => {
      const known = registeredRating(rating)
      return known === null ? [] : { ...known, reason: null }
    }),
    season: null,
    series: null,
    episode: null,
  }
  return { availType: isSeries ? 'miniseries' : 'single', asset }
}
