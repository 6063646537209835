/** The rows of a sheet's small tables that can be kept: one that was added and not filled in, or lacks what it must have, waits in the form. */
import type { TitleSheet } from '@vitrine/catalogue'
import { TABLES, type Column, type TableField } from './columns.ts'
import { isNothing } from './typed.ts'

type Row = Readonly<Record<string, unknown>>

/** Whether a row has all that it must have, and anything at all. */
export function isWhole(row: Row, columns: readonly Column[]): boolean {
  const needed = columns.filter((column) => column.required)
  return needed.length > 0 ? needed.every(({ key }) => !isNothing(row[key])) : columns.some(({ key }) => !isNothing(row[key]))
}

/**
 * A sheet as it can be saved.
 *
 * @example
 * wholeRows({ ...sheet, festivals: [{ festival: '', year: 2021, … }] }).festivals // []
 */
export function wholeRows(sheet: TitleSheet): TitleSheet {
  const kept: Record<string, unknown> = { ...sheet }
  for (const field of Object.keys(TABLES) as TableField[])
    kept[field] = (sheet[field] as readonly Row[]).filter((row) => isWhole(row, TABLES[field].columns))
  return kept as TitleSheet
}

/**
 * The same sheet with the rows that wait in the form: where the others are as they are there each stands in its place, else after them.
 *
 * @param form the sheet as it stands in the form
 */
export function withWaitingRows(sheet: TitleSheet, form: TitleSheet): TitleSheet {
  const shown: Record<string, unknown> = { ...sheet }
  for (const field of Object.keys(TABLES) as TableField[]) {
    const { columns } = TABLES[field]
    const rows = form[field] as readonly Row[]
    const [whole, waiting] = [rows.filter((row) => isWhole(row, columns)), rows.filter((row) => !isWhole(row, columns))]
    if (waiting.length === 0) continue
    shown[field] = JSON.stringify(whole) === JSON.stringify(sheet[field]) ? rows : [...sheet[field], ...waiting]
  }
  return shown as TitleSheet
}
