import { credit, cut, dubbed, film, original, quote, selected, subtitled, voiceOver } from '../film.ts'

const spoken = original('ar', 'zgh')

export const theWellKeepers = film({
  slug: 'the-well-keepers',
  reference: 'VIT-0002',
  publishedOn: '2026-03-22',
  title: 'The Well Keepers',
  titles: { en: 'The Well Keepers', fr: 'Les Gardiens des puits' },
  originalTitle: 'حرّاس الآبار',
  year: 2022,
  cuts: [
    cut(84, spoken, subtitled('fr', 'en', 'de', 'es')),
    cut(52, spoken, subtitled('en'), voiceOver('fr', 'de'), dubbed('ar')),
  ],
  originalLanguages: ['ar', 'zgh'],
  directors: ['Salima Aït Brahim'],
  productionCompanies: [{ name: 'Ksar Images', country: 'MA' }],
  coProducers: [
    { name: 'Les Films du Fanal', country: 'FR' },
    { name: 'Wüstenlicht Film', country: 'DE' },
  ],
  broadcasters: ['Canal Estuaire', 'Atlas TV'],
  supporters: ['Fonds Sud Documentaire', 'Filmhaus Niederrhein'],
  producers: ['Driss Oulhaj', 'Odile Marchetti'],
  credits: [
    credit('photography', 'Jonas Wirth'),
    credit('editing', 'Ana Quiroga'),
    credit('sound', 'Hicham Bennouna'),
    credit('music', 'Lalla Zoubida Trio'),
  ],
  countries: ['MA', 'FR', 'DE'],
  genres: ['feature-documentary'],
  themes: ['water', 'climate', 'work', 'society'],
  keywords: ['khettara', 'oasis', 'groundwater', 'date palms'],
  places: ['Tafilalt', 'MA'],
  festivals: [
    selected('Visions du Réel', 2022, 'Nyon', 'CH', { section: 'International Feature Film Competition', premiere: 'world' }),
    selected('FIPADOC', 2023, 'Biarritz', 'FR', { section: 'Impact', award: 'Audience Award' }),
    selected('Hot Docs', 2022, 'Toronto', 'CA', { section: 'Made in Morocco', premiere: 'continental' }),
  ],
  pressQuotes: [
    quote(
      'Le Quotidien du Levant',
      'Irène Sarkis',
      'fr',
      `On descend avec eux, et l'on remonte en ayant compris ce qu'est un bien commun.`,
    ),
    quote(
      'The Tyneside Review',
      'Colm Ashby',
      'en',
      `A film about water in which you hardly see any, and miss it in every shot.`,
    ),
  ],
  formats: ['4K', 'DCP', '5.1', 'colour'],
  ratings: [{ system: 'CNC', value: 'Tous publics' }],
  collections: ['the-price-of-water', 'hand-and-tool'],
  lead: {
    writtenOn: '2026-03-20',
    en: `For the seventh year running the dams south of the High Atlas have entered spring less than a third full. In the Tafilalt, eleven men still bring water to the palm groves without a pump, through tunnels dug in the fourteenth century.`,
    fr: `Pour la septième année de suite, les barrages au sud du Haut Atlas abordent le printemps remplis à moins du tiers. Dans le Tafilalt, onze hommes amènent encore l'eau aux palmeraies sans pompe, par des galeries creusées au XIVe siècle.`,
  },
  logline: {
    en: `Under the Moroccan desert, the last crew able to mend the old water tunnels must choose whom to teach: the sons who have left, or the daughters who have stayed.`,
    fr: `Sous le désert marocain, la dernière équipe capable de réparer les galeries d'eau doit choisir à qui transmettre : aux fils qui sont partis, ou aux filles qui sont restées.`,
  },
  short: {
    en: `Lahcen is seventy-one and goes down the shaft first. His crew keeps eight kilometres of khettara alive, the underground channels that water an oasis of four hundred families. When a diesel pump upstream lowers the water table by a hand, the village calls a meeting. Nobody has ever counted what each of them takes.`,
    fr: `Lahcen a soixante et onze ans et descend le premier. Son équipe entretient huit kilomètres de khettaras, ces canaux souterrains qui arrosent une oasis de quatre cents familles. Quand, en amont, une pompe diesel fait baisser la nappe d'une main, le village se réunit. Personne n'a jamais compté ce que chacun prend.`,
  },
  synopsis: {
    en: `From the air the khettara looks like a line of giant molehills drawn across the plain. Each is the mouth of a shaft, and below them, twelve metres down, a tunnel as high as a bent man carries water from the foot of the mountain to the palms of Jorf el Aïn. It slopes a hand's width every hundred metres. Less, and the water sleeps; more, and it eats its bed.

Lahcen Oubassou has spent fifty-four winters in that tunnel. With ten others, most of them past sixty, he shores up the walls with palm trunks, bails out sand, and argues about the slope. Salima Aït Brahim, whose grandfather worked the neighbouring line before it ran dry, filmed the crew through three seasons. For the first of them she was not allowed to go down: a woman in the gallery was said to frighten the water.

Then a watermelon grower from the coast drills a borehole two kilometres upstream. The level falls by the width of a hand, and a custom that never needed writing down has to be written down. Who owns the turn of water that a grandmother lent to a cousin in 1974? The reckoning takes eleven nights, in a school, on a blackboard, and the camera stays for all of them.

What comes out of that room is less a settlement than a shift of weight. In the last part of the film the bucket rope is held by Lahcen's granddaughter Itto, who has a degree in hydrology from Errachidia and, her elders discover, a better eye for the slope than theirs.`,
    fr: `Vue du ciel, la khettara ressemble à une file de taupinières géantes tracée en travers de la plaine. Chacune est la bouche d'un puits ; dessous, à douze mètres, une galerie haute comme un homme courbé conduit l'eau du pied de la montagne aux palmiers de Jorf el Aïn. La pente est d'une main tous les cent mètres. Moins, l'eau s'endort ; plus, elle ronge son lit.

Lahcen Oubassou a passé cinquante-quatre hivers dans cette galerie. Avec dix autres, pour la plupart sexagénaires, il étaie les parois de troncs de palmier, sort le sable, discute de la pente. Salima Aït Brahim, dont le grand-père travaillait sur la ligne voisine avant qu'elle ne tarisse, a suivi l'équipe pendant trois saisons. Pendant la première, on ne l'a pas laissée descendre : une femme dans la galerie, disait-on, effraie l'eau.

Puis un producteur de pastèques venu de la côte fore deux kilomètres en amont. Le niveau baisse d'une largeur de main, et une coutume qui n'avait jamais eu besoin d'être écrite doit l'être. À qui appartient le tour d'eau qu'une grand-mère prêta à un cousin en 1974 ? Le calcul prend onze nuits, dans une école, au tableau noir, et la caméra reste jusqu'au bout.

Ce qui sort de cette salle est moins un accord qu'un déplacement du poids. Dans la dernière partie du film, c'est Itto qui tient la corde du seau : la petite-fille de Lahcen a étudié l'hydrologie à Errachidia et possède, découvrent ses aînés, un meilleur œil qu'eux pour la pente.`,
  },
  directorsNote: {
    en: `My grandfather's line died the year I was born. I grew up thinking that holes in the ground were simply part of the landscape. I made this film to find out what they were for, and stayed because of how people there disagree: slowly, with tea, and without ever leaving the room.`,
    fr: `La ligne de mon grand-père est morte l'année de ma naissance. J'ai grandi en croyant que les trous dans le sol faisaient partie du paysage. J'ai fait ce film pour savoir à quoi ils servaient, et j'y suis restée pour la façon dont les gens s'y disputent : lentement, avec du thé, et sans jamais quitter la pièce.`,
  },
  biography: {
    en: `Salima Aït Brahim was born in Erfoud in 1984 and studied engineering before film. Her short Sand Accounts (2016) was shown in Nyon and Agadir. The Well Keepers is her first feature.`,
    fr: `Salima Aït Brahim est née à Erfoud en 1984 et a étudié l'ingénierie avant le cinéma. Son court métrage Comptes de sable (2016) a été montré à Nyon et à Agadir. Les Gardiens des puits est son premier long métrage.`,
  },
  art: {
    colour: '#b9542a',
    poster: {
      en: `Poster: a line of desert shafts seen from above, contour lines rippling around each`,
      fr: `Affiche : une file de puits dans le désert vue du ciel, chacun entouré de courbes de niveau`,
      focus: [0.55, 0.35],
    },
    stills: [
      {
        en: `Wind ripples on the flank of a dune in low evening light`,
        fr: `Des rides de vent au flanc d'une dune dans la lumière rasante du soir`,
        focus: [0.45, 0.6],
      },
      {
        en: `The sky as a bright coin at the top of a stone shaft, a rope hanging down`,
        fr: `Le ciel comme une pièce brillante en haut d'un puits de pierre, une corde qui pend`,
        focus: [0.56, 0.4],
        colour: '#7b4a29',
      },
      {
        en: `Two men by a small fire under the Milky Way`,
        fr: `Deux hommes près d'un petit feu sous la Voie lactée`,
        focus: [0.3, 0.82],
        colour: '#2f4468',
      },
    ],
  },
})
