/** Deals that go on where others ended. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export async function setRenews(trx: Asker, houseId: string, id: string, renewsId: string): Promise<void> {
  await sql`update deal set renews_id = ${renewsId} where house_id = ${houseId} and id = ${id}`.execute(trx)
}

/** The deal that renews another and was not lost; null when there is none. */
export async function renewingDeal(db: Asker, houseId: string, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from deal where house_id = ${houseId} and renews_id = ${id} and state <> 'lost' order by number desc limit 1`.execute(
    db,
  )
  return rows[0]?.id ?? null
}

export interface EndingDeal {
  id: string
  number: number
  name: string
  companyName: string
  lastDay: string
  licences: number
}

/** Signed deals whose licences end in these days and that nothing renews, the first end first. */
export async function endingDeals(db: Asker, houseId: string, from: string, until: string, limit: number): Promise<EndingDeal[]> {
  const { rows } = await sql<{
    id: string
    number: number
    name: string
    company_name: string
    last_day: string
    licences: unknown
  }>`
    select d.id, d.number, d.name, c.name as company_name, min(e.last_day) as last_day, count(*) as licences
    from rights_entry e join deal_entry x on x.house_id = e.house_id and x.entry_id = e.id
      join deal d on d.house_id = x.house_id and d.id = x.deal_id join company c on c.house_id = d.house_id and c.id = d.company_id
    where e.house_id = ${houseId} and e.kind = 'licence' and e.status = 'signed' and e.last_day between ${from}::date and ${until}::date
      and d.state in ('signed', 'completed')
      and not exists (select 1 from deal r where r.house_id = d.house_id and r.renews_id = d.id and r.state <> 'lost')
    group by d.id, d.number, d.name, c.name order by min(e.last_day), d.number limit ${limit}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    name: row.name,
    companyName: row.company_name,
    lastDay: row.last_day,
    licences: Number(row.licences),
  }))
}
