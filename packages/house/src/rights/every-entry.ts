import { type EntryRow, listEntryRows } from '@vitrine/store/rights/entries'
import type { HouseContext } from '../context.ts'

const STEP = 500

/** Every entry of the rights book as it stands, or of one film. */
export async function everyEntry(house: HouseContext, titleId?: string): Promise<EntryRow[]> {
  const all: EntryRow[] = []
  for (let after: { updatedAt: string; id: string } | null = null; ;) {
    const rows: EntryRow[] = await listEntryRows(house.db, house.houseId, { titleId, after, limit: STEP })
    all.push(...rows)
    const last = rows.at(-1)
    if (rows.length < STEP || last === undefined) return all
    after = { updatedAt: last.updatedAt, id: last.id }
  }
}
