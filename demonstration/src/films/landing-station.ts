import { credit, cut, dubbed, film, original, quote, selected, subtitled, voiceOver } from '../film.ts'

export const landingStation = film({
  slug: 'landing-station',
  reference: 'VIT-0024',
  registered: true,
  publishedOn: '2026-10-14',
  title: 'Landing Station',
  titles: { en: 'Landing Station', fr: `Station d'atterrage` },
  year: 2026,
  cuts: [
    cut(90, original('en', 'fr', 'pt'), subtitled('fr', 'de', 'pt', 'ja')),
    cut(52, original('en', 'fr', 'pt'), dubbed('fr', 'de'), voiceOver('pl')),
  ],
  originalLanguages: ['en', 'fr', 'pt'],
  directors: ['Owen Pascoe'],
  productionCompanies: [{ name: 'Scale Model Films', country: 'GB' }],
  coProducers: [
    { name: 'Atelier du Phare', country: 'FR' },
    { name: 'Tinta Fresca', country: 'PT' },
  ],
  broadcasters: ['Meridian Arts', 'Canal Estuaire', 'Kanal Elf'],
  supporters: ['Northern Screen Trust', 'Région du Ponant'],
  producers: ['Priya Venkataraman', 'Gildas Morvan'],
  credits: [
    credit('photography', 'Sam Oyelaran'),
    credit('editing', 'Noor Hadadi'),
    credit('sound', 'Yann Le Dantec'),
    credit('graphics', 'Studio Maquette'),
    credit('music', 'Modul 5'),
  ],
  countries: ['GB', 'FR', 'PT'],
  genres: ['feature-documentary'],
  themes: ['technology', 'geopolitics', 'ocean', 'investigation'],
  keywords: ['submarine cables', 'internet', 'sabotage', 'cable ship'],
  places: ['Brest', 'Sines', 'FR', 'PT'],
  festivals: [
    selected('Sheffield DocFest', 2026, 'Sheffield', 'GB', { section: 'International Competition', premiere: 'world' }),
    selected('Sunny Side of the Doc', 2024, 'La Rochelle', 'FR', {
      section: 'Global Issues pitch',
      award: 'Best International Project',
    }),
  ],
  pressQuotes: [quote('The Tyneside Review', 'Colm Ashby', 'en', `You will never again say "the cloud".`)],
  formats: ['4K', 'HDR', 'DCP', '5.1'],
  collections: ['hand-and-tool'],
  lead: {
    writtenOn: '2026-10-12',
    en: `Two more cables were cut in the Baltic over the weekend. There are about sixty ships in the world able to mend them. Their average age is twenty-six.`,
    fr: `Deux câbles de plus ont été coupés en Baltique ce week-end. Une soixantaine de navires au monde sont capables de les réparer. Leur âge moyen est de vingt-six ans.`,
  },
  logline: {
    en: `The internet is a thing as thick as a garden hose, and somebody has to hold it. Forty days on board a repair ship, with a fault at 3,800 metres.`,
    fr: `Internet est une chose épaisse comme un tuyau d'arrosage, et il faut bien que quelqu'un la tienne. Quarante jours à bord d'un câblier, une avarie par 3 800 mètres de fond.`,
  },
  short: {
    en: `Somewhere off the Azores a light has gone out. The cable ship Ponant III has to find a break the width of a finger in four thousand metres of night, bring up both ends and splice eight hairs of glass. Meanwhile in three landing stations men with clipboards are asked whose fault it was.`,
    fr: `Quelque part au large des Açores, une lumière s'est éteinte. Le câblier Ponant III doit trouver dans quatre mille mètres de nuit une rupture large d'un doigt, remonter les deux bouts et souder huit cheveux de verre. Pendant ce temps, dans trois stations d'atterrage, on demande à des hommes munis d'un registre à qui la faute.`,
  },
  synopsis: {
    en: `At 04:12 a trader's screen in London freezes for a ninth of a second. At 04:13 a telephone rings in a white house without a nameplate on a beach in Brittany. By the evening the Ponant III has taken on vegetables and left.

Owen Pascoe's film has the shape of a voyage and the patience of a fishing trip. A grapnel is dragged through mud for six days. It comes up with a tyre, a shark's jaw and, once, eighty metres of the telegraph of 1869, still sound. The jointer, Marie-Ange Le Bris, has the steadiest hands on the Atlantic and uses them, in the meantime, to knit.

On land the other film unfolds. Who knew the route? Which trawler turned off its transponder? In Sines, Porthcurno and Brest we meet the keepers of the landing stations, who can hold in one hand the conversation between two continents, and who used to be asked about nothing but tides. The answers grow more careful every week.

Then the cable is on deck, grey, dripping, alive with eels. Someone cuts it. For a moment we look into the eight lights.`,
    fr: `À 4 h 12, l'écran d'un courtier londonien se fige un neuvième de seconde. À 4 h 13, le téléphone sonne sur une plage de Bretagne, dans une maison blanche sans plaque. Le soir, le Ponant III a embarqué des légumes et appareillé.

Le film d'Owen Pascoe a la forme d'un voyage et la patience d'une partie de pêche. Six jours durant, on traîne un grappin dans la vase. Il remonte un pneu, une mâchoire de requin et, une fois, quatre-vingts mètres du télégraphe de 1869, encore sain. Marie-Ange Le Bris, la soudeuse, a les mains les plus sûres de l'Atlantique et s'en sert, en attendant, pour tricoter.

À terre se déroule l'autre film. Qui connaissait le tracé ? Quel chalutier a coupé son transpondeur ? À Sines, à Porthcurno, à Brest, on rencontre les gardiens des stations, qui tiennent dans une main la conversation de deux continents, et qu'on n'interrogeait jadis que sur les marées. De semaine en semaine, les réponses se font plus prudentes.

Puis le câble est sur le pont, gris, ruisselant, grouillant d'anguilles. On le coupe. Un instant, le regard plonge dans les huit lumières.`,
  },
  art: {
    colour: '#1f7f92',
    poster: {
      en: `Poster: a red ship lets a yellow cable down through ever darker bands of water`,
      fr: `Affiche : un navire rouge laisse filer un câble jaune à travers des bandes d'eau toujours plus sombres`,
      focus: [0.5, 0.35],
    },
    stills: [
      {
        en: `A cable on the seabed in the light of a diving robot`,
        fr: `Un câble sur le fond, dans la lumière d'un robot`,
        focus: [0.55, 0.6],
        colour: '#1d4f58',
      },
      {
        en: `A cable ship at work, orange floats on the line`,
        fr: `Un câblier au travail, des flotteurs orange sur la ligne`,
        focus: [0.62, 0.48],
        colour: '#5c6f78',
      },
      {
        en: `Fibres of glass ending in points of coloured light`,
        fr: `Des fibres de verre au bout desquelles brillent des points de couleur`,
        colour: '#3a6f8a',
      },
    ],
  },
})
