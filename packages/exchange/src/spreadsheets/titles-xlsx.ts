// oxlint-disable no-control-regex -- XML 1.0 cannot hold control characters
import type { Locale } from '@vitrine/messages/locale'
import { spreadsheetWords } from '@vitrine/messages/spreadsheets'
import { TITLE_COLUMNS, type ListedTitle, type TitleColumn } from './titles-columns.ts'

const LONGEST_CELL = 32_767 // characters; Excel's own limit

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
  const { writeXlsx } = await import('hucre/xlsx')
  const { locale, columns = TITLE_COLUMNS } = options
  const words = spreadsheetWords[locale]
  const rows = Array.from(titles, (title) => columns.map((column) => cell(column.value(title, locale))))
  return writeXlsx({
    sheets: [
      {
        name: words.sheetName,
        columns: columns.map((column) => ({ width: column.width })),
        rows: [columns.map((column) => words[column.key]), ...rows],
        freezePane: { rows: 1 },
      },
    ],
  })
}

function cell(value: string | number | null): string | number | null {
  return typeof value === 'string'
    ? value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, LONGEST_CELL)
    : value
}
