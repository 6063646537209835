/** What of a film really ran, as the clock of the player tells it. */

/** From, to and speed: milliseconds of the film. */
export type Ran = [from: number, to: number, speed: number]

export interface Running {
  /** The film stands here now, at this speed, in seconds; `jumped` when it was moved there. */
  tick(at: number, speed: number, jumped?: boolean): void
  /** It stands still. */
  stop(): void
  /** What ran since this was asked last, the oldest first; at most so many stretches, the others next time. */
  take(most: number): Ran[]
  /** What was taken did not arrive: it is taken again. */
  giveBack(stretches: readonly Ran[]): void
}

/** Between two looks at the clock the film may have gone on so far, in seconds of the film; more is a jump. */
const LONGEST_STEP = 3

export function running(): Running {
  let done: Ran[] = []
  let now: Ran | null = null
  const close = (): void => {
    if (now !== null && now[1] > now[0]) done.push(now)
    now = null
  }
  return {
    tick(at, speed, jumped = false) {
      const place = Math.round(at * 1000)
      if (
        now === null ||
        jumped ||
        now[2] !== speed ||
        place < now[1] ||
        place - now[1] > LONGEST_STEP * 1000 * Math.max(1, speed)
      ) {
        close()
        now = [place, place, speed]
      } else now[1] = place
    },
    stop: close,
    giveBack(stretches) {
      done = [...stretches, ...done]
    },
    take(most) {
      const running = now
      close()
      const taken = done.slice(0, most)
      done = done.slice(most)
      if (running !== null) now = [running[1], running[1], running[2]]
      return taken
    },
  }
}
