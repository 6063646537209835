/** What a word that is being typed may become: names of territories, media and languages, in the language of the reader. */
import { phraseKey } from '../expression/tokens.ts'
import { LANGUAGES } from '../languages/languages.ts'
import { languageName } from '../languages/names.ts'
import { MEDIA, MEDIA_TREE } from '../media/tree.ts'
import { territoryGroups } from '../territories/groups.ts'
import { LEAVES } from '../territories/leaves.ts'
import { territoryName } from '../territories/names.ts'

export interface Completion {
  /** What to write; it reads as `of`. */
  readonly text: string
  readonly of: 'territory' | 'media' | 'language'
}

const MOST = 8

/** The names that begin with what was typed, groups and media first, the shorter before the longer. */
export function completionsOf(typed: string, locale: 'en' | 'fr'): Completion[] {
  const key = phraseKey(typed)
  if (key === '') return []
  const names = namesIn(locale)
  const found: Named[] = []
  for (let n = firstFrom(names, key); n < names.length && names[n]!.key.startsWith(key); n++) if (names[n]!.key !== key) found.push(names[n]!)
  return found
    .sort((a, b) => a.rank - b.rank || a.key.length - b.key.length)
    .slice(0, MOST)
    .map(({ text, of }) => ({ text, of }))
} // prettier-ignore

interface Named extends Completion {
  readonly key: string
  readonly rank: number
}

const tables = new Map<string, readonly Named[]>()

/** Sorted by key, each key once. */
function namesIn(locale: 'en' | 'fr'): readonly Named[] {
  const known = tables.get(locale)
  if (known) return known
  const named = new Map<string, Named>()
  const add = (of: Completion['of'], rank: number, text: string): void => {
    const key = phraseKey(text)
    if (!named.has(key)) named.set(key, { text, of, key, rank })
  }
  for (const group of territoryGroups())
    for (const text of [group[locale], group.short ?? group[locale]]) add('territory', 0, text)
  for (const one of [...MEDIA, ...MEDIA_TREE]) add('media', 0, one[locale])
  const countries = [...new Set(LEAVES.flatMap((leaf) => [leaf, leaf.slice(0, 2)]))]
  for (const code of countries) add('territory', 1, territoryName(code, locale))
  for (const code of LANGUAGES) if (code.length === 2) add('language', 2, languageName(code, locale))
  const sorted = [...named.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  tables.set(locale, sorted)
  return sorted
}

/** The place of the first name that is not before a key. */
function firstFrom(names: readonly Named[], key: string): number {
  let low = 0
  for (let high = names.length; low < high;) {
    const middle = (low + high) >> 1
    if (names[middle]!.key < key) low = middle + 1
    else high = middle
  }
  return low
}
