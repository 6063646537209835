/** schema.org's Movie and TVSeries as JSON-LD: what search engines and knowledge graphs read. */
import type { Format } from '../formats/format.ts'
import { SCHEMA_ORG_CARRIES } from './carries.ts'
import { readSchemaOrg } from './read-schema-org.ts'
import { writeSchemaOrg } from './write-schema-org.ts'

export const SCHEMA_ORG: Format = {
  id: 'schema-org',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  versions: [],
  carries: SCHEMA_ORG_CARRIES,
  write: writeSchemaOrg,
  read: readSchemaOrg,
}
