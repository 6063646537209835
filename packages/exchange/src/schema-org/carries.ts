/** What of a sheet schema.org has a place for; docs/exchange.md says which part where it is `part`. */
import type { Carries } from '../formats/format.ts'

export const SCHEMA_ORG_CARRIES: Carries = {
  title: 'whole',
  titles: 'whole',
  originalTitle: 'part',
  otherTitles: 'part',
  logline: 'whole',
  shortSynopsis: 'part',
  synopsis: 'part',
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
  credits: 'part',
  countries: 'whole',
  genres: 'part',
  themes: 'part',
  keywords: 'part',
  places: 'part',
  period: 'part',
  festivals: 'part',
  pressQuotes: 'part',
  ratings: 'part',
  identifiers: 'part',
  pictures: 'part',
  trailer: 'part',
}

/** The role of a firm beside the production company: schema.org has one property for both. */
export const CO_PRODUCER = 'co-producer'
