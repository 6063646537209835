/** What becomes of a piece of work, a reel or a trace or a copy to keep, when its worker lets go of it without having done it. */
import { sql } from 'kysely'

/** The ways in which work ends undone. */
export type Undone =
  | { state: 'failed'; failure: string }
  /** Given back: the worker stops. It is not counted as an attempt. */
  | { state: 'waiting' }
  /** For no fault of its own: it waits again, and fails when it has been tried so often. */
  | { state: 'put-off'; failure: string; most: number }

/** What is set on its row, for the columns that all work has: `done` is the state in which it is done. */
export function setOver(outcome: Undone | { state: string }, done: string, now: string) {
  const failure = 'failure' in outcome ? outcome.failure : null
  const most = 'most' in outcome ? outcome.most : 0
  const state = sql`case when ${outcome.state} <> 'put-off' then ${outcome.state} when attempts >= ${most} then 'failed' else 'waiting' end`
  return sql`state = ${state}, state_since = ${now}::timestamptz, updated_at = ${now}::timestamptz, taken_by = null, taken_until = null,
    failure = case when ${state} = 'failed' then ${failure} end,
    progress = case ${state} when ${done} then 1000 when 'waiting' then 0 else progress end,
    attempts = case when ${outcome.state} = 'waiting' then attempts - 1 else attempts end`
}
