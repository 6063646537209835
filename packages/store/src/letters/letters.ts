/** Letters that the house owes, and how they fared. */
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'
import { keptWith } from '../contacts/contacts.ts'

export type LetterState = 'waiting' | 'sent' | 'given-up'

/** A letter without its words, as the desk shows it. */
export interface LetterFate {
  id: string
  kind: string
  to: string
  subject: string
  state: LetterState
  attempts: number
  dueAt: string
  lastStatus: string | null
  at: string
  doneAt: string | null
  /** Whether its words are still there, so that it can be tried again. */
  kept: boolean
}

export interface LetterToWrite {
  id: string
  about:
    | 'AvailabilityList'
    | 'Digest'
    | 'Paper'
    | 'PaperAnswer'
    | 'SigningCode'
    | 'Invoice'
    | 'Offer'
    | 'OfferAnswer'
    | 'Seat'
    | 'MailTemplate'
    | 'Screener'
    | 'Tasks'
  aboutId: string
  kind: string
  locale: 'en' | 'fr'
  to: string
  subject: string
  text: string
  stopToken: string | null
  /** Why it will not be sent; null: it will. */
  refused: string | null
  at: string
}

export interface LetterInHand {
  id: string
  kind: string
  locale: 'en' | 'fr'
  to: string
  subject: string
  text: string
  attempts: number
  stopToken: string | null
}

/** Puts a letter among those to be sent, in the transaction of what it tells of; `refused` says why it never will be. */
export async function putLetter(trx: Asker, houseId: string, letter: LetterToWrite): Promise<void> {
  const { refused } = letter
  await sql`
    insert into letter (house_id, id, kind, locale, about, about_id, to_email, subject, body, stop_token, state, due_at, at, last_status, done_at)
    values (${houseId}, ${letter.id}, ${letter.kind}, ${letter.locale}, ${letter.about}, ${letter.aboutId}, ${letter.to}, ${letter.subject},
      ${refused === null ? letter.text : null}, ${letter.stopToken}, ${refused === null ? 'waiting' : 'given-up'},
      ${letter.at}::timestamptz, ${letter.at}::timestamptz, ${refused}, case when ${refused}::text is null then null else ${letter.at}::timestamptz end)`.execute(
    trx,
  )
}

/**
 * Takes letters that are due and puts them off by `lease` seconds, so that no other server takes them meanwhile and one that
 * dies with them loses nothing. One that is put off by more than two days was put off by a clock that was wrong: it is due.
 */
export async function claimLetters(
  db: Asker,
  houseId: string,
  now: string,
  lease: number,
  most: number,
): Promise<LetterInHand[]> {
  const { rows } = await sql<{ id: string; kind: string; locale: 'en' | 'fr'; to_email: string; subject: string; body: string; attempts: number; stop_token: string | null }>`
    update letter set attempts = attempts + 1, due_at = ${now}::timestamptz + make_interval(secs => ${lease})
    where house_id = ${houseId} and id in (
      select id from letter where house_id = ${houseId} and state = 'waiting'
        and (due_at <= ${now}::timestamptz or due_at > ${now}::timestamptz + interval '2 days')
      order by due_at, id limit ${most} for update skip locked)
    returning id, kind, locale, to_email, subject, body, attempts, stop_token`.execute(db) // prettier-ignore
  return rows.map(({ id, kind, locale, to_email, subject, body, attempts, stop_token }) => ({ id, kind, locale, to: to_email, subject, text: body, attempts, stopToken: stop_token })) // prettier-ignore
}

/** Gives up letters whose address has come to take none since they were written, and forgets the words of what was long given up. */
export async function sweepLetters(db: Asker, houseId: string, now: string, beyond: readonly string[]): Promise<void> {
  const kinds = sql.join(beyond.map((kind) => sql`${kind}`))
  await sql`
    update letter l set state = 'given-up', body = null, last_status = a.state, done_at = ${now}::timestamptz
    from mail_address a
    where l.house_id = ${houseId} and l.state = 'waiting' and a.house_id = ${houseId} and a.email = lower(l.to_email)
      and (a.state = 'bounced' or (a.state = 'unsubscribed' and l.kind in (${kinds})))`.execute(db)
  await sql`
    update letter set body = null where house_id = ${houseId} and state = 'given-up' and body is not null
      and done_at < ${now}::timestamptz - interval '30 days'`.execute(db)
}

/**
 * Notes how a letter fared: sent, to be tried again at a moment, or given up. Its words are forgotten unless they may still be
 * needed: while it waits, and (`keep`) where nobody refused it, so that it can be tried again.
 */
export async function noteFate(
  db: Asker,
  houseId: string,
  id: string,
  fate: { state: LetterState; status: string; dueAt: string | null; at: string; keep: boolean },
): Promise<string | null> {
  const { rows } = await sql<{ to_email: string }>`
    update letter set state = ${fate.state}, last_status = ${fate.status}, due_at = coalesce(${fate.dueAt}::timestamptz, due_at),
      body = case when ${fate.keep} then body end,
      done_at = case when ${fate.state} = 'waiting' then null else ${fate.at}::timestamptz end
    where house_id = ${houseId} and id = ${id} and state = 'waiting' returning to_email`.execute(db)
  return rows[0]?.to_email ?? null
}

/** A letter of ours by its id, as what comes back names it: to whom it went, and the sale that it belongs to. */
export async function letterNamed(
  db: Asker,
  houseId: string,
  id: string,
): Promise<{ id: string; to: string; state: LetterState; dealId: string | null } | null> {
  const { rows } = await sql<{ id: string; to_email: string; state: LetterState; deal_id: string | null }>`
    select l.id, l.to_email, l.state, coalesce(
      (select o.deal_id from offer o where l.about in ('Offer', 'OfferAnswer') and o.house_id = l.house_id and o.id = l.about_id),
      (select p.deal_id from signing_link k join paper p on p.house_id = k.house_id and p.id = k.paper_id
        where l.about in ('Paper', 'SigningCode') and k.house_id = l.house_id and k.id = l.about_id),
      (select p.deal_id from paper p where l.about = 'PaperAnswer' and p.house_id = l.house_id and p.id = l.about_id),
      (select i.deal_id from invoice i where l.about = 'Invoice' and i.house_id = l.house_id and i.id = l.about_id)) as deal_id
    from letter l where l.house_id = ${houseId} and l.id = ${id}`.execute(db)
  return rows[0] === undefined ? null : { id: rows[0].id, to: rows[0].to_email, state: rows[0].state, dealId: rows[0].deal_id }
}

/** A letter that left and came back. */
export async function returnLetter(trx: Asker, houseId: string, id: string, status: string, at: string): Promise<void> {
  await sql`
    update letter set state = 'given-up', last_status = ${status}, body = null, done_at = ${at}::timestamptz
    where house_id = ${houseId} and id = ${id} and state <> 'given-up'`.execute(trx)
}

/**
 * Takes out of letters that were done with before a moment to whom they went and under which subject: what was sent, about what and when, stays
 * without a name. Those to a contact stay as long as the contact does, also where it has another address by now.
 */
export async function forgetLetters(trx: Asker, houseId: string, before: string): Promise<number> {
  const { rows } = await sql`
    update letter l set to_email = '', subject = '', body = null, stop_token = null
    where l.house_id = ${houseId} and l.state <> 'waiting' and l.to_email <> '' and l.done_at < ${before}::timestamptz
      and not ${keptWith(houseId, sql`l.to_email`)}
    returning l.id`.execute(trx)
  return rows.length
}

/** Gives up what still waits about one thing. A letter that is on its way this very moment cannot be called back. */
export async function giveUpLetters(
  trx: Asker,
  houseId: string,
  about: LetterToWrite['about'],
  aboutId: string,
  at: string,
): Promise<void> {
  await sql`
    update letter set state = 'given-up', last_status = 'recalled', body = null, done_at = ${at}::timestamptz
    where house_id = ${houseId} and about = ${about} and about_id = ${aboutId} and state = 'waiting'`.execute(trx)
}

/** The letters about one thing, the newest first. */
export async function lettersAbout(
  db: Asker,
  houseId: string,
  about: LetterToWrite['about'],
  aboutId: string,
): Promise<LetterFate[]> {
  const { rows } = await sql<RawFate>`
    ${fates} where house_id = ${houseId} and about = ${about} and about_id = ${aboutId} order by at desc, id desc`.execute(db)
  return rows.map(toFate)
}

/** Of each of these things the newest letter about it; none where it is missing. */
export async function newestLetters(
  db: Asker,
  houseId: string,
  about: LetterToWrite['about'],
  aboutIds: readonly string[],
): Promise<Map<string, LetterFate>> {
  if (aboutIds.length === 0) return new Map()
  const { rows } = await sql<RawFate & { about_id: string }>`
    select distinct on (l.about_id) l.about_id, fate.*
    from letter l join lateral (${fates} where house_id = l.house_id and id = l.id) as fate on true
    where l.house_id = ${houseId} and l.about = ${about} and l.about_id in (${sql.join(aboutIds)})
    order by l.about_id, l.at desc, l.id desc`.execute(db)
  return new Map(rows.map((row) => [row.about_id, toFate(row)]))
}

export async function findLetter(db: Asker, houseId: string, id: string): Promise<LetterFate | null> {
  const { rows } = await sql<RawFate>`${fates} where house_id = ${houseId} and id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toFate(rows[0])
}

/** The outbox, the newest first; `before` is the last one of the page before. */
export async function listLetterRows(
  db: Asker,
  houseId: string,
  { state, before, limit }: { state: LetterState | null; before: { at: string; id: string } | null; limit: number },
): Promise<LetterFate[]> {
  const { rows } = await sql<RawFate>`
    ${fates} where house_id = ${houseId}
      ${state === null ? sql`` : sql`and state = ${state}`}
      ${before === null ? sql`` : sql`and (at, id) < (${before.at}::timestamptz, ${before.id})`}
    order by at desc, id desc limit ${limit}`.execute(db)
  return rows.map(toFate)
}

/** How many wait and how many were given up. */
export async function countLetters(db: Asker, houseId: string): Promise<{ waiting: number; givenUp: number }> {
  const { rows } = await sql<{ state: LetterState; n: unknown }>`
    select state, count(*) as n from letter where house_id = ${houseId} and state <> 'sent' group by state`.execute(db)
  const of = (state: LetterState): number => Number(rows.find((row) => row.state === state)?.n ?? 0)
  return { waiting: of('waiting'), givenUp: of('given-up') }
}

/** Tries a letter again now: one that waits, or one that was given up and whose words are still there. */
export async function retryLetterRow(trx: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`
    update letter set state = 'waiting', due_at = ${at}::timestamptz, done_at = null, attempts = 0
    where house_id = ${houseId} and id = ${id} and state <> 'sent' and body is not null`.execute(trx)
}

interface RawFate {
  id: string
  kind: string
  to_email: string
  subject: string
  state: LetterState
  attempts: number
  due_at: unknown
  last_status: string | null
  at: unknown
  done_at: unknown
  kept: boolean
}
const fates = sql.raw(
  'select id, kind, to_email, subject, state, attempts, due_at, last_status, at, done_at, body is not null as kept from letter',
)
const toFate = (row: RawFate): LetterFate => ({
  id: row.id,
  kind: row.kind,
  to: row.to_email,
  subject: row.subject,
  state: row.state,
  attempts: row.attempts,
  dueAt: instant(row.due_at),
  lastStatus: row.last_status,
  at: instant(row.at),
  doneAt: instantOrNull(row.done_at),
  kept: row.kept,
})
