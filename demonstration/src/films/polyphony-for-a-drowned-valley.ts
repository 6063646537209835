import { credit, cut, film, original, quote, selected, subtitled } from '../film.ts'

export const polyphony = film({
  slug: 'polyphony-for-a-drowned-valley',
  reference: 'VIT-0010',
  publishedOn: '2025-02-20',
  title: 'Polyphony for a Drowned Valley',
  titles: { en: 'Polyphony for a Drowned Valley', fr: 'Polyphonie pour une vallée noyée' },
  originalTitle: 'მრავალხმიანობა დაძირული ხეობისთვის',
  year: 2021,
  cuts: [cut(86, original('ka', 'sva'), subtitled('en', 'fr', 'de', 'ru'))],
  originalLanguages: ['ka', 'sva'],
  directors: ['Nino Gvelesiani'],
  productionCompanies: [{ name: 'Tetri Film', country: 'GE' }],
  coProducers: [{ name: 'Atelier du Phare', country: 'FR' }],
  broadcasters: ['Canal Estuaire'],
  supporters: ['Caucasus Documentary Network', 'Région du Ponant'],
  producers: ['Levan Kipiani', 'Gildas Morvan'],
  credits: [
    credit('photography', 'Zaza Meladze'),
    credit('editing', 'Noor Hadadi'),
    credit('sound', 'Sandro Gelashvili'),
    credit('music', 'Choir of Upper Khaishi'),
  ],
  countries: ['GE', 'FR'],
  genres: ['feature-documentary'],
  themes: ['music', 'water', 'history', 'society'],
  keywords: ['Georgian polyphony', 'hydroelectric dam', 'resettlement', 'Svaneti'],
  places: ['Svaneti', 'GE'],
  festivals: [
    selected('Visions du Réel', 2021, 'Nyon', 'CH', { section: 'International Competition', premiere: 'world' }),
    selected('Sheffield DocFest', 2021, 'Sheffield', 'GB', { section: 'International Competition', award: 'Grand Jury Award' }),
    selected('CinéDOC-Tbilisi', 2022, 'Tbilisi', 'GE', { premiere: 'national', award: 'Audience Award' }),
  ],
  pressQuotes: [
    quote(
      'La Gazette du Ponant',
      'Léo Tanguy',
      'fr',
      `Trois voix, et l'on entend très bien la quatrième : celle de l'eau qui monte.`,
    ),
  ],
  formats: ['2K', 'DCP', '5.1'],
  ratings: [{ system: 'CNC', value: 'Tous publics' }],
  collections: ['the-price-of-water'],
  lead: {
    writtenOn: '2025-02-18',
    en: `Tbilisi has put the great dams of Svaneti back on its list of national projects. The villages that were to be flooded in the 1980s, and again in 2013, are learning the date for the third time.`,
    fr: `Tbilissi vient de réinscrire les grands barrages de Svanétie parmi ses projets nationaux. Les villages qu'il fallait noyer dans les années 1980, puis en 2013, apprennent la date pour la troisième fois.`,
  },
  logline: {
    en: `When a valley in the Caucasus was flooded, its choir was resettled in three towns, one voice in each. Forty years on they still rehearse by telephone.`,
    fr: `Quand une vallée du Caucase fut noyée, son chœur fut dispersé dans trois villes, une voix dans chacune. Quarante ans après, ils répètent encore par téléphone.`,
  },
  short: {
    en: `Songs from the upper valley need three parts, and the basses were sent to the lowlands. Nino Gvelesiani records each group where it was put: in a block of flats, a bus depot, a prefabricated church. Then the reservoir is drained for repairs, for nineteen days, and the village comes up.`,
    fr: `Les chants de la haute vallée demandent trois voix, et l'on avait envoyé les basses dans la plaine. Nino Gvelesiani enregistre chaque groupe là où on l'a mis : un immeuble, un dépôt d'autobus, une église préfabriquée. Puis on vide le lac pour réparations, dix-neuf jours, et le village remonte.`,
  },
  synopsis: {
    en: `The planners of 1981 were not cruel. They counted families, rooms and cows, and distributed them sensibly over three new settlements. Nobody had told them that the people sang, or that what they sang fell apart if you moved the middle voice.

The middle voice went to Rustavi, to the steelworks. The top stayed nearest, in a row of concrete houses above the dam. The basses, heavy smokers all, were given flats beside the sea. Three times a year there were buses. When the buses stopped, there was the telephone: a receiver laid on a table in each of three kitchens, and a delay on the line to which the singers have so adapted that they now sound late when they are in one room.

Gvelesiani's sound recordist spent two years on these kitchens. In the cinema each part comes from its own side of the hall. It is a simple idea and it never stops being moving.

In the autumn of 2019 the reservoir was emptied for the repair of a sluice. The film's last half-hour follows the singers, the youngest of them sixty-six, down a road of cracked mud towards a church tower that some had rowed over. What they do when they get there is what they have always done first in any building: they clap once, to hear it.`,
    fr: `Les planificateurs de 1981 n'étaient pas cruels. Ils comptèrent familles, pièces et vaches, et les répartirent avec bon sens entre trois cités neuves. Personne ne leur avait dit que ces gens chantaient, ni que leur chant s'écroulait si l'on déplaçait la voix du milieu.

La voix du milieu partit à Roustavi, aux aciéries. La voix haute resta le plus près, dans une rangée de maisons en béton au-dessus du barrage. Aux basses, grands fumeurs, on donna des appartements au bord de la mer. Trois fois l'an, il y eut des cars. Quand les cars cessèrent, il y eut le téléphone : un combiné posé sur la table dans trois cuisines, et sur la ligne un retard auquel les chanteurs se sont si bien faits qu'ils semblent désormais décalés quand ils sont dans la même pièce.

L'ingénieur du son de Gvelesiani a passé deux ans dans ces cuisines. En salle, chaque voix vient de son côté. L'idée est simple et ne cesse jamais d'émouvoir.

À l'automne 2019, on vida le lac pour réparer une vanne. La dernière demi-heure suit les chanteurs, le plus jeune a soixante-six ans, sur une route de boue craquelée, vers un clocher au-dessus duquel certains avaient ramé. Arrivés là, ils font ce qu'ils ont toujours fait d'abord dans un bâtiment : frapper une fois dans leurs mains, pour l'entendre.`,
  },
  art: {
    colour: '#1d6b73',
    poster: {
      en: `Poster: musical staves loosen into waves, the notes turn into small red houses`,
      fr: `Affiche : des portées se défont en vagues, les notes deviennent de petites maisons rouges`,
      focus: [0.5, 0.35],
    },
    stills: [
      {
        en: `Stone towers on a spur, mountain ranges in mist behind`,
        fr: `Des tours de pierre sur un éperon, des montagnes dans la brume`,
        focus: [0.23, 0.68],
        colour: '#4d7268',
      },
      {
        en: `A church tower stands out of a still reservoir`,
        fr: `Un clocher sort des eaux immobiles d'un lac de barrage`,
        focus: [0.6, 0.42],
        colour: '#4a6a70',
      },
      {
        en: `Singers in a row behind candles, out of focus`,
        fr: `Des chanteurs alignés derrière des bougies, flous`,
        focus: [0.5, 0.6],
        colour: '#8a4d22',
      },
    ],
  },
})
