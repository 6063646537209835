import type { Line } from './line.ts'

/**
 * What stands before a token in its sentence, in whole words and not farther back than some characters: in a long row of
 * dates, looking back to its beginning from each takes as many steps as the square of their number.
 */
export function flatBefore({ tokens, begins, flat }: Line, at: number, most: number): string {
  const end = tokens[at]!.at
  let from = at
  while (from > 0 && !begins[from] && end - tokens[from - 1]!.at <= most) from--
  return flat.slice(tokens[from]!.at, end)
}
