import { captioned, credit, dubbed, film, original, quote, selected, series, subtitled, voiceOver } from '../film.ts'

export const threeDeltas = film({
  slug: 'three-deltas',
  reference: 'VIT-0007',
  publishedOn: '2026-05-06',
  title: 'Three Deltas',
  titles: { en: 'Three Deltas', fr: 'Trois deltas' },
  originalTitle: `Drie delta's`,
  year: 2025,
  cuts: [
    series(
      3,
      52,
      original('nl', 'en', 'vi', 'ro'),
      dubbed('fr', 'de'),
      voiceOver('pl', 'cs'),
      subtitled('en', 'es'),
      captioned('nl'),
    ),
  ],
  originalLanguages: ['nl', 'en', 'vi', 'ro'],
  directors: ['Anneke de Roo'],
  productionCompanies: [{ name: 'Waterlijn Media', country: 'NL' }],
  coProducers: [
    { name: 'Limba Film', country: 'RO' },
    { name: 'Mekong Light', country: 'VN' },
  ],
  broadcasters: ['Omroep Zuid', 'Canal Estuaire', 'Lumen Science'],
  supporters: ['Deltafonds voor de Film'],
  producers: ['Joost Hameling'],
  credits: [
    credit('photography', 'Bas Terlouw', 'Ngô Thị Lan'),
    credit('editing', 'Mirela Dobre'),
    credit('narrator', 'Femke Aarts'),
    credit('music', 'Ensemble Getij'),
    credit('research', 'Chidi Amaechi'),
  ],
  countries: ['NL', 'RO', 'VN'],
  genres: ['documentary-series'],
  themes: ['water', 'environment', 'climate', 'discovery', 'society'],
  keywords: ['sediment', 'oil', 'rice', 'reed', 'erosion'],
  places: ['NG', 'VN', 'RO'],
  festivals: [
    selected('Sunny Side of the Doc', 2023, 'La Rochelle', 'FR', { section: 'Science pitch', award: 'Best Science Pitch' }),
    selected('Deauville Green Awards', 2025, 'Deauville', 'FR', { section: 'Series', award: 'Gold' }),
    selected('Wildscreen', 2025, 'Bristol', 'GB', { section: 'Series finalists' }),
  ],
  pressQuotes: [quote('De Westerschelder', 'Pim Loos', 'nl', `Eindelijk een serie waarin modder de hoofdrol speelt.`)],
  formats: ['4K', 'HDR', '16:9', '5.1'],
  ratings: [{ system: 'Kijkwijzer', value: 'AL' }],
  collections: ['the-price-of-water'],
  lead: {
    writtenOn: '2026-05-04',
    en: `The Mekong delta lost five square kilometres of coast last year, more than in any year since satellites began to look. The sand that could have filled the gap is in the concrete of Singapore.`,
    fr: `Le delta du Mékong a perdu l'an dernier cinq kilomètres carrés de côte, plus que toute autre année depuis que les satellites regardent. Le sable qui aurait comblé le trou se trouve dans le béton de Singapour.`,
  },
  logline: {
    en: `Niger, Mekong, Danube: three rivers that build land out of what they carry, and what happens to the people living on that land when the rivers arrive empty.`,
    fr: `Niger, Mékong, Danube : trois fleuves qui bâtissent de la terre avec ce qu'ils charrient, et le sort de ceux qui vivent dessus quand les fleuves arrivent les mains vides.`,
  },
  short: {
    en: `A delta is a country made of somebody else's mountains. In three films, each shot over one year of floods, Anneke de Roo follows a grain of sand from the last bridge to the sea, with boat builders in Nigeria, rice farmers in Vietnam and a Romanian postman whose round gets shorter every spring.`,
    fr: `Un delta est un pays fait des montagnes d'un autre. En trois films, tournés chacun pendant une année de crues, Anneke de Roo suit un grain de sable du dernier pont à la mer, en compagnie de charpentiers de marine au Nigeria, de riziculteurs au Viêt Nam et d'un facteur roumain dont la tournée raccourcit à chaque printemps.`,
  },
  synopsis: {
    en: `1. Niger: The Colour of Rain. In Akassa the rainbow on the water is not a good sign. Boat builder Ebiere Tamuno knows by its width which pipeline has gone. Her workshop repairs the boats of those who clean up, of those who tap, and of the marines who chase them, on three different slipways. When the mangrove behind the shed dies, the river takes the first two in one night.

2. Mekong: Lower Each Year. Seven rice harvests have become three, then shrimp, then nothing. On an island of the Hậu river the Trần family moves its house for the fourth time, post by numbered post. Ninety kilometres upstream a dredger works through the night; its captain is the eldest son. The film crosses the water between the two as carefully as they do.

3. Danube: The Postman of Sfiștofca. Ionel has nineteen letter boxes and eleven kilometres of reed to row through. The delta grows on one side and drowns on the other, the Ukrainian bank has been mined, and the European money comes with a rule that no one in the village can read. He reads it to them. It takes until the ice.

Between the stories, and without a word of commentary, the series looks down from six hundred kilometres: forty years of satellite pictures, in which the land breathes.`,
    fr: `1. Niger : la couleur de la pluie. À Akassa, un arc-en-ciel sur l'eau n'est pas bon signe. À sa largeur, Ebiere Tamuno, constructrice de bateaux, sait quel oléoduc a cédé. Son atelier répare, sur trois cales différentes, les barques de ceux qui nettoient, de ceux qui pompent et des fusiliers qui les poursuivent. Quand meurt la mangrove derrière le hangar, le fleuve emporte les deux premières en une nuit.

2. Mékong : plus bas chaque année. Sept récoltes de riz en sont devenues trois, puis des crevettes, puis rien. Sur une île du Hậu, la famille Trần déplace sa maison pour la quatrième fois, poteau numéroté après poteau numéroté. Quatre-vingt-dix kilomètres en amont, une drague travaille la nuit ; son capitaine est le fils aîné. Le film traverse l'eau qui les sépare avec autant de précautions qu'eux.

3. Danube : le facteur de Sfiștofca. Ionel a dix-neuf boîtes aux lettres et onze kilomètres de roseaux à la rame. Le delta grandit d'un côté et se noie de l'autre, la rive ukrainienne est minée, et l'argent européen s'accompagne d'un règlement que personne au village ne comprend. Il le leur lit. Cela dure jusqu'aux glaces.

Entre les récits, sans un mot de commentaire, la série regarde de six cents kilomètres d'altitude : quarante ans d'images satellite, où la terre respire.`,
  },
  art: {
    colour: '#2f6f8a',
    poster: {
      en: `Poster: three river deltas seen from orbit, one above the other, in ochre, green and red`,
      fr: `Affiche : trois deltas vus d'orbite, l'un au-dessus de l'autre, en ocre, vert et rouge`,
      focus: [0.5, 0.4],
    },
    stills: [
      {
        en: `A river splits across green land and clouds the sea with silt`,
        fr: `Un fleuve se divise dans une terre verte et trouble la mer de ses limons`,
        focus: [0.5, 0.5],
      },
      {
        en: `A delta from above, ochre land against a dark sea`,
        fr: `Un delta vu d'en haut, terre ocre contre mer sombre`,
        focus: [0.55, 0.5],
        colour: '#1f6068',
      },
      {
        en: `A delta in false colours: red reeds, violet water`,
        fr: `Un delta en fausses couleurs : roseaux rouges, eau violette`,
        focus: [0.6, 0.5],
        colour: '#8c3b3f',
      },
      {
        en: `A man in a small boat at sunset on wide water`,
        fr: `Un homme dans une barque au couchant, sur une eau large`,
        focus: [0.4, 0.65],
        colour: '#b98f56',
      },
    ],
  },
})
