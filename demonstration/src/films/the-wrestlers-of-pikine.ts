import { captioned, credit, cut, film, original, quote, selected, subtitled, voiceOver } from '../film.ts'

export const theWrestlersOfPikine = film({
  slug: 'the-wrestlers-of-pikine',
  reference: 'VIT-0014',
  publishedOn: '2025-10-29',
  title: 'The Wrestlers of Pikine',
  titles: { en: 'The Wrestlers of Pikine', fr: 'Les Lutteurs de Pikine' },
  originalTitle: 'Mbër yi',
  year: 2022,
  cuts: [cut(52, original('wo', 'fr'), subtitled('en', 'pt'), captioned('fr'), voiceOver('de'))],
  originalLanguages: ['wo', 'fr'],
  directors: ['Coumba Ndiaye'],
  productionCompanies: [{ name: 'Teranga Docs', country: 'SN' }],
  coProducers: [{ name: 'Les Films du Fanal', country: 'FR' }],
  broadcasters: ['Sahel TV', 'Canal Estuaire'],
  supporters: ['Fonds Sud Documentaire'],
  producers: ['Ibou Sarr', 'Odile Marchetti'],
  credits: [
    credit('photography', 'Mame Fall'),
    credit('editing', 'Claire Aubin'),
    credit('sound', 'Pape Gaye'),
    credit('music', 'Ndèye Sabar'),
  ],
  countries: ['SN', 'FR'],
  genres: ['documentary'],
  themes: ['sport', 'youth', 'economy', 'religion'],
  keywords: ['laamb', 'wrestling', 'Dakar', 'marabout'],
  places: ['Pikine', 'SN'],
  festivals: [
    selected('FIPADOC', 2022, 'Biarritz', 'FR', { section: 'French Documentary', premiere: 'world' }),
    selected('FESPACO', 2023, 'Ouagadougou', 'BF', { section: 'Documentary Competition', award: 'Bronze Stallion' }),
  ],
  pressQuotes: [
    quote(
      'Le Quotidien du Levant',
      'Irène Sarkis',
      'fr',
      `Le combat dure huit secondes ; le film, lui, n'a rien d'un coup de poing.`,
    ),
  ],
  formats: ['HD', 'stereo', '16:9'],
  ratings: [{ system: 'CSA', value: '-10' }],
  collections: ['a-place-to-stand'],
  lead: {
    writtenOn: '2025-10-27',
    en: `Twelve months before Dakar hosts the Youth Olympic Games, wrestling schools of the suburbs have had 4,000 new members in one season. The boat to the Canaries leaves from the same beach on which they train.`,
    fr: `Un an avant les Jeux olympiques de la jeunesse de Dakar, les écuries de lutte de la banlieue ont inscrit 4 000 recrues en une saison. La pirogue pour les Canaries part de la plage où elles s'entraînent.`,
  },
  logline: {
    en: `In a suburb of Dakar two friends train for one fight. The winner's purse would pay for a house, or for two places in a boat.`,
    fr: `Dans une banlieue de Dakar, deux amis s'entraînent pour un combat. La bourse du vainqueur paierait une maison, ou deux places dans une pirogue.`,
  },
  short: {
    en: `Bombardier, nineteen, has the strength. Modou, twenty, has the marabout, the manager and the drummers. They share a room, a pair of weights cast in paint tins and one telephone. When a promoter draws their names against each other, the neighbourhood bets on both.`,
    fr: `Bombardier, dix-neuf ans, a la force. Modou, vingt ans, a le marabout, l'agent et les tambours. Ils partagent une chambre, une paire d'haltères coulées dans des pots de peinture et un téléphone. Quand un promoteur les oppose, le quartier parie sur les deux.`,
  },
  synopsis: {
    en: `A bout of laamb may be over in eight seconds. Getting to it takes a year, a few litres of holy water and, says Modou, the patience of a goat. Coumba Ndiaye begins with the year.

At half past five the young men of the écurie run on the beach, in sand, in a line, past boats that were not there yesterday. At eight they look for work. At four they are in the yard behind the tyre shop where Fallou, who once threw a champion, teaches them to fall. In between there is the room: two mattresses, one fan, a wall of posters, and a friendship whose jokes get shorter as the date comes closer.

Ndiaye, who played in the national basketball team, films bodies without awe. She has an eye for what a fight costs before anyone has raised a hand: the amulets bought on credit, the aunts to be persuaded, the drummers who must be paid because an unaccompanied wrestler doesn't exist.

Of the fight we see the faces of those who watch. Then comes a coda on the same beach, at half past five. One of the two is running. There are fewer boats.`,
    fr: `Un combat de laamb peut se jouer en huit secondes. Pour y arriver, il faut un an, quelques litres d'eau bénite et, dit Modou, une patience de chèvre. Coumba Ndiaye commence par l'année.

À cinq heures et demie, les jeunes de l'écurie courent sur la plage, dans le sable, en file, devant des pirogues qui n'étaient pas là hier. À huit heures, ils cherchent du travail. À quatre, ils sont dans la cour derrière le marchand de pneus, où Fallou, qui terrassa jadis un champion, leur apprend à tomber. Entre-temps, il y a la chambre : deux matelas, un ventilateur, un mur d'affiches, et une amitié dont les plaisanteries raccourcissent à mesure que la date approche.

Ndiaye, qui a joué en équipe nationale de basket, filme les corps sans révérence. Elle voit ce qu'un combat coûte avant que personne ait levé la main : les gris-gris à crédit, les tantes à convaincre, les tambours qu'il faut payer puisqu'un lutteur sans accompagnement n'existe pas.

Du combat, nous voyons les visages de ceux qui regardent. Puis vient une coda, sur la même plage, à cinq heures et demie. L'un des deux court. Il y a moins de pirogues.`,
  },
  art: {
    colour: '#c4591c',
    poster: {
      en: `Poster: two wrestlers in cut paper, black and blue, lean into each other in a ring of orange`,
      fr: `Affiche : deux lutteurs en papier découpé, noir et bleu, arc-boutés dans un cercle orange`,
      focus: [0.5, 0.5],
    },
    stills: [
      {
        en: `Two wrestlers locked together in the dust, the crowd behind them`,
        fr: `Deux lutteurs aux prises dans la poussière, la foule derrière eux`,
        focus: [0.51, 0.65],
      },
      {
        en: `Young men run along the water's edge at sunrise`,
        fr: `De jeunes hommes courent au bord de l'eau au lever du soleil`,
        focus: [0.5, 0.68],
        colour: '#6d7fa6',
      },
      {
        en: `Three drums, the sticks a blur of light`,
        fr: `Trois tambours, les baguettes réduites à un éclair`,
        focus: [0.5, 0.5],
        colour: '#b5541d',
      },
    ],
  },
})
