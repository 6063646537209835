/** The shortest true wording of a set of territories: "Europe excl. FR, MC", "DACH, Benelux", "Suisse (française)". */
import { territoryGroups, type TerritoryGroup } from './groups.ts'
import { EXCEPT, type Locale, type NameForm, writeList } from '../wording.ts'
import { type Terms, termsOf, type Wording } from './terms.ts'
import { onesIn, TerritorySet } from './territory-set.ts'

export interface PrintTerritoriesOptions {
  /** Countries as codes (the default) or by name. */
  readonly names?: NameForm
  /** Uses groups as they stood on a day, `YYYY-MM-DD`. */
  readonly asOf?: string
}

const NONE = { en: 'none', fr: 'aucun' }

/**
 * Words a set with as few terms as can be found quickly, then as few letters; never with more letters than its leaves one by
 * one. What it prints, `parseTerritories` reads as the same set, except the empty set, which no expression names. Equal sets
 * print alike. The search is greedy: a shorter wording may exist for sets that no contract has.
 *
 * @example
 * printTerritories(parseTerritories('Europe - FR - MC').set, 'en')                    // 'Europe excl. FR, MC'
 * printTerritories(parseTerritories('CH-fr, BE').set, 'fr', { names: 'full' })        // 'Belgique, Suisse (française)'
 */
export function printTerritories(
  set: TerritorySet,
  locale: Locale,
  { names = 'codes', asOf }: PrintTerritoriesOptions = {},
): string {
  if (set.isEmpty) return NONE[locale]
  const terms = cachedTerms(territoryGroups(asOf), locale, names)
  const outside = TerritorySet.world.minus(set)
  let best = draft(cover(terms, set, set), [], locale)
  const consider = (bases: readonly Wording[]): void => {
    let named = TerritorySet.none
    for (const base of bases) named = named.or(base.set)
    const included = [...bases, ...cover(terms, set.minus(named), set)]
    best = better(best, draft(included, cover(terms, named.minus(set), outside), locale))
  }
  const bases = promising(terms, set, outside)
  for (const base of bases) consider([base])
  for (const [at, first] of bases.entries()) for (const second of bases.slice(at + 1, PAIRED)) consider([first, second])

  const leaves = draft(oneByOne(terms, set), [], locale)
  return write(best.letters <= leaves.letters ? best : leaves, locale)
}

/** How many groups are tried as what something is excluded from, alone and two together. */
const TRIED = 10
const PAIRED = 5

/** Groups that are partly in the set, and more so than not: those that name most of it first. */
function promising(terms: Terms, set: TerritorySet, outside: TerritorySet): Wording[] {
  return terms.several
    .map((term) => ({ term, gain: common(term.set, set) - common(term.set, outside) }))
    .filter(({ term, gain }) => gain > 0 && !set.covers(term.set))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, TRIED)
    .map(({ term }) => term)
}

/** Terms that together name all of `target` and nothing beyond `within`: the one that names most of what is left, and so on. */
function cover(terms: Terms, target: TerritorySet, within: TerritorySet): Wording[] {
  if (target.isEmpty) return []
  const fitting = terms.several.filter((term) => within.covers(term.set))
  const chosen: Wording[] = []
  let left = target
  for (;;) {
    let best: Wording | undefined
    let most = 1
    for (const term of fitting) {
      const gain = common(term.set, left)
      if (gain < most || gain < 2 || (gain === most && best && best.text.length <= term.text.length)) continue
      if (gain * SHORTEST < term.text.length && term.text.length > lettersOf(oneByOne(terms, term.set.and(left)))) continue
      best = term
      most = gain
    }
    if (!best) break
    chosen.push(best)
    left = left.minus(best.set)
  }
  return [...withoutIdle(chosen, target), ...oneByOne(terms, left)]
}

/** Letters that a leaf and its comma take at least: a name within them for each leaf it spares need not be measured. */
const SHORTEST = 3

/** Drops what the terms chosen after it have made needless. */
function withoutIdle(chosen: readonly Wording[], target: TerritorySet): Wording[] {
  const kept = [...chosen]
  for (const term of chosen) {
    let others = TerritorySet.none
    for (const other of kept) if (other !== term) others = others.or(other.set)
    if (others.covers(term.set.and(target)) && kept.length > 1) kept.splice(kept.indexOf(term), 1)
  }
  return kept
}

interface Draft {
  included: readonly Wording[]
  excluded: readonly Wording[]
  terms: number
  letters: number
}

/** What a wording would cost: "excl." counts as a term, separators as letters. */
function draft(included: readonly Wording[], excluded: readonly Wording[], locale: Locale): Draft {
  const letters = lettersOf(included) + (excluded.length === 0 ? 0 : EXCEPT[locale].length + lettersOf(excluded))
  return { included, excluded, terms: included.length + excluded.length + (excluded.length === 0 ? 0 : 1), letters }
}

const lettersOf = (wordings: readonly Wording[]): number => wordings.reduce((sum, { text }) => sum + text.length + 2, -2)

const better = (a: Draft, b: Draft): Draft => (b.terms < a.terms || (b.terms === a.terms && b.letters < a.letters) ? b : a)

const write = ({ included, excluded }: Draft, locale: Locale): string => writeList(ordered(included), ordered(excluded), locale)

const ordered = (wordings: readonly Wording[]): string[] => [...wordings].sort(inOrder).map(({ text }) => text)

/** Groups first, the largest of them first; countries in the order of the alphabet. */
function inOrder(a: Wording, b: Wording): number {
  if (a.isGroup !== b.isGroup) return a.isGroup ? -1 : 1
  if (a.isGroup && a.size !== b.size) return b.size - a.size
  return a.order < b.order ? -1 : a.order > b.order ? 1 : 0
}

const oneByOne = ({ single }: Terms, set: TerritorySet): Wording[] => set.bits().map((bit) => single[bit]!)

/** How many leaves two sets share. */
function common(a: TerritorySet, b: TerritorySet): number {
  let count = 0
  for (let at = 0; at < a.words.length; at++) count += onesIn(a.words[at]! & b.words[at]!)
  return count
}

const cache = new Map<string, { groups: readonly TerritoryGroup[]; terms: Terms }>()

function cachedTerms(groups: readonly TerritoryGroup[], locale: Locale, form: NameForm): Terms {
  const key = `${locale} ${form}`
  const found = cache.get(key)
  if (found?.groups === groups) return found.terms
  const terms = termsOf(groups, locale, form)
  cache.set(key, { groups, terms })
  return terms
}
