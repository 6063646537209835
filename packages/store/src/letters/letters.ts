/** Letters that the house owes, and how they fared. */
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export type LetterState = 'waiting' | 'sent' | 'given-up'

/** A letter without its words, as the desk shows it. */
export interface LetterFate {
  id: string
  to: string
  subject: string
  state: LetterState
  attempts: number
  dueAt: string
  lastStatus: string | null
  at: string
  doneAt: string | null
}

export interface LetterToWrite {
  id: string
  about: 'AvailabilityList' | 'Digest' | 'Paper' | 'SigningCode' | 'Invoice' | 'Offer' | 'OfferAnswer'
  aboutId: string
  to: string
  subject: string
  text: string
  at: string
}

export interface LetterInHand {
  id: string
  to: string
  subject: string
  text: string
  attempts: number
}

/** Puts a letter among those to be sent, in the transaction of what it tells of. */
export async function putLetter(trx: Asker, houseId: string, letter: LetterToWrite): Promise<void> {
  await sql`
    insert into letter (house_id, id, about, about_id, to_email, subject, body, state, due_at, at)
    values (${houseId}, ${letter.id}, ${letter.about}, ${letter.aboutId}, ${letter.to}, ${letter.subject}, ${letter.text}, 'waiting',
      ${letter.at}::timestamptz, ${letter.at}::timestamptz)`.execute(trx)
}

/**
 * Takes letters that are due and puts them off by `lease` seconds, so that no other server takes them meanwhile and one that
 * dies with them loses nothing.
 */
export async function claimLetters(
  db: Asker,
  houseId: string,
  now: string,
  lease: number,
  most: number,
): Promise<LetterInHand[]> {
  const { rows } = await sql<{ id: string; to_email: string; subject: string; body: string; attempts: number }>`
    update letter set attempts = attempts + 1, due_at = ${now}::timestamptz + make_interval(secs => ${lease})
    where house_id = ${houseId} and id in (
      select id from letter where house_id = ${houseId} and state = 'waiting' and due_at <= ${now}::timestamptz
      order by due_at, id limit ${most} for update skip locked)
    returning id, to_email, subject, body, attempts`.execute(db)
  return rows.map(({ id, to_email, subject, body, attempts }) => ({ id, to: to_email, subject, text: body, attempts }))
}

/** Notes how a letter fared: sent, to be tried again at a moment, or given up. Its words are kept only while it waits. */
export async function noteFate(
  db: Asker,
  houseId: string,
  id: string,
  fate: { state: LetterState; status: string; dueAt: string | null; at: string },
): Promise<void> {
  await sql`
    update letter set state = ${fate.state}, last_status = ${fate.status}, due_at = coalesce(${fate.dueAt}::timestamptz, due_at),
      body = case when ${fate.state} = 'waiting' then body end,
      done_at = case when ${fate.state} = 'waiting' then null else ${fate.at}::timestamptz end
    where house_id = ${houseId} and id = ${id} and state = 'waiting'`.execute(db)
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
  const { rows } = await sql<{
    id: string
    to_email: string
    subject: string
    state: LetterState
    attempts: number
    due_at: unknown
    last_status: string | null
    at: unknown
    done_at: unknown
  }>`
    select id, to_email, subject, state, attempts, due_at, last_status, at, done_at from letter
    where house_id = ${houseId} and about = ${about} and about_id = ${aboutId} order by at desc, id desc`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    to: row.to_email,
    subject: row.subject,
    state: row.state,
    attempts: row.attempts,
    dueAt: instant(row.due_at),
    lastStatus: row.last_status,
    at: instant(row.at),
    doneAt: instantOrNull(row.done_at),
  }))
}
