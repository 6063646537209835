/** Two texts, word by word. Done on the server: the pages carry no diff library. */
import { diffWordsWithSpace } from 'diff'

export interface DiffPart {
  kind: 'same' | 'del' | 'ins'
  text: string
}

/** Two texts that have nothing in common cost the square of their length to compare: beyond this it is one out, one in. */
const MOST_EDITS = 1000

/**
 * @example
 * wordDiff('a cold night', 'a long night') // same "a ", del "cold", ins "long", same " night"
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  if (before === '' || after === '') return whole(before, after)
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  if (parts === undefined) return whole(before, after)
  return parts.map(({ added, removed, value }) => ({ kind: added ? 'ins' : removed ? 'del' : 'same', text: value }))
}

const whole = (before: string, after: string): DiffPart[] =>
  [
    { kind: 'del' as const, text: before },
    { kind: 'ins' as const, text: after },
  ].filter((part) => part.text !== '')
