/** How long an import of 10,000 sheets takes, from bytes to found by search, and whether memory stays flat. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
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

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
/** MB that are held after everything that may go has gone: what the process takes besides comes and goes as V8 pleases. */
function held(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}

const SECONDS: Record<Kind, number> = { pglite: 60, postgres: 30 }

/** Imports `sheets` generated sheets on each database. */
export async function bench(
  options: { sheets?: number; kinds?: readonly Kind[]; onProgress?: (text: string) => void } = {},
): Promise<Measured[]> {
  const sheets = options.sheets ?? 10_000
  const measured: Measured[] = []
  for (const kind of options.kinds ?? (['postgres', 'pglite'] as const)) {
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
    const database = await openDatabase(
      kind === 'pglite' ? { folder: join(folder, 'house') } : { url: await newPostgresDatabase() },
    )
    await migrate(database)
    const house = createHouse({ database, files: await openFiles(join(folder, 'files')) })
    try {
      const thirds: number[] = []
      let most = 0
      const began = performance.now()
      const report = await house.importSheets(SYSTEM, {
        files: generated(sheets),
        total: sheets,
        onProgress: ({ done, perSecond }) => {
          most = Math.max(most, process.memoryUsage.rss() / 1e6)
          if (done >= ((thirds.length + 1) * sheets) / 3) thirds.push(held())
          options.onProgress?.(`${kind}: ${done} of ${sheets}, ${perSecond.toFixed(0)} a second`)
        },
      })
      const seconds = (performance.now() - began) / 1000
      if (report.created + report.needsAnEye !== sheets)
        throw new Error(`${kind}: ${report.created} of ${sheets} sheets became titles`)
      // In the first third the program warms up and PGlite fills its buffers (open-pglite.ts): from there on it must not grow with the
      // number of sheets.
      const grown = thirds.at(-1)! - thirds[0]!
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
          name: `memory held after the last third over that after the first, ${kind}`,
          value: round(grown),
          unit: 'MB',
          target: 'flat: ≤ 20 MB',
          ok: grown <= 20,
        },
        { name: `most that the process took, ${kind}`, value: round(most), unit: 'MB', target: '', ok: true },
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
