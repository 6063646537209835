/**
 * The definition, cell by cell, with nothing clever: what every other answer is measured against (docs/rights.md).
 * A cell is one territory leaf, one medium, one use of one language, one cut, one day of one title.
 */
import type { Day } from '../days/day.ts'
import { type Answer, type Line, meets, type Request, type Status } from '../book/line.ts'
import type { Use } from '../languages/languages.ts'

export interface Cell {
  territory: string
  medium: number // its bit
  language: string
  use: Use
  cut: string
  day: Day
}

const covers = ({ box }: Line, cell: Cell): boolean =>
  box.territories.has(cell.territory) &&
  ((box.media >>> cell.medium) & 1) === 1 &&
  box.languages.has(cell.language, cell.use) &&
  box.cuts.has(cell.cut) &&
  box.from <= cell.day &&
  cell.day <= box.to

/** The status of a cell on a day of asking, and the entries that cause it. */
export function naiveCell(lines: readonly Line[], cell: Cell, today: Day): { status: Status; because: string[] } {
  return statusOf(
    lines.filter((line) => covers(line, cell)),
    today,
  )
}

/** The status of a cell from all that covers it. */
export function statusOf(
  here: readonly Pick<Line, 'entry' | 'kind' | 'exclusive' | 'expires'>[],
  today: Day,
): { status: Status; because: string[] } {
  const entries = (which: (line: (typeof here)[number]) => boolean): string[] =>
    [...new Set(here.filter(which).map((line) => line.entry))].sort()

  const grants = entries((line) => line.kind === 'grant')
  if (grants.length === 0) return { status: 'not-owned', because: [] }

  const blocking = entries((line) => (line.kind === 'licence' && line.exclusive) || line.kind === 'holdback')
  if (blocking.length > 0) return { status: 'blocked', because: blocking }

  const holding = entries((line) => line.kind === 'option' && today <= line.expires)
  if (holding.length > 0) return { status: 'held', because: holding }

  const beside = entries((line) => line.kind === 'licence' && !line.exclusive)
  const alone = entries((line) => line.kind === 'grant' && line.exclusive)
  if (beside.length > 0 || alone.length === 0)
    return { status: 'non-exclusive', because: [...new Set([...beside, ...(alone.length === 0 ? grants : [])])].sort() }

  return { status: 'available', because: alone }
}

/** The answer to a request from all of its cells; the caller lists them. Days before today are never on offer. */
export function naiveAnswer(lines: readonly Line[], cells: readonly Cell[], request: Request, today: Day): Answer {
  const offered = cells.filter((cell) => cell.day >= today)
  const met = offered.filter((cell) => meets(naiveCell(lines, cell, today).status, request.exclusive))
  if (met.length === 0) return 'none'
  return met.length === offered.length ? 'full' : 'partial'
}
