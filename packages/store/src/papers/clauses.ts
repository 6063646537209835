/** The house's clauses, each with its versions. */
import type { ClauseTerms } from '@vitrine/deals/clauses/clause'
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface ClauseRow {
  id: string
  version: number
  terms: ClauseTerms
  retiredAt: string | null
  updatedAt: string
  byName: string
}

interface Raw {
  id: string
  version: number
  terms: ClauseTerms
  retired_at: unknown
  at: unknown
  by_name: string
}

const toClause = (raw: Raw): ClauseRow => ({
  id: raw.id,
  version: raw.version,
  terms: raw.terms,
  retiredAt: instantOrNull(raw.retired_at),
  updatedAt: instant(raw.at),
  byName: raw.by_name,
})

/** The clauses as they stand, in their order; those that are retired too. */
export async function listClauseRows(db: Asker, houseId: string): Promise<ClauseRow[]> {
  const { rows } = await sql<Raw>`
    select c.id, c.version, v.terms, c.retired_at, v.at, v.by_name from clause c
    join clause_version v on v.house_id = c.house_id and v.clause_id = c.id and v.version = c.version
    where c.house_id = ${houseId} order by (v.terms->>'place')::integer, c.id`.execute(db)
  return rows.map(toClause)
}

/** Every version of a clause, the newest first. */
export async function clauseVersions(db: Asker, houseId: string, id: string): Promise<ClauseRow[]> {
  const { rows } = await sql<Raw>`
    select c.id, v.version, v.terms, c.retired_at, v.at, v.by_name from clause c
    join clause_version v on v.house_id = c.house_id and v.clause_id = c.id
    where c.house_id = ${houseId} and c.id = ${id} order by v.version desc`.execute(db)
  return rows.map(toClause)
}

export interface ClauseToPut {
  id: string
  version: number
  terms: ClauseTerms
  at: string
  byId: string | null
  byName: string
}

/** A new clause, or the next version of one; one that was retired is in use again. */
export async function putClause(trx: Asker, houseId: string, clause: ClauseToPut): Promise<void> {
  const { id, version, terms, at, byId, byName } = clause
  await sql`
    insert into clause (house_id, id, version, created_at, updated_at) values (${houseId}, ${id}, ${version}, ${at}::timestamptz, ${at}::timestamptz)
    on conflict (house_id, id) do update set version = excluded.version, retired_at = null, updated_at = excluded.updated_at`.execute(
    trx,
  )
  await sql`
    insert into clause_version (house_id, clause_id, version, terms, at, by_id, by_name)
    values (${houseId}, ${id}, ${version}, ${JSON.stringify(terms)}::text::jsonb, ${at}::timestamptz, ${byId}, ${byName})`.execute(
    trx,
  )
}

export async function retireClauseRow(trx: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`update clause set retired_at = ${at}::timestamptz, updated_at = ${at}::timestamptz where house_id = ${houseId} and id = ${id}`.execute(trx) // prettier-ignore
}
