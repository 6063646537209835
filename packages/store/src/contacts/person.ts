/** Everything that the house holds about one person, to be told and to be erased. */
import { fold } from '@vitrine/catalogue/model/slug'
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

/** What a person is known by: their rows (also those that were merged into theirs), their mail addresses, names, seats and companies. */
export interface PersonIs {
  ids: readonly string[]
  emails: readonly string[]
  names: readonly string[]
  userIds: readonly string[]
  companyIds: readonly string[]
}

export interface PersonRow {
  id: string
  name: string
  email: string | null
  /** Addresses that were theirs before or that they sign in with, and are nobody else's by now. */
  earlier: string[]
  userId: string | null
  companyId: string | null
}

const oneOf = (texts: readonly string[]): RawBuilder<unknown> =>
  sql`(select lower(x) from jsonb_array_elements_text(${JSON.stringify(texts)}::text::jsonb) as x)`
const named = (ids: readonly string[]): RawBuilder<unknown> =>
  sql`exists (select 1 from jsonb_array_elements_text(contact_ids) as named(id) where named.id in ${oneOf(ids)})`
/** Viewings of theirs (`v`): by their row, address or seat; where no address was asked for, by the name that they gave at a link of their company. */
const watchedBy = ({ ids, emails, names, userIds, companyIds }: PersonIs): RawBuilder<unknown> => sql`
  (lower(v.email) in ${oneOf(emails)} or v.contact_id in ${oneOf(ids)} or lower(v.user_id) in ${oneOf(userIds)}
    or (v.email is null and v.contact_id is null and lower(v.name) in ${oneOf(names)}
      and exists (select 1 from screener s where s.house_id = v.house_id and s.id = v.screener_id and s.company_id in ${oneOf(companyIds)})))`
/** Links (`k`) by which they were asked to sign. */
const askedToSign = ({ ids, emails }: PersonIs): RawBuilder<unknown> =>
  sql`(lower(k.email) in ${oneOf(emails)} or k.contact_id in ${oneOf(ids)})`
/** That it was by the link `k` that the paper `p` was declined: the step of that moment. */
const declinedBy = sql`exists (select 1 from deal_event e where e.house_id = p.house_id and e.deal_id = p.deal_id and e.what = 'declinePaper' and e.detail->>'paper' = p.id and e.at = k.ended_at)`
/**
 * Accounts (`m`) with which they sign in to the room of their company, or did: a buyer's, by the seat of their row or by their address.
 * An address may be that of a whole department: the seat of somebody else who has it too is not theirs.
 */
const signsIn = ({ ids, emails, userIds }: PersonIs): RawBuilder<unknown> => sql`
  (m.role = 'buyer' and (lower(m.user_id) in ${oneOf(userIds)} or (lower(m.email) in ${oneOf(emails)}
    and not exists (select 1 from contact o where o.house_id = m.house_id and o.user_id = m.user_id and o.erased_at is null and lower(o.id) not in ${oneOf(ids)}))))`
const about = (ids: readonly string[]): RawBuilder<unknown> => sql`(subject_kind = 'contact' and subject_id in ${oneOf(ids)})`

/** The rows that lead to a person: their own first. */
export async function rowsOfPerson(db: Asker, houseId: string, id: string): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select p.id, p.name, p.email, p.user_id as "userId", p.company_id as "companyId",
      (select coalesce(json_agg(address order by address), '[]'::json) from (
          select jsonb_array_elements_text(p.detail -> 'earlierEmails') as address
          union select lower(m.email) from member m where m.house_id = p.house_id and m.user_id = p.user_id
        ) as had where not exists (select 1 from contact o where o.house_id = p.house_id and lower(o.email) = address and o.erased_at is null
          and o.id <> ${id} and o.merged_into is distinct from ${id})) as earlier
    from contact p
    where p.house_id = ${houseId} and (p.id = ${id} or p.merged_into = ${id}) order by p.id <> ${id}, p.id`.execute(db)
  return rows
}

export async function heldAbout(db: Asker, houseId: string, is: PersonIs) {
  const { ids, emails } = is
  const list = async <T extends object>(query: RawBuilder<T>): Promise<T[]> => (await query.execute(db)).rows
  const notes = await list(sql<{ id: string; text: string; by_name: string; at: unknown }>`
    select id, text, by_name, at from note where house_id = ${houseId} and removed_at is null and (${about(ids)} or ${named(ids)}) order by at`)
  const tasks = await list(sql<{ id: string; text: string; due: string | null; done_at: unknown }>`
    select id, text, due, done_at from task where house_id = ${houseId} and removed_at is null and ${about(ids)} order by created_at`)
  const requests = await list(sql<{
    id: string
    name: string
    email: string
    company: string | null
    subject: string | null
    message: string | null
    at: unknown
  }>`
    select id, name, email, company_name as company, subject, message, at from request
    where house_id = ${houseId} and (lower(email) in ${oneOf(emails)} or contact_id in ${oneOf(ids)}) order by at`)
  const mail = await list(sql<{
    id: string
    from_name: string
    from_email: string
    subject: string
    text: string | null
    at: unknown
  }>`
    select id, from_name, from_email, subject, text, at from mail_in where house_id = ${houseId} and lower(from_email) in ${oneOf(emails)} order by at`)
  const signatures = await list(sql<{ paper_id: string; name: string; email: string | null; sha256: string; at: unknown }>`
    select paper_id, name, email, sha256, at from paper_signature
    where house_id = ${houseId} and (lower(email) in ${oneOf(emails)} or contact_id in ${oneOf(ids)}) order by at`)
  const askedToSignBy = await list(sql<{ paper_id: string; name: string; email: string; opened_at: unknown; declined: string | null; at: unknown }>`
    select k.paper_id, k.name, k.email, k.opened_at, case when ${declinedBy} then p.void_reason end as declined, k.created_at as at
    from signing_link k join paper p on p.house_id = k.house_id and p.id = k.paper_id
    where k.house_id = ${houseId} and ${askedToSign(is)} order by k.created_at`) // prettier-ignore
  const lists = await list(sql<{
    id: string
    to_name: string
    to_company: string | null
    to_email: string | null
    message: string | null
    at: unknown
  }>`
    select id, to_name, to_company, to_email, message, at from availability_list where house_id = ${houseId} and lower(to_email) in ${oneOf(emails)} order by at`)
  const letters = await list(sql<{ id: string; to_email: string; subject: string; state: string; at: unknown }>`
    select id, to_email, subject, state, at from letter where house_id = ${houseId} and lower(to_email) in ${oneOf(emails)} order by at`)
  const meetings = await list(sql<{ id: string; market: string; day: string; about: string | null; notes: string }>`
    select m.id, k.name as market, m.day, m.about, m.notes from meeting m join market k on k.house_id = m.house_id and k.id = m.market_id
    where m.house_id = ${houseId} and m.removed_at is null and ${named(ids)} order by m.day, m.from_minute`)
  const screeners = await list(sql<{ id: string; to_name: string; to_email: string | null; message: string | null; at: unknown }>`
    select id, to_name, to_email, message, made_at as at from screener
    where house_id = ${houseId} and (lower(to_email) in ${oneOf(emails)} or contact_id in ${oneOf(ids)}) order by made_at`)
  const viewings = await list(sql<{ id: string; film: string | null; name: string; email: string | null; device: string; country: string | null; countries: string[]; refusedIn: string[]; language: string | null; subtitles: string | null; seconds: unknown; ran: { from: number; to: number; speed: number; at: string }[] | null; kind: string; fetched_at: unknown; at: unknown }>`
    select v.id, t.sheet->>'title' as film, v.name, v.email, v.device, v.country, v.been_in as countries, v.refused_in as "refusedIn", v.language, v.subtitles, v.seen_ms / 1000 as seconds, v.kind, c.fetched_at, v.started_at as at,
      (select json_agg(json_build_object('from', w.from_ms / 1000.0, 'to', w.to_ms / 1000.0, 'speed', w.speed / 100.0, 'at', w.at) order by w.seq)
        from watched w where w.house_id = v.house_id and w.viewing_id = v.id) as ran
    from viewing v join reel r on r.house_id = v.house_id and r.id = v.reel_id join title t on t.house_id = r.house_id and t.id = r.title_id
    left join marked_copy c on c.house_id = v.house_id and c.id = v.id
    where v.house_id = ${houseId} and ${watchedBy(is)} order by v.started_at`) // prettier-ignore
  const accounts = await list(sql<{ name: string; email: string; last_seen_at: unknown; at: unknown }>`
    select m.name, m.email, m.last_seen_at, m.created_at as at from member m where m.house_id = ${houseId} and ${signsIn(is)} order by m.created_at`)
  const decided = await list(sql<{ deal: string; what: string; said: string | null; at: unknown }>`
    select 'D-' || d.number as deal, e.what, case when e.what in ('acceptOffer', 'declineOffer') then o.answer end as said, e.at
    from deal_event e join deal d on d.house_id = e.house_id and d.id = e.deal_id join member m on m.house_id = e.house_id and m.user_id = e.by_id
    left join offer o on o.house_id = e.house_id and o.id = e.detail->>'offer'
    where e.house_id = ${houseId} and ${signsIn(is)} order by e.at, e.seq`)
  const day = <T extends { at: unknown }>(row: T) => ({ ...row, at: instant(row.at) })
  return {
    notes: notes.map(day).map(({ by_name: by, ...rest }) => ({ ...rest, by })),
    tasks: tasks.map(({ done_at, ...rest }) => ({ ...rest, doneAt: instantOrNull(done_at) })),
    requests: requests.map(day),
    mail: mail.map(day).map(({ from_name: name, from_email: email, ...rest }) => ({ ...rest, name, email })),
    signatures: signatures.map(day).map(({ paper_id: paperId, ...rest }) => ({ ...rest, paperId })),
    askedToSign: askedToSignBy
      .map(day)
      .map(({ paper_id: paperId, opened_at, ...rest }) => ({ ...rest, paperId, openedAt: instantOrNull(opened_at) })),
    lists: lists
      .map(day)
      .map(({ to_name: toName, to_company: toCompany, to_email: toEmail, ...rest }) => ({ ...rest, toName, toCompany, toEmail })),
    letters: letters.map(day).map(({ to_email: to, ...rest }) => ({ ...rest, to })),
    meetings,
    screeners: screeners.map(day).map(({ to_name: toName, to_email: toEmail, ...rest }) => ({ ...rest, toName, toEmail })),
    viewings: viewings
      .map(day)
      .map(({ ran, fetched_at, ...rest }) => ({ ...rest, downloadedAt: instantOrNull(fetched_at), ran: ran ?? [] })),
    accounts: accounts.map(day).map(({ last_seen_at, ...rest }) => ({ ...rest, lastSeenAt: instantOrNull(last_seen_at) })),
    decided: decided.map(day),
  }
}

/**
 * Takes a person out of everything but the rows that others point to. What was written about them goes whole; where they are
 * only mentioned in what is about something else, their name and address are blotted out.
 */
export async function eraseAbout(trx: Asker, houseId: string, is: PersonIs, at: string): Promise<void> {
  const { ids, emails, names } = is
  const run = async (query: RawBuilder<unknown>): Promise<void> => void (await query.execute(trx))
  await run(sql`
    update contact set name = '', email = null, phone = null, role = null, detail = '{}', kept_until = null, user_id = null, search = '', sort_name = '',
      updated_by = '', erased_at = coalesce(erased_at, ${at}::timestamptz), updated_at = ${at}::timestamptz, revision = revision + 1
    where house_id = ${houseId} and id in ${oneOf(ids)}`)
  await run(sql`update note set text = '', contact_ids = '[]', removed_at = coalesce(removed_at, ${at}::timestamptz), revision = revision + 1 where house_id = ${houseId} and (${about(ids)} or ${named(ids)})`) // prettier-ignore
  await run(sql`update task set text = '', removed_at = coalesce(removed_at, ${at}::timestamptz), revision = revision + 1 where house_id = ${houseId} and ${about(ids)}`) // prettier-ignore
  await run(sql`
    update request set name = '', email = null, subject = null, message = null, search = '', guesses = null, contact_id = null, user_id = null
    where house_id = ${houseId} and (lower(email) in ${oneOf(emails)} or contact_id in ${oneOf(ids)})`)
  await run(sql`update mail_in set from_name = '', from_email = null, subject = '', text = null, attachments = '[]' where house_id = ${houseId} and lower(from_email) in ${oneOf(emails)}`) // prettier-ignore
  // what they said of a paper that they did not sign
  await run(sql`
    update paper p set void_reason = null where p.house_id = ${houseId} and p.state = 'void' and p.void_reason is not null
      and exists (select 1 from signing_link k where k.house_id = p.house_id and k.paper_id = p.id and ${askedToSign(is)} and ${declinedBy})`)
  // who signed a contract stays with it: it proves what the house may claim (GDPR, Article 17 (3) (e)); who was only asked to does not
  await run(sql`
    update signing_link k set ended_at = coalesce(k.ended_at, ${at}::timestamptz), code_hash = null,
      name = case when signed.theirs then k.name else '' end, email = case when signed.theirs then k.email else '' end
    from (
      select l.id, exists (select 1 from paper_signature s where s.house_id = l.house_id and s.paper_id = l.paper_id
        and (lower(s.email) in ${oneOf(emails)} or s.contact_id in ${oneOf(ids)})) as theirs
      from signing_link l where l.house_id = ${houseId}
    ) as signed
    where k.house_id = ${houseId} and signed.id = k.id and ${askedToSign(is)}`)
  await run(sql`update availability_list set to_name = '', to_email = null, message = null, recalled_at = coalesce(recalled_at, ${at}::timestamptz) where house_id = ${houseId} and lower(to_email) in ${oneOf(emails)}`) // prettier-ignore
  await run(sql`
    update screener set to_name = '', to_email = null, message = null, revoked_at = coalesce(revoked_at, ${at}::timestamptz), revoked_by = coalesce(revoked_by, '')
    where house_id = ${houseId} and (lower(to_email) in ${oneOf(emails)} or contact_id in ${oneOf(ids)})`)
  // in which countries a link was used at once: theirs is among them
  await run(sql`
    update screener s set shared = jsonb_set(s.shared, '{countries}', '[]')
    where s.house_id = ${houseId} and s.shared is not null and exists (select 1 from viewing v where v.house_id = s.house_id and v.screener_id = s.id and ${watchedBy(is)})`)
  // that a film was watched stays; by whom goes
  await run(sql`
    update viewing v set name = '', email = null, user_id = null, place_hash = null, country = null, been_in = '[]', refused_in = '[]'
    where v.house_id = ${houseId} and ${watchedBy(is)}`)
  await run(sql`
    update letter set to_email = '', subject = '', body = null, done_at = coalesce(done_at, ${at}::timestamptz),
      state = case when state = 'waiting' then 'given-up' else state end, last_status = case when state = 'waiting' then 'recalled' else last_status end
    where house_id = ${houseId} and lower(to_email) in ${oneOf(emails)}`)
  await eraseAccounts(run, houseId, is)
  await run(sql`delete from mail_address where house_id = ${houseId} and email in ${oneOf(emails)}`)
  // a meeting with nobody else of the company was about them
  await run(
    sql`update meeting set notes = '', about = null where house_id = ${houseId} and ${named(ids)} and jsonb_array_length(contact_ids) = 1`,
  )
  await run(sql`
    update meeting m set contact_ids = coalesce((select jsonb_agg(x) from jsonb_array_elements_text(m.contact_ids) as x where lower(x) not in ${oneOf(ids)}), '[]'::jsonb)
    where house_id = ${houseId} and ${named(ids)}`)
  await run(sql`delete from contact_merge where house_id = ${houseId} and kind = 'contact' and (survivor_id in ${oneOf(ids)} or merged_id in ${oneOf(ids)})`) // prettier-ignore
  for (const word of [...emails, ...names].filter((one) => one.length >= 3)) await blotOut(run, houseId, word)
}

/**
 * They sign in no more, and leave their company's room. That they decided something for it stays with the deal, under the name that the
 * house was given then: it is who bound the company. What they said when they declined does not.
 */
async function eraseAccounts(run: (query: RawBuilder<unknown>) => Promise<void>, houseId: string, is: PersonIs): Promise<void> {
  const theirs = sql`select m.user_id from member m where m.house_id = ${houseId} and ${signsIn(is)}`
  await run(sql`
    update offer o set answer = null where o.house_id = ${houseId} and o.answer is not null and o.state = 'declined'
      and exists (select 1 from deal_event e where e.house_id = o.house_id and e.deal_id = o.deal_id and e.what = 'declineOffer' and e.detail->>'offer' = o.id and e.by_id in (${theirs}))`) // prettier-ignore
  await run(sql`delete from member_interest where house_id = ${houseId} and user_id in (${theirs})`)
  // whoever is a member of another house of this database goes on signing in there
  await run(sql`delete from sign_in_user u where u.id in (${theirs}) and not exists (select 1 from member o where o.user_id = u.id and o.house_id <> ${houseId})`) // prettier-ignore
  await run(sql`
    update member m set name = '', email = 'erased:' || m.user_id, disabled = true, last_seen_at = null, company_id = null, company_role = null, locale = null
    where m.house_id = ${houseId} and ${signsIn(is)}`)
}

/** Every table in which the house writes about others, or others wrote to it. */
const WORDS = [
  ['note', 'text'],
  ['task', 'text'],
  ['meeting', 'notes'],
  ['meeting', 'about'],
  ['request', 'subject'],
  ['request', 'message'],
  ['request', 'search'],
  ['mail_in', 'subject'],
  ['mail_in', 'text'],
] as const

async function blotOut(run: (query: RawBuilder<unknown>) => Promise<void>, houseId: string, word: string): Promise<void> {
  // as a text, whatever signs are in it; a name inside of a longer word is another's
  const patternOf = (text: string) => `(^|[^[:alnum:]])${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}($|[^[:alnum:]])`
  for (const [table, column] of WORDS) {
    const pattern = patternOf(column === 'search' ? fold(word) : word)
    await run(sql`
      update ${sql.table(table)} set ${sql.ref(column)} = regexp_replace(${sql.ref(column)}, ${pattern}, '\\1…\\2', 'gi')
      where house_id = ${houseId} and ${sql.ref(column)} ~* ${pattern}`)
  }
}
