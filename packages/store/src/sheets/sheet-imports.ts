/** Imports of sheets: which titles each made and changed, and whether it was taken back. */
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface SheetImportRow {
  id: string
  at: string
  by: string
  created: number
  changed: number
  waiting: number
  undoneAt: string | null
}

/** What one import did with one title. */
export interface ImportedTitle {
  titleId: string
  /** Null: it made the title. */
  before: number | null
  taken: number
}

/**
 * Notes what a batch did; the first batch begins the import. A title that two batches wrote was before what the first found. False: the
 * import was taken back meanwhile, and nothing is noted.
 */
export async function noteImported(
  trx: Asker,
  houseId: string,
  { id, at, by }: { id: string; at: string; by: string },
  titles: readonly ImportedTitle[],
): Promise<boolean> {
  const { rows } = await sql`
    insert into sheet_import (house_id, id, at, by) values (${houseId}, ${id}, ${at}::timestamptz, ${by})
    on conflict (house_id, id) do update set at = sheet_import.at where sheet_import.undone_at is null returning id`.execute(trx)
  if (rows.length === 0) return false
  if (titles.length === 0) return true
  await sql`
    insert into sheet_import_title (house_id, import_id, title_id, before_revision, taken_revision)
    select ${houseId}, ${id}, r."titleId", r.before, r.taken
    from jsonb_to_recordset(${JSON.stringify(titles)}::text::jsonb) as r("titleId" text, before integer, taken integer)
    on conflict (house_id, import_id, title_id) do update set taken_revision = excluded.taken_revision`.execute(trx)
  return true
}

const importColumns = sql.raw(`i.id, i.at, i.by, i.undone_at as "undoneAt",
  (select count(*)::integer from sheet_import_title t where t.house_id = i.house_id and t.import_id = i.id and t.before_revision is null) as created,
  (select count(*)::integer from sheet_import_title t where t.house_id = i.house_id and t.import_id = i.id and t.before_revision is not null) as changed,
  (select count(*)::integer from received_sheet s where s.house_id = i.house_id and s.import_id = i.id and s.title_id is null and s.discarded_at is null) as waiting`)
type Raw = Omit<SheetImportRow, 'at' | 'undoneAt'> & { at: unknown; undoneAt: unknown }
const toImport = (row: Raw): SheetImportRow => ({ ...row, at: instant(row.at), undoneAt: instantOrNull(row.undoneAt) })

/** The newest first. */
export async function listSheetImports(
  db: Asker,
  houseId: string,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<SheetImportRow[]> {
  const { rows } = await sql<Raw>`
    select ${importColumns} from sheet_import i where i.house_id = ${houseId}
      ${before === null ? sql`` : sql`and (i.at, i.id) < (${before.at}::timestamptz, ${before.id})`}
    order by i.at desc, i.id desc limit ${limit}`.execute(db)
  return rows.map(toImport)
}

export async function findSheetImport(db: Asker, houseId: string, id: string): Promise<SheetImportRow | null> {
  const { rows } = await sql<Raw>`
    select ${importColumns} from sheet_import i where i.house_id = ${houseId} and i.id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toImport(rows[0])
}

export async function titlesOfImport(db: Asker, houseId: string, id: string): Promise<ImportedTitle[]> {
  const { rows } = await sql<ImportedTitle>`
    select title_id as "titleId", before_revision as before, taken_revision as taken
    from sheet_import_title where house_id = ${houseId} and import_id = ${id} order by title_id`.execute(db)
  return rows
}

/** Those of some titles that an import made. */
export async function titlesMadeBy(db: Asker, houseId: string, id: string, titleIds: readonly string[]): Promise<Set<string>> {
  if (titleIds.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select title_id as id from sheet_import_title
    where house_id = ${houseId} and import_id = ${id} and before_revision is null and title_id = any(${[...titleIds]}::text[])`.execute(
    db,
  )
  return new Set(rows.map((row) => row.id))
}

/**
 * Forgets the sheets of an import that wait, or that went into titles which are taken back: the same files can be imported again. Sheets
 * that somebody accepted since are theirs. Answers how many waited.
 */
export async function forgetSheetsOfImport(trx: Asker, houseId: string, id: string, kept: readonly string[]): Promise<number> {
  const { rows } = await sql<{ waited: boolean }>`
    delete from received_sheet where house_id = ${houseId} and import_id = ${id} and (title_id is null or (
      title_id in (select title_id from sheet_import_title where house_id = ${houseId} and import_id = ${id})
      and not title_id = any(${[...kept]}::text[])))
    returning title_id is null and discarded_at is null as waited`.execute(trx)
  return rows.filter(({ waited }) => waited).length
}

export async function setImportUndone(trx: Asker, houseId: string, id: string, at: string, by: string): Promise<void> {
  await sql`update sheet_import set undone_at = ${at}::timestamptz, undone_by = ${by} where house_id = ${houseId} and id = ${id}`.execute(
    trx,
  )
}
