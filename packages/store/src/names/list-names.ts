import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

/** Every person, company or festival of the published catalogue, by name, with the number of films. */
export async function listNameRows(
  db: Asker,
  houseId: string,
  kind: 'person' | 'company' | 'festival',
): Promise<{ name: string; slug: string; count: number }[]> {
  const { rows } = await sql<{ name: string; slug: string; count: unknown }>`
    select n.name, n.slug, c.count from (
      select slug, count(*) as count from title_name where house_id = ${houseId} and kind = ${kind} and published group by slug
    ) c join name n on n.house_id = ${houseId} and n.kind = ${kind} and n.slug = c.slug
    order by lower(n.name), n.slug`.execute(db)
  return rows.map((row) => ({ name: row.name, slug: row.slug, count: Number(row.count) }))
}

/** One name as its page is headed; null when no published film carries it. */
export async function findName(
  db: Asker,
  houseId: string,
  kind: 'person' | 'company' | 'festival',
  slug: string,
): Promise<{ name: string } | null> {
  const { rows } = await sql<{ name: string }>`
    select n.name from name n where n.house_id = ${houseId} and n.kind = ${kind} and n.slug = ${slug}
      and exists (select 1 from title_name t where t.house_id = n.house_id and t.kind = n.kind and t.slug = n.slug and t.published)`.execute(
    db,
  )
  return rows[0] ?? null
}

/** The public pages with the time of their last change: titles, names and collections. */
export async function listPages(
  db: Asker,
  houseId: string,
): Promise<{ kind: 'title' | 'person' | 'company' | 'festival' | 'collection'; slug: string; updatedAt: string }[]> {
  const { rows } = await sql<{
    kind: 'title' | 'person' | 'company' | 'festival' | 'collection'
    slug: string
    updated_at: unknown
  }>`
    select 'title' as kind, slug, updated_at from title where house_id = ${houseId} and status = 'published'
    union all
    select n.kind, n.slug, max(t.updated_at) from title_name n join title t on t.house_id = n.house_id and t.id = n.title_id
      where n.house_id = ${houseId} and n.published and n.kind in ('person', 'company', 'festival') group by n.kind, n.slug
    union all
    select 'collection', slug, updated_at from collection where house_id = ${houseId}
    order by 1, 2`.execute(db)
  return rows.map((row) => ({ kind: row.kind, slug: row.slug, updatedAt: instant(row.updated_at) }))
}
