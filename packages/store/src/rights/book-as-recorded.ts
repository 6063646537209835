/**
 * The whole book as it was recorded at a moment, in columns. What has not changed since is taken over from the book in memory
 * (follow-book.ts), film by film and, of films that have changed, entry by entry; entries that have are made anew from their states,
 * which nobody can rewrite.
 */
import { type EntryState, linesOfVersions } from '@vitrine/rights/book/lines-of-versions'
import type { Columns } from '@vitrine/rights/shelf/columns'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { followBook, LINES_AS_TEXT, linesOfText, readNewSets } from './follow-book.ts'

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
  const seq = lastRecorded(db, houseId, recordedAt)
  seq.catch(() => {})
  // looked for after the copy: a film that changed since the book in memory was brought up is among them
  const { rows: changed } = await sql<{ ord: number; title_id: string }>`
    select s.ord, s.title_id from search_title s where s.house_id = ${houseId} and s.title_id in
      (select title_id from rights_version where house_id = ${houseId} and (at > ${recordedAt}::timestamptz or change_seq > ${head}::bigint))
    order by s.ord`.execute(db)
  const partFrom = (at: number): Promise<Part> | null =>
    at < changed.length ? readPart(db, houseId, changed.slice(at, at + TITLES_AT_ONCE), { recordedAt, head }) : null
  // the database looks for the next ones while lines are made of these
  let next = partFrom(0)
  for (let at = 0; next !== null; at += TITLES_AT_ONCE) {
    const some = changed.slice(at, at + TITLES_AT_ONCE)
    const { lines: text, entries }: Part = await next
    next = partFrom(at + TITLES_AT_ONCE)
    // awaited in its turn; where that does not come, what broke off is told already
    next?.catch(() => {})
    await readNewSets(db, houseId, present)
    const { lines } = linesOfText(present, some.map(({ ord }) => ord), text ?? '') // prettier-ignore
    const byTitle = Map.groupBy(entries, ({ title }) => title)
    for (const { ord, title_id } of some)
      columns.replace(ord, [...lines.get(ord)!, ...(byTitle.get(title_id) ?? []).flatMap(({ entry, states }) => linesOfVersions(entry, states))]) // prettier-ignore
  }
  return { recordedAt, head, book: { columns, asOf: await seq } }
}

/** Of some films that have changed: the lines of entries that have not, and what the others said at the moment, oldest first. */
interface Part {
  readonly lines: string | null
  readonly entries: readonly EntryThen[]
}

interface EntryThen {
  readonly title: string
  readonly entry: string
  readonly states: readonly EntryState[]
}

/**
 * In one statement, so that an entry that changes meanwhile is either there as it stood or among those made anew. A row for each entry:
 * all states of hundreds of films are more than PostgreSQL makes one value of.
 */
async function readPart(
  db: Asker,
  houseId: string,
  films: readonly { ord: number; title_id: string }[],
  { recordedAt, head }: { recordedAt: string; head: number },
): Promise<Part> {
  const titles = films.map(({ title_id }) => title_id)
  const { rows } = await sql<{ lines: string | null; title: string | null; entry: string; states: readonly EntryState[] }>`
    with changed as materialized (
      select distinct entry_id from rights_version
      where house_id = ${houseId} and title_id = any(${titles}::text[]) and (at > ${recordedAt}::timestamptz or change_seq > ${head}::bigint))
    select ${LINES_AS_TEXT} as lines, null as title, null as entry, null as states from rights_line
      where house_id = ${houseId} and ord = any(${films.map(({ ord }) => ord)}::integer[]) and entry_id not in (select entry_id from changed)
    union all
    select null, title_id, entry_id, json_agg(json_build_object('status', status, 'terms', terms, 'effective', effective) order by version)
      from rights_version where house_id = ${houseId} and title_id = any(${titles}::text[]) and at <= ${recordedAt}::timestamptz
        and entry_id in (select entry_id from changed)
      group by title_id, entry_id order by entry nulls first`.execute(db)
  return {
    lines: rows.find(({ title }) => title === null)?.lines ?? null,
    entries: rows.flatMap(({ title, entry, states }) => (title === null ? [] : [{ title, entry, states }])),
  }
}

/** The last change of the house that was recorded by a moment. */
async function lastRecorded(db: Asker, houseId: string, recordedAt: string): Promise<number> {
  const { rows } = await sql<{ seq: unknown }>`
    select max(change_seq) as seq from rights_version where house_id = ${houseId} and at <= ${recordedAt}::timestamptz`.execute(
    db,
  )
  return Number(rows[0]?.seq ?? 0)
}
