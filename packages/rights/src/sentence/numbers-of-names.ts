/** Numbers that films are called by: "Four Minutes of Night", "Reel Eleven", "12 Winters in Tehran". */
import type { Item } from './items.ts'
import type { Line } from './line.ts'
import { isMarker } from './notes-of.ts'

/** A number of which a deal says nothing, written beside a word of a name as names are written, is a word of it. */
export function numbersOfNames(line: Line, items: readonly Item[]): Item[] {
  if (line.isShouted) return [...items]
  return items.flatMap((item, n): Item[] => {
    if (item.kind !== 'number' || item.disagrees !== null) return [item]
    const isDigits = /^\d/.test(line.tokens[item.at]!.raw)
    const isNamed =
      (isDigits || isCapital(line, item.at)) &&
      (isWordOfName(line, item, items[n + 1]) ||
        beginsName(line, items, n) ||
        (!isDigits && isWordOfName(line, items[n - 1], item)))
    if (!isNamed) return [item]
    return Array.from({ length: item.end - item.at }, (_, of) => ({ kind: 'word', at: item.at + of, end: item.at + of + 1 }))
  })
}

/** Whether these two stand side by side in one name; the one that is no number says nothing in a deal. */
function isWordOfName(line: Line, first: Item | undefined, second: Item | undefined): boolean {
  if (!first || !second || first.end !== second.at || line.begins[second.at]) return false
  if (line.text.slice(line.tokens[first.end - 1]!.end, line.tokens[second.at]!.at) !== ' ') return false
  return [first, second].every(({ kind, at }) => kind === 'number' || (kind === 'word' && isCapital(line, at)))
}

/** "Four Minutes of Night": a small word written large, and a word of a name soon behind it. */
function beginsName(line: Line, items: readonly Item[], n: number): boolean {
  const [number, small] = [items[n]!, items[n + 1]]
  if (!small || !isMarker(small, 'noise') || number.end !== small.at || line.begins[small.at] || !isCapital(line, small.at))
    return false
  const behind = items.slice(n + 2, n + 4)
  const word = behind.find((item) => !isMarker(item, 'noise'))
  return word?.kind === 'word' && isCapital(line, word.at) && !line.begins[word.at]
}

const isCapital = ({ tokens }: Line, at: number): boolean => /^\p{Lu}\p{Ll}/u.test(tokens[at]!.raw)
