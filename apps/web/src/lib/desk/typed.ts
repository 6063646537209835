/** What is typed in one field of a sheet, read. What cannot be taken says why not, and stays as it was typed until it is put right. */

/** Why a text cannot be taken: a key of the desk's words (`wrong.year`). */
export type Wrong = 'year' | 'number' | 'percent' | 'country' | 'language' | 'url' | 'needed'
export type Read<Value> = { value: Value } | { wrong: Wrong }

/** The years that a sheet takes (packages/catalogue, `TitleSheet.year`). */
const FIRST_YEAR = 1880
const LAST_YEAR = 2200

/**
 * @example
 * readYear('2021') // { value: 2021 }
 * readYear('20x1') // { wrong: 'year' }
 * readYear('')     // { value: null }
 */
export function readYear(text: string): Read<number | null> {
  const typed = text.trim()
  if (typed === '') return { value: null }
  const year = /^\d{4}$/.test(typed) ? Number(typed) : 0
  return year >= FIRST_YEAR && year <= LAST_YEAR ? { value: year } : { wrong: 'year' }
}

/** A year that a film is about: any, also before our era. */
export function readAnyYear(text: string): Read<number | null> {
  const typed = text.trim().replace(/^\u2212/, '-')
  if (typed === '') return { value: null }
  return /^-?\d{1,4}$/.test(typed) ? { value: Number(typed) } : { wrong: 'number' }
}

/**
 * A place on a picture in percent, as a part of one.
 *
 * @example
 * readPercent('33,5 %') // { value: 0.335 }
 */
export function readPercent(text: string): Read<number | null> {
  const typed = text.replace('%', '').replace(',', '.').trim()
  if (typed === '') return { value: null }
  const percent = /^\d{1,3}(?:\.\d+)?$/.test(typed) ? Number(typed) : 101
  return percent <= 100 ? { value: percent / 100 } : { wrong: 'percent' }
}

/**
 * An address of the web; one that was typed without its beginning gets it.
 *
 * @example
 * readUrl('vimeo.com/76979871') // { value: 'https://vimeo.com/76979871' }
 */
export function readUrl(text: string): Read<string | null> {
  const typed = text.trim()
  if (typed === '') return { value: null }
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[\w.-]+:\d/.test(typed) ? typed : `https://${typed}`
  const url = URL.parse(whole)
  if (url === null || !/^https?:$/.test(url.protocol) || !/[^.]\.[^.]|^localhost$/.test(url.hostname)) return { wrong: 'url' }
  return { value: whole }
}

/**
 * Whether nothing was written in a row: what a new one begins with does not count.
 *
 * @example
 * isBlank({ name: ' ', country: null }, { name: '', country: null }) // true
 */
export function isBlank(row: Readonly<Record<string, unknown>>, blank: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(row).every(([key, value]) => isNothing(value) || value === blank[key])
}
export const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)
