import type { Locale } from '@vitrine/messages/locale'
import { spreadsheetWords } from '@vitrine/messages/spreadsheets'
import { tableXlsx } from './table.ts'
import { TITLE_COLUMNS, type ListedTitle, type TitleColumn } from './titles-columns.ts'

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
  const { locale, columns = TITLE_COLUMNS } = options
  const words = spreadsheetWords[locale]
  return tableXlsx({
    name: words.sheetName,
    columns: columns.map(({ key, width }) => ({ heading: words[key], width })),
    rows: Array.from(titles, (title) => columns.map((column) => column.value(title, locale))),
  })
}
