import { listWaitingSheets } from '@vitrine/store/sheets/received-sheets'
import type { HouseContext } from '../../context.ts'
import type { Actor, DroppedSheet, Page } from '../../contract.ts'
import { fromCursor, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

const PAGE = 50

/** The sheets that wait for somebody, dropped or left over from an import, the newest first. */
export async function listDroppedSheets(
  house: HouseContext,
  actor: Actor,
  args: { cursor?: string | null },
): Promise<
  Page<
    Omit<DroppedSheet, 'text' | 'reading' | 'findings' | 'proposed' | 'changes' | 'revision'> & {
      title: string
      warnings: number
      needs: string | null
    }
  >
> {
  authorise(actor, 'listDroppedSheets')
  const cursor = fromCursor(args.cursor)
  const rows = await listWaitingSheets(
    house.db,
    house.houseId,
    cursor ? { at: String(cursor[0]), id: String(cursor[1]) } : null,
    PAGE + 1,
  )
  const items = rows
    .slice(0, PAGE)
    .map(({ id, fileName, mediaType, titleId, receivedAt, title, warnings, needs, duplicate }) => ({
      id,
      fileName,
      mediaType,
      titleId,
      receivedAt,
      title: title ?? '',
      warnings,
      needs,
      duplicateOf: duplicate,
    }))
  const last = items.at(-1)
  return { items, nextCursor: rows.length > PAGE && last ? toCursor(last.receivedAt, last.id) : null }
}
