import { credit, cut, film, original, quote, selected, subtitled } from '../film.ts'

export const reelEleven = film({
  slug: 'reel-eleven',
  reference: 'VIT-0008',
  publishedOn: '2025-04-17',
  title: 'Reel Eleven',
  titles: { en: 'Reel Eleven', fr: 'La Onzième Bobine' },
  originalTitle: 'Jedanaesta rola',
  year: 2019,
  cuts: [cut(63, original('sr', 'bs', 'hr'), subtitled('en', 'fr', 'de'))],
  originalLanguages: ['sr', 'bs', 'hr'],
  directors: ['Darko Vukelić'],
  productionCompanies: [{ name: 'Kino Zenit', country: 'RS' }],
  coProducers: [
    { name: 'Drugi Kadar', country: 'BA' },
    { name: 'Spektar', country: 'HR' },
  ],
  supporters: ['Regional Film Archive Network'],
  producers: ['Jasna Perić'],
  credits: [
    credit('photography', 'Luka Anđelić'),
    credit('editing', 'Una Mehić'),
    credit('music', 'Vojin Tatar'),
    credit('research', 'Amra Delić'),
  ],
  countries: ['RS', 'BA', 'HR'],
  genres: ['archive-film', 'essay'],
  themes: ['cinema', 'history', 'investigation'],
  keywords: ['nitrate', 'Yugoslavia', 'partisan film', 'restoration'],
  places: ['Belgrade', 'Mostar', 'Zagreb'],
  period: { from: 1946, to: 1992, label: null },
  festivals: [
    selected('DOK Leipzig', 2019, 'Leipzig', 'DE', { section: 'Retrospective and New', premiere: 'world' }),
    selected('Il Cinema Ritrovato', 2020, 'Bologna', 'IT', { section: 'Documents and Documentaries' }),
    selected('ZagrebDox', 2020, 'Zagreb', 'HR', { section: 'Regional Competition', award: 'Small Stamp' }),
  ],
  pressQuotes: [quote('Der Abendbote', 'Jens Wolter', 'de', `Ein Krimi, in dem die Leiche aus Zelluloid ist.`)],
  formats: ['2K', 'DCP', 'b/w', 'colour', '1.37:1'],
  collections: ['after-dark', 'evidence'],
  lead: {
    writtenOn: '2025-04-15',
    en: `Belgrade's film archive has reopened its nitrate vault after six years of building work. Of the 1,140 cans that came back, one is still listed as missing; it is the one this film is about.`,
    fr: `Les archives du film de Belgrade ont rouvert leur chambre forte à nitrate après six ans de travaux. Des 1 140 boîtes revenues, une seule reste portée manquante : celle dont parle ce film.`,
  },
  logline: {
    en: `In 1948 the last reel of a Yugoslav epic vanished on its way to the premiere. Three archivists in three countries each hold a piece of the reason.`,
    fr: `En 1948, la dernière bobine d'une épopée yougoslave disparut sur le chemin de la première. Trois archivistes, dans trois pays, détiennent chacun un morceau de l'explication.`,
  },
  short: {
    en: `Ten reels of The Crossing survive. The eleventh, in which the river is crossed, was replaced on the night by a speech. Projectionist Darko Vukelić follows the missing can through the customs ledgers of a country that no longer exists, and through the memories of those who swear they saw it.`,
    fr: `De La Traversée subsistent dix bobines. La onzième, celle où l'on traverse, fut remplacée ce soir-là par un discours. Le projectionniste Darko Vukelić suit la boîte manquante dans les registres de douane d'un pays qui n'existe plus, et dans la mémoire de ceux qui jurent l'avoir vue.`,
  },
  synopsis: {
    en: `The audience at the Kino Zenit on 29 November 1948 saw two thousand extras march for two hours towards a river. Then the lights went up and a deputy minister spoke about electrification. Nobody protested. Nobody, it appears, asked.

Seventy years later Darko Vukelić, who has projected films in that house since he was sixteen, finds the empty box. On the lid are eleven customs stamps. He decides to visit the offices that issued them, and discovers that they now lie in four countries, two of which require that he prove the can is not a cultural good.

Around this administrative comedy he builds an unexpectedly tender film on what people do with an ending they were not given. A former extra in Mostar describes the crossing shot by shot. So does a lady in Zagreb, differently. In Ljubljana a chemist shows what has become of nitrate kept in a damp cellar: a brown honey, with here and there a face.

Vukelić screens what he has found, in order, at the Zenit, for the village that supplied the extras. At the end of reel ten he switches off the lamp and lets them talk.`,
    fr: `Le 29 novembre 1948, le public du Kino Zenit vit deux mille figurants marcher pendant deux heures vers un fleuve. Puis la lumière se ralluma et un vice-ministre parla d'électrification. Personne ne protesta. Personne, semble-t-il, ne demanda rien.

Soixante-dix ans plus tard, Darko Vukelić, projectionniste de la maison depuis l'âge de seize ans, retrouve la boîte vide. Sur le couvercle, onze tampons de douane. Il décide de se rendre dans les bureaux qui les ont apposés et découvre qu'ils se trouvent désormais dans quatre pays, dont deux exigent la preuve que l'objet n'est pas un bien culturel.

Autour de cette comédie administrative, il bâtit un film d'une tendresse inattendue sur ce que l'on fait d'une fin dont on a été privé. À Mostar, un ancien figurant raconte la traversée plan par plan. Une dame de Zagreb aussi, autrement. À Ljubljana, une chimiste montre ce que devient le nitrate dans une cave humide : un miel brun où surnage, ici ou là, un visage.

Vukelić projette ce qu'il a trouvé, dans l'ordre, au Zenit, devant le village qui fournit les figurants. À la fin de la dixième bobine, il éteint la lampe et les laisse parler.`,
  },
  art: {
    colour: '#d8402a',
    poster: {
      en: `Poster: a red projector in cut paper throws a yellow cone across the dark`,
      fr: `Affiche : un projecteur rouge en papier découpé jette un cône jaune dans le noir`,
      focus: [0.6, 0.55],
    },
    stills: [
      {
        en: `The projector's beam through smoke, heads in the rows below`,
        fr: `Le faisceau du projecteur dans la fumée, des têtes dans les rangs`,
        focus: [0.75, 0.3],
        colour: '#53607c',
      },
      {
        en: `Strips of film on a light table, eaten by mould`,
        fr: `Des bandes de film sur une table lumineuse, mangées de moisissure`,
        colour: '#8a5a32',
      },
      {
        en: `A frame of decayed nitrate: a man in a hat dissolves`,
        fr: `Un photogramme de nitrate décomposé : un homme au chapeau se dissout`,
        focus: [0.53, 0.42],
        colour: '#7a4a26',
      },
    ],
  },
})
