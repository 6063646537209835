/** The lines of the rights book are derived when an entry is written. Here those are made anew that an earlier program derived otherwise. */
import type { Line } from '@vitrine/rights/book/line'
import { linesOfVersions } from '@vitrine/rights/book/lines-of-versions'
import { type Kysely, sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { lockHouse } from '../audit/lock-house.ts'
import type { Schema } from '../database/database.ts'
import { listVersions, type VersionRow } from './entries.ts'
import { daysOf, putLines } from './put-entries.ts'

/** Counts up when the same states come to mean other lines. 1: a holdback that a licence imposes ends with it (decision 123). */
const RULES = 1
const ENTRIES_AT_ONCE = 500

/** Brings the lines of a house to the rules of this program, once; answers how many entries count otherwise now. */
export function bringLinesUpToDate(db: Kysely<Schema>, houseId: string): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ behind: boolean }>`select line_rules < ${RULES} as behind from house where house_id = ${houseId} for update`.execute(trx) // prettier-ignore
    if (rows[0]?.behind !== true) return 0
    const { changeSeq } = (await lockHouse(trx, houseId))!
    const changed = await makeLinesAnew(trx, houseId, changeSeq + 1)
    await sql`update house set line_rules = ${RULES}, change_seq = ${changed === 0 ? changeSeq : changeSeq + 1}::bigint where house_id = ${houseId}`.execute(trx) // prettier-ignore
    return changed
  })
}

/** Makes lines anew that follow from other rules than this program's. Pass the transaction, with the house locked. */
export async function makeLinesAnew(trx: Asker, houseId: string, changeSeq: number): Promise<number> {
  const { rows } = await sql<{ entry_id: string }>`
    select distinct entry_id from rights_version
    where house_id = ${houseId} and jsonb_path_exists(terms, '$.imposes[*].to ? (@ == null)') order by entry_id`.execute(trx)
  let changed = 0
  for (let at = 0; at < rows.length; at += ENTRIES_AT_ONCE) {
    const ids = rows.slice(at, at + ENTRIES_AT_ONCE).map(({ entry_id }) => entry_id)
    const stood = await windowsThatStand(trx, houseId, ids)
    const byEntry = Map.groupBy(await listVersions(trx, houseId, { entryIds: ids }), ({ entryId }) => entryId)
    const puts = [...byEntry].flatMap(([id, versions]) => {
      const lines = linesOrNull(id, versions)
      if (lines === null || windowsOf(lines) === (stood.get(id) ?? '')) return []
      const { titleId, terms } = versions.at(-1)!
      return { id, titleId, lines, ...daysOf(terms, lines) }
    })
    await putLines(trx, houseId, puts, changeSeq)
    await sql`
      update rights_entry e set first_day = r."firstDay", last_day = r."lastDay", change_seq = ${changeSeq}::bigint
      from jsonb_to_recordset(${JSON.stringify(puts.map(({ id, firstDay, lastDay }) => ({ id, firstDay, lastDay })))}::text::jsonb) as r(id text, "firstDay" date, "lastDay" date)
      where e.house_id = ${houseId} and e.id = r.id`.execute(trx)
    changed += puts.length
  }
  return changed
}

/** Null of an entry that cannot be read: it keeps its lines, and is named where it is missed (`unreadable` in the watch). */
function linesOrNull(id: string, versions: readonly VersionRow[]): Line[] | null {
  try {
    return linesOfVersions(id, versions)
  } catch {
    return null
  }
}

const windowsOf = (lines: readonly Line[]): string => lines.map(({ box }) => `${box.from}:${box.to}`).join()

async function windowsThatStand(trx: Asker, houseId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ entry_id: string; windows: string }>`
    select e.id as entry_id, string_agg(l.from_day || ':' || l.to_day, ',' order by l.part) as windows
    from rights_entry e join search_title t on t.house_id = e.house_id and t.title_id = e.title_id
      join rights_line l on l.house_id = t.house_id and l.ord = t.ord and l.entry_id = e.id
    where e.house_id = ${houseId} and e.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))
    group by e.id`.execute(trx)
  return new Map(rows.map(({ entry_id, windows }) => [entry_id, windows]))
}
