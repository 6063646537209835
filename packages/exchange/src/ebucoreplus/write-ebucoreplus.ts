/** Films as EBUCorePlus, in either of its writings: the same statements. */
import type { FilmOut, WriteOptions, Written } from '../formats/format.ts'
import { lossesByReading } from '../formats/losses-by-reading.ts'
import { writeJsonLd } from '../rdf/write-json-ld.ts'
import { writeTurtle } from '../rdf/write-turtle.ts'
import { EBUCOREPLUS_CARRIES } from './carries.ts'
import { filmGraph } from './film-graph.ts'
import { readEbuCorePlus } from './read-ebucoreplus.ts'

const encoder = new TextEncoder()

export const writeEbuCorePlus = (films: readonly FilmOut[], options: WriteOptions): Written =>
  written(films, options, 'jsonld', 'application/ld+json')
export const writeEbuCorePlusTurtle = (films: readonly FilmOut[], options: WriteOptions): Written =>
  written(films, options, 'ttl', 'text/turtle')

function written(films: readonly FilmOut[], { sender }: WriteOptions, extension: 'jsonld' | 'ttl', mediaType: string): Written {
  const things = films.map((film) => filmGraph(film, sender))
  const json = encoder.encode(writeJsonLd(things))
  return {
    fileName: `ebucoreplus.${extension}`,
    mediaType,
    bytes: extension === 'jsonld' ? json : encoder.encode(writeTurtle(things)),
    losses: lossesByReading(EBUCOREPLUS_CARRIES, films, readEbuCorePlus(json)),
  }
}
