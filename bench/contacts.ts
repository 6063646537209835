/** Companies and people at 1,000 companies and 5,000 people: lists, searches, one company, duplicates. Run it: `node bench/contacts.ts`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHouse, openFiles, SYSTEM, type House } from '@vitrine/house'
import { openDatabase } from '@vitrine/store/database/open-database'
import { migrate } from '@vitrine/store/migrate/migrate'
import { type Kind, newPostgresDatabase } from '@vitrine/store/testing/databases'

interface Measured {
  name: string
  value: number
  unit: string
  target: string
  ok: boolean
}

const COMPANIES = 1_000
const PEOPLE = 5
const PAGE = 150
const SYLLABLES = ['kan', 'ost', 'riv', 'dok', 'fjo', 'rum', 'tel', 'vis', 'lor', 'mar', 'bel', 'nor', 'sud', 'pal', 'gra', 'zen']
const COUNTRIES = ['Germany', 'France', 'Poland', 'Japan', 'Mexico', 'Norway', 'Italy', 'Canada']
const word = (n: number) => [n, n >> 4, n >> 8].map((part) => SYLLABLES[part & 15]).join('')

/** A list as houses have them, brought in as they would. */
const list = (): Uint8Array =>
  new TextEncoder().encode(
    `Company,Country,Kind,Name,E-mail,Slots\n${Array.from({ length: COMPANIES * PEOPLE }, (_, n) => {
      const company = Math.floor(n / PEOPLE)
      return `${word(company * 7)} ${word(company)},${COUNTRIES[company % 8]},Broadcaster,${word(n * 3)} ${word(n * 11 + 5)},p${n}@c${company}.example,52' history`
    }).join('\n')}`,
  )

async function p95(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 25; n++) {
    const began = performance.now()
    await work()
    if (n >= 5) times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!
}

export async function bench(options: { kinds?: readonly Kind[] } = {}): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const kind of options.kinds ?? (['pglite', 'postgres'] as const)) {
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
    const database = await openDatabase(
      kind === 'pglite' ? { folder: join(folder, 'house') } : { url: await newPostgresDatabase() },
    )
    await migrate(database)
    const house = createHouse({ database, files: await openFiles(join(folder, 'files')) })
    try {
      const { mapping } = await house.previewContacts(SYSTEM, { bytes: list(), locale: 'en' })
      const began = performance.now()
      await house.importContacts(SYSTEM, { bytes: list(), mapping, acceptDoubtful: true, locale: 'en' })
      const row = (name: string, value: number, target: number): void => void measured.push({ name: `contacts, ${name}, ${kind}`, value: Math.round(value * 10) / 10, unit: 'ms', target: `≤ ${target} ms`, ok: value <= target }) // prettier-ignore
      row(`import of ${COMPANIES * PEOPLE} lines`, performance.now() - began, 15_000)
      for (const [name, work] of WORK) row(`${name}, p95`, await p95(await work(house)), PAGE)
      row('duplicates of all, p95', await p95(() => house.findDuplicates(SYSTEM)), PAGE)
    } finally {
      await house.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
  return measured
}

const WORK: readonly [string, (house: House) => Promise<() => Promise<unknown>>][] = [
  ['first page of companies', async (house) => () => house.listCompanies(SYSTEM, {})],
  ['companies by two words', async (house) => () => house.listCompanies(SYSTEM, { text: 'kan polo' })],
  ['companies by a person’s address', async (house) => () => house.listCompanies(SYSTEM, { text: 'p4321@c' })],
  ['people by name and country', async (house) => () => house.listContacts(SYSTEM, { text: 'riv japan' })],
  ['people by a word that nobody has', async (house) => () => house.listContacts(SYSTEM, { text: 'xylophone' })],
  [
    'a company’s page',
    async (house) => {
      const { items } = await house.listCompanies(SYSTEM, { limit: 1 })
      return () => house.openCompany(SYSTEM, { id: items[0]!.id })
    },
  ],
]

if (import.meta.main)
  for (const { name, value, unit, target, ok } of await bench())
    console.log(`${name.padEnd(70)} ${String(value).padStart(8)} ${unit} (${target}) ${ok ? 'ok' : 'MISSED'}`)
