import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { eachDatabase } from '../testing/databases.ts'
import {
  findScreener,
  listScreenerRows,
  noteShared,
  putScreener,
  restoreScreenerRow,
  revokeScreenerRow,
  type ScreenerToPut,
} from './screeners.ts'
import {
  listViewingRows,
  lockViewings,
  putViewing,
  recordViewings,
  resumeViewingRow,
  screenerRefuses,
  servedOfViewings,
  viewingsOver,
  watchedOfViewings,
} from './viewings.ts'

const AT = '2026-11-26T10:00:00.000Z'
const at = (minutes: number): string => new Date(Date.parse(AT) + minutes * 60_000).toISOString()

eachDatabase('the screening room at the database', (open, kind) => {
  test('a screener lets in as many as it says, until it says, and no longer than it stands', async () => {
    const { db } = await open()
    await aHouse(db, 'h')
    await putScreener(db, 'h', aScreener({ viewingsAllowed: 3, devicesAtOnce: 2 }))
    const begin = (id: string, device: string, minutes: number, screenerId = 's') =>
      putViewing(db, 'h', { id, screenerId, reelId: 'r', contactId: null, userId: null, name: 'Ana', email: null, device: 'computer', deviceHash: device, placeHash: null, country: null, sealedKey: 'k', lengthMs: 9_200, positionMs: 0, at: at(minutes) }) // prettier-ignore
    await begin('one', 'laptop', 0)
    await begin('two', 'phone', 0)
    await assert.rejects(begin('three', 'tablet', 0.5), /lets nobody in: devices/)
    assert.equal(await screenerRefuses(db, 'h', { screenerId: 's', deviceHash: 'tablet', begins: false, at: at(0.5) }), 'devices')
    assert.equal(await screenerRefuses(db, 'h', { screenerId: 's', deviceHash: 'phone', begins: false, at: at(0.5) }), null)
    await sql`update viewing set left_at = ${at(0.6)}::timestamptz where house_id = 'h' and id = 'one'`.execute(db)
    await begin('three', 'tablet', 0.7)
    await assert.rejects(begin('four', 'laptop', 5), { constraint: 'screener_rules' })
    assert.equal(await screenerRefuses(db, 'h', { screenerId: 's', deviceHash: 'laptop', begins: true, at: at(5) }), 'used')
    assert.equal(await screenerRefuses(db, 'h', { screenerId: 's', deviceHash: 'laptop', begins: false, at: at(5) }), null)
    assert.equal(await screenerRefuses(db, 'h', { screenerId: 's', deviceHash: 'laptop', begins: false, at: at(120) }), 'expired')

    await putScreener(db, 'h', aScreener({ id: 'other', secretHash: 'b' }))
    await revokeScreenerRow(db, 'h', 'other', { at: at(1), name: 'Sam' })
    await assert.rejects(begin('five', 'laptop', 2, 'other'), /lets nobody in: revoked/)
    await assert.rejects(sql`update viewing set screener_id = 'other' where house_id = 'h'`.execute(db), /never changed/)
    await assert.rejects(putViewing(db, 'h', { id: 'six', screenerId: 's', reelId: 'unshown', contactId: null, userId: null, name: 'Ana', email: null, device: 'computer', deviceHash: 'x', placeHash: null, country: null, sealedKey: 'k', lengthMs: 1, positionMs: 0, at: at(1) }), { constraint: 'viewing_film' }) // prettier-ignore
  })

  // PGlite writes one after another: there is nothing to be told apart.
  test('while a device that was silent is heard, no other takes its place', { skip: kind !== 'postgres' }, async () => {
    const { db } = await open()
    await aHouse(db, 'meeting')
    await putScreener(db, 'meeting', aScreener({ devicesAtOnce: 1 }))
    await putViewing(db, 'meeting', { id: 'one', screenerId: 's', reelId: 'r', contactId: null, userId: null, name: 'Ana', email: null, device: 'computer', deviceHash: 'laptop', placeHash: null, country: null, sealedKey: 'k', lengthMs: 9_200, positionMs: 0, at: at(0) }) // prettier-ignore
    const waiting = async (): Promise<boolean> => (await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)).rows.length > 0 // prettier-ignore
    const answered = await db.transaction().execute(async (reporting) => {
      await lockViewings(reporting, 'meeting', ['one'])
      assert.deepEqual(await viewingsOver(reporting, 'meeting', ['one'], at(2)), [], 'nobody else is there: it goes on')
      let settled = false
      const phone = screenerRefuses(db, 'meeting', { screenerId: 's', deviceHash: 'phone', begins: true, at: at(2) }).finally(() => (settled = true)) // prettier-ignore
      while (!settled && !(await waiting())) await new Promise((resolve) => setImmediate(resolve))
      await sql`update viewing set heard_at = ${at(2)}::timestamptz where house_id = 'meeting' and id = 'one'`.execute(reporting)
      return { phone }
    })
    assert.equal(await answered.phone, 'devices')
  })

  test('what was given is not given otherwise, and a revocation is taken back within ten minutes or stays', async () => {
    const { db } = await open()
    await aHouse(db, 'g')
    await putScreener(db, 'g', aScreener())
    for (const change of [
      sql`expires_at = '2030-01-01'`,
      sql`viewings_allowed = 9`,
      sql`devices_at_once = 9`,
      sql`countries = '["FR"]'`,
      sql`secret_hash = 'x'`,
      sql`visible_mark = false`,
      sql`to_email = 'else@where.example'`,
    ])
      // prettier-ignore
      await assert.rejects(sql`update screener set ${change} where house_id = 'g'`.execute(db), /screener/)
    await assert.rejects(sql`delete from screener_film where house_id = 'g'`.execute(db), /never changed/)
    await assert.rejects(sql`update screener_film set position = 4 where house_id = 'g'`.execute(db), /never changed/)
    await revokeScreenerRow(db, 'g', 's', { at: at(1), name: 'Sam' })
    await assert.rejects(restoreScreenerRow(db, 'g', 's', at(12)), { constraint: 'state_step' })
    await restoreScreenerRow(db, 'g', 's', at(10))
    assert.equal((await findScreener(db, 'g', { secretHash: 'a' }))?.revokedAt, null)
    assert.equal(await noteShared(db, 'g', 's', at(3), { devices: 4, places: 3, countries: ['FR', 'PL'] }), true)
    assert.equal(await noteShared(db, 'g', 's', at(4), { devices: 9, places: 9, countries: [] }), false, 'noticed once')
    await sql`update screener set to_name = '', to_email = null, message = null where house_id = 'g'`.execute(db) // a person was erased
  })

  test('what was watched stays as it was reported, and what was served adds up', async () => {
    const { db } = await open()
    await aHouse(db, 'w')
    await putScreener(db, 'w', aScreener())
    await putViewing(db, 'w', { id: 'v', screenerId: 's', reelId: 'r', contactId: null, userId: null, name: 'Ana', email: 'ana@kanal.example', device: 'phone', deviceHash: 'phone', placeHash: 'p', country: 'PL', sealedKey: 'k', lengthMs: 9_200, positionMs: 0, at: AT }) // prettier-ignore
    const heard = { id: 'v', heardAt: at(1), leftAt: null, openedAt: null, country: null, toldTo: at(0.2), toldBy: [], positionMs: 4_000, language: 'fra', subtitles: null, seenMs: 4_000, ranMs: 4_000, segments: '0-2', bytes: 900 } // prettier-ignore
    const one = { viewingId: 'v', seq: 0, from: 0, to: 4_000, speed: 1.25, language: 'fra', subtitles: null, at: at(1) }
    await recordViewings(db, 'w', [heard], [one])
    await recordViewings(db, 'w', [{ ...heard, heardAt: at(0.5), segments: '0-3', bytes: 100, leftAt: at(2) }], [{ ...one, to: 6_000 }, { ...one, seq: 1, from: 1_000, to: 2_000 }]) // prettier-ignore
    assert.deepEqual(await watchedOfViewings(db, 'w', ['v']), [{ ...one, to: 6_000 }, { ...one, seq: 1, from: 1_000, to: 2_000 }]) // prettier-ignore
    assert.deepEqual(await servedOfViewings(db, 'w', ['v']), new Map([['v', { segments: '0-3', bytes: 1_000 }]]))
    const [row] = await listViewingRows(db, 'w', { titleId: 't' }, 10)
    assert.deepEqual([row?.heardAt, row?.leftAt, row?.device, row?.country, row?.seenMs, row?.toldTo], [at(1), at(2), 'phone', 'PL', 4_000, at(0.2)]) // prettier-ignore
    await assert.rejects(recordViewings(db, 'w', [heard], [{ ...one, to: 5_000 }]), /stays as it was reported/)
    await assert.rejects(sql`delete from watched where house_id = 'w'`.execute(db), /stays as it was reported/)
    await assert.rejects(recordViewings(db, 'w', [{ ...heard, seenMs: 9_201, ranMs: 9_201 }], []), { code: '23514' })
    const resumed = async (toldFrom: string, country: string | null) => {
      await resumeViewingRow(db, 'w', 'v', { at: at(3), toldFrom, placeHash: 'q', country })
      const [{ leftAt, toldTo } = { leftAt: '', toldTo: '' }] = await listViewingRows(db, 'w', { screenerIds: ['s'] }, 10)
      return [leftAt, toldTo]
    }
    assert.deepEqual(await resumed(at(2.8), null), [null, at(2.8)])
    assert.deepEqual(await resumed(at(1), 'DE'), [null, at(2.8)], 'what was believed is not believed again')
    const { rows } = await sql<{ been_in: string[] }>`select been_in from viewing where house_id = 'w'`.execute(db)
    assert.deepEqual(rows[0]?.been_in, ['PL', 'DE'])
    // What a server heard says where it was watched last, if it was recorded that it was watched there, and as it was heard last.
    const seenIn = async (country: string, minute: number) => {
      await recordViewings(db, 'w', [{ ...heard, heardAt: at(minute), country }], [])
      return (await listViewingRows(db, 'w', { screenerIds: ['s'] }, 10))[0]?.country
    }
    assert.deepEqual([await seenIn('PL', 4), await seenIn('DE', 3.5), await seenIn('FR', 5), await seenIn('DE', 6)], ['PL', 'PL', 'PL', 'DE']) // prettier-ignore
  })

  test('a device that was silent for so long that others took its place goes on when there is room again', async () => {
    const { db } = await open()
    await aHouse(db, 'd')
    await putScreener(db, 'd', aScreener({ devicesAtOnce: 1 }))
    const begin = (id: string, minutes: number) => putViewing(db, 'd', { id, screenerId: 's', reelId: 'r', contactId: null, userId: null, name: 'Ana', email: null, device: 'tablet', deviceHash: id, placeHash: null, country: null, sealedKey: 'k', lengthMs: 9_200, positionMs: 0, at: at(minutes) }) // prettier-ignore
    const over = (minutes: number) => viewingsOver(db, 'd', ['laptop', 'phone'], at(minutes))
    await begin('laptop', 0)
    assert.deepEqual(await over(0.9), [])
    assert.deepEqual(await over(5), [], 'it slept, and nobody else watches')
    await begin('phone', 5)
    assert.deepEqual(await over(5.5), [{ id: 'laptop', why: 'devices', since: null }])
    assert.deepEqual(await over(7), [], 'neither was heard of')
    await sql`update viewing set left_at = ${at(5.6)}::timestamptz where house_id = 'd' and id = 'phone'`.execute(db)
    assert.deepEqual(await over(5.7), [{ id: 'phone', why: 'left', since: null }])
  })

  test('viewings that may not go on are told apart, and screeners are found by what is asked', async () => {
    const { db } = await open()
    await aHouse(db, 'o')
    await putScreener(db, 'o', aScreener())
    await putScreener(db, 'o', aScreener({ id: 'later', secretHash: 'b', madeAt: at(1), expiresAt: at(500) }))
    for (const [id, screenerId] of [['v', 's'], ['w', 'later']] as const)
      await putViewing(db, 'o', { id, screenerId, reelId: 'r', contactId: null, userId: null, name: 'Ana', email: null, device: 'tablet', deviceHash: id, placeHash: null, country: null, sealedKey: 'k', lengthMs: 9_200, positionMs: 0, at: at(2) }) // prettier-ignore
    const over = async (minutes: number) => (await viewingsOver(db, 'o', ['v', 'w', 'none'], at(minutes))).map(({ id, why }) => `${id} ${why}`).toSorted() // prettier-ignore
    assert.deepEqual(await over(5), [])
    assert.deepEqual(await over(100), ['v expired'])
    await revokeScreenerRow(db, 'o', 'later', { at: at(3), name: 'Sam' })
    assert.deepEqual(await over(5), ['w revoked'])
    await sql`update title set status = 'withdrawn' where house_id = 'o'`.execute(db)
    assert.deepEqual(await over(5), ['v withdrawn', 'w revoked'])
    const found = async (asked: object) => (await listScreenerRows(db, 'o', { at: at(5), before: null, limit: 10, ...asked })).map(({ id }) => id) // prettier-ignore
    assert.deepEqual(await found({}), ['later', 's'])
    assert.deepEqual(await found({ state: 'open' }), ['s'])
    assert.deepEqual(await found({ state: 'over', titleId: 't' }), ['later'])
    assert.deepEqual(await found({ titleId: 'none' }), [])
    assert.deepEqual(await found({ before: { at: at(1), id: 'later' } }), ['s'])
    // One that had run out already when it was revoked ended when it ran out.
    await revokeScreenerRow(db, 'o', 's', { at: at(90), name: 'Sam' })
    const since = new Map((await viewingsOver(db, 'o', ['v', 'w'], at(100))).map((one) => [one.id, one.since]))
    assert.deepEqual([since.get('v'), since.get('w')], [at(60), at(3)])
  })
})

const aScreener = (other: Partial<ScreenerToPut> = {}): ScreenerToPut => ({ id: 's', secretHash: 'a', audience: 'anybody', contactId: null, companyId: null, toName: 'Kanal Nord', toEmail: 'jon@kanal.example', locale: 'en', message: 'For you', expiresAt: at(60), viewingsAllowed: null, devicesAtOnce: 1, countries: [], visibleMark: true, requestId: null, marketId: null, ownerId: null, madeAt: AT, madeById: null, madeBy: 'Sam', reelIds: ['r'], ...other }) // prettier-ignore

async function aHouse(db: Asker, house: string): Promise<void> {
  await sql`insert into house (house_id) values (${house})`.execute(db)
  await sql`insert into title (house_id, id, slug, status, revision, sheet, card, same_film, edited_by_hand, created_at, updated_at, change_seq) values (${house}, 't', 'salt', 'draft', 1, '{"title":"Salt"}', '{}', 'salt', false, now(), now(), 1)`.execute(db) // prettier-ignore
  await sql`insert into master (house_id, id, title_id, file_name, size, checksum, uploaded_at, uploaded_by) values (${house}, 'm', 't', 'salt.mov', 1, ${'0'.repeat(64)}, now(), 'Sam')`.execute(db) // prettier-ignore
  for (const id of ['r', 'unshown']) {
    await sql`insert into reel (house_id, id, title_id, master_id, languages, marked, sealed_key, state, state_since, ordered_at, ordered_by, updated_at) values (${house}, ${id}, 't', 'm', '["fra"]', true, 'k', 'waiting', now(), now(), 'Sam', now())`.execute(db) // prettier-ignore
    await sql`update reel set state = 'packaging', taken_by = 'w', taken_until = now() where house_id = ${house} and id = ${id}`.execute(db) // prettier-ignore
    await sql`update reel set state = 'ready', taken_by = null, taken_until = null, reel = '{"seconds":9.2}', bytes = 1, ready_at = now() where house_id = ${house} and id = ${id}`.execute(db) // prettier-ignore
  }
}
