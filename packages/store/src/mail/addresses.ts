/** What is known of mail addresses: whether they take mail, and whether their owners want letters beyond business. */
import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export type AddressState = 'ok' | 'bounced' | 'unsubscribed'
export interface MailAddress {
  email: string
  token: string
  state: AddressState
  why: string | null
  since: string
}

interface Raw extends Omit<MailAddress, 'since'> {
  since: unknown
}
const toAddress = (raw: Raw | undefined): MailAddress | null => (raw === undefined ? null : { ...raw, since: instant(raw.since) })
const columns = sql.raw('select email, token, state, why, since from mail_address')

export async function findAddress(db: Asker, houseId: string, email: string): Promise<MailAddress | null> {
  const { rows } = await sql<Raw>`${columns} where house_id = ${houseId} and email = lower(${email})`.execute(db)
  return toAddress(rows[0])
}

export async function addressOfToken(db: Asker, houseId: string, token: string): Promise<MailAddress | null> {
  const { rows } = await sql<Raw>`${columns} where house_id = ${houseId} and token = ${token}`.execute(db)
  return toAddress(rows[0])
}

/** Makes an address known, with the token of its link; one that is known stays as it is. */
export async function knowAddress(
  trx: Asker,
  houseId: string,
  { email, token, at }: { email: string; token: string; at: string },
): Promise<MailAddress> {
  await sql`
    insert into mail_address (house_id, email, token, since) values (${houseId}, lower(${email}), ${token}, ${at}::timestamptz)
    on conflict do nothing`.execute(trx)
  return (await findAddress(trx, houseId, email))!
}

export async function markAddress(
  trx: Asker,
  houseId: string,
  { email, token, state, why, at }: { email: string; token: string; state: AddressState; why: string | null; at: string },
): Promise<void> {
  await sql`
    insert into mail_address (house_id, email, token, state, why, since)
    values (${houseId}, lower(${email}), ${token}, ${state}, ${why}, ${at}::timestamptz)
    on conflict (house_id, email) do update set state = excluded.state, why = excluded.why, since = excluded.since`.execute(trx)
}

/** Whether a person with this address has refused letters beyond business. */
export async function refusesLetters(db: Asker, houseId: string, email: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from contact where house_id = ${houseId} and lower(email) = lower(${email}) and erased_at is null
      and detail ->> 'consent' = 'refused' limit 1`.execute(db)
  return rows.length > 0
}
