/** "Over 80 minutes", "moins de 60 minutes": no length of a cut. Nothing is made of it, and it is said to be unread. */
import type { Item } from './items.ts'
import type { Line } from './line.ts'
import type { Notes } from './notes-of.ts'

const BOUND =
  /(?<![a-z])(?:over|under|above|below|(?:more|less|longer|shorter) than|at (?:least|most)|up to|(?<!\d ?)min(?:imum)?|max(?:imum)?|plus (?:longs? )?(?:de|que)|moins (?:longs? )?(?:de|que)|au (?:moins|plus|minimum|maximum)|superieur[a-z]* a|inferieur[a-z]* a|uber|unter|mindestens|hochstens)(?: (?:of|de|a))? *$/

/** The items of a line without the lengths that are bounds. */
export function withoutBounds(line: Line, items: readonly Item[], notes: Notes): Item[] {
  const kept: Item[] = []
  for (const item of items) {
    const from = item.kind === 'cut' ? boundBefore(line, item.at) : item.at
    if (from === item.at) {
      kept.push(item)
      continue
    }
    while (kept.length > 0 && kept.at(-1)!.at >= from) kept.pop()
    kept.push({ kind: 'marker', marker: 'noise', at: from, end: item.end })
    notes.add('unread', { at: from, end: item.end })
  }
  return kept
}

/** The token at which the words begin that make a length a bound. */
function boundBefore({ flat, tokens }: Line, at: number): number {
  const start = tokens[at]!.at
  const found = BOUND.exec(flat.slice(Math.max(0, start - 30), start))
  if (!found) return at
  let from = at
  while (from > 0 && tokens[from - 1]!.at >= start - found[0].length) from--
  return from
}
