/** Territories as the trade writes them: "World excl. France, Monaco & Andorra", "DACH, BE-nl", "Suisse romande". */
import { MAX_ITEMS, readExpression, type Refuse, type Term, type Vocabulary } from '../expression/read-expression.ts'
import { nearestPhrase } from '../expression/nearest.ts'
import { phraseKey, type Token } from '../expression/tokens.ts'
import { territoryGroups, type GroupVersion, type TerritoryGroup } from './groups.ts'
import { leafBit, leavesOfCountry, PARTS } from './leaves.ts'
import { leavesOfCode, namesOfGroup, territoryPhrases } from './phrases.ts'
import { TerritorySet } from './territory-set.ts'
import { COMMUNITY_WORDS } from './trade-names.ts'

export interface ParsedTerritories {
  readonly set: TerritorySet
  /** The groups that were named, in the order of the expression: what an entry keeps of them. */
  readonly groups: readonly GroupVersion[]
}

export interface ParseTerritoriesOptions {
  /** Reads groups as they stood on a day, `YYYY-MM-DD`. */
  readonly asOf?: string
}

/**
 * The territories that an expression names, or that any of several do (an array of leaves is the simplest case).
 *
 * Names are English, French, German, Spanish, Italian or Portuguese, whatever their accents and case; codes are ISO 3166-1
 * in capitals (in any case when there is nothing else), leaves as `BE-nl`. The grammar is that of `readExpression`.
 *
 * @example
 * parseTerritories('World excl. France, Monaco & Andorra').set.has('AD')      // false
 * parseTerritories('Benelux + Switzerland (French)').set.leaves()             // ['BE-fr', 'BE-nl', 'CH-fr', 'LU', 'NL']
 * parseTerritories('Baltics, FI').groups                                      // [{ code: 'baltics', version: '…' }]
 * @throws ExpressionError
 */
export function parseTerritories(
  expression: string | readonly string[],
  { asOf }: ParseTerritoriesOptions = {},
): ParsedTerritories {
  const groups = new Map<string, GroupVersion>()
  const name = ({ code, version }: TerritoryGroup): void => void groups.set(code, { code, version })
  const set = readPlain(expression, asOf, name) ?? readExpression(expression, vocabulary(asOf, name))
  return { set, groups: [...groups.values()] }
}

type Named = (group: TerritoryGroup) => void

/** Codes and group names between commas, with one "excl.": most expressions, without the table of names. */
function readPlain(expression: string | readonly string[], asOf: string | undefined, name: Named): TerritorySet | null {
  const texts = typeof expression === 'string' ? [expression] : expression
  if (texts.length === 0 || texts.length > MAX_ITEMS) return null
  const named: TerritoryGroup[] = []
  let all = TerritorySet.none
  for (const text of texts) {
    const parts = text.split(/ (?:excl\.|hors) /)
    if (parts.length > 2 || text.length > 2000) return null
    const sets: TerritorySet[] = []
    for (const part of parts) {
      let set = TerritorySet.none
      for (const word of part.split(/, ?/)) {
        const meant = plain(word, asOf)
        if (!meant) return null
        if ('group' in meant) named.push(meant.group)
        set = set.or('group' in meant ? meant.group.members : meant)
      }
      sets.push(set)
    }
    const set = sets[1] ? sets[0]!.minus(sets[1]) : sets[0]!
    if (set.isEmpty) return null
    all = all.or(set)
  }
  for (const group of named) name(group)
  return all
}

function plain(word: string, asOf: string | undefined): TerritorySet | { group: TerritoryGroup } | null {
  const leaves = leafBit(word) === undefined ? leavesOfCountry(word) : [word]
  if (leaves) return TerritorySet.of(leaves)
  const group = plainGroups(asOf).get(word)
  return group ? { group } : null
}

const plainNames = new Map<readonly TerritoryGroup[], ReadonlyMap<string, TerritoryGroup>>()

function plainGroups(asOf: string | undefined): ReadonlyMap<string, TerritoryGroup> {
  const groups = territoryGroups(asOf)
  let names = plainNames.get(groups)
  if (!names)
    plainNames.set(groups, (names = new Map(groups.flatMap((group) => namesOfGroup(group).map((one) => [one, group] as const)))))
  return names
}

const ARTICLES = new Set(['the', 'le', 'la', 'les', 'l', 'die', 'der', 'das'])
const communities = new Map(
  Object.entries(COMMUNITY_WORDS).flatMap(([language, words]) => words.map((word) => [phraseKey(word), language] as const)),
)
/** What may stand beside a community's word in brackets: "(French-speaking part only)". */
const BESIDE = new Set([
  'speaking',
  'language',
  'part',
  'only',
  'community',
  'langue',
  'de',
  'partie',
  'seulement',
  'uniquement',
  'sprachige',
  'sprachig',
  'teil',
  'nur',
])

function vocabulary(asOf: string | undefined, name: Named): Vocabulary<TerritorySet> {
  return {
    name: 'territory',
    unite: (sets) => sets.reduce((all, set) => all.or(set)),
    subtract: (a, b) => a.minus(b),
    isNone: (set) => set.isEmpty,
    term(text, tokens, at, refuse) {
      const found =
        named(text, tokens, at, refuse) ?? (ARTICLES.has(tokens[at]?.key ?? '') ? named(text, tokens, at + 1, refuse) : null)
      return found && (inCommunities(tokens, found) ?? found)
    },
    nearest(phrase) {
      return nearestPhrase(phraseKey(phrase), territoryPhrases(asOf))
    },
  }

  function named(text: string, tokens: readonly Token[], at: number, refuse: Refuse): Term<TerritorySet> | null {
    const code = codeAt(text, tokens, at, refuse)
    const phrase = territoryPhrases(asOf).longest(tokens, at)
    if (!phrase || (code && code.end >= phrase.end)) return code
    const { meaning, end } = phrase
    if (meaning.refused) return refuse(meaning.refused.code, at, end, { advice: meaning.refused.advice })
    if (meaning.group) name(meaning.group)
    return { set: meaning.set, end }
  }
}

function codeAt(text: string, tokens: readonly Token[], at: number, refuse: Refuse): Term<TerritorySet> | null {
  const token = tokens[at]
  if (!token) return null
  const part = tokens[at + 1]?.glued ? text.slice(token.at, tokens[at + 1]!.end).replace(/[‐‑]/, '-') : ''
  const leaf = `${token.raw.toUpperCase()}-${tokens[at + 1]?.raw.toLowerCase()}`
  if (part !== '' && leafBit(leaf) !== undefined) {
    if (part === leaf || part === leaf.toLowerCase()) return { set: TerritorySet.of([leaf]), end: at + 2 }
    const other = part.slice(3).toUpperCase()
    const either = {
      en: `Write “${leaf}”, or “${leaf.slice(0, 2)}, ${other}”.`,
      fr: `Écrivez « ${leaf} » ou « ${leaf.slice(0, 2)}, ${other} ».`,
    }
    return refuse('ambiguous', at, at + 2, { advice: either })
  }
  const isCapital = /^[A-Z]{2,3}$/.test(token.raw)
  if (!isCapital && !(/^[a-z]{2}$/i.test(token.raw) && onlyCodes(tokens))) return null
  const leaves = leavesOfCode(token.raw.toUpperCase())
  return leaves ? { set: TerritorySet.of(leaves), end: at + 1 } : null
}

const codesOnly = new WeakMap<readonly Token[], boolean>()

/** Whether every word is of two letters, or joins others: then codes may be in small letters. */
function onlyCodes(tokens: readonly Token[]): boolean {
  let only = codesOnly.get(tokens)
  if (only === undefined) {
    only = tokens.every(({ isWord, key }) => !isWord || key.length <= 2 || key === 'excl' || key === 'hors')
    codesOnly.set(tokens, only)
  }
  return only
}

/** "Switzerland (French & Italian)": the parts of a country, when the brackets after its name hold words for communities. */
function inCommunities(tokens: readonly Token[], { set, end }: Term<TerritorySet>): Term<TerritorySet> | null {
  if (tokens[end]?.key !== '(') return null
  const leaves = set.leaves()
  const parts = PARTS[leaves[0]!.slice(0, 2)]
  if (!parts || parts.length !== leaves.length || !parts.every((part) => set.has(part))) return null
  const chosen: string[] = []
  let at = end + 1
  for (; at < tokens.length && tokens[at]!.key !== ')'; at++) {
    const { key, raw, isWord } = tokens[at]!
    const language = communities.get(key) ?? raw
    const part = parts.find((one) => one.slice(3) === language)
    if (part) chosen.push(part)
    else if (isWord && key !== '&' && !BESIDE.has(key)) return null
    else if (!isWord && key !== ',' && key !== '/' && key !== '+' && key !== '&') return null
  }
  return chosen.length > 0 && at < tokens.length ? { set: TerritorySet.of(chosen), end: at + 1 } : null
}
