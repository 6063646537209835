import { credit, cut, film, original, quote, selected, subtitled } from '../film.ts'

export const theRainLedger = film({
  slug: 'the-rain-ledger',
  reference: 'VIT-0017',
  publishedOn: '2025-05-14',
  title: 'The Rain Ledger',
  titles: { en: 'The Rain Ledger', fr: 'Le Registre des pluies' },
  originalTitle: 'Leabhar na Báistí',
  year: 2020,
  cuts: [cut(19, original('ga', 'en'), subtitled('en', 'fr', 'de'))],
  originalLanguages: ['ga', 'en'],
  directors: ['Sorcha Ní Dhuibhir'],
  productionCompanies: [{ name: 'Ciúin Films', country: 'IE' }],
  supporters: ['West Coast Film Bursary'],
  producers: ['Eoin Mac Aodha'],
  credits: [credit('photography', 'Sorcha Ní Dhuibhir'), credit('editing', 'Paul Renwick'), credit('sound', 'Eoin Mac Aodha')],
  countries: ['IE'],
  genres: ['short-documentary', 'portrait'],
  themes: ['portrait', 'climate', 'women', 'science'],
  keywords: ['rainfall records', 'citizen science', 'Connemara', 'old age'],
  places: ['Connemara', 'IE'],
  period: { from: 1959, to: 2019, label: null },
  festivals: [
    selected('Cork International Film Festival', 2020, 'Cork', 'IE', {
      section: 'Irish Shorts',
      award: 'Grand Prix Irish Short',
      premiere: 'world',
    }),
    selected('DOK Leipzig', 2020, 'Leipzig', 'DE', { section: 'Short Documentary Competition', premiere: 'international' }),
    selected('Visions du Réel', 2021, 'Nyon', 'CH', { section: 'Short Films' }),
  ],
  pressQuotes: [quote('The Tyneside Review', 'Agnes Pell', 'en', `Nineteen minutes, no storm, and you come out soaked.`)],
  formats: ['HD', 'DCP', 'stereo'],
  collections: ['the-price-of-water'],
  lead: {
    writtenOn: '2025-05-12',
    en: `Climate historians have put out a call for volunteers to type in four million handwritten rainfall readings. One hundred and eleven thousand of them are by the same hand.`,
    fr: `Des historiens du climat cherchent des volontaires pour saisir quatre millions de relevés de pluie manuscrits. Cent onze mille sont de la même main.`,
  },
  logline: {
    en: `At nine each morning for sixty-one years Nora Conneely has emptied a copper gauge and written down a number. Today she is going to hospital.`,
    fr: `Chaque matin à neuf heures, depuis soixante et un ans, Nora Conneely vide un pluviomètre de cuivre et note un chiffre. Aujourd'hui, elle part à l'hôpital.`,
  },
  short: {
    en: `Nora took the job over from the schoolmaster for a week in 1959. She has measured the rain on the morning of her wedding, of the moon landing and of her husband's burial. The film is the story of one reading, 3.2 millimetres, and of looking for somebody to take the next.`,
    fr: `En 1959, Nora a remplacé l'instituteur pour une semaine. Elle a mesuré la pluie le matin de ses noces, celui de l'homme sur la Lune, celui où l'on enterra son mari. Le film raconte un seul relevé, 3,2 millimètres, et la recherche de quelqu'un pour faire le suivant.`,
  },
  synopsis: {
    en: `The gauge stands where the rulebook wants it, thirty centimetres above short grass and far from any wall. It takes forty-four steps to reach it. At twenty, Nora did them in half a minute; now she allows twelve and sets out at twelve minutes to nine.

Sorcha Ní Dhuibhir, a grand-niece, uses those steps as others use a plot. Along the way we hear what the ledgers hold besides rain, in the column headed Remarks: "Gale. Slates." "Cuckoo." "Mícheál gone to Boston." "Nothing remarkable." The film has no other commentary, and needs none.

On this morning there is a suitcase by the door, and three neighbours in the kitchen who have been invited to tea and suspect why. Nora asks each to read her the gauge. One rounds up. One rounds down. The third, a boy of nine, says that he doesn't know, and asks whether he may look again.`,
    fr: `Le pluviomètre est là où le règlement le veut, à trente centimètres d'une herbe rase et loin de tout mur. Quarante-quatre pas l'en séparent. À vingt ans, Nora les faisait en une demi-minute ; elle en compte douze aujourd'hui, et sort à neuf heures moins douze.

Sorcha Ní Dhuibhir, sa petite-nièce, se sert de ces pas comme d'autres d'une intrigue. En chemin, on entend ce que les registres contiennent outre la pluie, dans la colonne des observations : « Tempête. Ardoises. » « Coucou. » « Mícheál parti à Boston. » « Rien de remarquable. » Le film n'a pas d'autre commentaire et s'en passe bien.

Ce matin-là, une valise attend près de la porte, et dans la cuisine trois voisins conviés à prendre le thé se doutent de quelque chose. Nora demande à chacun de lui lire la mesure. L'une arrondit au-dessus. L'autre au-dessous. Le troisième, un garçon de neuf ans, dit qu'il ne sait pas, et demande s'il peut regarder encore.`,
  },
  art: {
    colour: '#2c6fbb',
    poster: {
      en: `Poster: sixty-one rows of pen strokes, heavier where it rained more`,
      fr: `Affiche : soixante et une rangées de traits de plume, plus gras où il a plu davantage`,
      focus: [0.5, 0.38],
    },
    stills: [
      {
        en: `Raindrops on a window, green land out of focus behind`,
        fr: `Des gouttes sur une vitre, la campagne verte floue derrière`,
        colour: '#5f7f68',
      },
      {
        en: `A cottage with one lit window on a wet moor`,
        fr: `Une maison, une fenêtre allumée, sur une lande détrempée`,
        focus: [0.67, 0.52],
        colour: '#52645c',
      },
      {
        en: `A page of figures under a lamp, a pen laid on it`,
        fr: `Une page de chiffres sous une lampe, un stylo posé dessus`,
        focus: [0.42, 0.45],
        colour: '#a8803f',
      },
    ],
  },
})
