import type { TitleSheet, TitleStatus } from '@vitrine/catalogue'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** Everything that the store keeps of one state of one title. */
export interface TitlePut {
  id: string
  slug: string
  status: TitleStatus
  revision: number
  sheet: TitleSheet
  card: unknown
  eidr: string | null
  isan: string | null
  sameFilm: string
  editedByHand: boolean
  createdAt: string
  updatedAt: string
  publishedAt: string | null
  byId: string | null
  byName: string
  verb: string
  note: string | null
  changedFields: string[]
}

/**
 * Writes titles, their revisions and their slugs: three statements however many titles. Pass the transaction, with the house locked.
 * A title that exists gets its new state; its row must be the one whose revision is one less.
 */
export async function putTitles(trx: Asker, houseId: string, puts: readonly TitlePut[], changeSeq: number): Promise<void> {
  if (puts.length === 0) return
  const json = JSON.stringify(puts)
  await sql`
    insert into title (house_id, id, slug, status, revision, sheet, card, eidr, isan, same_film, edited_by_hand, created_at, updated_at, published_at, change_seq)
    select ${houseId}, r.id, r.slug, r.status, r.revision, r.sheet, r.card, r.eidr, r.isan, r."sameFilm", r."editedByHand", r."createdAt", r."updatedAt", r."publishedAt", ${changeSeq}::bigint
    from jsonb_to_recordset(${json}::text::jsonb) as r(
      id text, slug text, status text, revision integer, sheet jsonb, card jsonb, eidr text, isan text, "sameFilm" text,
      "editedByHand" boolean, "createdAt" timestamptz, "updatedAt" timestamptz, "publishedAt" timestamptz)
    on conflict (house_id, id) do update set
      slug = excluded.slug, status = excluded.status, revision = excluded.revision, sheet = excluded.sheet, card = excluded.card,
      eidr = excluded.eidr, isan = excluded.isan, same_film = excluded.same_film, edited_by_hand = excluded.edited_by_hand,
      updated_at = excluded.updated_at, published_at = excluded.published_at, change_seq = excluded.change_seq`.execute(trx)
  // The sheet is copied on the server from the row just written: it crosses the wire once.
  const lines = puts.map((put) => ({
    id: put.id,
    byId: put.byId,
    byName: put.byName,
    verb: put.verb,
    note: put.note,
    changedFields: put.changedFields,
  }))
  await sql`
    insert into title_revision (house_id, title_id, revision, status, sheet, at, by_id, by_name, verb, note, changed_fields)
    select t.house_id, t.id, t.revision, t.status, t.sheet, t.updated_at, r."byId", r."byName", r.verb, r.note, r."changedFields"
    from jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb) as r(id text, "byId" text, "byName" text, verb text, note text, "changedFields" jsonb)
    join title t on t.house_id = ${houseId} and t.id = r.id`.execute(trx)
  const slugs = puts.map((put) => ({ id: put.id, slug: put.slug, since: put.updatedAt }))
  await sql`
    insert into title_slug (house_id, slug, title_id, since)
    select ${houseId}, r.slug, r.id, r.since
    from jsonb_to_recordset(${JSON.stringify(slugs)}::text::jsonb) as r(id text, slug text, since timestamptz)
    on conflict (house_id, slug) do nothing`.execute(trx)
}
