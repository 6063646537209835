/** `vitrine rights import`: a spreadsheet, or a book in a file, into the rights book: all of its rows or none. */
import { basename } from 'node:path'
import { RIGHTS_COLUMNS } from '@vitrine/exchange/spreadsheets/rights-columns'
import type { ImportPreview } from '@vitrine/house/contract/rights'
import { listImport } from '@vitrine/messages/list-import'
import { inHouse } from '../in-house.ts'
import type { Run } from '../main.ts'
import { CommandError, harmless, table, type Printer } from '../print.ts'
import { bytesOf } from '../source.ts'
import { columnsOf, tellColumns } from './list-columns.ts'

export interface ImportRightsOptions {
  columns?: string
  film: string[]
  dryRun: boolean
  acceptWarnings: boolean
}

/** Exit code 1 when rows stand in the way; then nothing was written. */
export async function rightsImport(run: Run, file: string, options: ImportRightsOptions): Promise<number> {
  const { printer } = run
  const words = printer.words.rights.import
  const mapping = options.columns === undefined ? undefined : columnsOf(printer, options.columns, RIGHTS_COLUMNS)
  const titles = Object.fromEntries(options.film.map((text) => filmOf(printer, text)))
  const sheet = { fileName: file === '-' ? 'rights' : basename(file), bytes: await bytesOf(printer, file), titles, locale: printer.locale } // prettier-ignore
  return inHouse(run, async (house) => {
    const preview = await house.previewRightsImport({ ...sheet, ...(mapping === undefined ? {} : { mapping }) })
    const { bad, doubtful } = preview.counts
    const stands = bad > 0 || (doubtful > 0 && !options.acceptWarnings)
    const written = stands || options.dryRun ? null : await house.importRights({ ...sheet, mapping: preview.mapping, acceptWarnings: options.acceptWarnings }) // prettier-ignore
    if (printer.json) printer.out(JSON.stringify({ ...preview, written }, null, 2))
    else {
      tellPreview(printer, preview)
      if (written !== null) printer.out(words.done(written.entries, written.titles, written.unchanged))
      else if (options.dryRun) printer.out(words.would(stands ? 0 : preview.fresh, preview.unchanged))
      else printer.note(bad > 0 ? words.stopped : words.accept)
    }
    return stands ? 1 : 0
  })
}

/** A name may have "=" in it, an id has not. */
function filmOf(printer: Printer, text: string): [string, string] {
  const at = text.lastIndexOf('=')
  if (at < 1 || at === text.length - 1) throw new CommandError(printer.words.rights.import.badFilm(text), 2)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** What the columns were taken for, and every row that is not plain. */
function tellPreview(printer: Printer, { headings, mapping, remembered, rows, counts, totals }: ImportPreview): void {
  const words = printer.words.rights.import
  tellColumns(printer, { headings, mapping, remembered })
  const told = rows.flatMap(({ row, film, problems, suggestions }) =>
    problems.map(({ column, severity, message }) => {
      const near = suggestions.map(({ id, title }) => `${title} (${id})`).join(', ')
      const maybe = near !== '' && (column === 'title' || column === 'id') ? ` ${words.maybe(near)}` : ''
      return [words.row(row), words[severity], column ?? '', film, `${message}${maybe}`].map(harmless)
    }),
  )
  for (const line of table(printer, ['', '', '', '', ''], told).slice(printer.terminal ? 1 : 0)) printer.out(line)
  printer.out(words.counts(counts.good, counts.doubtful, counts.bad))
  if (totals.length > 0) printer.out(listImport[printer.locale].totals(totals))
}
