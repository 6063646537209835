/** What of a sheet EN 15907 has a place for; docs/exchange.md says which part where it is `part`. */
import type { Carries } from '../formats/format.ts'

export const EN15907_CARRIES: Carries = {
  title: 'whole',
  titles: 'whole',
  originalTitle: 'whole',
  otherTitles: 'whole',
  logline: 'whole',
  shortSynopsis: 'whole',
  synopsis: 'whole',
  directorsNote: 'whole',
  biography: 'whole',
  year: 'whole',
  cuts: 'whole',
  versions: 'whole',
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
  period: 'whole',
  festivals: 'whole',
  formats: 'whole',
  ratings: 'whole',
  identifiers: 'whole',
}

/** The standard is sold without a schema, so the names of its elements stand in a namespace of this project. */
export const EN15907_NAMESPACE = 'urn:x-vitrine:en15907'

export const DESCRIPTIONS = {
  logline: 'logline',
  shortSynopsis: 'shortSynopsis',
  synopsis: 'synopsis',
  directorsNote: 'directorsNote',
  biography: 'biography',
} as const
export const FIRM_ROLES = {
  productionCompanies: 'Production company',
  coProducers: 'Co-producer',
  broadcasters: 'Broadcaster',
  supporters: 'Funder',
} as const
