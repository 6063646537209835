/**
 * The states of a trace, as data. The database holds the same steps (state_step in packages/store/sql/000027_traces.sql) and refuses any
 * other; a test holds the two against each other.
 */

export const TRACE_STATES = ['waiting', 'tracing', 'done', 'failed', 'cancelled'] as const
export type TraceState = (typeof TRACE_STATES)[number]

/** It waits until a worker takes it; a worker that stops or dies gives it back. Once it is over its copy is deleted: there is no second try. */
export const TRACE = {
  name: 'trace',
  states: TRACE_STATES,
  start: ['waiting'],
  steps: {
    waiting: ['tracing', 'cancelled'],
    tracing: ['done', 'failed', 'cancelled', 'waiting'],
    done: [],
    failed: [],
    cancelled: [],
  },
  back: {},
} as const satisfies {
  name: string
  states: readonly TraceState[]
  start: readonly TraceState[]
  steps: Readonly<Record<TraceState, readonly TraceState[]>>
  back: Readonly<Partial<Record<TraceState, readonly TraceState[]>>>
}
