/** The controlled words of one version: our own, or for a version that we do not know the published ones where they are at hand. */
import { compareVersions } from '../validation.ts'

export type WordsOf = (list: string) => ReadonlySet<string> | null

/**
 * @param published of this version, where they are at hand
 * @returns for each list its words; null for a list that this version does not have
 */
export function wordsOf(
  grown: Readonly<Record<string, Readonly<Record<string, string>>>>,
  version: string,
  newest: string,
  published: Readonly<Record<string, readonly string[]>> | null,
): WordsOf {
  const known = new Map<string, ReadonlySet<string> | null>()
  const usePublished = published !== null && compareVersions(version, newest) > 0
  const build = (list: string): ReadonlySet<string> | null => {
    if (usePublished) return Object.hasOwn(published, list) ? new Set(published[list]) : null
    const steps = Object.entries(grown[list] ?? {}).filter(([since]) => compareVersions(since, version) <= 0)
    return steps.length === 0 ? null : new Set(steps.flatMap(([, words]) => words.split('|')))
  }
  return (list) => {
    if (!known.has(list)) known.set(list, build(list))
    return known.get(list)!
  }
}
