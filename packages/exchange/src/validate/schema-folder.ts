/**
 * Where the published schemas and vocabularies are, if they are at hand: they are not part of this project. Files are read
 * from that folder alone, by names that the formats give, never by what a document says.
 */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { compareVersions } from './validation.ts'

export interface SchemaFolder {
  /** A schema's bytes by its name, `avails-v2.6.xsd`; null where it is not there. */
  schema(name: string): Uint8Array | null
  /** A published vocabulary, `vocab_cm_v2.12.json`; null where it is not there. */
  vocabulary(name: string): Uint8Array | null
  /** The published rating systems, the newest there is. */
  ratings(): Uint8Array | null
}

/** The largest of them is a megabyte. */
const LARGEST = 20_000_000
const NAME = /^[A-Za-z0-9][\w.-]{0,100}\.(?:xsd|json|xml)$/

/** Reads a file that lies in the folder itself: not above it, not where a link leads out of it. */
function readIn(folder: string, name: string): Uint8Array | null {
  if (!NAME.test(name)) return null
  const path = join(folder, name)
  try {
    const real = realpathSync(path)
    if (!real.startsWith(realpathSync(folder) + sep)) return null
    const { size } = statSync(real)
    return size > LARGEST ? null : readFileSync(real)
  } catch {
    return null
  }
}

/**
 * A folder of schemas, with the vocabularies in `vocab` beside it or in it. A folder that holds `schema` and `vocab` does too.
 */
export function openSchemaFolder(path: string): SchemaFolder {
  const known = open.get(path)
  if (known !== undefined) return known
  const folder = look(path)
  if (open.size >= 20) open.clear()
  open.set(path, folder)
  return folder
}

/** What was opened stays open, so that a schema is read once for many documents. */
const open = new Map<string, SchemaFolder>()

function look(path: string): SchemaFolder {
  const inside = join(path, 'schema')
  const schemas = existsSync(inside) ? inside : path
  const words = [join(schemas, '..', 'vocab'), join(schemas, 'vocab'), schemas]
  const vocabulary = (name: string) => words.reduce<Uint8Array | null>((found, folder) => found ?? readIn(folder, name), null)
  return {
    schema: (name) => readIn(schemas, name),
    vocabulary,
    ratings: () => newestRatings(words).reduce<Uint8Array | null>((found, name) => found ?? vocabulary(name), null),
  }
}

/** MovieLabs numbers its releases of the rating systems; the newest stands first. */
function newestRatings(folders: readonly string[]): string[] {
  const version = (name: string) => name.slice('CMR_Ratings_v'.length, -'.xml'.length)
  const names = folders.flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))
  return names
    .filter((name) => /^CMR_Ratings_v\d+(?:\.\d+)*\.xml$/.test(name))
    .toSorted((a, b) => compareVersions(version(b), version(a)))
}

/**
 * The nearest folder `schema` beside a file or above it that holds one of these schemas; the first of them counts more than
 * nearness.
 *
 * @example
 * findSchemaFolder('/deliveries/2026/film.xml', ['mdmec-v2.6.xsd']) // that of /deliveries/schema, where it is
 */
export function findSchemaFolder(file: string, schemas: readonly string[]): SchemaFolder | null {
  for (const schema of schemas) {
    for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
      const candidate = join(folder, 'schema')
      if (readIn(candidate, schema) !== null) return openSchemaFolder(candidate)
      if (folder === dirname(folder)) break
    }
  }
  return null
}
