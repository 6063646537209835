/** What a file is, by what is in it: its name is looked at afterwards, to say that it misleads. */
import { TABLE_ENDINGS, WORKBOOK_ENDINGS } from '@vitrine/messages/list-import'
import { decodeText } from '../documents/encoding.ts'
import { DocumentError } from '../documents/errors.ts'
import { HOUSE_LIMITS } from '../documents/limits.ts'
import { signature, zipKind } from '../documents/sniff.ts'
import { openZip, type Zip, type ZipEntry } from '../documents/zip.ts'
import { archiveProblem } from '../formats/archive-problem.ts'
import { xmlFilesOf } from '../mec/files-in-zip.ts'
import { readXml, type XmlElement } from '../xml/read-xml.ts'
import type { Finding } from '../formats/finding.ts'
import { kindAtStart, movieLabsKind, type MovieLabsKind } from './kinds.ts'
import { separatorOf, type ListRow } from '../spreadsheets/list-rows.ts'
import type { Workbook } from './spreadsheet/workbook.ts'
import type { KnownFormat } from './validation.ts'

export interface Sniffed {
  /** Null for what is none of the formats that are known. */
  format: KnownFormat | null
  version: string | null
  /** Endings that such a file has, the usual one first; empty where any will do. */
  endings: readonly string[]
  /** What stood in the way of reading it to its end. */
  problem: Finding | null
  /** What has been read already. */
  xml?: { root: XmlElement; kind: MovieLabsKind }
  /** With the sheet that has the avails. */
  workbook?: { book: Workbook; sheet: number }
  /** The MEC files of an archive. */
  zip?: { files: ZipEntry[]; read: Zip['read'] }
}

const ENDINGS: Partial<Record<KnownFormat, readonly string[]>> = {
  'avails-xlsx': WORKBOOK_ENDINGS,
  'titles-xlsx': WORKBOOK_ENDINGS,
  'titles-csv': TABLE_ENDINGS,
  'schema-org': ['jsonld', 'json'],
  ebucoreplus: ['jsonld', 'json'],
  'ebucoreplus-turtle': ['ttl'],
  tmdb: ['json'],
  wikidata: ['json'],
  vitrine: ['zip', 'json'],
}
const known = (format: KnownFormat | null, version: string | null, more: Partial<Sniffed> = {}): Sniffed => ({
  format,
  version,
  endings: format === null ? [] : (ENDINGS[format] ?? []),
  problem: null,
  ...more,
})
const fatal = (rule: string, values: Record<string, string> = {}): Finding => ({
  severity: 'fatal',
  rule,
  line: null,
  path: null,
  values,
})

/**
 * Says what a file is.
 *
 * @example
 * (await sniff(bytes)).format // 'mec'
 */
export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  if (bytes.length === 0) return known(null, null, { problem: fatal('file/empty') })
  try {
    const found = signature(bytes)
    if (found === 'zip') return await sniffZip(bytes)
    if (found === 'pdf' || found === 'rtf') return known('sheet', null, { endings: [found] })
    if (found !== null) return known(null, null, { problem: fatal('file/unknown') })
    return await sniffText(bytes)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return known(null, null, { problem: archiveProblem(error) })
  }
}

async function sniffZip(bytes: Uint8Array): Promise<Sniffed> {
  const { firstRows, openWorkbook, workbookIn } = await import('./spreadsheet/workbook.ts')
  const { isOpenDocument, openDocumentIn } = await import('./spreadsheet/open-document.ts')
  if (isHouse(bytes)) return known('vitrine', null, { endings: ['zip'] })
  const zip = openWorkbook(bytes)
  const names = zip.entries.map(({ name }) => name)
  const mimetype = zip.entries.find(({ name, size }) => name === 'mimetype' && size < 200)
  const kind = zipKind(names, mimetype === undefined ? null : new TextDecoder().decode(zip.read(mimetype)))
  if (kind === 'docx' || kind === 'odt') return known('sheet', null, { endings: [kind] })
  const files = kind === 'archive' ? xmlFilesOf(zip) : []
  // Other XML may lie beside it: it is looked for among the first.
  for (const file of files.slice(0, MOST_SHEETS)) {
    const start = zip.read(file)
    const mec = kindAtStart(start)
    if (mec?.format === 'mec') return known('mec-zip', mec.version, { endings: ['zip'], zip: { files, read: zip.read } })
    const ebuCore = ebuCoreAtStart(start)
    if (ebuCore !== null) return ebuCore
  }
  const openDocument = mimetype !== undefined && isOpenDocument(zip)
  if (kind !== 'spreadsheet' || (!openDocument && !names.includes('xl/workbook.xml')))
    return known(null, null, { problem: fatal('file/unknown') })
  const { looksLikeAvails, spreadsheetVersion } = await import('./spreadsheet/check-spreadsheet.ts')
  const book = openDocument ? openDocumentIn(zip) : workbookIn(zip)
  for (const at of book.sheets.keys()) {
    if (at === MOST_SHEETS) break
    const head = firstRows(book, at, AVAILS_HEAD)
    if (looksLikeAvails(head)) return known('avails-xlsx', spreadsheetVersion(head), { workbook: { book, sheet: at } })
  }
  const { rowsOf, sheetOfFilms } = await import('../spreadsheets/list-sheet.ts')
  const format = await table(rowsOf(book, sheetOfFilms(book)), 'titles-xlsx')
  return format === null ? known(null, null, { problem: fatal('list/no-headings') }) : known(format, null)
}

/** Whether an archive holds all of a house, which may be larger than a document: its name alone, in a text or in a longer name, is not enough. */
function isHouse(bytes: Uint8Array): boolean {
  const mentioned = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('vitrine.json')
  return mentioned && openZip(bytes, HOUSE_LIMITS).entries.some(({ name }) => name === 'vitrine.json')
}

/** A document of EBUCore, of an archive that has one for each film. */
function ebuCoreAtStart(bytes: Uint8Array): Sniffed | null {
  if (!/<(?:[\w.-]+:)?ebuCoreMain[\s>]/.test(decodeText(bytes.subarray(0, 4096)).text)) return null
  const { format, version } = sniffXml(bytes)
  return format === 'ebucore' ? known('ebucore', version, { endings: ['zip'] }) : null
}

/** Two rows of headings and one of remarks; notes for those who fill it in may stand on sheets before. */
const AVAILS_HEAD = 3
const MOST_SHEETS = 20
/** So many rows are looked at for the headings of a list. */
const LIST_HEAD = 15

/** A table is known by its headings. */
async function table(rows: readonly ListRow[], titles: 'titles-csv' | 'titles-xlsx'): Promise<KnownFormat | null> {
  const headings = [...(rows[0]?.cells.values() ?? [])]
  const has = (pattern: RegExp) => headings.some((heading) => pattern.test(heading.trim()))
  if (
    has(/\b(?:title|titre|titel|t[íi]tulo|titolo|film|programme|program)\b/iu) &&
    has(/\b(?:territor|gebiet|pays c|licensee|licenci)/iu) &&
    has(/\b(?:media|rights?|droits?|rechte|from|start|début|beginn)\b/iu)
  )
    return 'rights-table'
  const { findHead } = await import('../spreadsheets/list-headings.ts')
  const head = findHead(rows)
  // Two words of a text may stand between commas by chance
  return head === null || (titles === 'titles-csv' && head.columns.filter((one) => one !== 'ignore').length < 2) ? null : titles
}

async function sniffText(bytes: Uint8Array): Promise<Sniffed> {
  const head = decodeText(bytes.subarray(0, 4096)).text.trimStart()
  if (
    /^<(?:\?xml|!--|!DOCTYPE\s+(?!html)|[A-Za-z_][\w.-]*(?::[\w.-]+)?[\s/>])/i.test(head) &&
    !/^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!DOCTYPE\s+html|html|head|body|p|div|h1|table)[\s>]/i.test(head)
  )
    // prettier-ignore
    return sniffXml(bytes)
  if (/^[[{]/.test(head)) return sniffJson(bytes)
  if (/^(?:@prefix|@base|PREFIX)\s[\s\S]*ebucoreplus#/i.test(head)) return known('ebucoreplus-turtle', '2.0')
  if (/^<(?:!DOCTYPE\s+html|html|head|body)/i.test(head)) return known('sheet', null, { endings: ['html', 'htm', 'xhtml'] })
  const format = await table(csvHead(head), 'titles-csv')
  if (format !== null) return known(format, null, { endings: TABLE_ENDINGS })
  if ((head.match(/\p{L}/gu)?.length ?? 0) < 20) return known(null, null, { problem: fatal('file/unknown') })
  return known('sheet', null, { endings: ['txt', 'text', 'md', 'markdown'] })
}

/** The first lines as rows of a CSV; none where nothing parts them. */
function csvHead(head: string): ListRow[] {
  const text = head.replace(/^sep=.\r?\n/i, '')
  const separator = separatorOf(text)
  return text
    .split(/\r?\n/)
    .filter((line) => line.includes(separator))
    .slice(0, LIST_HEAD)
    .map((line, at) => ({
      row: at + 1,
      cells: new Map(
        line.split(separator).flatMap((cell, column): [number, string][] => {
          const text = cell.replaceAll('"', '').trim()
          return text === '' ? [] : [[column, text]]
        }),
      ),
    }))
}

/** Documents of others, by the namespace or the name of their root. */
const XML_FORMATS: readonly [pattern: RegExp, format: KnownFormat, version: RegExp | null][] = [
  [/^urn:ebu:metadata-schema:ebu-?core/i, 'ebucore', /ebu-?core_?(\d{4}|\d+\.\d+)?/i],
  [/^http:\/\/www\.openarchives\.org\/OAI\/2\.0\/oai_dc\//, 'dublin-core', null],
  // several records together, as written here
  [/^urn:x-vitrine:records$/, 'dublin-core', null],
  [/^http:\/\/www\.openarchives\.org\/OAI\/2\.0\//, 'oai-pmh', /OAI\/(2\.0)/],
  [/^http:\/\/purl\.org\/dc\//, 'dublin-core', null],
  [/europeanfilmgateway\.eu|filmstandards\.org|en-?15907/i, 'en15907', null],
]

function sniffXml(bytes: Uint8Array): Sniffed {
  const { root, problem } = readXml(bytes)
  const xml = (format: KnownFormat | null, version: string | null, more: Partial<Sniffed>) =>
    known(format, version, { endings: ['xml'], ...more })
  if (root === null) {
    const kind = kindAtStart(bytes)
    return xml(kind?.format ?? null, kind?.version ?? null, { problem })
  }
  const kind = movieLabsKind(root)
  if (kind !== null) return xml(kind.format, kind.version, { xml: { root, kind } })
  for (const [pattern, format, version] of XML_FORMATS)
    if (pattern.test(root.namespace))
      return xml(format, root.attributes['version'] ?? version?.exec(root.namespace)?.[1] ?? null, {})
  if (/^cinematographicWorks?$/i.test(root.name)) return xml('en15907', null, {})
  return xml(null, null, { problem: fatal('file/unknown') })
}

const CONTEXT = /^https?:\/\/(?:www\.)?schema\.org\/?/

function sniffJson(bytes: Uint8Array): Sniffed {
  const { text } = decodeText(bytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const at = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? Number.NaN)
    const line = Number.isNaN(at) ? null : text.slice(0, at).split('\n').length
    return known(null, null, { problem: { ...fatal('json/not-well-formed'), line } })
  }
  const first = Array.isArray(value) ? (value[0] as unknown) : value
  if (typeof first !== 'object' || first === null) return known(null, null, { problem: fatal('file/unknown') })
  const has = (...names: string[]) => names.every((name) => Object.hasOwn(first, name))
  const one = first as Record<string, unknown>
  const context = JSON.stringify(one['@context'] ?? '')
  if (context.includes('ebucoreplus#')) return known('ebucoreplus', '2.0')
  if ([one['@context']].flat().some((item) => typeof item === 'string' && CONTEXT.test(item)) || context.includes('schema.org'))
    return known('schema-org', null)
  if (has('entities') || (has('claims') && /^Q\d+$/.test(String(one['id'])))) return known('wikidata', null)
  if (has('id', 'original_title') || has('id', 'original_name', 'first_air_date')) return known('tmdb', '3')
  if (has('vitrine')) return known('vitrine', typeof one['vitrine'] === 'string' ? one['vitrine'] : null)
  if (has('title', 'cuts', 'credits') || has('sheet')) return known('sheet', null, { endings: ['json'] })
  return known(null, null, { problem: fatal('file/unknown') })
}
