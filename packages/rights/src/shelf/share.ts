/** How much of what is asked for can be had. */
import type { Columns } from './columns.ts'
import type { Question } from './question.ts'
import { Sweep } from './sweep.ts'

/**
 * The part, from 0 to 1, of the request's cells that a title meets, every cell counting alike. Of the title's cuts those
 * count that are asked for; if it has none of them, the cuts that the request names.
 */
export function share(columns: Columns, question: Question, title: number, cuts: readonly string[]): number {
  const sweep = new Sweep(columns, question)
  sweep.gather(title)
  return sweep.share(cuts)
}
