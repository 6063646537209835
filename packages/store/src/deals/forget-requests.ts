/** Requests have an end: one that nobody sees to is closed, and of one that is over it is forgotten who asked, unless a deal or a contact keeps it. */
import { sql } from 'kysely'
import type { RequestState } from '@vitrine/deals/states/machines'
import type { Asker } from '../asker.ts'
import { keptWith } from '../contacts/contacts.ts'

/** A task about a request that is not done: somebody means to come back to it. */
const hasTask = sql`exists (select 1 from task t where t.house_id = r.house_id and t.subject_kind = 'request' and t.subject_id = r.id and t.done_at is null and t.removed_at is null)`

/** Closes requests that wait, and about which nothing was done or written since a moment. When that was stays as it is: it is forgotten by it. */
export async function closeStale(trx: Asker, houseId: string, before: string): Promise<{ id: string; from: RequestState }[]> {
  const { rows } = await sql<{ id: string; from: RequestState }>`
    with stale as materialized (
      select r.id, r.state from request r
      where r.house_id = ${houseId} and r.state in ('new', 'taken') and r.deal_id is null and r.updated_at < ${before}::timestamptz
        and not exists (select 1 from deal d where d.house_id = r.house_id and d.request_id = r.id) and not ${hasTask}
        and not exists (select 1 from mail_in m where m.house_id = r.house_id and m.request_id = r.id and m.at >= ${before}::timestamptz)
      for update of r
    )
    update request r set state = 'closed' from stale s where r.house_id = ${houseId} and r.id = s.id
    returning r.id, s.state as "from"`.execute(trx)
  return rows
}

/**
 * Of requests that are over, and of mail that belongs to nothing that is kept, takes out who it was and what they wrote. What was asked for, and when,
 * stays without a name. A request of a deal stays with the deal, one of a contact with the contact, one that a task is about until that is done.
 */
export async function forgetRequests(trx: Asker, houseId: string, before: string): Promise<{ requests: number; mail: number }> {
  const requests = await sql`
    update request r set name = '', email = null, company_name = null, subject = null, message = null, search = '', guesses = null, user_id = null
    where r.house_id = ${houseId} and r.state in ('answered', 'closed') and r.deal_id is null and (r.name <> '' or r.email is not null)
      and r.updated_at < ${before}::timestamptz
      and not exists (select 1 from contact c where c.house_id = r.house_id and c.id = r.contact_id and c.erased_at is null)
      and not exists (select 1 from deal d where d.house_id = r.house_id and d.request_id = r.id) and not ${hasTask}
      and not exists (select 1 from mail_in m where m.house_id = r.house_id and m.request_id = r.id and m.at >= ${before}::timestamptz)
    returning r.id`.execute(trx)
  const mail = await sql`
    update mail_in m set from_name = '', from_email = null, subject = '', text = null, attachments = '[]'
    where m.house_id = ${houseId} and m.at < ${before}::timestamptz and m.deal_id is null
      and (m.from_name <> '' or m.from_email is not null or m.subject <> '' or m.text is not null)
      and not exists (select 1 from request r where r.house_id = m.house_id and r.id = m.request_id and (r.name <> '' or r.email is not null))
      and not ${keptWith(houseId, sql`m.from_email`)}
    returning m.id`.execute(trx)
  return { requests: requests.rows.length, mail: mail.rows.length }
}
