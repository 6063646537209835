/**
 * A file of 10,000 films handed in to a house of 10,000 titles, half of which it is about. Run it:
 * `npm run bench -- --only intake`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SCHEMA_ORG } from '@vitrine/exchange/schema-org/schema-org'
import { createHouse, openFiles, SYSTEM } from '@vitrine/house'
import { openDatabase } from '@vitrine/store/database/open-database'
import { migrate } from '@vitrine/store/migrate/migrate'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { generator } from './_titles.ts'

const FILMS = Number(process.env['BENCH_FILMS'] ?? 10_000)

export async function bench() {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
  const database = await openDatabase({ url: await newPostgresDatabase() })
  await migrate(database)
  const house = createHouse({ database, files: await openFiles(join(folder, 'files')) })
  try {
    const titles = generator()
    const sheets = Array.from({ length: FILMS + FILMS / 2 }, (_, n) => ({ ...titles.sheet(n), pictures: [] }))
    const fileOf = async (from: number) => {
      const films = sheets.slice(from, from + FILMS).map((sheet, n) => ({ id: `f${from + n}`, sheet, url: null, pictures: new Map(), changedAt: '2026-11-26T00:00:00Z' })) // prettier-ignore
      const sender = { name: 'Another house', url: null, email: null, country: null }
      return (await SCHEMA_ORG.write!(films, { locale: 'en', sender, today: '2026-11-26' })).bytes
    }
    const first = await house.receiveFile(SYSTEM, { bytes: await fileOf(0), fileName: 'first.jsonld' })
    await house.takeIntake(SYSTEM, { id: first.id })

    const bytes = await fileOf(FILMS / 2)
    const seconds = async (work: () => Promise<unknown>) => {
      const began = performance.now()
      await work()
      return (performance.now() - began) / 1000
    }
    let id = ''
    const receive = await seconds(async () => {
      id = (await house.receiveFile(SYSTEM, { bytes, fileName: 'second.jsonld' })).id
    })
    const { counts } = await house.openIntake(SYSTEM, { id })
    const pages: number[] = []
    for (let n = 0; n < 40; n++)
      pages.push(1000 * (await seconds(() => house.openIntake(SYSTEM, { id, standing: n % 2 === 0 ? null : 'new' }))))
    const take = await seconds(() => house.takeIntake(SYSTEM, { id }))
    const undo = await seconds(() => house.undoIntake(SYSTEM, { id }))
    const twins = await seconds(() => house.findTwins(SYSTEM, {}))
    const row = (name: string, value: number, unit = 's') => ({ name: `intake of ${FILMS.toLocaleString('en')} films: ${name}`, value, unit, target: '', ok: null }) // prettier-ignore
    const p95 = pages.slice(10).sort((a, b) => a - b)[28]!
    return [
      row('new among them', counts.new, ''),
      row('handed in, read and compared', receive),
      { ...row('a page of it at the desk, p95', p95, 'ms'), target: '≤ 150', ok: p95 <= 150 },
      row('taken', take),
      row('taken back', undo),
      row('twins of the catalogue', twins),
    ]
  } finally {
    await house.close()
    await rm(folder, { recursive: true, force: true })
  }
}
