import { credit, cut, film, original, quote, selected, subtitled } from '../film.ts'

export const theKitchenBorder = film({
  slug: 'the-kitchen-border',
  reference: 'VIT-0026',
  publishedOn: '2025-03-05',
  title: 'The Kitchen Border',
  titles: { en: 'The Kitchen Border', fr: 'La Frontière dans la cuisine' },
  originalTitle: 'De keukengrens',
  year: 2011,
  cuts: [cut(26, original('nl'), subtitled('en', 'fr', 'de'))],
  originalLanguages: ['nl'],
  directors: ['Lotte Verbeek-Claes'],
  productionCompanies: [{ name: 'Ateliers Meuse', country: 'BE' }],
  coProducers: [{ name: 'Waterlijn Media', country: 'NL' }],
  broadcasters: ['Omroep Zuid'],
  supporters: ['Fonds Wallon du Réel'],
  producers: ['Benoît Stevens', 'Joost Hameling'],
  credits: [
    credit('photography', 'Bas Terlouw'),
    credit('editing', 'Lotte Verbeek-Claes'),
    credit('sound', 'Wim Declercq'),
    credit('animation', 'Tinne Maes'),
  ],
  countries: ['BE', 'NL'],
  genres: ['short-documentary', 'animated-documentary'],
  themes: ['geopolitics', 'family', 'history', 'politics'],
  keywords: ['enclaves', 'border', 'bureaucracy', 'humour'],
  places: ['Baarle', 'BE', 'NL'],
  period: { from: 1198, to: 2010, label: null },
  festivals: [
    selected('Docville', 2011, 'Leuven', 'BE', { section: 'National Competition', award: 'Jury Award Short', premiere: 'world' }),
    selected('Annecy International Animation Film Festival', 2012, 'Annecy', 'FR', { section: 'TV and Commissioned Films' }),
  ],
  pressQuotes: [quote('De Westerschelder', 'Pim Loos', 'nl', `Zesentwintig minuten Europa, met appeltaart.`)],
  formats: ['HD', 'stereo', '16:9'],
  collections: ['a-place-to-stand'],
  lead: {
    writtenOn: '2025-03-03',
    en: `Half of Schengen has reintroduced border controls "for the time being". A family in Baarle, who have the frontier between the sink and the stove, would like to know which of them is to show a passport.`,
    fr: `La moitié de l'espace Schengen a rétabli ses contrôles « provisoirement ». À Baarle, une famille dont la frontière passe entre l'évier et la cuisinière aimerait savoir qui doit présenter son passeport.`,
  },
  logline: {
    en: `A front door in Belgium, a kitchen table in both countries and a grandmother who has moved the door twice, for tax reasons.`,
    fr: `Une porte d'entrée en Belgique, une table de cuisine dans les deux pays, et une grand-mère qui a déplacé la porte deux fois, pour raisons fiscales.`,
  },
  short: {
    en: `In Baarle a house belongs to the country on which its front door opens. Oma Fien's door has been in the Netherlands, then Belgium, then the Netherlands again. Her family have smuggled butter past the bread bin, voted twice by mistake and buried a cat in the wrong kingdom. Now she wants to sell.`,
    fr: `À Baarle, une maison relève du pays sur lequel donne sa porte. Celle d'Oma Fien fut néerlandaise, puis belge, puis de nouveau néerlandaise. La famille a passé du beurre en contrebande devant la huche à pain, voté deux fois par erreur et enterré un chat dans le mauvais royaume. À présent, elle veut vendre.`,
  },
  synopsis: {
    en: `It began with a duke, a count and a heath on which nobody wished to live. Eight hundred and some years later the line between them runs under the lino, and the municipal surveyors have come to mark it with crosses of brass.

Lotte Verbeek-Claes grew up at this table, on the Dutch side, across from a cousin on the Belgian one. Her film is made of what was said over it. The drawings of Tinne Maes, on the backs of customs forms, show the rest: cows exchanged in the parlour, the war in which half of the house was occupied, the night of the two national lotteries.

The estate agent comes twice, once from each country. Neither can say what the house is worth, or in which one Oma will have lived. She makes them an apple cake and puts it down, with care, on the line.`,
    fr: `Cela commença par un duc, un comte et une lande où personne ne voulait vivre. Huit cents et quelques années plus tard, la ligne qui les sépare court sous le linoléum, et les géomètres des deux communes viennent la marquer de croix en laiton.

Lotte Verbeek-Claes a grandi à cette table, côté néerlandais, en face d'un cousin côté belge. Son film est fait de ce qui s'est dit par-dessus. Les dessins de Tinne Maes, au dos de formulaires de douane, montrent le reste : les vaches échangées au salon, la guerre où la moitié de la maison fut occupée, la nuit des deux loteries nationales.

L'agent immobilier vient deux fois, une de chaque pays. Ni l'un ni l'autre ne sait dire ce que vaut la maison, ni dans lequel Oma aura vécu. Elle leur fait une tarte aux pommes et la pose, avec soin, sur la ligne.`,
  },
  art: {
    colour: '#d8372b',
    poster: {
      en: `Poster: the plan of a house, red and blue, with a line of crosses through the kitchen table`,
      fr: `Affiche : le plan d'une maison, rouge et bleu, une ligne de croix à travers la table de la cuisine`,
      focus: [0.5, 0.36],
    },
    stills: [
      {
        en: `A kitchen table on chequered tiles, the border laid in brass beneath it`,
        fr: `Une table de cuisine sur un carrelage en damier, la frontière en laiton dessous`,
        focus: [0.55, 0.55],
        colour: '#5c6f70',
      },
      {
        en: `Two windows of one house at night, one blue, one yellow, crosses between them`,
        fr: `Deux fenêtres d'une même maison la nuit, l'une bleue, l'autre jaune, des croix entre elles`,
        focus: [0.5, 0.47],
        colour: '#b87a2e',
      },
      {
        en: `A map of enclaves under a magnifying glass`,
        fr: `Une carte d'enclaves sous une loupe`,
        focus: [0.58, 0.48],
        colour: '#a8543f',
      },
    ],
  },
})
