/** What a viewing comes to, honestly: what ran of the film, how often, what was skipped, and whether the server can bear it out. */
import { lengthOf, type Part, type Played, restOf, timesOver, unionOf, within } from './intervals.ts'
import { partOf, type Segments } from './segments.ts'

/** A skip or a repeat shorter than this is a finger on the scroll bar. */
const SHORTEST_SKIP = 5_000

/** Speeds that a player offers, with some room for its clock. */
const SLOWEST = 0.25
const FASTEST = 4

export interface Watched {
  /** Of the film, in milliseconds. */
  length: number
  /** Each part that ran, once. */
  seen: Part
  seenLength: number
  /** Everything that ran: what ran twice counts twice. */
  ranLength: number
  /** How many times what was seen ran, on the average: 2 is twice. */
  times: number
  /** Parts between the first and the last that was seen that never ran. */
  skipped: Part
  /** Parts that ran more than once. */
  repeated: Part
  /** Seconds of film in a second, over everything that ran. */
  speed: number
}

/** What of the reported stretches lies in segments that were served: a player can report anything; what counts is what it also fetched. */
export function witnessed(played: readonly Played[], served: Segments, lengths: readonly number[]): Played[] {
  return within(played, partOf(served, lengths))
}

/** The figures of stretches that are believed: of one viewing, or of all viewings of a film together. */
export function sumUp(played: readonly Played[], length: number): Watched {
  const seen = unionOf(played)
  const [seenLength, ranLength] = [lengthOf(seen), lengthOf(played)]
  const [first, last] = [seen[0]?.from ?? 0, seen.at(-1)?.to ?? 0]
  const took = played.reduce((sum, { from, to, speed }) => sum + (to - from) / speed, 0)
  const overOnce = timesOver(played).map(({ from, times }, at, steps) => ({ from, to: steps[at + 1]?.from ?? from, times }))
  return {
    length,
    seen,
    seenLength,
    ranLength,
    times: seenLength === 0 ? 0 : ranLength / seenLength,
    skipped: restOf(seen, last).filter(({ from, to }) => from >= first && to - from >= SHORTEST_SKIP),
    repeated: unionOf(overOnce.filter(({ times }) => times > 1)).filter(({ from, to }) => to - from >= SHORTEST_SKIP),
    speed: took === 0 ? 1 : ranLength / took,
  }
}

/**
 * What a report can be true of: stretches in order of their sense, inside the film, at a speed that there is, and no more film than fits
 * into the time since the report before it. Whatever is beyond that is left out; the rest stands.
 *
 * @param elapsed milliseconds since the viewing was last heard of
 * @param length of the film, in milliseconds
 */
export function plausible<P extends Played>(reported: readonly P[], elapsed: number, length: number): P[] {
  const believed: P[] = []
  let left = elapsed
  for (const one of reported) {
    const { from, to, speed } = one
    if (![from, to, speed].every(Number.isFinite) || speed < SLOWEST || speed > FASTEST) continue
    const start = Math.max(0, Math.round(from))
    const most = start + Math.floor(Math.max(0, left) * speed)
    const end = Math.min(Math.round(to), length, most)
    if (start >= end) continue
    believed.push({ ...one, from: start, to: end })
    left -= (end - start) / speed
  }
  return believed
}

/** Milliseconds: a report may come so much early, by the clocks of a player and a server. */
const EARLY = 2_000
/**
 * Milliseconds of which nothing was told are kept so long: reports that went to two servers may be written the later one first, and what
 * the last two reports of a page told may come once more, with the next page, where the server that heard them was killed.
 */
const LATE = 30_000

/**
 * Which stretches of a report are believed, by what was believed of the viewing before: all its reports together are never believed for
 * more film than there was time for, whichever server heard them.
 *
 * @param told until when the viewing's time is taken up by earlier reports, in milliseconds; at first the moment at which it began
 * @param at when the report came
 * @param length of the film
 * @returns the stretches, and `told` for the next report
 */
export function believe<P extends Played>(
  reported: readonly P[],
  { told, at, length }: { told: number; at: number; length: number },
): { played: P[]; told: number } {
  const played = plausible(reported, at - told + EARLY, length)
  const took = played.reduce((sum, { from, to, speed }) => sum + (to - from) / speed, 0)
  return { played, told: Math.max(told + took, toldAgain(at)) }
}

/** From when on what ran is told by a page that is opened at a moment: what the page before it had not told yet comes a little later. */
export const toldAgain = (at: number): number => at - LATE

/** How often each of so many equal parts of the film ran, on the average: the curve that shows where a film holds people. */
export function heatOf(played: readonly Played[], length: number, parts: number): number[] {
  const heat = Array.from({ length: parts }, () => 0)
  if (length <= 0) return heat
  const width = length / parts
  for (const { from, to } of played) {
    const last = Math.min(parts - 1, Math.floor((Math.min(to, length) - 1e-9) / width))
    for (let part = Math.max(0, Math.floor(from / width)); part <= last; part++)
      heat[part]! += Math.max(0, Math.min(to, (part + 1) * width) - Math.max(from, part * width)) / width
  }
  return heat
}
