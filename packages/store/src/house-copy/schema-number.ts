import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** The newest step of the schema that this database went through. */
export async function schemaNumber(db: Asker): Promise<number> {
  const { rows } = await sql<{ number: number }>`select max(number) as number from schema_step`.execute(db)
  return rows[0]?.number ?? 0
}
