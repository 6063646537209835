import { type RawBuilder, sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** Where the house's change sequence and its audit trail stand. */
export interface HouseHead {
  changeSeq: number
  auditSeq: number
  auditHash: string
  /** The id that lines of the trail are sealed under: its own, or that of the house which moved in here. */
  sealedAs: string
}

/**
 * Takes the house's row for the rest of the transaction. Every writing transaction begins with it: writers of one house
 * stand in one line, each for a few milliseconds, so the trail's chain, the slugs and the duplicate check cannot race, and
 * no two writers can wait for one another. Null when there is no such house.
 */
export async function lockHouse(trx: Asker, houseId: string): Promise<HouseHead | null> {
  return headOf(trx, sql`where house_id = ${houseId} for update`)
}

/** The same without taking it. */
export async function readHead(db: Asker, houseId: string): Promise<HouseHead | null> {
  return headOf(db, sql`where house_id = ${houseId}`)
}

async function headOf(db: Asker, which: RawBuilder<unknown>): Promise<HouseHead | null> {
  const { rows } = await sql<{ change_seq: unknown; audit_seq: unknown; audit_hash: string; sealed_as: string }>`
    select change_seq, audit_seq, audit_hash, coalesce(sealed_as, house_id) as sealed_as from house ${which}`.execute(db)
  const row = rows[0]
  if (!row) return null
  return {
    changeSeq: Number(row.change_seq),
    auditSeq: Number(row.audit_seq),
    auditHash: row.audit_hash,
    sealedAs: row.sealed_as,
  }
}
