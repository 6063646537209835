/**
 * The groups that territories are sold in, beside the continents and regions of UN M.49: what each is called, who is in it
 * and who says so. To change a membership, add a record with the same code and a later version; the earlier one stays, for
 * the wording of contracts that were signed with it.
 *
 * `members` names countries, leaves, and groups that stand before it, by their codes.
 */

export interface GroupRecord {
  readonly code: string
  readonly en: string
  readonly fr: string
  /** The trade's own abbreviation, the same in both languages; used beside country codes. */
  readonly short?: string
  /** What else it is called, in any language. */
  readonly also: readonly string[]
  readonly members: string
  /** Where the membership comes from. */
  readonly source: string
  /** The day on which the members were last compared with their source. */
  readonly version: string
  /** The list that the members follow, country by country, and how the trade departs from it: members are `of` and `plus` without `less`. */
  readonly follows?: { readonly of: string; readonly plus?: string; readonly less?: string }
  /** Trade custom, not treaty: what other contracts mean by the same name. Name the members where it matters. */
  readonly varies?: string
}

const VERSION = '2026-11-25'
const TRADE = 'Custom of the trade'

type More = Pick<GroupRecord, 'short' | 'varies' | 'follows'> & { also?: readonly string[]; source?: string }

const group = (
  code: string,
  en: string,
  fr: string,
  members: string,
  { also = [], source = TRADE, ...more }: More = {},
): GroupRecord => ({
  code,
  en,
  fr,
  also,
  members,
  source,
  version: VERSION,
  ...more,
})

export const TRADE_GROUPS: readonly GroupRecord[] = [
  group('eea', 'EEA', 'EEE', 'eu IS LI NO', {
    also: ['European Economic Area', 'Espace économique européen', 'EWR', 'Europäischer Wirtschaftsraum'],
    source: 'Agreement on the European Economic Area',
  }),
  group('dach', 'German-speaking Europe', 'Europe germanophone', 'DE AT CH-de LI LU', {
    short: 'DACH',
    also: ['GAS', 'G/A/S', 'D-A-CH', 'German-speaking territories', 'German-speaking countries', 'pays germanophones', 'deutschsprachiger Raum', 'deutschsprachigen Raum', 'deutschsprachiges Europa', 'deutschsprachige Länder'],
    varies: 'GAS sometimes means the whole of Switzerland, and leaves out Liechtenstein and Luxembourg. South Tyrol is not split from Italy and is left out.',
  }),
  group('benelux', 'Benelux', 'Benelux', 'BE NL LU', { source: 'Treaty establishing the Benelux Union' }),
  group('bene', 'BeNe', 'BeNe', 'BE NL', { also: ['Belgium & the Netherlands', 'Belgique et Pays-Bas'] }),
  group('nordics', 'Nordics', 'Pays nordiques', 'DK FI IS NO SE FO GL AX', {
    also: ['Nordic', 'Nordic countries', 'Nordic region', 'Nordic territories', 'nordiques', 'Nordische Länder', 'Nordeuropäische Länder'],
    source: 'Nordic Council: five countries and three autonomous territories',
  }),
  group('scandinavia', 'Scandinavia', 'Scandinavie', 'DK NO SE', { also: ['Skandinavien'], varies: 'Often said of all the Nordics.' }),
  group('baltics', 'Baltics', 'Pays baltes', 'EE LV LT', { also: ['Baltic', 'Baltic states', 'Baltic countries', 'baltes', 'États baltes', 'Baltikum'] }),
  group('iberia', 'Iberia', 'Péninsule Ibérique', 'ES PT AD GI', { also: ['Iberian Peninsula', 'Ibérie', 'Iberische Halbinsel'], varies: 'Some contracts mean Spain and Portugal alone.' }),
  group('uk-ireland', 'UK & Ireland', 'Royaume-Uni & Irlande', 'GB IE', {
    also: ['United Kingdom & Ireland', 'UK & Eire', 'Britain & Ireland', 'Vereinigtes Königreich und Irland', 'UK/Ireland', 'UKI'],
  }),
  group('british-isles', 'British Isles', 'Îles Britanniques', 'uk-ireland IM JE GG', { also: ['Britische Inseln'] }),
  group('italy-vatican-san-marino', 'Italy & Vatican & San Marino', 'Italie & Vatican & Saint-Marin', 'IT VA SM', {
    also: ['Italy, Vatican & San Marino', 'Italy, San Marino & Vatican', 'Italie, Vatican & Saint-Marin', 'Italie, Saint-Marin & Vatican', 'Italien, Vatikan und San Marino'],
  }),
  group('dom-tom', 'French overseas territories', 'DOM-TOM', 'GP MQ GF RE YT PM BL MF WF PF NC TF', {
    also: ['French overseas departments & territories', 'DROM-COM', 'DOM TOM', 'DOM-COM', 'Outre-mer', 'France d’outre-mer', 'territoires français d’outre-mer', 'Französische Überseegebiete'],
    source: 'Constitution of the French Republic, titles XII and XIII',
  }),
  group('france-dom-tom', 'France & DOM-TOM', 'France & DOM-TOM', 'FR dom-tom MC AD', {
    also: ['France DOM-TOM', 'France & French overseas territories', 'France & overseas territories', 'France & DROM-COM', 'France & Outre-mer'],
    varies: 'Monaco and Andorra are in it, as French broadcasters ask; some contracts name them apart.',
  }),
  group('french-speaking-europe', 'French-speaking Europe', 'Europe francophone', 'france-dom-tom BE-fr CH-fr LU MC', {
    also: ['Francophone Europe', 'French-speaking territories in Europe', 'Europe de langue française', 'Pays francophones d’Europe', 'French-speaking countries in Europe', 'französischsprachiges Europa'],
    varies: 'The French overseas territories come with France; some contracts leave them or Luxembourg out.',
  }),
  group('french-speaking-africa', 'French-speaking Africa', 'Afrique francophone', 'BF BI BJ CD CF CG CI CM DJ GA GN GQ KM MG ML MR NE RW SC SN TD TG', {
    also: ['Francophone Africa', 'Afrique de langue française', 'französischsprachiges Afrika'],
    varies: 'South of the Sahara with the Indian Ocean; some contracts add the Maghreb or Mauritius.',
  }),
  group('english-speaking-africa', 'English-speaking Africa', 'Afrique anglophone', 'BW GH GM KE LR LS MU MW NA NG SC SD SL SS SZ TZ UG ZA ZM ZW', {
    also: ['Anglophone Africa', 'englischsprachiges Afrika'],
    varies: 'Countries with English as an official language or in broadcasting; Cameroon and Rwanda count as French-speaking, Ethiopia, Eritrea and Somalia are sometimes added.',
  }),
  group('portuguese-speaking-africa', 'Portuguese-speaking Africa', 'Afrique lusophone', 'AO CV GW MZ ST', {
    short: 'PALOP',
    also: ['Lusophone Africa', 'portugiesischsprachiges Afrika'],
    varies: 'Equatorial Guinea joined the PALOP in 2014; it is sold as French- or Spanish-speaking.',
  }),
  group('maghreb', 'Maghreb', 'Maghreb', 'DZ LY MA MR TN', { source: 'Arab Maghreb Union', varies: 'French contracts often mean Algeria, Morocco and Tunisia alone; Western Sahara is not in it.' }),
  group('gcc', 'Gulf states', 'Pays du Golfe', 'AE BH KW OM QA SA', {
    short: 'GCC',
    also: ['Gulf Cooperation Council', 'Gulf', 'CCG', 'Golfstaaten'],
    source: 'Charter of the Gulf Cooperation Council',
  }),
  group('mena', 'Middle East & North Africa', 'Moyen-Orient & Afrique du Nord', 'gcc DZ EG IQ JO LB LY MA MR PS SD SY TN YE', {
    short: 'MENA',
    also: ['Middle East/North Africa', 'Arab world', 'Arabic-speaking countries', 'Arabic-speaking territories', 'monde arabe', 'Naher Osten und Nordafrika', 'ANMO', 'Arabische Welt'],
    source: 'Member states of the League of Arab States, without Comoros, Djibouti and Somalia',
    follows: { of: 'AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE', less: 'DJ KM SO' },
    varies: 'The Arabic-speaking countries. The World Bank’s region of this name has Djibouti, Iran and Israel in it and leaves out Mauritania and Sudan; some contracts add Turkey, Somalia or the Comoros.',
  }),
  group('ex-yugoslavia', 'Ex-Yugoslavia', 'Ex-Yougoslavie', 'BA HR ME MK RS SI XK', {
    short: 'Ex-Yu',
    also: ['Former Yugoslavia', 'Yougoslavie', 'Ex-Jugoslawien', 'Ehemaliges Jugoslawien', 'Yugoslavia'],
    source: 'States on the territory of the former Yugoslavia',
  }),
  group('visegrad', 'Visegrád', 'Visegrád', 'CZ HU PL SK', { short: 'V4', also: ['Visegrád Group', 'Visegrád countries', 'Groupe de Visegrád', 'Visegrád-Staaten'], source: 'Visegrád Group' }),
  group('cee', 'Central & Eastern Europe', 'Europe centrale & orientale', 'visegrad baltics ex-yugoslavia AL BG RO', {
    short: 'CEE',
    also: ['Central/Eastern Europe', 'Central & East Europe', 'PECO', 'Europe centrale et de l’Est', 'Mittel- und Osteuropa', 'MOE'],
    source: 'OECD Glossary of Statistical Terms, “Central and Eastern European Countries (CEECs)”, with the rest of the former Yugoslavia',
    follows: { of: 'AL BG CZ EE HR HU LT LV PL RO SI SK', plus: 'BA ME MK RS XK' },
    varies: 'The OECD’s list has neither Bosnia-Herzegovina, Kosovo, Montenegro, North Macedonia nor Serbia. Some contracts add Moldova, Ukraine, Belarus or Russia, or leave out the Baltics or Slovenia.',
  }),
  group('balkans', 'Balkans', 'Balkans', 'AL BA BG GR HR ME MK RO RS SI XK', {
    also: ['Balkan', 'Balkan countries', 'pays des Balkans', 'Balkanstaaten'],
    source: 'Encyclopædia Britannica, “Balkans”: the ten countries that usually make them up, with the whole of Greece',
    follows: { of: 'AL BA BG HR ME MK RO RS SI XK', plus: 'GR' },
    varies: 'No two lists agree. The European Union’s “Western Balkans” are Albania, Bosnia-Herzegovina, Kosovo, Montenegro, North Macedonia and Serbia alone. Some contracts leave out Greece, Romania or Slovenia, or add Turkey.',
  }),
  group('cis', 'CIS', 'CEI', 'AM AZ BY KZ KG MD RU TJ TM UZ', {
    also: ['Commonwealth of Independent States', 'Communauté des États indépendants', 'GUS'],
    source: 'Statutes of the Commonwealth of Independent States, with Turkmenistan, an associate',
    varies: 'Older contracts have Georgia and Ukraine in it. Moldova began to leave in January 2026: newer ones may not mean it.',
  }),
  group('caucasus', 'Caucasus', 'Caucase', 'AM AZ GE', { also: ['South Caucasus', 'Transcaucasia', 'Caucase du Sud', 'Kaukasus'] }),
  group('israel-palestine', 'Israel & Palestinian territories', 'Israël & Territoires palestiniens', 'IL PS', { also: ['Israel & Palestine', 'Israël et Palestine', 'Israel und Palästina'] }),
  group('indian-subcontinent', 'Indian subcontinent', 'Sous-continent indien', 'BD BT IN LK MV NP PK', {
    also: ['Subcontinent', 'Indischer Subkontinent', 'Indian sub-continent'],
    varies: 'Some contracts add Afghanistan or Myanmar.',
  }),
  group('greater-china', 'Greater China', 'Grande Chine', 'CN HK MO TW', { also: ['Großchina', 'China, Hong Kong, Macau & Taiwan'], varies: 'Singapore is sometimes added; mainland China alone is CN.' }),
  group('anz', 'Australia & New Zealand', 'Australie & Nouvelle-Zélande', 'AU NZ', { short: 'ANZ', also: ['Australien und Neuseeland', 'A/NZ', 'Aus & NZ'] }),
  group('pacific-islands', 'Pacific islands', 'Îles du Pacifique', 'melanesia micronesian-region polynesia', {
    also: ['Pacific', 'South Pacific', 'Pacific island countries', 'Pazifische Inseln', 'Pacifique'],
    source: 'UN M.49: Melanesia, Micronesia and Polynesia',
    varies: 'Islands of France and of the United States are in it; many contracts leave them out.',
  }),
  group('north-america', 'North America', 'Amérique du Nord', 'US CA', {
    also: ['USA & Canada', 'US & Canada', 'United States & Canada', 'États-Unis & Canada', 'Nordamerika', 'US/Canada', 'USA/Canada'],
    varies: 'Some contracts add Bermuda, Mexico or the territories of the United States.',
  }),
  group('us-territories', 'US & territories', 'États-Unis & territoires', 'US AS GU MP PR UM VI', {
    also: ['USA & territories', 'United States & territories', 'US & possessions', 'USA, its territories & possessions', 'United States, its territories & possessions', 'United States of America, its territories & possessions', 'US & its territories', 'USA & its territories', 'USA & its territories & possessions', 'United States & its territories & possessions', 'USA und Territorien'],
    source: 'ISO 3166-1: territories of the United States',
  }),
  group('spanish-latin-america', 'Spanish-speaking Latin America', 'Amérique latine hispanophone', 'AR BO CL CO CR CU DO EC GT HN MX NI PA PE PY SV UY VE', {
    also: ['Spanish Latin America', 'Spanish-language Latin America', 'Hispanic America', 'Hispano-America', 'Amérique hispanophone', 'Hispanoamerika', 'Spanish LatAm'],
    varies: 'Puerto Rico is sold with the United States.',
  }),
  group('latin-america', 'Latin America', 'Amérique latine', 'spanish-latin-america BR BZ GY SR', {
    short: 'LatAm',
    also: ['Lateinamerika', 'América Latina', 'Latin-America'],
    varies: 'Mexico, Central and South America with Cuba and the Dominican Republic. Some contracts add the rest of the Caribbean or Puerto Rico; French Guiana is sold with France.',
  }),
  group('southern-cone', 'Southern Cone', 'Cône Sud', 'AR CL PY UY', { also: ['Cono Sur', 'Südkegel'], varies: 'Some contracts leave out Paraguay or add Bolivia.' }),
] // prettier-ignore

/**
 * The continents and regions of M.49 (members are CLDR's, and all but two names): their code there, the code here, and what they
 * are called. 003 "North America" is missing, because the trade means the United States and Canada by that name.
 */
export const M49_GROUPS: readonly [m49: string, code: string, en: string, fr: string, also: readonly string[], varies?: string][] = [
  ['002', 'africa', 'Africa', 'Afrique', []],
  ['015', 'northern-africa', 'Northern Africa', 'Afrique septentrionale', ['North Africa', 'Afrique du Nord', 'Nordafrika'], 'With Sudan and Western Sahara, as M.49 has it.'],
  ['202', 'sub-saharan-africa', 'Sub-Saharan Africa', 'Afrique subsaharienne', ['Black Africa', 'Afrique noire', 'Subsahara-Afrika'], 'With islands of France and the United Kingdom in the Indian Ocean, as M.49 has it.'],
  ['011', 'western-africa', 'Western Africa', 'Afrique occidentale', ['West Africa', 'Afrique de l’Ouest', 'Westafrika']],
  ['014', 'eastern-africa', 'Eastern Africa', 'Afrique orientale', ['East Africa', 'Afrique de l’Est', 'Ostafrika']],
  ['017', 'middle-africa', 'Middle Africa', 'Afrique centrale', ['Central Africa', 'Zentralafrika']],
  ['018', 'southern-africa', 'Southern Africa', 'Afrique australe', ['Südliches Afrika']],
  ['019', 'americas', 'Americas', 'Amériques', ['The Americas', 'Amérique', 'Les Amériques', 'Amerika']],
  ['021', 'northern-america', 'Northern America', 'Amérique septentrionale', [], 'With Bermuda, Greenland and Saint-Pierre-et-Miquelon, as M.49 has it.'],
  ['419', 'latin-america-caribbean', 'Latin America & Caribbean', 'Amérique latine & Caraïbes', ['Latin America and the Caribbean', 'LatAm & Caribbean', 'LAC', 'Lateinamerika und Karibik']],
  ['005', 'south-america', 'South America', 'Amérique du Sud', ['Südamerika', 'Sudamérica', 'Suramérica', 'América del Sur', 'Sudamerica', 'America del Sud']],
  ['013', 'central-america', 'Central America', 'Amérique centrale', ['Mittelamerika', 'Zentralamerika', 'Centroamérica', 'América Central', 'America Centrale'], 'With Mexico, as M.49 has it.'],
  ['029', 'caribbean', 'Caribbean', 'Caraïbes', ['Caribbean islands', 'Les Caraïbes', 'Caraïbe', 'Antilles', 'West Indies', 'Karibik']],
  ['142', 'asia', 'Asia', 'Asie', ['Asien']],
  ['143', 'central-asia', 'Central Asia', 'Asie centrale', ['Zentralasien', 'Mittelasien', 'Asie centrale']],
  ['030', 'eastern-asia', 'Eastern Asia', 'Asie de l’Est', ['East Asia', 'Asie orientale', 'Ostasien']],
  ['034', 'southern-asia', 'Southern Asia', 'Asie du Sud', ['South Asia', 'Südasien'], 'With Iran and Afghanistan, as M.49 has it.'],
  ['035', 'south-east-asia', 'South-East Asia', 'Asie du Sud-Est', ['South East Asia', 'South-Eastern Asia', 'SE Asia', 'S.E. Asia', 'SEA', 'Asie du Sud-Est', 'Südostasien']],
  ['145', 'western-asia', 'Western Asia', 'Asie de l’Ouest', ['West Asia', 'Asie occidentale', 'Westasien', 'Vorderasien']],
  ['150', 'europe', 'Europe', 'Europe', ['Europa'], 'With the whole of Russia, without Cyprus and Turkey, as M.49 has it.'],
  ['151', 'eastern-europe', 'Eastern Europe', 'Europe de l’Est', ['Osteuropa'], 'With Russia, as M.49 has it; for the trade’s own, see CEE.'],
  ['154', 'northern-europe', 'Northern Europe', 'Europe du Nord', ['Nordeuropa'], 'With the United Kingdom, Ireland and the Baltics, as M.49 has it.'],
  ['039', 'southern-europe', 'Southern Europe', 'Europe du Sud', ['Südeuropa']],
  ['155', 'western-europe', 'Western Europe', 'Europe de l’Ouest', ['Westeuropa'], 'France to Austria, as M.49 has it; the trade often means more.'],
  ['009', 'oceania', 'Oceania', 'Océanie', ['Ozeanien']],
  ['053', 'australasia', 'Australasia', 'Australasie', ['Australasien']],
  ['054', 'melanesia', 'Melanesia', 'Mélanésie', ['Melanesien']],
  ['057', 'micronesian-region', 'Micronesian Region', 'Région micronésienne', []],
  ['061', 'polynesia', 'Polynesia', 'Polynésie', ['Polynesien']],
] // prettier-ignore

export const M49_VERSION = VERSION
