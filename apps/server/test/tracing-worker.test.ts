/** The same workers trace copies: how far they are can be seen, and cancelling, stopping and failing end the work, whatever it is at. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { createHouse, openFiles, openFilms, SYSTEM } from '@vitrine/house'
import { newId } from '@vitrine/house/ids'
import { aTraceableReel, aTraceableViewing } from '@vitrine/house/testing/trace-for-tests'
import { eachDatabase } from '@vitrine/store/testing/databases'
import { sql } from 'kysely'
import { createLog } from '../src/log.ts'
import { type Packaging, PackagingFailure } from '../src/packaging/packaging.ts'
import { startWorker, workOnce, type WorkerParts } from '../src/packaging/worker.ts'
import { until } from './faults/process.ts'

const never = new AbortController().signal
const SEALING = new Uint8Array(32).fill(3)
const folders: string[] = []
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** Ends when it is told to. */
const stopped = (signal: AbortSignal): Promise<never> => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))) // prettier-ignore

let count = 0
eachDatabase('a worker that traces', (open) => {
  async function handedIn(trace: Packaging['trace']) {
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-tracing-'))
    folders.push(folder)
    const database = await open()
    const films = await openFilms({ reels: join(folder, 'reels'), masters: join(folder, 'masters') })
    const house = createHouse({ database, files: await openFiles(join(folder, 'files')), films, sealing: SEALING, houseId: `tracing-${(count += 1)}` }) // prettier-ignore
    const { id: titleId } = await house.createTitle(SYSTEM, { sheet: emptySheet('The Salt Road') })
    const sealed = { db: database.db, houseId: house.id, sealing: SEALING }
    await aTraceableViewing(sealed, await aTraceableReel(sealed, titleId), 'Ana')
    await sql`update master set failure = 'broken' where house_id = ${house.id}`.execute(database.db) // or it is looked at first
    const id = newId(Date.now())
    writeFileSync(join(folder, id), 'a copy')
    await house.startTrace(SYSTEM, { id, titleId, fileName: 'leak.mp4', size: 6, checksum: 'a'.repeat(64), path: join(folder, id) }) // prettier-ignore
    const parts: WorkerParts = { house, packaging: { trace } as Packaging, log: createLog('silent'), atOnce: 1, look: 10, tell: 20 } // prettier-ignore
    return { house, id, parts, copy: join(folder, 'copies', id), look: () => house.viewTrace(SYSTEM, { id }) }
  }

  test('says how far it is, and what it found is the house’s', async () => {
    let goOn = (): void => {}
    const { parts, look, copy } = await handedIn(async ({ path, reels }, { onProgress }) => {
      assert.deepEqual([existsSync(path), reels.length, reels[0]!.candidates.length], [true, 1, 1])
      onProgress(0.25)
      await new Promise<void>((resolve) => (goOn = resolve))
      return []
    })
    const working = workOnce(parts, 'one', never)
    const seen = await until(look, ({ progress }) => progress > 0)
    assert.deepEqual([seen.state, seen.progress], ['tracing', 0.25])
    goOn()
    assert.equal(await working, true)
    const done = await look()
    assert.deepEqual([done.state, done.named, done.found?.reels, existsSync(copy)], ['done', 0, [], false])
    assert.equal(await workOnce(parts, 'one', never), false)
  })

  test('stops within a sign of life of being cancelled', async () => {
    const { house, id, parts, look, copy } = await handedIn((_task, { signal }) => stopped(signal))
    const working = workOnce(parts, 'one', never)
    await until(look, ({ state }) => state === 'tracing')
    await house.cancelTrace(SYSTEM, { id })
    await working
    assert.deepEqual([(await look()).state, existsSync(copy)], ['cancelled', false])
  })

  test('gives back what it had when it stops, and says why a copy cannot be read', async () => {
    let broken = false
    const { parts, look, copy } = await handedIn((_task, { signal }) => (broken ? Promise.reject(new PackagingFailure('broken', 'moov atom not found')) : stopped(signal))) // prettier-ignore
    const worker = startWorker(parts)
    await until(look, ({ state }) => state === 'tracing')
    await worker.stop()
    const given = await look()
    assert.deepEqual([given.state, given.attempts, existsSync(copy)], ['waiting', 0, true])
    broken = true
    await workOnce(parts, 'two', never)
    const failed = await look()
    assert.deepEqual([failed.state, failed.failure, existsSync(copy)], ['failed', 'broken', false])
  })
})
