import type { Reading } from '../model/reading.ts'
import type { TitleSheet } from '../model/title-sheet.ts'

/** The facts that a text can contradict. */
export interface Facts {
  year: number | null
  minutes: number[]
  episodes: number[]
  directors: string[]
  countries: string[]
}

export function factsOfReading(reading: Reading): Facts {
  return {
    year: reading.year,
    minutes: [
      ...reading.durations,
      ...reading.cuts.map((cut) => cut.minutes),
      ...(reading.series ? [reading.series.minutes] : []),
    ],
    episodes: [...(reading.series ? [reading.series.episodes] : []), ...reading.cuts.flatMap((cut) => cut.episodes ?? [])],
    directors: reading.directors,
    countries: reading.countries,
  }
}

export function factsOfSheet(sheet: TitleSheet): Facts {
  return {
    year: sheet.year,
    minutes: sheet.cuts.map((cut) => cut.minutes),
    episodes: sheet.cuts.flatMap((cut) => cut.episodes ?? []),
    directors: sheet.directors,
    countries: sheet.countries,
  }
}
