import { captioned, credit, cut, dubbed, film, original, quote, selected, subtitled } from '../film.ts'

export const whatTheNoseRemembers = film({
  slug: 'what-the-nose-remembers',
  reference: 'VIT-0019',
  publishedOn: '2025-08-27',
  title: 'What the Nose Remembers',
  titles: { en: 'What the Nose Remembers', fr: 'Ce que le nez retient' },
  originalTitle: 'Ce que le nez retient',
  year: 2023,
  cuts: [cut(52, original('fr'), subtitled('en', 'es', 'ar'), captioned('fr'), dubbed('de'))],
  originalLanguages: ['fr'],
  directors: ['Anouk Delmas'],
  productionCompanies: [{ name: 'Les Films du Fanal', country: 'FR' }],
  coProducers: [{ name: 'Ateliers Meuse', country: 'BE' }],
  broadcasters: ['Canal Estuaire', 'Lumen Science'],
  supporters: ['Région du Ponant', 'Fonds Wallon du Réel'],
  producers: ['Odile Marchetti', 'Benoît Stevens'],
  credits: [
    credit('photography', 'Lise Corbière'),
    credit('editing', 'Claire Aubin'),
    credit('sound', 'Wim Declercq'),
    credit('music', 'Marguerite Roy'),
    credit('animation', 'Studio Maquette'),
  ],
  countries: ['FR', 'BE'],
  genres: ['documentary', 'portrait'],
  themes: ['health', 'science', 'arts', 'portrait'],
  keywords: ['anosmia', 'perfume', 'memory', 'neurology'],
  places: ['Grasse', 'FR'],
  festivals: [
    selected('FIPADOC', 2024, 'Biarritz', 'FR', { section: 'Panorama of French-language creation', premiere: 'world' }),
    selected('Pariscience', 2023, 'Paris', 'FR', { section: 'Science and Society', award: 'Audience Award' }),
  ],
  pressQuotes: [quote('La Gazette du Ponant', 'Léo Tanguy', 'fr', `On sort de là en reniflant ses propres manches.`)],
  formats: ['4K', '16:9', 'stereo'],
  ratings: [{ system: 'CSA', value: 'Tous publics' }],
  collections: ['hand-and-tool'],
  lead: {
    writtenOn: '2025-08-25',
    en: `Some seven hundred thousand people in France have not recovered their sense of smell after the pandemic. The first re-education centre opens this autumn in Grasse, on the premises of a perfumer who is one of them.`,
    fr: `Quelque sept cent mille Français n'ont pas retrouvé l'odorat depuis la pandémie. Le premier centre de rééducation ouvre cet automne à Grasse, dans les murs d'un parfumeur qui est du nombre.`,
  },
  logline: {
    en: `A master perfumer wakes up unable to smell. She has eighteen months left on her contract, three thousand formulas in her head, and an apprentice who can keep a secret.`,
    fr: `Une parfumeuse se réveille sans odorat. Il lui reste dix-huit mois de contrat, trois mille formules en tête et un apprenti qui sait se taire.`,
  },
  short: {
    en: `Mathilde Roux has composed scents that you have worn. After a fever, she works from memory, as a deaf composer would, and trains her apprentice Ilyès to tell her what she has made. The film keeps their secret from the house, and follows the slow, comical return of one smell at a time.`,
    fr: `Mathilde Roux a composé des parfums que vous avez portés. Après une fièvre, elle travaille de mémoire, comme un musicien sourd, et apprend à Ilyès, son apprenti, à lui dire ce qu'elle a fait. Le film garde leur secret face à la maison et suit le retour, lent et drôle, d'une odeur après l'autre.`,
  },
  synopsis: {
    en: `The first thing to go was coffee. Then the dog, then her daughter's hair. By the Thursday Mathilde Roux, one of perhaps sixty people in the world who can name three thousand materials blind, could stand over an open bottle of ammonia and feel only her eyes water.

She told no one at the firm. She told Ilyès, who was twenty-two and had been sharpening pencils for her since March. Between them they invented a language. He smells and describes; she listens, corrects a gram, sends him back. Anouk Delmas was allowed in because she had come to make a film about roses.

A neurologist in Liège supplies the second strand. His patients train four times a day with four small jars, and report what comes back: mostly the wrong thing. For weeks, everything is burnt rubber. Then, in a car park, someone weeps because of a wet dog. Animated passages by Studio Maquette draw what cannot be filmed, with restraint.

The perfume is due in May. It is signed, bottled and praised for its boldness. In the last shot Mathilde holds a strip of paper under her nose, waits, and starts to laugh.`,
    fr: `Le café a disparu le premier. Puis le chien, puis les cheveux de sa fille. Le jeudi, Mathilde Roux, une des soixante personnes au monde capables de nommer trois mille matières à l'aveugle, pouvait se pencher sur un flacon d'ammoniaque sans rien sentir que ses yeux pleurer.

Elle n'a rien dit à la maison. Elle l'a dit à Ilyès, vingt-deux ans, qui lui taillait ses crayons depuis mars. À deux, ils ont inventé une langue. Il sent et décrit ; elle écoute, corrige un gramme, le renvoie. Anouk Delmas a pu entrer parce qu'elle venait tourner un film sur les roses.

Un neurologue de Liège apporte l'autre fil. Ses patients s'entraînent quatre fois par jour avec quatre petits pots et racontent ce qui revient : presque toujours autre chose. Des semaines durant, tout est caoutchouc brûlé. Puis, sur un parking, quelqu'un pleure à cause d'un chien mouillé. Les animations du Studio Maquette dessinent, sans insister, ce qui ne se filme pas.

Le parfum est attendu pour mai. Il est signé, mis en flacons, loué pour son audace. Au dernier plan, Mathilde tient une mouillette sous son nez, attend, et se met à rire.`,
  },
  art: {
    colour: '#8b3fa0',
    poster: {
      en: `Poster: a face in profile, dark, before swirls of rose, violet and amber`,
      fr: `Affiche : un visage de profil, sombre, devant des volutes roses, violettes et ambre`,
      focus: [0.5, 0.45],
    },
    stills: [
      { en: `Smoke curling in coloured light`, fr: `De la fumée qui s'enroule dans une lumière colorée`, colour: '#5c5f8a' },
      {
        en: `Shelves of perfume bottles, out of focus front and back`,
        fr: `Des étagères de flacons, floues devant et derrière`,
        colour: '#a8622f',
      },
      {
        en: `Rows of lavender run towards a house at sunset`,
        fr: `Des rangs de lavande filent vers une maison au couchant`,
        focus: [0.62, 0.38],
        colour: '#6f4a9a',
      },
    ],
  },
})
