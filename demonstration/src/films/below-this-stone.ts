import { credit, cut, dubbed, film, original, quote, selected, subtitled } from '../film.ts'

export const belowThisStone = film({
  slug: 'below-this-stone',
  reference: 'VIT-0013',
  publishedOn: '2026-03-11',
  title: 'Below This Stone',
  titles: { en: 'Below This Stone', fr: 'En dessous de cette pierre' },
  originalTitle: '此処より下に',
  year: 2017,
  cuts: [cut(59, original('ja'), subtitled('en', 'fr', 'it'), dubbed('en'))],
  originalLanguages: ['ja'],
  directors: ['Haruka Onodera'],
  productionCompanies: [{ name: 'Minato Documentary Unit', country: 'JP' }],
  broadcasters: ['Tōhoku Eizō'],
  supporters: ['Sanriku Culture Foundation'],
  producers: ['Shun Takamori'],
  credits: [
    credit('photography', 'Reiko Hayashida'),
    credit('editing', 'Haruka Onodera'),
    credit('sound', 'Daichi Mori'),
    credit('music', 'Yō Kanda'),
  ],
  countries: ['JP'],
  genres: ['documentary', 'essay'],
  themes: ['ocean', 'history', 'society', 'architecture'],
  keywords: ['tsunami', 'memory', 'sea wall', 'Sanriku coast'],
  places: ['Iwate', 'JP'],
  period: { from: 1896, to: 2016, label: null },
  festivals: [
    selected('Yamagata International Documentary Film Festival', 2017, 'Yamagata', 'JP', {
      section: 'Perspectives Japan',
      award: 'Citizens’ Prize',
      premiere: 'world',
    }),
    selected('Visions du Réel', 2018, 'Nyon', 'CH', { section: 'Grand Angle', premiere: 'international' }),
  ],
  pressQuotes: [quote('The Tyneside Review', 'Agnes Pell', 'en', `Every sentence in it could be cut in stone, and one is.`)],
  formats: ['4K', 'DCP', 'stereo'],
  collections: ['the-price-of-water'],
  lead: {
    writtenOn: '2026-03-10',
    en: `Fifteen years after the tsunami of 11 March 2011 the last section of Iwate's new sea wall has been handed over. It is fourteen metres high. From the houses behind it one can no longer see the sea leave.`,
    fr: `Quinze ans après le tsunami du 11 mars 2011, le dernier tronçon de la nouvelle digue d'Iwate a été livré. Elle a quatorze mètres de haut. Des maisons qu'elle abrite, on ne voit plus la mer se retirer.`,
  },
  logline: {
    en: `On the Japanese coast, old stones mark how high the sea once came. One village obeyed its stone. The film walks from it down to the water, asking at every house.`,
    fr: `Sur la côte japonaise, de vieilles pierres marquent jusqu'où vint la mer. Un village a obéi à la sienne. Le film descend de là vers l'eau et interroge chaque maison.`,
  },
  short: {
    en: `There are several hundred tsunami stones on the Sanriku coast. Most say something like: remember. A few give an order. Haruka Onodera, who lost a house below one of them, goes down the hill metre by metre and asks why people build where they have been told not to. The answers are better than she expected.`,
    fr: `La côte du Sanriku compte des centaines de pierres à tsunami. La plupart disent à peu près : souvenez-vous. Quelques-unes donnent un ordre. Haruka Onodera, qui a perdu une maison plus bas, descend la colline mètre par mètre et demande pourquoi l'on bâtit là où c'est défendu. Les réponses valent mieux qu'elle ne le croyait.`,
  },
  synopsis: {
    en: `Sixty metres: the stone itself. Somebody has left a tangerine. The inscription asks posterity not to build below this point, and posterity, in the shape of eleven families and a school bus stop, has complied since 1933.

Fifty metres: a terrace of persimmon trees, and a widow who says that obeying is easy when one farms. Forty: the priest, whose temple is a refuge and whose parking space is not. At thirty the film meets its first fisherman. You cannot live on a hill, he explains, and hear whether the boat has slipped.

So it goes on, one household to every few metres, in the even light of early spring. Onodera is no prosecutor. She collects reasons, as others collect shells: the price of land, a mother's knees, the feeling at night that the sea is breathing. By the time she reaches the sea wall she has assembled something like a theory of forgetting, in which no one has forgotten anything.

The last scene is at minus one metre. Her own lot is there, staked out with bamboo. She has drawn the plans of two houses and unrolls both.`,
    fr: `Soixante mètres : la pierre. Quelqu'un y a déposé une mandarine. L'inscription demande à la postérité de ne pas bâtir plus bas, et la postérité, soit onze familles et un arrêt de car scolaire, obtempère depuis 1933.

Cinquante mètres : une terrasse de plaqueminiers et une veuve, pour qui obéir est facile quand on cultive. Quarante : le prêtre, dont le temple est un refuge et la place de stationnement non. À trente, le film rencontre son premier pêcheur. On ne peut pas vivre sur une colline, explique-t-il, et entendre si le bateau a chassé.

Et ainsi de suite, un foyer tous les quelques mètres, dans la lumière égale du début du printemps. Onodera n'est pas procureure. Elle ramasse des raisons, comme d'autres des coquillages : le prix du terrain, les genoux d'une mère, l'impression, la nuit, que la mer respire. Arrivée à la digue, elle a réuni quelque chose comme une théorie de l'oubli, où personne n'a rien oublié.

La dernière scène a lieu à moins un mètre. C'est sa parcelle, piquetée de bambous. Elle a dessiné les plans de deux maisons et déroule l'un et l'autre.`,
  },
  art: {
    colour: '#22477c',
    poster: {
      en: `Poster: a wave of gouged blue lines under a red sun, a red line marking the height`,
      fr: `Affiche : une vague de lignes bleues gravées sous un soleil rouge, une ligne rouge à la hauteur de la crue`,
      focus: [0.35, 0.35],
    },
    stills: [
      { en: `A heavy sea under a pale sky`, fr: `Une mer lourde sous un ciel pâle`, colour: '#31566a' },
      {
        en: `A standing stone with carved characters in a cedar wood`,
        fr: `Une pierre dressée, gravée de caractères, dans un bois de cèdres`,
        focus: [0.5, 0.45],
        colour: '#4f6454',
      },
      {
        en: `A man on top of the sea wall at dawn`,
        fr: `Un homme au sommet de la digue, à l'aube`,
        focus: [0.69, 0.36],
        colour: '#8a7484',
      },
    ],
  },
})
