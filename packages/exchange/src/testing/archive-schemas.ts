/**
 * For tests: the schemas that archives and search engines publish, where they are at hand. They are no part of this project:
 * the folder that VITRINE_SCHEMAS names, or `schema` in it, holds them under the names that they are published by.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSchema } from '../validate/schema-check.ts'
import { openSchemaFolder, type SchemaFolder } from '../validate/schema-folder.ts'
import { collectFindings } from '../validate/validation.ts'

const named = process.env['VITRINE_SCHEMAS'] ?? ''
const folder = named === '' ? null : openSchemaFolder(named)

/** The bytes of a file that is no XSD: an ontology, a vocabulary. */
export function published(name: string): string | null {
  for (const place of named === '' ? [] : [join(named, 'schema', name), join(named, name)]) {
    try {
      return readFileSync(place, 'utf8')
    } catch {
      continue
    }
  }
  return null
}

/** What a test says when it is skipped; false where all of these are at hand. */
export function missing(...names: string[]): string | false {
  const absent = names.filter((name) => published(name) === null)
  return absent.length === 0 ? false : `not at hand, put into the folder that VITRINE_SCHEMAS names: ${absent.join(', ')}`
}

/** Schemas name those that they import by an address; here they lie side by side. */
const sideBySide = (all: string): SchemaFolder => ({
  schema: (name) => (name === 'all.xsd' ? Buffer.from(all) : (folder?.schema(name.split('/').at(-1)!) ?? null)),
  vocabulary: () => null,
  ratings: () => null,
})

/** One validator for documents of any of these schemas, each given by the namespace that it is of; what it says, line by line. */
export function validatorOf(schemas: Readonly<Record<string, string>>): (xml: string) => string[] {
  const imports = Object.entries(schemas).map(
    ([namespace, name]) => `<import namespace="${namespace}" schemaLocation="${name}"/>`,
  )
  const together = sideBySide(`<schema xmlns="http://www.w3.org/2001/XMLSchema">${imports.join('')}</schema>`)
  return (xml) => {
    const findings = collectFindings()
    if (!checkSchema(new TextEncoder().encode(xml), 'all.xsd', together, findings)) return ['the schema itself cannot be read']
    return findings.kept.map(({ line, values }) => `${line}: ${values['said'] ?? ''}`)
  }
}
