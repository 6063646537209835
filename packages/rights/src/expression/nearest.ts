/** The nearest of many names to a word that is none of them, or null when none is near. */
import type { PhraseTable } from './tokens.ts'

/** Longer words are not worth a guess; it also bounds the time that a hostile word can take. */
const MAX_WORD = 40

type Name = readonly [key: string, name: string]
interface Placed {
  readonly key: string
  readonly name: string
  readonly at: number
  readonly letters: number
}

const ofTables = new WeakMap<object, ReadonlyMap<number, readonly Placed[]>>()

/** As `nearest`, among the phrases of a table that is whole: they are sorted once. */
export function nearestPhrase(word: string, table: PhraseTable<{ readonly text: string }>, most?: number): string | null {
  let lengths = ofTables.get(table)
  if (!lengths) ofTables.set(table, (lengths = byLength([...table.meanings].map(([key, { text }]) => [key, text]))))
  return nearestIn(word, lengths, most)
}

/** @param most slips that a word may have: where nothing else says that it is a name, one in five letters is many */
export function nearest(word: string, names: Iterable<Name>, most?: number): string | null {
  return nearestIn(word, byLength([...names]), most)
}

/** A mistyped word is nearly as long as what was meant: most names need no look. */
const byLength = (names: readonly Name[]): Map<number, Placed[]> =>
  Map.groupBy(
    names.map(([key, name], at) => ({ key, name, at, letters: lettersOf(key) })),
    ({ key }) => key.length,
  )

/** Which letters a word has, a bit each; some share one. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

function count(letters: number): number {
  let left = letters
  let bits = 0
  for (; left !== 0; left &= left - 1) bits++
  return bits
}

function nearestIn(
  word: string,
  lengths: ReadonlyMap<number, readonly Placed[]>,
  most = Math.min(3, Math.floor(word.length / 3)),
): string | null {
  if (word.length < 3 || word.length > MAX_WORD) return null
  let best: Placed | null = null
  let limit = most
  const letters = lettersOf(word)
  for (let length = Math.max(0, word.length - most); length <= word.length + limit; length++) {
    for (const one of lengths.get(length) ?? []) {
      const { key } = one
      // whoever mistypes a name seldom mistypes its beginning
      if ((key[0] !== word[0] && key[1] !== word[1]) || key === word) continue
      // Each letter that only one of them has is a slip of its own: few names are left to be spelled through.
      if (count(letters & ~one.letters) > limit || count(one.letters & ~letters) > limit) continue
      const steps = distance(word, key, limit)
      if (steps > limit || (steps === limit && best !== null && !likelier(word, one, best))) continue
      best = one
      limit = steps
    }
  }
  return best?.name ?? null
}

/** Of two names that are as near: the one that begins as the word does, else the first of the table. */
function likelier(word: string, one: Placed, other: Placed): boolean {
  const [begins, otherBegins] = [one.key[0] === word[0], other.key[0] === word[0]]
  return begins === otherBegins ? one.at < other.at : begins
}

/** Letters to insert, drop, change or swap with their neighbour; anything above the limit is "more than the limit". */
function distance(a: string, b: string, limit: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      let steps = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, before[j - 2]! + 1)
      row.push(steps)
      least = Math.min(least, steps)
    }
    if (least > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length]!
}
