import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { CatalogueCopy } from './catalogue-copy.ts'
import type { TitleFacets } from './facets-of-sheet.ts'

const CHUNK = 20_000 // titles read at once: some 8 MB of text

interface Followed {
  copy: CatalogueCopy
  asOf: number
  busy: Promise<unknown>
}

const followed = new WeakMap<object, Map<string, Followed>>()

/**
 * The house's copy in memory, as of a change that is no older than the call. Whether there was one is asked of the database
 * each time, by the house's change number (a fraction of a millisecond; a caller who has just read it gives it as `known`), so
 * what any server has written is seen at once; then only what changed is read. Numbers are given out under the house's lock,
 * so no lower one can appear later.
 */
export async function follow(db: Asker, houseId: string, known?: number): Promise<{ copy: CatalogueCopy; asOf: number }> {
  let houses = followed.get(db)
  if (!houses) followed.set(db, (houses = new Map()))
  let house = houses.get(houseId)
  if (!house) houses.set(houseId, (house = { copy: new CatalogueCopy(), asOf: -1, busy: Promise.resolve() }))
  const head = known ?? (await headOf(db, houseId))
  while (house.asOf < head) {
    // One reads, the others wait for it and look again.
    const reading = house.busy.then(() => catchUp(db, houseId, house, head))
    house.busy = reading.catch(() => {})
    await reading
  }
  return { copy: house.copy, asOf: house.asOf }
}

async function headOf(db: Asker, houseId: string): Promise<number> {
  const { rows } = await sql<{ head: number }>`select change_seq as head from house where house_id = ${houseId}`.execute(db)
  return Number(rows[0]?.head ?? 0)
}

async function catchUp(db: Asker, houseId: string, house: Followed, head: number): Promise<void> {
  if (house.asOf >= head) return
  if (house.asOf < 0) await readAll(db, houseId, house.copy)
  // What is committed while this reads may come along early; it comes again with its own number, which does no harm.
  else
    await readInto(
      house.copy,
      sql<Chunk>`${columns} where house_id = ${houseId} and change_seq > ${house.asOf}::bigint`.execute(db),
    )
  house.asOf = head
}

async function readAll(db: Asker, houseId: string, copy: CatalogueCopy): Promise<void> {
  const { rows } = await sql<{ next: number }>`select next from search_ord where house_id = ${houseId}`.execute(db)
  const end = rows[0]?.next ?? 0
  const chunk = (from: number) =>
    sql<Chunk>`${columns} where house_id = ${houseId} and ord >= ${from} and ord < ${from + CHUNK}`.execute(db)
  // The database prepares the next part while this one is taken apart.
  if (end === 0) return
  let next = chunk(0)
  for (let from = 0; from < end; from += CHUNK) {
    const current = next
    if (from + CHUNK < end) {
      next = chunk(from + CHUNK)
      next.catch(() => {}) // heard when it is awaited, unless the one before it fails first
    }
    await readInto(copy, current)
  }
}

interface Chunk {
  ids: string | null
  ords: string | null
  statuses: string | null
  facets: string | null
}

// Four long texts instead of rows: a driver's work for each row and column would take most of the time.
const columns = sql`
  select '[' || string_agg(to_json(title_id)::text, ',') || ']' as ids, string_agg(ord::text, ',') as ords, string_agg(status, ',') as statuses, '[' || string_agg(facets, ',') || ']' as facets
  from search_title`

async function readInto(copy: CatalogueCopy, reading: Promise<{ rows: Chunk[] }>): Promise<void> {
  const row = (await reading).rows[0]
  if (!row?.ids || !row.ords || !row.statuses || !row.facets) return
  const ords = row.ords.split(',')
  const ids = JSON.parse(row.ids) as string[]
  const statuses = row.statuses.split(',')
  const facets = JSON.parse(row.facets) as TitleFacets[]
  facets.forEach((one, n) => copy.put({ ord: Number(ords[n]), id: ids[n]!, status: statuses[n] ?? 'gone', facets: one }))
}
