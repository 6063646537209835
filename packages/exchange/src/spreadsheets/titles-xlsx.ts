import type { Locale } from '@vitrine/messages/locale'
import { tableXlsx } from './table.ts'
import type { ListedTitle, TitleColumn } from './titles-columns.ts'
import { titlesTable } from './titles-table.ts'

/**
 * A list of titles as an Excel workbook: every text is stored as text, so none can become a formula.
 *
 * @example
 * await writeFile('titles.xlsx', await titlesXlsx(titles, { locale: 'fr' }))
 */
export async function titlesXlsx(
  titles: Iterable<ListedTitle>,
  options: { locale: Locale; columns?: readonly TitleColumn[] },
): Promise<Uint8Array> {
  const { head, cells } = titlesTable(options)
  return tableXlsx({ ...head, rows: Array.from(titles, cells) })
}
