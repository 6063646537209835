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
 * What stood in a cell before it was made safe.
 *
 * @example
 * plainCell("'=1+1") // '=1+1'
 */
export const plainCell = (text: string): string => (text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text)
