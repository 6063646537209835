/** How much of what is asked for can be had. */
import type { Columns } from './columns.ts'
import type { Question } from './question.ts'
import { Sweep } from './sweep.ts'

/**
 * The part, from 0 to 1, of the request's cells that a title meets, every cell counting alike. Of cuts those count that are
 * asked for by name, that the title lists and that an entry of its book names; all others together count as one more where
 * all are asked for. So what is met in part has neither all nor nothing.
 */
export function share(columns: Columns, question: Question, title: number, cuts: readonly string[]): number {
  const sweep = new Sweep(columns, question)
  sweep.gather(title)
  return sweep.share(cuts)
}
