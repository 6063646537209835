/** Lines by their words, to know one that stands in a sheet a second time. */
import { fold } from './fold.ts'
import type { Line } from './source.ts'

/** How much of a line's key tells most lines apart, and how much of its text is folded to have that. */
const OPENING = 24
const ENOUGH = 48
/** A line without end is a repetition only to the letter: nobody writes it anew. */
const ENDLESS = 20_000
const BLANK = 32

/**
 * The lines that were met. A paragraph is folded whole only where another line opens with the same words: to fold all the
 * text of every sheet was a twentieth of the reading.
 */
export class SeenLines {
  /** By the opening of the key: the only line that has it, or all of them by their whole keys. */
  private readonly openings = new Map<string, Line | Map<string, Line>>()
  size = 0

  /** The first line with the same words; null, and this one is remembered, where there is none. */
  meet(line: Line): Line | null {
    const { text } = line.body
    const opening = openingOf(text)
    if (!this.openings.has(opening)) {
      this.openings.set(opening, line)
      this.size++
      return null
    }
    const key = keyOf(text)
    const first = this.allWith(opening).get(key)
    if (first) return first
    this.put(key, line)
    return null
  }

  /** Remembers a line under words of its own. */
  put(key: string, line: Line): void {
    const all = this.allWith(key.slice(0, OPENING))
    if (!all.has(key)) this.size++
    all.set(key, line)
  }

  private allWith(opening: string): Map<string, Line> {
    const there = this.openings.get(opening)
    if (there instanceof Map) return there
    const all = new Map(there === undefined ? [] : [[keyOf(there.body.text), there]])
    this.openings.set(opening, all)
    return all
  }
}

const keyOf = (text: string): string => (text.length > ENDLESS ? text : fold(text))

/** The first letters of the key. Folding looks at nothing beyond a blank, so that a text cut at one has the same. */
function openingOf(text: string): string {
  if (text.length > ENOUGH && text.length <= ENDLESS) {
    let end = ENOUGH
    while (end > 0 && text.charCodeAt(end) !== BLANK) end--
    const head = fold(text.slice(0, end))
    if (head.length >= OPENING) return head.slice(0, OPENING)
  }
  return keyOf(text).slice(0, OPENING)
}
