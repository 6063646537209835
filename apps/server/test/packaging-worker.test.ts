/** Workers over one database: progress, cancelling, failing, giving back, and what becomes of a reel whose worker is killed. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { emptySheet } from '@vitrine/catalogue'
import { createHouse, HouseError, openFiles, openFilms, SYSTEM, type House } from '@vitrine/house'
import { newId } from '@vitrine/house/ids'
import { sql } from 'kysely'
import { openDatabase } from '@vitrine/store/database/open-database'
import { eachDatabase, newPostgresDatabase } from '@vitrine/store/testing/databases'
import { createLog } from '../src/log.ts'
import { showFilm } from '../src/packaging/demonstration-film.ts'
import { packagingInProcess } from '../src/packaging/in-a-process.ts'
import { type Packaging, PackagingFailure } from '../src/packaging/packaging.ts'
import { startWorker, workOnce, type WorkerParts } from '../src/packaging/worker.ts'
import { until } from './faults/process.ts'
import { MADE, REPORT } from './faults/slow-packaging.ts'

const CHILD = fileURLToPath(new URL('./faults/slow-packaging.ts', import.meta.url))
const WORKER = fileURLToPath(new URL('./faults/worker-in-a-child.ts', import.meta.url))
const never = new AbortController().signal

const folders: string[] = []
const aFolder = (): string => folders[folders.push(mkdtempSync(join(tmpdir(), 'vitrine-worker-'))) - 1]!
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A reel that waits, in a house over a database that is open. */
async function ordered(house: House, folder: string): Promise<string> {
  const { id: titleId } = await house.createTitle(SYSTEM, { sheet: emptySheet('The Salt Road') })
  const masterId = newId(Date.now())
  const path = join(folder, masterId)
  writeFileSync(path, 'a film')
  await house.receiveMaster(SYSTEM, { id: masterId, titleId, cut: null, episode: null, fileName: 'a.mov', size: 6, checksum: 'a'.repeat(64), path }) // prettier-ignore
  await house.takeMaster(SYSTEM, { worker: 'looks' })
  await house.noteMaster(SYSTEM, { id: masterId, worker: 'looks', report: REPORT, failure: null })
  return (await house.orderReel(SYSTEM, { masterId, marked: true })).id
}

let count = 0
eachDatabase('a worker', (open) => {
  async function setUp(packaging: Partial<Packaging>) {
    const folder = aFolder()
    const database = await open()
    const films = await openFilms({ reels: join(folder, 'reels'), masters: join(folder, 'masters') })
    const house = createHouse({ database, files: await openFiles(join(folder, 'files')), films, houseId: `worker-${(count += 1)}` }) // prettier-ignore
    const id = await ordered(house, folder)
    const parts: WorkerParts = { house, packaging: packaging as Packaging, log: createLog('silent'), atOnce: 1, look: 10, tell: 20 } // prettier-ignore
    return { house, id, folder, parts, state: async () => (await house.viewReel(SYSTEM, { id })).state }
  }

  test('makes a reel, and how far it is can be seen while it does', async () => {
    let goOn = (): void => {}
    const { house, id, folder, parts } = await setUp({
      make: async ({ folder: making, languages, markKey }, { onProgress }) => {
        assert.deepEqual([languages, markKey?.length], [['fra'], 32])
        onProgress(0.25)
        await new Promise<void>((resolve) => (goOn = resolve))
        writeFileSync(join(making, 'poster.jpg'), 'poster')
        return MADE
      },
    })
    const working = workOnce(parts, 'one', never)
    const seen = await until(() => house.viewReel(SYSTEM, { id }), ({ progress }) => progress > 0) // prettier-ignore
    assert.deepEqual([seen.state, seen.progress], ['packaging', 0.25])
    goOn()
    assert.equal(await working, true)
    const made = await house.viewReel(SYSTEM, { id })
    assert.deepEqual([made.state, made.progress, made.bytes, made.reel], ['ready', 1, 6, MADE])
    assert.equal(existsSync(join(folder, 'reels', id, 'poster.jpg')), true)
    assert.equal(await workOnce(parts, 'one', never), false)
  })

  test('stops within a sign of life of being cancelled, and leaves nothing', async () => {
    const { house, id, folder, parts, state } = await setUp({ make: (_task, { signal }) => stopped(signal) })
    const working = workOnce(parts, 'one', never)
    await until(state, (now) => now === 'packaging')
    await house.cancelReel(SYSTEM, { id })
    await working
    assert.equal(await state(), 'cancelled')
    assert.deepEqual(readdirSync(join(folder, 'reels', '.making')), [])
  })

  test('lets go of what it has when the database answers nothing any more', async () => {
    let stoppedBy: unknown = null
    const { house, parts, state } = await setUp({
      make: (_task, { signal }) => stopped(signal).catch((error: unknown) => ((stoppedBy = error), Promise.reject(error as Error))), // prettier-ignore
    })
    const silent = { ...house, keepReel: () => new Promise<boolean>(() => {}) }
    assert.equal(await workOnce({ ...parts, house: silent, missed: 200 }, 'one', never), true)
    assert.notEqual(stoppedBy, null)
    assert.equal(await state(), 'waiting', 'and gives it back once it is there again')
  })

  test('a disk that is full says so, and once there is room the same order is made', async () => {
    let full = true
    const { house, id, parts } = await setUp({
      make: async () => {
        if (full) throw new PackagingFailure('no-space', 'write: no space left on device')
        return MADE
      },
    })
    await workOnce(parts, 'one', never)
    const failed = await house.viewReel(SYSTEM, { id })
    assert.deepEqual([failed.state, failed.failure], ['failed', 'no-space'])
    full = false
    await house.retryReel(SYSTEM, { id })
    await workOnce(parts, 'one', never)
    assert.equal((await house.viewReel(SYSTEM, { id })).state, 'ready')
  })

  test('a disk that fills up as the reel is taken in is told the same', async () => {
    const { house, id, parts } = await setUp({ make: async () => MADE })
    const atFull = { ...house, settleReel: (...args: Parameters<House['settleReel']>) => (args[1].outcome === 'ready' ? Promise.reject(new HouseError('disk-full')) : house.settleReel(...args)) } // prettier-ignore
    await workOnce({ ...parts, house: atFull }, 'one', never)
    assert.equal((await house.viewReel(SYSTEM, { id })).failure, 'no-space')
  })

  test('a worker that stops gives back what it had, and it costs no attempt', async () => {
    const { house, id, parts, state } = await setUp({ make: (_task, { signal }) => stopped(signal) })
    const worker = startWorker(parts)
    await until(state, (now) => now === 'packaging')
    await worker.stop()
    const given = await house.viewReel(SYSTEM, { id })
    assert.deepEqual([given.state, given.attempts], ['waiting', 0])
  })

  test('a master that cannot be read says why; one that can has its report', async () => {
    const { house, id, parts } = await setUp({ make: async () => MADE, examine: async () => Promise.reject(new PackagingFailure('playlist')) }) // prettier-ignore
    const { titleId } = await house.viewReel(SYSTEM, { id })
    await house.cancelReel(SYSTEM, { id })
    const path = join(aFolder(), 'list.m3u8')
    writeFileSync(path, '#EXTM3U')
    const masterId = newId(Date.now())
    await house.receiveMaster(SYSTEM, { id: masterId, titleId, cut: null, episode: null, fileName: 'list.mov', size: 7, checksum: 'c'.repeat(64), path }) // prettier-ignore
    await workOnce(parts, 'one', never)
    const { report, failure } = await house.readReport(SYSTEM, { masterId })
    assert.deepEqual([report, failure], [null, 'playlist'])
  })

  test('the film of the demonstration house is made once, and ordered when it was looked at', async () => {
    let composed = 0
    const packaging: Packaging = {
      compose: async (_slug, to) => {
        composed += 1
        writeFileSync(to, 'a film')
        return [{ language: 'eng', sdh: false, webvtt: 'WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nSalt.\n' }]
      },
      examine: async () => REPORT,
      make: async () => MADE,
      trace: async () => [],
      copy: async () => {},
    }
    const { house, folder, parts } = await setUp(packaging)
    const { id: titleId } = await house.createTitle(SYSTEM, { sheet: emptySheet('Salt is a slow clock') })
    await house.changeSettings(SYSTEM, { settings: { demonstration: true } })
    const note = join(folder, 'note')
    const showing = { house, packaging, workers: 1, uploads: folder, note, signal: never }
    assert.equal(await showFilm(showing), false, 'its first start noted nothing')
    writeFileSync(note, '')
    assert.equal(await showFilm({ ...showing, workers: 0 }), false, 'nobody here would package it')
    const shown = showFilm(showing)
    await until(() => house.listReels(SYSTEM, { titleId }), ({ masters }) => masters.length === 1) // prettier-ignore
    while (await workOnce(parts, 'one', never));
    assert.equal(await shown, true)
    while (await workOnce(parts, 'one', never));
    const room = await house.listReels(SYSTEM, { titleId })
    assert.deepEqual(
      room.reels.map(({ state, reel }) => [state, reel?.subtitles.length]),
      [['ready', 1]],
    )
    assert.deepEqual([composed, await showFilm(showing), existsSync(note)], [1, false, false])
  })

  test('a process that dies in the middle of a film is a failure of that film, and of nothing else', async () => {
    const { house, id, parts } = await setUp(packagingInProcess(CHILD))
    process.env['SLOW_PACKAGING'] = 'dies'
    try {
      await workOnce(parts, 'one', never)
    } finally {
      delete process.env['SLOW_PACKAGING']
    }
    assert.deepEqual((({ state, failure }) => [state, failure])(await house.viewReel(SYSTEM, { id })), ['failed', 'killed'])
  })
})

describe('kill -9 in the middle of a reel', { skip: process.env['VITRINE_TEST_DATABASES'] === 'pglite' }, () => {
  test('another worker, of another process, takes it up; what the first had started is gone with it', async () => {
    const folder = aFolder()
    const url = await newPostgresDatabase()
    const database = await openDatabase({ url })
    const films = await openFilms({ reels: join(folder, 'reels'), masters: join(folder, 'masters') })
    const sealing = new Uint8Array(32)
    const house = createHouse({ database, files: await openFiles(join(folder, 'files')), films, sealing }) // prettier-ignore
    const id = await ordered(house, folder)
    const child = spawn(process.execPath, [WORKER, url, folder], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, SLOW_PACKAGING: 'never' } }) // prettier-ignore
    const gone = once(child, 'exit')
    try {
      await once(child.stdout!, 'data') // it works
      const seen = await until(() => house.viewReel(SYSTEM, { id }), ({ progress }) => progress > 0) // prettier-ignore
      assert.equal(seen.state, 'packaging')
      const packagingPid = readPid(folder, id)
      child.kill('SIGKILL')
      await gone
      await until(async () => isAlive(packagingPid), (alive) => !alive) // prettier-ignore

      assert.equal((await house.tidyReels(SYSTEM)).takenBack, 0, 'it may only be slow')
      await sql`update reel set taken_until = now()`.execute(database.db) // half a minute later
      assert.equal((await house.tidyReels(SYSTEM)).takenBack, 1)
      const parts = { house, packaging: { make: async () => MADE } as unknown as Packaging, log: createLog('silent'), atOnce: 1, tell: 50 } // prettier-ignore
      assert.equal(await workOnce(parts, 'second', never), true)
      const made = await house.viewReel(SYSTEM, { id })
      assert.deepEqual([made.state, made.attempts], ['ready', 2])
      assert.equal(existsSync(join(folder, 'reels', id, 'pid')), false, 'nothing of the first is in it')
    } finally {
      child.kill('SIGKILL')
      await house.close()
    }
  })
})

/** Never ends by itself. */
function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = (): void => reject(new PackagingFailure('cancelled'))
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
  })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function readPid(folder: string, id: string): number {
  const making = join(folder, 'reels', '.making')
  const note = join(making, readdirSync(making).find((name) => name.startsWith(id)) ?? '', 'pid')
  return existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0
}
