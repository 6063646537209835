import type { Locale } from '@vitrine/messages/locale'
import { spreadsheetWords } from '@vitrine/messages/spreadsheets'
import { csvLine, separatorFor } from './table.ts'
import { TITLE_COLUMNS, type ListedTitle, type TitleColumn } from './titles-columns.ts'

/**
 * A list of titles as CSV, line by line, so that a hundred thousand titles are never held at once. It starts with a byte
 * order mark, by which spreadsheets know UTF-8; in French the separator is a semicolon, as they expect it there.
 *
 * @example
 * for await (const line of titlesCsv(titles, { locale: 'en' })) response.write(line)
 */
export async function* titlesCsv(
  titles: Iterable<ListedTitle> | AsyncIterable<ListedTitle>,
  options: { locale: Locale; columns?: readonly TitleColumn[]; separator?: ',' | ';' | '\t' },
): AsyncGenerator<string> {
  const { locale, columns = TITLE_COLUMNS, separator = separatorFor(locale) } = options
  yield `\ufeff${csvLine(columns.map((column) => spreadsheetWords[locale][column.key]), separator)}` // prettier-ignore
  for await (const title of titles) yield csvLine(columns.map((column) => column.value(title, locale)), separator) // prettier-ignore
}
