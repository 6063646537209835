/** MovieLabs Avails as XML. They are written of licences, not of films alone: see `write-avails.ts`. */
import type { Carries, Format } from '../formats/format.ts'
import { readAvails } from './read-avails.ts'
import { AVAILS_VERSIONS } from './write-avails.ts'

/** What avails tell of the film that they are of. */
export const AVAILS_CARRY: Carries = {
  title: 'part',
  year: 'part',
  cuts: 'part',
  directors: 'part',
  ratings: 'part',
  identifiers: 'part',
}

export const AVAILS: Format = {
  id: 'avails',
  extension: 'xml',
  mediaType: 'application/xml',
  versions: AVAILS_VERSIONS,
  carries: AVAILS_CARRY,
  read: readAvails,
}
