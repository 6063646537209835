/** Names of several words, found in running text by the longest match. */
import { fold } from '../reader/fold.ts'

/** The form under which names are compared: folded, punctuation as blanks. */
export function phraseKey(name: string): string {
  const folded = fold(name)
  // Most names are nothing but plain letters, and there are thousands of them in the tables.
  if (!/[^a-z0-9 ]/.test(folded)) return folded
  return folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

export class PhraseMap<Value> {
  readonly entries = new Map<string, Value>()
  /** The most words that any name beginning with this word has. */
  readonly longest = new Map<string, number>()

  /** Adds a name unless it is known already. */
  add(key: string, value: Value): void {
    if (key !== '' && !this.entries.has(key)) this.set(key, value)
  }

  set(key: string, value: Value): void {
    this.entries.set(key, value)
    const parts = key.split(' ')
    const first = parts[0]!
    if (parts.length > (this.longest.get(first) ?? 0)) this.longest.set(first, parts.length)
  }

  /** Every word of every name. */
  words(): Set<string> {
    const all = new Set<string>()
    for (const key of this.entries.keys()) for (const word of key.split(' ')) all.add(word)
    return all
  }

  get(key: string): Value | undefined {
    return this.entries.get(key)
  }

  /** The longest name that the words from `at` on spell; null when none does. */
  match(keys: string[], at: number): { value: Value; count: number } | null {
    const first = keys[at]
    if (first === undefined) return null
    const most = Math.min(this.longest.get(first) ?? 0, keys.length - at)
    for (let count = most; count >= 1; count--) {
      const value = this.entries.get(count === 1 ? first : keys.slice(at, at + count).join(' '))
      if (value !== undefined) return { value, count }
    }
    return null
  }
}
