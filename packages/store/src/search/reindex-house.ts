import type { TitleSheet, TitleStatus } from '@vitrine/catalogue'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { instant, instantOrNull } from '../asker.ts'
import { lockHouse } from '../audit/lock-house.ts'
import { indexTitles } from './index-titles.ts'

const BATCH = 250

/**
 * Makes the search index anew from the sheets: after an update that changed how words are made. The site goes on meanwhile.
 * Each batch is a transaction that counts as a change of the house, so that copies follow. Returns the number of titles.
 */
export async function reindexHouse(
  // oxlint-disable-next-line typescript/no-explicit-any -- any database type: queries are SQL
  db: Kysely<any>,
  houseId: string,
  options: { onProgress?: (done: number) => void } = {},
): Promise<number> {
  let done = 0
  let last = ''
  for (;;) {
    const count = await db.transaction().execute(async (trx) => {
      const head = await lockHouse(trx, houseId)
      if (!head) return 0
      const { rows } = await sql<{
        id: string
        status: TitleStatus
        sheet: TitleSheet
        updated_at: unknown
        published_at: unknown
      }>`
        select id, status, sheet, updated_at, published_at from title where house_id = ${houseId} and id > ${last} order by id limit ${BATCH}`.execute(
        trx,
      )
      if (rows.length === 0) return 0
      const titles = rows.map((row) => ({
        id: row.id,
        status: row.status,
        sheet: row.sheet,
        updatedAt: instant(row.updated_at),
        publishedAt: instantOrNull(row.published_at),
      }))
      await sql`update house set change_seq = ${head.changeSeq + 1}::bigint where house_id = ${houseId}`.execute(trx)
      await indexTitles(trx, houseId, titles, head.changeSeq + 1)
      last = rows.at(-1)!.id
      return rows.length
    })
    if (count === 0) return done
    done += count
    options.onProgress?.(done)
  }
}
