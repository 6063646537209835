/** Which films a company has had to do with, by what became of it. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export interface FilmHistory {
  titleId: string
  /** `bought`: signed; `refused`: lost, or declined and nothing offered since; `talked`: a sale is under way, or it was asked for. */
  what: 'bought' | 'refused' | 'talked'
}

/** Every film of the sales, requests and licences of companies; the rights book may know each by its own name or by that of a duplicate which became it. */
export async function filmsOfCompanies(
  db: Asker,
  houseId: string,
  companyIds: readonly string[],
): Promise<(FilmHistory & { companyId: string })[]> {
  if (companyIds.length === 0) return []
  const { rows } = await sql<{ company_id: string; title_id: string; what: FilmHistory['what'] }>`
    select d.company_id, t.title_id, case when d.state in ('signed', 'completed', 'terminated') then 'bought' when d.state = 'lost' or last.state = 'declined' then 'refused' else 'talked' end as what
    from deal d join deal_title t on t.house_id = d.house_id and t.deal_id = d.id
    left join lateral (
      select case when o.side = 'house' then o.state end as state from offer o where o.house_id = d.house_id and o.deal_id = d.id and o.sent_at is not null
      order by o.version desc limit 1) as last on d.state = 'open'
    where d.house_id = ${houseId} and d.company_id = any(${[...companyIds]}::text[])
    union
    select coalesce(c.merged_into, c.id), e.title_id, 'bought' from company c join rights_entry e on e.house_id = c.house_id and lower(e.party) = lower(c.name)
    where c.house_id = ${houseId} and (c.id = any(${[...companyIds]}::text[]) or c.merged_into = any(${[...companyIds]}::text[]))
      and e.kind = 'licence' and e.status not in ('draft', 'rejected')
    union
    select r.company_id, asked.id, 'talked' from request r cross join lateral jsonb_array_elements_text(r.title_ids) as asked(id)
    where r.house_id = ${houseId} and r.company_id = any(${[...companyIds]}::text[])`.execute(db)
  return rows.map((row) => ({ companyId: row.company_id, titleId: row.title_id, what: row.what }))
}

/** Companies that have had to do with any of these films, those with the most of them first: whoever liked one may like another. */
// The films are an array that the planner sees: of a list inside JSON it believes that it is short, and looks each deal up by itself.
export async function companiesOfFilms(db: Asker, houseId: string, titleIds: readonly string[], limit: number): Promise<string[]> {
  if (titleIds.length === 0) return []
  const { rows } = await sql<{ company_id: string }>`
    select company_id from (
      select d.company_id, t.title_id from deal d join deal_title t on t.house_id = d.house_id and t.deal_id = d.id
      where d.house_id = ${houseId} and d.state <> 'lost' and t.title_id = any(${[...titleIds]}::text[])
      union
      select company_id, id from (select r.company_id, jsonb_array_elements_text(r.title_ids) as id from request r where r.house_id = ${houseId} and r.company_id is not null) as asked
      where id = any(${[...titleIds]}::text[])
      union
      select c.id, e.title_id from rights_entry e join company c on c.house_id = e.house_id and lower(c.name) = lower(e.party)
      where e.house_id = ${houseId} and e.kind = 'licence' and e.status not in ('draft', 'rejected') and e.title_id = any(${[...titleIds]}::text[])
    ) as dealt group by company_id order by count(*) desc, company_id limit ${limit}`.execute(db)
  return rows.map(({ company_id }) => company_id)
} // prettier-ignore
