/** Mail that comes in: each message once. */
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

/** `own`: a letter of the house that came back to it; `automatic`: no person wrote it. */
export const MAIL_KINDS = ['request', 'reply', 'bounce', 'automatic', 'own', 'refused'] as const
export type MailKind = (typeof MAIL_KINDS)[number]

export interface MailInRow {
  id: string
  was: MailKind
  why: string | null
  fromName: string
  fromEmail: string | null
  subject: string
  text: string | null
  attachments: { name: string; size: number }[]
  writtenAt: string | null
  requestId: string | null
  dealId: string | null
  at: string
}
export type MailToPut = MailInRow & { messageId: string | null; hash: string; letterId: string | null }

interface Raw {
  id: string
  was: MailKind
  why: string | null
  from_name: string
  from_email: string | null
  subject: string
  text: string | null
  attachments: { name: string; size: number }[]
  written_at: unknown
  request_id: string | null
  deal_id: string | null
  at: unknown
}
const columns = sql.raw(
  'select id, was, why, from_name, from_email, subject, text, attachments, written_at, request_id, deal_id, at from mail_in',
)
const toMail = (raw: Raw): MailInRow => ({
  id: raw.id,
  was: raw.was,
  why: raw.why,
  fromName: raw.from_name,
  fromEmail: raw.from_email,
  subject: raw.subject,
  text: raw.text,
  attachments: raw.attachments,
  writtenAt: instantOrNull(raw.written_at),
  requestId: raw.request_id,
  dealId: raw.deal_id,
  at: instant(raw.at),
})

/** The same message, if it was taken before. */
export async function sameMail(db: Asker, houseId: string, messageId: string | null, hash: string): Promise<MailInRow | null> {
  const { rows } = await sql<Raw>`${columns} where house_id = ${houseId} and hash = ${hash} and coalesce(message_id, '') = ${messageId ?? ''}`.execute(db) // prettier-ignore
  return rows[0] === undefined ? null : toMail(rows[0])
}

export async function putMail(trx: Asker, houseId: string, mail: MailToPut): Promise<void> {
  await sql`
    insert into mail_in (house_id, id, message_id, hash, was, why, from_name, from_email, subject, text, attachments, written_at, letter_id, request_id, deal_id, at)
    values (${houseId}, ${mail.id}, ${mail.messageId}, ${mail.hash}, ${mail.was}, ${mail.why}, ${mail.fromName}, ${mail.fromEmail}, ${mail.subject}, ${mail.text},
      ${JSON.stringify(mail.attachments)}::text::jsonb, ${mail.writtenAt}::timestamptz, ${mail.letterId}, ${mail.requestId}, ${mail.dealId}, ${mail.at}::timestamptz)`.execute(
    trx,
  )
}

/** The request that a message belongs to, by the messages it answers: the first of them that is known. */
export async function requestOfThread(db: Asker, houseId: string, answers: readonly string[]): Promise<string | null> {
  if (answers.length === 0) return null
  const { rows } = await sql<{ request_id: string }>`
    select m.request_id from jsonb_array_elements_text(${JSON.stringify(answers)}::text::jsonb) with ordinality as w(id, n)
    join mail_in m on m.house_id = ${houseId} and m.message_id = w.id and m.request_id is not null order by w.n, m.id limit 1`.execute(
    db,
  )
  return rows[0]?.request_id ?? null
}

const ofAny = (column: 'request_id' | 'deal_id', houseId: string, ids: readonly string[]): RawBuilder<Raw> => sql<Raw>`
  ${columns} where house_id = ${houseId} and ${sql.ref(column)} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)) order by at, id`

/** The messages of some requests, in their order. */
export async function mailOfRequests(db: Asker, houseId: string, ids: readonly string[]): Promise<MailInRow[]> {
  return ids.length === 0 ? [] : (await ofAny('request_id', houseId, ids).execute(db)).rows.map(toMail)
}

export async function mailOfDeal(db: Asker, houseId: string, dealId: string): Promise<MailInRow[]> {
  return (await ofAny('deal_id', houseId, [dealId]).execute(db)).rows.map(toMail)
}

/** How many came of each kind since a moment. */
export async function countMail(db: Asker, houseId: string, since: string): Promise<Record<MailKind, number>> {
  const { rows } = await sql<{ was: MailKind; n: unknown }>`
    select was, count(*) as n from mail_in where house_id = ${houseId} and at >= ${since}::timestamptz group by was`.execute(db)
  const of = (kind: MailKind): number => Number(rows.find(({ was }) => was === kind)?.n ?? 0)
  return Object.fromEntries(MAIL_KINDS.map((kind) => [kind, of(kind)])) as Record<MailKind, number>
}

/** What was refused lately, the newest first. */
export async function refusedMail(db: Asker, houseId: string, since: string, limit: number): Promise<MailInRow[]> {
  const { rows } = await sql<Raw>`
    ${columns} where house_id = ${houseId} and was = 'refused' and at >= ${since}::timestamptz order by at desc, id desc limit ${limit}`.execute(
    db,
  )
  return rows.map(toMail)
}

/** Somebody wrote about a deal: it stands above those in which nothing happened. */
export async function touchDeal(trx: Asker, houseId: string, dealId: string, at: string): Promise<void> {
  await sql`update deal set updated_at = ${at}::timestamptz where house_id = ${houseId} and id = ${dealId}`.execute(trx)
}
