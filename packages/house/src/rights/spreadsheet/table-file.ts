import { tableCsv, type Table, tableXlsx } from '@vitrine/exchange/spreadsheets/table'
import { csvPieces, type TableHead, type TablePages, xlsxPieces } from '@vitrine/exchange/spreadsheets/table-pages'
import type { Locale } from '@vitrine/messages'
import type { TakenAway } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
/** A file of a list is held while it is made, and whenever it is fetched: it is no larger than this, however many rows it has. */
export const MOST_BYTES = 64_000_000

/** A table as a file in one of the formats that spreadsheets read. */
export async function tableFile(name: string, table: Table, format: 'csv' | 'xlsx', locale: Locale): Promise<TakenAway> {
  const bytes = format === 'csv' ? new TextEncoder().encode(tableCsv(table, locale)) : await tableXlsx(table)
  return { rows: table.rows.length, fileName: `${name}.${format}`, mediaType: MEDIA_TYPES[format], bytes }
}

/**
 * The same of a table that comes page by page.
 *
 * @throws HouseError `limit-reached` when the file grows beyond `mostBytes`
 */
export async function pagedFile(
  name: string,
  head: TableHead,
  pages: TablePages,
  format: 'csv' | 'xlsx',
  locale: Locale,
  mostBytes = MOST_BYTES,
): Promise<TakenAway> {
  let rows = 0
  async function* counted(): TablePages {
    for await (const page of pages) {
      rows += page.length
      yield page
    }
  }
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of format === 'csv' ? csvPieces(head, counted(), locale) : xlsxPieces(head, counted())) {
    length += piece.length
    if (length > mostBytes) throw new HouseError('limit-reached', { limit: mostBytes, of: 'bytes' })
    pieces.push(piece)
  }
  return { rows, fileName: `${name}.${format}`, mediaType: MEDIA_TYPES[format], bytes: Buffer.concat(pieces) }
}
