import type { Attributes } from '../markup.ts'
import { CLOSED_BY_THEIR_LIKE, LINES, PARAGRAPHS, SKIPPED, VOID } from './elements.ts'

/** What of a page nobody sees: what it is not made of, and what it hides. */
export class Hidden {
  /** Something that reads as words was hidden. */
  found = false
  #inside: { name: string; depth: number } | null = null

  get now(): boolean {
    return this.#inside !== null
  }

  /** An element opens. @returns whether it, or what it stands in, is hidden. */
  open(name: string, attributes: Attributes): boolean {
    const inside = this.#inside
    const endsHead = name === 'body' || PARAGRAPHS.has(name) || (LINES.has(name) && name !== 'title') // </head> may be left out
    if (inside !== null && !(inside.name === 'head' && endsHead)) {
      if (name !== inside.name) return true
      if (!CLOSED_BY_THEIR_LIKE.has(name)) {
        inside.depth++
        return true
      }
    }
    this.#inside = null
    if (VOID.has(name)) return false
    const byItself = hiddenByItself(attributes)
    if (byItself) this.found = true
    if (byItself || SKIPPED.has(name)) this.#inside = { name, depth: 1 }
    return this.now
  }

  /** An element closes. @returns whether it stood in what is hidden. */
  close(name: string): boolean {
    const inside = this.#inside
    if (inside === null) return false
    if (name === inside.name && --inside.depth === 0) this.#inside = null
    return true
  }
}

function hiddenByItself(attributes: Attributes): boolean {
  if (attributes.size === 0) return false
  if (attributes.has('hidden')) return true
  const style = attributes.get('style')
  return style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style.slice(0, 2000))
}
