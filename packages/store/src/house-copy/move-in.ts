/** An empty house makes room for another. */
import type { TitleSheet, TitleStatus } from '@vitrine/catalogue'
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'
import { indexNumbered } from '../search/index-titles.ts'
import { everyHouseTable, LEFT_OUT } from './tables.ts'

/** Tables in which a house that nobody has worked in yet has rows: its own row, whoever set it up, what it notes by itself. */
const BEFORE_ANY_WORK = ['house', 'member', 'audit_line', 'rights_digest', 'mail_address']

/** The first table that shows that somebody has worked in this house; null: it is empty. */
export async function firstTableInUse(db: Asker, houseId: string): Promise<string | null> {
  const tables = (await everyHouseTable(db)).filter(({ name }) => !(name in LEFT_OUT) && !BEFORE_ANY_WORK.includes(name))
  const asked = tables.map(({ name }) => sql`select ${name} as name where exists (select from ${sql.table(name)} where house_id = ${houseId})`) // prettier-ignore
  const { rows } = await sql<{ name: string }>`${sql.join(asked, sql` union all `)} limit 1`.execute(db)
  return rows[0]?.name ?? null
}

/** Takes the few lines of an empty house away and lets this transaction write rows in the states they had. Its people stay. */
export async function makeRoom(trx: Asker, houseId: string): Promise<void> {
  await sql`select move_in(${houseId})`.execute(trx)
  await sql`set constraints all deferred`.execute(trx)
  await sql`delete from rights_digest where house_id = ${houseId}`.execute(trx)
  await sql`delete from mail_address where house_id = ${houseId}`.execute(trx)
}

export interface MovingMember {
  userId: string
  name: string
  email: string
}

/**
 * The people who move in can sign in under the ids they had. Somebody who is here already by the same address becomes them,
 * and stays signed in. Answers with the address of a person who is at home in another house of this database under another id.
 */
export async function seatMembers(
  trx: Asker,
  houseId: string,
  members: readonly MovingMember[],
  at: string,
): Promise<string | null> {
  // prettier-ignore
  for (const { userId, name, email } of members) {
    const { rows } = await sql<{ id: string; elsewhere: boolean }>`
      select id, exists (select from member m where m.user_id = u.id and m.house_id <> ${houseId}) as elsewhere
      from sign_in_user u where email = ${email.toLowerCase()}`.execute(trx)
    const known = rows[0]
    await sql`delete from api_key k using member m where m.house_id = ${houseId} and k.house_id = m.house_id and k.user_id = m.user_id and lower(m.email) = ${email.toLowerCase()}`.execute(trx) // prettier-ignore
    await sql`delete from member where house_id = ${houseId} and lower(email) = ${email.toLowerCase()}`.execute(trx)
    if (known?.id === userId) continue
    if (known?.elsewhere) return email
    await sql`
      insert into sign_in_user (id, name, email, email_verified, created_at, updated_at)
      values (${userId}, ${name}, ${known ? `moving:${userId}` : email.toLowerCase()}, true, ${at}, ${at})
      on conflict (id) do nothing`.execute(trx)
    if (!known) continue
    for (const table of ['sign_in_session', 'sign_in_account', 'sign_in_passkey', 'sign_in_two_factor'])
      await sql`update ${sql.table(table)} set user_id = ${userId} where user_id = ${known.id}`.execute(trx)
    await sql`delete from sign_in_user where id = ${known.id}`.execute(trx)
    await sql`update sign_in_user set email = ${email.toLowerCase()} where id = ${userId}`.execute(trx)
  }
  return null
}

const BATCH = 250

/** Makes the films findable that were written as rows; their numbers came with them. */
export async function makeHouseFindable(trx: Asker, houseId: string): Promise<void> {
  let last = ''
  for (;;) {
    const { rows } = await sql<{ ord: number; id: string; status: TitleStatus; sheet: TitleSheet; updated_at: unknown; published_at: unknown }>`
      select s.ord, t.id, t.status, t.sheet, t.updated_at, t.published_at
      from title t join search_title s on s.house_id = t.house_id and s.title_id = t.id
      where t.house_id = ${houseId} and t.id > ${last} order by t.id limit ${BATCH}`.execute(trx) // prettier-ignore
    if (rows.length === 0) return
    await indexNumbered(
      trx,
      houseId,
      rows.map(({ ord, id, status, sheet, updated_at, published_at }) => ({
        ord, id, status, sheet, updatedAt: instant(updated_at), publishedAt: instantOrNull(published_at),
      })), // prettier-ignore
    )
    last = rows.at(-1)!.id
  }
}
