/**
 * For tests: the schemas and samples that MovieLabs publishes, where they are at hand. They are no part of this project: a
 * folder with `schema` and `samples` is named by VITRINE_SCHEMAS, or is `shared/mddf` beside the project or above it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

const root = [process.env['VITRINE_SCHEMAS'] ?? '', ...above('shared/mddf')].find((folder) => existsSync(join(folder, 'schema')))

/** What a test says when it is skipped; false where the folder is there. */
export const SKIPPED: string | false =
  root === undefined ? 'the schemas of MovieLabs are not at hand: name their folder by VITRINE_SCHEMAS' : false

function above(name: string): string[] {
  const found: string[] = []
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) found.push(join(folder, name))
  return found
}

/** Sample files under a folder, by name. */
export const samplesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root!, 'samples', folder)).filter((name) => name.endsWith(ending))
export const sample = (path: string): Uint8Array => readFileSync(join(root!, 'samples', path))

let registered = false

/** What a schema says against documents, by its name: `mdmec-v2.6.xsd`. An empty list is a valid document. */
export function schemaSays(name: string): (xml: Uint8Array) => string[] {
  if (!registered) registered = xmlRegisterFsInputProviders()
  const path = join(root!, 'schema', name)
  const schema = XmlDocument.fromBuffer(readFileSync(path), { url: path })
  const validator = XsdValidator.fromDoc(schema)
  return (xml) => {
    const document = XmlDocument.fromBuffer(xml)
    try {
      validator.validate(document)
      return []
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error
      return error.details.map(({ message, line }) => `${line}: ${message}`)
    } finally {
      document.dispose()
    }
  }
}
