/** Which tables a house is: asked of the database's own catalogue, so that a new table cannot be forgotten. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export interface HouseTable {
  name: string
  columns: { name: string; type: string }[] // without house_id, in the order of the table
  key: string[] // the primary key without house_id
}

/** Tables with rows of a house that stay behind when it moves, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  presence: 'who has a sheet open at this moment',
  search_words: 'made anew from the sheets',
  search_marks: 'made anew from the sheets',
  search_vocabulary: 'made anew from the sheets',
  search_name: 'made anew from the sheets',
  api_key: 'a key opens the house that it was made in: programs get new ones',
  kept_answer: 'what programs of that house were answered within a day',
  webhook_delivery: 'what is still to be told is told by the house that it happened in',
  mail_place: 'how one machine met its mail server',
}

/** What a column says in a copy, where that is not what it says in the house. A copy must not write to people a second time. */
export const SAID_OTHERWISE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  house: { sealed_as: 'coalesce(t.sealed_as, t.house_id)' },
  letter: {
    state: `case when t.state = 'waiting' then 'given-up' else t.state end`,
    last_status: `case when t.state = 'waiting' then 'moved' else t.last_status end`,
    done_at: `case when t.state = 'waiting' then t.due_at else t.done_at end`,
  },
  webhook: { off_at: 'coalesce(t.off_at, t.created_at)' }, // its programs are told again once somebody switches it on
  // A reel that is being made is not made a second time in the copy; nobody works on its masters there either.
  reel: {
    state: `case when t.state in ('waiting', 'packaging') then 'cancelled' else t.state end`,
    taken_by: 'null::text',
    taken_until: 'null::timestamptz',
  },
  master: { taken_by: 'null::text', taken_until: 'null::timestamptz', attempts: '0' },
  // Nor is a copy traced there: it stays where it was handed in.
  trace: {
    state: `case when t.state in ('waiting', 'tracing') then 'cancelled' else t.state end`,
    taken_by: 'null::text',
    taken_until: 'null::timestamptz',
    copy_deleted_at: 'coalesce(t.copy_deleted_at, t.updated_at)',
  },
  // The files of copies to keep stay behind; whoever had one asks for another.
  marked_copy: {
    state: `case when t.state in ('waiting', 'making') then 'cancelled' when t.state = 'ready' then 'gone' else t.state end`,
    taken_by: 'null::text',
    taken_until: 'null::timestamptz',
    bytes: 'null::bigint',
  },
  search_title: { facets: `'{"k":"","n":1,"y":null,"p":null,"u":0,"f":{}}'` }, // made anew; its numbers are those of the rights book
}

/** Every table of houses in this database, those that others refer to first. */
export async function everyHouseTable(db: Asker): Promise<HouseTable[]> {
  const { rows } = await sql<{ name: string; columns: HouseTable['columns']; key: string[]; needs: string[] }>`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
         from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> 'house_id') as columns,
      (select coalesce(json_agg(a.attname order by k.place) filter (where a.attname <> 'house_id'), '[]')
         from pg_index i, unnest(i.indkey::smallint[]) with ordinality as k(attnum, place), pg_attribute a
         where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum) as key,
      (select coalesce(json_agg(distinct r.relname), '[]') from pg_constraint f join pg_class r on r.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'house_id' and a.attnum > 0)
    order by c.relname collate "C"`.execute(db)
  const ordered: HouseTable[] = []
  const placed = new Set<string>()
  while (ordered.length < rows.length) {
    const ready = rows.filter(({ name, needs }) => !placed.has(name) && needs.every((one) => placed.has(one) || !rows.some((row) => row.name === one))) // prettier-ignore
    if (ready.length === 0) throw new Error('tables of the house refer to each other in a circle')
    for (const { name, columns, key } of ready) {
      placed.add(name)
      ordered.push({ name, columns: columns ?? [], key })
    }
  }
  return ordered
}

/** The tables that a house takes along. */
export async function houseTables(db: Asker): Promise<HouseTable[]> {
  return (await everyHouseTable(db)).filter(({ name }) => !(name in LEFT_OUT))
}

/** Columns that name a file of the file store by its SHA-256. */
export const NAMES_A_FILE: ReadonlySet<string> = new Set(['sha256', 'content_hash'])
