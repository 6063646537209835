/** Papers that belong to entries. The bytes are in the file store. */
import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export interface DocumentRow {
  id: string
  entryId: string
  fileName: string
  mediaType: string
  bytes: number
  sha256: string
  at: string
  byName: string
}

interface Raw {
  id: string
  entry_id: string
  file_name: string
  media_type: string
  bytes: number
  sha256: string
  at: unknown
  by_name: string
}

/** The papers of an entry that were not taken off it, the oldest first. */
export const listDocumentRows = (db: Asker, houseId: string, entryId: string): Promise<DocumentRow[]> =>
  listDocumentsOf(db, houseId, [entryId])

/** The papers of many entries, each list the oldest first. */
export async function listDocumentsOf(db: Asker, houseId: string, entryIds: readonly string[]): Promise<DocumentRow[]> {
  const { rows } = await sql<Raw>`
    select id, entry_id, file_name, media_type, bytes, sha256, at, by_name from rights_document
    where house_id = ${houseId} and removed_at is null
      and entry_id in (select jsonb_array_elements_text(${JSON.stringify(entryIds)}::text::jsonb)) order by entry_id, at, id`.execute(
    db,
  )
  return rows.map((raw) => ({
    id: raw.id,
    entryId: raw.entry_id,
    fileName: raw.file_name,
    mediaType: raw.media_type,
    bytes: raw.bytes,
    sha256: raw.sha256,
    at: instant(raw.at),
    byName: raw.by_name,
  }))
}

export async function putDocument(
  trx: Asker,
  houseId: string,
  entryId: string,
  document: Omit<DocumentRow, 'entryId'>,
): Promise<void> {
  await sql`
    insert into rights_document (house_id, id, entry_id, file_name, media_type, bytes, sha256, at, by_name)
    values (${houseId}, ${document.id}, ${entryId}, ${document.fileName}, ${document.mediaType}, ${document.bytes}, ${document.sha256}, ${document.at}::timestamptz, ${document.byName})`.execute(
    trx,
  )
}

/** Takes a paper off its entry; the row and the bytes stay. False when there was none. */
export async function removeDocument(trx: Asker, houseId: string, entryId: string, id: string, at: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update rights_document set removed_at = ${at}::timestamptz
    where house_id = ${houseId} and entry_id = ${entryId} and id = ${id} and removed_at is null returning id`.execute(trx)
  return rows.length > 0
}
