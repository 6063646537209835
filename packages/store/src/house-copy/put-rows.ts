import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import type { HouseTable } from './tables.ts'

/**
 * Writes rows as `walkRows` gave them into this house. Change numbers go on from `changeSeq`, where the receiving house stands,
 * so that copies in memory hear of every row. Columns that a line does not have keep their defaults.
 */
export async function putRows(
  trx: Asker,
  houseId: string,
  table: HouseTable,
  columns: readonly string[],
  lines: readonly string[],
  changeSeq: number,
): Promise<void> {
  if (lines.length === 0) return
  const given = table.columns.filter(({ name }) => columns.includes(name))
  const names = given.map(({ name }) => sql.ref(name))
  const values = given.map(({ name }) =>
    name === 'change_seq'
      ? sql`r.change_seq + ${changeSeq}::bigint`
      : name === 'sealed_as'
        ? sql`nullif(r.sealed_as, ${houseId})`
        : sql`r.${sql.ref(name)}`,
  )
  const typed = given.map(({ name, type }) => sql`${sql.ref(name)} ${sql.raw(type)}`)
  const rows = sql`json_to_recordset(${`[${lines.join(',')}]`}::text::json) as r(${sql.join(typed)})`
  if (table.name === 'house')
    await sql`update house set (${sql.join(names)}) = (select ${sql.join(values)} from ${rows}) where house_id = ${houseId}`.execute(
      trx,
    )
  else
    await sql`insert into ${sql.table(table.name)} (house_id, ${sql.join(names)})
      select ${houseId}, ${sql.join(values)} from ${rows}`.execute(trx)
}
