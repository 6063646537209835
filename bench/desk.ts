/**
 * The pages of the desk at all the sizes of a large house at once: 10,000 whole titles with their rights, 5,000 companies and 5,000 people, 20,000 deals with
 * what follows from them. Whole pages through the server, p50 and p95 of each. `npm run bench -- --only desk`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHouse, openFiles, SYSTEM } from '@vitrine/house'
import { cardOf } from '@vitrine/house/cards/card'
import type { Database } from '@vitrine/store/database/database'
import { openDatabase } from '@vitrine/store/database/open-database'
import { storeForTest } from '@vitrine/store/search/store-for-test'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { sql } from 'kysely'
import { fillDeals, HOUSE, TITLES } from './_large-house.ts'
import { memberCookie, startServer } from './_server.ts'
import { putBook } from './_stored-book.ts'
import { generator } from './_titles.ts'

const PEOPLE = 5_000
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 40)
const LIMIT = 150
/** `BENCH_PAGES='match|rights'`: only the pages whose address says so. */
const ONLY = new RegExp(process.env['BENCH_PAGES'] ?? '')

const PAGES = [
  ['titles', ''],
  ['titles, by two words', '?q=salt road'],
  ['one title', '/titles/t77'],
  ['rights', '/rights'],
  ['rights, a question', '/rights?t=DACH&m=free-tv&from=2027-01-01&to=2029-12-31'],
  ['what is coming', '/rights/watch?months=3'],
  ['requests', '/requests'],
  ['requests, by two words', '/requests?q=company 77'],
  ['the board of deals', '/deals'],
  ['the board, by two words', '/deals?q=company 77'],
  ['the board, by agent', '/deals?owner=u7'],
  ['the board, by film', '/deals?film=salt'],
  ['the board, by territory', '/deals?territory=DACH'],
  ['the board, by period', '/deals?from=2026-01-01&to=2026-12-31'],
  ['the board, by all of them', '/deals?owner=u7&film=salt&territory=Europe&from=2025-01-01&to=2027-12-31'],
  ['the list of deals', '/deals?view=list'],
  ['one deal', '/deals/d77'],
  ['its offers', '/deals/d77/offers'],
  ['its deliverables', '/deals/d77/deliverables'],
  ['its money', '/deals/d77/money'],
  ['companies', '/contacts'],
  ['companies, by two words', '/contacts?q=company 77'],
  ['one company', '/contacts/companies/c77'],
  ['people', '/contacts/people'],
  ['one person', '/contacts/people/p77'],
  ['duplicates', '/contacts/duplicates'],
  ['my day', '/contacts/day'],
  ['markets', '/markets'],
  ['screeners', '/screenings'],
  ['films for a buyer', '/match?company=c77'],
  ['buyers for a film', '/match?title=t77'],
  ['what is to be delivered', '/deliverables'],
  ['invoices', '/invoices'],
  ['figures of a year', '/figures?from=2026-01-01&to=2026-12-31'],
  ['collections', '/collections'],
  ['intake', '/intake'],
  ['exports', '/exports'],
  ['clauses', '/clauses'],
  ['letters', '/mail'],
  ['the trail', '/audit'],
  ['people of the house', '/people'],
  ['the house', '/settings'],
] as const

export async function bench() {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
  const url = await newPostgresDatabase()
  await fillDeals(url, wholeTitles)
  await fillPeople(url, folder)
  const { address, stop } = await startServer(url, folder)
  try {
    const cookie = await memberCookie(url, folder, address, 'owner')
    const rows: { name: string; value: number; unit: string; target: string; ok: boolean | null }[] = []
    rows.push({ name: 'desk: what the machine had to do besides, one minute’s load', value: loadavg()[0]!, unit: '', target: '', ok: null }) // prettier-ignore
    for (const [name, path] of PAGES.filter(([, path]) => ONLY.test(path))) {
      const times: number[] = []
      for (let round = 0; round < ROUNDS + 5; round++) {
        const began = performance.now()
        const answer = await fetch(`${address}/en/desk${path}`, { headers: { cookie, 'accept-encoding': 'br, gzip' } })
        const page = await answer.text()
        if (answer.status !== 200) throw new Error(`${answer.status} for ${path}: ${page.slice(0, 200)}`)
        if (round >= 5) times.push(performance.now() - began)
      }
      times.sort((a, b) => a - b)
      const at = (share: number) => times[Math.min(ROUNDS - 1, Math.floor(ROUNDS * share))]!
      console.log(`${name}: ${times[0]!.toFixed(0)} / ${at(0.5).toFixed(0)} / ${at(0.95).toFixed(0)}`)
      for (const [word, share] of [['p50', 0.5], ['p95', 0.95]] as const) rows.push({ name: `desk: ${name}, ${word}`, value: at(share), unit: 'ms', target: `≤ ${LIMIT}`, ok: at(share) <= LIMIT }) // prettier-ignore
    }
    return rows
  } finally {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Titles as houses write them, found by search, with forty lines of rights each. */
async function wholeTitles(database: Database): Promise<void> {
  const titles = generator()
  for (let from = 0; from < TITLES; from += 500) {
    const at = new Date(Date.UTC(2020, 0, 1) + from * 60_000).toISOString()
    const batch = Array.from({ length: 500 }, (_, n) => ({ id: `t${from + n + 1}`, status: 'published' as const, sheet: titles.sheet(from + n), updatedAt: at, publishedAt: at })) // prettier-ignore
    await storeForTest(database, HOUSE, batch)
    const cards = JSON.stringify(batch.map(({ id, sheet }) => ({ id, card: cardOf(sheet) })))
    await sql`update title t set card = one.card from jsonb_to_recordset(${cards}::text::jsonb) as one(id text, card jsonb) where t.house_id = ${HOUSE} and t.id = one.id`.execute(database.db) // prettier-ignore
    await putBook(database.db, HOUSE, from, batch.length)
  }
}

/** People of the companies that are there, and what companies say that they look for. */
async function fillPeople(url: string, folder: string): Promise<void> {
  const database = await openDatabase({ url })
  const house = createHouse({ database, files: await openFiles(join(folder, 'files')) })
  const profiles = []
  for (const [territory, media, slot] of [['Poland', 'free-tv', "52' history"], ['DACH', 'svod', "90' feature"], ['Nordics', 'tv', "26' science"], ['Latin America', 'avod, fast', '45-55 min society']] as const) // prettier-ignore
    profiles.push((await house.addCompany(SYSTEM, { company: { name: `The first of ${territory}`, territory, media, languages: 'en', slots: [slot] } })).id) // prettier-ignore
  const person = await house.addContact(SYSTEM, { contact: { name: 'Ana Nowak', companyId: profiles[0]!, email: 'ana@first.example' } }) // prettier-ignore
  const { db } = database
  await sql`update company c set profile = one.profile, kinds = one.kinds, sort_name = c.search from company one
    where c.house_id = ${house.id} and one.house_id = c.house_id and c.search like 'company %' and one.id = (${JSON.stringify(profiles)}::text::jsonb) ->> (length(c.id) % 4)`.execute(db) // prettier-ignore
  await sql`insert into contact (house_id, id, company_id, name, email, locale, detail, created_at, updated_at, updated_by, search, sort_name)
    select house_id, 'p' || n, 'c' || (n % 5000 + 1), 'Person ' || chr(97 + n % 26) || chr(97 + n / 26 % 26) || ' ' || n, 'person' || n || '@c' || (n % 5000 + 1) || '.example', locale, detail, created_at, updated_at, updated_by,
      'person ' || n || ' person' || n || '@c' || (n % 5000 + 1) || '.example', 'person ' || n
    from contact, generate_series(1, ${PEOPLE}::integer) n where house_id = ${house.id} and id = ${person.id}`.execute(db)
  await sql`vacuum analyze`.execute(db)
  await house.close()
}

if (import.meta.main)
  for (const { name, value, unit, target, ok } of await bench())
    console.log(`${name.padEnd(60)} ${value.toFixed(1).padStart(8)} ${unit} (target ${target}) ${ok === false ? 'MISSED' : 'ok'}`)
