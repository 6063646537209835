import { type EntryRow, listEntryRows } from '@vitrine/store/rights/entries'
import type { HouseContext } from '../context.ts'
import { pagesBehind } from '../lists/list-table.ts'

const STEP = 500

/** Every entry of the rights book as it stands, or of one film, page by page. */
export const entryPages = (house: HouseContext, titleId?: string): AsyncGenerator<readonly EntryRow[]> =>
  pagesBehind<EntryRow>((after) => listEntryRows(house.db, house.houseId, { titleId, after, limit: STEP }), STEP)

/** All of them at once. */
export async function everyEntry(house: HouseContext, titleId?: string): Promise<EntryRow[]> {
  const all: EntryRow[] = []
  for await (const page of entryPages(house, titleId)) all.push(...page)
  return all
}
