/** Reading the rights book. */
import type { EntryStatus, EntryTerms } from '@vitrine/rights/book/entry'
import type { EntryKind } from '@vitrine/rights/book/line'
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export interface EntryRow {
  id: string
  titleId: string
  title: string
  version: number
  kind: EntryKind
  status: EntryStatus
  terms: EntryTerms
  firstDay: string | null
  lastDay: string | null
  expires: string | null
  undated: boolean
  createdAt: string
  updatedAt: string
}

interface RawEntry {
  id: string
  title_id: string
  title: string | null
  version: number
  kind: EntryKind
  status: EntryStatus
  terms: EntryTerms
  first_day: string | null
  last_day: string | null
  expires: string | null
  undated: boolean
  created_at: unknown
  updated_at: unknown
}

const toEntry = (raw: RawEntry): EntryRow => ({
  id: raw.id,
  titleId: raw.title_id,
  title: raw.title ?? '',
  version: raw.version,
  kind: raw.kind,
  status: raw.status,
  terms: raw.terms,
  firstDay: raw.first_day,
  lastDay: raw.last_day,
  expires: raw.expires,
  undated: raw.undated,
  createdAt: instant(raw.created_at),
  updatedAt: instant(raw.updated_at),
})

const columns = sql`
  select e.id, e.title_id, t.sheet->>'title' as title, e.version, e.kind, e.status, e.terms, e.first_day, e.last_day, e.expires, e.undated, e.created_at, e.updated_at
  from rights_entry e join title t on t.house_id = e.house_id and t.id = e.title_id`

export async function findEntry(db: Asker, houseId: string, id: string): Promise<EntryRow | null> {
  const { rows } = await sql<RawEntry>`${columns} where e.house_id = ${houseId} and e.id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toEntry(rows[0])
}

export async function findEntries(db: Asker, houseId: string, ids: readonly string[]): Promise<EntryRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<RawEntry>`
    ${columns} where e.house_id = ${houseId} and e.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)) order by e.id`.execute(
    db,
  )
  return rows.map(toEntry)
}

/** All entries of a few films, the last changed first. */
export async function entriesOfTitles(db: Asker, houseId: string, titleIds: readonly string[]): Promise<EntryRow[]> {
  if (titleIds.length === 0) return []
  const { rows } = await sql<RawEntry>`
    ${columns} where e.house_id = ${houseId} and e.title_id = any(${[...titleIds]}::text[])
    order by e.updated_at desc, e.id desc`.execute(db)
  return rows.map(toEntry)
}

/** Titles of which a licence is signed, in order of id, after `after`: for walking what was sold without holding it. */
export async function walkSoldTitles(db: Asker, houseId: string, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ title_id: string }>`
    select title_id from rights_entry where house_id = ${houseId} and kind = 'licence' and status = 'signed' and title_id > ${after}
    group by title_id order by title_id limit ${limit}`.execute(db)
  return rows.map(({ title_id }) => title_id)
}

export interface EntryFilter {
  titleId?: string | undefined
  kind?: EntryKind | undefined
  status?: EntryStatus | undefined
  contract?: string | undefined
  /** Words of the party, the contract's reference or the title. */
  text?: string | undefined
  after?: { updatedAt: string; id: string } | null | undefined
  limit: number
}

/** Entries, the last changed first. */
export async function listEntryRows(db: Asker, houseId: string, filter: EntryFilter): Promise<EntryRow[]> {
  const also = (condition: RawBuilder<unknown> | null): RawBuilder<unknown> =>
    condition === null ? sql`` : sql` and ${condition}`
  const like =
    filter.text === undefined || filter.text.trim() === '' ? null : `%${filter.text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<RawEntry>`
    ${columns} where e.house_id = ${houseId}
      ${also(filter.titleId === undefined ? null : sql`e.title_id = ${filter.titleId}`)}
      ${also(filter.kind === undefined ? null : sql`e.kind = ${filter.kind}`)}
      ${also(filter.status === undefined ? null : sql`e.status = ${filter.status}`)}
      ${also(filter.contract === undefined ? null : sql`e.contract = ${filter.contract}`)}
      ${also(like === null ? null : sql`(e.party ilike ${like} or e.contract ilike ${like} or t.sheet->>'title' ilike ${like})`)}
      ${also(filter.after ? sql`(e.updated_at, e.id) < (${filter.after.updatedAt}::timestamptz, ${filter.after.id})` : null)}
    order by e.updated_at desc, e.id desc limit ${filter.limit}`.execute(db)
  return rows.map(toEntry)
}

export interface VersionRow {
  entryId: string
  version: number
  titleId: string
  status: EntryStatus
  terms: EntryTerms
  effective: string | null
  at: string
  byName: string
  verb: string
  note: string | null
  changeSeq: number
}

interface RawVersion {
  entry_id: string
  version: number
  title_id: string
  status: EntryStatus
  terms: EntryTerms
  effective: string | null
  at: unknown
  by_name: string
  verb: string
  note: string | null
  change_seq: unknown
}

/** The states of entries, oldest first: of one entry, or of all of a title or of several; as they were recorded up to a moment or a change. */
export async function listVersions(
  db: Asker,
  houseId: string,
  of: { entryId: string } | { entryIds: readonly string[] } | { titleId: string } | { titleIds: readonly string[] },
  until: { recordedAt: string } | { changeSeq: number } | null = null,
): Promise<VersionRow[]> {
  const { rows } = await sql<RawVersion>`
    select entry_id, version, title_id, status, terms, effective, at, by_name, verb, note, change_seq from rights_version
    where house_id = ${houseId} and ${'entryId' in of ? sql`entry_id = ${of.entryId}` : 'entryIds' in of ? sql`entry_id = any(${[...of.entryIds]}::text[])` : 'titleId' in of ? sql`title_id = ${of.titleId}` : sql`title_id = any(${[...of.titleIds]}::text[])`}
      ${until === null ? sql`` : 'recordedAt' in until ? sql`and at <= ${until.recordedAt}::timestamptz` : sql`and change_seq <= ${until.changeSeq}::bigint`}
    order by entry_id, version`.execute(db)
  return rows.map((raw) => ({
    entryId: raw.entry_id,
    version: raw.version,
    titleId: raw.title_id,
    status: raw.status,
    terms: raw.terms,
    effective: raw.effective,
    at: instant(raw.at),
    byName: raw.by_name,
    verb: raw.verb,
    note: raw.note,
    changeSeq: Number(raw.change_seq),
  }))
}
