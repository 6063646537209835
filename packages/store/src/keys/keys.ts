import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface KeyRow {
  id: string
  userId: string
  name: string
  scopes: string[]
  prefix: string
  createdAt: string
  lastUsedAt: string | null
  revokedAt: string | null
}

interface Raw {
  id: string
  user_id: string
  name: string
  scopes: string[]
  prefix: string
  created_at: unknown
  last_used_at: unknown
  revoked_at: unknown
}

const toKey = (raw: Raw): KeyRow => ({
  id: raw.id,
  userId: raw.user_id,
  name: raw.name,
  scopes: raw.scopes,
  prefix: raw.prefix,
  createdAt: instant(raw.created_at),
  lastUsedAt: instantOrNull(raw.last_used_at),
  revokedAt: instantOrNull(raw.revoked_at),
})

const columns = sql.raw('k.id, k.user_id, k.name, k.scopes, k.prefix, k.created_at, k.last_used_at, k.revoked_at')

/** Keys of one user, or of everybody, the newest first. */
export async function listKeyRows(db: Asker, houseId: string, userId: string | null): Promise<KeyRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from api_key k where k.house_id = ${houseId} ${userId === null ? sql`` : sql`and k.user_id = ${userId}`} order by k.created_at desc, k.id`.execute(
    db,
  )
  return rows.map(toKey)
}

export async function findKey(db: Asker, houseId: string, id: string): Promise<KeyRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from api_key k where k.house_id = ${houseId} and k.id = ${id}`.execute(db)
  return rows[0] ? toKey(rows[0]) : null
}

/** The live key with this secret's hash, and the member it acts for; null when revoked, unknown, or its member disabled. */
export async function findKeyBySecret(
  db: Asker,
  houseId: string,
  secretHash: string,
): Promise<(KeyRow & { role: string; memberName: string }) | null> {
  const { rows } = await sql<Raw & { role: string; member_name: string }>`
    select ${columns}, m.role, m.name as member_name from api_key k join member m on m.house_id = k.house_id and m.user_id = k.user_id
    where k.house_id = ${houseId} and k.secret_hash = ${secretHash} and k.revoked_at is null and not m.disabled`.execute(db)
  const row = rows[0]
  return row ? { ...toKey(row), role: row.role, memberName: row.member_name } : null
}

export async function insertKey(trx: Asker, houseId: string, key: KeyRow & { secretHash: string }): Promise<void> {
  await sql`
    insert into api_key (house_id, id, user_id, name, scopes, prefix, secret_hash, created_at)
    values (${houseId}, ${key.id}, ${key.userId}, ${key.name}, ${JSON.stringify(key.scopes)}::text::jsonb, ${key.prefix}, ${key.secretHash}, ${key.createdAt}::timestamptz)`.execute(
    trx,
  )
}

export async function revokeKeyRow(trx: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`update api_key set revoked_at = ${at}::timestamptz where house_id = ${houseId} and id = ${id} and revoked_at is null`.execute(
    trx,
  )
}

/** At most once a minute, so that reading does not write. */
export async function touchKey(db: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`
    update api_key set last_used_at = ${at}::timestamptz where house_id = ${houseId} and id = ${id}
      and (last_used_at is null or last_used_at < ${at}::timestamptz - interval '1 minute')`.execute(db)
}
