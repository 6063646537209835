/** Requests that carry a key of their own, and what was answered to them. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** One request of one asker. */
export interface RequestKey {
  asker: string
  key: string
}

export interface KeptRequest {
  print: string
  wrote: boolean
  /** Seconds that whoever runs it may still take; 0: nobody runs it any more. */
  held: number
  /** It came to its end: all that was asked is done. */
  whole: boolean
  done: { verb: string; subject: string; subjectId: string | null }[]
  answer: string | null
}

/** How much is kept for one asker within a day. */
export interface Allowance {
  requests: number
  bytes: number
}

/**
 * Takes a request on, unless it is known: then somebody runs it, or it has changed something already; or unless as much is kept for its
 * asker as may be.
 *
 * @param parts.process what claims of this process begin with, where no other process can hold one; null: others may
 * @returns whether it was taken on
 */
export async function takeOn(
  db: Asker,
  houseId: string,
  { asker, key }: RequestKey,
  parts: {
    print: string
    claim: string
    at: string
    heldUntil: string
    forgottenBefore: string
    process: string | null
    allowance: Allowance
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into kept_answer as kept (house_id, asker, key, print, claim, held_until, begun_at)
    select ${houseId}, ${asker}, ${key}, ${parts.print}, ${parts.claim}, ${parts.heldUntil}::timestamptz, ${parts.at}::timestamptz
    from (select count(*) as requests, coalesce(sum(octet_length(other.answer)), 0) as bytes from kept_answer other
      where other.house_id = ${houseId} and other.asker = ${asker} and other.key <> ${key} and other.begun_at >= ${parts.forgottenBefore}::timestamptz) mine
    where mine.requests < ${parts.allowance.requests} and mine.bytes < ${parts.allowance.bytes}
    on conflict (house_id, asker, key) do update
      set print = excluded.print, claim = excluded.claim, held_until = excluded.held_until, begun_at = excluded.begun_at,
        wrote = false, whole = false, done = '[]', answer = null
      where kept.begun_at < ${parts.forgottenBefore}::timestamptz
        or (not kept.wrote and kept.answer is null
          and (kept.held_until <= excluded.begun_at or not starts_with(kept.claim, coalesce(${parts.process}::text, ''))))
    returning kept.claim`.execute(db)
  return rows.length > 0
}

export async function findKept(
  db: Asker,
  houseId: string,
  { asker, key }: RequestKey,
  { at, process }: { at: string; process: string | null },
): Promise<KeptRequest | null> {
  const { rows } = await sql<KeptRequest>`
    select print, wrote, whole, done, answer,
      case when starts_with(claim, coalesce(${process}::text, ''))
        then greatest(0, ceil(extract(epoch from held_until - ${at}::timestamptz)))::float8 else 0 end as held
    from kept_answer where house_id = ${houseId} and asker = ${asker} and key = ${key}`.execute(db)
  return rows[0] ?? null
}

/** What is kept for an asker beside one request, and when the oldest that is kept began; null: none is. */
export async function keptBeside(
  db: Asker,
  houseId: string,
  { asker, key }: RequestKey,
  since: string,
): Promise<Allowance & { oldest: string | null }> {
  const { rows } = await sql<Allowance & { at: Date | null }>`
    select min(begun_at) as at, (count(*) filter (where key <> ${key}))::float8 as requests,
      coalesce(sum(octet_length(answer)) filter (where key <> ${key}), 0)::float8 as bytes
    from kept_answer where house_id = ${houseId} and asker = ${asker} and begun_at >= ${since}::timestamptz`.execute(db)
  const { at, requests, bytes } = rows[0]!
  return { requests, bytes, oldest: at === null ? null : new Date(at).toISOString() }
}

/**
 * Notes, in the transaction of the change itself, that the request has changed something.
 *
 * @returns false: the claim was taken over, and the change must not stand
 */
export async function noteDone(
  trx: Asker,
  houseId: string,
  { asker, key }: RequestKey,
  claim: string,
  done: KeptRequest['done'],
): Promise<boolean> {
  const { rows } = await sql`
    update kept_answer set wrote = true, done = done || ${JSON.stringify(done)}::text::jsonb
    where house_id = ${houseId} and asker = ${asker} and key = ${key} and claim = ${claim} returning key`.execute(trx)
  return rows.length > 0
}

/** Whoever runs it still does. */
export async function holdOn(
  db: Asker,
  houseId: string,
  { asker, key }: RequestKey,
  claim: string,
  until: string,
): Promise<void> {
  await sql`
    update kept_answer set held_until = ${until}::timestamptz
    where house_id = ${houseId} and asker = ${asker} and key = ${key} and claim = ${claim}`.execute(db)
}

/** It is over. What changed nothing and was refused, or has no answer to keep, is forgotten, and may be asked again. */
export async function endRequest(
  db: Asker,
  houseId: string,
  { asker, key }: RequestKey,
  claim: string,
  { answer, refused, whole, at }: { answer: string | null; refused: boolean; whole: boolean; at: string },
): Promise<void> {
  const own = sql`house_id = ${houseId} and asker = ${asker} and key = ${key} and claim = ${claim}`
  if (answer === null || refused) await sql`delete from kept_answer where ${own} and not wrote`.execute(db)
  await sql`update kept_answer set answer = ${answer}, whole = ${whole}, held_until = ${at}::timestamptz where ${own}`.execute(db)
}

/** @returns how many were forgotten */
export async function forgetAnswers(db: Asker, houseId: string, before: string): Promise<number> {
  const { rows } = await sql`delete from kept_answer where house_id = ${houseId} and begun_at < ${before}::timestamptz returning key`.execute(db) // prettier-ignore
  return rows.length
}
