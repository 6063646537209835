/** EBUCorePlus, the ontology of the European Broadcasting Union, as JSON-LD and as Turtle. */
import type { Format } from '../formats/format.ts'
import { EBUCOREPLUS_CARRIES } from './carries.ts'
import { readEbuCorePlus } from './read-ebucoreplus.ts'
import { writeEbuCorePlus, writeEbuCorePlusTurtle } from './write-ebucoreplus.ts'

export const EBUCOREPLUS: Format = {
  id: 'ebucoreplus',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  versions: [],
  carries: EBUCOREPLUS_CARRIES,
  write: writeEbuCorePlus,
  read: readEbuCorePlus,
}

export const EBUCOREPLUS_TURTLE: Format = {
  id: 'ebucoreplus-turtle',
  extension: 'ttl',
  mediaType: 'text/turtle',
  versions: [],
  carries: EBUCOREPLUS_CARRIES,
  write: writeEbuCorePlusTurtle,
}
