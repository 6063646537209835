import { credit, cut, film, original, quote, selected, subtitled, voiceOver } from '../film.ts'

export const theAnchovyYear = film({
  slug: 'the-anchovy-year',
  reference: 'VIT-0021',
  registered: true,
  publishedOn: '2025-12-09',
  title: 'The Anchovy Year',
  titles: { en: 'The Anchovy Year', fr: `L'Année de l'anchois` },
  originalTitle: 'El año de la anchoa',
  year: 2022,
  cuts: [cut(52, original('es', 'it', 'fr'), subtitled('en'), voiceOver('fr', 'de', 'it'))],
  originalLanguages: ['es', 'it', 'fr'],
  directors: ['Marisol Echave'],
  productionCompanies: [{ name: 'Mareas Films', country: 'ES' }],
  coProducers: [{ name: 'Officina Zero', country: 'IT' }],
  broadcasters: ['Canal Cantábrico', 'Rete Alta'],
  supporters: ['Fondo Atlántico Audiovisual'],
  producers: ['Íñigo Larrea', 'Pietro Lanza'],
  credits: [credit('photography', 'Unai Bilbao'), credit('editing', 'Ana Quiroga'), credit('music', 'Bruno Salas')],
  countries: ['ES', 'IT'],
  genres: ['documentary'],
  themes: ['food', 'ocean', 'economy', 'women', 'work'],
  keywords: ['fishing', 'canning', 'Bay of Biscay', 'quotas'],
  places: ['Santoña', 'ES', 'IT'],
  festivals: [
    selected('San Sebastián International Film Festival', 2022, 'San Sebastián', 'ES', {
      section: 'Culinary Zinema',
      award: 'Culinary Zinema Best Film',
      premiere: 'world',
    }),
    selected('Deauville Green Awards', 2023, 'Deauville', 'FR', { section: 'Sustainable Food', award: 'Silver' }),
  ],
  pressQuotes: [quote('El Faro del Sur', 'Lucio Marín', 'es', `Se ve con hambre y se acaba con sed.`)],
  formats: ['4K', '16:9', 'stereo'],
  collections: ['the-price-of-water'],
  lead: {
    writtenOn: '2025-12-08',
    en: `Brussels sets next year's Biscay quota this week. The fish that vanished between 2005 and 2010 is so plentiful again that nobody can pay what it costs to clean.`,
    fr: `Bruxelles fixe cette semaine le quota du golfe de Gascogne. Le poisson qui avait disparu de 2005 à 2010 est redevenu si abondant que plus personne ne peut payer ce qu'il coûte à nettoyer.`,
  },
  logline: {
    en: `It takes a boat a night to catch the anchovies, and the women of Santoña a year to turn them into something one can eat. A film about what happens in between.`,
    fr: `Il faut une nuit à un bateau pour pêcher l'anchois, et une année aux femmes de Santoña pour en faire ce qui se mange. Un film sur ce qui se passe entre les deux.`,
  },
  short: {
    en: `Landed in May, layered in salt by a trade the Sicilians brought in 1880, turned, rinsed, and filleted by hand with a pair of scissors and a scrap of netting: one barrel, number 314, from the lamp boats to the tin, and the four women who will have touched every fish in it.`,
    fr: `Débarqué en mai, couché dans le sel selon un savoir apporté par des Siciliens en 1880, retourné, rincé, fileté à la main avec des ciseaux et un bout de filet : un tonneau, le 314, des bateaux à lampes jusqu'à la boîte, et les quatre femmes qui auront touché chacun de ses poissons.`,
  },
  synopsis: {
    en: `In April the boats go out with lamps as bright as operating theatres. The shoal comes up to look. For the crew of the Nuevo Hermanos Larrea the year is decided in three weeks, and by a man on shore with a telephone.

For Charo, Begoña, Mila and Fatima it begins when the boat ties up. They lay the fish in a barrel, heads to the rim, a wheel to every layer, and put a stone on top. Then they wait, as one waits with cheese. Marisol Echave, whose grandmother came from Terrasini with a knife in her apron, uses the months to tell the story of an odd migration: how Sicilian salters, looking for a fish, found wives and stayed.

Filleting is the heart of the film. There are eleven movements; a good hand takes seven seconds. No machine has managed it, and a plant in another country, at a third of the wage, now can. Echave goes there also, and finds four women at a table, quicker than the first four, and one of them from Santoña.

In December the tin is opened. Eight people on two continents taste it. No one says anything for a moment, which in this trade counts as applause.`,
    fr: `En avril, les bateaux sortent avec des lampes vives comme un bloc opératoire. Le banc monte voir. Pour l'équipage du Nuevo Hermanos Larrea, l'année se joue en trois semaines, et au téléphone, par un homme resté à terre.

Pour Charo, Begoña, Mila et Fatima, elle commence quand le bateau s'amarre. Elles couchent le poisson en tonneau, tête au bord, une roue par couche, et posent une pierre dessus. Puis elles attendent, comme on attend un fromage. Marisol Echave, dont la grand-mère arriva de Terrasini un couteau dans le tablier, met ces mois à profit pour raconter une étrange migration : comment des saleurs siciliens, venus chercher un poisson, trouvèrent femme et restèrent.

Le filetage est le cœur du film. Onze gestes ; une bonne main met sept secondes. Aucune machine n'y est parvenue, mais un atelier, dans un autre pays, au tiers du salaire, y parvient. Echave s'y rend aussi, et trouve quatre femmes à une table, plus rapides que les premières, dont l'une vient de Santoña.

En décembre, on ouvre la boîte. Huit personnes, sur deux continents, goûtent. Un instant, personne ne dit rien, ce qui dans ce métier vaut des applaudissements.`,
  },
  art: {
    colour: '#d9503d',
    poster: {
      en: `Poster: a ring of blue fish on coral red, one yellow fish swimming against the others`,
      fr: `Affiche : une ronde de poissons bleus sur fond corail, un poisson jaune nageant à contre-courant`,
      focus: [0.5, 0.38],
    },
    stills: [
      { en: `A shoal under water in shafts of light`, fr: `Un banc sous l'eau dans des rais de lumière`, colour: '#0f7a96' },
      {
        en: `Three boats fishing by lamplight on a black sea`,
        fr: `Trois bateaux pêchant au lamparo sur une mer noire`,
        focus: [0.52, 0.48],
        colour: '#1f6a6a',
      },
      {
        en: `Fish laid in a wheel in salt, seen from above`,
        fr: `Des poissons couchés en roue dans le sel, vus d'en haut`,
        focus: [0.47, 0.52],
        colour: '#5a6b7a',
      },
    ],
  },
})
