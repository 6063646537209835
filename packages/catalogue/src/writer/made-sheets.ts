/** Realistic invented sheets, for the tests that write and read them back. */
import fc from 'fast-check'
import {
  CREDIT_ROLES,
  emptySheet,
  LANGUAGE_USES,
  PREMIERES,
  type LanguageVersion,
  type TitleSheet,
} from '../model/title-sheet.ts'
import { GENRES, THEMES } from '../model/vocabulary.ts'

const GIVEN =
  'Odile Tomas Aurélie Maeve Kaarel Nino Wen-Li Bartholomew Ludmila Amaru Solène Baptiste Idriss Anselm Henrike Remedios Zeno Leonor Mercè Uxía Radovan Floortje Hiromi Ketut Arbnora Séverine Torgrim Emeric Gisela Siku'.split(
    ' ',
  )
const FAMILY =
  'Marchetti Wendelin Bastide Trelawney Ostrov Lashkara Haddock Idowu Procházka Villca Garmont Ormières Tolba Trautwein Paulsen-Ott Arbeloa Marcaccini Tavira Puigverd Lamelas Šimčík Amesz Castellane Wirawan-Hale Gashi Obrecht Haugvik O’Riordan D’Ambrosi Vandoorn'.split(
    ' ',
  )
const FIRMS = [
  'Lanterne Basse',
  'Kestrel Yard',
  'Les Films du Cairn',
  'Grubenlicht Film GmbH',
  'Tall Pine Media',
  'Salitre Films',
  'Tramontana Film',
  'Studio Odra',
  'Gannet & Sons Pictures',
  'Svartvik Film AB',
  'Moss Garden Pictures',
  'Cap Blanc Médias',
  'Méridienne Distribution',
  'Onderstroom Productions',
  'Half Moon Bay Pictures',
]
const CHANNELS = ['Télé Armor', 'Canal Meseta', 'Rhein-Kanal', 'Antilles One', 'Nordland TV', 'RTD 2']
const FUNDS = ['Trade Wind Film Fund', 'Fonds Rives', 'Lausitzfonds', 'Région des Marais', 'Stiftung Bergfilm']
const FESTIVALS = [
  'FIPADOC',
  'FIGRA',
  'Sahel Film Days',
  'Harbourlight',
  'Rencontres sonores',
  'Festival du film insulaire',
  'Dok Weimar',
  'Semana del Documental de Almarza',
  'Visioni Appennine',
  'Hot Reels',
  'Polar Lights Festival',
  'Circumpolar Docs',
  'Cinéma du Val',
  'Tidewater Docs',
  'Escales de Port-Neuf',
  'Riverbend',
]
const CITIES = [
  'Biarritz',
  'Leipzig',
  'Saint-Malo',
  'Port Elroy',
  'Delémont',
  'Fukuoka',
  'Poznań',
  'La Rochelle',
  'Cannes',
  'Berlin',
]
const SECTIONS = [
  'Panorama',
  'International Competition',
  'New Visions',
  'Compétition nationale',
  'Young Audiences',
  'Regards, ailleurs',
]
const AWARDS = [
  'Jury Prize',
  'Best Film, ex aequo',
  'Silver Hive',
  'Prix du public',
  'Special Mention',
  'Golden Anchor for Best Sound',
  'Grand Prix',
]
const LANGUAGES = [
  'en',
  'fr',
  'de',
  'es',
  'it',
  'pt',
  'ca',
  'ar',
  'ru',
  'uk',
  'ja',
  'zh',
  'fa',
  'tr',
  'pl',
  'sv',
  'fi',
  'nl',
  'el',
  'he',
  'ka',
  'tg',
  'wo',
  'sw',
  'eu',
  'gl',
  'br',
]
const COUNTRIES = [
  'FR',
  'DE',
  'BE',
  'CH',
  'GB',
  'IE',
  'US',
  'CA',
  'ES',
  'IT',
  'PT',
  'TJ',
  'XK',
  'GE',
  'NE',
  'NG',
  'CD',
  'BA',
  'CZ',
  'KR',
  'TW',
  'ZA',
  'BR',
  'MX',
  'JP',
  'NZ',
  'GL',
  'MK',
  'CI',
  'DO',
  'HK',
  'NL',
  'SE',
]
const TITLES = {
  en: [
    'The Last Salt Road',
    'Central Asia: The Call of ISIS',
    'Nine Winters in Narva',
    'Year of the Bell',
    'Hands that Build',
    'Contact',
    'Music',
    'Switzerland',
    'Country: A Love Story',
    '52',
    '1984, Again',
    'What Remains?',
    'Who Owns the Rain!',
    'A | B',
    '[Redacted]',
    'The Second Hand (Part Two)',
    'Director’s Cut',
    '* * * (Three Stars)',
    'Under <the> Bridge & Beyond',
    '# Silence',
    'Production: Completed',
    'Salt, Sea; Sand',
    'The Film',
    'By the River',
    'Winner',
    'A Festival of Small Things 2019',
    'Mud_and_Bone',
    'BORDER RADIO',
  ],
  fr: [
    'Les Veilleurs du sel',
    'La Nuit des géomètres',
    'Le Dernier Bac',
    'Durée : éternelle',
    'De sable et d’eau',
    'Musique',
    'Un film de famille',
    'France',
    'Qui a vu le loup ?',
    '« Silence »',
    'L’Année du coq',
    'Réalisation',
    'Ceux qui restent (au barrage)',
    'Prix',
    '1. Le début',
    'Tout * rien',
    'Un pays, deux villes',
  ],
}
const SENTENCES = {
  en: [
    'For thirty years the men of the village walked to the mine and home again.',
    'Nobody asked them why they stayed, and nobody asked them to leave.',
    'When the water rose, the school was moved stone by stone to the other bank.',
    'Then the ferry stopped.',
    '“We were never invited,” says the bandmaster; “we came.”',
    'Year: that was the only word on the first page of her notebook.',
    'Duration is the true subject of this quiet, stubborn film.',
    'Director of nothing, owner of less, he opens the gate each morning at six.',
    '- and yet they sing.',
    'In 2019 the last engineer handed in his keys (and kept a copy).',
    'Festival after festival turned her away, until one did not.',
    '3 brothers, 2 boats and 1 licence: that is the whole of the matter, as the harbour master sees it.',
    'Is it a crime to remember? The council thinks so.',
    '* Nobody knows who planted the trees * is written on the gate.',
    'Contact: a hand on a shoulder, in the dark, before the shift.',
    'She keeps <the> book & the _key_ in a `box` marked [private].',
  ],
  fr: [
    'Depuis trente ans, les hommes du village descendent à la mine et en remontent.',
    'Personne ne leur a demandé de partir ; personne ne leur a demandé de rester.',
    'Quand l’eau est montée, on a déplacé l’école, pierre par pierre.',
    'Puis le bac s’est arrêté.',
    '« On ne nous a pas invités, dit le chef de la fanfare ; nous sommes venus. »',
    'Année : c’était le seul mot de la première page de son carnet.',
    'La durée est le vrai sujet de ce film calme et têtu.',
    'De la mer, il ne reste qu’une ligne au crayon sur une carte.',
    'En 2019, le dernier ingénieur a rendu ses clefs (et gardé un double).',
    'Est-ce un crime que de se souvenir ? Le conseil le pense.',
    'Festival après festival, on l’a refusée, jusqu’à ce qu’on l’accepte.',
    '3 frères, 2 bateaux et 1 licence : voilà toute l’affaire.',
    'Contact : une main sur une épaule, dans le noir, avant la relève.',
  ],
}
const HOOK = {
  en: [
    'As drought drives the price of water to a record, the caravans return.',
    'Who waters a city that works until midnight?',
    'Nobody owns the rain.',
    'Six crafts, six continents, and not one power tool.',
    'Year after year, the same letter.',
  ],
  fr: [
    'Alors que la mer gagne trois mètres par an, des paludiers refusent de partir.',
    'Un archipel vote son propre déménagement.',
    'Qui garde un glacier qui n’existera plus ?',
    'Un pont avance ; un passeur ne sait pas nager.',
  ],
}
const PLACES = ['Faya', 'Dushanbe', 'Rhône valley', 'TJ', 'FR', 'NE', 'Lake Chad']
const QUOTES = [
  'A nocturne of great tenderness.',
  'Une ville vue par ses racines',
  'It’s the workers’ film of the year',
  'Quiet, funny and exact – a small wonder.',
  'Nothing is wasted: not a shot, not a “word”.',
]
const PAPERS = ['The Harbour Gazette', 'Le Quotidien des Docks', 'Nordkurier am Sonntag', 'Film & Ferry']

const person = fc.tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY)).map((names) => names.join(' '))
const some = <T>(one: fc.Arbitrary<T>, max: number, min = 0) =>
  fc.uniqueArray(one, { minLength: min, maxLength: max, selector: (value) => JSON.stringify(value) })
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 2 })
const company = fc.record({ name: fc.constantFrom(...FIRMS), country: maybe(fc.constantFrom(...COUNTRIES)) })
const byName = <T extends { name: string }>(one: fc.Arbitrary<T>, max: number) =>
  fc.uniqueArray(one, { maxLength: max, selector: (value) => value.name })
const version: fc.Arbitrary<LanguageVersion> = fc
  .record({
    language: fc.constantFrom(...LANGUAGES),
    use: maybe(fc.constantFrom(...LANGUAGE_USES)),
    hardOfHearing: fc.constant(false),
  })
  .chain((one) => (one.use === 'subtitled' ? fc.boolean().map((hardOfHearing) => ({ ...one, hardOfHearing })) : fc.constant(one)))
const subtitledOrOpen = version.map((one) => (one.use === 'original' ? { ...one, use: null } : one))
const day = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => new Date(Date.UTC(2015, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))

export type Spoken = 'en' | 'fr'

const paragraph = (language: Spoken, min: number, max: number) =>
  fc
    .array(fc.constantFrom(...SENTENCES[language]), { minLength: min, maxLength: max })
    .map((parts) => [...new Set(parts)].join(' '))
const prose = (language: Spoken, max: number) =>
  fc.uniqueArray(paragraph(language, 1, 4), { minLength: 1, maxLength: max }).map((parts) => parts.join('\n\n'))
const textIn = (language: Spoken, one: fc.Arbitrary<string>) =>
  fc.option(one, { nil: undefined }).map((text): Record<string, string> => (text === undefined ? {} : { [language]: text }))

/** A sheet with texts in one language; every other field may be there or not. */
export function madeSheet(language: Spoken): fc.Arbitrary<TitleSheet> {
  const texts = fc.record({
    lead: fc.option(
      fc.record({ text: fc.oneof(fc.constantFrom(...HOOK[language]), paragraph(language, 1, 2)), writtenOn: maybe(day) }),
      { nil: undefined },
    ),
    logline: textIn(language, fc.constantFrom(...HOOK[language])),
    shortSynopsis: textIn(language, paragraph(language, 1, 2)),
    synopsis: textIn(language, prose(language, 5)),
    directorsNote: textIn(language, prose(language, 2)),
    biography: textIn(language, prose(language, 2)),
  })
  const facts = fc.record({
    title: fc.constantFrom(...TITLES[language]),
    originalTitle: maybe(fc.constantFrom('Mies joka laski linnut', 'Die letzte Salzstraße', 'Ilha: um lugar')),
    otherTitles: some(
      fc.record({
        title: fc.constantFrom('Below the Dam', 'Salzwasser', 'La Ola (working title)'),
        language: maybe(fc.constantFrom('en', 'de', 'es')),
      }),
      2,
    ),
    year: maybe(fc.integer({ min: 1960, max: 2026 })),
    cuts: fc.uniqueArray(
      fc.record({
        minutes: fc.integer({ min: 3, max: 200 }),
        episodes: maybe(fc.integer({ min: 2, max: 40 })),
        versions: fc.oneof(fc.constant([]), some(subtitledOrOpen, 3)),
      }),
      { maxLength: 3, selector: (cut) => `${cut.episodes} ${cut.minutes}` },
    ),
    versions: some(subtitledOrOpen, 4),
    originalLanguages: fc.uniqueArray(fc.constantFrom(...LANGUAGES), { maxLength: 3 }),
    directors: some(person, 3),
    productionCompanies: byName(company, 3),
    coProducers: byName(company, 2),
    broadcasters: some(fc.constantFrom(...CHANNELS), 2),
    supporters: some(fc.constantFrom(...FUNDS), 2),
    producers: some(person, 2),
    credits: fc.uniqueArray(
      fc.record({
        role: fc.constantFrom(...CREDIT_ROLES.filter((role) => role !== 'other')),
        label: fc.constant(null),
        names: some(person, 3, 1),
      }),
      { maxLength: 6, selector: (credit) => credit.role },
    ),
    countries: some(fc.constantFrom(...COUNTRIES), 4),
    genres: some(fc.constantFrom(...GENRES), 2),
    themes: some(fc.oneof(fc.constantFrom(...THEMES), fc.constantFrom('beekeeping', 'border towns')), 4),
    keywords: some(fc.constantFrom('salt', 'ferries', 'the old quarter', 'Radio'), 3),
  })
  const rest = fc.record({
    places: some(fc.constantFrom(...PLACES), 3),
    period: maybe(
      fc.record({
        from: maybe(fc.integer({ min: 1000, max: 1900 })),
        to: maybe(fc.integer({ min: 1901, max: 2026 })),
        label: maybe(fc.constantFrom('the Cold War', 'after the flood', 'May 1968')),
      }),
    ),
    festivals: some(
      fc.record({
        festival: fc.constantFrom(...FESTIVALS),
        year: maybe(fc.integer({ min: 1990, max: 2026 })),
        city: maybe(fc.constantFrom(...CITIES)),
        country: maybe(fc.constantFrom(...COUNTRIES)),
        section: maybe(fc.constantFrom(...SECTIONS)),
        award: maybe(fc.constantFrom(...AWARDS)),
        premiere: maybe(fc.constantFrom(...PREMIERES)),
      }),
      5,
    ),
    pressQuotes: fc.uniqueArray(
      fc.record({
        text: fc.constantFrom(...QUOTES),
        source: fc.constantFrom(...PAPERS),
        author: maybe(person),
        language: fc.constant(null),
      }),
      { maxLength: 2, selector: (quote) => quote.text },
    ),
    formats: some(fc.constantFrom('4K', 'HD', 'DCP', '16:9', '5.1', 'colour', 'b/w'), 3),
    advisories: some(fc.constantFrom('violence', 'strong language', 'flashing lights'), 2),
    ratings: some(
      fc.constantFrom({ system: 'FSK', value: '12' }, { system: 'CSA', value: '-12' }, { system: 'BBFC', value: '15' }),
      2,
    ),
    identifiers: fc.record({
      isan: maybe(fc.constantFrom('0000-0004-A1B3-0000-N-0000-0000-5', '0000-0005-C772-0000-0')),
      eidr: maybe(fc.constant('10.5240/91C4-3B07-A2D5-F11E-6048-I')),
      imdb: maybe(fc.constant('tt9990001')),
      tmdb: maybe(fc.constantFrom('999001', 'tv/999002')),
      wikidata: maybe(fc.constant('Q9990001')),
      reference: maybe(fc.constantFrom('FW-022', 'GA 1998/04')),
    }),
    trailer: maybe(
      fc.constantFrom({ url: 'https://films.example/trailer_1?id=2&x=*3' }, { url: 'https://player.example/watch/salt-road' }),
    ),
    contacts: fc.uniqueArray(
      fc.record({
        company: fc.constantFrom('Orpheline Distribution', 'Passat Rights', 'Signal West Sales'),
        name: maybe(person),
        role: fc.constant(language === 'fr' ? 'Ventes internationales' : 'World sales'),
        email: maybe(fc.constantFrom('greta_holm@passat.example', 'sales@orpheline.example')),
        phone: maybe(fc.constant('+33 1 00 00 00 12')),
        url: maybe(fc.constant('https://passat.example/films')),
      }),
      { maxLength: 2, selector: (contact) => contact.company },
    ),
  })
  return fc.tuple(texts, facts, rest).map(([said, told, more]) => {
    const { lead, ...other } = said
    const sheet = { ...emptySheet(told.title), ...other, ...told, ...more, lead: lead === undefined ? {} : { [language]: lead } }
    return structuredClone(sheet) as TitleSheet
  })
}
