import type { TerritorySet } from '../territories/territory-set.ts'

/** The set with the earlier leaf first; of sets that begin alike, the one with the earlier next leaf. */
export function compareTerritories(a: TerritorySet, b: TerritorySet): number {
  for (let at = 0; at < a.words.length; at++) {
    const differing = a.words[at]! ^ b.words[at]!
    if (differing === 0) continue
    const first = differing & -differing
    return (a.words[at]! & first) !== 0 ? -1 : 1
  }
  return 0
}
