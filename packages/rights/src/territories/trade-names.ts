/** What the trade calls territories and neither CLDR nor ISO lists, and what it says that no set of leaves can hold. */
import type { Advice, ExpressionFault } from '../expression-error.ts'

/** Names by the leaves they mean. */
export const TRADE_NAMES: Record<string, readonly string[]> = {
  'GB': ['UK', 'U.K.', 'Great Britain', 'Britain', 'Grande-Bretagne', 'Großbritannien', 'Gran Bretaña', 'Gran Bretagna', 'Grã-Bretanha', 'Angleterre & Écosse & Pays de Galles'],
  'US': ['USA', 'U.S.', 'U.S.A.', 'United States of America', 'The States', 'États-Unis d’Amérique', 'EEUU', 'EE.UU.', 'EUA', 'Vereinigte Staaten von Amerika', 'Stati Uniti d’America', 'Estados Unidos de América'],
  'AE': ['UAE', 'U.A.E.', 'Emirates', 'EAU', 'VAE', 'Émirats'],
  'SA': ['KSA', 'Kingdom of Saudi Arabia'],
  'CZ': ['Czech Republic', 'République tchèque', 'Tschechische Republik', 'Tschechei', 'República Checa', 'Repubblica Ceca', 'Czech'],
  'NL': ['Holland', 'Hollande', 'Olanda', 'Holanda', 'The Netherlands'],
  'KR': ['South Korea', 'Korea', 'Corée', 'Corea', 'S. Korea', 'ROK', 'Republic of Korea', 'République de Corée'],
  'KP': ['DPRK'],
  'RU': ['Russian Federation', 'Fédération de Russie', 'Russische Föderation'],
  'SK': ['Slovak Republic', 'République slovaque', 'Slowakische Republik'],
  'TR': ['Turkey', 'Türkiye', 'Turquie', 'Türkei', 'Turquía', 'Turchia', 'Turquia'],
  'MK': ['Macedonia', 'FYROM', 'F.Y.R.O.M.', 'Macédoine', 'Mazedonien'],
  'CI': ['Ivory Coast', 'Cote d’Ivoire'],
  'CV': ['Cape Verde', 'Cabo Verde'],
  'SZ': ['Swaziland', 'Eswatini'],
  'MM': ['Burma', 'Birmanie', 'Birma'],
  'TL': ['East Timor'],
  'VA': ['Vatican', 'Holy See', 'Saint-Siège', 'Vaticano', 'Vatikan'],
  'PS': ['Palestine', 'Palestinian Territories', 'West Bank & Gaza'],
  'TW': ['Chinese Taipei', 'Taiwan (ROC)'],
  'CN': ['Mainland China', 'PRC', 'P.R.C.', 'P.R. China', 'China (PRC)', 'Chine continentale', 'Festlandchina'],
  'HK': ['Hong Kong', 'Hongkong'],
  'MO': ['Macau', 'Macao'],
  'CD': ['DR Congo', 'DRC', 'RDC', 'RD Congo', 'Congo (DRC)', 'Congo-Kinshasa', 'Zaire'],
  'CG': ['Congo-Brazzaville', 'Republic of the Congo', 'Congo (Republic)'],
  'BA': ['Bosnia', 'Bosnie', 'Bosnien'],
  'IE': ['Eire', 'Republic of Ireland', 'Irish Republic'],
  'BY': ['Belorussia', 'White Russia', 'Bélarus'],
  'MD': ['Moldavia'],
  'KG': ['Kirghizia', 'Kirghizistan'],
  'ZA': ['RSA'],
  'NZ': ['Aotearoa'],
  'PG': ['PNG'],
  'TT': ['Trinidad'],
  'SX': ['Sint Maarten'],
  'RE': ['Réunion', 'Reunion Island'],
  'DE': ['FRG', 'BRD', 'RFA'],
  'PF': ['Tahiti'],
  'BE-nl': ['Flanders', 'Flandre', 'Flandres', 'Flandern', 'Vlaanderen'],
  'BE-fr': ['Wallonia', 'Wallonie', 'Wallonien', 'Wallonia & Brussels', 'Wallonie-Bruxelles', 'Fédération Wallonie-Bruxelles'],
  'CH-fr': ['Romandy', 'Romandie', 'Welschschweiz', 'Westschweiz'],
  'CH-de': ['Deutschschweiz', 'Suisse alémanique'],
  'CH-it': ['Svizzera italiana', 'Ticino', 'Tessin'],
  'JE GG': ['Channel Islands', 'Îles Anglo-Normandes', 'Kanalinseln'],
  'GP MQ BL MF': ['French Antilles', 'French West Indies', 'Antilles françaises'],
} // prettier-ignore

/** Words for the language communities of the countries that are sold in parts, by language. */
export const COMMUNITY_WORDS: Record<string, readonly string[]> = {
  de: ['German', 'Allemand', 'Allemande', 'Alémanique', 'Germanophone', 'Deutsch', 'Deutsche', 'Deutschsprachig', 'Deutschsprachige', 'Deutschsprachigen', 'Tedesca'],
  en: ['English', 'Anglais', 'Anglaise', 'Anglophone', 'Englisch', 'Englischsprachig', 'Englischsprachiges'],
  fr: ['French', 'Français', 'Française', 'Francophone', 'Romand', 'Romande', 'Französisch', 'Französische', 'Französischsprachig', 'Französischsprachige', 'Französischsprachigen', 'Französischsprachiges', 'Francese', 'Walloon', 'Wallonne'],
  it: ['Italian', 'Italien', 'Italienne', 'Italophone', 'Italienisch', 'Italienische', 'Italiana'],
  nl: ['Flemish', 'Dutch', 'Flamand', 'Flamande', 'Néerlandophone', 'Néerlandais', 'Néerlandaise', 'Flämisch', 'Flämische', 'Niederländisch', 'Niederländischsprachig'],
} // prettier-ignore

export interface Refused {
  readonly phrases: readonly string[]
  readonly code: Extract<ExpressionFault, 'ambiguous' | 'not-split' | 'relative'>
  readonly advice: Advice
}

const whole = (name: Advice): Advice => ({
  en: `Write ${name.en}, or leave it out.`,
  fr: `Écrivez ${name.fr}, ou ne le nommez pas.`,
})
const choose = (en: string, fr: string): Advice => ({ en: `Write ${en}.`, fr: `Écrivez ${fr}.` })

export const REFUSED: readonly Refused[] = [
  {
    phrases: ['Rest of World', 'Rest of the World', 'ROW', 'RoTW', 'Reste du monde', 'Rest der Welt', 'Restliche Welt', 'All other territories', 'Other territories', 'Autres territoires', 'All others'],
    code: 'relative',
    advice: choose('“World excl. …” with the territories that were sold before', '« Monde hors … » avec les territoires déjà vendus'),
  },
  { phrases: ['Domestic', 'Local', 'Home territory', 'International', 'Foreign', 'Ex-US', 'World ex-US', 'Worldwide ex-US'], code: 'relative', advice: choose('the territories, for example “World excl. US”', 'les territoires, par exemple « Monde hors US »') },
  {
    phrases: ['South Tyrol', 'South-Tyrol', 'Südtirol', 'Tyrol du Sud', 'Alto Adige', 'Haut-Adige', 'Trentino-Alto Adige'],
    code: 'not-split',
    advice: {
      en: 'Write Italy, or leave it out: the German-language rights of South Tyrol go into the words of the contract.',
      fr: 'Écrivez Italie, ou ne le nommez pas : les droits de langue allemande du Tyrol du Sud vont dans le texte du contrat.',
    },
  },
  {
    phrases: ['Québec', 'Province of Québec', 'Province de Québec'],
    code: 'not-split',
    advice: choose('“Canada (French)”, which is all of French-speaking Canada', '« Canada (français) », soit tout le Canada francophone'),
  },
  { phrases: ['England', 'Scotland', 'Wales', 'Northern Ireland', 'Ulster', 'Angleterre', 'Écosse', 'Pays de Galles', 'Irlande du Nord', 'Schottland'], code: 'not-split', advice: whole({ en: 'UK', fr: 'Royaume-Uni' }) },
  { phrases: ['Brussels', 'Bruxelles', 'Brüssel'], code: 'not-split', advice: whole({ en: 'Belgium, Belgium (French) or Belgium (Flemish)', fr: 'Belgique, Belgique (française) ou Belgique (flamande)' }) },
  { phrases: ['Catalonia', 'Catalogne', 'Catalunya', 'Katalonien', 'Basque Country', 'Pays basque', 'Euskadi', 'Galicia', 'Galice', 'Balearic Islands', 'Canary Islands', 'Îles Canaries', 'Kanarische Inseln'], code: 'not-split', advice: whole({ en: 'Spain', fr: 'Espagne' }) },
  { phrases: ['Corsica', 'Corse', 'Metropolitan France', 'France métropolitaine', 'Brittany', 'Bretagne', 'Alsace'], code: 'not-split', advice: whole({ en: 'France, which is France without its overseas territories', fr: 'France, soit la France sans l’outre-mer' }) },
  { phrases: ['Bavaria', 'Bayern', 'Bavière'], code: 'not-split', advice: whole({ en: 'Germany', fr: 'Allemagne' }) },
  { phrases: ['Hawaii', 'Alaska', 'California', 'New York'], code: 'not-split', advice: whole({ en: 'US', fr: 'États-Unis' }) },
  { phrases: ['Sicily', 'Sardinia', 'Sardaigne', 'Sicile'], code: 'not-split', advice: whole({ en: 'Italy', fr: 'Italie' }) },
  { phrases: ['Kurdistan', 'Tibet', 'Crimea', 'Chechnya', 'Northern Cyprus', 'Somaliland'], code: 'not-split', advice: choose('the country', 'le pays') },
  { phrases: ['Congo', 'Kongo'], code: 'ambiguous', advice: choose('“DR Congo” (CD) or “Congo-Brazzaville” (CG)', '« RD Congo » (CD) ou « Congo-Brazzaville » (CG)') },
  { phrases: ['America'], code: 'ambiguous', advice: choose('“US”, “North America” or “Americas”', '« États-Unis », « Amérique du Nord » ou « Amériques »') },
  { phrases: ['Virgin Islands', 'Îles Vierges', 'Jungferninseln'], code: 'ambiguous', advice: choose('“British Virgin Islands” (VG) or “U.S. Virgin Islands” (VI)', '« Îles Vierges britanniques » (VG) ou « Îles Vierges des États-Unis » (VI)') },
  { phrases: ['Middle East', 'Moyen-Orient', 'Proche-Orient', 'Near East', 'Naher Osten', 'Far East', 'Extrême-Orient', 'Levant'], code: 'ambiguous', advice: choose('“MENA”, “GCC”, “Western Asia”, “Eastern Asia” or the countries', '« MENA », « GCC », « Asie de l’Ouest », « Asie de l’Est » ou les pays') },
  { phrases: ['EMEA', 'APAC', 'Asia-Pacific', 'Asie-Pacifique', 'Asia Pac', 'AsiaPac'], code: 'ambiguous', advice: choose('its regions, for example “Europe + MENA + Africa” or “Asia + Oceania”', 'les régions, par exemple « Europe + MENA + Afrique » ou « Asie + Océanie »') },
  { phrases: ['Central Europe', 'Europe centrale', 'Mitteleuropa'], code: 'ambiguous', advice: choose('“DACH”, “Visegrád”, “CEE” or the countries', '« DACH », « Visegrád », « CEE » ou les pays') },
  { phrases: ['Czechoslovakia', 'Tchécoslovaquie', 'Tschechoslowakei'], code: 'ambiguous', advice: choose('“CZ, SK”', '« CZ, SK »') },
  { phrases: ['USSR', 'URSS', 'Soviet Union', 'Former Soviet Union', 'FSU', 'Ex-USSR', 'Ex-URSS', 'Ex-Soviet Union'], code: 'ambiguous', advice: choose('“CIS + Baltics + GE + UA”, or the countries', '« CEI + Pays baltes + GE + UA », ou les pays') },
  { phrases: ['French-speaking territories', 'French-speaking countries', 'Francophonie', 'Territoires francophones', 'Pays francophones', 'Francophone territories'], code: 'ambiguous', advice: choose('“French-speaking Europe”, “French-speaking Africa”, “Canada (French)”', '« Europe francophone », « Afrique francophone », « Canada (français) »') },
  { phrases: ['English-speaking territories', 'English-speaking countries', 'English-speaking world'], code: 'ambiguous', advice: choose('the territories, for example “UK & Ireland + North America + ANZ”', 'les territoires, par exemple « Royaume-Uni & Irlande + Amérique du Nord + ANZ »') },
  { phrases: ['Spanish-speaking territories', 'Spanish-speaking countries', 'Spanish-speaking world'], code: 'ambiguous', advice: choose('the territories, for example “Spain + Spanish-speaking Latin America”', 'les territoires, par exemple « Espagne + Amérique latine hispanophone »') },
] // prettier-ignore
