import { captioned, credit, cut, film, original, quote, selected, subtitled } from '../film.ts'

export const theLastLinotype = film({
  slug: 'the-last-linotype',
  reference: 'VIT-0011',
  publishedOn: '2025-01-15',
  title: 'The Last Linotype',
  titles: { en: 'The Last Linotype', fr: 'La Dernière Linotype' },
  originalTitle: 'A Última Linotipia',
  year: 2016,
  cuts: [cut(26, original('pt'), subtitled('en', 'fr', 'es'), captioned('pt'))],
  originalLanguages: ['pt'],
  directors: ['Graça Neves'],
  productionCompanies: [{ name: 'Tinta Fresca', country: 'PT' }],
  broadcasters: ['Canal Douro'],
  supporters: ['Museu da Imprensa do Norte'],
  producers: ['Graça Neves'],
  credits: [credit('photography', 'Rui Sequeira'), credit('editing', 'Graça Neves'), credit('sound', 'Bento Faria')],
  countries: ['PT'],
  genres: ['short-documentary', 'portrait'],
  themes: ['media', 'work', 'technology', 'history'],
  keywords: ['newspaper', 'printing', 'local press', 'craft'],
  places: ['Braga', 'PT'],
  festivals: [
    selected('IndieLisboa', 2016, 'Lisbon', 'PT', { section: 'National Short Film Competition', premiere: 'world' }),
    selected('Clermont-Ferrand Short Film Festival', 2017, 'Clermont-Ferrand', 'FR', {
      section: 'International Competition',
      award: 'Special Mention',
    }),
  ],
  pressQuotes: [quote('Jornal da Ribeira', 'Tomé Falcão', 'pt', `Vinte e seis minutos que cheiram a chumbo quente.`)],
  formats: ['HD', '16 mm', 'stereo'],
  collections: ['hand-and-tool'],
  lead: {
    writtenOn: '2025-01-13',
    en: `With the new year two more Portuguese dailies gave up their paper editions. In Braga a weekly of four pages, founded in 1891, has just ordered three hundred kilos of lead.`,
    fr: `Au nouvel an, deux quotidiens portugais de plus ont renoncé au papier. À Braga, un hebdomadaire de quatre pages fondé en 1891 vient de commander trois cents kilos de plomb.`,
  },
  logline: {
    en: `Every Thursday two brothers cast the Voz do Minho line by line in molten metal. This Thursday they must set their own obituary.`,
    fr: `Chaque jeudi, deux frères fondent La Voix du Minho ligne à ligne dans le métal. Ce jeudi-là, ils doivent composer leur propre avis de décès.`,
  },
  short: {
    en: `The machine has seven thousand parts, ninety keys and one man who can repair it. Armindo casts, Adelino corrects, and they have not agreed on a comma since 1974. One night in the composing room, from the first slug to the first copy, on 16 mm.`,
    fr: `La machine compte sept mille pièces, quatre-vingt-dix touches et un seul homme capable de la réparer. Armindo fond, Adelino corrige, et ils ne sont plus d'accord sur une virgule depuis 1974. Une nuit à l'atelier, de la première ligne au premier exemplaire, en 16 mm.`,
  },
  synopsis: {
    en: `It takes a linotype twenty-two seconds to turn a sentence into metal. In that time Armindo Leite lights a cigarette, disagrees with the sentence and casts it nonetheless. His brother, who reads proofs on the far side of the stove, will find the mistake; he always does; he has a drawer full of them.

Graça Neves had one night and eleven rolls of film. She used them on hands, on the dance of the brass matrices down their channel, on the faces of two men listening to a machine as one listens to a relative's breathing. The bishop's Easter letter is set, and the football, and a lost parrot. Towards three in the morning comes the front page. The owner has written it by hand: after one hundred and twenty-five years the paper will close.

Adelino reads it twice and corrects a comma. Armindo, for the first time in forty-two years, agrees.

(The paper did not close. What happened instead is told in a title card of nine words, which made the hall in Lisbon stand up.)`,
    fr: `Il faut à une linotype vingt-deux secondes pour changer une phrase en métal. Dans ce délai, Armindo Leite allume une cigarette, désapprouve la phrase et la fond quand même. Son frère, qui relit les épreuves de l'autre côté du poêle, trouvera la faute ; il la trouve toujours ; il en a un plein tiroir.

Graça Neves disposait d'une nuit et de onze bobines. Elle les a consacrées aux mains, à la danse des matrices de laiton dans leur couloir, aux visages de deux hommes qui écoutent une machine comme on écoute respirer un parent. On compose la lettre pascale de l'évêque, le football, un perroquet perdu. Vers trois heures du matin arrive la une. Le propriétaire l'a écrite à la main : après cent vingt-cinq ans, le journal s'arrête.

Adelino la lit deux fois et corrige une virgule. Pour la première fois en quarante-deux ans, Armindo est d'accord.

(Le journal ne s'est pas arrêté. Ce qui s'est passé tient dans un carton de neuf mots, qui a fait se lever la salle de Lisbonne.)`,
  },
  art: {
    colour: '#b3261b',
    poster: {
      en: `Poster: twelve large letters in twelve typefaces, one of them red: ETAOIN SHRDLU`,
      fr: `Affiche : douze grandes lettres en douze caractères, dont une rouge : ETAOIN SHRDLU`,
      focus: [0.5, 0.36],
    },
    stills: [
      {
        en: `Lines of type in metal, mirror-reversed, in a strip of lamplight`,
        fr: `Des lignes de caractères en métal, à l'envers, dans un rai de lampe`,
        colour: '#5a5d63',
      },
      {
        en: `A newspaper picture of a bridge and a boat, close enough to see the dots`,
        fr: `Une photo de journal, un pont et une barque, si près qu'on en voit la trame`,
        colour: '#7d7159',
      },
      {
        en: `The composing room at first light, a man at the machine in silhouette`,
        fr: `L'atelier aux premières lueurs, un homme à la machine, en silhouette`,
        focus: [0.45, 0.5],
        colour: '#6a5a42',
      },
    ],
  },
})
