import { cut, film, selected } from '../film.ts'

// A real film: its facts are those of its public sheet and no more.
export const centralAsia = film({
  slug: 'central-asia-the-call-of-isis',
  reference: 'VIT-0001',
  publishedOn: '2025-03-04',
  title: 'Central Asia: The Call of ISIS',
  titles: { en: 'Central Asia: The Call of ISIS', fr: `Asie centrale : l'appel de Daech` },
  year: 2020,
  cuts: [cut(52)],
  versions: [
    { language: 'en', use: null, hardOfHearing: false },
    { language: 'fr', use: null, hardOfHearing: false },
  ],
  directors: ['Gulya Mirzoeva'],
  productionCompanies: [{ name: 'Temps Noir', country: 'FR' }],
  countries: ['FR'],
  genres: ['documentary'],
  themes: ['geopolitics', 'conflict', 'current-affairs', 'religion'],
  keywords: ['Islamic State', 'radicalisation', 'post-Soviet republics'],
  places: ['TJ', 'Central Asia'],
  festivals: [selected('FIPADOC', 2021, 'Biarritz', 'FR')],
  collections: ['evidence'],
  lead: {
    writtenOn: '2025-03-04',
    en: `A year after the attack on a Moscow concert hall, the trial files keep leading back to the same place: towns and villages of Tajikistan, where recruiters for Islamic State speak Russian and know exactly whom they are looking for.`,
    fr: `Un an après l'attentat contre une salle de concert de Moscou, les dossiers ramènent toujours au même endroit : des villes et des villages du Tadjikistan, où les recruteurs de l'État islamique parlent russe et savent très bien qui ils cherchent.`,
  },
  logline: {
    en: `Thousands of young people left the former Soviet republics of Central Asia for Islamic State. What did they hear in its call that nobody at home was saying?`,
    fr: `Des milliers de jeunes ont quitté les républiques d'Asie centrale pour l'État islamique. Qu'ont-ils entendu dans cet appel que personne, chez eux, ne leur disait ?`,
  },
  short: {
    en: `From Tajikistan to its neighbours, the film asks why the five republics that came out of the Soviet Union gave Islamic State so many of its fighters: a generation raised on promises of independence, governed by men who never left, and sent abroad to work on other people's building sites.`,
    fr: `Du Tadjikistan aux pays voisins, le film cherche pourquoi les républiques issues de l'Union soviétique ont donné tant de combattants à l'État islamique : une génération nourrie des promesses de l'indépendance, gouvernée par des hommes inamovibles et envoyée travailler sur les chantiers des autres.`,
  },
  synopsis: {
    en: `The first surprise is the language. On the recordings that Islamic State made for Central Asia, the men who invite you to leave everything speak Russian: the Russian of school, of military service, of the construction sites around Moscow where half of a village's men spend their year. They do not begin with God. They begin with the policeman who wants his bribe.

Gulya Mirzoeva goes back to where these recordings were listened to. She films a region that Europe tends to see as a stretch of pipeline between larger countries, and finds in it a very precise map of disappointment: schools without teachers, courts without judges worth the name, parents who raise their grandchildren because the generation in between has gone away to earn.

What makes a colonel, trained at great cost to fight jihadists, one day join them? What does he share with a boy who has never held a weapon? The film does not look for one answer that would suit both. It lays side by side the routes that led from Central Asia to Syria and Iraq, and shows how each was paved by somebody who had an interest in looking elsewhere.

The caliphate has lost its territory. The reasons for which people set out for it have not moved, and neither have the men in power who prefer to speak of a plot from abroad.`,
    fr: `La première surprise est la langue. Dans les enregistrements que l'État islamique destine à l'Asie centrale, les hommes qui invitent à tout quitter parlent russe : celui de l'école, du service militaire, des chantiers de la banlieue de Moscou où la moitié des hommes d'un village passe l'année. Ils ne commencent pas par Dieu. Ils commencent par le policier qui réclame son bakchich.

Gulya Mirzoeva retourne là où ces enregistrements ont été écoutés. Elle filme une région que l'Europe voit volontiers comme un tronçon de gazoduc entre des pays plus grands, et y relève une carte très précise de la déception : des écoles sans maîtres, des tribunaux sans juges dignes de ce nom, des grands-parents qui élèvent leurs petits-enfants parce que la génération du milieu est partie gagner sa vie.

Qu'est-ce qui fait qu'un colonel, formé à grands frais pour combattre les djihadistes, les rejoint un jour ? Qu'a-t-il en commun avec un garçon qui n'a jamais tenu une arme ? Le film ne cherche pas une réponse qui vaudrait pour les deux. Il pose côte à côte les routes qui menèrent d'Asie centrale en Syrie et en Irak, et montre comment chacune fut pavée par quelqu'un qui avait intérêt à regarder ailleurs.

Le califat a perdu son territoire. Les raisons pour lesquelles on s'est mis en route vers lui n'ont pas bougé, et pas davantage les hommes au pouvoir qui préfèrent parler d'un complot venu de l'étranger.`,
  },
  art: {
    colour: '#c9341c',
    credit: 'Vitrine Films (illustration)',
    poster: {
      en: `Poster: an embroidered rosette cut in two, the right half slipped downwards from red into black`,
      fr: `Affiche : une rosace brodée coupée en deux, dont la moitié droite glisse du rouge vers le noir`,
      focus: [0.5, 0.38],
    },
    stills: [
      {
        en: `Mountain ranges one behind the other in a red evening haze`,
        fr: `Des chaînes de montagnes l'une derrière l'autre dans la brume rouge du soir`,
        focus: [0.68, 0.45],
        colour: '#b8603c',
      },
      {
        en: `An empty asphalt road runs straight across the steppe towards pale hills`,
        fr: `Une route d'asphalte déserte file droit dans la steppe vers des collines pâles`,
        focus: [0.5, 0.55],
        colour: '#8c7350',
      },
      {
        en: `Lit windows of a town at night, a dome and a minaret against the hills`,
        fr: `Les fenêtres allumées d'une ville la nuit, un dôme et un minaret devant les collines`,
        focus: [0.62, 0.6],
        colour: '#4d4a63',
      },
    ],
  },
})
