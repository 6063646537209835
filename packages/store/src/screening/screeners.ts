/** Leave to watch: a link for a person, a company or anybody, to one film or a room of them. */
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export type Audience = 'person' | 'company' | 'anybody'
/** What a viewer may keep: nothing, or a copy with their name in the picture. */
export const DOWNLOADS = ['never', 'watermarked'] as const
export type Download = (typeof DOWNLOADS)[number]
/** What was seen of a link that more people use than it was made out for. */
export interface Shared {
  devices: number
  places: number
  countries: string[]
}

export interface ScreenerRow {
  id: string
  audience: Audience
  contactId: string | null
  companyId: string | null
  company: string | null
  toName: string
  toEmail: string | null
  locale: 'en' | 'fr'
  message: string | null
  expiresAt: string
  viewingsAllowed: number | null
  devicesAtOnce: number
  countries: string[]
  visibleMark: boolean
  download: Download
  requestId: string | null
  marketId: string | null
  ownerId: string | null
  madeAt: string
  madeBy: string
  openedAt: string | null
  revokedAt: string | null
  revokedBy: string | null
  sharedAt: string | null
  shared: Shared | null
  followedAt: string | null
}

interface Raw {
  id: string
  audience: Audience
  contact_id: string | null
  company_id: string | null
  company: string | null
  to_name: string
  to_email: string | null
  locale: 'en' | 'fr'
  message: string | null
  expires_at: unknown
  viewings_allowed: number | null
  devices_at_once: number
  countries: string[]
  visible_mark: boolean
  download: Download
  request_id: string | null
  market_id: string | null
  owner_id: string | null
  made_at: unknown
  made_by: string
  opened_at: unknown
  revoked_at: unknown
  revoked_by: string | null
  shared_at: unknown
  shared: Shared | null
  followed_at: unknown
}

const toScreener = (raw: Raw): ScreenerRow => ({
  id: raw.id,
  audience: raw.audience,
  contactId: raw.contact_id,
  companyId: raw.company_id,
  company: raw.company,
  toName: raw.to_name,
  toEmail: raw.to_email,
  locale: raw.locale,
  message: raw.message,
  expiresAt: instant(raw.expires_at),
  viewingsAllowed: raw.viewings_allowed,
  devicesAtOnce: raw.devices_at_once,
  countries: raw.countries,
  visibleMark: raw.visible_mark,
  download: raw.download,
  requestId: raw.request_id,
  marketId: raw.market_id,
  ownerId: raw.owner_id,
  madeAt: instant(raw.made_at),
  madeBy: raw.made_by,
  openedAt: instantOrNull(raw.opened_at),
  revokedAt: instantOrNull(raw.revoked_at),
  revokedBy: raw.revoked_by,
  sharedAt: instantOrNull(raw.shared_at),
  shared: raw.shared,
  followedAt: instantOrNull(raw.followed_at),
})

const columns = sql.raw(`
  select s.id, s.audience, s.contact_id, s.company_id, c.name as company, s.to_name, s.to_email, s.locale, s.message, s.expires_at, s.viewings_allowed,
    s.devices_at_once, s.countries, s.visible_mark, s.download, s.request_id, s.market_id, s.owner_id, s.made_at, s.made_by, s.opened_at, s.revoked_at, s.revoked_by,
    s.shared_at, s.shared, s.followed_at
  from screener s left join company c on c.house_id = s.house_id and c.id = s.company_id`)

export type ScreenerToPut = Omit<
  ScreenerRow,
  'company' | 'download' | 'openedAt' | 'revokedAt' | 'revokedBy' | 'sharedAt' | 'shared' | 'followedAt'
> & { download?: Download; secretHash: string; madeById: string | null; reelIds: readonly string[] }

export async function putScreener(trx: Asker, houseId: string, one: ScreenerToPut): Promise<void> {
  await sql`
    insert into screener (house_id, id, secret_hash, audience, contact_id, company_id, to_name, to_email, locale, message, expires_at, viewings_allowed,
      devices_at_once, countries, visible_mark, download, request_id, market_id, owner_id, made_at, made_by_id, made_by)
    values (${houseId}, ${one.id}, ${one.secretHash}, ${one.audience}, ${one.contactId}, ${one.companyId}, ${one.toName}, ${one.toEmail}, ${one.locale},
      ${one.message}, ${one.expiresAt}::timestamptz, ${one.viewingsAllowed}, ${one.devicesAtOnce}, ${JSON.stringify(one.countries)}::text::jsonb,
      ${one.visibleMark}, ${one.download ?? 'never'}, ${one.requestId}, ${one.marketId}, ${one.ownerId}, ${one.madeAt}::timestamptz, ${one.madeById}, ${one.madeBy})`.execute(
    trx,
  )
  for (const [position, reelId] of one.reelIds.entries())
    await sql`insert into screener_film (house_id, screener_id, position, reel_id) values (${houseId}, ${one.id}, ${position}, ${reelId})`.execute(trx) // prettier-ignore
}

export async function findScreener(
  db: Asker,
  houseId: string,
  by: { id: string } | { secretHash: string },
): Promise<ScreenerRow | null> {
  const { rows } = await sql<Raw>`
    ${columns} where s.house_id = ${houseId} and ${'id' in by ? sql`s.id = ${by.id}` : sql`s.secret_hash = ${by.secretHash}`}`.execute(
    db,
  )
  return rows[0] === undefined ? null : toScreener(rows[0])
}

export interface ScreenersAsked {
  /** `open`: lets somebody in at `at`. */
  state?: 'open' | 'over' | undefined
  titleId?: string | undefined
  companyId?: string | undefined
  contactId?: string | undefined
  requestId?: string | undefined
  at: string
}

/** The newest first; `before` is the last one of the page before. */
export async function listScreenerRows(
  db: Asker,
  houseId: string,
  asked: ScreenersAsked & { before: { at: string; id: string } | null; limit: number },
): Promise<ScreenerRow[]> {
  const open = sql`(s.revoked_at is null and s.expires_at > ${asked.at}::timestamptz)`
  const conditions: RawBuilder<unknown>[] = [sql`s.house_id = ${houseId}`]
  if (asked.state !== undefined) conditions.push(asked.state === 'open' ? open : sql`not ${open}`)
  if (asked.companyId !== undefined) conditions.push(sql`s.company_id = ${asked.companyId}`)
  if (asked.contactId !== undefined) conditions.push(sql`s.contact_id = ${asked.contactId}`)
  if (asked.requestId !== undefined) conditions.push(sql`s.request_id = ${asked.requestId}`)
  if (asked.titleId !== undefined)
    conditions.push(sql`s.id in (select f.screener_id from screener_film f join reel r on r.house_id = f.house_id and r.id = f.reel_id where f.house_id = ${houseId} and r.title_id = ${asked.titleId})`) // prettier-ignore
  if (asked.before !== null) conditions.push(sql`(s.made_at, s.id) < (${asked.before.at}::timestamptz, ${asked.before.id})`)
  const { rows } = await sql<Raw>`
    ${columns} where ${sql.join(conditions, sql` and `)} order by s.made_at desc, s.id desc limit ${asked.limit}`.execute(db)
  return rows.map(toScreener)
}

/** A film of a screener: the cut that it is packaged of. */
export interface ScreenerFilm {
  screenerId: string
  reelId: string
  titleId: string
  title: string
  slug: string
  titleStatus: string
  cut: string | null
  episode: number | null
  languages: string[]
  /** Each copy of it names whom it was for. */
  marked: boolean
  state: string
  seconds: number | null
}

export async function filmsOfScreeners(db: Asker, houseId: string, ids: readonly string[]): Promise<ScreenerFilm[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ screener_id: string; reel_id: string; title_id: string; title: string; slug: string; title_status: string; cut: string | null; episode: number | null; languages: string[]; marked: boolean; state: string; seconds: unknown }>`
    select f.screener_id, f.reel_id, r.title_id, t.sheet->>'title' as title, t.slug, t.status as title_status, r.cut, r.episode, r.languages, r.marked, r.state, r.reel->>'seconds' as seconds
    from screener_film f join reel r on r.house_id = f.house_id and r.id = f.reel_id join title t on t.house_id = r.house_id and t.id = r.title_id
    where f.house_id = ${houseId} and f.screener_id in (${sql.join(ids)}) order by f.screener_id, f.position`.execute(db) // prettier-ignore
  return rows.map((row) => ({
    screenerId: row.screener_id,
    reelId: row.reel_id,
    titleId: row.title_id,
    title: row.title,
    slug: row.slug,
    titleStatus: row.title_status,
    cut: row.cut,
    episode: row.episode,
    languages: row.languages,
    marked: row.marked,
    state: row.state,
    seconds: row.seconds === null ? null : Number(row.seconds),
  }))
}

export async function noteScreenerOpened(db: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`update screener set opened_at = ${at}::timestamptz where house_id = ${houseId} and id = ${id} and opened_at is null`.execute(db) // prettier-ignore
}

export async function revokeScreenerRow(
  trx: Asker,
  houseId: string,
  id: string,
  by: { at: string; name: string },
): Promise<void> {
  await sql`update screener set revoked_at = ${by.at}::timestamptz, revoked_by = ${by.name} where house_id = ${houseId} and id = ${id} and revoked_at is null`.execute(trx) // prettier-ignore
}

export async function restoreScreenerRow(trx: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`update screener set revoked_at = null, revoked_by = null, restored_at = ${at}::timestamptz where house_id = ${houseId} and id = ${id}`.execute(trx) // prettier-ignore
}

/** Notes, once, that a link is used in more places than one person is in. */
export async function noteShared(trx: Asker, houseId: string, id: string, at: string, shared: Shared): Promise<boolean> {
  const { rows } = await sql`
    update screener set shared_at = ${at}::timestamptz, shared = ${JSON.stringify(shared)}::text::jsonb
    where house_id = ${houseId} and id = ${id} and shared_at is null returning id`.execute(trx)
  return rows.length > 0
}

export async function noteFollowed(trx: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`update screener set followed_at = ${at}::timestamptz where house_id = ${houseId} and id = ${id}`.execute(trx)
}

/** A reel that can be watched. */
export interface ReadyReel {
  id: string
  titleId: string
  cut: string | null
  episode: number | null
  languages: string[]
  sealedKey: string
  marked: boolean
  /** Its reel.json. */
  reel: unknown
}

/** Reels that are ready, of these films or by their ids, also those that were removed since (`alsoGone`); the newest of each film first. */
export async function readyReels(
  db: Asker,
  houseId: string,
  by: { titleIds: readonly string[] } | { ids: readonly string[]; alsoGone?: boolean },
): Promise<ReadyReel[]> {
  const wanted = 'ids' in by ? by.ids : by.titleIds
  if (wanted.length === 0) return []
  const { rows } = await sql<{ id: string; title_id: string; cut: string | null; episode: number | null; languages: string[]; sealed_key: string; marked: boolean; reel: unknown }>`
    select id, title_id, cut, episode, languages, sealed_key, marked, reel from reel
    where house_id = ${houseId} and ${'alsoGone' in by && by.alsoGone === true ? sql`reel is not null` : sql`state = 'ready'`} and ${sql.ref('ids' in by ? 'id' : 'title_id')} in (${sql.join(wanted)})
    order by title_id, episode nulls first, ready_at desc, id desc`.execute(db) // prettier-ignore
  return rows.map(({ title_id: titleId, sealed_key: sealedKey, ...rest }) => ({ ...rest, titleId, sealedKey }))
}

/** Films of which a reel is ready and that were not taken back, by their titles. */
export async function showableTitles(db: Asker, houseId: string, limit: number): Promise<{ titleId: string; title: string; reels: number }[]> {
  const { rows } = await sql<{ title_id: string; title: string; reels: unknown }>`
    select r.title_id, t.sheet->>'title' as title, count(*) as reels from reel r join title t on t.house_id = r.house_id and t.id = r.title_id
    where r.house_id = ${houseId} and r.state = 'ready' and t.status <> 'withdrawn'
    group by r.title_id, t.sheet->>'title' order by lower(t.sheet->>'title'), r.title_id limit ${limit}`.execute(db)
  return rows.map((row) => ({ titleId: row.title_id, title: row.title, reels: Number(row.reels) }))
} // prettier-ignore
