import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export interface PictureRow {
  id: string
  sha256: string
  mediaType: string
  bytes: number
  width: number
  height: number
  colour: string | null
  createdAt: string
}

/** Notes a stored picture; the same picture again changes nothing. */
export async function notePicture(trx: Asker, houseId: string, picture: PictureRow): Promise<void> {
  await sql`
    insert into picture (house_id, id, sha256, media_type, bytes, width, height, colour, created_at)
    values (${houseId}, ${picture.id}, ${picture.sha256}, ${picture.mediaType}, ${picture.bytes}, ${picture.width}, ${picture.height}, ${picture.colour}, ${picture.createdAt}::timestamptz)
    on conflict (house_id, id) do nothing`.execute(trx)
}

export async function findPicture(db: Asker, houseId: string, id: string): Promise<PictureRow | null> {
  const { rows } = await sql<{
    id: string
    sha256: string
    media_type: string
    bytes: number
    width: number
    height: number
    colour: string | null
    created_at: unknown
  }>`
    select id, sha256, media_type, bytes, width, height, colour, created_at from picture where house_id = ${houseId} and id = ${id}`.execute(
    db,
  )
  const row = rows[0]
  if (!row) return null
  const { media_type: mediaType, created_at: createdAt, ...rest } = row
  return { ...rest, mediaType, createdAt: instant(createdAt) }
}

/** Of the ids, those that are pictures of the house. */
export async function knownPictures(db: Asker, houseId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from picture where house_id = ${houseId} and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`.execute(
    db,
  )
  return new Set(rows.map((row) => row.id))
}

/** Puts the pictures of some titles in place of those they had. */
export async function replaceTitlePictures(
  trx: Asker,
  houseId: string,
  titleIds: readonly string[],
  pictures: readonly { titleId: string; pictureId: string }[],
  fresh = false,
): Promise<void> {
  if (!fresh)
    await sql`
      delete from title_picture where house_id = ${houseId} and title_id in (select jsonb_array_elements_text(${JSON.stringify(titleIds)}::text::jsonb))`.execute(
      trx,
    )
  if (pictures.length === 0) return
  await sql`
    insert into title_picture (house_id, picture_id, title_id)
    select distinct ${houseId}, r."pictureId", r."titleId"
    from jsonb_to_recordset(${JSON.stringify(pictures)}::text::jsonb) as r("pictureId" text, "titleId" text)`.execute(trx)
}

/** Where a picture shows: on a public title, as the house's logo, on a collection; and whose films it belongs to. */
export async function pictureShows(
  db: Asker,
  houseId: string,
  id: string,
): Promise<{ published: boolean; producerIds: string[] }> {
  const { rows } = await sql<{ published: boolean; producers: string[] | null }>`
    select
      exists (select 1 from title_picture p join title t on t.house_id = p.house_id and t.id = p.title_id
              where p.house_id = ${houseId} and p.picture_id = ${id} and t.status = 'published')
      or exists (select 1 from collection c where c.house_id = ${houseId} and c.picture_id = ${id})
      or exists (select 1 from house h where h.house_id = ${houseId} and h.settings->>'logoId' = ${id}) as published,
      (select jsonb_agg(distinct o.user_id) from title_picture p join title_producer o on o.house_id = p.house_id and o.title_id = p.title_id
       where p.house_id = ${houseId} and p.picture_id = ${id}) as producers`.execute(db)
  return { published: rows[0]?.published ?? false, producerIds: rows[0]?.producers ?? [] }
}
