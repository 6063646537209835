/** Countries by every name and code a sheet may give them. */
import { countryCodes, countryNames } from './countries.made.ts'
import { PhraseMap } from './phrases.ts'

/** Distinguishing signs of vehicles in international traffic (UN, Geneva 1949 and Vienna 1968) that differ from ISO 3166-1. */
const CAR_PLATES: Record<string, string> = {
  A: 'AT', B: 'BE', D: 'DE', E: 'ES', F: 'FR', H: 'HU', I: 'IT', J: 'JP', L: 'LU', M: 'MT', N: 'NO', P: 'PT', S: 'SE', T: 'TH', V: 'VA', C: 'CU', K: 'KH', Z: 'ZM',
  FIN: 'FI', IRL: 'IE', EST: 'EE', SLO: 'SI', SRB: 'RS', BIH: 'BA', AUS: 'AU', RUS: 'RU', FL: 'LI', NMK: 'MK', MNE: 'ME', ROK: 'KR', RCH: 'CL', RA: 'AR', MEX: 'MX',
  IND: 'IN', IR: 'IR', KZ: 'KZ', KS: 'KG', TJ: 'TJ', UZ: 'UZ', UA: 'UA', GBZ: 'GI', EAK: 'KE', RL: 'LB', SYR: 'SY', ROU: 'UY', CDN: 'CA', NL: 'NL', GB: 'GB', UK: 'GB',
} // prettier-ignore

export interface CountryTable {
  names: PhraseMap<string>
  /** Every word of every name. */
  inNames: Set<string>
  isCode(code: string): boolean
  fromAlpha3(code: string): string | null
  fromPlate(plate: string): string | null
}

let table: CountryTable | null = null

/** The table, built on first use. */
export function countryTable(): CountryTable {
  table ??= build()
  return table
}

function build(): CountryTable {
  const codes = countryCodes()
  const alpha2 = new Set(codes.map(([two]) => two))
  const alpha3 = new Map(codes.map(([two, three]) => [three, two]))
  const { names, words } = countryNames()
  return {
    names: new PhraseMap(names),
    inNames: new Set(words),
    isCode: (code) => alpha2.has(code),
    fromAlpha3: (code) => alpha3.get(code) ?? null,
    fromPlate: (plate) => CAR_PLATES[plate] ?? (alpha2.has(plate) ? plate : (alpha3.get(plate) ?? null)),
  }
}
