/** A sheet put together from a foreign file is checked once, whole: what does not fit the model is left out and told. */
import { emptySheet, TitleSheet } from '@vitrine/catalogue'
import type { SheetField } from './format.ts'

/**
 * The sheet as the model takes it, and the fields that had to be emptied for it.
 *
 * @example
 * settleSheet({ ...emptySheet('Salt'), year: 12 }).dropped // ['year']
 */
export function settleSheet(raw: TitleSheet): { sheet: TitleSheet; dropped: SheetField[] } {
  const title = raw.title.trim().slice(0, 500) || '?'
  const first = TitleSheet.safeParse({ ...raw, title })
  if (first.success) return { sheet: first.data, dropped: [] }
  const dropped = [...new Set(first.error.issues.map((issue) => issue.path[0] as SheetField))]
  const empty = emptySheet(title)
  const kept = { ...raw, title, ...Object.fromEntries(dropped.map((field) => [field, empty[field]])) }
  return { sheet: TitleSheet.parse(kept), dropped }
}
