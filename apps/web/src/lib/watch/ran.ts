/** What of a film really ran, as the clock of the player tells it, until the house says that it is written. */

/** From, to and speed: milliseconds of the film; and the languages that were heard and read. */
export type Ran = [from: number, to: number, speed: number, heard: string | null, read: string | null]

export interface Running {
  /** The film stands here now, at this speed, in seconds; `jumped` when it was moved there. */
  tick(at: number, speed: number, heard: string | null, read: string | null, jumped?: boolean): void
  /** It stands still. */
  stop(): void
  /** What ran and is not known to be written, the oldest first, at most so many stretches, and how much ran before it. */
  untold(most: number): { before: number; played: Ran[] }
  /** So much of what ran since the page was opened is written. */
  written(much: number): void
}

/** Between two looks at the clock the film may have gone on so far, in seconds of the film; more is a jump. */
const LONGEST_STEP = 3

export function running(): Running {
  const ran: Ran[] = []
  let before = 0
  /** Whether the last of them goes on. */
  let runs = false
  return {
    tick(at, speed, heard, read, jumped = false) {
      const place = Math.round(at * 1000)
      const last = ran.at(-1)
      const goesOn = runs && !jumped && last !== undefined && place >= last[1] && place - last[1] <= LONGEST_STEP * 1000 * Math.max(1, last[2]) // prettier-ignore
      if (goesOn) last[1] = place // what ran until a change of speed or language ran as before
      if (!goesOn || last[2] !== speed || last[3] !== heard || last[4] !== read) {
        if (last !== undefined && last[0] === last[1]) ran.pop() // nothing ran from there
        ran.push([place, place, speed, heard, read])
      }
      runs = true
    },
    stop: () => {
      runs = false
    },
    untold: (most) => ({ before, played: ran.filter(([from, to]) => from < to).slice(0, most).map((one) => [...one]) }), // prettier-ignore
    written(much) {
      for (let first = ran[0]; first !== undefined && before < much; first = ran[0]) {
        const known = Math.min(first[1] - first[0], much - before)
        before += known
        first[0] += known
        if (first[0] < first[1] || (ran.length === 1 && runs)) break
        ran.shift()
      }
    },
  }
}
