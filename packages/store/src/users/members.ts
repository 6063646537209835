import type { Locale } from '@vitrine/messages'
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface MemberRow {
  id: string
  name: string
  email: string
  role: string
  disabled: boolean
  createdAt: string
  lastSeenAt: string | null
  companyId: string | null
  companyRole: 'lead' | 'colleague' | null
  /** In which they are written to; null: that of the house. */
  locale: Locale | null
}

interface Raw {
  user_id: string
  name: string
  email: string
  role: string
  disabled: boolean
  created_at: unknown
  last_seen_at: unknown
  company_id: string | null
  company_role: 'lead' | 'colleague' | null
  locale: Locale | null
}

const toMember = (raw: Raw): MemberRow => ({
  id: raw.user_id,
  name: raw.name,
  email: raw.email,
  role: raw.role,
  disabled: raw.disabled,
  createdAt: instant(raw.created_at),
  lastSeenAt: instantOrNull(raw.last_seen_at),
  companyId: raw.company_id,
  companyRole: raw.company_role,
  locale: raw.locale,
})

const columns = sql.raw(
  'm.user_id, m.name, m.email, m.role, m.disabled, m.created_at, m.last_seen_at, m.company_id, m.company_role, m.locale',
)

/** Everybody who signs in here, or did; whoever was erased is nobody. */
export async function listMembers(db: Asker, houseId: string): Promise<MemberRow[]> {
  const { rows } =
    await sql<Raw>`select ${columns} from member m where house_id = ${houseId} and email not like 'erased:%' order by lower(name), user_id`.execute(
      db,
    )
  return rows.map(toMember)
}

/** Those who sit in the room of a company, leads first. */
export async function membersOfCompany(db: Asker, houseId: string, companyId: string): Promise<MemberRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from member m where house_id = ${houseId} and company_id = ${companyId} and not disabled
    order by company_role = 'lead' desc, lower(name), user_id`.execute(db)
  return rows.map(toMember)
}

export async function findMember(db: Asker, houseId: string, userId: string): Promise<MemberRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from member m where house_id = ${houseId} and user_id = ${userId}`.execute(db)
  return rows[0] ? toMember(rows[0]) : null
}

export async function findMemberByEmail(db: Asker, houseId: string, email: string): Promise<MemberRow | null> {
  const { rows } =
    await sql<Raw>`select ${columns} from member m where house_id = ${houseId} and lower(email) = lower(${email})`.execute(db)
  return rows[0] ? toMember(rows[0]) : null
}

/** The members whose sessions these are, by the sessions' tokens; a session that ended, or was never there, is left out. */
export async function findMembersOfSessions(
  db: Asker,
  houseId: string,
  tokens: readonly string[],
  at: string,
): Promise<Map<string, MemberRow>> {
  const { rows } = await sql<Raw & { token: string }>`
    select s.token, ${columns} from sign_in_session s join member m on m.house_id = ${houseId} and m.user_id = s.user_id
    where s.token in (select jsonb_array_elements_text(${JSON.stringify(tokens)}::text::jsonb)) and s.expires_at > ${at}::timestamptz`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.token, toMember(row)]))
}

/** How many members can act as owner. */
export async function countOwners(db: Asker, houseId: string): Promise<number> {
  const { rows } = await sql<{
    count: unknown
  }>`select count(*) as count from member where house_id = ${houseId} and role = 'owner' and not disabled`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** The sign-in user with this address: the one that is there, else a new one under `newId`. */
export async function signInUserFor(
  trx: Asker,
  user: { newId: string; name: string; email: string; at: string },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into sign_in_user (id, name, email, email_verified, created_at, updated_at)
      values (${user.newId}, ${user.name}, lower(${user.email}), false, ${user.at}::timestamptz, ${user.at}::timestamptz)
      on conflict (email) do nothing returning id
    ) select id from made union all select id from sign_in_user where email = lower(${user.email}) limit 1`.execute(trx)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('the sign-in user is neither there nor made')
  return id
}

export async function putMember(trx: Asker, houseId: string, member: MemberRow): Promise<void> {
  await sql`
    insert into member (house_id, user_id, name, email, role, disabled, created_at)
    values (${houseId}, ${member.id}, ${member.name}, ${member.email}, ${member.role}, ${member.disabled}, ${member.createdAt}::timestamptz)
    on conflict (house_id, user_id) do update set name = excluded.name, role = excluded.role, disabled = excluded.disabled`.execute(
    trx,
  )
}

/** The language in which a member is written to; null: that of the house. */
export async function setMemberLocale(trx: Asker, houseId: string, userId: string, locale: Locale | null): Promise<void> {
  await sql`update member set locale = ${locale} where house_id = ${houseId} and user_id = ${userId}`.execute(trx)
}

/** Signs a person out everywhere: for one who was disabled. */
export async function endSessions(trx: Asker, userId: string): Promise<void> {
  await sql`delete from sign_in_session where user_id = ${userId}`.execute(trx)
}

/** Notes that a member was here; at most once a minute, so that reading pages does not write. */
export async function touchMember(db: Asker, houseId: string, userId: string, at: string): Promise<void> {
  await sql`
    update member set last_seen_at = ${at}::timestamptz where house_id = ${houseId} and user_id = ${userId}
      and (last_seen_at is null or last_seen_at < ${at}::timestamptz - interval '1 minute')`.execute(db)
}

/** Makes the title a producer's own, or no longer. */
export async function setProducers(trx: Asker, houseId: string, titleId: string, userIds: readonly string[]): Promise<void> {
  await sql`delete from title_producer where house_id = ${houseId} and title_id = ${titleId}`.execute(trx)
  if (userIds.length === 0) return
  await sql`
    insert into title_producer (house_id, title_id, user_id)
    select distinct ${houseId}, ${titleId}, u from jsonb_array_elements_text(${JSON.stringify(userIds)}::text::jsonb) as w(u)`.execute(
    trx,
  )
}
