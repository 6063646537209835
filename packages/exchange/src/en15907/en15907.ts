/** EN 15907, the standard of film archives. */
import type { Format } from '../formats/format.ts'
import { EN15907_CARRIES } from './carries.ts'
import { readEn15907 } from './read-en15907.ts'
import { writeEn15907 } from './write-en15907.ts'

export const EN15907: Format = {
  id: 'en15907',
  extension: 'xml',
  mediaType: 'application/xml',
  versions: [],
  carries: EN15907_CARRIES,
  write: writeEn15907,
  read: readEn15907,
}
