import { tableCsv, type Table, tableXlsx } from '@vitrine/exchange/spreadsheets/table'
import { csvPieces, type TableHead, type TablePages, xlsxPieces } from '@vitrine/exchange/spreadsheets/table-pages'
import type { Locale } from '@vitrine/messages'
import type { TakenAway } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
/** A file of a list that somebody waits for is held while it is made: it is no larger than this, however many rows it has. */
export const MOST_BYTES = 64_000_000
/** One that goes out by itself is written as it is made. */
const MOST_BYTES_SENT = 1_000_000_000

/** A table as a file in one of the formats that spreadsheets read. */
export async function tableFile(name: string, table: Table, format: 'csv' | 'xlsx', locale: Locale): Promise<TakenAway> {
  const bytes = format === 'csv' ? new TextEncoder().encode(tableCsv(table, locale)) : await tableXlsx(table)
  return { rows: table.rows.length, fileName: `${name}.${format}`, mediaType: MEDIA_TYPES[format], bytes }
}

/** Where a file goes that is not to be held: it takes the pieces to their end, and what fails in them fails it. */
export type Into = (pieces: AsyncIterable<Uint8Array>) => Promise<unknown>

/**
 * The same of a table that comes page by page. Where it goes `into` somewhere its bytes are there, and none in the answer.
 *
 * @throws HouseError `limit-reached` when the file grows beyond `mostBytes`
 */
export async function pagedFile(
  name: string,
  head: TableHead,
  pages: TablePages,
  { format, locale, into, mostBytes = into === undefined ? MOST_BYTES : MOST_BYTES_SENT }: PagedFile,
): Promise<TakenAway> {
  let rows = 0
  async function* counted(): TablePages {
    for await (const page of pages) {
      rows += page.length
      yield page
    }
  }
  async function* bounded(): AsyncGenerator<Uint8Array> {
    let length = 0
    for await (const piece of format === 'csv' ? csvPieces(head, counted(), locale) : xlsxPieces(head, counted())) {
      length += piece.length
      if (length > mostBytes) throw new HouseError('limit-reached', { limit: mostBytes, of: 'bytes' })
      yield piece
    }
  }
  let bytes = new Uint8Array()
  if (into === undefined) bytes = Buffer.concat(await Array.fromAsync(bounded()))
  else await into(bounded())
  return { rows, fileName: `${name}.${format}`, mediaType: MEDIA_TYPES[format], bytes }
}

interface PagedFile {
  format: 'csv' | 'xlsx'
  locale: Locale
  into?: Into | undefined
  mostBytes?: number
}
