import type { Locale } from '@vitrine/messages/locale'
import { spreadsheetWords } from '@vitrine/messages/spreadsheets'
import { TITLE_COLUMNS, type ListedTitle, type TitleColumn } from './titles-columns.ts'

/** Signs with which a spreadsheet begins to calculate, full-width forms included, and blanks that it skips before them (OWASP, CSV injection). */
const FORMULA = /^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠|]|^[\t\r\n]/

/**
 * One cell of a CSV (RFC 4180), in which no text is taken for a formula: it gets an apostrophe before it. Numbers stay numbers.
 *
 * @example
 * csvCell('=HYPERLINK("http://example.org")') // `"'=HYPERLINK(""http://example.org"")"`
 */
export function csvCell(value: string | number | null, separator = ','): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const safe = (FORMULA.test(value) ? `'${value}` : value).replaceAll('\0', '')
  return /["\r\n;,\t]/.test(safe) || safe.includes(separator) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

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
  const { locale, columns = TITLE_COLUMNS, separator = locale === 'fr' ? ';' : ',' } = options
  const line = (values: readonly (string | number | null)[]) =>
    `${values.map((value) => csvCell(value, separator)).join(separator)}\r\n`
  yield `\ufeff${line(columns.map((column) => spreadsheetWords[locale][column.key]))}`
  for await (const title of titles) yield line(columns.map((column) => column.value(title, locale)))
}
