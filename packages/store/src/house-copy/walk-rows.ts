import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { everyHouseTable, type HouseTable, NAMES_A_FILE, SAID_OTHERWISE } from './tables.ts'

const STEP = 200

/**
 * The rows of one table of a house as JSON texts, in the order of its key: days as `YYYY-MM-DD`, instants in UTC as exact as
 * they are kept, whole numbers of 64 bits as strings. Call it in a transaction, and one table at a time: it reads by a cursor.
 */
export async function* walkRows(trx: Asker, houseId: string, table: HouseTable): AsyncGenerator<string[]> {
  const columns = table.columns.map(({ name, type }) => {
    const said = SAID_OTHERWISE[table.name]?.[name]
    const value = said === undefined ? sql`t.${sql.ref(name)}` : sql`(${sql.raw(said)})`
    return sql`${type === 'bigint' ? sql`${value}::text` : value} as ${sql.ref(name)}`
  })
  const type = new Map(table.columns.map((column) => [column.name, column.type]))
  const order = table.key.map((name) => (type.get(name) === 'text' ? sql`t.${sql.ref(name)} collate "C"` : sql`t.${sql.ref(name)}`)) // prettier-ignore
  await sql`declare house_rows no scroll cursor for
    select row_to_json(r)::text as line from (
      select ${sql.join(columns)} from ${sql.table(table.name)} t where t.house_id = ${houseId}
      ${order.length > 0 ? sql`order by ${sql.join(order)}` : sql``}) r`.execute(trx)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch forward ${sql.lit(STEP)} from house_rows`.execute(trx)
    if (rows.length > 0) yield rows.map(({ line }) => line)
    if (rows.length < STEP) break
  }
  await sql`close house_rows`.execute(trx)
}

/** The files of the file store that rows of the house name, each once. */
export async function namedFiles(trx: Asker, houseId: string, tables: readonly HouseTable[]): Promise<string[]> {
  const named = tables.flatMap(({ name, columns }) =>
    columns.filter((column) => NAMES_A_FILE.has(column.name)).map((column) => sql`
      select ${sql.ref(column.name)} as name from ${sql.table(name)} where house_id = ${houseId}
      ${columns.some((one) => one.name === 'stored') ? sql`and stored` : sql``}`)) // prettier-ignore
  const { rows } = await sql<{ name: string }>`
    select distinct name collate "C" as name from (${sql.join(named, sql` union all `)}) n order by 1`.execute(trx)
  return rows.map(({ name }) => name)
}

/** Of these files those that no row of any house names. */
export async function unnamedFiles(db: Asker, files: readonly string[]): Promise<string[]> {
  const named = (await everyHouseTable(db)).flatMap(({ name, columns }) =>
    columns.filter((column) => NAMES_A_FILE.has(column.name)).map((column) => sql`
      select ${sql.ref(column.name)} as name from ${sql.table(name)} where ${sql.ref(column.name)} = any(${files}::text[])`)) // prettier-ignore
  const { rows } = await sql<{ name: string }>`
    select name from unnest(${files}::text[]) as f(name) where name not in (${sql.join(named, sql` union all `)})`.execute(db)
  return rows.map(({ name }) => name)
}
