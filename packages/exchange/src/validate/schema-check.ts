/** A document against its published schema, by libxml2. It has been read by our own reader before: there is no DTD in it. */
import {
  closeBuffer,
  openBuffer,
  ParseOption,
  readBuffer,
  XmlDocument,
  XmlLibError,
  xmlRegisterInputProvider,
  XsdValidator,
} from 'libxml2-wasm'
import { xmlUtf8 } from '../xml/read-xml.ts'
import type { SchemaFolder } from './schema-folder.ts'
import type { Findings } from './validation.ts'

// No network, no entity from elsewhere, lines beyond 65,535.
const READING = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_BIG_LINES

/** A document is only looked at, so short texts, most of which are white space, may lie in their nodes. */
const LOOKING = READING | ParseOption.XML_PARSE_COMPACT

/** The folder in which libxml2 finds what a schema imports; nothing else can it open. */
let reading: SchemaFolder | null = null
let registered = false
const imports = {
  match: (name: string) => (reading?.schema(name) ?? null) !== null,
  open(name: string) {
    const bytes = reading?.schema(name) ?? null
    return bytes === null ? undefined : openBuffer(bytes)
  },
  read: readBuffer,
  close(file: number) {
    closeBuffer(file)
    return true
  },
}

const validators = new WeakMap<SchemaFolder, Map<string, XsdValidator | null>>()

/** Null where the schema, or one that it imports, is not there or is no schema. Kept: reading it takes longer than a small document. */
function validatorOf(folder: SchemaFolder, name: string): XsdValidator | null {
  const known = validators.get(folder) ?? new Map<string, XsdValidator | null>()
  validators.set(folder, known)
  if (!known.has(name)) known.set(name, readSchema(folder, name))
  return known.get(name)!
}

function readSchema(folder: SchemaFolder, name: string): XsdValidator | null {
  const bytes = folder.schema(name)
  if (bytes === null) return null
  if (!registered) registered = xmlRegisterInputProvider(imports)
  reading = folder
  try {
    using document = XmlDocument.fromBuffer(bytes, { url: name, option: READING })
    return XsdValidator.fromDoc(document)
  } catch {
    return null
  } finally {
    reading = null
  }
}

/**
 * Checks a document against a schema of a folder.
 *
 * @returns whether there was a schema to check against
 */
export function checkSchema(bytes: Uint8Array, name: string, folder: SchemaFolder, findings: Findings): boolean {
  const validator = validatorOf(folder, name)
  if (validator === null) return false
  try {
    using document = XmlDocument.fromBuffer(withoutDeclaration(xmlUtf8(bytes)), { option: LOOKING })
    validator.validate(document)
  } catch (error) {
    if (!(error instanceof XmlLibError)) return false
    for (const { message, line, xpath } of error.details) {
      findings.add('error', 'schema/xsd', { line: line > 0 ? line : null, path: xpath ?? null }, saidBySchema(message))
    }
  }
  return true
}

/** It is UTF-8 now, whatever its declaration says. */
function withoutDeclaration(utf8: Uint8Array): Uint8Array {
  const start = new TextDecoder('latin1').decode(utf8.subarray(0, 1000))
  return utf8.subarray(/^<\?xml[^>]*\?>/.exec(start)?.[0].length ?? 0)
}

/** What libxml2 says, in parts that can be said in any language. */
export function saidBySchema(message: string): Record<string, string> {
  const said = message
    .trim()
    .replace(/\{[^}]*\/[^}]*\}/g, '')
    .replace(/\.$/, '')
  const element = /^Element '([^']+)'/.exec(said)?.[1] ?? ''
  const expected = /Expected is (?:one of )?\( ([^)]+) \)/.exec(said)?.[1] ?? ''
  const value = /The value '([^']*)' is not an element of the set \{(.*)\}/.exec(said)
  const type = /'([^']*)' is not a valid value of the (?:atomic|union|list|local \w+) type(?: '(?:xs:)?([^']+)')?/.exec(said)
  const attribute = /attribute '([^']+)' is required but missing/.exec(said)?.[1]
  if (attribute !== undefined) return { kind: 'attribute', element, attribute, said }
  if (said.includes('Missing child element')) return { kind: 'missing', element, expected, said }
  if (said.includes('This element is not expected')) return { kind: 'unexpected', element, expected, said }
  if (value !== null) return { kind: 'value', element, value: value[1]!, expected: value[2]!.replaceAll("'", ''), said }
  if (type !== null) return { kind: 'type', element, value: type[1]!, expected: type[2] ?? '', said }
  return { kind: 'other', element, said }
}
