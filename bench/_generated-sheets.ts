/** Title sheets made by a seeded generator: invented films, no two alike, in the styles houses write them. */

/** Numbers from a seed, the same every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const FIRST = [
  'Alba',
  'Bruno',
  'Celia',
  'Dario',
  'Edda',
  'Farid',
  'Greta',
  'Hamid',
  'Ines',
  'Jonas',
  'Kaya',
  'Luz',
  'Mirko',
  'Nadia',
  'Otto',
  'Pilar',
  'Rasmus',
  'Salma',
  'Tomas',
  'Ulla',
  'Vera',
  'Yann',
  'Zora',
]
const LAST = [
  'Abelard',
  'Brandov',
  'Castelin',
  'Dormani',
  'Estrel',
  'Falkner',
  'Gorani',
  'Hollis',
  'Ibarren',
  'Jansky',
  'Kalder',
  'Lombard',
  'Moravec',
  'Nordal',
  'Orsini',
  'Pellan',
  'Querol',
  'Rastin',
  'Solberg',
  'Tavares',
  'Ullman',
  'Vantil',
  'Weyler',
  'Zamora',
]
const THINGS = [
  'River',
  'Salt',
  'Winter',
  'Harbour',
  'Glacier',
  'Orchard',
  'Tower',
  'Bridge',
  'Desert',
  'Forest',
  'Signal',
  'Border',
  'Archive',
  'Market',
  'Island',
  'Railway',
  'Mine',
  'Lantern',
  'Delta',
  'Shepherd',
  'Atlas',
  'Clock',
  'Garden',
  'Storm',
  'Mirror',
  'Quarry',
]
const WAYS = [
  'Keepers',
  'Songs',
  'Road',
  'Children',
  'Trial',
  'Memory',
  'Makers',
  'Hunters',
  'Letters',
  'Shadows',
  'Voices',
  'Watch',
  'Crossing',
  'Inheritance',
  'Silence',
  'Return',
  'Witnesses',
  'Hours',
  'Fever',
  'Map',
]
const COUNTRIES = [
  'France',
  'Germany',
  'Belgium',
  'Italy',
  'Spain',
  'Portugal',
  'Norway',
  'Chad',
  'Canada',
  'Japan',
  'Brazil',
  'Tunisia',
]
const FESTIVALS = ['Dok Nord', 'Rencontres du Large', 'Festival dei Fiumi', 'Open Frame', 'Ventana Abierta', 'Nuits Blanches']
const WORDS =
  'the a of in and water stone village teacher engineer river valley company engine winter light grain farmer daughter minister court evidence letter border train winter factory harbour nurse language school memory bread salt iron market island captain archive house mountain soldier witness mother signal radio night morning orchard desert market silence voice law machine'.split(
    ' ',
  )

/** One sheet, some 2 kB of text. `n` makes it another film. */
export function generatedSheet(n: number): string {
  const random = seeded(n * 2654435761 + 97)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const name = () => `${pick(FIRST)} ${pick(LAST)}`
  const sentence = () => {
    const words = Array.from({ length: 9 + Math.floor(random() * 12) }, () => pick(WORDS))
    const text = words.join(' ')
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`
  }
  const prose = (sentences: number) => Array.from({ length: sentences }, sentence).join(' ')
  const title = `The ${pick(THINGS)} ${pick(WAYS)} of ${pick(LAST)} ${n.toString(36).toUpperCase()}`
  const year = 1995 + Math.floor(random() * 31)
  const minutes = pick([26, 52, 52, 52, 75, 90])
  const facts = [
    `Year: ${year}`,
    `Duration: ${minutes}'`,
    `Director: ${name()}`,
    `Production: ${pick(LAST)} Films`,
    `Producer: ${name()}`,
    `Country of production: ${pick(COUNTRIES)}`,
    `Available versions: English, French`,
    `${pick(FESTIVALS)} ${year + 1}`,
  ]
  return `${title}\n\n${prose(2)}\n\n${prose(6)}\n\n${prose(7)}\n\n${facts.map((fact) => (n % 2 === 0 ? `• ${fact}` : fact)).join('\n')}\n`
}
