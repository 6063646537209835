/** MovieLabs' Media Entertainment Core metadata: what platforms ask for with a film. */
import type { Format } from '../formats/format.ts'
import { MEC_CARRIES, MEC_VERSIONS } from './carries.ts'
import { readMec, readMecFiles } from './read-mec.ts'
import { writeMec, writeMecFiles } from './write-mec.ts'

export const MEC: Format = {
  id: 'mec',
  extension: 'xml',
  mediaType: 'application/xml',
  versions: MEC_VERSIONS,
  carries: MEC_CARRIES,
  write: writeMec,
  read: readMec,
}

/** The same, a file for each record. */
export const MEC_FILES: Format = {
  id: 'mec-zip',
  extension: 'zip',
  mediaType: 'application/zip',
  versions: MEC_VERSIONS,
  carries: MEC_CARRIES,
  write: writeMecFiles,
  read: readMecFiles,
}
