/**
 * What suits whom at 10,000 titles, 400,000 lines of rights and 1,000 companies: films for a buyer, buyers for a film. Run it:
 * `npm run bench -- --only match`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHouse, openFiles, SYSTEM } from '@vitrine/house'
import { cardOf } from '@vitrine/house/cards/card'
import { openDatabase } from '@vitrine/store/database/open-database'
import { migrate } from '@vitrine/store/migrate/migrate'
import { storeForTest } from '@vitrine/store/search/store-for-test'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { sql } from 'kysely'
import { putBook } from './_stored-book.ts'
import { generator } from './_titles.ts'

const TITLES = Number(process.env['BENCH_TITLES'] ?? 10_000)
const COMPANIES = 1_000
const TERRITORIES = ['Poland', 'DACH', 'Nordics', 'Benelux', 'Japan', 'Latin America', 'France', 'World excl. US']
const MEDIA = ['free-tv', 'svod', 'tv', 'avod, fast']
const SLOTS = ["52' history", "90' feature", "26' science", '45-55 min society']

export async function bench() {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
  const database = await openDatabase({ url: await newPostgresDatabase() })
  await migrate(database)
  const house = createHouse({ database, files: await openFiles(join(folder, 'files')) })
  try {
    const titles = generator()
    for (let from = 0; from < TITLES; from += 500) {
      const at = new Date(Date.UTC(2020, 0, 1) + from * 60_000).toISOString()
      const batch = Array.from({ length: Math.min(500, TITLES - from) }, (_, n) => ({ id: `t${from + n}`, status: 'published' as const, sheet: titles.sheet(from + n), updatedAt: at, publishedAt: at })) // prettier-ignore
      await storeForTest(database, house.id, batch)
      const cards = JSON.stringify(batch.map(({ id, sheet }) => ({ id, card: cardOf(sheet) })))
      await sql`update title t set card = one.card from jsonb_to_recordset(${cards}::text::jsonb) as one(id text, card jsonb) where t.house_id = ${house.id} and t.id = one.id`.execute(database.db) // prettier-ignore
      await putBook(database.db, house.id, from, batch.length)
    }
    const companies: string[] = []
    for (let n = 0; n < COMPANIES; n++)
      companies.push((await house.addCompany(SYSTEM, { company: { name: `Channel ${n}`, territory: TERRITORIES[n % TERRITORIES.length]!, media: MEDIA[n % MEDIA.length]!, languages: 'en', slots: [SLOTS[n % SLOTS.length]!] } })).id) // prettier-ignore
    const found = await house.matchTitles(SYSTEM, { companyId: companies[0]!, locale: 'en' })
    const row = (name: string, value: number) => ({ name: `match: ${name}, ${TITLES.toLocaleString('en')} titles, p95`, value, unit: 'ms', target: 200, ok: value <= 200 }) // prettier-ignore
    return [
      { name: 'match: films suggested to the first buyer', value: found.rows.length, unit: '', target: '', ok: null },
      row('films for a buyer', await p95((n) => house.matchTitles(SYSTEM, { companyId: companies[n]!, locale: 'en' }))),
      row('buyers for a film', await p95((n) => house.matchBuyers(SYSTEM, { titleId: `t${n * 7}`, locale: 'en' }))),
    ]
  } finally {
    await house.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function p95(work: (n: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 50; n++) {
    const began = performance.now()
    await work(n)
    if (n >= 10) times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!
}
