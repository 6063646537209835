/** What belongs to a deal elsewhere: its films, its entries in the rights book. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** The films of a deal, in place of those it had. */
export async function putDealTitles(trx: Asker, houseId: string, dealId: string, titleIds: readonly string[]): Promise<void> {
  await sql`delete from deal_title where house_id = ${houseId} and deal_id = ${dealId}`.execute(trx)
  if (titleIds.length === 0) return
  await sql`
    insert into deal_title (house_id, deal_id, title_id)
    select ${houseId}, ${dealId}, id from (select distinct jsonb_array_elements_text(${JSON.stringify(titleIds)}::text::jsonb) as id) as given`.execute(
    trx,
  )
}

export async function titlesOfDeal(db: Asker, houseId: string, dealId: string): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select t.id, t.sheet->>'title' as title from deal_title d join title t on t.house_id = d.house_id and t.id = d.title_id
    where d.house_id = ${houseId} and d.deal_id = ${dealId} order by lower(t.sheet->>'title'), t.id`.execute(db)
  return rows
}

export interface DealEntry {
  entryId: string
  offerId: string | null
  line: number | null
}

export async function putDealEntry(trx: Asker, houseId: string, dealId: string, entry: DealEntry): Promise<void> {
  await sql`
    insert into deal_entry (house_id, deal_id, entry_id, offer_id, line)
    values (${houseId}, ${dealId}, ${entry.entryId}, ${entry.offerId}, ${entry.line})`.execute(trx)
}

export async function entriesOfDeal(db: Asker, houseId: string, dealId: string): Promise<DealEntry[]> {
  const { rows } = await sql<{ entry_id: string; offer_id: string | null; line: number | null }>`
    select entry_id, offer_id, line from deal_entry where house_id = ${houseId} and deal_id = ${dealId} order by entry_id`.execute(
    db,
  )
  return rows.map((row) => ({ entryId: row.entry_id, offerId: row.offer_id, line: row.line }))
}

/** The deal that an entry came from; null when it came from none. */
export async function dealOfEntry(db: Asker, houseId: string, entryId: string): Promise<string | null> {
  const { rows } = await sql<{ deal_id: string }>`
    select deal_id from deal_entry where house_id = ${houseId} and entry_id = ${entryId}`.execute(db)
  return rows[0]?.deal_id ?? null
}

/** What the offer that was signed says of an entry: the price of its line, as it was amended since, and what is delivered with it. */
export interface SignedLine {
  entryId: string
  currency: string
  minor: number
  /** As it was written: "HD ProRes 422 HQ". */
  materials: string[]
}

/** The lines of signed offers that these entries came from. Entries that came from none are not among them. */
export async function signedLines(db: Asker, houseId: string, entryIds: readonly string[]): Promise<SignedLine[]> {
  if (entryIds.length === 0) return []
  const { rows } = await sql<{ entry_id: string; currency: string; minor: string; materials: { detail: string | null }[] }>`
    select x.entry_id, o.currency, coalesce(s.minor::text, o.terms->'lines'->x.line->>'minor') as minor, o.terms->'lines'->x.line->'materials' as materials
    from deal_entry x join offer o on o.house_id = x.house_id and o.id = x.offer_id
    left join sale_line s on s.house_id = x.house_id and s.deal_id = x.deal_id and s.line = x.line
    where x.house_id = ${houseId} and x.line is not null
      and x.entry_id in (select jsonb_array_elements_text(${JSON.stringify(entryIds)}::text::jsonb))
      and o.terms->'lines'->x.line is not null
    order by x.entry_id`.execute(db)
  return rows.map((row) => ({ entryId: row.entry_id, currency: row.currency, minor: Number(row.minor), materials: row.materials.flatMap(({ detail }) => detail ?? []) })) // prettier-ignore
}

/** Options that a company's deals hold on a day, each with its film and its last day. */
export async function optionsOfCompany(
  db: Asker,
  houseId: string,
  companyId: string,
  today: string,
): Promise<{ entryId: string; titleId: string; expires: string }[]> {
  const { rows } = await sql<{ entry_id: string; title_id: string; expires: string }>`
    select x.entry_id, e.title_id, e.expires from deal d
    join deal_entry x on x.house_id = d.house_id and x.deal_id = d.id
    join rights_entry e on e.house_id = x.house_id and e.id = x.entry_id and e.kind = 'option' and e.status = 'signed' and e.expires >= ${today}::date
    where d.house_id = ${houseId} and d.company_id = ${companyId} and d.state in ('offered', 'agreed', 'contracted') order by e.expires, x.entry_id`.execute(db) // prettier-ignore
  return rows.map((row) => ({ entryId: row.entry_id, titleId: row.title_id, expires: row.expires }))
}
