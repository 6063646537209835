/** What becomes of films, as their producers are told it: film by film, and nothing of the other films of a deal. */
import type { OfferTerms, PaymentEvent } from '@vitrine/deals/offer/offer'
import type { InstalmentState, OfferState } from '@vitrine/deals/states/machines'
import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

const given = (ids: readonly string[]) => sql`jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)`

/** How many requests there were for each film. */
export async function requestsForFilms(
  db: Asker,
  houseId: string,
  titleIds: readonly string[],
): Promise<{ titleId: string; kind: 'screener' | 'terms'; count: number }[]> {
  const { rows } = await sql<{ title_id: string; kind: 'screener' | 'terms'; n: unknown }>`
    select w.id as title_id, r.kind, count(*) as n from ${given(titleIds)} as w(id)
    join request r on r.house_id = ${houseId} and r.title_ids @> jsonb_build_array(w.id)
    where r.kind in ('screener', 'terms') group by w.id, r.kind`.execute(db)
  return rows.map((row) => ({ titleId: row.title_id, kind: row.kind, count: Number(row.n) }))
}

/** Companies that asked for a film, the newest first. */
export async function companiesThatAsked(
  db: Asker,
  houseId: string,
  titleId: string,
  limit: number,
): Promise<{ kind: 'screener' | 'terms'; company: string | null; at: string }[]> {
  const { rows } = await sql<{ kind: 'screener' | 'terms'; company: string | null; at: unknown }>`
    select r.kind, coalesce(c.name, r.company_name) as company, r.at from request r
    left join company c on c.house_id = r.house_id and c.id = r.company_id
    where r.house_id = ${houseId} and r.title_ids @> jsonb_build_array(${titleId}::text) and r.kind in ('screener', 'terms')
    order by r.at desc, r.id desc limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, at: instant(row.at) }))
}

export interface OfferOfFilm {
  titleId: string
  state: Extract<OfferState, 'live' | 'accepted'>
  company: string
  terms: OfferTerms
  sentAt: string | null
  settledAt: string | null
}

/** Offers that stand on a day and whose deals are not signed, with each of the films that is in them. */
export async function offersForFilms(
  db: Asker,
  houseId: string,
  titleIds: readonly string[],
  today: string,
): Promise<OfferOfFilm[]> {
  const { rows } = await sql<{ title_id: string; state: 'live' | 'accepted'; company: string; terms: OfferTerms; sent_at: unknown; settled_at: unknown }>`
    select w.id as title_id, o.state, c.name as company, o.terms, o.sent_at, o.settled_at from ${given(titleIds)} as w(id)
    join deal_title t on t.house_id = ${houseId} and t.title_id = w.id
    join deal d on d.house_id = t.house_id and d.id = t.deal_id and d.state in ('offered', 'agreed', 'contracted')
    join offer o on o.house_id = d.house_id and o.deal_id = d.id and o.state in ('live', 'accepted')
    join company c on c.house_id = d.house_id and c.id = d.company_id
    where (o.state = 'accepted' or o.expires is null or o.expires >= ${today}::date)
      and exists (select 1 from jsonb_array_elements(o.terms->'lines') as l where l->>'titleId' = w.id)
    order by o.updated_at desc, o.id`.execute(db) // prettier-ignore
  return rows.map((row) => ({ titleId: row.title_id, state: row.state, company: row.company, terms: row.terms, sentAt: row.sent_at === null ? null : instant(row.sent_at), settledAt: row.settled_at === null ? null : instant(row.settled_at) })) // prettier-ignore
}

/** How many licences of each film are signed. */
export async function licencesOfFilms(db: Asker, houseId: string, titleIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ title_id: string; n: unknown }>`
    select e.title_id, count(*) as n from rights_entry e
    where e.house_id = ${houseId} and e.title_id in (select ${given(titleIds)}) and e.kind = 'licence' and e.status = 'signed' group by e.title_id`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.title_id, Number(row.n)]))
}

export interface SaleOfEntry {
  entryId: string
  dealId: string
  line: number
  number: number
  signedOn: string
  currency: string
  minor: number
  /** What of each instalment is for this line. */
  instalments: { event: PaymentEvent; dueOn: string | null; minor: number; state: InstalmentState }[]
}

/** The deals that licences of a film came from: each with its own line's price and share of the instalments. */
export async function salesOfFilm(db: Asker, houseId: string, titleId: string): Promise<Map<string, SaleOfEntry>> {
  const { rows } = await sql<{ entry_id: string; deal_id: string; line: number; number: number; signed_on: string; currency: string; minor: unknown }>`
    select x.entry_id, x.deal_id, x.line, d.number, s.signed_on, s.currency, s.minor from sale_line s
    join deal_entry x on x.house_id = s.house_id and x.deal_id = s.deal_id and x.line = s.line
    join rights_entry e on e.house_id = x.house_id and e.id = x.entry_id and e.kind = 'licence'
    join deal d on d.house_id = s.house_id and d.id = s.deal_id
    where e.house_id = ${houseId} and e.title_id = ${titleId} and s.title_id = ${titleId}`.execute(db) // prettier-ignore
  const parts = await sql<{ deal_id: string; event: PaymentEvent; due_on: string | null; lines: number[]; state: InstalmentState }>`
    select i.deal_id, i.event, i.due_on, i.lines, i.state from instalment i
    where i.house_id = ${houseId} and i.deal_id in (select ${given(rows.map((row) => row.deal_id))}) order by i.deal_id, i.position`.execute(db) // prettier-ignore
  const ofDeal = Map.groupBy(parts.rows, (part) => part.deal_id)
  return new Map(
    rows.map((row) => [
      row.entry_id,
      {
        entryId: row.entry_id,
        dealId: row.deal_id,
        line: row.line,
        number: row.number,
        signedOn: row.signed_on,
        currency: row.currency,
        minor: Number(row.minor),
        instalments: (ofDeal.get(row.deal_id) ?? []).map(({ event, due_on: dueOn, lines, state }) => ({ event, dueOn, minor: lines[row.line] ?? 0, state })), // prettier-ignore
      },
    ]),
  )
}
