import { credit, dubbed, film, original, quote, selected, series, subtitled } from '../film.ts'

export const unbuilt = film({
  slug: 'unbuilt',
  reference: 'VIT-0015',
  registered: true,
  publishedOn: '2025-06-12',
  title: 'Unbuilt',
  titles: { en: 'Unbuilt', fr: 'Jamais construits' },
  year: 2020,
  cuts: [series(6, 26, original('en'), subtitled('fr', 'de', 'es', 'ko'), dubbed('fr', 'de'))],
  originalLanguages: ['en'],
  directors: ['Jonah Threlfall'],
  productionCompanies: [{ name: 'Scale Model Films', country: 'GB' }],
  broadcasters: ['Kanal Elf', 'Meridian Arts'],
  supporters: ['Northern Screen Trust'],
  producers: ['Priya Venkataraman'],
  credits: [
    credit('photography', 'Sam Oyelaran'),
    credit('editing', 'Jonah Threlfall'),
    credit('animation', 'Studio Maquette'),
    credit('narrator', 'Isobel Crane'),
    credit('music', 'Petra Lind'),
  ],
  countries: ['GB'],
  genres: ['documentary-series'],
  themes: ['architecture', 'arts', 'history', 'politics'],
  keywords: ['utopia', 'town planning', 'models', 'archives'],
  places: ['London', 'Brasília', 'Tbilisi'],
  period: { from: 1784, to: 2008, label: null },
  festivals: [
    selected('Milano Design Film Festival', 2021, 'Milan', 'IT', { section: 'Series' }),
    selected('International Festival of Films on Art', 2021, 'Montreal', 'CA', {
      section: 'Experimentations',
      premiere: 'continental',
    }),
  ],
  pressQuotes: [quote('The Halifax Lantern', 'Dora Whitcombe', 'en', `One ends up homesick for places that never were.`)],
  formats: ['4K', '16:9', 'stereo'],
  collections: ['hand-and-tool'],
  lead: {
    writtenOn: '2025-06-10',
    en: `Work on the mile-long desert city announced in 2021 has been scaled down again; its models are already being shown in a museum. This series could have told its planners which room.`,
    fr: `Le chantier de la ville-ligne annoncée en 2021 vient d'être réduit encore une fois ; ses maquettes sont déjà au musée. Cette série aurait pu dire à ses urbanistes dans quelle salle.`,
  },
  logline: {
    en: `Six buildings that were drawn to the last door handle and never begun. What did the people who were to live in them have to say?`,
    fr: `Six bâtiments dessinés jusqu'à la dernière poignée de porte et jamais commencés. Qu'en disaient ceux qui devaient y vivre ?`,
  },
  short: {
    en: `A dome larger than its city, a bridge for sheep, a hotel without corridors, a parliament on rails. Each film finds the drawings, has the model built at last, by hand, and carries it to the empty lot for the neighbours to see.`,
    fr: `Un dôme plus grand que sa ville, un pont pour moutons, un hôtel sans couloirs, un parlement sur rails. Chaque film retrouve les plans, fait enfin construire la maquette, à la main, et l'apporte sur le terrain vague pour la montrer aux voisins.`,
  },
  synopsis: {
    en: `An unbuilt building has one advantage over all others: nothing in it has ever leaked. Jonah Threlfall, a lapsed architect, has collected several hundred, and for this series has chosen the six in which he would have liked to live.

Every episode keeps to one rule. Before anybody talks, the model is made. We watch card being scored and plaster poured by the four people of Studio Maquette, who ask the questions that planners did not: where does one put a pram? Where does the bread come in? By the time the roof is on, the flaw is usually visible, and so is the reason why somebody gave ten years of a life to it.

Then the model travels. In Sunderland pensioners walk a torch round a shopping street that would have roofed in their childhood. In Tbilisi a widow finds the window of the flat they were promised. In Brasília the security guard of an empty plot, shown what he is guarding, takes off his cap.

1. The Dome. 2. A Bridge for Sheep. 3. Hotel Without Corridors. 4. The Parliament on Rails. 5. Sunderland Under Glass. 6. A House for One Night.`,
    fr: `Un bâtiment jamais construit a un avantage sur tous les autres : rien n'y a jamais fui. Jonah Threlfall, architecte repenti, en a réuni plusieurs centaines, et retenu pour cette série les six où il aurait aimé habiter.

Chaque épisode obéit à une règle. Avant que quiconque parle, on fait la maquette. Nous regardons les quatre artisans du Studio Maquette rainer le carton et couler le plâtre, en posant les questions que les urbanistes n'ont pas posées : où met-on le landau ? Par où entre le pain ? Quand vient le toit, le défaut se voit, en général, et aussi la raison pour laquelle quelqu'un y a consacré dix ans de sa vie.

Puis la maquette voyage. À Sunderland, des retraités promènent une lampe de poche dans la rue marchande qui aurait couvert leur enfance. À Tbilissi, une veuve retrouve la fenêtre de l'appartement promis. À Brasília, le gardien d'un terrain vide, à qui l'on montre ce qu'il garde, ôte sa casquette.

1. Le Dôme. 2. Un pont pour moutons. 3. Hôtel sans couloirs. 4. Le Parlement sur rails. 5. Sunderland sous verre. 6. Une maison pour une nuit.`,
  },
  art: {
    colour: '#1d4fa3',
    poster: {
      en: `Poster: blueprint of an enormous dome with its measurements`,
      fr: `Affiche : le bleu d'architecte d'un dôme immense, avec ses cotes`,
      focus: [0.5, 0.4],
    },
    stills: [
      {
        en: `A white model of a city in raking light`,
        fr: `La maquette blanche d'une ville en lumière rasante`,
        colour: '#8d7d69',
      },
      { en: `A model of towers in blue light`, fr: `Une maquette de tours dans une lumière bleue` },
      {
        en: `A plan on tracing paper under a lamp, a pencil laid across`,
        fr: `Un plan sur calque sous une lampe, un crayon posé en travers`,
        focus: [0.62, 0.5],
        colour: '#b58a3e',
      },
    ],
  },
})
