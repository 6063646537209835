/**
 * The states of a reel, as data. The database holds the same steps (state_step in packages/store/sql/000024_reels.sql) and
 * refuses any other; a test holds the two against each other, and docs/screening.md draws them.
 */

export const REEL_STATES = ['waiting', 'packaging', 'ready', 'failed', 'cancelled', 'removed'] as const
export type ReelState = (typeof REEL_STATES)[number]

/**
 * It waits until a worker takes it, and is `packaging` while one has it; a worker that stops or dies gives it back. What failed or
 * was cancelled can be ordered again. What was removed can be brought back for ten minutes; then its files are gone.
 */
export const REEL = {
  name: 'reel',
  states: REEL_STATES,
  start: ['waiting'],
  steps: {
    waiting: ['packaging', 'cancelled'],
    packaging: ['ready', 'failed', 'cancelled', 'waiting'],
    ready: ['removed'],
    failed: ['waiting', 'removed'],
    cancelled: ['waiting', 'removed'],
    removed: [],
  },
  back: { removed: ['ready', 'failed', 'cancelled'] },
} as const satisfies {
  name: string
  states: readonly ReelState[]
  start: readonly ReelState[]
  steps: Readonly<Record<ReelState, readonly ReelState[]>>
  back: Readonly<Partial<Record<ReelState, readonly ReelState[]>>>
}
