import type { TitleSheet } from '@vitrine/catalogue'
import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export interface UnsavedDraftRow {
  id: string
  titleId: string
  baseRevision: number
  sheet: TitleSheet
  at: string
  byId: string | null
  by: string
}

export async function keepUnsavedDraft(trx: Asker, houseId: string, draft: UnsavedDraftRow): Promise<void> {
  await sql`
    insert into unsaved_draft (house_id, id, title_id, base_revision, sheet, at, by_id, by_name)
    values (${houseId}, ${draft.id}, ${draft.titleId}, ${draft.baseRevision}, ${JSON.stringify(draft.sheet)}::text::jsonb, ${draft.at}::timestamptz, ${draft.byId}, ${draft.by})`.execute(
    trx,
  )
}

/** The newest first. */
export async function listUnsavedDraftRows(db: Asker, houseId: string, titleId: string): Promise<UnsavedDraftRow[]> {
  const { rows } = await sql<{
    id: string
    title_id: string
    base_revision: number
    sheet: TitleSheet
    at: unknown
    by_id: string | null
    by_name: string
  }>`
    select id, title_id, base_revision, sheet, at, by_id, by_name from unsaved_draft
    where house_id = ${houseId} and title_id = ${titleId} order by at desc, id desc limit 50`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    titleId: row.title_id,
    baseRevision: row.base_revision,
    sheet: row.sheet,
    at: instant(row.at),
    byId: row.by_id,
    by: row.by_name,
  }))
}

/** True when there was one. */
export async function dropUnsavedDraft(trx: Asker, houseId: string, titleId: string, id: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    delete from unsaved_draft where house_id = ${houseId} and title_id = ${titleId} and id = ${id} returning id`.execute(trx)
  return rows.length > 0
}
