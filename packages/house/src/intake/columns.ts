/** How the columns of a list that came in were understood: shown, corrected, and remembered by its headings. */
import type { ColumnsIn } from '@vitrine/exchange/formats/format'
import { isFilmColumn } from '@vitrine/exchange/spreadsheets/film-columns'
import { LIST_LIMITS } from '@vitrine/exchange/spreadsheets/list-rows'
import { findListMapping } from '@vitrine/store/lists/list-mappings'
import { z } from 'zod'
import type { HouseContext } from '../context.ts'
import type { IntakeColumn } from '../contract/intake.ts'
import { headingsKey } from '../rights/spreadsheet/open-spreadsheet.ts'
import { type FileIn, readIncomingApart, type ReadIn } from './read-incoming.ts'

export const Columns = z.array(z.string().max(40).refine(isFilmColumn)).min(1).max(LIST_LIMITS.columns)

/** Does one of them say where the titles stand? */
export const hasTitles = (columns: readonly string[]): boolean =>
  columns.some((column) => /^(?:title|originalTitle)(?:@|$)/.test(column))

/** The columns of a list as a reader gives them, side by side; null for a file that is no list. */
export function columnsIn(read: ColumnsIn | undefined): IntakeColumn[] | null {
  return read?.headings.map((heading, at) => ({ heading, column: read.columns[at]!, sample: read.samples[at]! })) ?? null
}

/** Reads a file; a list whose headings are known from another time is read as it was then. */
export async function readAsRemembered(house: HouseContext, file: FileIn): Promise<{ read: ReadIn; remembered: boolean }> {
  const read = await readIncomingApart(file)
  if ('problem' in read || read.films.columns === undefined) return { read, remembered: false }
  const { headings, columns } = read.films.columns
  const known = Columns.safeParse(await findListMapping(house.db, house.houseId, 'films', headingsKey(headings)))
  const remembered = known.success && known.data.length === columns.length
  const asRead = !remembered || known.data.every((column, at) => column === columns[at])
  return { read: asRead ? read : await readIncomingApart({ ...file, columns: known.data }), remembered }
}
