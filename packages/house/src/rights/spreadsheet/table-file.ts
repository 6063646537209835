import { tableCsv, type Table, tableXlsx } from '@vitrine/exchange/spreadsheets/table'
import type { Locale } from '@vitrine/messages'
import type { TakenAway } from '../../contract-rights.ts'

/** A table as a file in one of the formats that spreadsheets read. */
export async function tableFile(name: string, table: Table, format: 'csv' | 'xlsx', locale: Locale): Promise<TakenAway> {
  const rows = table.rows.length
  return format === 'csv'
    ? {
        rows,
        fileName: `${name}.csv`,
        mediaType: 'text/csv; charset=utf-8',
        bytes: new TextEncoder().encode(tableCsv(table, locale)),
      }
    : {
        rows,
        fileName: `${name}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: await tableXlsx(table),
      }
}
