/** What territories are called: by CLDR through `Intl`, except where the trade says otherwise. */
import type { Locale } from '../wording.ts'
import { countryOf, leafBit, PARTS } from './leaves.ts'

const displays = new Map<string, Intl.DisplayNames>()

/** The name of a region code in a language, as the runtime's CLDR has it. */
export function displayName(locale: string, code: string): string {
  let display = displays.get(locale)
  if (!display) displays.set(locale, (display = new Intl.DisplayNames(locale, { type: 'region' })))
  return display.of(code) ?? code
}

/** Names that are shorter, steadier or more usual than CLDR's. */
const PREFERRED: Record<Locale, Record<string, string>> = {
  en: { HK: 'Hong Kong', MO: 'Macao', MM: 'Myanmar', TR: 'Turkey', CD: 'DR Congo', CG: 'Congo-Brazzaville', CV: 'Cape Verde', CZ: 'Czechia', CI: 'Ivory Coast' },
  fr: { HK: 'Hong Kong', MO: 'Macao', MM: 'Myanmar', TR: 'Turquie', VA: 'Vatican', CD: 'RD Congo', CG: 'Congo-Brazzaville', CZ: 'Tchéquie', RE: 'Réunion', SX: 'Sint Maarten' },
} // prettier-ignore

/** The language community, in the grammatical gender of its country. */
const COMMUNITIES: Record<Locale, Record<string, string>> = {
  en: { 'BE-fr': 'French', 'BE-nl': 'Flemish', 'CA-en': 'English', 'CA-fr': 'French', 'CH-de': 'German', 'CH-fr': 'French', 'CH-it': 'Italian' },
  fr: {
    'BE-fr': 'française',
    'BE-nl': 'flamande',
    'CA-en': 'anglais',
    'CA-fr': 'français',
    'CH-de': 'allemande',
    'CH-fr': 'française',
    'CH-it': 'italienne',
  },
} // prettier-ignore

/** The community that a part of a country is, in words; undefined for a whole country. */
export const communityName = (leaf: string, locale: Locale): string | undefined => COMMUNITIES[locale][leaf]

/**
 * The name of a leaf, or of a country that is sold in parts.
 *
 * @example
 * territoryName('CH-fr', 'en') // 'Switzerland (French)'
 * territoryName('CH', 'fr')    // 'Suisse'
 * @throws RangeError for a code that is neither.
 */
export function territoryName(code: string, locale: Locale): string {
  const country = countryOf(code)
  if (leafBit(code) === undefined && !(code === country && code in PARTS)) throw new RangeError(`There is no territory ${code}.`)
  const name = PREFERRED[locale][country] ?? displayName(locale, country)
  const community = communityName(code, locale)
  return community === undefined ? name : `${name} (${community})`
}
