/** The bucket of films is away while a worker works: it waits, tries again by the rules of its work, and nothing is lost. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { createHouse, openFiles, openFilms, SYSTEM } from '@vitrine/house'
import { reelsInS3 } from '@vitrine/house/files/reels-in-s3'
import { newId } from '@vitrine/house/ids'
import { s3ForTests } from '@vitrine/house/testing/s3-server'
import { tagOf } from '@vitrine/house/screening/worker-tag'
import { findReel } from '@vitrine/store/reels/reels'
import { eachDatabase } from '@vitrine/store/testing/databases'
import { sql } from 'kysely'
import { createLog } from '../../src/log.ts'
import { type Packaging } from '../../src/packaging/packaging.ts'
import { startWorker, workOnce, type WorkerParts } from '../../src/packaging/worker.ts'
import { until } from './process.ts'
import { MADE, REPORT } from './slow-packaging.ts'

const never = new AbortController().signal
const ends: (() => unknown)[] = []
after(async () => {
  for (const end of ends) await end()
})

let count = 0
eachDatabase('a worker whose films go to an S3', (open) => {
  /** A house with a reel that waits, over an S3 that is waited for half a second. */
  async function setUp(long = 500) {
    const s3 = await s3ForTests()
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-s3-'))
    ends.push(s3.stop, () => rmSync(folder, { recursive: true, force: true }))
    const database = await open()
    const [reels, masters] = [join(folder, 'reels'), join(folder, 'masters')]
    const films = { ...(await openFilms({ reels, masters })), reels: await reelsInS3(s3.place, reels, { stalled: 200, soon: 300, long }) } // prettier-ignore
    const houseId = `s3-${(count += 1)}`
    const house = createHouse({ database, files: await openFiles(join(folder, 'files')), films, houseId })
    const { id: titleId } = await house.createTitle(SYSTEM, { sheet: emptySheet('The Salt Road') })
    const masterId = newId(Date.now())
    writeFileSync(join(folder, masterId), 'a film')
    await house.receiveMaster(SYSTEM, { id: masterId, titleId, cut: null, episode: null, fileName: 'a.mov', size: 6, checksum: 'a'.repeat(64), path: join(folder, masterId) }) // prettier-ignore
    await house.takeMaster(SYSTEM, { worker: 'looks' })
    await house.noteMaster(SYSTEM, { id: masterId, worker: 'looks', report: REPORT, failure: null })
    const { id } = await house.orderReel(SYSTEM, { masterId, marked: true })
    const world = { makings: 0, whileMade: (): unknown => null }
    const packaging: Partial<Packaging> = {
      make: async ({ folder: making }) => {
        world.makings += 1
        writeFileSync(join(making, 'poster.jpg'), `made ${world.makings}`)
        await world.whileMade()
        return MADE
      },
    }
    const parts: WorkerParts = { house, packaging: packaging as Packaging, log: createLog('silent'), atOnce: 1, look: 10, tell: 20 } // prettier-ignore
    const seen = async () => {
      const { state, failure } = await house.viewReel(SYSTEM, { id })
      return [state, failure, (await findReel(database.db, houseId, id))!.attempts]
    }
    const poster = async (): Promise<string> => {
      const file = await house.openReelPicture(SYSTEM, { id, picture: 'poster' })
      return Buffer.concat((await file.stream().toArray()) as Buffer[]).toString()
    }
    const master = join(masters, masterId)
    return {
      s3,
      films,
      folder,
      database,
      houseId,
      house,
      titleId,
      id,
      parts,
      world,
      seen,
      poster,
      master,
      making: join(reels, '.making'),
    }
  }

  test('goes on where it comes back in time: the reel is made once', async () => {
    const { s3, parts, world, seen, poster } = await setUp(5000)
    world.whileMade = () => {
      s3.mood.down = true
      setTimeout(() => (s3.mood.down = false), 700)
    }
    await workOnce(parts, 'one', never)
    assert.deepEqual([await seen(), world.makings, await poster()], [['ready', null, 1], 1, 'made 1'])
  })

  test('gives the reel back where it stays away, and another try makes it; nobody sees anything of the first', async () => {
    const { s3, parts, world, seen, poster, master, making } = await setUp()
    world.whileMade = () => (s3.mood.down = true)
    await workOnce(parts, 'one', never)
    assert.deepEqual([await seen(), existsSync(master), readdirSync(making)], [['waiting', null, 1], true, []])
    world.whileMade = () => null
    await workOnce(parts, 'one', never)
    assert.deepEqual([await seen(), world.makings], [['waiting', null, 2], 1], 'no work begins that could not be kept')
    s3.mood.down = false
    await workOnce(parts, 'two', never)
    assert.deepEqual([await seen(), await poster()], [['ready', null, 3], 'made 2'])
  })

  test('after three tries it says why it failed, and ordering it again is enough', async () => {
    const { s3, house, id, parts, seen, poster, master } = await setUp(100)
    s3.mood.down = true
    for (const expected of [
      ['waiting', null, 1],
      ['waiting', null, 2],
      ['failed', 'store-down', 3],
    ]) {
      // prettier-ignore
      await workOnce(parts, 'one', never)
      assert.deepEqual(await seen(), expected)
    }
    assert.equal(existsSync(master), true)
    s3.mood.down = false
    await house.retryReel(SYSTEM, { id })
    await workOnce(parts, 'one', never)
    assert.deepEqual([await seen(), await poster()], [['ready', null, 1], 'made 1'])
  })

  test('is not tried again where the bucket refuses: that is said at once', async () => {
    const { s3, parts, world, seen } = await setUp()
    s3.mood.refuse = { match: /^PUT/, status: 403, code: 'AccessDenied' }
    await workOnce(parts, 'one', never)
    assert.deepEqual([await seen(), world.makings], [['failed', 'store-refuses', 1], 1])
  })

  test('a reel that is cancelled while its upload waits leaves nothing behind', async () => {
    const { s3, house, id, parts, world, seen, making } = await setUp(60_000)
    world.whileMade = () => (s3.mood.down = true)
    const working = workOnce(parts, 'one', never)
    await until(async () => world.makings, (makings) => makings === 1) // prettier-ignore
    await house.cancelReel(SYSTEM, { id })
    await working
    assert.deepEqual([(await seen())[0], readdirSync(making)], ['cancelled', []])
    s3.mood.down = false
    await house.tidyFilms(SYSTEM)
    assert.deepEqual([...s3.objects.keys()], [])
  })

  test('a worker that is stopped while its upload waits gives the reel back at once', async () => {
    const { s3, parts, world, seen } = await setUp(60_000)
    world.whileMade = () => (s3.mood.down = true)
    const worker = startWorker(parts)
    await until(async () => world.makings, (makings) => makings === 1) // prettier-ignore
    const began = Date.now()
    await worker.stop()
    assert.ok(Date.now() - began < 30_000, 'not when the minute of the upload is over')
    assert.deepEqual(await seen(), ['waiting', null, 0])
  })

  test('what a worker uploaded that was thought dead is never the reel, and is tidied away', async () => {
    const { s3, database, houseId, house, id, parts, poster } = await setUp()
    await house.takeReel(SYSTEM, { worker: 'dies' })
    const folder = await house.readyFolder(SYSTEM, { id, worker: 'dies' })
    writeFileSync(join(folder, 'poster.jpg'), 'of the dead')
    await sql`update reel set taken_until = now() where house_id = ${houseId}`.execute(database.db)
    await house.tidyReels(SYSTEM)
    await workOnce(parts, 'lives', never)
    await house.settleReel(SYSTEM, { id, worker: 'dies', outcome: 'ready', reel: MADE })
    assert.equal(await poster(), 'made 1')
    const { by } = JSON.parse(s3.objects.get(`reels/${id}/whole.json`)!.toString()) as { by: string }
    s3.objects.set(`reels/${id}/deadbeef/poster.jpg`, Buffer.from('left by a worker that was killed'))
    assert.deepEqual(await house.tidyFilms(SYSTEM), { removed: 1 })
    assert.deepEqual([...s3.objects.keys()].filter((key) => !key.startsWith(`reels/${id}/${by}/`)), [`reels/${id}/whole.json`]) // prettier-ignore
    assert.equal(await poster(), 'made 1')
  })

  test('what a lost worker left of a reel goes while nobody waits for a silent S3, and not from under who makes it again', async (context) => {
    const { s3, films, database, houseId, house, id, parts, seen, poster } = await setUp()
    context.after(() => (s3.mood.silent = false))
    const leave = async (): Promise<void> => {
      await house.takeReel(SYSTEM, { worker: 'lost' })
      writeFileSync(join(await house.readyFolder(SYSTEM, { id, worker: 'lost' }), 'poster.jpg'), 'of the lost')
      await films.reels.weigh(id, tagOf('lost'))
      await films.reels.seal(id, tagOf('lost'))
      await house.settleReel(SYSTEM, { id, worker: 'lost', outcome: 'failed', failure: 'broken' })
    }
    await leave()
    assert.deepEqual(await house.tidyFilms(SYSTEM), { removed: 1 })
    assert.deepEqual([...s3.objects.keys()], [])
    await house.retryReel(SYSTEM, { id })
    await leave() // nothing is held: it is taken at once

    const { lying } = films.reels
    films.reels.lying = async () => {
      const found = await lying()
      s3.mood.silent = true
      return found
    }
    let over = false
    const tidying = assert.rejects(house.tidyFilms(SYSTEM), { code: 'films-down' }).finally(() => (over = true))
    await until(async () => s3.mood.silent, (silent) => silent) // prettier-ignore
    await house.createTitle(SYSTEM, { sheet: emptySheet('Another film') })
    await house.retryReel(SYSTEM, { id })
    assert.equal(over, false, 'nobody waited for the S3')
    assert.equal(await house.takeReel(SYSTEM, { worker: 'next' }), null)
    await tidying
    s3.mood.silent = false
    assert.equal(await house.takeReel(SYSTEM, { worker: 'next' }), null, 'what was asked of the S3 may still be done')
    await sql`update reel set taken_until = now() where house_id = ${houseId}`.execute(database.db)
    await workOnce(parts, 'next', never)
    assert.deepEqual([await seen(), await poster()], [['ready', null, 1], 'made 1'])
  })
})
