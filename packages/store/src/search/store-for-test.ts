/** Writes titles as a house does, as far as finding them needs: for tests and the benchmark. */
import type { TitleSheet, TitleStatus } from '@vitrine/catalogue'
import { slugOf } from '@vitrine/catalogue/model/slug'
import { sql } from 'kysely'
import { lockHouse } from '../audit/lock-house.ts'
import type { Asker } from '../asker.ts'
import type { Database } from '../database/database.ts'
import { replaceNames } from '../names/replace-names.ts'
import { putTitles } from '../titles/put-titles.ts'
import { indexTitles, unindexTitle } from './index-titles.ts'
import { namesOfSheet } from './names-of-sheet.ts'

export interface TestTitle {
  id: string
  status: TitleStatus
  sheet: TitleSheet
  updatedAt: string
  publishedAt: string | null
}

export async function storeForTest(database: Database, houseId: string, titles: TestTitle[]): Promise<void> {
  await write(database, houseId, async (trx, change) => {
    await putTitles(
      trx,
      houseId,
      titles.map((one) => ({
        ...one,
        slug: `${slugOf(one.sheet.title) || 'film'}-${one.id}`,
        revision: change,
        card: {},
        eidr: null,
        isan: null,
        sameFilm: one.id,
        editedByHand: false,
        createdAt: one.updatedAt,
        byId: null,
        byName: 'test',
        verb: 'createTitle',
        note: null,
        changedFields: [],
      })),
      change,
    )
    const names = titles.flatMap((one) => {
      const seen = new Map(namesOfSheet(one.sheet).map((name) => [`${name.kind} ${name.slug}`, name]))
      return [...seen.values()].map(({ kind, slug, name }, position) => ({
        titleId: one.id,
        kind,
        slug,
        name,
        roles: [],
        position,
        published: one.status === 'published',
      }))
    })
    await replaceNames(
      trx,
      houseId,
      titles.map((one) => one.id),
      names,
    )
    await indexTitles(trx, houseId, titles, change)
  })
}

export async function unindexForTest(database: Database, houseId: string, titleId: string): Promise<void> {
  await write(database, houseId, (trx, change) => unindexTitle(trx, houseId, titleId, change))
}

async function write(database: Database, houseId: string, work: (trx: Asker, change: number) => Promise<void>): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    await sql`insert into house (house_id) values (${houseId}) on conflict do nothing`.execute(trx)
    const change = ((await lockHouse(trx, houseId))?.changeSeq ?? 0) + 1
    await work(trx, change)
    await sql`update house set change_seq = ${change}::bigint where house_id = ${houseId}`.execute(trx)
  })
}
