/**
 * The whole book as it was recorded at a moment, in columns. Films whose entries have not changed since are taken over from the
 * book in memory (follow-book.ts); those that have are made anew from their states, which nobody can rewrite.
 */
import { linesOfVersions } from '@vitrine/rights/book/lines-of-versions'
import type { Columns } from '@vitrine/rights/shelf/columns'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { listVersions } from './entries.ts'
import { followBook } from './follow-book.ts'

const TITLES_AT_ONCE = 500

export interface RecordedBook {
  readonly columns: Columns
  /** The last change of the house that had been recorded. */
  readonly asOf: number
}

interface Kept {
  recordedAt: string
  /** The change of the house up to which nothing more was recorded for that moment. */
  head: number
  book: RecordedBook
}

/** Of each house the last book that was asked for: pages of one answer, and the same question put otherwise, look at the same moment. */
const kept = new WeakMap<object, Map<string, { last: Kept | null; busy: Promise<unknown> }>>()

/** @param recordedAt an instant that is over */
export async function bookAsRecorded(db: Asker, houseId: string, recordedAt: string): Promise<RecordedBook> {
  let houses = kept.get(db)
  if (houses === undefined) kept.set(db, (houses = new Map()))
  let of = houses.get(houseId)
  if (of === undefined) houses.set(houseId, (of = { last: null, busy: Promise.resolve() }))
  const mine = of
  // one after the other: two at once would each hold a book of the whole house
  const reading = mine.busy.then(async () => {
    if (mine.last?.recordedAt !== recordedAt || !(await stillAll(db, houseId, mine.last))) {
      mine.last = null
      mine.last = await read(db, houseId, recordedAt)
    }
    return mine.last.book
  })
  mine.busy = reading.catch(() => {})
  return reading
}

/** A long transaction can record something for a moment that is over already. */
async function stillAll(db: Asker, houseId: string, last: Kept): Promise<boolean> {
  const { rows } = await sql<{ head: unknown; late: boolean }>`
    select change_seq as head, exists (select 1 from rights_version v
      where v.house_id = h.house_id and v.change_seq > ${last.head}::bigint and v.at <= ${last.recordedAt}::timestamptz) as late
    from house h where house_id = ${houseId}`.execute(db)
  if (rows[0]?.late === true) return false
  last.head = Number(rows[0]?.head ?? 0)
  return true
}

async function read(db: Asker, houseId: string, recordedAt: string): Promise<Kept> {
  const present = await followBook(db, houseId)
  const head = present.asOf
  const columns = present.columns.copy()
  // looked for after the copy: a film that changed since the book in memory was brought up is among them
  const { rows: changed } = await sql<{ ord: number; title_id: string }>`
    select s.ord, s.title_id from search_title s where s.house_id = ${houseId} and s.title_id in
      (select title_id from rights_version where house_id = ${houseId} and (at > ${recordedAt}::timestamptz or change_seq > ${head}::bigint))
    order by s.ord`.execute(db)
  for (let at = 0; at < changed.length; at += TITLES_AT_ONCE) {
    const some = changed.slice(at, at + TITLES_AT_ONCE)
    const states = await listVersions(db, houseId, { titleIds: some.map(({ title_id }) => title_id) }, { recordedAt })
    const byTitle = Map.groupBy(states, ({ titleId }) => titleId)
    for (const { ord, title_id } of some) {
      const byEntry = Map.groupBy(byTitle.get(title_id) ?? [], ({ entryId }) => entryId)
      columns.replace(ord, [...byEntry].flatMap(([id, versions]) => linesOfVersions(id, versions))) // prettier-ignore
    }
  }
  const { rows } = await sql<{ seq: unknown }>`
    select max(change_seq) as seq from rights_version where house_id = ${houseId} and at <= ${recordedAt}::timestamptz`.execute(
    db,
  )
  return { recordedAt, head, book: { columns, asOf: Number(rows[0]?.seq ?? 0) } }
}
