import { credit, cut, film, original, quote, selected, subtitled, voiceOver } from '../film.ts'

const spoken = original('ro', 'en', 'hu')

export const theTreeRingCourt = film({
  slug: 'the-tree-ring-court',
  reference: 'VIT-0009',
  publishedOn: '2026-06-18',
  title: 'The Tree Ring Court',
  titles: { en: 'The Tree Ring Court', fr: 'Le Tribunal des cernes' },
  originalTitle: 'Tribunalul inelelor',
  year: 2023,
  cuts: [cut(92, spoken, subtitled('en', 'fr', 'de')), cut(52, spoken, subtitled('en'), voiceOver('fr', 'de', 'nl'))],
  originalLanguages: ['ro', 'en', 'hu'],
  directors: ['Ilinca Vasarhelyi'],
  productionCompanies: [{ name: 'Limba Film', country: 'RO' }],
  coProducers: [
    { name: 'Kettős Film', country: 'HU' },
    { name: 'Wüstenlicht Film', country: 'DE' },
  ],
  broadcasters: ['Kanal Elf'],
  supporters: ['Carpathian Audiovisual Fund'],
  producers: ['Mirela Dobre', 'Zsolt Ferenczy'],
  credits: [
    credit('photography', 'Andrei Toma'),
    credit('editing', 'Mirela Dobre'),
    credit('sound', 'Balázs Orbán'),
    credit('music', 'Kinga Szép'),
  ],
  countries: ['RO', 'HU', 'DE'],
  genres: ['feature-documentary'],
  themes: ['investigation', 'justice', 'environment', 'science', 'crime'],
  keywords: ['illegal logging', 'dendrochronology', 'old-growth forest', 'expert witness'],
  places: ['Suceava', 'RO'],
  festivals: [
    selected('DOK Leipzig', 2023, 'Leipzig', 'DE', {
      section: 'International Competition',
      award: 'Golden Dove',
      premiere: 'world',
    }),
    selected('One World', 2024, 'Prague', 'CZ', { section: 'Right to Know' }),
    selected('Astra Film Festival', 2023, 'Sibiu', 'RO', { award: 'Best Romanian Documentary', premiere: 'national' }),
    selected('FIPADOC', 2024, 'Biarritz', 'FR', { section: 'International Documentary' }),
  ],
  pressQuotes: [
    quote('The Tyneside Review', 'Colm Ashby', 'en', `The most suspenseful scene of the year consists of a woman counting.`),
    quote('Der Abendbote', 'Ruth Kessel', 'de', `Ein Gerichtsfilm, in dem das Holz aussagt.`),
  ],
  formats: ['4K', 'DCP', '5.1'],
  advisories: ['threats of violence'],
  ratings: [{ system: 'FSK', value: '12' }],
  collections: ['evidence'],
  lead: {
    writtenOn: '2026-06-15',
    en: `Since this month every plank sold in the European Union must be traceable to the plot where the tree stood. The law needs a science that can tell when a document lies. There are some forty people who practise it.`,
    fr: `Depuis ce mois-ci, toute planche vendue dans l'Union européenne doit pouvoir être rattachée à la parcelle où l'arbre poussait. La loi suppose une science qui sache quand un papier ment. Une quarantaine de personnes la pratiquent.`,
  },
  logline: {
    en: `Eleven spruce trunks, one forged permit, a murdered ranger: a botanist from Suceava is asked to prove in court on which day a tree was felled.`,
    fr: `Onze troncs d'épicéa, un permis falsifié, un garde forestier assassiné : une botaniste de Suceava doit prouver devant un tribunal quel jour un arbre est tombé.`,
  },
  short: {
    en: `Dr Lidia Rusu can read a drought, a fire or a bad neighbour in the width of a ring. When her cross-sections become exhibits 30 to 41 in the trial of a timber company, she learns how little a fact weighs until somebody swears to it, and how many in her valley would rather that she hadn't.`,
    fr: `Dans la largeur d'un cerne, Lidia Rusu lit une sécheresse, un incendie, un mauvais voisin. Quand ses rondelles deviennent les pièces 30 à 41 du procès d'une société forestière, elle apprend combien un fait pèse peu tant que personne ne jure, et combien de gens de sa vallée préféreraient qu'elle ne jure pas.`,
  },
  synopsis: {
    en: `A tree keeps its accounts from the outside. Under the bark lies the present year, and one millimetre further in the last, and so on for three centuries, in a hand that cannot be forged. The permit found in the cab of the lorry said 4 March. The wood said the second week of May.

On this difference of nine weeks hangs a trial that Ilinca Vasarhelyi filmed from the first hearing to the appeal. The defence has four lawyers and a wood technologist from Vienna. The prosecution has Lidia Rusu, who teaches biology at a secondary school, shares her microscope with the fisheries inspectorate, and was the last to speak with the ranger Doru Pop before he was found at the foot of a hunting stand.

The film keeps to her side of the bench. We follow the saw cut from forest to laboratory and understand, ring by ring, how one makes a piece of wood talk. We also follow her to the shop, where she is no longer greeted. Her brother drives for the company. So does half the village; the other half burns what the first half drops.

In a courtroom with plastic flowers she is asked whether she can be wrong. It takes her eleven seconds to answer, and Vasarhelyi does not cut.`,
    fr: `Un arbre tient ses comptes par le dehors. Sous l'écorce, l'année en cours ; un millimètre plus loin, la précédente, et ainsi de suite sur trois siècles, d'une écriture infalsifiable. Le permis trouvé dans la cabine du camion disait le 4 mars. Le bois disait la deuxième semaine de mai.

À cet écart de neuf semaines est suspendu un procès qu'Ilinca Vasarhelyi a filmé de la première audience à l'appel. La défense a quatre avocats et un technologue du bois venu de Vienne. L'accusation a Lidia Rusu, qui enseigne la biologie dans un lycée, partage son microscope avec l'inspection des pêches, et fut la dernière à parler au garde Doru Pop avant qu'on ne le retrouve au pied d'un affût.

Le film reste de son côté de la barre. On suit la coupe du bois de la forêt au laboratoire, et l'on comprend, cerne après cerne, comment on fait parler une rondelle. On la suit aussi à l'épicerie, où l'on ne la salue plus. Son frère conduit pour la société. La moitié du village aussi ; l'autre moitié se chauffe avec ce que la première laisse tomber.

Dans une salle d'audience aux fleurs en plastique, on lui demande si elle peut se tromper. Elle met onze secondes à répondre, et Vasarhelyi ne coupe pas.`,
  },
  art: {
    colour: '#1f5a45',
    poster: {
      en: `Poster: tree rings in the shape of a thumbprint, stamped Exhibit 41`,
      fr: `Affiche : des cernes de bois en forme d'empreinte de pouce, tamponnés « Exhibit 41 »`,
      focus: [0.5, 0.38],
    },
    stills: [
      {
        en: `Growth rings of a trunk in close-up, split by a crack`,
        fr: `Les cernes d'un tronc en gros plan, traversés d'une fente`,
        focus: [0.32, 0.6],
        colour: '#a8672f',
      },
      { en: `Spruce trunks in fog`, fr: `Des troncs d'épicéas dans le brouillard` },
      {
        en: `A stack of felled trunks, one marked with a red cross`,
        fr: `Une pile de grumes, l'une marquée d'une croix rouge`,
        focus: [0.57, 0.5],
        colour: '#8a5a2b',
      },
    ],
  },
})
