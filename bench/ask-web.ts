/**
 * The phone question at the desk of a house of 10,000 titles and their book, as somebody at a browser has it: from the last key
 * to the answer on the screen, in Chromium, with the wait for more keys that is part of it. `node bench/ask-web.ts`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cardOf } from '@vitrine/house/cards/card'
import { openPostgres } from '@vitrine/store/database/open-postgres'
import { migrate } from '@vitrine/store/migrate/migrate'
import { storeForTest } from '@vitrine/store/search/store-for-test'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { sql } from 'kysely'
import { chromium as playwright, type Page } from 'playwright-core'
import { memberCookie, startServer } from './_server.ts'
import { putBook } from './_stored-book.ts'
import { generator } from './_titles.ts'
import { browserProgram } from '../apps/web/test/browser.ts'

const TITLES = Number(process.env['BENCH_TITLES'] ?? 10_000)
const HOUSE = 'house'
const AT_ONCE = 1_000
const LINES = [
  'SVOD, Poland + Baltics, from Jan 2027, 3 years, excl.',
  'free TV, France, from 2027-03-01, 2 years, excl., 52',
  'all TV, Germany Austria Switzerland, from Feb 2027, 5 years',
  'VOD, World excl. US, from Jan 2028, 1 year, non-exclusive',
  'pay TV, Italy, from Sept 2027, 18 months, excl., water',
  'AVOD, UK & Ireland, from Jan 2027, 2 years',
  'educational, US, from Jan 2027, 7 years',
  'catch-up, Nordics, from June 2027, 1 year, excl.',
]

export async function bench() {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
  const url = await newPostgresDatabase()
  await fillHouse(url)
  const { address, stop } = await startServer(url, folder)
  const browser = await playwright.launch({
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    executablePath: browserProgram(),
  })
  try {
    const cookie = await memberCookie(url, folder, address, 'sales')
    const asks = LINES.map((line) => `${address}/en/desk/rights?q=${encodeURIComponent(line)}`)
    await timesOf(asks, cookie, asks.length)
    const pages = await timesOf(asks, cookie, 10 * asks.length)
    const answers = await timesOf(
      asks.map((ask) => ask.replace('/rights?', '/rights/ask.json?')),
      cookie,
      10 * asks.length,
    )

    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const [name, ...value] = cookie.split('=')
    await context.addCookies([{ name: name!, value: value.join('='), url: address }])
    const page = await context.newPage()
    await page.goto(`${address}/en/desk/rights`)
    await page.locator('html[data-desk=ready]').waitFor({ state: 'attached' })
    const typed: number[] = []
    for (let round = 0; round < 5; round++)
      for (const line of LINES) typed.push(await typedTime(page, `${line} ${' '.repeat(round)}`))
    const row = (what: string, times: number[], part: number) => {
      const value = times.toSorted((a, b) => a - b)[Math.floor(times.length * part)]!
      return {
        name: `asking at ${TITLES.toLocaleString('en')} titles: ${what}`,
        value,
        unit: 'ms',
        target: '≤ 100',
        ok: value <= 100,
      }
    }
    return [
      row('the page, from the server, p50', pages, 0.5),
      row('the page, from the server, p95', pages, 0.95),
      row('the answer alone, from the server, p50', answers, 0.5),
      row('last key to answer on the screen, p50', typed, 0.5),
      row('last key to answer on the screen, p95', typed, 0.95),
    ]
  } finally {
    await browser.close()
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function fillHouse(url: string): Promise<void> {
  const database = await openPostgres(url, { connections: 2 })
  await migrate(database)
  const { sheet } = generator()
  const at = '2026-01-01T00:00:00.000Z'
  for (let first = 0; first < TITLES; first += AT_ONCE) {
    const titles = Array.from({ length: Math.min(AT_ONCE, TITLES - first) }, (_, n) => ({
      id: `t${first + n}`,
      status: 'published' as const,
      sheet: sheet(first + n),
      updatedAt: at,
      publishedAt: at,
    }))
    await storeForTest(database, HOUSE, titles)
    const cards = JSON.stringify(titles.map(({ id, sheet: own }) => ({ id, card: cardOf(own) })))
    await sql`update title t set card = one.card from jsonb_to_recordset(${cards}::text::jsonb) as one(id text, card jsonb) where t.house_id = ${HOUSE} and t.id = one.id`.execute(database.db) // prettier-ignore
    console.log(`stored ${first + titles.length} titles`)
  }
  const { rows } = await sql<{ first: number }>`select min(ord) as first from search_title where house_id = ${HOUSE}`.execute(database.db) // prettier-ignore
  for (let first = 0; first < TITLES; first += AT_ONCE) await putBook(database.db, HOUSE, rows[0]!.first + first, Math.min(AT_ONCE, TITLES - first)) // prettier-ignore
  await sql`vacuum analyze`.execute(database.db)
  await database.close()
}

async function timesOf(urls: readonly string[], cookie: string, rounds: number): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    const answer = await fetch(urls[round % urls.length]!, { headers: { cookie, 'accept-encoding': 'br, gzip' } })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${answer.status} for ${answer.url}`)
    times.push(performance.now() - began)
  }
  return times
}

/** Milliseconds from the input of a line to the frame that shows its answer. In words of the browser, which this folder's types do not know. */
const typedTime = (page: Page, line: string): Promise<number> =>
  page.evaluate<number>(`(async () => {
    const field = document.querySelector('[data-search]')
    const began = performance.now()
    const shown = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect()
        requestAnimationFrame(() => setTimeout(resolve))
      })
      observer.observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true })
    })
    field.value = ${JSON.stringify(line)}
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await shown
    return performance.now() - began
  })()`)

if (import.meta.main)
  for (const { name, value, unit, target, ok } of await bench())
    console.log(`${name.padEnd(75)} ${value.toFixed(1).padStart(8)} ${unit} (target ${target}) ${ok ? 'ok' : 'MISSED'}`)
