/** How long an import of 10,000 sheets takes, from bytes to found by search, and whether memory stays flat. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHouse, openFiles, SYSTEM } from '@vitrine/house'
import { type Kind, newPostgresDatabase } from '@vitrine/store/testing/databases'
import { openDatabase } from '@vitrine/store/database/open-database'
import { migrate } from '@vitrine/store/migrate/migrate'
import { generatedSheet } from './_generated-sheets.ts'

export interface Measured {
  name: string
  value: number
  unit: string
  target: string
  ok: boolean
}

const SECONDS: Record<Kind, number> = { pglite: 60, postgres: 30 }

/** Imports `sheets` generated sheets on each database. */
export async function bench(
  options: { sheets?: number; kinds?: readonly Kind[]; onProgress?: (text: string) => void } = {},
): Promise<Measured[]> {
  const sheets = options.sheets ?? 10_000
  const measured: Measured[] = []
  for (const kind of options.kinds ?? (['pglite', 'postgres'] as const)) {
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
    const database = await openDatabase(
      kind === 'pglite' ? { folder: join(folder, 'house') } : { url: await newPostgresDatabase() },
    )
    await migrate(database)
    const house = createHouse({ database, files: await openFiles(join(folder, 'files')) })
    try {
      const rss: number[] = []
      const began = performance.now()
      const report = await house.importSheets(SYSTEM, {
        files: generated(sheets),
        total: sheets,
        onProgress: ({ done, perSecond }) => {
          rss.push(process.memoryUsage.rss() / 1e6)
          options.onProgress?.(`${kind}: ${done} of ${sheets}, ${perSecond.toFixed(0)} a second`)
        },
      })
      const seconds = (performance.now() - began) / 1000
      if (report.created + report.needsAnEye !== sheets)
        throw new Error(`${kind}: ${report.created} of ${sheets} sheets became titles`)
      // In the first third the program warms up and PGlite fills its buffers (open-pglite.ts): from there on it must not grow with the
      // number of sheets.
      const third = Math.ceil(rss.length / 3)
      const middle = Math.max(...rss.slice(third, 2 * third))
      const late = Math.max(...rss.slice(2 * third))
      const limit = (SECONDS[kind] * sheets) / 10_000
      measured.push(
        {
          name: `import of ${sheets} sheets, ${kind}`,
          value: round(seconds),
          unit: 's',
          target: `≤ ${limit} s`,
          ok: seconds <= limit,
        },
        {
          name: `most memory of the last third over that of the middle third, ${kind}`,
          value: round(late - middle),
          unit: 'MB',
          target: 'flat: ≤ 50 MB',
          ok: late - middle <= 50,
        },
      )
    } finally {
      await house.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
  return measured
}

async function* generated(sheets: number): AsyncGenerator<{ path: string; bytes: Uint8Array }> {
  const encoder = new TextEncoder()
  for (let n = 0; n < sheets; n++) yield { path: `sheets/${n}.txt`, bytes: encoder.encode(generatedSheet(n)) }
}

const round = (value: number): number => Math.round(value * 10) / 10
