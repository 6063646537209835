import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

/** One film of one file that came in. */
export interface ReceivedSheetRow {
  id: string
  via: 'drop' | 'import'
  fileName: string | null
  mediaType: string
  contentHash: string
  part: number
  stored: boolean
  text: string
  title: string | null
  warnings: number
  titleId: string | null
  duplicateOf: string | null
  needs: string | null
  receivedAt: string
  receivedBy: string
  discardedAt: string | null
  /** Of which import; absent where it was dropped. */
  importId?: string
}

interface Raw {
  id: string
  via: 'drop' | 'import'
  file_name: string | null
  media_type: string
  content_hash: string
  part: number
  stored: boolean
  text: string
  title: string | null
  warnings: number
  title_id: string | null
  duplicate_of: string | null
  needs: string | null
  received_at: unknown
  received_by: string
  discarded_at: unknown
}

const columns = sql.raw(
  's.id, s.via, s.file_name, s.media_type, s.content_hash, s.part, s.stored, s.text, s.title, s.warnings, s.title_id, s.duplicate_of, s.needs, s.received_at, s.received_by, s.discarded_at',
)
const withoutText = sql.raw(
  "s.id, s.via, s.file_name, s.media_type, s.content_hash, s.part, s.stored, '' as text, s.title, s.warnings, s.title_id, s.duplicate_of, s.needs, s.received_at, s.received_by, s.discarded_at",
)

const toSheet = (raw: Raw): ReceivedSheetRow => ({
  id: raw.id,
  via: raw.via,
  fileName: raw.file_name,
  mediaType: raw.media_type,
  contentHash: raw.content_hash,
  part: raw.part,
  stored: raw.stored,
  text: raw.text,
  title: raw.title,
  warnings: raw.warnings,
  titleId: raw.title_id,
  duplicateOf: raw.duplicate_of,
  needs: raw.needs,
  receivedAt: instant(raw.received_at),
  receivedBy: raw.received_by,
  discardedAt: instantOrNull(raw.discarded_at),
})

/** Keeps sheets; a file that was imported before is left as it is. One statement however many. */
export async function keepReceivedSheets(trx: Asker, houseId: string, sheets: readonly ReceivedSheetRow[]): Promise<void> {
  if (sheets.length === 0) return
  await sql`
    insert into received_sheet (house_id, id, via, file_name, media_type, content_hash, part, stored, text, title, warnings, title_id, duplicate_of, needs, received_at, received_by, import_id)
    select ${houseId}, r.id, r.via, r."fileName", r."mediaType", r."contentHash", r.part, r.stored, r.text, r.title, r.warnings, r."titleId", r."duplicateOf", r.needs, r."receivedAt", r."receivedBy", r."importId"
    from jsonb_to_recordset(${JSON.stringify(sheets)}::text::jsonb) as r(
      id text, via text, "fileName" text, "mediaType" text, "contentHash" text, part integer, stored boolean, text text, title text, warnings integer,
      "titleId" text, "duplicateOf" text, needs text, "receivedAt" timestamptz, "receivedBy" text, "importId" text)`.execute(trx)
}

export async function findReceivedSheet(db: Asker, houseId: string, id: string): Promise<ReceivedSheetRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from received_sheet s where s.house_id = ${houseId} and s.id = ${id}`.execute(
    db,
  )
  return rows[0] ? toSheet(rows[0]) : null
}

/** Sheets that wait for somebody, the newest first, without their texts. */
export async function listWaitingSheets(
  db: Asker,
  houseId: string,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<(ReceivedSheetRow & { duplicate: { id: string; slug: string; title: string } | null })[]> {
  const { rows } = await sql<Raw & { dup_id: string | null; dup_slug: string | null; dup_title: string | null }>`
    select ${withoutText}, t.id as dup_id, t.slug as dup_slug, t.card->>'title' as dup_title
    from received_sheet s left join title t on t.house_id = s.house_id and t.id = s.duplicate_of
    where s.house_id = ${houseId} and s.title_id is null and s.discarded_at is null
      ${before === null ? sql`` : sql`and (s.received_at, s.id) < (${before.at}::timestamptz, ${before.id})`}
    order by s.received_at desc, s.id desc limit ${limit}`.execute(db)
  return rows.map((row) => ({
    ...toSheet(row),
    duplicate:
      row.dup_id !== null && row.dup_slug !== null ? { id: row.dup_id, slug: row.dup_slug, title: row.dup_title ?? '' } : null,
  }))
}

/** The sheets a title was made of, the newest first. */
export async function listSheetsOfTitle(
  db: Asker,
  houseId: string,
  titleId: string,
): Promise<{ id: string; fileName: string | null; receivedAt: string }[]> {
  const { rows } = await sql<{ id: string; file_name: string | null; received_at: unknown }>`
    select id, file_name, received_at from received_sheet where house_id = ${houseId} and title_id = ${titleId} order by received_at desc, id desc limit 100`.execute(
    db,
  )
  return rows.map((row) => ({ id: row.id, fileName: row.file_name, receivedAt: instant(row.received_at) }))
}

/** Those of some titles into which a sheet went that an import found grave warnings in. */
export async function findTitlesWithGraveSheets(db: Asker, houseId: string, titleIds: readonly string[]): Promise<Set<string>> {
  if (titleIds.length === 0) return new Set()
  const { rows } = await sql<{ title_id: string }>`
    select distinct title_id from received_sheet
    where house_id = ${houseId} and title_id = any(${[...titleIds]}::text[]) and needs is not null`.execute(db)
  return new Set(rows.map((row) => row.title_id))
}

/** What became of files that were imported before: by content hash, the parts. */
export async function findImported(
  db: Asker,
  houseId: string,
  hashes: readonly string[],
): Promise<
  Map<string, { part: number; title: string | null; titleId: string | null; needs: string | null; warnings: number }[]>
> {
  const found = new Map<
    string,
    { part: number; title: string | null; titleId: string | null; needs: string | null; warnings: number }[]
  >()
  if (hashes.length === 0) return found
  const { rows } = await sql<{
    content_hash: string
    part: number
    title: string | null
    title_id: string | null
    needs: string | null
    warnings: number
  }>`
    select content_hash, part, title, title_id, needs, warnings from received_sheet
    where house_id = ${houseId} and via = 'import' and content_hash = any(${[...hashes]}::text[])
    order by content_hash, part`.execute(db)
  for (const row of rows) {
    const parts = found.get(row.content_hash) ?? []
    parts.push({ part: row.part, title: row.title, titleId: row.title_id, needs: row.needs, warnings: row.warnings })
    found.set(row.content_hash, parts)
  }
  return found
}

export async function acceptReceivedSheet(trx: Asker, houseId: string, id: string, titleId: string): Promise<void> {
  await sql`update received_sheet set title_id = ${titleId}, discarded_at = null where house_id = ${houseId} and id = ${id}`.execute(
    trx,
  )
}

export async function setDiscarded(trx: Asker, houseId: string, id: string, at: string | null): Promise<void> {
  await sql`update received_sheet set discarded_at = ${at}::timestamptz where house_id = ${houseId} and id = ${id}`.execute(trx)
}

/** The sheets of a dropped file that still wait, in the order of the file. */
export async function findWaitingByHash(db: Asker, houseId: string, contentHash: string): Promise<ReceivedSheetRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from received_sheet s
    where s.house_id = ${houseId} and s.content_hash = ${contentHash} and s.via = 'drop' and s.title_id is null and s.discarded_at is null
    order by s.part`.execute(db)
  return rows.map(toSheet)
}
