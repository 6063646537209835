import { credit, cut, dubbed, film, original, quote, selected, subtitled, voiceOver } from '../film.ts'

export const brittleSeason = film({
  slug: 'brittle-season',
  reference: 'VIT-0016',
  publishedOn: '2026-09-23',
  title: 'Brittle Season',
  titles: { en: 'Brittle Season', fr: 'La Saison cassante' },
  originalTitle: 'Siku',
  year: 2026,
  cuts: [
    cut(88, original('kl', 'da', 'en'), subtitled('en', 'fr', 'de', 'da')),
    cut(52, original('kl', 'da', 'en'), voiceOver('fr', 'de'), dubbed('en')),
  ],
  originalLanguages: ['kl', 'da', 'en'],
  directors: ['Aviaja Lynge Holm', 'Martin Quaade'],
  productionCompanies: [{ name: 'Isfjord Film', country: 'DK' }],
  coProducers: [{ name: 'Sila Productions', country: 'GL' }],
  broadcasters: ['Nordkanalen', 'Lumen Science'],
  supporters: ['Filmfond Nord'],
  producers: ['Pipaluk Berthelsen'],
  credits: [
    credit('photography', 'Martin Quaade'),
    credit('editing', 'Signe Ravn'),
    credit('sound', 'Malik Petersen'),
    credit('music', 'Ulla Frost'),
  ],
  countries: ['DK', 'GL'],
  genres: ['feature-documentary'],
  themes: ['climate', 'science', 'environment', 'work'],
  keywords: ['sea ice', 'Greenland', 'glaciology', 'hunters'],
  places: ['Uummannaq', 'GL'],
  festivals: [
    selected('CPH:DOX', 2026, 'Copenhagen', 'DK', { section: 'Nordic:Dox', award: 'Nordic:Dox Award', premiere: 'world' }),
    selected('Hot Docs', 2026, 'Toronto', 'CA', { section: 'Deep Dive', premiere: 'continental' }),
    selected('Sheffield DocFest', 2026, 'Sheffield', 'GB', { section: 'People and Community' }),
  ],
  pressQuotes: [quote('Nordposten', 'Karl Emil Voss', 'da', `Man hører isen, før man forstår den.`)],
  formats: ['4K', 'HDR', 'DCP', 'Dolby Atmos'],
  collections: ['evidence', 'the-price-of-water'],
  lead: {
    writtenOn: '2026-09-21',
    en: `Arctic sea ice reached its minimum on 17 September, the second lowest on record. In Uummannaq the dog sledges stayed off the fjord for all but nineteen days of last winter.`,
    fr: `La banquise arctique a atteint son minimum le 17 septembre, le deuxième plus bas jamais relevé. À Uummannaq, l'hiver dernier, les traîneaux n'ont pu sortir sur le fjord que dix-neuf jours.`,
  },
  logline: {
    en: `A hunter and a glaciologist have measured the same fjord for thirty winters, one with an iron rod, one by radar. This year, for the first time, they disagree.`,
    fr: `Un chasseur et une glaciologue mesurent le même fjord depuis trente hivers, l'un à la barre de fer, l'autre au radar. Cette année, pour la première fois, ils ne sont pas d'accord.`,
  },
  short: {
    en: `Jens Kristian strikes the ice and listens. Dr Ravnkilde reads a screen in Copenhagen. For thirty years the numbers matched to the centimetre. Now the satellite says forty and the rod goes through. Between the two lies the road on which eleven families fetch their food.`,
    fr: `Jens Kristian frappe la glace et écoute. À Copenhague, la docteure Ravnkilde lit un écran. Trente ans durant, les chiffres ont concordé au centimètre. Désormais le satellite dit quarante, et la barre passe au travers. Entre les deux court la route par laquelle onze familles vont chercher de quoi manger.`,
  },
  synopsis: {
    en: `Good ice, says Jens Kristian Løvstrøm, answers with a short sound, like a door in a well-built house. He has an iron rod that was his grandfather's and a notebook in which each blow is a number. Since 1994 he has posted a copy, once a month, to a young woman who once spent a winter in his kitchen and has since become a professor.

The film opens with the letter in which the numbers part. It might be wet snow that fools the radar. It might be currents, or an old man's arm. Both have good reasons to want the other to be right: if the rod is mistaken, he can still go out; if the satellite is, her models of half the Arctic are.

Aviaja Lynge Holm was born in the town; Martin Quaade films ice as others film faces. Their camera waits at its edge, lies underneath it, drives over it in the blue hour with eleven dogs who slow down before the driver has noticed anything. Recorded with contact microphones, the fjord groans, sings, and in one passage of four minutes makes a noise that no one in Uummannaq has been able to name.

She flies up in March. They walk out together, forty metres apart, as he insists.`,
    fr: `La bonne glace, dit Jens Kristian Løvstrøm, répond par un son bref, comme une porte dans une maison bien bâtie. Il a une barre de fer qui lui vient de son grand-père et un carnet où chaque coup est un chiffre. Depuis 1994, il en poste une copie par mois à une jeune femme qui passa un hiver dans sa cuisine et qui, depuis, est devenue professeure.

Le film s'ouvre sur la lettre où les chiffres se séparent. La neige mouillée trompe peut-être le radar. Ou ce sont les courants, ou le bras d'un vieil homme. Chacun a de bonnes raisons de souhaiter que l'autre dise vrai : si la barre se trompe, il peut encore sortir ; si c'est le satellite, les modèles de la moitié de l'Arctique sont à refaire.

Aviaja Lynge Holm est née dans le bourg ; Martin Quaade filme la glace comme d'autres les visages. Leur caméra attend au bord, se couche dessous, roule dessus à l'heure bleue avec onze chiens qui ralentissent avant que le conducteur ait rien remarqué. Enregistré au micro de contact, le fjord gémit, chante et, pendant quatre minutes, produit un bruit que personne à Uummannaq n'a su nommer.

Elle arrive en mars. Ils sortent ensemble, à quarante mètres l'un de l'autre : il y tient.`,
  },
  art: {
    colour: '#2b8fc0',
    poster: {
      en: `Poster: dark cracks fork through pale blue ice`,
      fr: `Affiche : des fissures sombres se ramifient dans une glace bleu pâle`,
      focus: [0.5, 0.35],
    },
    stills: [
      {
        en: `An iceberg and its reflection, a red boat in front`,
        fr: `Un iceberg et son reflet, une barque rouge devant`,
        focus: [0.55, 0.45],
      },
      {
        en: `Sea ice broken into plates, seen from above, a small boat between them`,
        fr: `La banquise brisée en plaques, vue d'en haut, un petit bateau entre elles`,
        focus: [0.61, 0.45],
        colour: '#0b3a5a',
      },
      {
        en: `A person at the mouth of an ice cave`,
        fr: `Une silhouette à l'entrée d'une grotte de glace`,
        focus: [0.55, 0.58],
        colour: '#1677a8',
      },
      {
        en: `A weather mast on wind-cut snow at dusk`,
        fr: `Un mât météo sur la neige sculptée par le vent, au crépuscule`,
        focus: [0.67, 0.38],
        colour: '#8a86b0',
      },
    ],
  },
})
