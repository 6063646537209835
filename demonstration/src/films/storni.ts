import { credit, cut, dubbed, film, original, quote, selected, subtitled } from '../film.ts'

export const storni = film({
  slug: 'storni',
  reference: 'VIT-0022',
  publishedOn: '2026-01-08',
  title: 'Storni',
  titles: { en: 'Storni', fr: 'Storni' },
  originalTitle: 'Storni',
  otherTitles: [
    { title: 'Starlings', language: 'en' },
    { title: 'Les Étourneaux', language: 'fr' },
  ],
  year: 2014,
  cuts: [cut(54, original('it'), subtitled('en', 'fr'), dubbed('en', 'de', 'ja'))],
  originalLanguages: ['it'],
  directors: ['Tullio Brandi'],
  productionCompanies: [{ name: 'Officina Zero', country: 'IT' }],
  broadcasters: ['Rete Alta', 'Lumen Science'],
  supporters: ['Fondo Tevere'],
  producers: ['Pietro Lanza'],
  credits: [
    credit('photography', 'Nicola Ferri', 'Ettore Sala'),
    credit('editing', 'Sara Tognini'),
    credit('sound', 'Gaia Monti'),
    credit('narrator', 'Tullio Brandi'),
    credit('music', 'Quartetto Esquilino'),
  ],
  countries: ['IT'],
  genres: ['wildlife-film', 'documentary'],
  themes: ['wildlife', 'science', 'environment'],
  keywords: ['starlings', 'murmuration', 'Rome', 'physics'],
  places: ['Rome', 'IT'],
  festivals: [
    selected('Wildscreen', 2014, 'Bristol', 'GB', {
      section: 'Animals and Cities',
      award: 'Golden Panda',
      premiere: 'international',
    }),
    selected('Trento Film Festival', 2014, 'Trento', 'IT', { section: 'Terre Alte', premiere: 'world' }),
  ],
  pressQuotes: [
    quote(
      'Corriere dei Navigli',
      'Sandra Bosco',
      'it',
      `Finalmente un documentario sugli uccelli in cui gli uomini hanno un po’ di torto e un po’ di ragione.`,
    ),
  ],
  formats: ['HD', 'colour', '16:9', '5.1'],
  ratings: [{ system: 'BBFC', value: 'U' }],
  collections: ['after-dark'],
  lead: {
    writtenOn: '2026-01-07',
    en: `Rome's starlings are back at the main station, and with them the men in white overalls who play recordings of a frightened bird through megaphones. It is their twenty-first winter. The birds know them.`,
    fr: `Les étourneaux de Rome sont revenus devant la gare, et avec eux les hommes en combinaison blanche qui diffusent au mégaphone les cris d'un oiseau effrayé. C'est leur vingt et unième hiver. Les oiseaux les connaissent.`,
  },
  logline: {
    en: `Every winter evening four million starlings draw in the sky over Rome. Physicists want to know how, the city would like to know where else, and an umbrella seller is content.`,
    fr: `Chaque soir d'hiver, quatre millions d'étourneaux dessinent dans le ciel de Rome. Des physiciens cherchent comment, la mairie où les envoyer, et un marchand de parapluies est content.`,
  },
  short: {
    en: `A murmuration has no leader. Each bird minds seven neighbours, as a team on the roof of a museum found out with three cameras and a great deal of cold. From a dusk in November to the departure in March, a film about order, droppings, and the wish to belong.`,
    fr: `Une nuée n'a pas de chef. Chaque oiseau se règle sur sept voisins, comme l'a découvert une équipe postée sur le toit d'un musée, avec trois appareils et beaucoup de froid. D'un crépuscule de novembre au départ de mars, un film sur l'ordre, la fiente et l'envie d'en être.`,
  },
  synopsis: {
    en: `They come in from the olive groves along the motorways, in bands of a few hundred, as commuters do in the other direction. Over the station the bands meet, and something with a will of its own begins to fold and unfold in the sky.

Tullio Brandi, a wildlife cameraman for thirty years, had filmed lions on four continents before it struck him that the most astonishing animal event he knew took place above his tram stop. He spent five winters on roofs. The slow-motion photography, by now much copied, shows what the eye cannot: a turn that runs through the flock in less than half a second, and the falcon that is its reason.

Down below is the rest of the story. The physicist who threw out his theory after counting by hand one hundred and twenty thousand birds. The deputy mayor for decorum. The umbrella seller of Viale Giulio Cesare, for whom two months of droppings pay for a year of school.

There are few certainties in this film, and much pleasure in watching people look up.`,
    fr: `Ils arrivent des oliveraies en longeant les autoroutes, par bandes de quelques centaines, comme des banlieusards dans l'autre sens. Au-dessus de la gare, les bandes se rejoignent, et une chose douée de volonté se met à se plier et se déplier dans le ciel.

Tullio Brandi, trente ans de cinéma animalier, avait filmé des lions sur quatre continents quand il s'avisa que le plus étonnant des spectacles se donnait au-dessus de son arrêt de tramway. Il a passé cinq hivers sur des toits. Ses ralentis, beaucoup copiés depuis, montrent ce que l'œil ne voit pas : un virage qui parcourt la nuée en moins d'une demi-seconde, et le faucon qui en est la cause.

En bas se joue le reste. Le physicien qui jeta sa théorie après avoir compté à la main cent vingt mille oiseaux. L'adjointe au décorum. Le marchand de parapluies du Viale Giulio Cesare, à qui deux mois de fientes paient une année d'école.

Peu de certitudes dans ce film, et un grand plaisir à regarder des gens lever la tête.`,
  },
  art: {
    colour: '#c25f73',
    poster: {
      en: `Poster: a cloud of starlings folds over a sky from white to rose`,
      fr: `Affiche : une nuée d'étourneaux se replie dans un ciel qui va du blanc au rose`,
      focus: [0.5, 0.35],
    },
    stills: [
      {
        en: `A ribbon of birds above domes and umbrella pines at dusk`,
        fr: `Un ruban d'oiseaux au-dessus des dômes et des pins parasols, au crépuscule`,
        focus: [0.45, 0.4],
        colour: '#b87f78',
      },
      {
        en: `A flock in a figure of eight against grey cloud, single birds close by`,
        fr: `Une nuée en forme de huit devant des nuages gris, quelques oiseaux tout près`,
        focus: [0.52, 0.48],
        colour: '#6c7478',
      },
      {
        en: `Plane trees full of roosting birds, street lamps behind`,
        fr: `Des platanes couverts d'oiseaux endormis, des réverbères derrière`,
        focus: [0.5, 0.5],
        colour: '#a8603c',
      },
    ],
  },
})
