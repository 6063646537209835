import { listSheetImports } from '@vitrine/store/sheets/sheet-imports'
import type { HouseContext } from '../../context.ts'
import type { Actor, Page, SheetImport } from '../../contract.ts'
import { fromCursor, isInstant, noCursor, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

const LIMIT = 50

/** Imports of sheets, the newest first: what each made, changed and left waiting, and whether it was taken back. */
export async function listImports(
  house: HouseContext,
  actor: Actor,
  { cursor = null }: { cursor?: string | null },
): Promise<Page<SheetImport>> {
  authorise(actor, 'listImports')
  const [at, id] = fromCursor(cursor) ?? []
  if (at !== undefined && (!isInstant(at) || typeof id !== 'string')) throw noCursor()
  const before = at === undefined ? null : { at: String(at), id: String(id) }
  const rows = await listSheetImports(house.db, house.houseId, before, LIMIT + 1)
  const items = rows.slice(0, LIMIT)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > LIMIT && last !== undefined ? toCursor(last.at, last.id) : null }
}
