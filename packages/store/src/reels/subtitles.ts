/** Subtitles that were handed in for a cut. */
import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export interface SubtitlesRow {
  id: string
  titleId: string
  cut: string | null
  episode: number | null
  language: string
  sdh: boolean
  fileName: string
  format: string
  contentHash: string
  cues: number
  findings: unknown[]
  addedAt: string
  addedBy: string
}

const columns = sql.raw(
  `id, title_id as "titleId", cut, episode, language, sdh, file_name as "fileName", format, content_hash as "contentHash", cues, findings,
   added_at as "addedAt", added_by as "addedBy"`,
)
type Raw = Omit<SubtitlesRow, 'addedAt'> & { addedAt: unknown }
const toSubtitles = (row: Raw): SubtitlesRow => ({ ...row, addedAt: instant(row.addedAt) })

/** Writes subtitles, and what players read of them; those for the same cut, language and kind end. */
export async function putSubtitles(trx: Asker, houseId: string, row: SubtitlesRow & { webvtt: string }): Promise<void> {
  await sql`
    update subtitles set removed_at = ${row.addedAt}::timestamptz
    where house_id = ${houseId} and title_id = ${row.titleId} and cut is not distinct from ${row.cut}::text and episode is not distinct from ${row.episode}::integer
      and language = ${row.language} and sdh = ${row.sdh} and removed_at is null`.execute(trx)
  await sql`
    insert into subtitles (house_id, id, title_id, cut, episode, language, sdh, file_name, format, content_hash, webvtt, cues, findings, added_at, added_by)
    values (${houseId}, ${row.id}, ${row.titleId}, ${row.cut}, ${row.episode}, ${row.language}, ${row.sdh}, ${row.fileName}, ${row.format}, ${row.contentHash}, ${row.webvtt},
      ${row.cues}, ${JSON.stringify(row.findings)}::text::jsonb, ${row.addedAt}::timestamptz, ${row.addedBy})`.execute(trx)
}

export async function subtitlesOfTitle(db: Asker, houseId: string, titleId: string): Promise<SubtitlesRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from subtitles where house_id = ${houseId} and title_id = ${titleId} and removed_at is null
    order by cut, episode, language, sdh`.execute(db)
  return rows.map(toSubtitles)
}

/** Those of one cut: what a reel of it carries. */
export async function subtitlesOfCut(
  db: Asker,
  houseId: string,
  titleId: string,
  place: { cut: string | null; episode: number | null },
): Promise<SubtitlesRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from subtitles where house_id = ${houseId} and title_id = ${titleId} and cut is not distinct from ${place.cut}::text
      and episode is not distinct from ${place.episode}::integer and removed_at is null
    order by language, sdh`.execute(db)
  return rows.map(toSubtitles)
}

export async function findSubtitles(db: Asker, houseId: string, id: string): Promise<SubtitlesRow | null> {
  const { rows } = await sql<Raw>`
    select ${columns} from subtitles where house_id = ${houseId} and id = ${id} and removed_at is null`.execute(db)
  return rows[0] === undefined ? null : toSubtitles(rows[0])
}

/** What players read of subtitles, also of those that ended: a film that runs has them still. `webvtt` is null where only the file has it. */
export async function textOfSubtitles(
  db: Asker,
  houseId: string,
  id: string,
): Promise<{ webvtt: string | null; contentHash: string; language: string } | null> {
  const { rows } = await sql<{ webvtt: string | null; contentHash: string; language: string }>`
    select webvtt, content_hash as "contentHash", language from subtitles where house_id = ${houseId} and id = ${id}`.execute(db)
  return rows[0] ?? null
}

export async function removeSubtitlesRow(trx: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`update subtitles set removed_at = ${at}::timestamptz where house_id = ${houseId} and id = ${id} and removed_at is null`.execute(
    trx,
  )
}
