import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export interface CollectionRow {
  slug: string
  name: Record<string, string>
  intro: Record<string, string>
  pictureId: string | null
  position: number
  picture: { width: number; height: number; colour: string | null } | null
  count: number
}

interface Raw {
  slug: string
  name: Record<string, string>
  intro: Record<string, string>
  picture_id: string | null
  position: number
  width: number | null
  height: number | null
  colour: string | null
  count: unknown
}

const toCollection = (raw: Raw): CollectionRow => ({
  slug: raw.slug,
  name: raw.name,
  intro: raw.intro,
  pictureId: raw.picture_id,
  position: Number(raw.position),
  picture: raw.width !== null && raw.height !== null ? { width: raw.width, height: raw.height, colour: raw.colour } : null,
  count: Number(raw.count),
})

/** All collections, or those of some slugs, in the house's order, with the number of published films. */
export async function listCollectionRows(
  db: Asker,
  houseId: string,
  slugs: readonly string[] | null = null,
): Promise<CollectionRow[]> {
  const { rows } = await sql<Raw>`
    select c.slug, c.name, c.intro, c.picture_id, c.position, p.width, p.height, p.colour,
      (select count(*) from title_name n where n.house_id = c.house_id and n.kind = 'collection' and n.slug = c.slug and n.published) as count
    from collection c left join picture p on p.house_id = c.house_id and p.id = c.picture_id
    where c.house_id = ${houseId} ${slugs === null ? sql`` : sql`and c.slug in (select jsonb_array_elements_text(${JSON.stringify(slugs)}::text::jsonb))`}
    order by c.position, c.slug`.execute(db)
  return rows.map(toCollection)
}

export async function putCollection(
  trx: Asker,
  houseId: string,
  collection: {
    slug: string
    name: Record<string, string>
    intro: Record<string, string>
    pictureId: string | null
    position?: number | undefined // without it: where it is, or last
    at: string
  },
): Promise<void> {
  await sql`
    insert into collection (house_id, slug, name, intro, picture_id, position, updated_at)
    values (${houseId}, ${collection.slug}, ${JSON.stringify(collection.name)}::text::jsonb, ${JSON.stringify(collection.intro)}::text::jsonb, ${collection.pictureId},
      coalesce(${collection.position ?? null}::integer, (select coalesce(max(position), 0) + 1 from collection where house_id = ${houseId})), ${collection.at}::timestamptz)
    on conflict (house_id, slug) do update set name = excluded.name, intro = excluded.intro, picture_id = excluded.picture_id,
      position = coalesce(${collection.position ?? null}::integer, collection.position), updated_at = excluded.updated_at`.execute(
    trx,
  )
}

/** Takes a collection away. Films that name it keep its slug: should it come back, they are in it again. */
export async function removeCollection(trx: Asker, houseId: string, slug: string): Promise<void> {
  await sql`delete from collection where house_id = ${houseId} and slug = ${slug}`.execute(trx)
}
