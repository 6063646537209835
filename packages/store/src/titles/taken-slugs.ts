import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** Of the wanted slugs and their numbered followers (`x`, `x-2`, `x-17`), those in use now or before, with whose they are. */
export async function takenSlugs(db: Asker, houseId: string, wanted: readonly string[]): Promise<Map<string, string>> {
  const json = JSON.stringify([...new Set(wanted)])
  const exact = await sql<{ slug: string; title_id: string }>`
    select s.slug, s.title_id from title_slug s
    where s.house_id = ${houseId} and s.slug in (select jsonb_array_elements_text(${json}::text::jsonb))`.execute(db)
  const taken = new Map(exact.rows.map((row) => [row.slug, row.title_id]))
  if (taken.size === 0) return taken
  // '.' is the byte after '-': the stretch between holds every "x-…" and nothing else.
  const followers = await sql<{ slug: string; title_id: string }>`
    select s.slug, s.title_id from jsonb_array_elements_text(${JSON.stringify([...taken.keys()])}::text::jsonb) as w(slug)
    join title_slug s on s.house_id = ${houseId} and s.slug >= (w.slug || '-') collate "C" and s.slug < (w.slug || '.') collate "C"`.execute(
    db,
  )
  for (const row of followers.rows) taken.set(row.slug, row.title_id)
  return taken
}

/** Whose slug it is, now or before. */
export async function slugOwner(db: Asker, houseId: string, slug: string): Promise<string | null> {
  const { rows } = await sql<{
    title_id: string
  }>`select title_id from title_slug where house_id = ${houseId} and slug = ${slug}`.execute(db)
  return rows[0]?.title_id ?? null
}
