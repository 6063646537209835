import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { type Reel, reelPaths } from '@vitrine/screening/reel/reel'
import { sql } from 'kysely'
import { SYSTEM } from '../../actors.ts'
import type { MasterReport } from '../../contract/reels.ts'
import { isHouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { aSheet, eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const REPORT: MasterReport = { seconds: 8, width: 320, height: 180, frameRate: [25, 1], codec: 'h264', interlaced: false, sound: [{ language: 'fra', streams: [1], channels: 2, codec: 'aac', loudness: -23 }], findings: [] } // prettier-ignore
const MADE: Reel = { format: 1, seconds: 8, frameRate: [25, 1], lengths: [2, 2, 2, 2], variants: ['a', 'b'], rungs: [], sound: [], subtitles: [], storyboard: null, poster: true, chapters: [] } // prettier-ignore
const refusedAs = (code: string) => (error: unknown) => isHouseError(error) && error.code === code

eachHouse('masters and reels', (open) => {
  test('a master becomes a reel, step by step, with its line in the trail for every decision', async () => {
    const test = await open()
    const { house } = test
    const editor = await test.member('editor')
    const { titleId, masterId } = await handedIn(test)
    await assert.rejects(house.orderReel(editor, { masterId, marked: true }), refusedAs('wrong-state'))

    assert.equal((await house.takeMaster(SYSTEM, { worker: 'one' }))?.id, masterId)
    await house.noteMaster(SYSTEM, { id: masterId, worker: 'one', report: REPORT, failure: null })
    await assert.rejects(house.orderReel(editor, { masterId, marked: true }), refusedAs('invalid-input'), 'nobody has said which cut it is') // prettier-ignore
    await house.placeMaster(editor, { masterId, cut: '52', episode: null })
    assert.deepEqual((await house.readReport(editor, { masterId })).report, REPORT)

    const { id } = await house.orderReel(editor, { masterId, marked: true })
    assert.deepEqual(await house.orderReel(editor, { masterId, marked: true }), { id }, 'the same order is one order')
    const work = await house.takeReel(SYSTEM, { worker: 'one' })
    assert.deepEqual([work?.id, work?.languages, work?.markKey?.length], [id, ['fra'], 32])
    const masterPath = await house.fetchHandedIn(SYSTEM, { what: 'Master', id: masterId })
    assert.equal(existsSync(masterPath), true)
    await assert.rejects(house.removeMaster(editor, { masterId }), refusedAs('wrong-state'))
    assert.equal(await house.keepReel(SYSTEM, { id, worker: 'one', progress: 0.4219 }), true)
    assert.equal((await house.viewReel(editor, { id })).progress, 0.421)
    await made(test, id)
    await house.settleReel(SYSTEM, { id, worker: 'one', outcome: 'ready', reel: MADE })

    const room = await house.listReels(editor, { titleId })
    assert.deepEqual(room.cuts, ['52', '3x26'])
    assert.deepEqual(room.reels.map(({ state, bytes, cut, reel }) => ({ state, bytes, cut, reel })), [{ state: 'ready', bytes: 6, cut: '52', reel: MADE }]) // prettier-ignore
    const poster = await house.openReelPicture(editor, { id, picture: 'poster' })
    assert.equal(Buffer.concat(await poster.stream(1, 3).toArray()).toString(), 'ost')
    await assert.rejects(house.openReelPicture(editor, { id, picture: 0 }), refusedAs('not-found'))

    await house.removeMaster(editor, { masterId })
    assert.equal(existsSync(masterPath), false)
    await assert.rejects(house.fetchHandedIn(SYSTEM, { what: 'Master', id: masterId }), refusedAs('not-found'))
    await assert.rejects(house.fetchHandedIn(editor, { what: 'Master', id: masterId }), refusedAs('not-allowed'))
    const trail = await house.readAudit(SYSTEM, { limit: 50 })
    assert.deepEqual(
      trail.items.map(({ verb }) => verb).filter((verb) => /Master|Reel/.test(verb)).toReversed(),
      ['receiveMaster', 'placeMaster', 'orderReel', 'removeMaster'],
    ) // prettier-ignore
  })

  test('a master that could not be read for no fault of its own is looked at again', async () => {
    const test = await open()
    const { house } = test
    const editor = await test.member('editor')
    const { masterId } = await handedIn(test)
    await assert.rejects(house.retryMaster(editor, { masterId }), refusedAs('wrong-state'), 'it waits to be looked at')
    await house.takeMaster(SYSTEM, { worker: 'one' })
    await house.noteMaster(SYSTEM, { id: masterId, worker: 'one', report: null, failure: 'no-engine' })
    assert.equal(await house.takeMaster(SYSTEM, { worker: 'one' }), null)
    await assert.rejects(house.retryMaster(await test.member('sales'), { masterId }), refusedAs('not-allowed'))
    await house.retryMaster(editor, { masterId })
    assert.equal((await house.readReport(editor, { masterId })).failure, null)
    assert.equal((await house.takeMaster(SYSTEM, { worker: 'one' }))?.id, masterId)
    await house.noteMaster(SYSTEM, { id: masterId, worker: 'one', report: REPORT, failure: null })
    await assert.rejects(house.retryMaster(editor, { masterId }), refusedAs('wrong-state'), 'it was read')
  })

  test('a master waits again when the bucket does not answer, and fails the third time', async () => {
    const test = await open()
    const { house } = test
    const editor = await test.member('editor')
    const { masterId } = await handedIn(test)
    const meets = async (failure: string) => {
      assert.equal((await house.takeMaster(SYSTEM, { worker: 'one' }))?.id, masterId)
      await house.noteMaster(SYSTEM, { id: masterId, worker: 'one', report: null, failure })
      return (await house.readReport(editor, { masterId })).failure
    }
    assert.deepEqual(
      [await meets('store-down'), await meets('store-down'), await meets('store-down')],
      [null, null, 'store-down'],
    )
    await house.retryMaster(editor, { masterId })
    assert.equal(await meets('store-refuses'), 'store-refuses', 'what no waiting mends is said at once')
  })

  test('a reel that is cancelled is nobody’s: what its worker made is thrown away', async () => {
    const test = await open()
    const { house } = test
    const { id } = await ordered(test)
    await house.takeReel(SYSTEM, { worker: 'one' })
    const folder = await made(test, id)
    await house.cancelReel(SYSTEM, { id })
    assert.equal(await house.keepReel(SYSTEM, { id, worker: 'one', progress: 0.5 }), false)
    await house.settleReel(SYSTEM, { id, worker: 'one', outcome: 'ready', reel: MADE })
    assert.equal((await house.viewReel(SYSTEM, { id })).state, 'cancelled')
    assert.equal(existsSync(folder), false)
    await house.retryReel(SYSTEM, { id })
    assert.equal((await house.takeReel(SYSTEM, { worker: 'two' }))?.id, id)
    await house.settleReel(SYSTEM, { id, worker: 'two', outcome: 'failed', failure: 'no-space' })
    const failed = await house.viewReel(SYSTEM, { id })
    assert.deepEqual([failed.state, failed.failure], ['failed', 'no-space'])
    await assert.rejects(house.cancelReel(SYSTEM, { id }), refusedAs('wrong-state'))
  })

  test('a worker that is not heard of loses its reel; the one that takes it up has it alone', async () => {
    const test = await open()
    const { house, database, folder } = test
    const { id } = await ordered(test)
    await house.takeReel(SYSTEM, { worker: 'dies' })
    await made(test, id, 'dies')
    test.later(60_000)
    assert.deepEqual(await house.tidyReels(SYSTEM), { takenBack: 0, cleared: 0 }, 'its machine may have another clock')
    await sql`update reel set taken_until = now() where house_id = ${house.id}`.execute(database.db)
    assert.deepEqual(await house.tidyReels(SYSTEM), { takenBack: 1, cleared: 0 })
    assert.equal((await house.takeReel(SYSTEM, { worker: 'lives' }))?.id, id)
    await made(test, id, 'lives', 'the poster')
    // The first was only stopped, as a machine that slept, and comes back.
    await house.settleReel(SYSTEM, { id, worker: 'dies', outcome: 'failed', failure: 'broken' })
    assert.equal((await house.viewReel(SYSTEM, { id })).state, 'packaging')
    await house.settleReel(SYSTEM, { id, worker: 'lives', outcome: 'ready', reel: MADE })
    await made(test, id, 'dies')
    await house.settleReel(SYSTEM, { id, worker: 'dies', outcome: 'ready', reel: MADE })
    const { state, bytes } = await house.viewReel(SYSTEM, { id })
    assert.deepEqual([state, bytes], ['ready', 10])
    assert.equal(readFileSync(join(folder, 'reels', id, reelPaths.poster), 'utf8'), 'the poster')
    assert.deepEqual(readdirSync(join(folder, 'reels', '.making')), [])
  })

  test('a reel that was removed comes back for ten minutes, then its files are gone', async () => {
    const test = await open()
    const { house } = test
    const { id, titleId } = await ready(test)
    const poster = () => house.openReelPicture(SYSTEM, { id, picture: 'poster' })
    await house.removeReel(SYSTEM, { id })
    await assert.rejects(poster(), refusedAs('not-found'))
    assert.notEqual((await house.listReels(SYSTEM, { titleId })).reels[0]?.restorableUntil, null)
    await house.restoreReel(SYSTEM, { id })
    assert.equal((await poster()).size, 6)
    await assert.rejects(house.restoreReel(SYSTEM, { id }), refusedAs('wrong-state'))
    await house.removeReel(SYSTEM, { id })
    test.later(11 * 60_000)
    await assert.rejects(house.restoreReel(SYSTEM, { id }), refusedAs('wrong-state'))
    assert.equal((await house.tidyReels(SYSTEM)).cleared, 1)
    assert.equal(existsSync(join(test.folder, 'reels', id)), false)
    assert.deepEqual((await house.listReels(SYSTEM, { titleId })).reels, [])
  })

  test('files that nobody misses are removed, and no others', async () => {
    const test = await open()
    const { house, folder } = test
    const [kept, failed, working] = [await ready(test), await ordered(test), await ordered(test)]
    // A worker was lost while it took a reel in, another in the middle of one; a third is at it.
    await house.takeReel(SYSTEM, { worker: 'one' })
    await made(test, failed.id, 'lost')
    await mkdir(join(folder, 'reels', failed.id))
    await house.takeReel(SYSTEM, { worker: 'three' })
    const at = await made(test, working.id, 'three')
    await made(test, working.id, 'lost')
    await mkdir(join(folder, 'reels', 'unknown'))
    assert.deepEqual(await house.tidyFilms(SYSTEM), { removed: 2 })
    assert.ok(existsSync(join(folder, 'reels', failed.id)), 'it may be about to be said that it is ready')
    await house.settleReel(SYSTEM, { id: failed.id, worker: 'one', outcome: 'failed', failure: 'broken' })
    // The removal of a master broke off behind its row.
    const { masterId } = await house.viewReel(SYSTEM, { id: kept.id })
    await house.removeMaster(SYSTEM, { masterId })
    for (const id of [masterId, 'unknown']) await writeFile(join(folder, 'masters', id), 'a film')
    assert.deepEqual(await house.tidyFilms(SYSTEM), { removed: 2 })
    assert.deepEqual(readdirSync(join(folder, 'reels')).toSorted(), ['.making', kept.id, 'unknown'].toSorted())
    assert.deepEqual(readdirSync(join(folder, 'masters')).toSorted(), [failed.masterId, working.masterId, 'unknown'].toSorted())
    assert.equal(existsSync(at), true)
    assert.deepEqual(await house.tidyFilms(SYSTEM), { removed: 0 })
    await assert.rejects(house.tidyFilms(await test.member('owner')), refusedAs('not-allowed'))
  })

  test('a reel whose master is gone, or whose key was sealed elsewhere, fails in words and holds nobody up', async () => {
    const test = await open()
    const { house, database } = test
    const first = await ordered(test)
    const second = await ordered(test)
    const third = await ordered(test)
    await house.cancelReel(SYSTEM, { id: first.id })
    await house.removeMaster(SYSTEM, { masterId: first.masterId })
    await assert.rejects(house.retryReel(SYSTEM, { id: first.id }), refusedAs('not-found'))
    await sql`update reel set sealed_key = (select sealed_key from reel where house_id = ${house.id} and id = ${third.id}) where house_id = ${house.id} and id = ${second.id}`.execute(database.db) // prettier-ignore
    assert.equal((await house.takeReel(SYSTEM, { worker: 'one' }))?.id, third.id)
    assert.equal((await house.viewReel(SYSTEM, { id: second.id })).failure, 'no-key')
  })

  test('hostile input: cuts that are none, ids that are paths, files of others', async () => {
    const test = await open()
    const { house } = test
    const { titleId, masterId } = await handedIn(test)
    const editor = await test.member('editor')
    for (const place of [
      { cut: '90', episode: null },
      { cut: '52', episode: 1 },
      { cut: '3x26', episode: 4 },
    ])
      await assert.rejects(house.placeMaster(editor, { masterId, ...place }), refusedAs('invalid-input'))
    await house.placeMaster(editor, { masterId, cut: '3x26', episode: 3 })
    const file = { titleId, cut: null, episode: null, fileName: 'x.mov', size: 1, checksum: 'a'.repeat(64), path: join(test.folder, 'none') } // prettier-ignore
    await assert.rejects(house.receiveMaster(editor, { ...file, id: '../../etc/passwd' }), refusedAs('invalid-input'))
    await assert.rejects(house.receiveMaster(editor, { ...file, id: newId(Date.now()) }), refusedAs('files-down'))
    assert.equal((await house.listReels(editor, { titleId })).masters.length, 1, 'a file that is not there leaves no row')
    for (const role of ['rights', 'sales', 'buyer', 'producer'] as const)
      await assert.rejects(house.orderReel(await test.member(role), { masterId, marked: true }), refusedAs('not-allowed'))
    await assert.rejects(house.listReels(await test.member('buyer'), { titleId }), refusedAs('not-allowed'))
    await assert.rejects(house.takeReel(await test.member('owner'), { worker: 'me' }), refusedAs('not-allowed'))
  })

  test('subtitles are checked when they come, and every reel of their cut carries them at once', async () => {
    const test = await open()
    const { house } = test
    const { id, titleId } = await ready(test)
    const editor = await test.member('editor')
    const vtt = () =>
      house
        .viewReel(editor, { id })
        .then(({ reel }) => reel?.subtitles.map(({ name, language, sdh }) => ({ name, language, sdh })))
    const read = async (name: string) => house.readSubtitleText(SYSTEM, { id: (await house.viewReel(editor, { id })).reel!.subtitles.find((track) => track.name === name)!.of! }) // prettier-ignore
    const give = (text: string, more: { language?: string; sdh?: boolean; cut?: string } = {}) =>
      house.addSubtitles(editor, { titleId, cut: '52', episode: null, language: 'eng', sdh: false, fileName: 'salt.srt', bytes: Buffer.from(text), ...more }) // prettier-ignore
    const given = await give('1\n00:00:01,000 --> 00:00:02,000\nSalt.\n\n2\n00:00:01,500 --> 00:00:03,500\nMore salt.\n')
    assert.deepEqual([given.format, given.cues, given.findings.map(({ rule }) => rule)], ['srt', 2, ['overlap']])
    assert.deepEqual(await vtt(), [{ name: 'eng', language: 'eng', sdh: false }])
    assert.match(await read('eng'), /^WEBVTT[\s\S]*More salt\./)
    await assert.rejects(house.readSubtitleText(editor, { id: given.id }), refusedAs('not-allowed'))
    await assert.rejects(house.readSubtitleText(SYSTEM, { id: 'none' }), refusedAs('not-found'))
    // Those that came before their text was kept apart are read from the file that was handed in.
    await sql`update subtitles set webvtt = null where id = ${given.id}`.execute(test.database.db)
    assert.match(await read('eng'), /^WEBVTT[\s\S]*More salt\./)
    const other = await give('1\n00:00:01,000 --> 00:00:02,500\n[Wind]\n', { sdh: true })
    await give('1\n00:00:01,000 --> 00:00:02,500\nOf another cut.\n', { cut: '3x26', language: 'deu' })
    assert.deepEqual(
      (await vtt())?.map(({ name }) => name),
      ['eng', 'eng-sdh'],
    )
    // It was the other cut all along.
    const { masterId } = await house.viewReel(editor, { id })
    await house.placeMaster(editor, { masterId, cut: '3x26', episode: null })
    assert.deepEqual([(await house.viewReel(editor, { id })).cut, await vtt()], ['3x26', [{ name: 'deu', language: 'deu', sdh: false }]]) // prettier-ignore
    assert.match(await read('deu'), /Of another cut\./)
    assert.match(await house.readSubtitleText(SYSTEM, { id: given.id }), /More salt/, 'a film that runs goes on with what it had')
    await house.placeMaster(editor, { masterId, cut: '52', episode: null })
    await house.removeSubtitles(editor, { id: other.id })
    assert.deepEqual(
      (await vtt())?.map(({ name }) => name),
      ['eng'],
    )

    for (const text of [
      'no subtitles',
      '',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><tt>&e;</tt>',
    ])
      await assert.rejects(give(text), refusedAs('unreadable-file'))
    await assert.rejects(give('1\n00:00:01,000 --> 00:00:02,000\nx', { language: '../x' }), refusedAs('invalid-input'))
    await assert.rejects(give('1\n00:00:01,000 --> 00:00:02,000\nx', { cut: '90' }), refusedAs('invalid-input'))
  })

  test('an upload that is received twice is one master', async () => {
    const test = await open()
    const { titleId } = await handedIn(test, 'once')
    const again = await handedIn(test, 'once')
    assert.notEqual(again.titleId, titleId)
    const { house, folder } = test
    const id = newId(Date.now())
    const path = join(folder, 'upload')
    await writeFile(path, 'film')
    const file = { id, titleId, cut: null, episode: null, fileName: 'a.mov', size: 4, checksum: 'b'.repeat(64), path }
    const first = await house.receiveMaster(SYSTEM, file)
    assert.deepEqual(await house.receiveMaster(SYSTEM, file), first)
  })
})

async function handedIn({ house, folder }: TestHouse, name = 'Salt'): Promise<{ titleId: string; masterId: string }> {
  const cuts = [{ minutes: 52, episodes: null, versions: [] }, { minutes: 26, episodes: 3, versions: [] }] // prettier-ignore
  const title = await house.createTitle(SYSTEM, { sheet: aSheet(name, { cuts }) })
  const masterId = newId(Date.now())
  const path = join(folder, masterId)
  await writeFile(path, 'a film')
  await house.receiveMaster(SYSTEM, { id: masterId, titleId: title.id, cut: null, episode: null, fileName: 'salt.mov', size: 6, checksum: 'a'.repeat(64), path }) // prettier-ignore
  return { titleId: title.id, masterId }
}

async function ordered(test: TestHouse): Promise<{ id: string; titleId: string; masterId: string }> {
  const { titleId, masterId } = await handedIn(test)
  await test.house.takeMaster(SYSTEM, { worker: 'one' })
  await test.house.noteMaster(SYSTEM, { id: masterId, worker: 'one', report: REPORT, failure: null })
  await test.house.placeMaster(SYSTEM, { masterId, cut: '52', episode: null })
  return { titleId, masterId, ...(await test.house.orderReel(SYSTEM, { masterId, marked: true })) }
}

async function ready(test: TestHouse): Promise<{ id: string; titleId: string }> {
  const { id, titleId } = await ordered(test)
  await test.house.takeReel(SYSTEM, { worker: 'one' })
  await made(test, id)
  await test.house.settleReel(SYSTEM, { id, worker: 'one', outcome: 'ready', reel: MADE })
  return { id, titleId }
}

async function made({ house }: TestHouse, id: string, worker = 'one', text = 'poster'): Promise<string> {
  const folder = await house.readyFolder(SYSTEM, { id, worker })
  const poster = join(folder, reelPaths.poster)
  await mkdir(dirname(poster), { recursive: true })
  await writeFile(poster, text)
  return folder
}
