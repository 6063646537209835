/** The word of a deal that begins at a token. */
import { mediaPhraseAt } from '../media/parse.ts'
import { durationAt } from './durations.ts'
import type { Line } from './line.ts'
import { type Marker, markers } from './markers.ts'
import { periodAt } from './periods.ts'

export interface MarkerRead {
  readonly meaning: Marker
  readonly end: number
}

/**
 * The longest marker that begins at a token, or null. A channel's name gives way to a term that begins within it and reaches
 * further: "France 2 years", "France 3 runs", "France 2 March", "France TV gratuite" are a country and a term.
 */
export function markerAt(line: Line, at: number): MarkerRead | null {
  const found = markers().longest(line.tokens, at)
  if (found?.meaning !== 'name') return found
  for (let inner = at + 1; inner < found.end; inner++) if (termEnd(line, inner) > found.end) return markers().longest(line.tokens, at, inner)
  return found
} // prettier-ignore

/** Where a medium, or what a figure counts or dates, ends that begins at a token; 0 when there is none. */
function termEnd(line: Line, at: number): number {
  const { tokens } = line
  const media = mediaPhraseAt(tokens, at)
  if (media || !/^\d{1,3}$/.test(tokens[at]!.raw) || at + 1 >= tokens.length) return media?.end ?? 0
  const isCounted = markers().longest(tokens, at + 1)?.meaning === 'runs' || COUNTED.test(tokens[at + 1]!.key)
  return isCounted ? at + 2 : Math.max(durationAt(line, at)?.end ?? 0, periodAt(line, at, ANY_DAY)?.end ?? 0)
}

/** Whether there is a date, not which. */
const ANY_DAY = 0
const COUNTED = /^(mn|mins?|minutes?|x|episodes?|films?|titles?|titres?|docs?)$/
