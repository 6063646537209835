/** A copy turns up: it is handed in, taken by a worker, traced to a viewing, told in a report that stays; and everything that may come between. */
import assert from 'node:assert/strict'
import { existsSync, utimesSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { reelForTest } from '@vitrine/screening/testing/reel'
import { sql } from 'kysely'
import { SYSTEM } from '../../actors.ts'
import { canonical, sha256 } from '../../canonical.ts'
import { isHouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { aSheet, eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'
import { aReel } from '../../testing/reel-for-tests.ts'
import { aTraceableReel, aTraceableViewing, clearCopyOf } from '../../testing/trace-for-tests.ts'

const CHECKSUM = 'c'.repeat(64)
const refusedAs = (code: string) => (error: unknown) => isHouseError(error) && error.code === code

eachHouse('traces', (open) => {
  test('a copy is traced to the viewing that it was, and the report says who that was, as the trail does', async () => {
    const world = await open()
    const { house } = world
    const sales = await world.member('sales')
    const { titleId, reelId, viewings } = await watched(world, ['Ana', 'Bela', 'Cees'])
    const handed = await handedIn(world, titleId, sales)
    assert.deepEqual([handed.state, handed.foundWhere, handed.named], ['waiting', 'a forum', null])
    assert.deepEqual(await house.startTrace(sales, copy(world, titleId, handed.id)), handed, 'started twice, it is one trace')

    const work = (await house.takeTrace(SYSTEM, { worker: 'one' }))!
    assert.deepEqual([work.id, work.reels.map(({ id }) => id), work.reels[0]!.candidates.map(({ id }) => id).toSorted()], [handed.id, [reelId], viewings.map(({ id }) => id).toSorted()]) // prettier-ignore
    assert.equal(existsSync(copyOf(world, work.id)), true)
    assert.equal(await house.keepTrace(SYSTEM, { id: handed.id, worker: 'one', progress: 0.4219 }), true)
    assert.deepEqual((await house.listTraces(sales, { titleId })).traces.map(({ state, progress }) => [state, progress]), [['tracing', 0.421]]) // prettier-ignore
    await assert.rejects(house.deleteTrace(sales, { id: handed.id }), refusedAs('wrong-state'))
    await house.settleTrace(SYSTEM, { id: handed.id, worker: 'one', outcome: 'done', found: [clearCopyOf(work, viewings[1]!.key)], reels: work.reels }) // prettier-ignore

    const told = await house.viewTrace(sales, { id: handed.id })
    assert.deepEqual([told.state, told.progress, told.named, told.title], ['done', 1, 1, 'The Orchard'])
    const [named] = told.namedViewings
    assert.deepEqual([named!.viewing.name, named!.viewing.id, named!.sent, named!.read], ['Bela', viewings[1]!.id, 30, 60])
    const { report } = told.found!.reels[0]!
    assert.deepEqual(report.verdict.named.map(({ id }) => id), [viewings[1]!.id]) // prettier-ignore
    assert.ok(report.verdict.named[0]!.overall <= report.verdict.promised)
    assert.deepEqual(report.files.map(({ role, sha256: sum }) => [role, sum]), [['clip', CHECKSUM], ['film', '0'.repeat(64)]]) // prettier-ignore
    assert.deepEqual(report.custody.map(({ what, who, note }) => [what, who, note]), [['uploaded', sales.name, 'a forum'], ['traced', 'Vitrine', '']]) // prettier-ignore
    assert.ok(!JSON.stringify(told.found).includes('Bela'), 'the report itself knows viewings by their ids alone')

    // The copy is gone, and the trail holds what the report said.
    assert.equal(existsSync(copyOf(world, work.id)), false)
    assert.notEqual(told.copyDeletedAt, null)
    assert.equal(told.reportHash, sha256(canonical(told.found)))
    const trail = (await house.readAudit(SYSTEM, { limit: 50 })).items.filter(({ subject }) => subject === 'Trace')
    assert.deepEqual(trail.map(({ verb }) => verb).toReversed(), ['startTrace', 'settleTrace'])
    assert.deepEqual(trail[0]!.detail, { titleId, checksum: CHECKSUM, named: [viewings[1]!.id], reportHash: told.reportHash })
    await assert.rejects(sql`update trace set named = 0 where house_id = ${house.id}`.execute(world.database.db), /never rewritten/) // prettier-ignore

    // Who asks what the house holds about them is told that a copy was traced to them; nobody else is.
    const heldAbout = async (name: string) => {
      const { id } = await house.addContact(SYSTEM, { contact: { name, email: `${name.toLowerCase()}@kanal.example` } })
      const { bytes } = await house.exportPerson(await world.member('owner'), { id })
      return (JSON.parse(new TextDecoder().decode(bytes)) as { traces: { id: string; viewingId: string }[] }).traces.map((one) => [one.id, one.viewingId]) // prettier-ignore
    }
    assert.deepEqual([await heldAbout('Bela'), await heldAbout('Ana')], [[[handed.id, viewings[1]!.id]], []])

    // Nobody waits while the bucket is asked to delete what is left of the copy.
    const { copies } = world.films
    const [remove, answers] = [copies.remove, Promise.withResolvers<void>()]
    copies.remove = async (id) => {
      await answers.promise
      await remove(id)
    }
    const deleting = house.deleteTrace(sales, { id: handed.id })
    await house.createTitle(SYSTEM, { sheet: aSheet('Another film') })
    answers.resolve()
    await deleting
    copies.remove = remove
    await assert.rejects(house.viewTrace(sales, { id: handed.id }), refusedAs('not-found'))
  })

  test('who may not know whom screeners were given to, may not ask whose a copy is', async () => {
    const world = await open()
    const { titleId } = await watched(world, ['Ana'])
    const { id } = await handedIn(world, titleId, await world.member('rights'))
    for (const role of ['editor', 'buyer', 'producer'] as const) {
      const actor = await world.member(role)
      for (const asked of [
        () => world.house.listTraces(actor, { titleId }),
        () => world.house.viewTrace(actor, { id }),
        () => world.house.startTrace(actor, copy(world, titleId)),
        () => world.house.cancelTrace(actor, { id }),
        () => world.house.deleteTrace(actor, { id }),
        () => world.house.takeTrace(actor, { worker: 'me' }),
      ])
        await assert.rejects(asked(), refusedAs('not-allowed'), role)
    }
  })

  test('a film that nobody has watched by a marked reel has nobody to trace to', async () => {
    const world = await open()
    const sales = await world.member('sales')
    const { titleId, reelId } = await watched(world, [])
    await assert.rejects(handedIn(world, titleId, sales), refusedAs('wrong-state'))
    await sql`update reel set marked = false where house_id = ${world.house.id} and id = ${reelId}`.execute(world.database.db)
    await aTraceableViewing({ db: world.database.db, houseId: world.house.id, sealing: world.sealing }, reelId, 'Ana')
    assert.deepEqual((await world.house.listTraces(sales, { titleId })).viewings, 0)
    await assert.rejects(handedIn(world, titleId, sales), refusedAs('wrong-state'))
  })

  test('one that is cancelled is nobody’s: its copy goes, and its worker is told', async () => {
    const world = await open()
    const { house } = world
    const sales = await world.member('sales')
    const { titleId, viewings } = await watched(world, ['Ana'])
    const { id } = await handedIn(world, titleId, sales)
    const work = (await house.takeTrace(SYSTEM, { worker: 'one' }))!
    await house.cancelTrace(sales, { id })
    assert.equal(existsSync(copyOf(world, work.id)), false)
    assert.equal(await house.keepTrace(SYSTEM, { id, worker: 'one', progress: 0.5 }), false)
    await house.settleTrace(SYSTEM, { id, worker: 'one', outcome: 'done', found: [clearCopyOf(work, viewings[0]!.key)], reels: work.reels }) // prettier-ignore
    assert.deepEqual((await house.viewTrace(sales, { id })).state, 'cancelled')
    await assert.rejects(house.cancelTrace(sales, { id }), refusedAs('wrong-state'))
  })

  test('a worker that dies loses it to another; one that takes three with it fails, and its copy goes', async () => {
    const world = await open()
    const { house } = world
    const sales = await world.member('sales')
    const { titleId } = await watched(world, ['Ana'])
    const { id } = await handedIn(world, titleId, sales)
    const path = copyOf(world, id)
    for (const worker of ['one', 'two', 'three']) {
      assert.equal((await house.takeTrace(SYSTEM, { worker }))?.id, id)
      assert.equal(await house.fetchHandedIn(SYSTEM, { what: 'Trace', id }), path)
      assert.equal(await house.takeTrace(SYSTEM, { worker: 'idle' }), null)
      await sql`update trace set taken_until = now() - interval '1 second' where house_id = ${house.id}`.execute(world.database.db) // prettier-ignore
      assert.equal((await house.tidyTraces(SYSTEM)).takenBack, 1)
      assert.equal(await house.keepTrace(SYSTEM, { id, worker, progress: 0.9 }), false)
    }
    const { state, failure, attempts } = await house.viewTrace(sales, { id })
    assert.deepEqual([state, failure, attempts], ['failed', 'workers-died', 3])
    assert.equal(existsSync(path), false)
  })

  test('a worker that stops gives it back, and that costs no attempt; what is no film says why', async () => {
    const world = await open()
    const { house } = world
    const sales = await world.member('sales')
    const { titleId } = await watched(world, ['Ana'])
    const { id } = await handedIn(world, titleId, sales)
    await house.takeTrace(SYSTEM, { worker: 'one' })
    await house.settleTrace(SYSTEM, { id, worker: 'one', outcome: 'given-back' })
    const given = await house.viewTrace(sales, { id })
    assert.deepEqual([given.state, given.attempts, given.copyDeletedAt], ['waiting', 0, null])
    const path = copyOf(world, (await house.takeTrace(SYSTEM, { worker: 'two' }))!.id)
    await house.settleTrace(SYSTEM, { id, worker: 'two', outcome: 'failed', failure: 'playlist' })
    const failed = await house.viewTrace(sales, { id })
    assert.deepEqual([failed.state, failed.failure, failed.found, existsSync(path)], ['failed', 'playlist', null, false])
  })

  test('a bucket of films that is away puts it off and its copy stays; the third time it fails', async () => {
    const world = await open()
    const { house } = world
    const sales = await world.member('sales')
    const { titleId } = await watched(world, ['Ana'])
    const { id } = await handedIn(world, titleId, sales)
    for (const expected of ['waiting', 'waiting', 'failed']) {
      const path = copyOf(world, (await house.takeTrace(SYSTEM, { worker: 'one' }))!.id)
      await house.settleTrace(SYSTEM, { id, worker: 'one', outcome: 'failed', failure: 'store-down' })
      const { state, failure } = await house.viewTrace(sales, { id })
      const failed = expected === 'failed'
      assert.deepEqual([state, failure, existsSync(path)], [expected, failed ? 'store-down' : null, !failed])
    }
  })

  test('viewings of a reel whose files are gone are held against another reel of its master, and said to be beyond reach where there is none', async () => {
    const world = await open()
    const { house, database } = world
    const sales = await world.member('sales')
    const { titleId, reelId } = await watched(world, ['Ana'])
    await sql`update reel set state = 'removed', state_before = 'ready', reel = null, bytes = null where house_id = ${house.id} and id = ${reelId}`.execute(database.db) // prettier-ignore
    const beyond = await house.listTraces(sales, { titleId })
    assert.deepEqual([beyond.viewings, beyond.beyond], [0, 1])
    await assert.rejects(handedIn(world, titleId, sales), refusedAs('wrong-state'))
    const other = await aReel(database.db, house.id, titleId, { reel: reelForTest(60) })
    await sql`update reel set master_id = (select master_id from reel where house_id = ${house.id} and id = ${reelId}) where house_id = ${house.id} and id = ${other}`.execute(database.db) // prettier-ignore
    assert.equal((await house.listTraces(sales, { titleId })).viewings, 1)
    await handedIn(world, titleId, sales)
    const work = (await house.takeTrace(SYSTEM, { worker: 'one' }))!
    assert.deepEqual(work.reels.map(({ id, folder }) => [id, folder]), [[reelId, join(world.folder, 'reels', other)]]) // prettier-ignore
  })

  test('where no key opens, it fails and says so', async () => {
    const world = await open()
    const sales = await world.member('sales')
    const { titleId, reelId } = await watched(world, ['Ana'])
    await sql`update reel set sealed_key = 'other' where house_id = ${world.house.id} and id = ${reelId}`.execute(world.database.db) // prettier-ignore
    const { id } = await handedIn(world, titleId, sales)
    assert.equal(await world.house.takeTrace(SYSTEM, { worker: 'one' }), null)
    const { state, failure } = await world.house.viewTrace(sales, { id })
    assert.deepEqual([state, failure], ['failed', 'no-key'])
  })

  test('copies that nobody needs any more are deleted: of traces that are over, and without any', async () => {
    const world = await open()
    const { house, database } = world
    const sales = await world.member('sales')
    const { titleId } = await watched(world, ['Ana'])
    const { id } = await handedIn(world, titleId, sales)
    await house.cancelTrace(sales, { id })
    // As when the server died between the row and the file.
    await sql`update trace set copy_deleted_at = null where house_id = ${house.id}`.execute(database.db)
    const left = join(world.folder, 'copies', id)
    await writeFile(left, 'a copy')
    const stray = join(world.folder, 'copies', newId(Date.now()))
    await writeFile(stray, 'of a transaction that came to nothing')
    utimesSync(stray, 1, 1) // when it was written does not matter: it may be moved here at this moment
    world.later(Date.now() - Date.UTC(2026, 10, 22, 9, 0, 0))
    assert.deepEqual(await house.tidyTraces(SYSTEM), { takenBack: 0, deleted: 1 })
    assert.deepEqual([existsSync(left), existsSync(stray)], [false, true])
    world.later(2 * 3_600_000)
    assert.deepEqual(await house.tidyTraces(SYSTEM), { takenBack: 0, deleted: 1 })
    assert.equal(existsSync(stray), false)
  })
})

/** A film with a marked reel of two minutes that these people watched, half of it each. */
async function watched(world: TestHouse, names: string[]) {
  const { house, database, sealing } = world
  const { id: titleId } = await house.createTitle(SYSTEM, { sheet: aSheet('The Orchard') })
  const sealed = { db: database.db, houseId: house.id, sealing }
  const reelId = await aTraceableReel(sealed, titleId)
  const viewings: { id: string; key: Uint8Array }[] = []
  for (const name of names) viewings.push(await aTraceableViewing(sealed, reelId, name))
  return { titleId, reelId, viewings }
}

/** Where it lies while it is traced. */
const copyOf = ({ folder }: TestHouse, id: string) => join(folder, 'copies', id)
const copy = ({ folder }: TestHouse, titleId: string, id = newId(Date.now())) => ({ id, titleId, fileName: 'leak.mp4', foundWhere: ' a forum ', size: 6, checksum: CHECKSUM, path: join(folder, id) }) // prettier-ignore

async function handedIn(world: TestHouse, titleId: string, actor: Parameters<TestHouse['house']['startTrace']>[0]) {
  const given = copy(world, titleId)
  await writeFile(given.path, 'a copy')
  return world.house.startTrace(actor, given)
}
