import type { DescribedPicture } from '../engine/described.ts'

/** Rates that films and broadcasters use. */
const USUAL: [number, number][] = [
  [24_000, 1001],
  [24, 1],
  [25, 1],
  [30_000, 1001],
  [30, 1],
  [48, 1],
  [50, 1],
  [60_000, 1001],
  [60, 1],
]

const value = ([over, under]: [number, number]) => over / under

/**
 * The constant rate that a reel plays at: the film’s own where it has one that is usual; else the usual rate just above its average, so that
 * no picture is lost. Never above 60.
 */
export function constantRate(picture: Pick<DescribedPicture, 'rate' | 'claimed'>): [number, number] {
  const average = value(picture.rate) || value(picture.claimed) || 25
  const exact = USUAL.find((rate) => Math.abs(value(rate) / average - 1) < 0.0005)
  if (exact) return exact
  return USUAL.find((rate) => value(rate) >= average * 0.995) ?? [60, 1]
}
