/** The same workers make copies to keep: how far they are can be seen; cancelling, revoking, stopping, failing and dying end the work, whatever it is at. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { createHouse, openFiles, openFilms, SYSTEM, VISITOR } from '@vitrine/house'
import { sealKey } from '@vitrine/house/screening/sealed-key'
import { aReel } from '@vitrine/house/testing/reel-for-tests'
import { reelForTest } from '@vitrine/screening/testing/reel'
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
async function stopped(signal: AbortSignal): Promise<never> {
  signal.throwIfAborted()
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
}

let count = 0
eachDatabase('a worker that makes copies to keep', (open) => {
  async function asked(copy: Packaging['copy']) {
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-copying-'))
    folders.push(folder)
    const database = await open()
    const films = await openFilms({ reels: join(folder, 'reels'), masters: join(folder, 'masters') })
    const house = createHouse({ database, files: await openFiles(join(folder, 'files')), films, sealing: SEALING, houseId: `copying-${(count += 1)}` }) // prettier-ignore
    const { id: titleId } = await house.createTitle(SYSTEM, { sheet: emptySheet('The Salt Road') })
    await house.enterEntry(SYSTEM, { titleId, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }, locale: 'en' }) // prettier-ignore
    const reelId = await aReel(database.db, house.id, titleId, { reel: reelForTest(30) })
    await sql`update reel set sealed_key = ${sealKey(SEALING, `reel ${reelId}`, randomBytes(32))} where house_id = ${house.id}`.execute(database.db) // prettier-ignore
    await sql`update master set failure = 'broken' where house_id = ${house.id}`.execute(database.db) // or it is looked at first
    const made = await house.makeScreener(SYSTEM, { screener: { toName: 'Ana', toEmail: 'ana@kanal.example', titleIds: [titleId], through: '2999-12-31', locale: 'en', download: 'watermarked' } }) // prettier-ignore
    const secret = made.url.split('/').at(-1)!
    const where = { address: null, country: null, device: 'device-of-22-letters-0', agent: null }
    const { id: viewing } = await house.startViewing(VISITOR, { secret, reelId, where })
    const { id } = await house.orderMarkedCopy(VISITOR, { secret, viewing, where })
    const parts: WorkerParts = { house, packaging: { copy } as Packaging, log: createLog('silent'), atOnce: 1, look: 10, tell: 20 } // prettier-ignore
    const own = { secret, viewing, device: where.device }
    return { house, database, id, parts, own, screener: made.id, lying: () => readdirSync(join(folder, 'marked')), look: async () => (await house.viewMarkedCopy(VISITOR, own))! } // prettier-ignore
  }

  test('says how far it is; what it made is the copy, and another has nothing left to do', async () => {
    let goOn = (): void => {}
    const { parts, look, lying, id } = await asked(async ({ to, variants, lines }, { onProgress }) => {
      assert.deepEqual([variants.length, lines[0]], [30, 'Ana'])
      onProgress(0.25)
      await new Promise<void>((resolve) => (goOn = resolve))
      writeFileSync(to, 'a film')
    })
    const working = workOnce(parts, 'one', never)
    const seen = await until(look, ({ progress }) => progress > 0)
    assert.deepEqual([seen.state, seen.progress], ['making', 0.25])
    goOn()
    assert.equal(await working, true)
    const done = await look()
    assert.deepEqual([done.state, done.progress, done.bytes, lying()], ['ready', 1, 6, [`${id}.mp4`]])
    assert.equal(await workOnce(parts, 'one', never), false)
  })

  test('stops within a sign of life of being cancelled, or of its screener being revoked, and leaves nothing', async () => {
    for (const how of ['cancel', 'revoke'] as const) {
      const { house, parts, look, lying, own, screener } = await asked(({ to }, { signal }) => (writeFileSync(to, 'half a film'), stopped(signal))) // prettier-ignore
      const working = workOnce(parts, 'one', never)
      await until(look, ({ state }) => state === 'making')
      if (how === 'cancel') await house.cancelMarkedCopy(VISITOR, own)
      else {
        await house.revokeScreener(SYSTEM, { id: screener })
        await house.tidyMarkedCopies(SYSTEM)
      }
      await working
      assert.deepEqual([(await look()).state, lying()], ['cancelled', []], how)
    }
  })

  test('gives back what it had when it stops, says when the disk is full, and makes it once there is room', async () => {
    let full = false
    const { house, parts, look, lying, own, id } = await asked(async ({ to }, { signal }) => {
      writeFileSync(to, 'half a film')
      if (full) throw new PackagingFailure('no-space', 'write: no space left on device')
      await stopped(signal)
    })
    const worker = startWorker(parts)
    await until(look, ({ state }) => state === 'making')
    await worker.stop()
    assert.deepEqual([(await look()).state, lying()], ['waiting', []])
    full = true
    await workOnce(parts, 'two', never)
    const failed = await look()
    assert.deepEqual([failed.state, failed.failure, lying()], ['failed', 'no-space', []])
    await house.orderMarkedCopy(VISITOR, { secret: own.secret, viewing: own.viewing, where: { address: null, country: null, device: own.device, agent: null } }) // prettier-ignore
    await workOnce(
      { ...parts, packaging: { copy: async ({ to }: { to: string }) => writeFileSync(to, 'a film') } as unknown as Packaging },
      'two',
      never,
    )
    assert.deepEqual([(await look()).state, (await look()).id, lying()], ['ready', id, [`${id}.mp4`]])
  })

  test('one that was killed is made by another, and what it left is deleted', async () => {
    const { house, database, parts, look, lying, id } = await asked(async ({ to }) => writeFileSync(to, 'a film'))
    const { to } = (await house.takeMarkedCopy(SYSTEM, { worker: 'killed' }))! // and it is never heard of again
    writeFileSync(to, 'half a film')
    await house.tidyMarkedCopies(SYSTEM)
    assert.equal(existsSync(to), true)
    assert.equal(await workOnce(parts, 'other', never), false)
    await sql`update marked_copy set taken_until = now() - interval '1 second' where house_id = ${house.id}`.execute(database.db)
    assert.deepEqual(await house.tidyMarkedCopies(SYSTEM), { takenBack: 1, cancelled: 0, deleted: 0 })
    assert.deepEqual([(await look()).state, lying()], ['waiting', []])
    assert.equal(await workOnce(parts, 'other', never), true)
    assert.deepEqual([(await look()).state, lying()], ['ready', [`${id}.mp4`]])
  })
})
