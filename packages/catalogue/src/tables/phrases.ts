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
  private readonly entries: ReadonlyMap<string, Value>
  /** The most words that any name of several words beginning with this one has. */
  private readonly longest = new Map<string, number>()

  constructor(entries: readonly (readonly [key: string, value: Value])[]) {
    this.entries = new Map(entries)
    for (const [key] of entries) {
      const end = key.indexOf(' ')
      if (end < 0) continue
      const first = key.slice(0, end)
      const count = key.split(' ').length
      if (count > (this.longest.get(first) ?? 1)) this.longest.set(first, count)
    }
  }

  get(key: string): Value | undefined {
    return this.entries.get(key)
  }

  /** The longest name that the words from `at` on spell; null when none does. */
  match(keys: string[], at: number): { value: Value; count: number } | null {
    const first = keys[at]
    if (first === undefined) return null
    const most = Math.min(this.longest.get(first) ?? 1, keys.length - at)
    for (let count = most; count >= 1; count--) {
      const value = this.entries.get(count === 1 ? first : keys.slice(at, at + count).join(' '))
      if (value !== undefined) return { value, count }
    }
    return null
  }
}

/** Names as they are collected for a `PhraseMap`: of two that are alike the first counts. */
export class NameList {
  private readonly entries = new Map<string, string>()

  /** Adds a name unless it is known already. */
  add(key: string, code: string): void {
    if (key !== '' && !this.entries.has(key)) this.entries.set(key, code)
  }

  set(key: string, code: string): void {
    this.entries.set(key, code)
  }

  /** As plain data; `words`: every word of every name. */
  told(): { names: [key: string, code: string][]; words: string[] } {
    return { names: [...this.entries], words: [...new Set([...this.entries.keys()].flatMap((key) => key.split(' ')))] }
  }
}
