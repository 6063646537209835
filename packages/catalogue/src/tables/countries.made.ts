/**
 * The names of countries as plain data. Names come from CLDR (cldr-localenames-full) and from i18n-iso-countries, codes from
 * ISO 3166-1; only trade usage that neither knows is listed here. A file `.made.ts` is worked out when the program is gathered
 * (decision 139): nothing reads those libraries to run a command.
 */
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }
import cldrCa from 'cldr-localenames-full/main/ca/territories.json' with { type: 'json' }
import cldrDe from 'cldr-localenames-full/main/de/territories.json' with { type: 'json' }
import cldrEn from 'cldr-localenames-full/main/en/territories.json' with { type: 'json' }
import cldrEs from 'cldr-localenames-full/main/es/territories.json' with { type: 'json' }
import cldrFr from 'cldr-localenames-full/main/fr/territories.json' with { type: 'json' }
import cldrGl from 'cldr-localenames-full/main/gl/territories.json' with { type: 'json' }
import cldrIt from 'cldr-localenames-full/main/it/territories.json' with { type: 'json' }
import cldrNl from 'cldr-localenames-full/main/nl/territories.json' with { type: 'json' }
import cldrPt from 'cldr-localenames-full/main/pt/territories.json' with { type: 'json' }
import isoCa from 'i18n-iso-countries/langs/ca.json' with { type: 'json' }
import isoDe from 'i18n-iso-countries/langs/de.json' with { type: 'json' }
import isoEn from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import isoEs from 'i18n-iso-countries/langs/es.json' with { type: 'json' }
import isoFr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' }
import isoGl from 'i18n-iso-countries/langs/gl.json' with { type: 'json' }
import isoIt from 'i18n-iso-countries/langs/it.json' with { type: 'json' }
import isoNl from 'i18n-iso-countries/langs/nl.json' with { type: 'json' }
import isoPt from 'i18n-iso-countries/langs/pt.json' with { type: 'json' }
import { NameList, phraseKey } from './phrases.ts'

/** Names that sheets use and neither CLDR nor ISO lists: abbreviations of credits, nations that produce under their own name, older names. */
const TRADE_NAMES: Record<string, string> = {
  uk: 'GB', 'u k': 'GB', 'g b': 'GB', eeuu: 'US', 'estats units d america': 'US', 'estados unidos de america': 'US',
  'gran bretagna': 'GB', 'gran bretana': 'GB', 'gran bretanya': 'GB', 'gra bretanha': 'GB', 'grande bretagne': 'GB',
  england: 'GB', scotland: 'GB', wales: 'GB', 'northern ireland': 'GB', angleterre: 'GB', ecosse: 'GB', inghilterra: 'GB', inglaterra: 'GB', schottland: 'GB',
  holland: 'NL', hollande: 'NL', olanda: 'NL', holanda: 'NL', brd: 'DE', macedonia: 'MK', burkina: 'BF', 'rep tcheque': 'CZ', burma: 'MM', birmanie: 'MM',
} // prettier-ignore

/** ISO 3166-1 in two and in three letters. */
export function countryCodes(): [two: string, three: string][] {
  const pairs = (codes as unknown as string[][]).map(([two, three]): [string, string] => [two!, three!])
  // user-assigned, but what Kosovo's films are listed under
  return [...pairs.filter(([two]) => two !== 'XK'), ['XK', 'XKX']]
}

/** Every name under which a sheet may give a country. */
export function countryNames(): ReturnType<NameList['told']> {
  const known = new Set(countryCodes().map(([two]) => two))
  const names = new NameList()
  const take = (name: string, code: string) => {
    if (!known.has(code)) return
    const key = phraseKey(name)
    // a name of two letters is a code: codes are read elsewhere, in capitals only
    if (key.length > 2) names.add(key, code)
    if (name.includes('(')) names.add(phraseKey(name.replace(/\(.*?\)/g, '')), code)
  }
  for (const cldr of [cldrEn, cldrFr, cldrDe, cldrEs, cldrIt, cldrPt, cldrCa, cldrGl, cldrNl]) {
    const territories = Object.values(cldr.main)[0]!.localeDisplayNames.territories as Record<string, string>
    for (const [code, name] of Object.entries(territories)) take(name, code.slice(0, 2))
  }
  for (const iso of [isoEn, isoFr, isoDe, isoEs, isoIt, isoPt, isoCa, isoGl, isoNl]) {
    for (const [code, name] of Object.entries(iso.countries as Record<string, string | string[]>)) {
      for (const one of typeof name === 'string' ? [name] : name) take(one, code)
    }
  }
  for (const [name, code] of Object.entries(TRADE_NAMES)) names.set(name, code)
  return names.told()
}
