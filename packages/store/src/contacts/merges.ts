/** Duplicates that were made one, and pairs of which somebody said that they are two. */
import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'
import type { Pointed, Turned, TurnedList } from './pointers.ts'

/** What undoing needs: the survivor's fields before and after, and what was turned towards it. */
export interface MergeBefore {
  before: Record<string, unknown>
  after: Record<string, unknown>
  userId: string | null // of a person who was merged: taken over by the survivor
  turned: Turned[]
  lists: TurnedList[]
}
export interface MergeRow {
  id: string
  kind: Pointed
  survivorId: string
  mergedId: string
  before: MergeBefore
  at: string
  byName: string
}

interface Raw {
  id: string
  kind: Pointed
  survivor_id: string
  merged_id: string
  before: MergeBefore
  at: unknown
  by_name: string
}

export async function putMerge(trx: Asker, houseId: string, merge: MergeRow): Promise<void> {
  await sql`
    insert into contact_merge (house_id, id, kind, survivor_id, merged_id, before, at, by_name)
    values (${houseId}, ${merge.id}, ${merge.kind}, ${merge.survivorId}, ${merge.mergedId}, ${JSON.stringify(merge.before)}::text::jsonb,
      ${merge.at}::timestamptz, ${merge.byName})`.execute(trx)
}

const columns = sql.raw('id, kind, survivor_id, merged_id, before, at, by_name')
const toMerge = ({ survivor_id: survivorId, merged_id: mergedId, at, by_name: byName, ...rest }: Raw): MergeRow => ({
  ...rest,
  survivorId,
  mergedId,
  at: instant(at),
  byName,
})

/** A merge that can be undone. */
export async function findMerge(db: Asker, houseId: string, id: string): Promise<MergeRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from contact_merge where house_id = ${houseId} and id = ${id} and undone_at is null`.execute(db) // prettier-ignore
  return rows[0] === undefined ? null : toMerge(rows[0])
}

/** Merges that can be undone, the last first. */
export async function listMergeRows(db: Asker, houseId: string, limit: number): Promise<MergeRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from contact_merge where house_id = ${houseId} and undone_at is null order by at desc, id desc limit ${limit}`.execute(
    db,
  )
  return rows.map(toMerge)
}

export async function noteUndone(trx: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`update contact_merge set undone_at = ${at}::timestamptz, before = '{}' where house_id = ${houseId} and id = ${id}`.execute(
    trx,
  )
}

export async function keepPairApart(
  trx: Asker,
  houseId: string,
  kind: Pointed,
  one: string,
  other: string,
  apart: boolean,
): Promise<void> {
  if (apart)
    await sql`insert into contact_apart (house_id, kind, one_id, other_id) values (${houseId}, ${kind}, ${one}, ${other}) on conflict do nothing`.execute(trx) // prettier-ignore
  else
    await sql`delete from contact_apart where house_id = ${houseId} and kind = ${kind} and one_id = ${one} and other_id = ${other}`.execute(trx) // prettier-ignore
}

/** Pairs that are two, as "one other". */
export async function pairsApart(db: Asker, houseId: string, kind: Pointed): Promise<Set<string>> {
  const { rows } = await sql<{ one_id: string; other_id: string }>`
    select one_id, other_id from contact_apart where house_id = ${houseId} and kind = ${kind}`.execute(db)
  return new Set(rows.map(({ one_id, other_id }) => `${one_id} ${other_id}`))
}
