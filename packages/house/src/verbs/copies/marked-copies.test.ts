/** A copy to keep: asked for by a viewer, made by a worker, sent to them alone while their screener stands, and traced like a viewing. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { reelForTest } from '@vitrine/screening/testing/reel'
import { keysOfViewings } from '@vitrine/store/reels/traces'
import { sql } from 'kysely'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { ScreenerInput, Whereabouts } from '../../contract/screeners.ts'
import { isHouseError } from '../../errors.ts'
import { sealKey } from '../../screening/sealed-key.ts'
import { aFilm } from '../../testing/deal-for-tests.ts'
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'
import { aReel } from '../../testing/reel-for-tests.ts'

const refused = (code: string, reason?: string) => (thrown: unknown) =>
  isHouseError(thrown) && thrown.code === code && (reason === undefined || thrown.details['reason'] === reason)
const at = (device: string, other: Partial<Whereabouts> = {}): Whereabouts => ({ address: '203.0.113.9', country: 'PL', device: device.padEnd(22, '-'), agent: 'Mozilla/5.0 (X11; Linux x86_64)', ...other }) // prettier-ignore
const DAY = 86_400_000

/** A marked film that the house holds, and somebody who watches it by a link that lets them keep a copy. */
async function watching(world: TestHouse, other: Partial<ScreenerInput> = {}) {
  const { house, database, sealing } = world
  const sales = await world.member('sales')
  const film = await aFilm(house, 'Salt')
  const reelId = await aReel(database.db, house.id, film, { reel: reelForTest(30) })
  await sql`update reel set sealed_key = ${sealKey(sealing, `reel ${reelId}`, randomBytes(32))} where house_id = ${house.id} and id = ${reelId}`.execute(database.db) // prettier-ignore
  const made = await house.makeScreener(sales, { screener: { toName: 'Ana Nowak', toEmail: 'ana@kanal.example', titleIds: [film], through: '2026-12-31', locale: 'en', download: 'watermarked', ...other } }) // prettier-ignore
  const secret = made.url.split('/').at(-1)!
  const { id: viewing } = await house.startViewing(VISITOR, { secret, reelId, where: at('laptop') })
  const own = { secret, viewing, device: at('laptop').device }
  const order = (more: object = {}) => house.orderMarkedCopy(VISITOR, { secret, viewing, where: at('laptop'), ...more })
  /** A worker takes it and has it made. */
  const make = async (worker = 'one') => {
    const work = (await house.takeMarkedCopy(SYSTEM, { worker }))!
    await writeFile(work.to, 'a film')
    await house.settleMarkedCopy(SYSTEM, { id: work.id, worker, outcome: 'ready' })
    return work
  }
  return { sales, film, reelId, made, secret, viewing, own, order, make, send: (id: string) => house.sendMarkedCopy(SYSTEM, { id, begins: true }) } // prettier-ignore
}
const fileOf = ({ folder }: TestHouse, id: string) => join(folder, 'marked', `${id}.mp4`)

eachHouse('copies to keep', (open) => {
  test('a viewer asks for one; it is made with their name, the tracks they follow and a mark of its own, and sending it is told to the desk and the trail', async () => {
    const world = await open()
    const { house, database } = world
    const { sales, reelId, made, viewing, own, order, send } = await watching(world)
    assert.equal(made.download, 'watermarked')
    assert.equal(await house.viewMarkedCopy(VISITOR, own), null)
    const asked = await order()
    assert.deepEqual([asked.state, asked.progress, asked.until, asked.id === viewing], ['waiting', 0, null, false])
    assert.deepEqual(await order(), asked, 'asked for twice, it is one')
    assert.equal(await send(asked.id), null, 'there is nothing to send yet')

    const work = (await house.takeMarkedCopy(SYSTEM, { worker: 'one' }))!
    assert.deepEqual([work.id, work.sound, work.subtitles, work.lines], [asked.id, 'eng', null, ['Ana Nowak', 'ana@kanal.example · 22 Nov 2026']]) // prettier-ignore
    assert.equal(await house.keepMarkedCopy(SYSTEM, { id: work.id, worker: 'one', progress: 0.4219 }), true)
    assert.deepEqual([(await house.viewMarkedCopy(VISITOR, own))!.state, (await house.viewMarkedCopy(VISITOR, own))!.progress], ['making', 0.421]) // prettier-ignore
    const streamed = (await house.takeViewing(SYSTEM, { id: viewing })).variants
    assert.equal(work.variants.length, 30)
    assert.notDeepEqual(work.variants, streamed, 'a leak of it leads to the copy and not to what was streamed')
    assert.equal((await keysOfViewings(database.db, house.id, reelId)).length, 2, 'a trace weighs both')

    await writeFile(work.to, 'a film')
    await house.settleMarkedCopy(SYSTEM, { id: work.id, worker: 'one', outcome: 'ready' })
    const ready = (await house.viewMarkedCopy(VISITOR, own))!
    assert.deepEqual([ready.state, ready.bytes, ready.fetchedAt, existsSync(work.to)], ['ready', 6, null, false])
    assert.ok(Math.abs(Date.parse(ready.until!) - Date.parse(asked.askedAt) - 7 * DAY) < 60_000)
    assert.deepEqual(await send(asked.id), { bytes: 6, fileName: 'salt.mp4' })
    const { fetchedAt } = (await house.viewMarkedCopy(VISITOR, own))!
    assert.notEqual(fetchedAt, null)
    await send(asked.id)
    assert.equal((await house.viewMarkedCopy(VISITOR, own))!.fetchedAt, fetchedAt, 'the first time counts')

    const { viewings } = await house.readViewings(sales, { screenerId: made.id })
    const told = viewings.find(({ id }) => id === asked.id)!
    assert.deepEqual([told.name, told.on, told.copy?.state, told.copy?.fetchedAt, told.watched.ranMs], ['Ana Nowak', false, 'ready', fetchedAt, 0]) // prettier-ignore
    assert.equal(viewings.find(({ id }) => id === viewing)!.copy, null)
    const { rows } = await sql<{ segments: string }>`select segments from served where viewing_id = ${asked.id}`.execute(
      database.db,
    )
    assert.deepEqual(rows, [{ segments: '0-29' }], 'whoever has the file was sent all of the film')
    const trail = (await house.readAudit(SYSTEM, { limit: 50 })).items.filter(({ detail }) => (detail as { viewing?: string }).viewing === asked.id) // prettier-ignore
    assert.deepEqual(trail.map(({ verb, subjectId }) => [verb, subjectId]).toReversed(), [['orderMarkedCopy', made.id], ['sendMarkedCopy', made.id]]) // prettier-ignore
    await assert.rejects(sql`update marked_copy set fetched_at = null where house_id = ${house.id}`.execute(database.db), /never rewritten/) // prettier-ignore
    assert.equal(existsSync(fileOf(world, asked.id)), true)
  })

  test('it is no device: it waits for none and takes the place of none; it counts as a viewing, once', async () => {
    const world = await open()
    const { house } = world
    const { secret, reelId, viewing, own, order, make, made, sales } = await watching(world, {
      viewingsAllowed: 4,
      devicesAtOnce: 1,
    })
    // Its own page is closed and another device has the only place: the copy is none of its business.
    await house.reportViewings(SYSTEM, { reports: [{ id: viewing, at: new Date(Date.UTC(2026, 10, 22, 9, 1)).toISOString(), page: 'a-page', report: 1, before: 0, left: true, openedAt: null, country: null, positionMs: 0, language: null, subtitles: null, played: [], segments: [], bytes: 0 }] }) // prettier-ignore
    const tablet = await house.startViewing(VISITOR, { secret, reelId, where: at('tablet') })
    const { id } = await order()
    assert.equal((await house.startViewing(VISITOR, { secret, reelId, where: at('tablet') })).id, tablet.id)
    assert.deepEqual(await house.endedViewings(SYSTEM, { ids: [tablet.id] }), [])
    assert.equal((await house.viewScreener(sales, { id: made.id })).viewings, 3)
    // Broken off and asked for again it is the same one.
    await house.cancelMarkedCopy(VISITOR, own)
    await assert.rejects(house.cancelMarkedCopy(VISITOR, own), refused('wrong-state'))
    assert.deepEqual([(await order()).id, (await order()).state], [id, 'waiting'])
    await make()
    assert.equal((await house.viewScreener(sales, { id: made.id })).viewings, 3)
    // A copy does not run, is resumed by nobody and is no page.
    await assert.rejects(house.takeViewing(SYSTEM, { id }), refused('not-found'))
    await assert.rejects(house.viewOwnViewing(VISITOR, { secret, id, device: own.device }), refused('not-found'))
    assert.equal((await house.startViewing(VISITOR, { secret, reelId, where: at('tablet') })).id, tablet.id)

    const once = await watching(world, { viewingsAllowed: 1 })
    await assert.rejects(once.order(), refused('screener-over', 'used'))
  })

  test('none where the screener allows none, by another’s device or link, from another country, or when it does not stand', async () => {
    const world = await open()
    const { house, database, later } = world
    const never = await watching(world, { download: 'never' })
    await assert.rejects(never.order(), refused('not-allowed'))
    const usual = await house.makeScreener(never.sales, {
      screener: { titleIds: [never.film], through: '2026-12-31', locale: 'en' },
    })
    assert.equal(usual.download, 'never', 'what is not said is not allowed')
    await assert.rejects(sql`update screener set download = 'watermarked' where house_id = ${house.id}`.execute(database.db), /never changed/) // prettier-ignore
    await assert.rejects(
      sql`insert into viewing (house_id, id, kind, screener_id, reel_id, name, device, device_hash, sealed_key, length_ms, started_at, heard_at)
        select house_id, 'by-hand', 'copy', screener_id, reel_id, name, device, device_hash, sealed_key, length_ms, started_at, heard_at from viewing where id = ${never.viewing}`.execute(database.db),
      { constraint: 'screener_download' },
    ) // prettier-ignore

    const { own, order, make, made, sales } = await watching(world, { countries: ['PL'] })
    await assert.rejects(order({ where: at('laptop', { country: 'DE' }) }), refused('screener-over', 'country'))
    await assert.rejects(order({ where: at('phone') }), refused('not-found'))
    await assert.rejects(house.orderMarkedCopy(VISITOR, { secret: never.secret, viewing: own.viewing, where: at('laptop') }), refused('not-found')) // prettier-ignore
    await assert.rejects(order({ sound: 'zzz' }), refused('invalid-input'))
    const { id } = await order({ sound: 'fra', subtitles: 'eng' })
    const work = await make()
    assert.deepEqual([work.sound, work.subtitles], ['fra', 'eng'])
    await assert.rejects(house.viewMarkedCopy(VISITOR, { ...own, device: at('phone').device }), refused('not-found'))
    assert.notEqual(await house.sendMarkedCopy(SYSTEM, { id, begins: false }), null)

    await house.revokeScreener(sales, { id: made.id })
    assert.equal(await house.sendMarkedCopy(SYSTEM, { id, begins: true }), null)
    await assert.rejects(order(), refused('screener-over', 'revoked'))
    assert.deepEqual(await house.tidyMarkedCopies(SYSTEM), { takenBack: 0, cancelled: 0, deleted: 1 })
    assert.deepEqual([(await house.viewMarkedCopy(VISITOR, own))!.state, existsSync(fileOf(world, id))], ['gone', false])
    await house.restoreScreener(sales, { id: made.id })
    assert.equal((await order()).state, 'waiting', 'the revocation was taken back: it is made again')
    later(40 * DAY)
    assert.equal(await house.takeMarkedCopy(SYSTEM, { worker: 'one' }), null, 'it lapsed while it waited')
    assert.equal((await house.viewMarkedCopy(VISITOR, own))!.state, 'cancelled')

    for (const role of ['sales', 'buyer'] as const)
      for (const asked of [
        house.takeMarkedCopy(await world.member(role), { worker: 'me' }),
        house.sendMarkedCopy(await world.member(role), { id, begins: true }),
      ])
        // prettier-ignore
        await assert.rejects(asked, refused('not-allowed'))
  })

  test('its file is there for seven days, and not for somebody who was erased', async () => {
    const world = await open()
    const { house, later } = world
    const { order, make, own, send } = await watching(world)
    const { id } = await order()
    await make()
    later(7 * DAY - 3_600_000)
    assert.equal((await house.tidyMarkedCopies(SYSTEM)).deleted, 0)
    assert.notEqual(await send(id), null)
    later(2 * 3_600_000)
    assert.equal((await house.tidyMarkedCopies(SYSTEM)).deleted, 1)
    assert.equal(await send(id), null)
    await order()
    await make()
    assert.notEqual(await send(id), null)
    const ana = await house.addContact(SYSTEM, { contact: { name: 'Ana Nowak', email: 'ana@kanal.example' } })
    const { bytes } = await house.exportPerson(await world.member('owner'), { id: ana.id })
    const held = (JSON.parse(new TextDecoder().decode(bytes)) as { viewings: { kind: string; downloadedAt: string | null }[] })
      .viewings
    assert.deepEqual(held.map(({ kind, downloadedAt }) => [kind, downloadedAt !== null]), [['stream', false], ['copy', true]]) // prettier-ignore
    await house.erasePerson(await world.member('owner'), { id: ana.id, revision: ana.revision })
    assert.equal(await send(id), null)
    assert.equal((await house.tidyMarkedCopies(SYSTEM)).deleted, 1)
    assert.equal(existsSync(fileOf(world, id)), false)
    await assert.rejects(house.viewMarkedCopy(VISITOR, own), refused('not-found'))
  })

  test('a worker that dies loses it to another; one that takes three with it fails; what they left is deleted; one that stops gives it back', async () => {
    const world = await open()
    const { house, database } = world
    const { order, own, make } = await watching(world)
    const { id } = await order()
    let left = ''
    for (const worker of ['one', 'two', 'three']) {
      const work = (await house.takeMarkedCopy(SYSTEM, { worker }))!
      await writeFile((left = work.to), 'half a film')
      assert.equal(await house.takeMarkedCopy(SYSTEM, { worker: 'idle' }), null)
      assert.equal((await house.tidyMarkedCopies(SYSTEM)).takenBack, 0)
      assert.equal(existsSync(left), true, 'who works is left alone')
      await sql`update marked_copy set taken_until = now() - interval '1 second' where house_id = ${house.id}`.execute(database.db) // prettier-ignore
      assert.equal((await house.tidyMarkedCopies(SYSTEM)).takenBack, 1)
      assert.equal(existsSync(left), false)
      assert.equal(await house.keepMarkedCopy(SYSTEM, { id, worker, progress: 0.9 }), false)
      await writeFile(left, 'a whole film')
      await house.settleMarkedCopy(SYSTEM, { id, worker, outcome: 'ready' })
      assert.deepEqual([existsSync(left), existsSync(fileOf(world, id))], [false, false], 'too late, and nothing of it is kept')
    }
    const { state, failure } = (await house.viewMarkedCopy(VISITOR, own))!
    assert.deepEqual([state, failure], ['failed', 'workers-died'])
    await order()
    await house.takeMarkedCopy(SYSTEM, { worker: 'one' })
    await house.settleMarkedCopy(SYSTEM, { id, worker: 'one', outcome: 'given-back' })
    assert.equal((await house.viewMarkedCopy(VISITOR, own))!.state, 'waiting')
    await house.takeMarkedCopy(SYSTEM, { worker: 'one' })
    await house.settleMarkedCopy(SYSTEM, { id, worker: 'one', outcome: 'failed', failure: 'no-space' })
    assert.deepEqual([(await house.viewMarkedCopy(VISITOR, own))!.failure, (await order()).failure], ['no-space', null])
    await make()
    // As when the server died between the file and the row.
    await writeFile(fileOf(world, 'ofanotherhouse'), 'what no row speaks of is left alone')
    await sql`update marked_copy set state = 'gone', bytes = null where house_id = ${house.id}`.execute(database.db)
    await house.tidyMarkedCopies(SYSTEM)
    assert.deepEqual([existsSync(fileOf(world, id)), existsSync(fileOf(world, 'ofanotherhouse'))], [false, true])
  })

  test('where the key of its mark does not open, none is made: it would name nobody', async () => {
    const world = await open()
    const { house, database } = world
    const { order, own, reelId } = await watching(world)
    await order()
    await sql`update reel set sealed_key = 'other' where house_id = ${house.id} and id = ${reelId}`.execute(database.db)
    assert.equal(await house.takeMarkedCopy(SYSTEM, { worker: 'one' }), null)
    assert.equal((await house.viewMarkedCopy(VISITOR, own))!.failure, 'no-key')
  })
})
