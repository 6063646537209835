/** The lists of the desk, and the rates that their sums are converted at. */
import type { Part } from './connection.ts'
import { addressed, chosenColumns, inQuery } from './query.ts'

export const lists: Part<'exportList' | 'importRates'> = (server) => ({
  exportList({ list, asked, format, columns, table, locale }) {
    const path = list === 'invoices' ? '/invoices/export' : `/lists/${list}`
    const query = {
      ...inQuery(asked),
      format,
      locale,
      ...chosenColumns(columns),
      ...(list === 'figures' ? { table } : {}),
    }
    return server.file(addressed(path, query), `${list}.${format}`)
  },
  importRates: (request) => server.upload('/rates', request),
})
