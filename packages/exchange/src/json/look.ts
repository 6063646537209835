/** Looking into values that came as JSON, of which nothing is known. */

export type Fields = Readonly<Record<string, unknown>>

/** An object's own fields; null for a list, a text, nothing. */
export const fields = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null

/** A list as it is, one value as a list of it, nothing as an empty one. */
export const items = (value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === null || value === undefined ? [] : [value]

/** A text or a number as a text without spaces around; null for anything else, and for an empty one. */
export function textOf(value: unknown): string | null {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : typeof value === 'string' ? value.trim() : ''
  return text === '' ? null : text
}

/** The field of an object, its own only; undefined where there is none. */
export const at = (value: unknown, ...path: string[]): unknown => {
  let here = value
  for (const name of path) {
    const of = fields(here)
    here = of !== null && Object.hasOwn(of, name) ? of[name] : undefined
  }
  return here
}

/** Every text of a list. */
export const textsOf = (value: unknown): string[] => items(value).flatMap((one) => textOf(one) ?? [])
export const wholeNumber = (value: unknown): number | null => {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value.trim()) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
}
