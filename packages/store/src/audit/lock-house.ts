import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** Where the house's change sequence and its audit trail stand. */
export interface HouseHead {
  changeSeq: number
  auditSeq: number
  auditHash: string
}

/**
 * Takes the house's row for the rest of the transaction. Every writing transaction begins with it: writers of one house
 * stand in one line, each for a few milliseconds, so the trail's chain, the slugs and the duplicate check cannot race, and
 * no two writers can wait for one another. Null when there is no such house.
 */
export async function lockHouse(trx: Asker, houseId: string): Promise<HouseHead | null> {
  const { rows } = await sql<{ change_seq: unknown; audit_seq: unknown; audit_hash: string }>`
    select change_seq, audit_seq, audit_hash from house where house_id = ${houseId} for update`.execute(trx)
  const row = rows[0]
  return row ? { changeSeq: Number(row.change_seq), auditSeq: Number(row.audit_seq), auditHash: row.audit_hash } : null
}
