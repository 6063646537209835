/** What of a sheet Dublin Core has a place for; docs/exchange.md says which part where it is `part`. */
import type { Carries } from '../formats/format.ts'

export const DUBLIN_CORE_CARRIES: Carries = {
  title: 'whole',
  titles: 'part',
  originalTitle: 'part',
  otherTitles: 'part',
  shortSynopsis: 'part',
  synopsis: 'part',
  year: 'whole',
  cuts: 'part',
  originalLanguages: 'whole',
  directors: 'whole',
  productionCompanies: 'part',
  producers: 'part',
  credits: 'part',
  genres: 'part',
  themes: 'part',
  keywords: 'part',
  places: 'part',
  identifiers: 'part',
}

export const OAI_DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/'
export const DC = 'http://purl.org/dc/elements/1.1/'
/** Numbers of the sheet as identifiers that say what they are of. */
export const NUMBERS = {
  isan: 'ISAN ',
  eidr: 'https://doi.org/',
  imdb: 'https://www.imdb.com/title/',
  wikidata: 'https://www.wikidata.org/entity/',
} as const
