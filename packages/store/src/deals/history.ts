/** Which films a company has had to do with, by what became of it. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export interface FilmHistory {
  titleId: string
  /** `bought`: signed; `refused`: lost, or declined and nothing offered since; `talked`: a sale is under way, or it was asked for. */
  what: 'bought' | 'refused' | 'talked'
}

/** Every film of a company's sales, requests and licences; `names` are those that the rights book may know it by. */
export async function filmsOfCompany(
  db: Asker,
  houseId: string,
  companyId: string,
  names: readonly string[],
): Promise<FilmHistory[]> {
  const { rows } = await sql<{ title_id: string; what: FilmHistory['what'] }>`
    select t.title_id, case when d.state in ('signed', 'completed', 'terminated') then 'bought' when d.state = 'lost' or last.state = 'declined' then 'refused' else 'talked' end as what
    from deal d join deal_title t on t.house_id = d.house_id and t.deal_id = d.id
    left join lateral (
      select case when o.side = 'house' then o.state end as state from offer o where o.house_id = d.house_id and o.deal_id = d.id and o.sent_at is not null
      order by o.version desc limit 1) as last on d.state = 'open'
    where d.house_id = ${houseId} and d.company_id = ${companyId}
    union
    select e.title_id, 'bought' from rights_entry e
    where e.house_id = ${houseId} and e.kind = 'licence' and e.status not in ('draft', 'rejected')
      and lower(e.party) in (select lower(x) from jsonb_array_elements_text(${JSON.stringify(names)}::text::jsonb) as x)
    union
    select asked.id, 'talked' from request r cross join lateral jsonb_array_elements_text(r.title_ids) as asked(id)
    where r.house_id = ${houseId} and r.company_id = ${companyId}`.execute(db)
  return rows.map((row) => ({ titleId: row.title_id, what: row.what }))
}

/** Companies that have had to do with any of these films, those with the most of them first: whoever liked one may like another. */
export async function companiesOfFilms(db: Asker, houseId: string, titleIds: readonly string[], limit: number): Promise<string[]> {
  if (titleIds.length === 0) return []
  const { rows } = await sql<{ company_id: string }>`
    with film as (select jsonb_array_elements_text(${JSON.stringify(titleIds)}::text::jsonb) as id)
    select company_id from (
      select d.company_id, t.title_id from deal d join deal_title t on t.house_id = d.house_id and t.deal_id = d.id
      where d.house_id = ${houseId} and d.state <> 'lost' and t.title_id in (select id from film)
      union
      select r.company_id, asked.id from request r cross join lateral jsonb_array_elements_text(r.title_ids) as asked(id)
      where r.house_id = ${houseId} and r.company_id is not null and asked.id in (select id from film)
      union
      select c.id, e.title_id from rights_entry e join company c on c.house_id = e.house_id and lower(c.name) = lower(e.party)
      where e.house_id = ${houseId} and e.kind = 'licence' and e.status not in ('draft', 'rejected') and e.title_id in (select id from film)
    ) as dealt group by company_id order by count(*) desc, company_id limit ${limit}`.execute(db)
  return rows.map(({ company_id }) => company_id)
} // prettier-ignore
