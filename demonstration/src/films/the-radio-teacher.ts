import { credit, cut, film, original, quote, selected, subtitled, voiceOver } from '../film.ts'

export const theRadioTeacher = film({
  slug: 'the-radio-teacher',
  reference: 'VIT-0025',
  publishedOn: '2025-09-02',
  title: 'The Radio Teacher',
  titles: { en: 'The Radio Teacher', fr: 'La Maîtresse des ondes' },
  originalTitle: 'Radio yachachiq',
  year: 2022,
  cuts: [
    cut(70, original('qu', 'es'), subtitled('en', 'fr', 'es', 'de')),
    cut(52, original('qu', 'es'), voiceOver('fr', 'de'), subtitled('en')),
  ],
  originalLanguages: ['qu', 'es'],
  directors: ['Yanina Quispe Mayta'],
  productionCompanies: [{ name: 'Puna Roja', country: 'PE' }],
  coProducers: [{ name: 'Bergsicht Film', country: 'CH' }],
  broadcasters: ['Telesur Documental'],
  supporters: ['Fondo Andino de Cine', 'Alpine Co-production Fund'],
  producers: ['Hugo Ccori', 'Urs Bänziger'],
  credits: [
    credit('photography', 'Milagros Tinta'),
    credit('editing', 'Hugo Ccori'),
    credit('sound', 'Wara Condori'),
    credit('music', 'Los Ecos de Canas'),
  ],
  countries: ['PE', 'CH'],
  genres: ['feature-documentary', 'portrait'],
  themes: ['education', 'media', 'youth', 'women', 'society'],
  keywords: ['Quechua', 'community radio', 'distance learning', 'Andes'],
  places: ['Cusco', 'PE'],
  period: { from: 2020, to: 2021, label: null },
  festivals: [
    selected('Hot Docs', 2022, 'Toronto', 'CA', {
      section: 'International Spectrum',
      award: 'Emerging Filmmaker Award',
      premiere: 'world',
    }),
    selected('Solothurn Film Festival', 2023, 'Solothurn', 'CH', { section: 'Panorama' }),
    selected('Festival de Cine de Lima', 2022, 'Lima', 'PE', { award: 'Best Peruvian Documentary', premiere: 'national' }),
  ],
  pressQuotes: [
    quote(
      'El Faro del Sur',
      'Pilar Otero',
      'es',
      `Una película que se escucha con los ojos cerrados y se agradece con los ojos abiertos.`,
    ),
  ],
  formats: ['HD', 'DCP', '5.1'],
  ratings: [{ system: 'CNC', value: 'Tous publics' }],
  collections: ['a-place-to-stand'],
  lead: {
    writtenOn: '2025-09-01',
    en: `Peru begins the second half of its school year with 1,800 rural classrooms closed for want of teachers. In the province of Canas lessons have been going out on 1340 kilohertz since the pandemic, and no one has told them to stop.`,
    fr: `Au Pérou, le second semestre s'ouvre avec 1 800 classes rurales fermées faute d'enseignants. Dans la province de Canas, les leçons passent sur 1340 kilohertz depuis la pandémie, et personne ne leur a dit d'arrêter.`,
  },
  logline: {
    en: `When the school closes, a village teacher moves her class to the local radio: 40 pupils on 40 mountainsides, one transmitter, and homework that arrives on horseback.`,
    fr: `Quand l'école ferme, une institutrice déplace sa classe à la radio locale : 40 élèves sur 40 versants, un émetteur, et des devoirs qui arrivent à cheval.`,
  },
  short: {
    en: `At six in the morning Saturnina Huamán says good day in Quechua to children whom she cannot see. They answer, she knows it, aloud, to the alpacas. For a school year the film goes back and forth between the studio, lined with egg boxes, and the other end of the wave.`,
    fr: `À six heures du matin, Saturnina Huamán dit bonjour en quechua à des enfants qu'elle ne voit pas. Ils répondent, elle le sait, à voix haute, devant les alpagas. Toute une année scolaire, le film va et vient entre le studio, tapissé de boîtes à œufs, et l'autre bout de l'onde.`,
  },
  synopsis: {
    en: `Radio Canas plays huaynos, announces lost cattle and, since April 2020, teaches fractions. Saturnina Huamán has no training for this. She has a microphone, a guitar with five strings, and the conviction that silence is part of a lesson: after every question she counts to ten with the channel open. In the hills they call it the wind's turn.

Yanina Quispe Mayta, whose own first teacher did not allow Quechua, films those ten seconds wherever they fall. A boy calculates with beans. Two sisters argue over the one pencil. A grandfather who has come along for the batteries writes his name. We come to know the pupils as their teacher does, by what they send: drawings, a plait of wool, a tooth.

The signal reaches to the pass and no further. In the second half of the film, Saturnina saddles a horse to find out why the homework from Chollocani has stopped. It is two days' ride. She takes a transmitter with her, and a son who would rather be in Cusco.

In the last broadcast she calls the roll. We know by now where each name lands.`,
    fr: `Radio Canas passe des huaynos, annonce les vaches perdues et, depuis avril 2020, enseigne les fractions. Saturnina Huamán n'y est pas formée. Elle a un micro, une guitare à cinq cordes et la conviction que le silence fait partie de la leçon : après chaque question, elle compte jusqu'à dix, antenne ouverte. Dans les collines, on appelle cela le tour du vent.

Yanina Quispe Mayta, dont la première maîtresse interdisait le quechua, filme ces dix secondes là où elles tombent. Un garçon calcule avec des haricots. Deux sœurs se disputent l'unique crayon. Un grand-père, venu pour les piles, écrit son nom. Nous apprenons à connaître les élèves comme leur institutrice, par ce qu'ils envoient : des dessins, une tresse de laine, une dent.

Le signal va jusqu'au col et pas plus loin. Dans la seconde moitié du film, Saturnina selle un cheval pour savoir pourquoi plus rien ne vient de Chollocani. C'est à deux jours. Elle emporte un émetteur, et un fils qui préférerait être à Cusco.

À la dernière émission, elle fait l'appel. Nous savons désormais où chaque nom arrive.`,
  },
  art: {
    colour: '#c2185b',
    poster: {
      en: `Poster: woven diamonds in pink, orange and yellow spread from a radio mast`,
      fr: `Affiche : des losanges tissés, roses, orange et jaunes, partent d'une antenne de radio`,
      focus: [0.5, 0.36],
    },
    stills: [
      {
        en: `Mountain ridges, terraces in front, a mast with a red lamp`,
        fr: `Des crêtes, des terrasses au premier plan, une antenne et sa lampe rouge`,
        focus: [0.77, 0.65],
        colour: '#7a5a3a',
      },
      {
        en: `A woman with a hat at the microphone, a wall of egg boxes behind`,
        fr: `Une femme à chapeau au micro, un mur de boîtes à œufs derrière`,
        focus: [0.45, 0.5],
        colour: '#a5662c',
      },
      {
        en: `A child with a radio on a high plain at sunset, alpacas behind`,
        fr: `Une enfant et sa radio sur l'altiplano au couchant, des alpagas derrière`,
        focus: [0.35, 0.65],
        colour: '#8a7038',
      },
    ],
  },
})
