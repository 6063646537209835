/**
 * Every phrase that names territories, by its key. Groups first, then what the trade says, then CLDR and ISO 3166-1 in six
 * languages; an earlier meaning stands. Built when the first expression is read that is more than codes (about 20 ms).
 */
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }
import { phraseKey, PhraseTable } from '../expression/tokens.ts'
import { territoryGroups, type TerritoryGroup } from './groups.ts'
import { isoNames } from './iso-names.ts'
import { LEAVES, leavesOfCountry, PARTS } from './leaves.ts'
import { displayName, territoryName } from './names.ts'
import { TerritorySet } from './territory-set.ts'
import { COMMUNITY_WORDS, REFUSED, type Refused, TRADE_NAMES } from './trade-names.ts'

export interface Meaning {
  /** The phrase as it is written, to suggest. */
  readonly text: string
  readonly set: TerritorySet
  readonly group?: TerritoryGroup
  readonly refused?: Refused
}

const LOCALES = ['en', 'fr', 'de', 'es', 'it', 'pt']
const AND = / (?:&|y|e|ed) /
const ARTICLE = /^(the|le|la|les|l|die|der|das|los|las|il|gli) /

/** Every country code, those that are sold in parts too. */
export const COUNTRIES: readonly string[] = [...new Set(LEAVES.map((leaf) => leaf.slice(0, 2)))]

const alpha3 = new Map((codes as unknown as string[][]).map(([two, three]) => [three!, two!]))

/** The leaves of an ISO 3166-1 code in capitals: of two letters or of three. */
export const leavesOfCode = (code: string): readonly string[] | undefined => leavesOfCountry(alpha3.get(code) ?? code)

/** All names of a group in the order of preference. */
export const namesOfGroup = ({ code, en, fr, short, also, m49 }: TerritoryGroup): string[] =>
  [en, fr, short, ...also, code, m49].filter((name) => name !== undefined)

const tables = new Map<readonly TerritoryGroup[], PhraseTable<Meaning>>()

export function territoryPhrases(asOf?: string): PhraseTable<Meaning> {
  const groups = territoryGroups(asOf)
  let table = tables.get(groups)
  if (!table) tables.set(groups, (table = build(groups)))
  return table
}

function build(groups: readonly TerritoryGroup[]): PhraseTable<Meaning> {
  const table = new PhraseTable<Meaning>()
  const add = (phrase: string, meaning: Meaning): void => {
    for (const key of spellings(phraseKey(phrase))) if (table.get(key) === undefined) table.set(key, meaning)
  }
  const country = (phrase: string, code: string): void => {
    const leaves = leavesOfCountry(code)
    if (leaves) add(phrase, { text: phrase, set: TerritorySet.of(leaves) })
  }
  for (const refused of REFUSED) for (const text of refused.phrases) add(text, { text, set: TerritorySet.none, refused })
  for (const group of groups) for (const text of namesOfGroup(group)) add(text, { text, set: group.members, group })
  for (const [leaves, names] of Object.entries(TRADE_NAMES)) {
    const set = TerritorySet.of(leaves.split(' ').flatMap((leaf) => leavesOfCountry(leaf) ?? [leaf]))
    for (const text of names) add(text, { text, set })
  }
  for (const locale of ['en', 'fr'] as const) for (const code of COUNTRIES) country(territoryName(code, locale), code)
  for (const locale of LOCALES) {
    for (const code of COUNTRIES) country(displayName(locale, code), code)
  }
  for (const locale of LOCALES) for (const [code, name] of isoNames(locale)) country(name, code)
  for (const [code, parts] of Object.entries(PARTS)) {
    for (const locale of LOCALES) for (const part of parts) addPart(displayName(locale, code), part, add)
    for (const locale of ['en', 'fr'] as const) addPairs(locale, code, parts, add)
  }
  return table
}

type Add = (phrase: string, meaning: Meaning) => void

/** What the communities are called side by side, in the languages in which that is said in one breath. */
const SIDE_BY_SIDE = {
  en: { de: ['German'], en: ['English'], fr: ['French'], it: ['Italian'], nl: ['Flemish', 'Dutch'] },
  fr: { de: ['alémanique', 'allemande', 'germanophone'], en: ['anglophone', 'anglais'], fr: ['romande', 'francophone', 'française', 'français'], it: ['italienne', 'italophone'], nl: ['flamande', 'néerlandophone'] },
} as const // prettier-ignore

/** "Suisse alémanique et italienne", "French and German-speaking Switzerland": two parts of one country. */
function addPairs(locale: 'en' | 'fr', code: string, parts: readonly string[], add: Add): void {
  const name = territoryName(code, locale)
  const wordsOf = (part: string): readonly string[] => SIDE_BY_SIDE[locale][part.slice(3) as 'de' | 'en' | 'fr' | 'it' | 'nl']
  const formsOf = (first: string, second: string): string[] =>
    locale === 'fr'
      ? [`${name} ${first} & ${second}`]
      : [
          `${first} & ${second} ${name}`,
          `${first} & ${second}-speaking ${name}`,
          `${first}-speaking & ${second}-speaking ${name}`,
        ]
  const pairs = parts.flatMap((one) => parts.filter((other) => other !== one).map((other) => [one, other] as const))
  for (const [one, other] of pairs) {
    const set = TerritorySet.of([one, other])
    const texts = wordsOf(one).flatMap((first) => wordsOf(other).flatMap((second) => formsOf(first, second)))
    for (const text of texts) add(text, { text, set })
  }
}

/** "French Switzerland", "Suisse romande", "French-speaking Switzerland", "Switzerland (French)". */
function addPart(name: string, part: string, add: Add): void {
  const set = TerritorySet.of([part])
  for (const word of COMMUNITY_WORDS[part.slice(3)]!) {
    for (const text of [`${name} (${word})`, `${word} ${name}`, `${name} ${word}`, `${word}-speaking ${name}`])
      add(text, { text, set })
  }
}

/**
 * A key, without its article, without what is in brackets, with "Saint" in full and short, "Rep." for "Republic", "Southeast" in one word, and the
 * "and" of a name in each language: "Bosnia y Herzegovina", "Bosnia e Erzegovina".
 */
function spellings(key: string): string[] {
  const whole = [key, key.replace(ARTICLE, ''), key.replace(/ \( .* \)$/, '')]
  const keys = whole.flatMap((one) => [
    one,
    one.replace(/\brepubli(?:c|que)\b/, 'rep'),
    one.replace(/\b(north|south) (east|west)/, '$1$2'),
    ...(AND.test(one) ? ['&', 'y', 'e', 'ed'].map((and) => one.replace(AND, ` ${and} `)) : []),
  ])
  const saints = keys.flatMap((one) => [one.replace(/\bsaint(e?)\b/g, 'st$1'), one.replace(/\bst(e?)\b/g, 'saint$1')])
  return [...new Set([...keys, ...saints])].filter((one) => one.length > 2 || one === key)
}
