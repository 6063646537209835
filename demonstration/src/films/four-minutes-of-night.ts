import { captioned, credit, cut, dubbed, film, original, quote, selected, subtitled } from '../film.ts'

export const fourMinutesOfNight = film({
  slug: 'four-minutes-of-night',
  reference: 'VIT-0003',
  publishedOn: '2026-08-14',
  title: 'Four Minutes of Night',
  titles: { en: 'Four Minutes of Night', fr: 'Quatre minutes de nuit' },
  originalTitle: 'Quatre minutes de nuit',
  year: 2025,
  cuts: [cut(75, original('fr', 'en'), subtitled('en', 'es'), captioned('fr'), dubbed('de', 'ja'))],
  originalLanguages: ['fr', 'en'],
  directors: ['Maëlle Kervadec'],
  productionCompanies: [{ name: 'Atelier du Phare', country: 'FR' }],
  coProducers: [{ name: 'North Pier Pictures', country: 'CA' }],
  broadcasters: ['Canal Estuaire', 'Lumen Science'],
  supporters: ['Région du Ponant'],
  producers: ['Gildas Morvan'],
  credits: [
    credit('photography', 'Tomasz Brill', 'Maëlle Kervadec'),
    credit('editing', 'Noor Hadadi'),
    credit('sound', 'Yann Le Dantec'),
    credit('music', 'Petra Lind'),
  ],
  countries: ['FR', 'CA'],
  genres: ['feature-documentary'],
  themes: ['science', 'space', 'travel', 'portrait'],
  keywords: ['eclipse', 'amateur astronomy', 'obsession'],
  places: ['ES', 'CL', 'US'],
  period: { from: 1999, to: 2024, label: null },
  festivals: [
    selected('CPH:DOX', 2025, 'Copenhagen', 'DK', { section: 'F:ACT', premiere: 'world' }),
    selected('Sheffield DocFest', 2025, 'Sheffield', 'GB', { section: 'Into the World' }),
    selected('Pariscience', 2025, 'Paris', 'FR', { award: 'Grand Prix' }),
  ],
  pressQuotes: [
    quote('La Gazette du Ponant', 'Léo Tanguy', 'fr', `Le plus beau film jamais tourné sur des gens qui lèvent la tête.`),
  ],
  formats: ['4K', 'HDR', 'DCP', '5.1', 'Dolby Atmos'],
  collections: ['after-dark'],
  lead: {
    writtenOn: '2026-08-13',
    en: `Last night the Moon's shadow crossed northern Spain at sunset and some ten million people went outside to stand in it. A few hundred of them had booked their hillside in 2011.`,
    fr: `Hier soir, l'ombre de la Lune a traversé le nord de l'Espagne au coucher du soleil, et une dizaine de millions de personnes sont sorties pour s'y tenir. Quelques centaines d'entre elles avaient réservé leur colline en 2011.`,
  },
  logline: {
    en: `Five people have arranged their working lives, marriages and savings around total eclipses. Together they have spent less than three hours in the dark.`,
    fr: `Cinq personnes ont organisé métier, mariage et économies autour des éclipses totales. À elles toutes, elles ont passé moins de trois heures dans le noir.`,
  },
  short: {
    en: `A retired bus driver from Brest, a Chilean nun, two brothers from Saskatchewan who no longer speak, and a woman who has gone blind: the film follows five eclipse chasers from one shadow to the next and asks what one can possibly do with four minutes for which one has waited three years.`,
    fr: `Un chauffeur de car brestois à la retraite, une religieuse chilienne, deux frères de la Saskatchewan qui ne se parlent plus, une femme devenue aveugle : le film suit cinq chasseurs d'éclipses d'une ombre à l'autre, et demande ce que l'on peut bien faire de quatre minutes attendues trois ans.`,
  },
  synopsis: {
    en: `In the order of arrival: the birds stop. The temperature drops by six degrees. A wind rises from nowhere in particular. On the western horizon something approaches at two thousand kilometres an hour, and grown men with doctorates begin to shout. Then it is night, and Joseph Le Goff, who has driven the number 7 bus in Brest for thirty-one years, takes off his cap.

He has seen nineteen of them. Maëlle Kervadec met him by accident, on a ferry, and through him the others. Sister Inés keeps the weather records of a convent in the Elqui valley and has never left Chile, because the shadow comes to her. The Dahl brothers have fallen out over a tripod in Mongolia and now observe from opposite edges of the path. Ruth Abara saw her first eclipse at nine and her last at forty; since then she listens.

The film takes its time where its subjects do: in the three years between, over maps, in caravans, in the offices of banks. Filming the eclipses themselves, Kervadec made a choice that she explains in her opening sentence: she would keep the camera on faces. We see the shadow as it crosses them.

Only once does the lens turn upwards. It is the last totality of the film, the one that Joseph misses by eleven kilometres and one cloud.`,
    fr: `Dans l'ordre d'arrivée : les oiseaux se taisent. La température perd six degrés. Un vent se lève de nulle part. À l'horizon, vers l'ouest, quelque chose approche à deux mille kilomètres à l'heure, et des docteurs en physique se mettent à crier. Puis il fait nuit, et Joseph Le Goff, trente et un ans au volant de la ligne 7 à Brest, ôte sa casquette.

Il en a vu dix-neuf. Maëlle Kervadec l'a rencontré par hasard, sur un ferry, et par lui les autres. Sœur Inés tient les relevés météo d'un couvent de la vallée de l'Elqui et n'a jamais quitté le Chili, puisque l'ombre vient à elle. Les frères Dahl se sont brouillés en Mongolie pour un trépied et observent désormais depuis les deux bords opposés de la bande. Ruth Abara a vu sa première éclipse à neuf ans, la dernière à quarante ; depuis, elle écoute.

Le film prend son temps là où ses personnages le prennent : dans les trois ans qui séparent deux ombres, sur des cartes, dans des caravanes, au guichet des banques. Pour les éclipses, Kervadec a fait un choix qu'elle annonce dès la première phrase : laisser la caméra sur les visages. On voit l'ombre quand elle les traverse.

Une fois seulement, l'objectif se lève. C'est la dernière totalité du film, celle que Joseph manque pour onze kilomètres et un nuage.`,
  },
  art: {
    colour: '#c9824f',
    poster: {
      en: `Poster: the black disc of the Moon and the Sun's corona around it`,
      fr: `Affiche : le disque noir de la Lune et, autour, la couronne du Soleil`,
      focus: [0.5, 0.4],
    },
    stills: [
      {
        en: `The corona at totality, a prominence red at its edge`,
        fr: `La couronne pendant la totalité, une protubérance rouge sur le bord`,
        focus: [0.42, 0.5],
        colour: '#3d5586',
      },
      {
        en: `A crowd in silhouette under an eclipsed sun, an orange band along the whole horizon`,
        fr: `Une foule en silhouette sous le soleil éclipsé, une bande orange tout le long de l'horizon`,
        focus: [0.64, 0.24],
      },
      {
        en: `Crescents of sunlight thrown on the ground through leaves`,
        fr: `Des croissants de soleil projetés au sol à travers les feuilles`,
        colour: '#8f6a3e',
      },
      {
        en: `The light goes out over the sea from one side`,
        fr: `La lumière s'éteint sur la mer par un seul côté`,
        focus: [0.72, 0.6],
        colour: '#8a6f5c',
      },
    ],
  },
})
