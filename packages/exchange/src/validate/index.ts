/** Says of a file what it is, and what is wrong with it, by rules that anyone can look up (docs/exchange.md, "Validation"). */
import { DocumentError } from '../documents/errors.ts'
import { archiveProblem } from '../formats/archive-problem.ts'
import { inFile } from '../mec/read-mec.ts'
import { readXml } from '../xml/read-xml.ts'
import { movieLabsKind } from './kinds.ts'
import { sniff, type Sniffed } from './sniff.ts'
import { findSchemaFolder, type SchemaFolder } from './schema-folder.ts'
import { collectFindings, inOrder, NO_PLACE, type Findings, type Validation } from './validation.ts'

export type { KnownFormat, Validation } from './validation.ts'
export { findSchemaFolder, openSchemaFolder, type SchemaFolder } from './schema-folder.ts'

export interface ValidateOptions {
  /** As the file was called: an ending that misleads is a notice. */
  fileName?: string
  /** Where the file stands, so that schemas beside it are found; never read. */
  path?: string
  /** Published schemas and vocabularies. Null for none; undefined to look for them beside `path`. */
  schemas?: SchemaFolder | null
}

/**
 * Validates any file: says what it is, and looks through it where its rules are known. Nothing is thrown for what a file says.
 *
 * @example
 * const { format, counts, findings } = await validate(bytes, { fileName: 'film.xml' })
 */
export async function validate(bytes: Uint8Array, options: ValidateOptions = {}): Promise<Validation> {
  const findings = collectFindings()
  const notes = collectFindings()
  const sniffed = await sniff(bytes)
  const { format, problem } = sniffed
  let { version } = sniffed
  let schema: Validation['schema'] =
    format === 'mec' || format === 'mec-zip' || format === 'avails' || format === 'mmc' ? 'not found' : null
  if (problem !== null) findings.add(problem.severity, problem.rule, problem, problem.values)
  else if (sniffed.xml !== undefined) schema = await checkDocument(bytes, sniffed.xml, options, findings, notes)
  else if (sniffed.workbook !== undefined) version = await checkWorkbook(sniffed.workbook, options, findings)
  else if (sniffed.zip !== undefined) schema = await checkFiles(sniffed.zip, options, findings, notes)
  else notes.add('notice', 'note/named-only', NO_PLACE)
  checkEnding(sniffed, options.fileName ?? options.path, findings)
  return { format, version, schema, counts: findings.counts, findings: inOrder(findings.kept), notes: notes.kept }
}

async function checkDocument(
  bytes: Uint8Array,
  { root, kind }: NonNullable<Sniffed['xml']>,
  { schemas, path }: ValidateOptions,
  findings: Findings,
  notes: Findings,
): Promise<'checked' | 'not found'> {
  const { checkXml } = await import('./validate-xml.ts')
  const beside = () => (path === undefined ? null : findSchemaFolder(path, [kind.schema, `md-v${kind.common}.xsd`]))
  const folder = schemas === undefined ? beside() : schemas
  return (await checkXml({ root, bytes, kind, folder }, findings, notes)) ? 'checked' : 'not found'
}

/** Each XML file of an archive by itself; a place names its file. */
async function checkFiles(
  { files, read }: NonNullable<Sniffed['zip']>,
  options: ValidateOptions,
  findings: Findings,
  notes: Findings,
): Promise<'checked' | 'not found'> {
  let checked = true
  for (const file of files) {
    const within = (all: Findings): Findings => ({
      ...all,
      add: (severity, rule, { line, path }, values) => all.add(severity, rule, { line, path: inFile(file.name, path) }, values),
    })
    try {
      const bytes = read(file)
      const { root, problem } = readXml(bytes)
      const kind = root === null ? null : movieLabsKind(root)
      if (problem !== null) within(findings).add(problem.severity, problem.rule, problem, problem.values)
      else if (root === null || kind === null) within(findings).add('error', 'mec/no-mec', NO_PLACE, { found: root?.name ?? '' })
      else if ((await checkDocument(bytes, { root, kind }, options, within(findings), within(notes))) !== 'checked')
        checked = false
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      const { severity, rule, values } = archiveProblem(error)
      within(findings).add(severity, rule, NO_PLACE, values)
    }
  }
  return checked ? 'checked' : 'not found'
}

async function checkWorkbook(
  workbook: NonNullable<Sniffed['workbook']>,
  { schemas, path }: ValidateOptions,
  findings: Findings,
): Promise<string | null> {
  const { checkSpreadsheet } = await import('./spreadsheet/check-spreadsheet.ts')
  const { ratingSystems } = await import('./ratings/systems.ts')
  const folder =
    schemas === undefined ? (path === undefined ? null : findSchemaFolder(path, ['md-v2.8.xsd', 'md-v2.7.xsd'])) : schemas
  try {
    return checkSpreadsheet(workbook.book, workbook.sheet, ratingSystems(folder), findings).version
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    const { severity, rule, values } = archiveProblem(error)
    findings.add(severity, rule, NO_PLACE, values)
    return null
  }
}

function checkEnding({ format, endings }: Sniffed, name: string | undefined, findings: Findings): void {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name ?? '')?.[1]?.toLowerCase()
  if (format === null || ending === undefined || endings.length === 0 || endings.includes(ending)) return
  findings.add('notice', 'file/ending', NO_PLACE, { ending, format, usual: endings[0]! })
}
