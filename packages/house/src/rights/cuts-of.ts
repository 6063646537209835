import type { TitleSheet } from '@vitrine/catalogue'

/** What the rights book calls the cuts of a film: 52, 90, 3x52. */
export const cutsOf = (sheet: {
  readonly cuts: readonly Pick<TitleSheet['cuts'][number], 'minutes' | 'episodes'>[]
}): string[] => [
  ...new Set(sheet.cuts.map(({ minutes, episodes }) => (episodes === null ? String(minutes) : `${episodes}x${minutes}`))),
]
