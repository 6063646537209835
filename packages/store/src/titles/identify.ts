import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** What makes two sheets the same film. */
export interface FilmIdentity {
  eidr: string | null
  isan: string | null
  sameFilm: string
}

export interface SameFilm {
  id: string
  slug: string
  title: string
  revision: number
  status: string
  editedByHand: boolean
}

/**
 * For each film asked, in order, the title that is the same film: by EIDR, then ISAN, then folded title, year and director.
 * One statement however many are asked.
 */
export async function findSameFilms(db: Asker, houseId: string, films: readonly FilmIdentity[]): Promise<(SameFilm | null)[]> {
  if (films.length === 0) return []
  const asked = films.map((film, n) => ({ n, ...film }))
  const { rows } = await sql<{
    n: number
    rank: number
    id: string
    slug: string
    title: string
    revision: number
    status: string
    edited_by_hand: boolean
  }>`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) as r(n integer, eidr text, isan text, "sameFilm" text)
    ), found as (
      select a.n, 1 as rank, t.id from asked a join title t on t.house_id = ${houseId} and t.eidr = a.eidr where a.eidr is not null
      union all
      select a.n, 2, t.id from asked a join title t on t.house_id = ${houseId} and t.isan = a.isan where a.isan is not null
      union all
      select a.n, 3, t.id from asked a join title t on t.house_id = ${houseId} and t.same_film = a."sameFilm"
        where not exists (select 1 where (a.eidr is not null and t.eidr <> a.eidr) or (a.isan is not null and t.isan <> a.isan))
    )
    select distinct on (f.n) f.n, f.rank, t.id, t.slug, t.sheet->>'title' as title, t.revision, t.status, t.edited_by_hand
    from found f join title t on t.house_id = ${houseId} and t.id = f.id order by f.n, f.rank, t.id`.execute(db)
  const byNumber = new Map(rows.map((row) => [row.n, row]))
  return films.map((_, n) => {
    const row = byNumber.get(n)
    return row
      ? {
          id: row.id,
          slug: row.slug,
          title: row.title,
          revision: row.revision,
          status: row.status,
          editedByHand: row.edited_by_hand,
        }
      : null
  })
}
