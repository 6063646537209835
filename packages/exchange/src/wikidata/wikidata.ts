/** Wikidata's JSON of entities, which only comes in. */
import type { Format } from '../formats/format.ts'
import { readWikidata } from './read-wikidata.ts'

export const WIKIDATA: Format = {
  id: 'wikidata',
  extension: 'json',
  mediaType: 'application/json',
  versions: [],
  carries: {
    title: 'whole',
    titles: 'part',
    originalTitle: 'whole',
    otherTitles: 'part',
    year: 'part',
    cuts: 'part',
    originalLanguages: 'whole',
    directors: 'whole',
    productionCompanies: 'part',
    broadcasters: 'part',
    producers: 'whole',
    credits: 'part',
    countries: 'whole',
    genres: 'part',
    themes: 'part',
    keywords: 'part',
    places: 'part',
    festivals: 'part',
    identifiers: 'part',
  },
  read: readWikidata,
}
