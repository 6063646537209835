/** The terms that a set of territories can be worded with, in one language and one form. */
import { fold } from '../expression/tokens.ts'
import type { Locale, NameForm } from '../wording.ts'
import { communityName, territoryName } from './names.ts'
import { LEAVES, PARTS } from './leaves.ts'
import type { TerritoryGroup } from './groups.ts'
import { TerritorySet } from './territory-set.ts'

export interface Wording {
  readonly text: string
  readonly set: TerritorySet
  /** Groups are written before countries, the largest first. */
  readonly isGroup: boolean
  readonly size: number
  /** What it is sorted by. */
  readonly order: string
}

export interface Terms {
  /** What names several leaves at once: groups, countries that are sold in parts, parts of a country together. */
  readonly several: readonly Wording[]
  /** What names one leaf, by its bit. */
  readonly single: readonly Wording[]
}

export function termsOf(groups: readonly TerritoryGroup[], locale: Locale, form: NameForm): Terms {
  const word = (code: string): string => (form === 'codes' ? code : territoryName(code, locale))
  const country = (text: string, leaves: readonly string[]): Wording => wording(text, TerritorySet.of(leaves), false)
  const several = [
    ...groups.map((group) => wording((form === 'codes' && group.short) || group[locale], group.members, true)),
    ...Object.entries(PARTS).map(([code, parts]) => country(word(code), parts)),
  ]
  if (form === 'full') for (const pair of pairs()) several.push(country(together(pair, locale), pair))
  return { several, single: LEAVES.map((leaf) => country(word(leaf), [leaf])) }
}

const wording = (text: string, set: TerritorySet, isGroup: boolean): Wording => ({
  text,
  set,
  isGroup,
  size: set.size,
  order: fold(text),
})

/** Two parts of a country that has more of them. */
const pairs = (): string[][] =>
  Object.values(PARTS)
    .filter((parts) => parts.length === 3)
    .flatMap(([a, b, c]) => [[a!, b!], [a!, c!], [b!, c!]]) // prettier-ignore

const together = (parts: readonly string[], locale: Locale): string => {
  const communities = parts.map((part) => communityName(part, locale)!)
  return `${territoryName(parts[0]!.slice(0, 2), locale)} (${communities.join(' & ')})`
}
