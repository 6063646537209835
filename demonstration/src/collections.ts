import { typeset } from './typeset.ts'

export interface DemonstrationCollection {
  slug: string
  name: { en: string; fr: string }
  intro: { en: string; fr: string }
  picture: { film: string; name: string } // the picture of a film that stands for the collection
}

const collection = (
  slug: string,
  picture: [string, string],
  name: { en: string; fr: string },
  intro: { en: string; fr: string },
): DemonstrationCollection => ({
  slug,
  name: { en: typeset('en', name.en), fr: typeset('fr', name.fr) },
  intro: { en: typeset('en', intro.en), fr: typeset('fr', intro.fr) },
  picture: { film: picture[0], name: picture[1] },
})

export const collections: DemonstrationCollection[] = [
  collection(
    'the-price-of-water',
    ['three-deltas', 'still-1'],
    { en: 'The Price of Water', fr: `Le prix de l'eau` },
    {
      en: `It is dug for, dammed, measured, prayed for and fought over. These films follow water from the shaft of a desert well to the mouth of a delta, and keep an eye on who is holding the tap.`,
      fr: `On creuse pour elle, on la retient, on la mesure, on prie et l'on se bat pour elle. Ces films suivent l'eau du puits saharien à l'embouchure d'un delta, sans perdre de vue qui tient le robinet.`,
    },
  ),
  collection(
    'after-dark',
    ['four-minutes-of-night', 'still-2'],
    { en: 'After Dark', fr: 'Après la nuit tombée' },
    {
      en: `Half of life happens when the camera crew has usually gone home. Drivers, projectionists, starlings, a man who reads electricity meters: films shot with very little light and a great deal of patience.`,
      fr: `La moitié de la vie se passe quand l'équipe de tournage est rentrée se coucher. Des routiers, un projectionniste, des étourneaux, un releveur de compteurs : des films tournés avec très peu de lumière et beaucoup de patience.`,
    },
  ),
  collection(
    'evidence',
    ['the-tree-ring-court', 'still-1'],
    { en: 'Evidence', fr: 'Pièces à conviction' },
    {
      en: `A tooth, a growth ring, a mistranslated verb. Investigations that begin with something small enough to hold in a hand, and end in front of a judge or in front of nobody.`,
      fr: `Une dent, un cerne de bois, un verbe mal traduit. Des enquêtes qui commencent par une chose assez petite pour tenir dans la main, et finissent devant un juge, ou devant personne.`,
    },
  ),
  collection(
    'hand-and-tool',
    ['the-last-linotype', 'still-1'],
    { en: 'Hand and Tool', fr: `La main et l'outil` },
    {
      en: `What do people know that they cannot put into words? We asked filmmakers who were willing to watch the same gesture a hundred times.`,
      fr: `Que savent les gens qu'ils ne peuvent pas dire ? Nous avons posé la question à des cinéastes prêts à regarder cent fois le même geste.`,
    },
  ),
  collection(
    'a-place-to-stand',
    ['eadni', 'still-1'],
    { en: 'A Place to Stand', fr: 'Tenir sa place' },
    {
      en: `A football pitch, a kitchen, a classroom on the air, a winter pasture: portraits of people for whom a few square metres are worth an argument.`,
      fr: `Un terrain de football, une cuisine, une salle de classe sur les ondes, un pâturage d'hiver : portraits de gens pour qui quelques mètres carrés valent une dispute.`,
    },
  ),
]
