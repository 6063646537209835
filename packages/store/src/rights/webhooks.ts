/** Programs that are told of changes, and what they are still to be told. */
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface WebhookRow {
  id: string
  url: string
  secret: string
  createdAt: string
  createdBy: string
  disabledAt: string | null // ended for good
  offAt: string | null // switched off, until it is switched on again
  oldSecretUntil: string | null // until when the secret before this one signs too
  waiting: number
  lastStatus: string | null
}

interface Raw {
  id: string
  url: string
  secret: string
  created_at: unknown
  created_by: string
  disabled_at: unknown
  off_at: unknown
  old_secret_until: unknown
  waiting: unknown
  last_status: string | null
}

export async function listWebhookRows(db: Asker, houseId: string): Promise<WebhookRow[]> {
  const { rows } = await sql<Raw>`
    select w.id, w.url, w.secret, w.created_at, w.created_by, w.disabled_at, w.off_at, w.old_secret_until,
      (select count(*) from webhook_delivery d where d.house_id = w.house_id and d.webhook_id = w.id and d.state = 'waiting') as waiting,
      (select d.last_status from webhook_delivery d where d.house_id = w.house_id and d.webhook_id = w.id and d.last_status is not null order by d.at desc, d.id desc limit 1) as last_status
    from webhook w where w.house_id = ${houseId} order by w.created_at, w.id`.execute(db)
  return rows.map((raw) => ({
    id: raw.id,
    url: raw.url,
    secret: raw.secret,
    createdAt: instant(raw.created_at),
    createdBy: raw.created_by,
    disabledAt: instantOrNull(raw.disabled_at),
    offAt: instantOrNull(raw.off_at),
    oldSecretUntil: instantOrNull(raw.old_secret_until),
    waiting: Number(raw.waiting),
    lastStatus: raw.last_status,
  }))
}

export async function putWebhook(
  trx: Asker,
  houseId: string,
  hook: { id: string; url: string; secret: string; at: string; by: string },
): Promise<void> {
  await sql`
    insert into webhook (house_id, id, url, secret, created_at, created_by)
    values (${houseId}, ${hook.id}, ${hook.url}, ${hook.secret}, ${hook.at}::timestamptz, ${hook.by})`.execute(trx)
}

/** Leads a webhook elsewhere, switches it off or on. What is not given stays. False when there is none, or when it has ended. */
export async function changeWebhookRow(
  trx: Asker,
  houseId: string,
  id: string,
  change: { url: string | null; on: boolean | null; at: string },
): Promise<boolean> {
  const { rows } = await sql`
    update webhook set url = coalesce(${change.url}, url),
      off_at = case ${change.on}::boolean when true then null when false then coalesce(off_at, ${change.at}::timestamptz) else off_at end
    where house_id = ${houseId} and id = ${id} and disabled_at is null returning id`.execute(trx)
  if (rows.length > 0 && change.on === false) await giveUpWaiting(trx, houseId, id, change.at)
  return rows.length > 0
}

/** Gives a webhook a new secret; the one before signs beside it until a moment, or never again (null). False when there is none. */
export async function renewSecret(
  trx: Asker,
  houseId: string,
  id: string,
  secret: string,
  oldUntil: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    update webhook set secret = ${secret}, old_secret = case when ${oldUntil}::timestamptz is null then null else secret end,
      old_secret_until = ${oldUntil}::timestamptz
    where house_id = ${houseId} and id = ${id} and disabled_at is null returning id`.execute(trx)
  return rows.length > 0
}

/** Ends a webhook for good; what it had not been told is given up. False when there is none. */
export async function disableWebhook(trx: Asker, houseId: string, id: string, at: string): Promise<boolean> {
  const { rows } = await sql`
    update webhook set disabled_at = ${at}::timestamptz where house_id = ${houseId} and id = ${id} and disabled_at is null returning id`.execute(
    trx,
  )
  await giveUpWaiting(trx, houseId, id, at)
  return rows.length > 0
}

async function giveUpWaiting(trx: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`update webhook_delivery set state = 'given-up', done_at = ${at}::timestamptz where house_id = ${houseId} and webhook_id = ${id} and state = 'waiting'`.execute(
    trx,
  )
}

/**
 * Puts events into the queue of every webhook that is switched on, or of the one that is named, on or off; in the transaction of
 * the change that it tells of. Answers how many.
 */
export async function queueEvents(
  trx: Asker,
  houseId: string,
  events: readonly { id: string; name: string; body: unknown; at: string }[],
  only: string | null = null,
): Promise<number> {
  const { rows } = await sql`
    insert into webhook_delivery (house_id, id, webhook_id, event, body, state, due_at, at)
    select w.house_id, e.id || '-' || w.id, w.id, e.name, e.body, 'waiting', e.at, e.at
    from jsonb_to_recordset(${JSON.stringify(events)}::text::jsonb) as e(id text, name text, body jsonb, at timestamptz)
    cross join webhook w where w.house_id = ${houseId} and w.disabled_at is null
      and case when ${only}::text is null then w.off_at is null else w.id = ${only} end returning id`.execute(trx)
  return rows.length
}

export interface Delivery {
  id: string
  url: string
  secrets: string[] // each signs: the present one, and for a while the one before
  event: string
  body: unknown
  attempts: number
  at: string
}

/**
 * Takes deliveries that are due and puts them off by `lease` seconds, so that no other server takes them meanwhile and one that
 * dies with them loses nothing.
 */
export async function claimDeliveries(db: Asker, houseId: string, now: string, lease: number, most: number): Promise<Delivery[]> {
  const { rows } = await sql<{
    id: string
    url: string
    secret: string
    old_secret: string | null
    event: string
    body: unknown
    attempts: number
    at: unknown
  }>`
    update webhook_delivery d set attempts = d.attempts + 1, due_at = ${now}::timestamptz + make_interval(secs => ${lease})
    from webhook w
    where w.house_id = d.house_id and w.id = d.webhook_id and d.house_id = ${houseId} and d.id in (
      select id from webhook_delivery where house_id = ${houseId} and state = 'waiting' and due_at <= ${now}::timestamptz
      order by due_at, id limit ${most} for update skip locked)
    returning d.id, w.url, w.secret, case when w.old_secret_until > ${now}::timestamptz then w.old_secret end as old_secret, d.event, d.body, d.attempts, d.at`.execute(
    db,
  )
  return rows.map(({ secret, old_secret, at, ...row }) => ({
    ...row,
    secrets: old_secret === null ? [secret] : [secret, old_secret],
    at: instant(at),
  }))
}

/** Notes how a delivery went: done, to be tried again at a moment, or given up. */
export async function noteDelivery(
  db: Asker,
  houseId: string,
  id: string,
  outcome: { state: 'delivered' | 'waiting' | 'given-up'; status: string; dueAt: string | null; at: string },
): Promise<void> {
  await sql`
    update webhook_delivery set state = ${outcome.state}, last_status = ${outcome.status}, due_at = coalesce(${outcome.dueAt}::timestamptz, due_at),
      done_at = case when ${outcome.state} = 'waiting' then null else ${outcome.at}::timestamptz end
    where house_id = ${houseId} and id = ${id} and state = 'waiting'`.execute(db)
}

/** What a program was told, or is still to be told. */
export interface DeliveryRow {
  id: string
  event: string
  body: unknown
  state: 'waiting' | 'delivered' | 'given-up'
  attempts: number
  lastStatus: string | null
  at: string
  dueAt: string // when it is tried (again), while it waits
  doneAt: string | null
}

/** What a program was told and is still to be told, the newest first. */
export async function listDeliveryRows(
  db: Asker,
  houseId: string,
  webhookId: string,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<DeliveryRow[]> {
  const { rows } = await sql<
    Omit<DeliveryRow, 'lastStatus' | 'at' | 'dueAt' | 'doneAt'> & {
      last_status: string | null
      at: unknown
      due_at: unknown
      done_at: unknown
    }
  >`
    select id, event, body, state, attempts, last_status, at, due_at, done_at from webhook_delivery
    where house_id = ${houseId} and webhook_id = ${webhookId}
      ${after === null ? sql`` : sql`and (at, id) < (${after.at}::timestamptz, ${after.id})`}
    order by at desc, id desc limit ${limit}`.execute(db)
  return rows.map(({ last_status, at, due_at, done_at, ...row }) => ({ ...row, lastStatus: last_status, at: instant(at), dueAt: instant(due_at), doneAt: instantOrNull(done_at) })) // prettier-ignore
}
