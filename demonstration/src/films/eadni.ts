import { credit, cut, film, original, quote, selected, subtitled } from '../film.ts'

export const eadni = film({
  slug: 'eadni',
  reference: 'VIT-0005',
  registered: true,
  publishedOn: '2025-11-28',
  title: 'Eadni',
  titles: { en: 'Eadni', fr: 'Eadni' },
  originalTitle: 'Eadni',
  otherTitles: [
    { title: 'Mother', language: 'en' },
    { title: 'Mor', language: 'nb' },
  ],
  year: 2024,
  cuts: [cut(78, original('se'), subtitled('en', 'fr', 'nb', 'fi', 'sv', 'de'))],
  originalLanguages: ['se'],
  directors: ['Inga-Máret Sara'],
  productionCompanies: [{ name: 'Guovssahas Film', country: 'NO' }],
  coProducers: [{ name: 'Pohjola Pictures', country: 'FI' }],
  broadcasters: ['Nordkanalen'],
  supporters: ['Sápmi Film Fund', 'Filmfond Nord'],
  producers: ['Ánte Baal', 'Kaisa Lehtonen'],
  credits: [
    credit('photography', 'Oskar Ek'),
    credit('editing', 'Kaisa Lehtonen'),
    credit('sound', 'Risten Utsi'),
    credit('music', 'Risten Utsi'),
  ],
  countries: ['NO', 'FI'],
  genres: ['feature-documentary', 'portrait'],
  themes: ['family', 'climate', 'women', 'work', 'portrait'],
  keywords: ['reindeer herding', 'Sápmi', 'winter pasture', 'inheritance'],
  places: ['Kautokeino', 'NO'],
  festivals: [
    selected('IDFA', 2023, 'Amsterdam', 'NL', { section: 'Envision Competition', premiere: 'world' }),
    selected('Hot Docs', 2024, 'Toronto', 'CA', {
      section: 'World Showcase',
      award: 'Best International Feature',
      premiere: 'continental',
    }),
    selected('Tromsø International Film Festival', 2024, 'Tromsø', 'NO', { award: 'Tromsø Palm', premiere: 'national' }),
  ],
  pressQuotes: [
    quote('The Halifax Lantern', 'Dora Whitcombe', 'en', `Not a word too many, and most of those addressed to reindeer.`),
  ],
  formats: ['4K', 'DCP', '5.1', '1.66:1'],
  collections: ['a-place-to-stand'],
  lead: {
    writtenOn: '2025-11-25',
    en: `Rain fell on snow in Finnmark four times last January. Each time it froze. The herders' union has asked the state for the largest emergency delivery of fodder in its history; Elle Máret Sara has asked for a chainsaw.`,
    fr: `En janvier dernier, il a plu quatre fois sur la neige du Finnmark. Chaque fois, cela a gelé. Le syndicat des éleveurs réclame à l'État la plus grosse livraison de fourrage de son histoire ; Elle Máret Sara, elle, a demandé une tronçonneuse.`,
  },
  logline: {
    en: `A reindeer herder of sixty-eight must decide which of her three children will inherit her mark. The ice on the pastures is deciding faster.`,
    fr: `Une éleveuse de rennes de soixante-huit ans doit choisir lequel de ses trois enfants héritera de sa marque. La glace des pâturages décide plus vite qu'elle.`,
  },
  short: {
    en: `Elle Máret cuts her mark into a calf's ear in four seconds; no one else may use it, and it can go to one child only. Her youngest daughter, the director, comes home with a camera for the winter in which it has to be settled. One brother sells snowmobiles. The other hasn't come to the telephone for two years.`,
    fr: `Elle Máret entaille sa marque dans l'oreille d'un faon en quatre secondes ; nul autre n'a le droit de s'en servir, et un seul enfant peut la recevoir. La cadette, réalisatrice, rentre avec une caméra l'hiver où la question doit être tranchée. Un frère vend des motoneiges. L'autre ne répond plus au téléphone depuis deux ans.`,
  },
  synopsis: {
    en: `There are some two hundred words for snow in Northern Sámi, a fact that Elle Máret Sara considers of interest chiefly to tourists. She uses about nine. The one she uses most this winter means a crust of ice close to the ground, through which a reindeer can smell the lichen and not reach it.

Her daughter films her getting up at four, mending a fence, telling off a helicopter. What looks at first like a portrait of toughness becomes by degrees a film about not being told. Every conversation on the matter of the inheritance takes place just outside the frame, in the next room, on the other side of a running engine. Inga-Máret keeps the camera on the dog.

In March the herd must be moved or fed. The brother with the snowmobiles arrives, unasked, with two trailers; the other one calls. For six days the family works in a white-out in which you cannot tell the ground from the air, and where the only lines in the picture are animals. It is some of the most beautiful and least romantic footage of herding that we know.

The mark is given in the last scene. It takes four seconds, and the recipient is not the one whom the audience has been betting on.`,
    fr: `Il y aurait deux cents mots pour la neige en same du Nord, ce qui, d'après Elle Máret Sara, intéresse surtout les touristes. Elle en emploie neuf environ. Celui qui revient le plus cet hiver désigne une croûte de glace au ras du sol, à travers laquelle le renne sent le lichen sans pouvoir l'atteindre.

Sa fille la filme se levant à quatre heures, réparant une clôture, sermonnant un hélicoptère. Ce qui ressemble d'abord au portrait d'une dure à cuire devient peu à peu un film sur ce qu'on ne vous dit pas. Toute conversation touchant à l'héritage a lieu juste hors du cadre, dans la pièce voisine, derrière un moteur qui tourne. Inga-Máret garde la caméra sur le chien.

En mars, il faut déplacer le troupeau ou le nourrir. Le frère aux motoneiges arrive sans qu'on l'ait appelé, avec deux remorques ; l'autre téléphone. Six jours durant, la famille travaille dans un jour blanc où l'on ne distingue plus le sol de l'air, et où les seules lignes de l'image sont des bêtes. Nous connaissons peu de plans de transhumance aussi beaux, et aucun d'aussi peu romantique.

La marque est transmise dans la dernière scène. Cela prend quatre secondes, et ce n'est pas celui ou celle sur qui la salle avait parié.`,
  },
  biography: {
    en: `Inga-Máret Sara grew up in Kautokeino and studied sound in Helsinki. She has recorded yoik for two museums and worked on eleven features as a sound editor. Eadni is the first film she has directed.`,
    fr: `Inga-Máret Sara a grandi à Kautokeino et étudié le son à Helsinki. Elle a enregistré des joiks pour deux musées et monté le son de onze longs métrages. Eadni est le premier film qu'elle réalise.`,
  },
  art: {
    colour: '#1f7d76',
    poster: {
      en: `Poster: curtains of northern lights above a snowfield with a herd of reindeer`,
      fr: `Affiche : des draperies d'aurore boréale au-dessus d'un champ de neige et d'un troupeau de rennes`,
      focus: [0.5, 0.4],
    },
    stills: [
      { en: `Northern lights over a dark fell`, fr: `Aurore boréale au-dessus d'un fjell sombre`, focus: [0.4, 0.4] },
      {
        en: `A herd on the move in a white-out, a herder behind it`,
        fr: `Un troupeau en marche dans un jour blanc, une éleveuse derrière`,
        focus: [0.5, 0.48],
        colour: '#5f7480',
      },
      {
        en: `A tent lit from inside among bare birches at dusk`,
        fr: `Une tente éclairée de l'intérieur parmi les bouleaux nus, au crépuscule`,
        focus: [0.64, 0.6],
        colour: '#2b5080',
      },
    ],
  },
})
