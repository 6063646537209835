/** Names of cuts, written so that they are read back letter by letter. */
import { cutInWords } from '@vitrine/rights/words/box-in-words'

const LENGTH = /^\d+(?:x\d+)?$/
const PLAIN_NAME = /^[^“”"\p{Cc}\p{Zl}\p{Zp}]+$/u

/**
 * A list of cuts: lengths as the trade says them, names in quotes; a name that has quotes or line ends itself is written with
 * escapes.
 *
 * @example
 * cutsAsList(['52', '3x52', 'Director’s cut']) // "52', 3 × 52', “Director’s cut”"
 */
export const cutsAsList = (cuts: readonly string[]): string => cuts.map(one).join(', ')

const one = (cut: string): string =>
  LENGTH.test(cut) ? cutInWords(cut) : PLAIN_NAME.test(cut) ? `“${cut}”` : JSON.stringify(cut)

const NEXT = /\s*(?:(\d+)(?: × (\d+))?'|“([^“”]*)”|("(?:[^"\\]|\\.)*"))\s*(,|$)/y

/** The cuts that a list names, or null when it is none of `cutsAsList`. */
export function readCutList(text: string): string[] | null {
  const cuts: string[] = []
  NEXT.lastIndex = 0
  while (NEXT.lastIndex < text.length) {
    const match = NEXT.exec(text)
    if (match === null) return null
    const [, first, second, name, escaped] = match
    if (first !== undefined) cuts.push(second === undefined ? first : `${first}x${second}`)
    else cuts.push(name ?? (JSON.parse(escaped!) as string))
  }
  return cuts.length === 0 ? null : cuts
}
