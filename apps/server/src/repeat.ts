import { setTimeout as pause } from 'node:timers/promises'
import { describeError, type Log } from './log.ts'

/**
 * Does something over and over in the background, with a pause between one round and the next. A round that fails is logged
 * and does not end the others. `stop` lets the round that is running know, and waits for it.
 */
export function repeat(
  name: string,
  seconds: number,
  log: Log,
  round: (signal: AbortSignal) => Promise<unknown>,
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const running = (async () => {
    while (!signal.aborted) {
      await pause(seconds * 1000, undefined, { signal, ref: false }).catch(() => {})
      if (signal.aborted) return
      await round(signal).catch((error: unknown) => log.error(name, describeError(error)))
    }
  })()
  return {
    stop: () => {
      stopping.abort()
      return running
    },
  }
}
