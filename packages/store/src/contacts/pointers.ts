/**
 * What points to a company or a person: whatever has a foreign key to it, in any table there is or will be, and what names it
 * as its subject. Tables that are only ever added to are left out: what was written stays written, and a duplicate's id leads on.
 */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export type Pointed = 'company' | 'contact'

/** Rows that were turned from one id to another: what it takes to turn them back. */
export interface Turned {
  table: string
  column: string
  keys: Record<string, unknown>[]
}
/** Lists of people in which one was exchanged for another, as they were. */
export interface TurnedList {
  table: 'note' | 'meeting'
  id: string
  before: string[]
}

interface PointingColumn {
  table_name: string
  column_name: string
  key: string[]
}

async function pointingColumns(db: Asker, to: Pointed): Promise<PointingColumn[]> {
  const { rows } = await sql<PointingColumn>`
    select r.relname as table_name,
      (select a.attname from unnest(con.conkey, con.confkey) as k(here, there)
        join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.here
        join pg_attribute b on b.attrelid = con.confrelid and b.attnum = k.there where b.attname = 'id') as column_name,
      (select jsonb_agg(a.attname order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey::int2[])
        where i.indrelid = con.conrelid and i.indisprimary) as key
    from pg_constraint con join pg_class r on r.oid = con.conrelid
    where con.contype = 'f' and con.confrelid = ${to}::regclass
      and not exists (select 1 from pg_trigger g join pg_proc f on f.oid = g.tgfoid where g.tgrelid = con.conrelid and f.proname = 'refuse_change')
    order by 1, 2`.execute(db)
  return rows
}

const SUBJECTS = ['note', 'task'] as const
const LISTS = ['note', 'meeting'] as const

/** The names of the tables in which something points to it. */
export async function pointersTo(db: Asker, houseId: string, kind: Pointed, id: string): Promise<string[]> {
  const found = new Set<string>()
  const has = async (table: string, condition: ReturnType<typeof sql>) => {
    const { rows } = await sql`select 1 from ${sql.table(table)} where house_id = ${houseId} and ${condition} limit 1`.execute(db)
    if (rows.length > 0) found.add(table)
  }
  for (const { table_name, column_name } of await pointingColumns(db, kind))
    await has(table_name, sql`${sql.ref(column_name)} = ${id}`)
  for (const table of SUBJECTS) await has(table, sql`subject_kind = ${kind} and subject_id = ${id} and removed_at is null`)
  if (kind === 'contact') for (const table of LISTS) await has(table, sql`contact_ids @> ${JSON.stringify([id])}::text::jsonb`)
  return [...found]
}

/** Turns everything that points to one id towards another. */
export async function turnPointers(
  trx: Asker,
  houseId: string,
  kind: Pointed,
  from: string,
  to: string,
): Promise<{ turned: Turned[]; lists: TurnedList[] }> {
  const turned: Turned[] = []
  const columns = [
    ...(await pointingColumns(trx, kind)).map((one) => ({ ...one, also: sql`` })),
    ...SUBJECTS.map((table_name) => ({ table_name, column_name: 'subject_id', key: ['house_id', 'id'], also: sql`and subject_kind = ${kind}` })), // prettier-ignore
  ]
  for (const { table_name, column_name, key, also } of columns) {
    const [table, column] = [sql.table(table_name), sql.ref(column_name)]
    const others = key.filter((name) => name !== column_name)
    // where the column is part of the key, a row that the survivor has as well stays
    const apart = key.includes(column_name)
      ? sql`and not exists (select 1 from ${table} o where ${sql.join(
          others.map((name) => sql`o.${sql.ref(name)} = t.${sql.ref(name)}`),
          sql` and `,
        )} and o.${column} = ${to})`
      : sql``
    const { rows } = await sql<Record<string, unknown>>`
      update ${table} t set ${column} = ${to} where t.house_id = ${houseId} and t.${column} = ${from} ${also} ${apart}
      returning ${sql.join(others.map((name) => sql`t.${sql.ref(name)}`))}`.execute(trx)
    if (rows.length > 0) turned.push({ table: table_name, column: column_name, keys: rows })
  }
  const lists: TurnedList[] = []
  if (kind === 'contact')
    for (const table of LISTS) {
      const { rows } = await sql<{ id: string; contact_ids: string[] }>`
        select id, contact_ids from ${sql.table(table)} where house_id = ${houseId} and contact_ids @> ${JSON.stringify([from])}::text::jsonb`.execute(
        trx,
      )
      for (const { id, contact_ids: before } of rows) {
        await putList(trx, houseId, table, id, [...new Set(before.map((one) => (one === from ? to : one)))])
        lists.push({ table, id, before })
      }
    }
  return { turned, lists }
}

/** Turns back what was turned, as far as it still points where it was turned to. */
export async function turnPointersBack(
  trx: Asker,
  houseId: string,
  from: string,
  to: string,
  { turned, lists }: { turned: readonly Turned[]; lists: readonly TurnedList[] },
): Promise<void> {
  for (const { table, column, keys } of turned)
    for (const key of keys) {
      const same = Object.entries(key).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${from} where house_id = ${houseId} and ${sql.join(same, sql` and `)} and ${sql.ref(column)} = ${to}`.execute(trx) // prettier-ignore
    }
  for (const { table, id, before } of lists) await putList(trx, houseId, table, id, before)
}

async function putList(trx: Asker, houseId: string, table: string, id: string, contactIds: readonly string[]): Promise<void> {
  await sql`update ${sql.table(table)} set contact_ids = ${JSON.stringify(contactIds)}::text::jsonb where house_id = ${houseId} and id = ${id}`.execute(trx) // prettier-ignore
}
