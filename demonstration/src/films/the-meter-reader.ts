import { credit, cut, film, original, quote, selected, subtitled } from '../film.ts'

export const theMeterReader = film({
  slug: 'the-meter-reader',
  reference: 'VIT-0006',
  publishedOn: '2025-09-10',
  title: 'The Meter Reader',
  titles: { en: 'The Meter Reader', fr: 'Le Releveur' },
  originalTitle: 'قارئ العدّاد',
  year: 2021,
  cuts: [cut(74, original('ar-EG'), subtitled('en', 'fr', 'it'))],
  originalLanguages: ['ar-EG'],
  directors: ['Karim Shalaby'],
  productionCompanies: [{ name: 'Shubra Pictures', country: 'EG' }],
  coProducers: [{ name: 'Officina Zero', country: 'IT' }],
  supporters: ['Arab Documentary Circle'],
  producers: ['Nagla Fouad', 'Pietro Lanza'],
  credits: [
    credit('photography', 'Mina Boutros'),
    credit('editing', 'Heba Zaki'),
    credit('sound', 'Tarek Lotfi'),
    credit('music', 'Heba Zaki'),
  ],
  countries: ['EG', 'IT'],
  genres: ['feature-documentary', 'portrait'],
  themes: ['society', 'work', 'economy', 'portrait'],
  keywords: ['Cairo', 'electricity', 'informal housing', 'humour'],
  places: ['Cairo', 'EG'],
  festivals: [
    selected('IDFA', 2021, 'Amsterdam', 'NL', { section: 'Luminous', premiere: 'world' }),
    selected('Ismailia International Film Festival', 2022, 'Ismailia', 'EG', {
      award: 'Best Feature Documentary',
      premiere: 'national',
    }),
    selected('Festival dei Popoli', 2022, 'Florence', 'IT', { section: 'International Competition' }),
  ],
  pressQuotes: [quote('Corriere dei Navigli', 'Sandra Bosco', 'it', `Una commedia umana in diciassette piani senza ascensore.`)],
  formats: ['HD', 'DCP', 'stereo'],
  advisories: ['strong language'],
  ratings: [{ system: 'CNC', value: 'Tous publics' }],
  collections: ['after-dark', 'a-place-to-stand'],
  lead: {
    writtenOn: '2025-09-08',
    en: `From this autumn Egypt's last mechanical electricity meters are being replaced with prepaid ones that read themselves. About nine thousand men will no longer have a reason to knock.`,
    fr: `Dès cet automne, les derniers compteurs mécaniques d'Égypte cèdent la place à des compteurs prépayés qui se relèvent tout seuls. Neuf mille hommes environ n'auront plus de raison de frapper aux portes.`,
  },
  logline: {
    en: `For thirty years Sayed has read the electricity meters of one Cairo quarter, 214 doors a night. He knows who is in debt, in love, in hiding. He says nothing.`,
    fr: `Depuis trente ans, Sayed relève les compteurs d'un quartier du Caire, 214 portes par soir. Il sait qui s'endette, qui s'aime, qui se cache. Il ne dit rien.`,
  },
  short: {
    en: `In Imbaba the meters hang inside the flats, so somebody has to be let in. Sayed Abdel Ghaffar climbs seventeen storeys with a torch and a notebook, drinks what he is offered, and adjusts what he writes. In his last winter on the job the camera follows one pace behind him, as his nephew, which nobody believes.`,
    fr: `À Imbaba, les compteurs sont dans les appartements : il faut donc qu'on vous ouvre. Sayed Abdel Ghaffar grimpe dix-sept étages avec une torche et un carnet, boit ce qu'on lui offre et arrange ce qu'il écrit. Pour son dernier hiver, la caméra le suit à un pas ; elle se fait passer pour son neveu, ce que personne ne croit.`,
  },
  synopsis: {
    en: `"Who is it?" "Light." That is what one says in Cairo when one has come to read the meter, and it is how each of the film's two hundred and fourteen visits begins. Some last nine seconds. One lasts a night.

Sayed has a system. Families with a sick child are read low. The landlord on the roof, who sells his neighbours current through a hole in the wall, is read high, and pays without a murmur. In the ledger of the company the quarter has consumed, over thirty years, precisely what it ought to. Karim Shalaby, who grew up behind one of these doors, leaves it to us to work out what kind of crime that is.

Shot between dusk and midnight, with no light but that of the flats, the film is a catalogue of interiors: the bride's furniture still under plastic, the retired judge and his pigeons, a room where eleven tailors sew the uniforms of another country's police. Someone is always frying onions. Someone always asks when he will retire.

On the last evening he goes round without the notebook. Most of the doors open all the same.`,
    fr: `« C'est qui ? — La lumière. » Voilà ce qu'on répond au Caire quand on vient relever le compteur, et c'est ainsi que commence chacune des deux cent quatorze visites du film. Certaines durent neuf secondes. L'une dure une nuit.

Sayed a son système. Les familles qui ont un enfant malade sont relevées à la baisse. Le propriétaire du toit, qui vend du courant à ses voisins par un trou dans le mur, est relevé à la hausse et paie sans broncher. Dans les livres de la compagnie, le quartier a consommé en trente ans exactement ce qu'il devait. Karim Shalaby, qui a grandi derrière une de ces portes, nous laisse qualifier le délit.

Tourné entre le crépuscule et minuit, sans autre lumière que celle des logements, le film est un catalogue d'intérieurs : les meubles de la mariée encore sous plastique, le juge à la retraite et ses pigeons, une pièce où onze tailleurs cousent les uniformes de la police d'un autre pays. Il y a toujours quelqu'un qui fait frire des oignons. Toujours quelqu'un qui demande pour quand est la retraite.

Le dernier soir, il fait sa tournée sans carnet. La plupart des portes s'ouvrent quand même.`,
  },
  art: {
    colour: '#c98a1f',
    poster: {
      en: `Poster: rows of lit and dark windows above and below a yellow band with the title`,
      fr: `Affiche : des rangées de fenêtres allumées ou éteintes, au-dessus et au-dessous d'une bande jaune portant le titre`,
      focus: [0.5, 0.48],
    },
    stills: [
      {
        en: `A wall of flats at night, some windows lit, washing underneath`,
        fr: `Un mur d'appartements la nuit, quelques fenêtres allumées, du linge dessous`,
        focus: [0.56, 0.45],
      },
      {
        en: `Looking up a square stairwell to the light at the top`,
        fr: `Un escalier carré vu d'en bas, la lumière tout en haut`,
        focus: [0.46, 0.48],
        colour: '#7c5a2e',
      },
      {
        en: `City lamps out of focus at dusk, two pigeons on their way home under the wires`,
        fr: `Les lampes de la ville, floues, au crépuscule ; deux pigeons rentrent sous les fils`,
        focus: [0.36, 0.35],
        colour: '#a0604f',
      },
    ],
  },
})
