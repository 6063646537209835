/** Which row of a list has its headings, and what stands below each. */
import { guessFilmColumns } from './film-columns.ts'
import type { ListRow } from './list-rows.ts'

export interface Head {
  /** How many of the rows belong to the head: the list begins behind them. */
  rows: number
  headings: string[]
  columns: string[]
  language: string | null
}

/** A title of the list, its date, a logo's caption: so many rows may stand before the headings. */
const LOOKED_AT = 15

/**
 * The row in which most cells are headings that are known, one of them of titles. Headings that spread over two rows
 * ("Synopsis" over "EN" and "FR") are put together. Null where no row is such.
 */
export function findHead(rows: readonly ListRow[]): Head | null {
  let best: (Head & { score: number }) | null = null
  for (const { cells, headings, rows: until } of headingsIn(rows)) {
    const { columns, language } = guessFilmColumns(headings)
    if (!columns.some((column) => column === 'title' || column.startsWith('title@') || column === 'originalTitle')) continue
    const known = columns.filter((column) => column !== 'ignore').length
    // A word that is a heading by chance stands among others; a short list may have columns that nobody knows
    if (known < 2 && cells.size > 3) continue
    if (best === null || known > best.score) best = { rows: until, headings, columns, language, score: known }
  }
  return best
}

/** Whom one writes to, or where something lies: told of somebody, and no heading. */
const ADDRESS = /^\S+@\S+\.\S+$|^https?:\/\/\S+$/
export const isTold = ({ cells }: ListRow): boolean => [...cells.values()].some((text) => ADDRESS.test(text.trim()))

/** What may be the headings of a list: each of its first rows, alone and under the row above it. `rows`: where they end. */
export function* headingsIn(
  rows: readonly ListRow[],
): Generator<{ cells: ReadonlyMap<number, string>; headings: string[]; rows: number }> {
  for (const [at, row] of rows.slice(0, LOOKED_AT).entries()) {
    const { cells } = row
    // What is as long as a text is no heading
    if (isTold(row) || [...cells.values()].some((text) => text.length > 200)) continue
    yield { cells, headings: inOrder(cells), rows: at + 1 }
    if (at > 0) yield { cells, headings: below(rows[at - 1]!.cells, cells), rows: at + 1 }
  }
}

function inOrder(cells: ReadonlyMap<number, string>): string[] {
  return Array.from({ length: Math.max(...cells.keys()) + 1 }, (_, column) => (cells.get(column) ?? '').replaceAll(/\s+/g, ' '))
}

/** Each heading behind the one above it, which reaches as far as the next of its row. */
function below(above: ReadonlyMap<number, string>, cells: ReadonlyMap<number, string>): string[] {
  const width = Math.max(...cells.keys(), ...above.keys()) + 1
  let group = ''
  return Array.from({ length: width }, (_, column) => {
    group = above.get(column) ?? group
    const own = cells.get(column) ?? ''
    // a heading that is merged over both rows stands in each
    return (own === '' ? (above.get(column) ?? '') : group === '' || group === own ? own : `${group} ${own}`).replaceAll(
      /\s+/g,
      ' ',
    )
  })
}
