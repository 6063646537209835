/** What a format has no place for, told from its `carries`. */
import type { TitleSheet } from '@vitrine/catalogue'
import type { Carries, FilmOut, Loss, SheetField } from './format.ts'

/** True where a field says nothing: null, an empty text, an empty list, a record of nothing. */
export function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every(saysNothing)
}

/**
 * The fields of a film that say something and have no place in a format. What is carried in part is the format's own to tell,
 * since only it knows whether anything was lost.
 *
 * @example
 * lossesOf({ title: 'whole' }, { ...film, sheet: { ...emptySheet('Salt'), year: 2020 } })
 * // [{ filmId: film.id, title: 'Salt', field: 'year', why: 'no-place' }]
 */
export function lossesOf(carries: Carries, { id, sheet }: Pick<FilmOut, 'id' | 'sheet'>): Loss[] {
  return (Object.keys(sheet) as SheetField[])
    .filter((field) => carries[field] === undefined && !saysNothing(sheet[field]))
    .map((field) => ({ filmId: id, title: sheet.title, field, why: 'no-place' }))
}

/** The sheet as far as a format carries it whole: the rest is as an empty sheet has it. Round trips compare this. */
export function carriedWhole(carries: Carries, sheet: TitleSheet, empty: TitleSheet): TitleSheet {
  const kept = Object.fromEntries(
    (Object.keys(sheet) as SheetField[]).map((field) => [field, carries[field] === 'whole' ? sheet[field] : empty[field]]),
  )
  return kept as TitleSheet
}
