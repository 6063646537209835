/** Classic EBUCore (EBU Tech 3293), the XML of broadcasters' archives. */
import type { Format } from '../formats/format.ts'
import { EBUCORE_CARRIES } from './carries.ts'
import { readEbuCore } from './read-ebucore.ts'
import { writeEbuCore } from './write-ebucore.ts'

export const EBUCORE_XML: Format = {
  id: 'ebucore',
  extension: 'xml',
  mediaType: 'application/xml',
  versions: [],
  carries: EBUCORE_CARRIES,
  write: writeEbuCore,
  read: readEbuCore,
}
