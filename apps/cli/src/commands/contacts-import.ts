/** `vitrine contacts import`: a list of companies and people, or cards, into the contacts: all of it or nothing. */
import type { ContactColumn, ContactListPreview } from '@vitrine/house/contract/contacts'
import { cliContacts } from '@vitrine/messages/cli-contacts'
import { contactColumnWords } from '@vitrine/messages/desk-contacts'
import { listImport } from '@vitrine/messages/list-import'
import { inHouse } from '../in-house.ts'
import type { Run } from '../main.ts'
import { harmless, table, type Printer } from '../print.ts'
import { bytesOf } from '../source.ts'
import { columnsOf, tellColumns } from './list-columns.ts'

export interface ImportContactsOptions {
  columns?: string
  dryRun: boolean
  acceptWarnings: boolean
}

const COLUMNS = Object.keys(contactColumnWords.en) as ContactColumn[]

/** Exit code 1 when lines stand in the way; then nothing was taken in. */
export async function contactsImport(run: Run, file: string, options: ImportContactsOptions): Promise<number> {
  const { printer } = run
  const words = cliContacts[printer.locale]
  const mapping = options.columns === undefined ? undefined : columnsOf(printer, options.columns, COLUMNS)
  const list = { bytes: await bytesOf(printer, file), locale: printer.locale }
  return inHouse(run, async (house) => {
    const preview = await house.previewContacts({ ...list, ...(mapping === undefined ? {} : { mapping }) })
    const { bad, doubtful } = preview.counts
    const stands = bad > 0 || (doubtful > 0 && !options.acceptWarnings)
    const written = stands || options.dryRun ? null : await house.importContacts({ ...list, mapping: preview.mapping, acceptDoubtful: options.acceptWarnings }) // prettier-ignore
    if (printer.json) printer.out(JSON.stringify({ ...preview, written }, null, 2))
    else {
      tellPreview(printer, preview)
      const { companies, people, unchanged } = preview
      if (written !== null) printer.out(words.done(written.companies, written.people, written.filled, written.unchanged))
      else if (stands) printer.note(bad > 0 ? words.stopped : words.accept)
      else printer.out(words.would(companies.fresh, people.fresh, companies.filled + people.filled, unchanged))
    }
    return stands ? 1 : 0
  })
}

/** What the columns were taken for, and every line that is not plain. */
function tellPreview(printer: Printer, preview: ContactListPreview): void {
  const words = printer.words.rights.import
  tellColumns(printer, preview)
  const told = preview.rows.flatMap(
    ({ row, company, person, problems }) =>
    problems.map(({ column, severity, message }) => [words.row(row), words[severity], column ?? '', person?.name ?? company?.name ?? '', message].map(harmless)), // prettier-ignore
  )
  for (const line of table(printer, ['', '', '', '', ''], told).slice(printer.terminal ? 1 : 0)) printer.out(line)
  const { good, doubtful, bad } = preview.counts
  printer.out(words.counts(good, doubtful, bad))
  if (preview.totals.length > 0) printer.out(listImport[printer.locale].totals(preview.totals))
}
