/** What of a sheet EBUCore has a place for; docs/exchange.md says which part where it is `part`. */
import type { Carries } from '../formats/format.ts'

export const EBUCORE_CARRIES: Carries = {
  title: 'whole',
  titles: 'whole',
  originalTitle: 'whole',
  otherTitles: 'whole',
  lead: 'part',
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
  pictures: 'part',
  trailer: 'part',
}

export const EBUCORE = 'urn:ebu:metadata-schema:ebucore'
export const DC = 'http://purl.org/dc/elements/1.1/'

/** Texts by the label that their description has. */
export const DESCRIPTIONS = {
  lead: 'lead',
  logline: 'logline',
  shortSynopsis: 'short synopsis',
  synopsis: 'synopsis',
  directorsNote: 'director’s note',
  biography: 'director’s biography',
} as const

export const FIRM_ROLES = {
  productionCompanies: 'Production company',
  coProducers: 'Co-producer',
  broadcasters: 'Broadcaster',
  supporters: 'Funder',
} as const
/** Where a format holds a fact of the film, and not of one of its cuts. */
export const TECHNICAL = 'format'
export const EPISODES = 'episodes'
/** A showing that is one of a festival, and no broadcast. */
export const FESTIVAL = 'festival'
