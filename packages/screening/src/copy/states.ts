/**
 * The states of a marked copy, as data. The database holds the same steps (state_step in packages/store/sql/000030_marked_copies.sql) and
 * refuses any other; a test holds the two against each other.
 */

export const COPY_STATES = ['waiting', 'making', 'ready', 'failed', 'cancelled', 'gone'] as const
export type CopyState = (typeof COPY_STATES)[number]

/**
 * It waits until a worker takes it; a worker that stops or dies gives it back. Its file lies ready for some days, then it is gone. Whoever
 * asked for it may ask again, as long as their screener stands: it is made anew with the same mark.
 */
export const MARKED_COPY = {
  name: 'marked_copy',
  states: COPY_STATES,
  start: ['waiting'],
  steps: {
    waiting: ['making', 'cancelled'],
    making: ['ready', 'failed', 'cancelled', 'waiting'],
    ready: ['gone'],
    failed: ['waiting'],
    cancelled: ['waiting'],
    gone: ['waiting'],
  },
  back: {},
} as const satisfies {
  name: string
  states: readonly CopyState[]
  start: readonly CopyState[]
  steps: Readonly<Record<CopyState, readonly CopyState[]>>
  back: Readonly<Partial<Record<CopyState, readonly CopyState[]>>>
}
