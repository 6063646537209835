/** What of a sheet MEC has a place for; docs/exchange.md says which part where it is `part`. */
import type { Carries } from '../formats/format.ts'

export const MEC_CARRIES: Carries = {
  title: 'whole',
  titles: 'part',
  originalTitle: 'whole',
  otherTitles: 'whole',
  logline: 'part',
  shortSynopsis: 'part',
  synopsis: 'part',
  year: 'whole',
  cuts: 'part',
  versions: 'part',
  originalLanguages: 'whole',
  directors: 'whole',
  productionCompanies: 'part',
  coProducers: 'part',
  broadcasters: 'whole',
  supporters: 'whole',
  producers: 'whole',
  credits: 'whole',
  countries: 'part',
  genres: 'whole',
  themes: 'whole',
  keywords: 'whole',
  festivals: 'part',
  formats: 'part',
  ratings: 'part',
  identifiers: 'whole',
  pictures: 'part',
}

/** Written, oldest first: 2.6 as Prime Video takes it, 2.10 beside Avails 2.6, 2.12 the newest. */
export const MEC_VERSIONS = ['2.6', '2.10', '2.12'] as const
export type MecVersion = (typeof MEC_VERSIONS)[number]

export const PRIMARY_GENRES = 'http://www.movielabs.com/md/mec/mec_primary_genre.html'
/** The genre's source that marks a theme of the house. */
export const THEME_SOURCE = 'urn:x-vitrine:theme'
/** XSD asks for a year; this one says that the sheet has none. */
export const NO_YEAR = '0001'
export const SUMMARIES = { logline: 190, shortSynopsis: 400, synopsis: 4000 } as const
/** Minutes up to which a film is a Short. */
export const SHORT_UP_TO = 40

/** Databases and agencies, as MEC's AltIdentifier names them. */
export const NAMESPACES = {
  eidr: 'EIDR',
  isan: 'ISAN',
  imdb: 'IMDB',
  tmdb: 'TMDB',
  wikidata: 'Wikidata',
  reference: 'ORG',
} as const

/** Firms beside a film, and the role under which MEC's AssociatedOrg has them. */
export const ROLES = {
  productionCompanies: 'production company',
  coProducers: 'co-producer',
  broadcasters: 'broadcaster',
  supporters: 'funder',
} as const
