/** What of a sheet EBUCorePlus has a place for; docs/exchange.md says which part where it is `part`. */
import type { Carries } from '../formats/format.ts'

export const EBUCOREPLUS_CARRIES: Carries = {
  title: 'whole',
  titles: 'whole',
  originalTitle: 'whole',
  otherTitles: 'whole',
  lead: 'part',
  logline: 'whole',
  shortSynopsis: 'whole',
  synopsis: 'whole',
  directorsNote: 'whole',
  year: 'whole',
  cuts: 'part',
  versions: 'part',
  originalLanguages: 'whole',
  directors: 'whole',
  productionCompanies: 'whole',
  coProducers: 'whole',
  broadcasters: 'whole',
  supporters: 'whole',
  producers: 'whole',
  credits: 'whole',
  countries: 'whole',
  genres: 'whole',
  themes: 'whole',
  keywords: 'whole',
  places: 'whole',
  festivals: 'part',
  pressQuotes: 'whole',
  ratings: 'whole',
  identifiers: 'whole',
  pictures: 'part',
}

/** The parts that firms have in a film, as involvements. */
export const FIRM_ROLES = {
  productionCompanies: 'production company',
  coProducers: 'co-producer',
  broadcasters: 'broadcaster',
  supporters: 'funder',
} as const
