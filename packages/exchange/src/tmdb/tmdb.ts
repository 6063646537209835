/** The Movie Database's JSON, which only comes in. */
import type { Format } from '../formats/format.ts'
import { readTmdb } from './read-tmdb.ts'

export const TMDB: Format = {
  id: 'tmdb',
  extension: 'json',
  mediaType: 'application/json',
  versions: [],
  carries: {
    title: 'whole',
    titles: 'part',
    originalTitle: 'whole',
    otherTitles: 'part',
    logline: 'part',
    shortSynopsis: 'part',
    synopsis: 'part',
    year: 'part',
    cuts: 'part',
    originalLanguages: 'whole',
    directors: 'whole',
    productionCompanies: 'whole',
    broadcasters: 'part',
    producers: 'whole',
    credits: 'part',
    countries: 'whole',
    genres: 'part',
    themes: 'part',
    keywords: 'part',
    festivals: 'part',
    ratings: 'part',
    identifiers: 'part',
    trailer: 'part',
  },
  read: readTmdb,
}
