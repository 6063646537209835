/** What stands in quotes, as tokens. Not the inches of 52", nor the whole of a line. */
import type { Line } from './line.ts'

const QUOTED =
  /«([^»\n]{1,120})»|“([^”\n]{1,120})”|„([^“”\n]{1,120})[“”]|(?<![\p{L}\p{N}])"(?=\S)([^"\n]{1,120})(?<=\S)"(?![\p{L}\p{N}])/gu

export function quotedAt({ text, tokens }: Line): { at: number; end: number }[] {
  return [...text.matchAll(QUOTED)].flatMap((found) => {
    const [from, to] = [found.index, found.index + found[0].length]
    const at = tokens.findIndex((token) => token.at > from)
    let end = at
    while (end < tokens.length && tokens[end]!.end < to) end++
    return at === -1 || end === at || end - at === tokens.length ? [] : [{ at, end }]
  })
}
