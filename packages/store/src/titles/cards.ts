import type { TitleStatus } from '@vitrine/catalogue'
import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

/** The columns of a title that lists need; `card` is what the house put there. */
export interface CardRow<Card> {
  id: string
  slug: string
  status: TitleStatus
  revision: number
  card: Card
  updatedAt: string
}

interface Raw {
  id: string
  slug: string
  status: TitleStatus
  revision: number
  card: unknown
  updated_at: unknown
}

const columns = sql.raw('t.id, t.slug, t.status, t.revision, t.card, t.updated_at')

function toCard<Card>(raw: Raw): CardRow<Card> {
  return {
    id: raw.id,
    slug: raw.slug,
    status: raw.status,
    revision: raw.revision,
    card: raw.card as Card,
    updatedAt: instant(raw.updated_at),
  }
}

/** Cards of titles by id, in the order of the ids; ids that are nobody's are left out. */
export async function cardsByIds<Card>(db: Asker, houseId: string, ids: readonly string[]): Promise<CardRow<Card>[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Raw>`
    select ${columns} from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) with ordinality as w(id, n)
    join title t on t.house_id = ${houseId} and t.id = w.id order by w.n`.execute(db)
  return rows.map((row) => toCard<Card>(row))
}

/** Only the cuts of cards, by id: for many films of which few are shown. */
export async function cutsByIds<Cut>(db: Asker, houseId: string, ids: readonly string[]): Promise<Map<string, Cut[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; cuts: Cut[] }>`
    select t.id, t.card -> 'cuts' as cuts from title t
    where t.house_id = ${houseId} and t.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`.execute(db)
  return new Map(rows.map(({ id, cuts }) => [id, cuts]))
}

/** The films published last. */
export async function newestCards<Card>(db: Asker, houseId: string, limit: number): Promise<CardRow<Card>[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from title t where t.house_id = ${houseId} and t.status = 'published'
    order by t.published_at desc, t.id limit ${limit}`.execute(db)
  return rows.map((row) => toCard<Card>(row))
}

/** The published films on which a name, theme or collection stands, the newest first. */
export async function cardsWithName<Card>(
  db: Asker,
  houseId: string,
  kind: 'person' | 'company' | 'festival' | 'collection',
  slug: string,
  limit: number,
): Promise<(CardRow<Card> & { roles: string[] })[]> {
  const { rows } = await sql<Raw & { roles: string[] }>`
    select ${columns}, n.roles from title_name n join title t on t.house_id = n.house_id and t.id = n.title_id
    where n.house_id = ${houseId} and n.kind = ${kind} and n.slug = ${slug} and n.published
    order by (t.card->>'year')::integer desc nulls last, t.id desc limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...toCard<Card>(row), roles: row.roles }))
}

/** What two films must share to be related, and how much it says. */
const WEIGHTS = { collection: 6, person: 5, place: 3, theme: 2, company: 2, festival: 0.5 }

/**
 * The published films nearest to a title: those that share its collections, people, places, themes, companies, rarer things
 * counting more. Looks at no more than the 300 newest films under each name, so it is quick however large the catalogue is.
 */
export async function relatedCards<Card>(db: Asker, houseId: string, titleId: string, limit: number): Promise<CardRow<Card>[]> {
  const { rows } = await sql<Raw>`
    with mine as (
      select kind, slug from title_name where house_id = ${houseId} and title_id = ${titleId}
    ), near as (
      select o.title_id, m.kind, count(*) over (partition by m.kind, m.slug) as films
      from mine m cross join lateral (
        select n.title_id from title_name n
        where n.house_id = ${houseId} and n.kind = m.kind and n.slug = m.slug and n.published
        order by n.title_id desc limit 300
      ) o
      where o.title_id <> ${titleId}
    ), best as (
      select n.title_id, sum(w.weight / (1 + ln(n.films))) as score
      from near n join jsonb_each_text(${JSON.stringify(WEIGHTS)}::text::jsonb) as e(kind, value) on e.kind = n.kind
        cross join lateral (select e.value::numeric as weight) w
      group by n.title_id order by score desc, n.title_id desc limit ${limit}
    )
    select ${columns} from best b join title t on t.house_id = ${houseId} and t.id = b.title_id
    order by b.score desc, t.id desc`.execute(db)
  return rows.map((row) => toCard<Card>(row))
}
