/** `vitrine validate`: what files are, and what is wrong with them; needs no house. */
import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { openSchemaFolder, validate, type SchemaFolder, type Validation } from '@vitrine/exchange/validate/index'
import { findingMessage } from '@vitrine/messages/findings'
import type { Run } from '../main.ts'
import { CommandError, harmless, padTo, widthOf, type Printer } from '../print.ts'
import { bytesOf } from '../source.ts'

/** What is read at most, so that a wrong file does not fill the memory. */
const MOST_BYTES = 128 * 1024 * 1024
const SEVERITIES = ['fatal', 'error', 'warning', 'notice'] as const

export interface ValidateFilesOptions {
  sarif: boolean
  schemas?: string
}
interface Validated {
  file: string
  validation: Validation
}

/** Exit 0 without fatal or error findings, 1 with, 2 when a file cannot be read or is of no format that is known. */
export async function validateFiles({ printer }: Run, files: readonly string[], options: ValidateFilesOptions): Promise<number> {
  const schemas = await schemaFolder(printer, options.schemas)
  const all: Validated[] = []
  for (const file of files) {
    const bytes = await bytesOf(printer, file, MOST_BYTES)
    if (bytes.length > MOST_BYTES) throw new CommandError(printer.words.validate.tooLarge(file, MOST_BYTES / 1024 / 1024), 2)
    const named = file === '-' ? {} : { path: file, fileName: basename(file) }
    all.push({ file, validation: await validate(bytes, { ...named, ...(schemas === null ? {} : { schemas }) }) })
  }
  if (options.sarif) {
    const { sarif } = await import('@vitrine/exchange/validate/sarif')
    printer.out(JSON.stringify(sarif(all, { locale: printer.locale, version: version() }), null, 2))
  } else if (printer.json)
    printer.out(JSON.stringify(all.length === 1 ? printed(printer, all[0]!) : all.map((one) => printed(printer, one)), null, 2))
  else for (const one of all) show(printer, one)
  if (all.some(({ validation }) => validation.format === null)) return 2
  return all.some(({ validation: { counts } }) => counts.fatal + counts.error > 0) ? 1 : 0
}

/** The folder that was named, by the option or by the environment; null where it is to be looked for beside each file. */
async function schemaFolder(printer: Printer, named: string | undefined): Promise<SchemaFolder | null> {
  const folder = named ?? process.env['VITRINE_SCHEMAS'] ?? ''
  if (folder === '') return null
  const found = await stat(folder).catch(() => null)
  if (found?.isDirectory() !== true) throw new CommandError(printer.words.validate.noFolder(folder), 2)
  return openSchemaFolder(folder)
}

const printed = ({ locale }: Printer, { file, validation }: Validated) => ({
  file,
  format: validation.format,
  version: validation.version,
  schema: validation.schema,
  counts: validation.counts,
  findings: validation.findings.map((finding) => ({ ...finding, message: findingMessage(locale, finding) })),
  notes: validation.notes.map((note) => ({ rule: note.rule, message: findingMessage(locale, note) })),
})

function show(printer: Printer, { file, validation }: Validated): void {
  const { words, locale } = printer
  const { format, version, schema, counts, findings, notes } = validation
  const paint = { fatal: printer.red, error: printer.red, warning: printer.yellow, notice: printer.dim }
  const what = format === null ? words.validate.unknown : [format, version].filter(Boolean).join(' ')
  printer.out(
    `${printer.bold(harmless(file))}: ${[what, schema === null ? '' : words.validate.schema[schema]].filter(Boolean).join(', ')}`,
  )
  for (const note of notes) printer.out(printer.dim(harmless(findingMessage(locale, note))))
  const places = findings.map(({ line, path }) =>
    harmless(line === null ? `${file}${path === null ? '' : `:${path}`}` : `${file}:${line}`),
  )
  // Columns as wide as what stands in them, for a person: a long path does not push everything aside.
  const width = (texts: readonly string[]) => Math.min(60, Math.max(0, ...texts.map(widthOf)))
  const [place, severity, rule] = [places, SEVERITIES.map((one) => words.validate.severity[one]), findings.map((one) => one.rule)].map(width) as [number, number, number] // prettier-ignore
  findings.forEach((finding, i) => {
    const label = padTo(words.validate.severity[finding.severity], severity)
    printer.out(
      `${printer.dim(padTo(places[i]!, place))}  ${paint[finding.severity](label)}  ${padTo(finding.rule, rule)}  ${harmless(findingMessage(locale, finding))}`,
    )
  })
  const total = SEVERITIES.reduce((sum, one) => sum + counts[one], 0)
  if (total > findings.length) printer.out(printer.dim(words.validate.more(total - findings.length)))
  const summary = SEVERITIES.filter((one) => counts[one] > 0).map((one) => paint[one](words.validate.counts[one](counts[one])))
  printer.out(summary.length === 0 ? printer.green(words.validate.clean) : summary.join(', '))
}

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as { version: string }).version
