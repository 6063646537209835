import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { eachDatabase } from '../testing/databases.ts'
import {
  failMasters,
  findMaster,
  keepMaster,
  mastersOfTitle,
  noteMasterReport,
  putMaster,
  removeMasterRow,
  takeMaster,
} from './masters.ts'
import {
  findReel,
  giveBackReels,
  isPackaged,
  keepReel,
  noteCleared,
  putReel,
  reelsOfTitle,
  reelsToClear,
  settleReel,
  stepReel,
  takeReel,
} from './reels.ts'
import { putSubtitles, removeSubtitlesRow, subtitlesOfCut, subtitlesOfTitle, type SubtitlesRow } from './subtitles.ts'

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 10, 26, 10, minute, second)).toISOString()

eachDatabase('masters and reels', (open) => {
  test('a master is looked at by one worker at a time, and by another when that one is not heard of', async () => {
    const { db } = await open()
    await aMaster(db, 'look')
    const take = (worker: string) => takeMaster(db, 'look', worker, 60, 3)
    assert.equal((await take('one'))?.id, 'm')
    assert.equal(await take('two'), null)
    await unheard(db, 'master', 'look')
    assert.equal(await keepMaster(db, 'look', 'm', 'one', 60), true)
    assert.equal(await take('two'), null, 'it was heard of again')
    await unheard(db, 'master', 'look')
    assert.equal((await take('two'))?.id, 'm')
    assert.equal(await keepMaster(db, 'look', 'm', 'one', 60), false)
    assert.equal(await noteMasterReport(db, 'look', 'm', 'one', { report: { seconds: 1 }, failure: null }), false)
    assert.equal(await noteMasterReport(db, 'look', 'm', 'two', { report: { seconds: 2 }, failure: null }), true)
    assert.deepEqual((await findMaster(db, 'look', 'm'))?.report, { seconds: 2 })
    assert.equal(await take('three'), null)
    await removeMasterRow(db, 'look', 'm', at(9))
    assert.deepEqual(await mastersOfTitle(db, 'look', 't'), [])
  })

  test('a master that takes every worker with it fails; a worker that stops in peace costs no attempt', async () => {
    const { db } = await open()
    await aMaster(db, 'dies')
    const take = (worker: string) => takeMaster(db, 'dies', worker, 60, 2)
    await take('peaceful')
    assert.equal(await noteMasterReport(db, 'dies', 'm', 'peaceful', { report: null, failure: null }), true)
    for (const worker of ['one', 'two']) {
      assert.equal((await take(worker))?.id, 'm')
      assert.deepEqual(await failMasters(db, 'dies', 2, 'workers-died'), [], 'somebody is at it')
      await unheard(db, 'master', 'dies')
    }
    assert.equal(await take('three'), null)
    assert.deepEqual(await failMasters(db, 'dies', 2, 'workers-died'), ['m'])
    assert.equal((await findMaster(db, 'dies', 'm'))?.failure, 'workers-died')
  })

  test('a reel goes from worker to worker until it is ready, and belongs to one of them', async () => {
    const { db } = await open()
    await aMaster(db, 'made')
    await aReel(db, 'made')
    assert.equal(await isPackaged(db, 'made', 'm'), true)
    assert.equal((await takeReel(db, 'made', 'one', at(0), 30))?.attempts, 1)
    assert.equal(await takeReel(db, 'made', 'two', at(0), 30), null)
    assert.equal(await keepReel(db, 'made', 'r', 'one', 420, at(0, 10), 30), true)
    assert.equal((await findReel(db, 'made', 'r'))?.progress, 420)
    assert.deepEqual(await giveBackReels(db, 'made', at(9), 3, 'workers-died'), [], 'whatever a server’s own clock says')
    await unheard(db, 'reel', 'made')
    assert.deepEqual(await giveBackReels(db, 'made', at(1), 3, 'workers-died'), [{ id: 'r', state: 'waiting' }])
    assert.equal((await takeReel(db, 'made', 'two', at(1), 30))?.attempts, 2)
    assert.equal(await keepReel(db, 'made', 'r', 'one', 990, at(1), 30), false)
    const ready = { state: 'ready', reel: { format: 1 }, bytes: 5_000_000_000 } as const
    assert.equal(await settleReel(db, 'made', 'r', 'one', at(1), ready), false)
    assert.equal(await settleReel(db, 'made', 'r', 'two', at(2), ready), true)
    const reel = await findReel(db, 'made', 'r')
    assert.deepEqual([reel?.state, reel?.progress, reel?.bytes, reel?.readyAt], ['ready', 1000, 5_000_000_000, at(2)])
    assert.equal(await isPackaged(db, 'made', 'm'), false)
  })

  test('a reel that takes every worker with it fails; a worker that stops in peace costs no attempt', async () => {
    const { db } = await open()
    await aMaster(db, 'fails')
    await aReel(db, 'fails')
    await takeReel(db, 'fails', 'one', at(0), 30)
    assert.equal(await settleReel(db, 'fails', 'r', 'one', at(0), { state: 'waiting' }), true)
    assert.equal((await takeReel(db, 'fails', 'one', at(1), 30))?.attempts, 1)
    await unheard(db, 'reel', 'fails')
    await giveBackReels(db, 'fails', at(5), 2, 'workers-died')
    await takeReel(db, 'fails', 'two', at(6), 30)
    await unheard(db, 'reel', 'fails')
    assert.deepEqual(await giveBackReels(db, 'fails', at(9), 2, 'workers-died'), [{ id: 'r', state: 'failed' }])
    assert.equal((await findReel(db, 'fails', 'r'))?.failure, 'workers-died')
    await stepReel(db, 'fails', 'r', { state: 'waiting', before: null, at: at(10) })
    const again = await findReel(db, 'fails', 'r')
    assert.deepEqual([again?.failure, again?.attempts], [null, 0])
  })

  test('cancelling takes it from its worker; what does not follow is refused by the database itself', async () => {
    const { db } = await open()
    await aMaster(db, 'ends')
    await aReel(db, 'ends')
    const step = (state: string, minute: number, before: string | null = null) =>
      stepReel(db, 'ends', 'r', { state, before, at: at(minute) })
    await assert.rejects(step('removed', 0), { constraint: 'state_step' })
    await takeReel(db, 'ends', 'one', at(0), 30)
    await assert.rejects(step('removed', 0), { constraint: 'state_step' })
    await step('cancelled', 1)
    assert.equal(await keepReel(db, 'ends', 'r', 'one', 1, at(1), 30), false)
    assert.equal(await settleReel(db, 'ends', 'r', 'one', at(1), { state: 'failed', failure: 'x' }), false)
    await assert.rejects(step('ready', 1), { constraint: 'state_step' })
    await step('removed', 2, 'cancelled')
    assert.equal((await reelsOfTitle(db, 'ends', 't', at(1))).length, 1)
    assert.deepEqual(await reelsOfTitle(db, 'ends', 't', at(2)), [])
    await step('cancelled', 11)
    await step('removed', 12, 'cancelled')
    await assert.rejects(step('cancelled', 23), { constraint: 'state_step' })
  })

  test('files of a reel that was removed are cleared once, when it cannot be brought back', async () => {
    const { db } = await open()
    await aMaster(db, 'clear')
    await aReel(db, 'clear')
    await takeReel(db, 'clear', 'one', at(0), 30)
    await settleReel(db, 'clear', 'r', 'one', at(1), { state: 'ready', reel: { format: 1 }, bytes: 9 })
    await stepReel(db, 'clear', 'r', { state: 'removed', before: 'ready', at: at(2) })
    assert.deepEqual(await reelsToClear(db, 'clear', at(1)), [])
    assert.deepEqual(await reelsToClear(db, 'clear', at(2)), ['r'])
    await noteCleared(db, 'clear', 'r')
    assert.deepEqual(await reelsToClear(db, 'clear', at(9)), [])
  })

  test('subtitles replace those of the same cut, language and kind, and no others', async () => {
    const { db } = await open()
    await aMaster(db, 'subs')
    const put = (id: string, more: Partial<SubtitlesRow>) =>
      putSubtitles(db, 'subs', { ...SUBTITLES, id, webvtt: `WEBVTT ${id}`, ...more })
    await put('a', {})
    await put('b', { sdh: true })
    await put('c', { cut: null })
    await put('d', {})
    const place = { cut: '52', episode: null }
    assert.deepEqual((await subtitlesOfCut(db, 'subs', 't', place)).map(({ id }) => id), ['d', 'b']) // prettier-ignore
    assert.equal((await subtitlesOfTitle(db, 'subs', 't')).length, 3)
    await removeSubtitlesRow(db, 'subs', 'd', at(5))
    assert.deepEqual((await subtitlesOfCut(db, 'subs', 't', place)).map(({ id }) => id), ['b']) // prettier-ignore
  })
})

const SUBTITLES: SubtitlesRow = { id: '', titleId: 't', cut: '52', episode: null, language: 'eng', sdh: false, fileName: 'salt.srt', format: 'srt', contentHash: 'a'.repeat(64), cues: 3, findings: [], addedAt: at(0), addedBy: 'Ada' } // prettier-ignore

/** The worker that has it is not heard of for as long as it was given. */
const unheard = (db: Asker, table: 'master' | 'reel', house: string) =>
  sql`update ${sql.table(table)} set taken_until = now() - interval '1 second' where house_id = ${house}`.execute(db)

async function aMaster(db: Asker, house: string): Promise<void> {
  await sql`insert into house (house_id) values (${house})`.execute(db)
  await sql`
    insert into title (house_id, id, slug, status, revision, sheet, card, same_film, edited_by_hand, created_at, updated_at, change_seq)
    values (${house}, 't', 'salt', 'draft', 1, '{}', '{}', 'salt', false, now(), now(), 1)`.execute(db)
  await putMaster(db, house, { id: 'm', titleId: 't', cut: '52', episode: null, fileName: 'salt.mov', size: 200_000_000_000, checksum: 'a'.repeat(64), uploadedAt: at(0), uploadedBy: 'Ada' }) // prettier-ignore
}
const aReel = (db: Asker, house: string) =>
  putReel(db, house, { id: 'r', titleId: 't', masterId: 'm', cut: '52', episode: null, languages: ['fra'], marked: true, sealedKey: 'sealed', orderedAt: at(0), orderedBy: 'Ada' }) // prettier-ignore
