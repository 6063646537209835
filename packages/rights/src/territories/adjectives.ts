/** What comes from a territory: "Swiss", "North American", "polonaise". Beside a medium or a market it says where. */
import { phraseKey, PhraseTable } from '../expression/tokens.ts'
import { parseTerritories } from './parse.ts'
import type { TerritorySet } from './territory-set.ts'

/** English before the bar, where the adjective stands before what it belongs to; French behind it, where it stands after. */
const WRITTEN: Readonly<Record<string, string>> = {
  AR: 'Argentinian, Argentine | argentin, argentine', AT: 'Austrian | autrichien, autrichienne', AU: 'Australian | australien, australienne', BE: 'Belgian | belge',
  BG: 'Bulgarian | bulgare', BR: 'Brazilian | brésilien, brésilienne', CA: 'Canadian | canadien, canadienne', CH: 'Swiss | suisse', CL: 'Chilean | chilien, chilienne',
  CN: 'Chinese | chinois, chinoise', CO: 'Colombian | colombien, colombienne', CZ: 'Czech | tchèque', DE: 'German | allemand, allemande', DK: 'Danish | danois, danoise',
  EE: 'Estonian | estonien, estonienne', EG: 'Egyptian | égyptien, égyptienne', ES: 'Spanish | espagnol, espagnole', FI: 'Finnish | finlandais, finlandaise', FR: 'French | français, française',
  GB: 'British | britannique', GE: 'Georgian | géorgien, géorgienne', GR: 'Greek | grec, grecque', HR: 'Croatian | croate', HU: 'Hungarian | hongrois, hongroise', IE: 'Irish | irlandais, irlandaise',
  IL: 'Israeli | israélien, israélienne', IN: 'Indian | indien, indienne', IS: 'Icelandic | islandais, islandaise', IT: 'Italian | italien, italienne', JP: 'Japanese | japonais, japonaise',
  KR: 'South Korean, Korean | sud-coréen, sud-coréenne, coréen, coréenne', LT: 'Lithuanian | lituanien, lituanienne', LU: 'Luxembourgish | luxembourgeois, luxembourgeoise', LV: 'Latvian | letton, lettone',
  MA: 'Moroccan | marocain, marocaine', MX: 'Mexican | mexicain, mexicaine', NL: 'Dutch | néerlandais, néerlandaise, hollandais, hollandaise', NO: 'Norwegian | norvégien, norvégienne',
  NZ: '| néo-zélandais, néo-zélandaise', PL: 'Polish | polonais, polonaise', PT: 'Portuguese | portugais, portugaise', RO: 'Romanian | roumain, roumaine', RS: 'Serbian | serbe',
  RU: 'Russian | russe', SE: 'Swedish | suédois, suédoise', SI: 'Slovenian | slovène', SK: 'Slovak | slovaque', TN: 'Tunisian | tunisien, tunisienne', TR: 'Turkish | turc, turque',
  TW: 'Taiwanese | taïwanais, taïwanaise', UA: 'Ukrainian | ukrainien, ukrainienne', US: 'American, US American | américain, américaine, états-unien, états-unienne', ZA: 'South African | sud-africain, sud-africaine',
  Africa: 'African | africain, africaine', Asia: 'Asian | asiatique', Europe: 'European | européen, européenne', 'Latin America': 'Latin American | latino-américain, latino-américaine',
  'South America': 'South American | sud-américain, sud-américaine', 'Central America': 'Central American | centre-américain, centre-américaine', 'Northern Africa': 'North African | nord-africain, nord-africaine', 'Western Africa': 'West African | ouest-africain, ouest-africaine',
  'Eastern Africa': 'East African | est-africain, est-africaine', 'Central Asia': 'Central Asian |', 'Southern Asia': 'South Asian |', 'Eastern Asia': 'East Asian |', 'South-East Asia': 'South-East Asian, Southeast Asian |', 'Western Europe': 'Western European, West European |',
  'Eastern Europe': 'Eastern European, East European | est-européen, est-européenne', CEE: 'Central & Eastern European |', 'North America': 'North American | nord-américain, nord-américaine', Scandinavia: 'Scandinavian | scandinave',
} // prettier-ignore

type Order = 'before' | 'after'
let tables: Readonly<Record<Order, PhraseTable<TerritorySet>>> | undefined

/** The adjectives that stand before, or after, what they belong to. */
export function adjectives(order: Order): PhraseTable<TerritorySet> {
  if (!tables) {
    tables = { before: new PhraseTable(), after: new PhraseTable() }
    for (const [expression, written] of Object.entries(WRITTEN)) {
      const { set } = parseTerritories(expression)
      const [before = '', after = ''] = written.split('|')
      for (const word of before.split(',')) if (word.trim() !== '') tables.before.set(phraseKey(word), set)
      for (const word of after.split(',')) if (word.trim() !== '') tables.after.set(phraseKey(word), set)
    }
  }
  return tables[order]
}
