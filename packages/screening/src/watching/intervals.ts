/**
 * What was watched of a film, as stretches of it that really ran. Times are whole milliseconds of the film, so that sums come out even;
 * a stretch runs from its start up to, not including, its end.
 */
export interface Stretch {
  from: number
  to: number
}

/** A stretch as a player reports it. `speed` is how many seconds of film ran in a second: 1, 1.5, 2. */
export interface Played extends Stretch {
  speed: number
}

/** Disjoint stretches in their order, none touching the next: each part of the film once, however often it ran. */
export type Part = readonly Stretch[]

/** Each part that ran at least once. */
export function unionOf(stretches: readonly Stretch[]): Part {
  const joined: Stretch[] = []
  for (const { from, to } of stretches.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

/** The parts of both. */
export function overlapOf(one: Part, other: Part): Part {
  const both: Stretch[] = []
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    const from = Math.max(one[a]!.from, other[b]!.from)
    const to = Math.min(one[a]!.to, other[b]!.to)
    if (from < to) both.push({ from, to })
    if (one[a]!.to < other[b]!.to) a++
    else b++
  }
  return both
}

/** What of a film of this length is in none of them. */
export function restOf(part: Part, length: number): Part {
  const rest: Stretch[] = []
  let at = 0
  for (const { from, to } of part) {
    if (from > at) rest.push({ from: at, to: Math.min(from, length) })
    at = Math.max(at, to)
  }
  if (at < length) rest.push({ from: at, to: length })
  return rest.filter(({ from, to }) => from < to)
}

export const lengthOf = (stretches: readonly Stretch[]): number => stretches.reduce((sum, { from, to }) => sum + (to - from), 0)

/** Stretches as far as they lie in a part, with their speed: the same stretch may come out in pieces. */
export function within(played: readonly Played[], part: Part): Played[] {
  return played.flatMap(({ from, to, speed }) => overlapOf([{ from, to }], part).map((piece) => ({ ...piece, speed })))
}

/** How often each place of the film ran: steps from `from` on, up to the next; the last is 0. */
export function timesOver(stretches: readonly Stretch[]): { from: number; times: number }[] {
  const turns = new Map<number, number>()
  for (const { from, to } of stretches) {
    if (from >= to) continue
    turns.set(from, (turns.get(from) ?? 0) + 1)
    turns.set(to, (turns.get(to) ?? 0) - 1)
  }
  const steps: { from: number; times: number }[] = []
  let times = 0
  for (const [from, by] of [...turns].toSorted(([a], [b]) => a - b)) {
    times += by
    if (by !== 0) steps.push({ from, times })
  }
  return steps
}
