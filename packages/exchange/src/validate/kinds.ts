/** The XML documents of MovieLabs: what their namespaces say of format and version, and which schema is theirs. */
import { everyElement } from '../xml/look.ts'
import { xmlText, type XmlElement } from '../xml/read-xml.ts'

export interface MovieLabsKind {
  format: 'mec' | 'avails' | 'mmc' | 'common-metadata'
  version: string
  /** Of the Common Metadata that it uses. */
  common: string
  /** The file name of its schema. */
  schema: string
}

const NAMESPACE =
  /^https?:\/\/www\.movielabs\.com\/schema\/(md|mdmec|avails|manifest|delivery|mmcpm|status)\/v(\d+(?:\.\d+)*)(?:\/|$)/
const FORMATS: Readonly<Record<string, MovieLabsKind['format']>> = { md: 'common-metadata', mdmec: 'mec', avails: 'avails' }

/** Common Metadata of each version of Avails, for a document that has no element of it. */
const COMMON_OF_AVAILS: Readonly<Record<string, string>> = {
  '2.2': '2.4', '2.2.1': '2.4', '2.2.2': '2.5', '2.3': '2.6', '2.4': '2.7', '2.5': '2.8', '2.6': '2.10', '2.6.1': '2.11', '2.7': '2.12',
} // prettier-ignore

/** Null for a document that is none of MovieLabs'. */
export function movieLabsKind(root: XmlElement): MovieLabsKind | null {
  const named = NAMESPACE.exec(root.namespace)
  if (named === null) return null
  const [, name, version] = named as unknown as [string, string, string]
  const format = FORMATS[name] ?? 'mmc'
  let common = name === 'avails' ? (COMMON_OF_AVAILS[version] ?? version) : version
  for (const element of everyElement(root)) {
    const found = NAMESPACE.exec(element.namespace)
    if (found?.[1] !== 'md') continue
    common = found[2]!
    break
  }
  const fix = correctedVersion(root, name, version)
  return {
    format,
    version: fix,
    common: name === 'avails' ? common : common === version ? fix : common,
    schema: `${name}-v${fix}.xsd`,
  }
}

/**
 * A schema that was corrected (`mdmec-v2.7.1.xsd`) keeps its namespace (`v2.7`): which of the two is meant, a document says in
 * `xsi:schemaLocation`. Of what stands there only a correction of the version itself counts.
 */
function correctedVersion(root: XmlElement, name: string, version: string): string {
  const places = (root.attributes['xsi:schemaLocation'] ?? '').split(/\s+/)
  const file = places[places.indexOf(root.namespace) + 1]?.split('/').at(-1) ?? ''
  const said = new RegExp(`^${name}-v(${version.replaceAll('.', '\\.')}(?:\\.\\d{1,3})?)\\.xsd$`).exec(file)
  return said?.[1] ?? version
}

/** What the root of a document says that could not be read to its end. */
export function kindAtStart(bytes: Uint8Array): MovieLabsKind | null {
  const start = xmlText(bytes.subarray(0, 16_384)).replace(/<!--[\s\S]*?-->/g, '')
  const root = /<(?:([\w.-]+):)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/.exec(start)
  if (root === null) return null
  const [, prefix, name, attributes] = root as unknown as [string, string | undefined, string, string]
  const namespace =
    new RegExp(`\\sxmlns${prefix === undefined ? '' : `:${prefix}`}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? ''
  return movieLabsKind({ name, namespace, line: 1, attributes: {}, children: [], text: '' })
}
