import { credit, cut, film, original, quote, selected, subtitled, voiceOver } from '../film.ts'

export const elevenAgainstTheWind = film({
  slug: 'eleven-against-the-wind',
  reference: 'VIT-0020',
  registered: true,
  publishedOn: '2025-07-02',
  title: 'Eleven Against the Wind',
  titles: { en: 'Eleven Against the Wind', fr: 'Onze contre le vent' },
  originalTitle: 'Ellivu móti vindinum',
  year: 2025,
  cuts: [
    cut(76, original('fo', 'da'), subtitled('en', 'fr', 'da', 'de')),
    cut(52, original('fo', 'da'), voiceOver('fr', 'de'), subtitled('en')),
  ],
  originalLanguages: ['fo', 'da'],
  directors: ['Bára Thomsen'],
  productionCompanies: [{ name: 'Havn Film', country: 'FO' }],
  coProducers: [{ name: 'Isfjord Film', country: 'DK' }],
  broadcasters: ['Nordkanalen'],
  supporters: ['Filmfond Nord'],
  producers: ['Jógvan Dam', 'Pipaluk Berthelsen'],
  credits: [
    credit('photography', 'Marin Joensen'),
    credit('editing', 'Signe Ravn'),
    credit('sound', 'Høgni Lund'),
    credit('music', 'Eyðun Vang'),
  ],
  countries: ['FO', 'DK'],
  genres: ['feature-documentary'],
  themes: ['sport', 'women', 'society', 'youth'],
  keywords: ['football', 'Faroe Islands', 'village life', 'emigration'],
  places: ['FO'],
  festivals: [
    selected('CPH:DOX', 2025, 'Copenhagen', 'DK', { section: 'Highlights', premiere: 'world' }),
    selected('Sheffield DocFest', 2025, 'Sheffield', 'GB', { section: 'Strands: Game On', award: 'Youth Jury Award' }),
    selected('Thinking Football Film Festival', 2025, 'Bilbao', 'ES', { award: 'Best Film' }),
  ],
  pressQuotes: [quote('Nordposten', 'Karl Emil Voss', 'da', `Nul-nul har aldrig været så spændende.`)],
  formats: ['4K', 'DCP', '5.1'],
  collections: ['a-place-to-stand'],
  lead: {
    writtenOn: '2025-07-01',
    en: `The women's European Championship opens tomorrow in front of thirty-five thousand people in Basel. The team in this film has played in front of nobody, four times, because the ferry was cancelled.`,
    fr: `L'Euro féminin s'ouvre demain à Bâle devant trente-cinq mille personnes. L'équipe de ce film a joué quatre fois devant personne, le ferry ayant été annulé.`,
  },
  logline: {
    en: `An island of 142 people has eleven women who can play football. When the goalkeeper gets a job in Copenhagen, everybody over fourteen is asked to try the gloves.`,
    fr: `Sur une île de 142 habitants, onze femmes savent jouer au football. Quand la gardienne trouve un emploi à Copenhague, tous ceux qui ont plus de quatorze ans sont priés d'essayer les gants.`,
  },
  short: {
    en: `The pitch lies between the church and a cliff; a boat waits below for the ball. One season with the smallest club in the Faroese women's league: a fish worker, two sisters, the priest, the mayor's ex-wife, the mayor's wife. They have never won away. They have never failed to turn up.`,
    fr: `Le terrain est coincé entre l'église et la falaise ; en bas, un bateau attend le ballon. Une saison avec le plus petit club du championnat féminin féroïen : une ouvrière du poisson, deux sœurs, la pasteure, l'ex-femme du maire, la femme du maire. Elles n'ont jamais gagné à l'extérieur. Elles ne se sont jamais dérobées.`,
  },
  synopsis: {
    en: `Rule one: you kick off against the wind, because in the second half it will have turned. Rule two: whoever kicks it off the cliff fetches it. There is no third rule, but in the changing room, a former boathouse, there are eleven red shirts on eleven nails, and everything depends on none of them hanging there on a Saturday.

Bára Thomsen was on nail number six until she went to film school. She comes back for the season in which the goalkeeper Rannvá, who has held the village together as thoroughly as she has kept its net, announces that she is leaving. The search for a successor goes by way of the school, the fish factory and the choir, and ends in a place nobody had looked.

It's a comedy, chiefly. It is also a precise film on why young women leave small places and what would have to be true for them to stay. Thomsen asks that question to each player once, alone, in goal, while somebody takes shots at her.

The last match is away. There is fog, the floodlights make a room out of it, and for twenty minutes the film forgets about everything but football.`,
    fr: `Règle un : on engage contre le vent, car à la mi-temps il aura tourné. Règle deux : qui envoie le ballon par-dessus la falaise va le chercher. Il n'y a pas de règle trois, mais dans le vestiaire, un ancien hangar à bateaux, onze maillots rouges pendent à onze clous, et tout tient à ce qu'il n'en reste aucun le samedi.

Bára Thomsen occupait le clou numéro six avant de partir étudier le cinéma. Elle revient pour la saison où la gardienne Rannvá, qui a tenu le village aussi bien que sa cage, annonce qu'elle s'en va. La recherche d'une remplaçante passe par l'école, l'usine de poisson et la chorale, et aboutit là où personne n'avait regardé.

C'est une comédie, d'abord. C'est aussi un film précis sur les raisons pour lesquelles les jeunes femmes quittent les petits pays, et sur ce qu'il faudrait pour qu'elles restent. Thomsen pose la question à chaque joueuse une seule fois, seule, dans les buts, pendant qu'on lui tire dessus.

Le dernier match a lieu à l'extérieur. Il y a du brouillard, les projecteurs y taillent une chambre et, pendant vingt minutes, le film oublie tout sauf le football.`,
  },
  art: {
    colour: '#0c8a4c',
    poster: {
      en: `Poster: the white lines of a football pitch, blown out of shape, eleven dots`,
      fr: `Affiche : les lignes blanches d'un terrain de football, déformées par le vent, onze points`,
      focus: [0.5, 0.4],
    },
    stills: [
      {
        en: `Players in fog under floodlights`,
        fr: `Des joueuses dans le brouillard, sous les projecteurs`,
        focus: [0.5, 0.7],
        colour: '#47615c',
      },
      {
        en: `A pitch by the sea, mountains across the fjord`,
        fr: `Un terrain au bord de la mer, des montagnes de l'autre côté du fjord`,
        focus: [0.55, 0.75],
        colour: '#3d6b35',
      },
      {
        en: `Red shirts on nails in a boathouse, one yellow among them`,
        fr: `Des maillots rouges à des clous dans un hangar à bateaux, un jaune parmi eux`,
        focus: [0.6, 0.4],
        colour: '#a83227',
      },
    ],
  },
})
