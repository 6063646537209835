import type { Table } from '@vitrine/exchange/spreadsheets/rights-table'
import type { RightsBook } from '@vitrine/rights/book/read-book'
import { keepListMapping } from '@vitrine/store/lists/list-mappings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { OneLine, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { headingsKey, mappingOf, openSpreadsheet, Titles } from '../../rights/spreadsheet/open-spreadsheet.ts'
import { putRows } from '../../rights/spreadsheet/put-rows.ts'
import { isBookFile, openBookFile } from '../../rights/spreadsheet/read-book-file.ts'
import { readBookRows, readRows, type ReadRows } from '../../rights/spreadsheet/read-rows.ts'
import { type Writing, write } from '../../write.ts'

/**
 * Writes a rights spreadsheet, or a book's file, into the book: all of its rows, or none. They are read and judged again on the committed book
 * with the house locked; rows that are in it already are left out, so that a spreadsheet can be brought a second time.
 */
export async function importRights(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['importRights']>[1],
): ReturnType<RightsVerbs['importRights']> {
  authorise(actor, 'importRights')
  const titles = parse(Titles, args.titles ?? {})
  const fileName = parse(OneLine, args.fileName)
  const source = isBookFile(args.bytes)
    ? { book: openBookFile(args.bytes) }
    : { table: await openSpreadsheet(args.bytes, 'rights') }
  return write(house, actor, async (writing) => {
    const read = await rowsOf(house, writing, source, titles, args)
    holdRows(read, args.acceptWarnings === true)
    await putRows(house, writing, actor, read.ready, { fileName, verb: 'importRights' })
    const changed = new Set(read.ready.map(({ titleId }) => titleId))
    writing.audit({ verb: 'importRights', subject: 'Entry', subjectId: null, detail: { fileName, entries: read.ready.length, titles: changed.size, unchanged: read.unchanged } }) // prettier-ignore
    return { entries: read.ready.length, titles: changed.size, unchanged: read.unchanged }
  })
}

async function rowsOf(
  house: HouseContext,
  writing: Writing,
  source: { book: RightsBook } | { table: Table },
  titles: Record<string, string>,
  { mapping: said, locale }: Parameters<RightsVerbs['importRights']>[1],
): Promise<ReadRows> {
  if ('book' in source) return readBookRows(house, writing.trx, source.book, titles, locale)
  const { mapping } = await mappingOf(house, writing.trx, source.table, said)
  // what fails takes this along
  await keepListMapping(writing.trx, house.houseId, 'rights', {
    headings: headingsKey(source.table.headings),
    mapping,
    at: writing.at,
  })
  return readRows(house, writing.trx, source.table, mapping, titles, locale)
}

function holdRows({ rows, counts }: ReadRows, acceptWarnings: boolean): void {
  const told = (severity: 'bad' | 'doubtful') =>
    rows.flatMap(({ row, problems }) => problems.filter((one) => one.severity === severity).map(({ column, message }) => ({ path: `${row}${column === null ? '' : `.${column}`}`, message }))).slice(0, 50) // prettier-ignore
  if (counts.bad > 0) throw new HouseError('invalid-input', { issues: told('bad') })
  if (counts.doubtful > 0 && !acceptWarnings) throw new HouseError('rights-warnings', { issues: told('doubtful') })
}
