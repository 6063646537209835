/**
 * The cities of festivals that many sheets name, each by its own name (as of 2026-11-26): beside
 * it, such a word is the festival's city and no festival of its own. What lends its name itself ("DOK Leipzig") needs no line.
 */
import { isCity } from '../tables/cities.ts'
import { phraseKey } from '../tables/phrases.ts'

const CITIES: Readonly<Record<string, string>> = {
  IDFA: 'Amsterdam',
  'International Documentary Film Festival Amsterdam': 'Amsterdam',
  IFFR: 'Rotterdam',
  'Movies that Matter': 'The Hague, La Haye, Den Haag',
  'Visions du Réel': 'Nyon',
  'Hot Docs': 'Toronto',
  TIFF: 'Toronto',
  RIDM: 'Montréal',
  'CPH:DOX': 'Copenhagen, Copenhague, København, Kopenhagen',
  Berlinale: 'Berlin',
  'DOK.fest': 'München, Munich',
  Dokfest: 'Kassel, München, Munich',
  FIPA: 'Biarritz',
  FIPADOC: 'Biarritz',
  FIGRA: 'Douai, Saint-Omer, Le Touquet',
  FID: 'Marseille',
  'Cinéma du réel': 'Paris',
  'Sunny Side of the Doc': 'La Rochelle',
  'Escales documentaires': 'La Rochelle',
  Cinemed: 'Montpellier',
  'États généraux du film documentaire': 'Lussas',
  'Festival dei Popoli': 'Firenze, Florence',
  Docufest: 'Prizren',
  Viennale: 'Wien, Vienna, Vienne',
  Diagonale: 'Graz',
  'One World': 'Prague, Praha, Prag',
  'Jeden svět': 'Prague, Praha, Prag',
  'Docs Against Gravity': 'Warsaw, Warszawa, Varsovie',
  DocLisboa: 'Lisboa, Lisbon, Lisbonne',
  DocsBarcelona: 'Barcelona, Barcelone',
  DocumentaMadrid: 'Madrid',
  DocPoint: 'Helsinki, Tallinn',
  DocAviv: 'Tel Aviv, Tel-Aviv',
  Docville: 'Leuven, Louvain',
  Millenium: 'Brussels, Bruxelles, Brussel',
  Sundance: 'Park City',
  SXSW: 'Austin',
  Tribeca: 'New York',
  'DOC NYC': 'New York',
  'Full Frame': 'Durham',
  DOXA: 'Vancouver',
  BAFICI: 'Buenos Aires',
  FICG: 'Guadalajara',
  'É Tudo Verdade': 'São Paulo',
  Zinebi: 'Bilbao',
  'Quinzaine des cinéastes': 'Cannes',
  'Quinzaine des réalisateurs': 'Cannes',
  'Semaine de la critique': 'Cannes',
}

const KNOWN = new Map(
  Object.entries(CITIES).map(([festival, cities]) => [phraseKey(festival), new Set(cities.split(', ').map(phraseKey))]),
)

/**
 * Whether a name is that of the city in which a festival is known to be held, or of the one that the festival's own name has in it.
 *
 * @example
 * isCityOf('Amsterdam', 'IDFA') // true
 * isCityOf('Leipzig', 'DOK Leipzig') // true
 * isCityOf('Cannes', 'IDFA') // false
 */
export function isCityOf(name: string, festival: string): boolean {
  const [city, key] = [phraseKey(name), phraseKey(festival)]
  return city !== key && (KNOWN.get(key)?.has(city) === true || (city.length > 3 && ` ${key} `.includes(` ${city} `)))
}

/** Cities that lend festivals their names, beside those above. */
const LENDING =
  'Cannes, Locarno, Venice, Venezia, Venise, Venedig, Rotterdam, Karlovy Vary, Leipzig, Nyon, Amsterdam, Clermont-Ferrand, Toronto, Berlin, Kraków, Sheffield, Lussas, Thessaloniki, San Sebastián, Biarritz, Oberhausen'

/** Whether a festival's name is that of its city and no word more ("Krakow"), whatever else is called so. */
export const isCalledByCity = (festival: string): boolean => LENT.has(phraseKey(festival))
const LENT = new Set(LENDING.split(', ').map(phraseKey))

let known: Set<string> | null = null

/**
 * Whether a festival is named after its city: what stands in brackets behind it is then no second city, unless it is known to be one.
 *
 * @example
 * namesItsCity('Rotterdam') // true: "Rotterdam (Bright Future)"
 * namesItsCity('IFFR Rotterdam') // true
 * namesItsCity('FIPADOC') // false
 */
export function namesItsCity(festival: string): boolean {
  known ??= new Set([...Object.values(CITIES), LENDING].flatMap((cities) => cities.split(', ').map(phraseKey)))
  const words = phraseKey(festival).split(' ')
  return words.some((word, at) => isOne(word) || (at + 1 < words.length && isOne(`${word} ${words[at + 1]}`)))
}
const isOne = (name: string): boolean => name.length > 3 && (known!.has(name) || isCity(name))
