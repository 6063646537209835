import { WORK_FAILURES } from '@vitrine/screening/engine/failure'
import { MOST_ATTEMPTS } from './lease.ts'

/** Why a master could not be read or a reel not be made: a closed list. The words a person reads are in packages/messages/src/desk-reels.ts. */
export const REEL_FAILURES = [
  ...WORK_FAILURES,
  /** Every worker that took it died with it. */
  'workers-died',
  /** The bucket of films did not answer for long, each time it was tried. */
  'store-down',
  /** The bucket of films does not take the key of this house, or there is none of that name. */
  'store-refuses',
  /** The file of its master is gone. */
  'no-master',
  /** The file of a copy that was to be traced is gone. */
  'no-copy',
  /** The key of its mark does not open: it was sealed under another secret. */
  'no-key',
] as const
export type ReelFailure = (typeof REEL_FAILURES)[number]

/** A word from a worker, held against the list. */
export const asReelFailure = (word: string): ReelFailure => REEL_FAILURES.find((known) => known === word) ?? 'failed'

/** What becomes of work that failed. A bucket that does not answer is no fault of the work: it waits again, so often. */
export const failedOrPutOff = (failure: ReelFailure) =>
  failure === 'store-down'
    ? ({ state: 'put-off', failure, most: MOST_ATTEMPTS } as const)
    : ({ state: 'failed', failure } as const)
