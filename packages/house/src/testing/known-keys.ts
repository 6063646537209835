/** Keys of marks that a test draws beforehand, so that the evidence is as strong in every run: of a short film keys drawn by chance say little. */
import { createHash } from 'node:crypto'
import type { Asker } from '@vitrine/store/asker'
import { sql } from 'kysely'
import { sealKey } from '../screening/sealed-key.ts'

export const keyOf = (name: string): Uint8Array => createHash('sha256').update(name).digest()

/** Gives a reel or a viewing a key. The database refuses to have that of a viewing changed: for once it looks away. */
export async function giveKey(db: Asker, sealing: Uint8Array, table: 'reel' | 'viewing', id: string, key: Uint8Array): Promise<void> {
  await sql`alter table viewing disable trigger viewing_rules`.execute(db)
  await sql`update ${sql.table(table)} set sealed_key = ${sealKey(sealing, `${table} ${id}`, key)} where id = ${id}`.execute(db)
  await sql`alter table viewing enable trigger viewing_rules`.execute(db)
} // prettier-ignore
