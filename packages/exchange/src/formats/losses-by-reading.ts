/** What a file lost of its films, told by reading it again: nothing that comes back can have been lost. */
import { isDeepStrictEqual } from 'node:util'
import type { Carries, FilmOut, FilmsIn, Loss, SheetField } from './format.ts'
import { lossesOf } from './losses.ts'

/**
 * The fields without a place, and those with a place for a part that did not come back as they were.
 *
 * @example
 * lossesByReading(CARRIES, films, readOwn(bytes))
 */
export function lossesByReading(carries: Carries, films: readonly FilmOut[], read: FilmsIn): Loss[] {
  const parts = (Object.keys(carries) as SheetField[]).filter((field) => carries[field] === 'part')
  return films.flatMap((film, at) => {
    const back = read.films[at]?.sheet
    const changed = parts.filter((field) => back === undefined || !isDeepStrictEqual(film.sheet[field], back[field]))
    return [
      ...lossesOf(carries, film),
      ...changed.map((field): Loss => ({ filmId: film.id, title: film.sheet.title, field, why: 'part' })),
    ]
  })
}
