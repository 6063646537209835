/** When all that is asked for comes free. */
import { type Day, PERPETUITY } from '../days/day.ts'
import type { Columns } from './columns.ts'
import type { Question } from './question.ts'
import { Sweep } from './sweep.ts'

/**
 * The first day, not before the one asked for, from which a title meets the whole request for as many days as are asked for
 * from today on, or for good if it is asked for without end. Null when there is no such day. Options alive today hold for all
 * their days.
 */
export function soonest(columns: Columns, question: Question, title: number): Day | null {
  return soonestOf(new Sweep(columns, question), question, title)
}

/** The same for one of many titles. */
export function soonestOf(sweep: Sweep, question: Question, title: number): Day | null {
  sweep.gather(title, PERPETUITY)
  return sweep.wholeFor(daysAskedFor(question))
}

/** How many days are asked for; null when it is without end. */
export const daysAskedFor = ({ box: { from, to } }: Question): number | null => (to >= PERPETUITY ? null : to - from + 1)
