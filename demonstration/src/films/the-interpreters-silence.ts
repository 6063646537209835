import { captioned, credit, cut, film, original, quote, selected, subtitled } from '../film.ts'

export const theInterpretersSilence = film({
  slug: 'the-interpreters-silence',
  reference: 'VIT-0023',
  publishedOn: '2025-05-30',
  title: `The Interpreter's Silence`,
  titles: { en: `The Interpreter's Silence`, fr: `Le Silence de l'interprète` },
  year: 2021,
  cuts: [cut(82, original('en', 'sr', 'fr', 'rw'), subtitled('en', 'fr', 'de', 'sr'), captioned('en'))],
  originalLanguages: ['en', 'sr', 'fr', 'rw'],
  directors: ['Teodora Marković-Lund'],
  productionCompanies: [{ name: 'Øresund Dokumentar', country: 'DK' }],
  coProducers: [
    { name: 'Kino Zenit', country: 'RS' },
    { name: 'Waterlijn Media', country: 'NL' },
  ],
  broadcasters: ['Nordkanalen'],
  supporters: ['Filmfond Nord', 'Regional Film Archive Network'],
  producers: ['Rasmus Krogh', 'Jasna Perić'],
  credits: [credit('photography', 'Luka Anđelić'), credit('editing', 'Signe Ravn'), credit('sound', 'Wim Declercq')],
  countries: ['DK', 'RS', 'NL'],
  genres: ['feature-documentary', 'essay'],
  themes: ['justice', 'human-rights', 'conflict', 'history', 'literature'],
  keywords: ['interpreting', 'war crimes tribunal', 'testimony', 'translation'],
  places: ['The Hague', 'Arusha'],
  period: { from: 1993, to: 2017, label: null },
  festivals: [
    selected('IDFA', 2021, 'Amsterdam', 'NL', { section: 'Frontlight', premiere: 'world' }),
    selected('Movies that Matter', 2022, 'The Hague', 'NL', {
      section: 'Grand Jury Documentary Competition',
      award: 'Camera Justitia',
    }),
    selected('Human Rights Watch Film Festival', 2022, 'London', 'GB'),
  ],
  pressQuotes: [
    quote(
      'Le Quotidien du Levant',
      'Irène Sarkis',
      'fr',
      `Un film entier sur un mot qui manque, et l'on n'en trouve pas d'autre : juste.`,
    ),
  ],
  formats: ['2K', 'DCP', '5.1'],
  advisories: ['descriptions of atrocities'],
  ratings: [{ system: 'FSK', value: '16' }],
  collections: ['evidence'],
  lead: {
    writtenOn: '2025-05-28',
    en: `International courts are testing machine interpretation to save costs. Among the first sentences on which the systems were tried is one that took a woman in booth C four seconds in 1996, and has not left her since.`,
    fr: `Les tribunaux internationaux testent l'interprétation automatique pour réduire leurs frais. Parmi les premières phrases soumises aux systèmes, il en est une qui prit quatre secondes, en 1996, à une femme de la cabine C, et qui ne l'a plus quittée.`,
  },
  logline: {
    en: `Interpreters at war crimes trials speak in the first person: "I fired." "I hid." Seven of them, for the first time, say what they themselves have to say.`,
    fr: `Aux procès de crimes de guerre, l'interprète dit « je » : « J'ai tiré. » « Je me suis cachée. » Sept d'entre eux disent pour la première fois ce qu'ils ont à dire eux-mêmes.`,
  },
  short: {
    en: `For twenty-four years their voices were those of killers, mothers and generals. Teodora Marković-Lund, who sat in the Serbian booth for eleven of them, returns to the tapes and looks for the gaps: the seconds in which a professional stopped. Each has a reason. No one had asked.`,
    fr: `Vingt-quatre ans durant, leurs voix furent celles de tueurs, de mères, de généraux. Teodora Marković-Lund, qui en passa onze dans la cabine serbe, retourne aux bandes et y cherche les blancs : les secondes où un professionnel s'est tu. Chacun a sa raison. Personne ne l'avait demandée.`,
  },
  synopsis: {
    en: `An interpreter is not to cry, to correct, or to pause for longer than three seconds. On 41,000 hours of tape from the tribunal the rule is broken, by Teodora Marković-Lund's count, one hundred and nineteen times. She has plotted them on a roll of paper that runs the length of her flat.

The film plays us some of these silences. Then it goes to find the person who made them: in Arusha, in Novi Sad, in a garden outside Delft. They listen to themselves through headphones, as they used to listen to others. Some remember at once. A man who for six months was the voice of a camp commander recalls mostly that his daughter was learning to speak in that year, and that he feared she would pick up the wrong one.

There are technical matters, and they are gripping. What does one do with a verb that in one language means both to take away and to kill? With an oath? With a witness who begins to sing? Nobody in this film raises their voice. The director's own silence, number 88, is the last. She plays it twice, and says what the word should have been.`,
    fr: `Un interprète ne doit ni pleurer, ni corriger, ni s'interrompre plus de trois secondes. Sur les 41 000 heures de bandes du tribunal, la règle est enfreinte, d'après le compte de Teodora Marković-Lund, cent dix-neuf fois. Elle les a reportées sur un rouleau de papier long comme son appartement.

Le film nous fait entendre quelques-uns de ces silences. Puis il va trouver la personne qui les a faits : à Arusha, à Novi Sad, dans un jardin près de Delft. Elle s'écoute au casque, comme jadis elle écoutait les autres. Certains se souviennent aussitôt. Un homme qui fut six mois la voix d'un commandant de camp se rappelle surtout que sa fille apprenait à parler cette année-là, et qu'il craignait qu'elle n'attrape la mauvaise.

Il est question de technique, et c'est captivant. Que faire d'un verbe qui, dans une langue, signifie à la fois emmener et tuer ? D'un serment ? D'un témoin qui se met à chanter ? Personne, ici, ne hausse le ton. Le silence de la réalisatrice, le numéro 88, vient en dernier. Elle le passe deux fois, et dit quel mot il aurait fallu.`,
  },
  art: {
    colour: '#2340ff',
    poster: {
      en: `Poster: two columns of bars, black for the witness, blue for the interpreter, with a gap in the blue`,
      fr: `Affiche : deux colonnes de barres, noires pour le témoin, bleues pour l'interprète, avec un blanc dans le bleu`,
      focus: [0.5, 0.38],
    },
    stills: [
      {
        en: `An interpreter in the booth, from behind, with headphones`,
        fr: `Une interprète en cabine, de dos, un casque sur les oreilles`,
        focus: [0.53, 0.5],
        colour: '#2f6a72',
      },
      {
        en: `An empty courtroom, two microphones`,
        fr: `Une salle d'audience vide, deux micros`,
        focus: [0.5, 0.5],
        colour: '#8a5a2e',
      },
      { en: `The reels of a tape recorder`, fr: `Les bobines d'un magnétophone`, focus: [0.32, 0.48], colour: '#59636c' },
    ],
  },
})
