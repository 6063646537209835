/** Links by which papers are signed, and the signatures. */
import type { PaperSide } from '@vitrine/deals/papers/paper'
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface SigningLinkRow {
  id: string
  paperId: string
  contactId: string | null
  name: string
  email: string
  createdAt: string
  expiresAt: string
  endedAt: string | null
  openedAt: string | null
  codeHash: string | null
  codeSentAt: string | null
  codeTries: number
  codesSent: number
}

interface Raw {
  id: string
  paper_id: string
  contact_id: string | null
  name: string
  email: string
  created_at: unknown
  expires_at: unknown
  ended_at: unknown
  opened_at: unknown
  code_hash: string | null
  code_sent_at: unknown
  code_tries: number
  codes_sent: number
}

const toLink = (raw: Raw): SigningLinkRow => ({
  id: raw.id,
  paperId: raw.paper_id,
  contactId: raw.contact_id,
  name: raw.name,
  email: raw.email,
  createdAt: instant(raw.created_at),
  expiresAt: instant(raw.expires_at),
  endedAt: instantOrNull(raw.ended_at),
  openedAt: instantOrNull(raw.opened_at),
  codeHash: raw.code_hash,
  codeSentAt: instantOrNull(raw.code_sent_at),
  codeTries: raw.code_tries,
  codesSent: raw.codes_sent,
})

const columns = sql.raw('id, paper_id, contact_id, name, email, created_at, expires_at, ended_at, opened_at, code_hash, code_sent_at, code_tries, codes_sent') // prettier-ignore

export async function findLink(db: Asker, houseId: string, tokenHash: string): Promise<SigningLinkRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from signing_link where house_id = ${houseId} and token_hash = ${tokenHash}`.execute(db) // prettier-ignore
  return rows[0] === undefined ? null : toLink(rows[0])
}

/** Which of these papers wait for the person with a mail address: by a link that is theirs and works. */
export async function papersWaitingFor(
  db: Asker,
  houseId: string,
  paperIds: readonly string[],
  email: string,
  at: string,
): Promise<Set<string>> {
  if (paperIds.length === 0) return new Set()
  const { rows } = await sql<{ paper_id: string }>`
    select paper_id from signing_link where house_id = ${houseId} and paper_id in (${sql.join(paperIds)}) and ended_at is null
      and expires_at > ${at}::timestamptz and lower(email) = lower(${email})`.execute(db)
  return new Set(rows.map((row) => row.paper_id))
}

/** The links of a paper, the newest first. */
export async function linksOfPaper(db: Asker, houseId: string, paperId: string): Promise<SigningLinkRow[]> {
  const { rows } = await sql<Raw>`select ${columns} from signing_link where house_id = ${houseId} and paper_id = ${paperId} order by created_at desc, id desc`.execute(db) // prettier-ignore
  return rows.map(toLink)
}

export type LinkToPut = Pick<SigningLinkRow, 'id' | 'paperId' | 'contactId' | 'name' | 'email' | 'expiresAt'> & {
  tokenHash: string
  at: string
}

/** A link in place of those that the paper had. */
export async function putLink(trx: Asker, houseId: string, link: LinkToPut): Promise<void> {
  await endLinks(trx, houseId, link.paperId, link.at)
  await sql`
    insert into signing_link (house_id, id, paper_id, token_hash, contact_id, name, email, created_at, expires_at)
    values (${houseId}, ${link.id}, ${link.paperId}, ${link.tokenHash}, ${link.contactId}, ${link.name}, ${link.email}, ${link.at}::timestamptz, ${link.expiresAt}::timestamptz)`.execute(
    trx,
  )
}

export async function endLinks(trx: Asker, houseId: string, paperId: string, at: string): Promise<void> {
  await sql`update signing_link set ended_at = ${at}::timestamptz, code_hash = null where house_id = ${houseId} and paper_id = ${paperId} and ended_at is null`.execute(trx) // prettier-ignore
}

export async function noteOpened(db: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`update signing_link set opened_at = ${at}::timestamptz where house_id = ${houseId} and id = ${id} and opened_at is null`.execute(db) // prettier-ignore
}

/** A code in place of the one before it; null: there is none any more. */
export async function putCode(trx: Asker, houseId: string, id: string, code: { hash: string; at: string } | null): Promise<void> {
  await (
    code === null
      ? sql`update signing_link set code_hash = null where house_id = ${houseId} and id = ${id}`
      : sql`update signing_link set code_hash = ${code.hash}, code_sent_at = ${code.at}::timestamptz, code_tries = 0, codes_sent = codes_sent + 1 where house_id = ${houseId} and id = ${id}`
  ).execute(trx)
}

export async function countTry(trx: Asker, houseId: string, id: string): Promise<void> {
  await sql`update signing_link set code_tries = code_tries + 1 where house_id = ${houseId} and id = ${id}`.execute(trx)
}

export interface SignatureRow {
  side: PaperSide
  version: number
  sha256: string
  name: string
  email: string | null
  contactId: string | null
  userId: string | null
  consent: string
  openedAt: string | null
  codeSentAt: string | null
  ip: string | null
  at: string
}

export async function putSignature(trx: Asker, houseId: string, paperId: string, one: SignatureRow): Promise<void> {
  await sql`
    insert into paper_signature (house_id, paper_id, side, version, sha256, name, email, contact_id, user_id, consent, opened_at, code_sent_at, ip, at)
    values (${houseId}, ${paperId}, ${one.side}, ${one.version}, ${one.sha256}, ${one.name}, ${one.email}, ${one.contactId}, ${one.userId}, ${one.consent},
      ${one.openedAt}::timestamptz, ${one.codeSentAt}::timestamptz, ${one.ip}, ${one.at}::timestamptz)`.execute(trx)
}

/** The signatures of a paper in the order in which they were given. */
export async function signaturesOf(db: Asker, houseId: string, paperId: string): Promise<SignatureRow[]> {
  const { rows } = await sql<{ side: PaperSide; version: number; sha256: string; name: string; email: string | null; contact_id: string | null; user_id: string | null; consent: string; opened_at: unknown; code_sent_at: unknown; ip: string | null; at: unknown }>`
    select side, version, sha256, name, email, contact_id, user_id, consent, opened_at, code_sent_at, ip, at from paper_signature
    where house_id = ${houseId} and paper_id = ${paperId} order by at, side`.execute(db) // prettier-ignore
  return rows.map((row) => ({ side: row.side, version: row.version, sha256: row.sha256, name: row.name, email: row.email, contactId: row.contact_id, userId: row.user_id, consent: row.consent, openedAt: instantOrNull(row.opened_at), codeSentAt: instantOrNull(row.code_sent_at), ip: row.ip, at: instant(row.at) })) // prettier-ignore
}
