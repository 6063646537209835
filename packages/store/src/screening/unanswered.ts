/** Screeners that were watched, and after which the house has not heard of whoever watched. */
import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export interface Unanswered {
  id: string
  contactId: string | null
  companyId: string | null
  company: string | null
  ownerId: string | null
  /** When it was watched last. */
  heardAt: string
}

/** An answer is a request, a mail or an offer of theirs, or a note that somebody of the house wrote about them, since they watched last. */
export async function unansweredScreeners(
  db: Asker,
  houseId: string,
  asked: { before: string; after: string; atLeastMs: number; limit: number },
): Promise<Unanswered[]> {
  const { rows } = await sql<{ id: string; contact_id: string | null; company_id: string | null; company: string | null; owner_id: string | null; heard_at: unknown }>`
    select s.id, s.contact_id, s.company_id, c.name as company, s.owner_id, w.heard_at
    from screener s
    join lateral (select max(v.heard_at) as heard_at, max(v.seen_ms) as seen_ms, array_agg(distinct lower(v.email)) filter (where v.email is not null) as emails
      from viewing v where v.house_id = s.house_id and v.screener_id = s.id and v.seen_ms > 0) w on w.heard_at is not null
    left join company c on c.house_id = s.house_id and c.id = s.company_id
    where s.house_id = ${houseId} and s.followed_at is null and s.revoked_at is null and w.seen_ms >= ${asked.atLeastMs}
      and w.heard_at <= ${asked.before}::timestamptz and w.heard_at > ${asked.after}::timestamptz
      and not exists (select 1 from request r where r.house_id = s.house_id and r.at > w.heard_at
        and (r.company_id = s.company_id or r.contact_id = s.contact_id or lower(r.email) = any (w.emails)))
      and not exists (select 1 from mail_in m where m.house_id = s.house_id and m.at > w.heard_at and lower(m.from_email) = any (w.emails))
      and not exists (select 1 from deal d join offer o on o.house_id = d.house_id and o.deal_id = d.id
        where d.house_id = s.house_id and d.company_id = s.company_id and o.created_at > w.heard_at)
      and not exists (select 1 from note n where n.house_id = s.house_id and n.at > w.heard_at and n.removed_at is null
        and ((n.subject_kind = 'company' and n.subject_id = s.company_id) or (n.subject_kind = 'contact' and n.subject_id = s.contact_id)))
    order by w.heard_at limit ${asked.limit}`.execute(db) // prettier-ignore
  return rows.map((row) => ({ id: row.id, contactId: row.contact_id, companyId: row.company_id, company: row.company, ownerId: row.owner_id, heardAt: instant(row.heard_at) })) // prettier-ignore
}
