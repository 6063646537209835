import { credit, cut, film, original, quote, selected, subtitled } from '../film.ts'

export const ravaneti = film({
  slug: 'ravaneti',
  reference: 'VIT-0018',
  registered: true,
  publishedOn: '2025-03-27',
  title: 'Ravaneti',
  titles: { en: 'Ravaneti', fr: 'Ravaneti' },
  originalTitle: 'Ravaneti',
  otherTitles: [
    { title: 'What the Mountain Leaves', language: 'en' },
    { title: 'Ce que laisse la montagne', language: 'fr' },
  ],
  year: 2018,
  cuts: [cut(112, original('it'), subtitled('en', 'fr', 'de', 'es'))],
  originalLanguages: ['it'],
  directors: ['Beatrice Lazzerini'],
  productionCompanies: [{ name: 'Officina Zero', country: 'IT' }],
  coProducers: [{ name: 'Bergsicht Film', country: 'CH' }],
  broadcasters: ['Rete Alta'],
  supporters: ['Fondo Apuano per il Cinema'],
  producers: ['Pietro Lanza', 'Urs Bänziger'],
  credits: [credit('photography', 'Nicola Ferri'), credit('editing', 'Sara Tognini'), credit('sound', 'Denis Amrein')],
  countries: ['IT', 'CH'],
  genres: ['feature-documentary', 'essay'],
  themes: ['work', 'environment', 'arts', 'economy'],
  keywords: ['marble', 'Carrara', 'quarry', 'anarchism'],
  places: ['Carrara', 'IT'],
  festivals: [
    selected('Locarno Film Festival', 2018, 'Locarno', 'CH', { section: 'Critics’ Week', premiere: 'world' }),
    selected('Festival dei Popoli', 2018, 'Florence', 'IT', {
      section: 'Italian Competition',
      award: 'Best Italian Documentary',
      premiere: 'national',
    }),
    selected('Hot Docs', 2019, 'Toronto', 'CA', { section: 'The Changing Face of Europe' }),
  ],
  pressQuotes: [quote('Corriere dei Navigli', 'Sandra Bosco', 'it', `Centododici minuti di bianco, e nessuno è innocente.`)],
  formats: ['4K', 'DCP', '5.1', '2.39:1'],
  advisories: ['accident at work'],
  collections: ['hand-and-tool'],
  lead: {
    writtenOn: '2025-03-25',
    en: `Four fifths of what leaves the quarries of Carrara today is neither column nor kitchen top: it is ground to powder for toothpaste. The regional court has begun to hear who owns the mountain.`,
    fr: `Les quatre cinquièmes de ce qui sort aujourd'hui des carrières de Carrare ne sont ni colonnes ni plans de travail : on les broie pour le dentifrice. Le tribunal régional vient d'ouvrir le procès de la propriété de la montagne.`,
  },
  logline: {
    en: `From a block the size of a bus to a tube of toothpaste: the life of one piece of Carrara marble, and of the nine people through whose hands it passes.`,
    fr: `Du bloc grand comme un autobus au tube de dentifrice : la vie d'un morceau de marbre de Carrare, et des neuf personnes par les mains desquelles il passe.`,
  },
  short: {
    en: `Ravaneti is the local word for the white screes of waste that look like snow from the motorway. Beatrice Lazzerini climbs them, with a quarryman, a sculptor, an anarchist choir and the driver of a lorry without a reverse gear, and arrives at a question of ownership that is five hundred years old.`,
    fr: `Ravaneti : c'est ainsi qu'on nomme les éboulis de déchets blancs qui, vus de l'autoroute, ressemblent à de la neige. Beatrice Lazzerini les gravit avec un carrier, un sculpteur, un chœur anarchiste et un camionneur sans marche arrière, et débouche sur une question de propriété vieille de cinq siècles.`,
  },
  synopsis: {
    en: `At the start is a sound: a diamond wire going through stone at four centimetres a minute. It takes nine hours to free the block, and in the first nine minutes of this film no one speaks, since no one could be heard.

The block has a fault, seen by one man. From here on it is a matter of what it will become. Lazzerini follows the pieces downhill: the flawless third to a sculptor's robots, the second to bathrooms in Doha, the rest over the edge. Each of nine chapters belongs to one pair of hands, and to what they have lost, fingers included. There is Mauro, who reads cracks as a doctor reads an X-ray. There is Ivana, who drives thirty tons backwards down hairpin bends because there is no room to turn.

Between them sings the anarchist choir of Torano, eleven old men and a girl, on the steps of a company town that fought for its six-and-a-half-hour day in 1919 and has kept it.

The last chapter is set in a bathroom in Zürich. A child brushes her teeth, and spits.`,
    fr: `Au début, un son : un fil diamanté traverse la pierre à quatre centimètres par minute. Il faut neuf heures pour détacher le bloc, et dans les neuf premières minutes du film personne ne parle, puisque personne ne serait entendu.

Le bloc a un défaut, qu'un seul homme a vu. Dès lors, il s'agit de savoir ce qu'il deviendra. Lazzerini suit les morceaux vers l'aval : le tiers sans tache chez les robots d'un sculpteur, le deuxième dans des salles de bains de Doha, le reste par-dessus bord. Chacun des neuf chapitres appartient à une paire de mains, et à ce qu'elle a perdu, doigts compris. Il y a Mauro, qui lit les fissures comme un médecin une radio. Il y a Ivana, qui descend trente tonnes en marche arrière dans les lacets, faute de place pour tourner.

Entre eux chante le chœur anarchiste de Torano, onze vieux et une jeune fille, sur les marches d'un bourg ouvrier qui conquit en 1919 la journée de six heures et demie et ne l'a jamais rendue.

Le dernier chapitre se passe à Zurich, dans une salle de bains. Une enfant se brosse les dents, et crache.`,
  },
  art: {
    colour: '#c9341f',
    poster: {
      en: `Poster: a black staircase cut into veined white marble, a small red figure climbing`,
      fr: `Affiche : un escalier noir taillé dans le marbre veiné, une petite figure rouge qui monte`,
      focus: [0.5, 0.35],
    },
    stills: [
      {
        en: `The steps of a marble quarry under a blue sky`,
        fr: `Les gradins d'une carrière de marbre sous un ciel bleu`,
        colour: '#7d8c97',
      },
      {
        en: `A wet cut through a slab of veined marble`,
        fr: `Une coupe mouillée dans une dalle de marbre veiné`,
        colour: '#6a6f72',
      },
      {
        en: `Lorries on a zigzag road over white scree`,
        fr: `Des camions sur une route en lacets à travers l'éboulis blanc`,
        focus: [0.6, 0.5],
        colour: '#8a7f6d',
      },
    ],
  },
})
