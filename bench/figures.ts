/**
 * The board and the list of deals and the pages of what follows from a sale, at the size of a large house: 10,000 titles, 5,000 companies, 20,000 deals of which
 * 12,000 are signed, their lines, instalments, deliverables and invoices, and 20,000 requests. Verbs and whole pages. `node bench/figures.ts`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { bareTitles, DEALS, fillDeals } from './_large-house.ts'
import { memberCookie, startServer } from './_server.ts'

const ROUNDS = 40

const PAGES = [
  ['the board of deals', '/en/desk/deals'],
  ['the board of one agent', '/en/desk/deals?owner=u7'],
  ['the board of deals, by two words', '/en/desk/deals?q=company 77'],
  ['the board by film', '/en/desk/deals?film=film 77'],
  ['the board by territory', '/en/desk/deals?territory=DACH'],
  ['the board by a territory that few have', '/en/desk/deals?territory=Taiwan'],
  ['the board by period', '/en/desk/deals?from=2026-01-01&to=2026-12-31'],
  [
    'the board by agent, film, territory and period',
    '/en/desk/deals?owner=u7&film=film 7&territory=Europe&from=2025-01-01&to=2027-12-31',
  ],
  ['the list of deals', '/en/desk/deals?view=list'],
  ['the list of deals, by two words', '/en/desk/deals?view=list&q=company 77'],
  ['the list of lost deals', '/en/desk/deals?view=list&state=lost'],
  ['requests that wait', '/en/desk/requests'],
  ['requests that wait, by two words', '/en/desk/requests?q=company 77'],
  ['all requests, by a word that many have', '/en/desk/requests?state=all&q=slot'],
  ['all requests, by a word that nobody has', '/en/desk/requests?state=all&q=xylophone'],
  ['figures of a year', '/en/desk/figures?from=2026-01-01&to=2026-12-31'],
  ['figures of five years', '/en/desk/figures?from=2022-01-01&to=2026-12-31&by=quarter'],
  ['invoices', '/en/desk/invoices'],
  ['invoices found by a word', '/en/desk/invoices?q=company 77'],
  ['what is to be delivered', '/en/desk/deliverables'],
  ['one deal’s deliverables', '/en/desk/deals/d1/deliverables'],
  ['one deal’s money', '/en/desk/deals/d1/money'],
  ['what is coming, with deals', '/en/desk/rights/watch?months=3'],
] as const

export async function bench() {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
  const url = await newPostgresDatabase()
  await fillDeals(url, bareTitles)
  const { address, stop } = await startServer(url, folder)
  try {
    const cookie = await memberCookie(url, folder, address, 'owner')
    const rows = []
    for (const [name, path] of PAGES) {
      const times: number[] = []
      for (let round = 0; round < ROUNDS + 5; round++) {
        const began = performance.now()
        const answer = await fetch(address + path, { headers: { cookie, 'accept-encoding': 'br, gzip' } })
        const page = await answer.text()
        if (answer.status !== 200) throw new Error(`${answer.status} for ${path}: ${page.slice(0, 200)}`)
        if (round >= 5) times.push(performance.now() - began)
      }
      const value = times.toSorted((a, b) => a - b)[Math.floor(ROUNDS * 0.95)]!
      rows.push({ name: `at ${DEALS.toLocaleString('en')} deals: ${name}, p95`, value, unit: 'ms', target: '≤ 150', ok: value <= 150 }) // prettier-ignore
    }
    return rows
  } finally {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

if (import.meta.main)
  for (const { name, value, unit, target, ok } of await bench())
    console.log(`${name.padEnd(60)} ${value.toFixed(1).padStart(8)} ${unit} (target ${target}) ${ok ? 'ok' : 'MISSED'}`)
