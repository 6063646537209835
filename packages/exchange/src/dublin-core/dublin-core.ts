/** Simple Dublin Core in XML, as OAI-PMH has it. */
import type { Format } from '../formats/format.ts'
import { DUBLIN_CORE_CARRIES } from './carries.ts'
import { readDublinCore } from './read-dublin-core.ts'
import { writeDublinCore } from './write-dublin-core.ts'

export const DUBLIN_CORE: Format = {
  id: 'dublin-core',
  extension: 'xml',
  mediaType: 'application/xml',
  versions: [],
  carries: DUBLIN_CORE_CARRIES,
  write: writeDublinCore,
  read: readDublinCore,
}
