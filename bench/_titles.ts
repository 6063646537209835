/**
 * Invented titles for measuring, as many as wanted and the same each time: word frequencies as in real texts (Zipf), English and
 * French, people with several films, festivals that show thousands, places everywhere.
 */
import { emptySheet, GENRES, THEMES } from '@vitrine/catalogue'
import type { TitleSheet } from '@vitrine/catalogue'

/** A random number generator with a seed (mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const list = (words: string) => words.trim().split(/\s+/)
const ENGLISH = list(`
  war water river city women children island mountain forest desert border village silence memory night light shadow salt stone glass paper road bridge harbour winter
  summer house mother father daughter son brother voice song dance fire ice wind dust gold oil bread market school prison hospital factory railway ship ocean whale wolf
  bird horse tree garden seed harvest earth sky moon star map letter photograph archive secret truth lie power money debt work strike union revolution election president
  king queen soldier refugee exile return home language dream sleep body heart blood skin bone hand eye mirror mask theatre cinema music opera piano violin drum game
  football boxing chess climate carbon storm flood drought glacier volcano plague virus doctor nurse patient birth death funeral wedding church temple mosque monastery
  pilgrim saint heretic trial judge witness crime murder police detective spy code machine robot satellite rocket atom laboratory museum library university professor`)
const FRENCH = list(`
  guerre eau fleuve ville femmes enfants île montagne forêt désert frontière village silence mémoire nuit lumière ombre sel pierre verre papier route pont hiver été maison
  mère père fille fils frère voix chanson danse feu glace vent poussière pétrole pain marché école prison hôpital usine chemin navire océan baleine loup oiseau cheval arbre
  jardin graine récolte terre ciel lune étoile carte lettre photographie archive secret vérité mensonge pouvoir argent dette travail grève révolution élection président roi
  reine soldat réfugié exil retour langue rêve sommeil corps cœur sang peau main regard miroir masque théâtre cinéma musique opéra piano violon tambour climat tempête
  inondation sécheresse glacier volcan peste médecin naissance mort mariage église pèlerin procès juge témoin crime enquête espion machine fusée musée bibliothèque`)
const ADJECTIVES = list(
  'last lost silent hidden broken burning frozen endless golden forgotten distant invisible stolen wild sacred bitter secret fragile restless northern southern eastern western red black white blue first second',
)
const ADJECTIFS = list(
  'dernier perdu silencieux caché brisé brûlant gelé doré oublié lointain invisible volé sauvage sacré amer fragile rouge noir blanc bleu premier',
)
const FIRST_NAMES = list(`
  Anna Béatrice Carlos Dmitri Élise Farid Greta Hélène Ibrahim Jürgen Karin Léa Mikael Nadia Olivier Paula Quentin Raúl Sofía Tomasz Ursula Václav Wanda Xavier Yasmin Zoé
  Amélie Björn Céline Daniela Erik Françoise Gulya Hassan Inès Jérôme Kateřina Luís María Nuria Ömer Pilar Rania Søren Thérèse Ulrich Vera William Yuki Zofia`)
const SYLLABLES = list(
  'ba ka mo ri ta el an dor vi sen lu mar ko ne shi ra gul zo per fa hal den mi ro sta ven tor li bre qua nos ter ul gar we pol ish eva ova ski berg man ini elli ez ado ard eau ier ois',
)
const FESTIVALS = [
  'FIPADOC',
  'Visions du Réel',
  'Hot Docs',
  'IDFA',
  'Sheffield DocFest',
  'CPH:DOX',
  'DOK Leipzig',
  'Cinéma du Réel',
  'Thessaloniki Documentary Festival',
  'One World',
  'Jihlava',
  'Krakow Film Festival',
  'DocLisboa',
  'Full Frame',
  'True/False',
  'Yamagata',
]
const CITIES = list(
  'Tashkent Gdańsk Lisbon Marseille Nairobi Lagos Kyoto Lima Oaxaca Tbilisi Yerevan Sarajevo Belfast Reykjavík Tromsø Murmansk Ulaanbaatar Samarkand Aleppo Mosul Beirut Haifa Cairo Tunis Dakar Bamako Kinshasa Goma Maputo Durban Mumbai Kolkata Dhaka Hanoi Manila Jakarta Osaka Seoul Busan Harbin Detroit Memphis Oakland Havana Bogotá Quito Recife Rosario Valparaíso',
)
const COUNTRIES = list(
  'FR DE GB BE CH IT ES PT NL PL CZ AT SE NO DK FI IE GR RO HU UA TR IL EG MA TN SN ML KE ZA IN CN JP KR VN ID AU CA US MX CO BR AR CL',
)

/** Words that stand in thousands of texts. */
export const COMMON_WORDS = [...new Set([...ENGLISH, ...FRENCH])]

const HEAD = 50 // Mandelbrot's constant

export interface Generator {
  sheet(n: number): TitleSheet
}

/** The same `n` always gives the same sheet. */
export function generator(): Generator {
  const random = seeded(20_261_122)
  const word = (least: number, most: number) =>
    Array.from(
      { length: least + Math.floor(random() * (most - least + 1)) },
      () => SYLLABLES[Math.floor(random() * SYLLABLES.length)],
    ).join('')
  // The long tail of a language: rare words that few texts share.
  const rare = Array.from({ length: 60_000 }, () => word(2, 4))
  // The words of the trade among two thousand others, so that the commonest stands in one text of four.
  const among = (words: string[]) => {
    const all = Array.from({ length: 2_000 }, () => word(1, 3))
    words.forEach((one) => (all[Math.floor(random() * 600)] = one))
    return all
  }
  const [english, french] = [among(ENGLISH), among(FRENCH)]
  const surnames = Array.from({ length: 12_000 }, () => capital(word(2, 3)))
  const invented = Array.from({ length: 25_000 }, () => capital(word(2, 3)))
  const companies = Array.from(
    { length: 3_000 },
    () => `${capital(word(2, 3))} ${['Films', 'Productions', 'Pictures', 'Documentaires'][Math.floor(random() * 4)]}`,
  )
  const people = Array.from(
    { length: 40_000 },
    () => `${FIRST_NAMES[Math.floor(random() * FIRST_NAMES.length)]} ${surnames[Math.floor(random() * surnames.length)]}`,
  )

  return {
    sheet(n) {
      const own = seeded(n + 1)
      const pick = <T>(from: readonly T[]): T => from[Math.floor(own() * from.length)]!
      // Zipf's law: few words often, many seldom. For running text with the flat head that words have once those without meaning are out.
      const often = <T>(from: readonly T[]): T => from[Math.min(from.length - 1, Math.floor(from.length ** own()) - 1)]!
      const running = (from: readonly string[]): string =>
        from[Math.min(from.length - 1, Math.floor(HEAD * ((from.length + HEAD) / HEAD) ** own() - HEAD))]!
      const text = (common: string[], count: number) =>
        Array.from({ length: count }, () => (own() < 0.55 ? running(common) : own() < 0.1 ? pick(CITIES) : running(rare))).join(
          ' ',
        )
      const [noun, other, nom, autre] = [pick(ENGLISH), pick(ENGLISH), pick(FRENCH), pick(FRENCH)]
      const place = own() < 0.5 ? pick(CITIES) : pick(invented)
      const someone = pick(people)
      const [title, titre] = [
        [`The ${capital(pick(ADJECTIVES))} ${capital(noun)} of ${place}`, `${capital(nom)} ${pick(ADJECTIFS)} de ${place}`],
        [`${place}: ${capital(noun)} and ${capital(other)}`, `${place} : ${nom} et ${autre}`],
        [`${someone}, ${capital(noun)} of ${capital(other)}`, `${someone}, ${nom} de l'${autre}`],
        [`${pick(invented)} ${capital(noun)}`, `Le ${nom} de ${pick(invented)}`],
        [`A ${capital(noun)} for ${pick(invented)}`, `Une ${nom} pour ${pick(invented)}`],
        [
          `${capital(pick(ADJECTIVES))} ${capital(noun)}, ${capital(pick(ADJECTIVES))} ${capital(other)}`,
          `${capital(nom)} ${pick(ADJECTIFS)}, ${autre} ${pick(ADJECTIFS)}`,
        ],
      ][Math.floor(own() * 6)]! as [string, string]
      const minutes = pick([26, 52, 52, 52, 58, 75, 90, 90, 110, 13])
      const some = <T>(from: readonly T[], most: number) => [
        ...new Set(Array.from({ length: Math.floor(own() * (most + 1)) }, () => often(from))),
      ]
      const directors = [...new Set([pick(people), ...(own() < 0.2 ? [pick(people)] : [])])]
      const versions = ['en', 'fr', 'de', 'es', 'it', 'ar', 'ja'].filter((_language, at) => own() < 0.9 / (at + 1))
      return {
        ...emptySheet(title),
        titles: { fr: titre },
        logline: { en: text(english, 14), fr: text(french, 14) },
        synopsis: { en: text(english, 70), fr: text(french, 70) },
        year: 1990 + Math.floor(own() * 37),
        cuts: [{ minutes, episodes: own() < 0.12 ? 2 + Math.floor(own() * 6) : null, versions: [] }],
        versions: versions.map((language) => ({ language, use: null, hardOfHearing: false })),
        directors,
        producers: [pick(people)],
        credits: [
          { role: 'photography', label: null, names: [pick(people)] },
          { role: 'editing', label: null, names: [pick(people)] },
        ],
        productionCompanies: [{ name: often(companies), country: null }],
        countries: [often(COUNTRIES), ...some(COUNTRIES, 1)].filter((code, at, all) => all.indexOf(code) === at),
        genres: [often(GENRES)],
        themes: [often(THEMES), ...some(THEMES, 2)].filter((code, at, all) => all.indexOf(code) === at),
        keywords: some(rare, 4),
        places: [...new Set([place, ...some(CITIES, 1)])],
        festivals: some(FESTIVALS, 2).map((festival) => ({
          festival,
          year: 2000 + Math.floor(own() * 26),
          city: null,
          country: null,
          section: null,
          award: null,
          premiere: null,
        })),
        collections: own() < 0.1 ? [pick(['water-wars', 'portraits', 'cold-cases', 'the-long-view'])] : [],
      }
    },
  }
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
