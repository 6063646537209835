import type { Locale } from '@vitrine/messages/locale'
import { spreadsheetWords } from '@vitrine/messages/spreadsheets'
import type { Cell } from './table.ts'
import type { TableHead } from './table-pages.ts'
import { type ListedTitle, TITLE_COLUMNS, type TitleColumn } from './titles-columns.ts'

/**
 * The head of a list of titles with its chosen columns, and what of a title stands in each.
 *
 * @example
 * const { head, cells } = titlesTable({ locale: 'fr' })
 * tableCsv({ ...head, rows: titles.map(cells) }, 'fr')
 */
export function titlesTable({ locale, columns = TITLE_COLUMNS }: { locale: Locale; columns?: readonly TitleColumn[] }): {
  head: TableHead
  cells: (title: ListedTitle) => Cell[]
} {
  const words = spreadsheetWords[locale]
  return {
    head: { name: words.sheetName, columns: columns.map(({ key, width }) => ({ heading: words[key], width })) },
    cells: (title) => columns.map((column) => column.value(title, locale)),
  }
}
