import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { type RawTitle, titleColumns, type TitleRow, toTitleRow } from './title-row.ts'

/** A title by its id. */
export async function findTitle(db: Asker, houseId: string, id: string): Promise<TitleRow | null> {
  const { rows } =
    await sql<RawTitle>`select ${titleColumns} from title t where t.house_id = ${houseId} and t.id = ${id}`.execute(db)
  return rows[0] ? toTitleRow(rows[0]) : null
}

/** A title by any slug it has or had. */
export async function findTitleBySlug(db: Asker, houseId: string, slug: string): Promise<TitleRow | null> {
  const { rows } = await sql<RawTitle>`
    select ${titleColumns} from title_slug s join title t on t.house_id = s.house_id and t.id = s.title_id
    where s.house_id = ${houseId} and s.slug = ${slug}`.execute(db)
  return rows[0] ? toTitleRow(rows[0]) : null
}

/** Many titles by id, in order of id. */
export async function findTitles(db: Asker, houseId: string, ids: readonly string[]): Promise<TitleRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<RawTitle>`
    select ${titleColumns} from title t
    where t.house_id = ${houseId} and t.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)) order by t.id`.execute(
    db,
  )
  return rows.map(toTitleRow)
}

/** Titles in order of id, after `after`: for walking the whole catalogue without holding it. */
export async function walkTitles(db: Asker, houseId: string, after: string, limit: number): Promise<TitleRow[]> {
  const { rows } = await sql<RawTitle>`
    select ${titleColumns} from title t where t.house_id = ${houseId} and t.id > ${after} order by t.id limit ${limit}`.execute(
    db,
  )
  return rows.map(toTitleRow)
}

/** How many titles the house has, and how many are public. */
export async function countTitles(db: Asker, houseId: string): Promise<{ all: number; published: number }> {
  const { rows } = await sql<{ all: unknown; published: unknown }>`
    select count(*) as all, count(*) filter (where status = 'published') as published from title where house_id = ${houseId}`.execute(
    db,
  )
  return { all: Number(rows[0]?.all ?? 0), published: Number(rows[0]?.published ?? 0) }
}

/** Users whose own the title is. */
export async function findProducers(db: Asker, houseId: string, titleId: string): Promise<string[]> {
  const { rows } = await sql<{ user_id: string }>`
    select user_id from title_producer where house_id = ${houseId} and title_id = ${titleId} order by user_id`.execute(db)
  return rows.map((row) => row.user_id)
}

/** A producer's own titles. */
export async function findTitlesOfProducer(db: Asker, houseId: string, userId: string): Promise<TitleRow[]> {
  const { rows } = await sql<RawTitle>`
    select ${titleColumns} from title_producer p join title t on t.house_id = p.house_id and t.id = p.title_id
    where p.house_id = ${houseId} and p.user_id = ${userId} order by t.id`.execute(db)
  return rows.map(toTitleRow)
}
