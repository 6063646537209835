/** What tells the rows of a small table apart while they come, go and move: what is typed in one stays in it. */
import type { Column } from './columns.ts'

type Row = Readonly<Record<string, unknown>>

/** A row as it stood last, and its key. */
export interface KeyedRow {
  key: string
  row: Row
}

/** As the record says it, whatever holds it. */
const said = (row: Row) => JSON.stringify(row)

/**
 * The keys of rows that came from elsewhere (saved, merged, brought back): a row that says the same keeps its key wherever it stands now, one
 * of the same name keeps it too, and all others are new.
 *
 * @example
 * keysFor([{ key: 'a', row: idfa }], [leipzig, idfa], columns, () => 'b') // ['b', 'a']
 */
export function keysFor(
  before: readonly KeyedRow[],
  rows: readonly Row[],
  columns: readonly Column[],
  fresh: () => string,
): string[] {
  const left = [...before]
  const keys: (string | undefined)[] = rows.map(() => undefined)
  const match = (of: (row: Row) => string | null) => {
    const known = left.map(({ row }) => of(row))
    for (const [at, row] of rows.entries()) {
      const sought = keys[at] === undefined ? of(row) : null
      const found = sought === null ? -1 : known.indexOf(sought)
      if (found === -1) continue
      keys[at] = left.splice(found, 1)[0]!.key
      known.splice(found, 1)
    }
  }
  match(said)
  match((row) => nameOf(row, columns))
  return keys.map((key) => key ?? fresh())
}

/** What a row is called by: what it must have, else what stands first in it; null where that is empty. */
function nameOf(row: Row, columns: readonly Column[]): string | null {
  const needed = columns.filter((column) => column.required)
  const name = (needed.length > 0 ? needed : columns.slice(0, 1)).map(({ key }) => row[key] ?? null)
  return name.every((part) => part === null || part === '') ? null : JSON.stringify(name)
}
