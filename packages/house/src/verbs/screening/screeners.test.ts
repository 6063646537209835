import assert from 'node:assert/strict'
import { test } from 'node:test'
import { symbolOf } from '@vitrine/screening/mark/code'
import { reelForTest } from '@vitrine/screening/testing/reel'
import { noteShared } from '@vitrine/store/screening/screeners'
import { sql } from 'kysely'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { ScreenerInput, ViewingReport, Whereabouts } from '../../contract/screeners.ts'
import { isHouseError } from '../../errors.ts'
import { sealKey, openKey } from '../../screening/sealed-key.ts'
import { newestLetter } from '../../testing/agreed-deal.ts'
import { aBuyer, aFilm } from '../../testing/deal-for-tests.ts'
import { aSheet, eachHouse, testHouse, type TestHouse } from '../../testing/house-for-tests.ts'
import { aReel } from '../../testing/reel-for-tests.ts'

const refused = (code: string, reason?: string) => (thrown: unknown) =>
  isHouseError(thrown) && thrown.code === code && (reason === undefined || thrown.details['reason'] === reason)
const at = (device: string, other: Partial<Whereabouts> = {}): Whereabouts => ({ address: '203.0.113.9', country: 'PL', device: device.padEnd(22, '-'), agent: 'Mozilla/5.0 (X11; Linux x86_64)', ...other }) // prettier-ignore
const secretOf = ({ url }: { url: string }): string => url.split('/').at(-1)!
const MINUTE = 60_000

/** A film that the house holds in Europe, packaged, and somebody at a company who may want it. */
async function aRoom(test: TestHouse, segments = 30) {
  const { house, database } = test
  const sales = await test.member('sales')
  const film = await aFilm(house, 'Salt')
  const reel = reelForTest(segments)
  const reelId = await aReel(database.db, house.id, film, { reel })
  const company = (await house.addCompany(sales, { company: { name: 'Kanal Ost' } })).id
  const contact = (await house.addContact(sales, { contact: { name: 'Ana Nowak', companyId: company, email: 'ana@kanal-ost.example' } })).id // prettier-ignore
  const make = (other: Partial<ScreenerInput> = {}) => house.makeScreener(sales, { screener: { contactId: contact, titleIds: [film], through: '2026-12-31', locale: 'en', ...other } }) // prettier-ignore
  return { sales, film, reel, reelId, company, contact, make }
}
/** What a page tells that reports once, unless it says which it is. */
let pages = 0
const report = (id: string, when: string, played: [number, number, number?][], segments: number[], other: Partial<ViewingReport> = {}): ViewingReport => ({ id, at: when, page: `page-${(pages += 1)}`, report: 1, before: 0, left: false, openedAt: null, country: null, positionMs: played.at(-1)?.[1] ?? 0, language: 'fra', subtitles: null, played: played.map(([from, to, speed = 1]) => ({ from, to, speed, language: other.language ?? 'fra', subtitles: other.subtitles ?? null })), segments, bytes: segments.length * 1_000, ...other }) // prettier-ignore
const upTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, index) => index)

eachHouse('screeners', (open) => {
  test('a screener is made where the house holds the film, and its link is told once', async () => {
    const world = await open()
    const { house, database } = world
    const { film, reelId, make, sales, contact } = await aRoom(world)
    const made = await make({ send: true, message: 'As we said.', countries: ['PL', 'DE'] })
    assert.match(made.url, /^https:\/\/films\.example\/en\/watch\/[\w-]{22}$/)
    assert.deepEqual([made.audience, made.toName, made.state, made.devicesAtOnce, made.films[0]?.reelId, made.expiresAt], ['person', 'Ana Nowak', 'open', 1, reelId, '2027-01-01T00:00:00.000Z']) // prettier-ignore
    const letter = await newestLetter(world, 'ana@kanal-ost.example')
    assert.equal(letter.subject, 'To watch: Salt')
    assert.ok(letter.body.includes(made.url) && letter.body.includes('As we said.'))
    const { rows } = await sql<{ row: string }>`select row_to_json(s)::text as row from screener s where house_id = ${house.id}`.execute(database.db) // prettier-ignore
    assert.ok(!rows.some(({ row }) => row.includes(secretOf(made))), 'the link is kept nowhere')
    assert.equal((await house.viewScreener(sales, { id: made.id })).letter?.state, 'waiting')
    const unsent = await make()
    const listed = (await house.listScreeners(sales, {})).items
    assert.deepEqual(listed.map(({ id, films, letter }) => [id, films.length, letter?.state ?? null]), [[unsent.id, 1, null], [made.id, 1, 'waiting']]) // prettier-ignore

    await assert.rejects(make({ countries: ['JP'] }), refused('rights-conflict'), 'the grant is for Europe')
    await assert.rejects(make({ through: '2026-11-20' }), refused('invalid-input'))
    await assert.rejects(make({ titleIds: [] }), refused('invalid-input'))
    await assert.rejects(make({ countries: ['XX'] }), refused('invalid-input'))
    const many: string[] = []
    for (let n = 0; n < 50; n++) many.push(await aReel(database.db, house.id, film))
    await assert.rejects(make({ reelIds: many }), refused('invalid-input'), 'a film and fifty others')
    assert.equal((await make({ titleIds: [], reelIds: many })).films.length, 50)
    const unheld = (await house.createTitle(SYSTEM, { sheet: { ...(await house.openTitle(SYSTEM, { id: film })).sheet, title: 'Tide' } })).id // prettier-ignore
    await assert.rejects(make({ titleIds: [unheld] }), refused('not-found'), 'nothing is packaged of it')
    const tide = await aReel(database.db, house.id, unheld)
    await assert.rejects(make({ titleIds: [], reelIds: [tide] }), refused('rights-conflict'), 'the house does not hold it')
    await house.publishTitle(SYSTEM, { id: film, baseRevision: 1 })
    await house.withdrawTitle(SYSTEM, { id: film, baseRevision: 2 })
    await assert.rejects(make(), refused('rights-conflict'), 'it was taken back')
    await assert.rejects(house.makeScreener(await world.member('editor'), { screener: { contactId: contact, titleIds: [film], through: '2026-12-31', locale: 'en' } }), refused('not-allowed')) // prettier-ignore
  })

  test('of a film that is held in one cut, nothing else is shown: neither another cut nor one that nobody has named', async () => {
    const world = await open()
    const { house, database } = world
    const sales = await world.member('sales')
    const cuts = [52, 90].map((minutes) => ({ minutes, episodes: null, versions: [] }))
    const { id } = await house.createTitle(SYSTEM, { sheet: aSheet('Tide', { cuts }) })
    await house.enterEntry(SYSTEM, { titleId: id, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2026-01-01', cuts: '52' }, locale: 'en' }) // prettier-ignore
    for (const [cut, held] of [
      ['52', true],
      ['90', false],
      [null, false],
    ] as const) {
      // prettier-ignore
      const reelId = await aReel(database.db, house.id, id, { cut })
      const made = house.makeScreener(sales, { screener: { reelIds: [reelId], through: '2026-12-31', locale: 'en' } })
      if (held) await made
      else await assert.rejects(made, refused('rights-conflict'), String(cut))
    }
  })

  test('one answers a request, with its letter, in one step', async () => {
    const world = await open()
    const { house } = world
    const { film, make, sales } = await aRoom(world)
    await house.publishTitle(SYSTEM, { id: film, baseRevision: 1 })
    const { id } = await house.sendRequest(VISITOR, { kind: 'screener', titleIds: [film], name: 'Ana', email: 'ana@kanal-ost.example', company: 'Kanal Ost', message: 'Please', locale: 'en' }) // prettier-ignore
    const made = await make({ requestId: id, send: true })
    const request = await house.viewRequest(sales, { id, reader: 'en' })
    assert.deepEqual([request.state, request.ownerId, made.requestId], ['answered', sales.userId, id])
    await make({ requestId: id }) // a second one, for a colleague: it stays answered
    const byAddress = await make({ contactId: null, toName: 'A. Nowak', toEmail: 'ANA@kanal-ost.example' })
    assert.deepEqual([byAddress.audience, byAddress.toName, byAddress.contactId], ['person', 'Ana Nowak', made.contactId], 'known by the address that is hers alone') // prettier-ignore
    assert.deepEqual(await house.listShowable(sales), [{ titleId: film, title: 'Salt', reels: 1 }])
  })

  test('a link lets in whom it is for, on as many devices as it says, and tells of nobody else', async () => {
    const world = await open()
    const { house, later } = world
    const { film, reelId, make, company } = await aRoom(world)
    const made = await make({ viewingsAllowed: 2 })
    const secret = secretOf(made)
    const opened = await house.openScreener(VISITOR, { secret, locale: 'en', country: 'PL' })
    assert.deepEqual([opened.name, opened.refused, opened.films.length, opened.films[0]?.at], ['Ana Nowak', null, 1, null])
    await assert.rejects(house.openScreener(VISITOR, { secret: 'x'.repeat(22), locale: 'en' }), refused('not-found'))
    const first = await house.startViewing(VISITOR, { secret, reelId, where: at('laptop') })
    assert.deepEqual([first.name, first.positionMs, first.reel.seconds], ['Ana Nowak', 0, reelForTest(30).seconds])
    await assert.rejects(house.startViewing(VISITOR, { secret, reelId, where: at('phone') }), refused('too-many-devices'))
    await house.reportViewings(SYSTEM, { reports: [report(first.id, '2026-11-22T09:01:30.000Z', [[0, 20_000]], upTo(10), { left: true })] }) // prettier-ignore
    const second = await house.startViewing(VISITOR, { secret, reelId, where: at('phone', { agent: 'iPhone Mobile' }) })
    assert.equal(second.positionMs, 20_000, 'it goes on where it was, on another device')
    later(2 * MINUTE)
    const again = await house.startViewing(VISITOR, { secret, reelId, where: at('laptop') })
    assert.equal(again.id, first.id, 'the same viewing goes on')
    assert.deepEqual(await house.endedViewings(SYSTEM, { ids: [first.id] }), [], 'it was left, and goes on')
    await house.reportViewings(SYSTEM, { reports: [report(first.id, '2026-11-22T09:01:45.000Z', [], [], { left: true })] })
    assert.deepEqual(await house.endedViewings(SYSTEM, { ids: [first.id] }), [], 'a word from before it was opened again closes nothing') // prettier-ignore
    const leave = (openedAt: string | null) => house.reportViewings(SYSTEM, { reports: [report(first.id, '2026-11-22T10:00:00.000Z', [], [], { left: true, openedAt })] }) // prettier-ignore
    await leave(first.openedAt)
    assert.deepEqual(await house.endedViewings(SYSTEM, { ids: [first.id] }), [], 'the page before may say goodbye as late as it likes') // prettier-ignore
    await leave(again.openedAt)
    assert.deepEqual(await house.endedViewings(SYSTEM, { ids: [first.id] }), [{ id: first.id, why: 'left' }])
    later(2 * MINUTE)
    await assert.rejects(house.startViewing(VISITOR, { secret, reelId, where: at('tablet') }), refused('screener-over', 'used'))

    const own = await house.viewOwnViewing(VISITOR, { secret, id: first.id, device: at('laptop').device })
    assert.equal(own.viewing.watched.seenMs, 20_000)
    const { sheet, revision } = await house.openTitle(SYSTEM, { id: film })
    await house.editTitle(SYSTEM, { id: film, baseRevision: revision, sheet: { ...sheet, titles: { fr: 'Le Sel' } } })
    const named = async (locale: 'en' | 'fr') => (await house.viewOwnViewing(VISITOR, { secret, id: first.id, device: at('laptop').device, locale })).title // prettier-ignore
    assert.deepEqual([await named('fr'), await named('en')], ['Le Sel', 'Salt'])
    await assert.rejects(house.viewOwnViewing(VISITOR, { secret, id: first.id, device: at('phone').device }), refused('not-found')) // prettier-ignore
    const buyer = await aBuyer(world, company, 'lead', 'Another')
    for (const asking of [VISITOR, buyer, await world.member('producer'), await world.member('editor')]) {
      await assert.rejects(house.readViewings(asking, { companyId: company }), (thrown) => refused('not-allowed')(thrown) || refused('sign-in-needed')(thrown)) // prettier-ignore
      await assert.rejects(house.takeViewing(asking, { id: first.id }), (thrown) => refused('not-allowed')(thrown) || refused('sign-in-needed')(thrown)) // prettier-ignore
    }
  })

  test('by a link for several, each says who they are', async () => {
    const world = await open()
    const { house } = world
    const { reelId, make, company, contact } = await aRoom(world)
    const anybody = secretOf(await make({ contactId: null, devicesAtOnce: 5 }))
    const start = (secret: string, who: object, device = 'laptop') => house.startViewing(VISITOR, { secret, reelId, ...who, where: at(device) }) // prettier-ignore
    await assert.rejects(start(anybody, {}), refused('invalid-input'))
    await assert.rejects(start(anybody, { name: 'Jo' }), refused('invalid-input'))
    const ana = await start(anybody, { name: 'Ana N.', email: 'ANA@kanal-ost.example' })
    assert.equal((await start(anybody, {})).id, ana.id, 'on the same device they are asked once')
    const ofCompany = await make({ contactId: null, companyId: company })
    assert.deepEqual([ofCompany.audience, ofCompany.toName], ['company', 'Kanal Ost'])
    await start(secretOf(ofCompany), { name: 'Bo' })
    const { viewings } = await house.readViewings(SYSTEM, { contactId: contact })
    assert.deepEqual(viewings.map(({ name, email }) => [name, email]), [['Ana N.', 'ana@kanal-ost.example']], 'known by their address') // prettier-ignore
    assert.equal((await house.readViewings(SYSTEM, { companyId: company })).viewings.length, 1)
  })

  test('a viewing goes on however many others there were by the link since, and is nobody else’s', async () => {
    const world = await open()
    const { house, database } = world
    const { reelId, make, company } = await aRoom(world)
    const made = await make({ contactId: null, companyId: company, devicesAtOnce: 5 })
    const start = (device: string, who: object = {}) => house.startViewing(VISITOR, { secret: secretOf(made), reelId, ...who, where: at(device) }) // prettier-ignore
    const bo = await start('laptop', { name: 'Bo' })
    const ana = await start('tablet', { name: 'Ana', email: 'ana@kanal-ost.example' })
    await house.reportViewings(SYSTEM, { reports: [bo, ana].map(({ id }) => report(id, '2026-11-22T09:01:30.000Z', [[0, 8_000]], upTo(10), { left: true })) }) // prettier-ignore
    await sql`
      insert into viewing (house_id, id, screener_id, reel_id, name, device, device_hash, sealed_key, length_ms, started_at, heard_at, left_at)
      select house_id, 'other' || n, screener_id, reel_id, 'Other', device, 'other' || n, sealed_key, length_ms, started_at + make_interval(secs => n), heard_at, heard_at
      from viewing, generate_series(1, 210) as n where house_id = ${house.id} and id = ${bo.id}`.execute(database.db)
    assert.deepEqual([(await start('laptop')).id, (await start('laptop')).positionMs], [bo.id, 8_000])
    assert.equal((await start('phone', { name: 'Ana', email: 'ANA@kanal-ost.example' })).positionMs, 8_000)
    const cy = await start('laptop', { name: 'Cy' })
    assert.deepEqual([cy.id === bo.id, cy.name, cy.positionMs], [false, 'Cy', 0], 'somebody else at the same device')
    assert.equal((await start('laptop', { name: 'bo' })).id, bo.id)
  })

  test('who comes back has the language and the subtitles that they watched with last; nobody else has', async () => {
    const world = await open()
    const { house, later, database, sealing } = world
    const { reelId, make, company } = await aRoom(world)
    await sql`update reel set sealed_key = ${sealKey(sealing, `reel ${reelId}`, new Uint8Array(32))} where house_id = ${house.id}`.execute(database.db) // prettier-ignore
    const start = (made: { url: string }, device: string, who: object = {}) => house.startViewing(VISITOR, { secret: secretOf(made), reelId, ...who, where: at(device) }) // prettier-ignore
    const tell = (id: string, when: string, other: Partial<ViewingReport>) => house.reportViewings(SYSTEM, { reports: [report(id, when, [[0, 8_000]], upTo(10), { left: true, ...other })] }) // prettier-ignore
    const has = async (id: string) => (await house.takeViewing(SYSTEM, { id })).chosen
    const mine = await make({ devicesAtOnce: 9 })
    const first = await start(mine, 'laptop')
    const usual = { sound: 'eng', subtitles: null, again: false }
    assert.deepEqual([first.chosen, await has(first.id)], [usual, usual])
    await tell(first.id, '2026-11-22T09:00:30.000Z', { language: 'fr', subtitles: 'en' })
    later(2 * MINUTE)
    const chosen = { sound: 'fra', subtitles: 'eng', again: true }
    const again = await start(mine, 'laptop')
    const phone = await start(mine, 'phone')
    assert.notEqual(phone.id, again.id)
    for (const { id, chosen: told, asksFirst } of [again, phone]) {
      assert.deepEqual([told, await has(id)], [chosen, chosen])
      assert.ok(asksFirst.includes('sound/fra/init.mp4') && !asksFirst.includes('sound/eng/init.mp4'))
    }
    const own = await house.viewOwnViewing(VISITOR, { secret: secretOf(mine), id: phone.id, device: at('phone').device })
    assert.deepEqual([own.chosen, own.viewing.language], [chosen, null], 'what they will be given is not told as watched')
    await tell(phone.id, '2026-11-22T09:02:30.000Z', { language: 'xx', subtitles: 'en' })
    assert.deepEqual(await has(phone.id), usual, 'a language that the film has not')

    const ofCompany = await make({ contactId: null, companyId: company, devicesAtOnce: 9 })
    const ana = await start(ofCompany, 'tablet', { name: 'Ana', email: 'ana@kanal-ost.example' })
    await tell(ana.id, '2026-11-22T09:03:00.000Z', { language: 'fra', subtitles: null })
    assert.deepEqual((await start(ofCompany, 'phone', { name: 'A.', email: 'ANA@kanal-ost.example' })).chosen, { sound: 'fra', subtitles: null, again: true }) // prettier-ignore
    assert.deepEqual((await start(ofCompany, 'tablet', { name: 'Bo' })).chosen, usual, 'somebody else at the same device')
  })

  test('who goes on to the next film of a link has the language and the subtitles of the film before, as far as it has them', async () => {
    const world = await open()
    const { house, database } = world
    const { film, reelId, reel, make } = await aRoom(world)
    const spoken = (language: string) => ({ ...reel, sound: reel.sound.slice(0, 1).map((track) => ({ ...track, name: language, language })) }) // prettier-ignore
    const [alike, german] = [await aReel(database.db, house.id, film, { reel }), await aReel(database.db, house.id, film, { reel: spoken('deu') })] // prettier-ignore
    const made = secretOf(await make({ titleIds: [], reelIds: [reelId, alike, german], devicesAtOnce: 9, locale: 'fr' }))
    const start = async (of: string, device = 'laptop') => { const { id, chosen } = await house.startViewing(VISITOR, { secret: made, reelId: of, where: at(device) }); return { id, chosen } } // prettier-ignore
    const usual = { sound: 'deu', subtitles: 'fra-2', again: false }
    const first = await start(reelId)
    await house.reportViewings(SYSTEM, { reports: [report(first.id, '2026-11-22T09:00:30.000Z', [[0, 8_000]], upTo(10), { language: 'fra', subtitles: 'en' })] }) // prettier-ignore
    assert.deepEqual((await start(alike)).chosen, { sound: 'fra', subtitles: 'eng', again: true })
    assert.deepEqual((await start(german)).chosen, { sound: 'deu', subtitles: 'eng', again: true }, 'they read on')
    await house.reportViewings(SYSTEM, { reports: [report(first.id, '2026-11-22T09:00:40.000Z', [], [], { language: 'fra', subtitles: null })] }) // prettier-ignore
    assert.deepEqual(
      (await start(german, 'phone')).chosen,
      usual,
      'who read nothing is not left with a language they did not choose',
    )
  })

  test('nobody is let in from elsewhere, where the house may not show it, or when it is over', async () => {
    const world = await open()
    const { house, later } = world
    const { reelId, make, sales } = await aRoom(world)
    const limited = secretOf(await make({ countries: ['PL'] }))
    const start = (secret: string, country: string | null) => house.startViewing(VISITOR, { secret, reelId, where: at('laptop', { country }) }) // prettier-ignore
    await assert.rejects(start(limited, 'DE'), refused('screener-over', 'country'))
    await assert.rejects(start(limited, null), refused('screener-over', 'country'), 'a limit that cannot be held lets nobody in')
    await start(limited, 'PL')
    const open1 = secretOf(await make())
    await assert.rejects(start(open1, 'JP'), refused('screener-over', 'rights'))
    await start(open1, null)
    const revoked = await make()
    await house.revokeScreener(sales, { id: revoked.id })
    await assert.rejects(start(secretOf(revoked), 'PL'), refused('screener-over', 'revoked'))
    assert.equal((await house.openScreener(VISITOR, { secret: secretOf(revoked), locale: 'fr' })).refused, 'revoked')
    later(40 * 1_440 * MINUTE)
    await assert.rejects(start(open1, 'PL'), refused('screener-over', 'expired'))
  })

  test('a revocation ends every viewing, its letter stays, and it is taken back for ten minutes', async () => {
    const world = await open()
    const { house, later } = world
    const { reelId, make, sales } = await aRoom(world)
    const made = await make({ send: true })
    const { id } = await house.startViewing(VISITOR, { secret: secretOf(made), reelId, where: at('laptop') })
    const ended = () => house.endedViewings(SYSTEM, { ids: [id] })
    assert.deepEqual(await ended(), [])
    const over = await house.revokeScreener(sales, { id: made.id })
    assert.deepEqual([over.state, over.letter?.state], ['revoked', 'given-up'])
    assert.ok(over.restorableUntil !== null)
    assert.deepEqual(await ended(), [{ id, why: 'revoked' }])
    assert.equal((await house.restoreScreener(sales, { id: made.id })).state, 'open')
    assert.deepEqual(await ended(), [])
    await house.revokeScreener(sales, { id: made.id })
    later(11 * MINUTE)
    await assert.rejects(house.restoreScreener(sales, { id: made.id }), refused('undo-over', 'late'))
    assert.deepEqual((await house.listScreeners(sales, { state: 'over' })).items.map(({ id: one }) => one), [made.id]) // prettier-ignore
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('each viewing has its own copy, drawn from keys that lie encrypted', async () => {
    const world = await open()
    const { house, database } = world
    const { film, make } = await aRoom(world)
    const key = new Uint8Array(32).fill(7)
    const marked = await aReel(database.db, house.id, film, {
      reel: reelForTest(60),
      sealedKey: sealKey(world.sealing, 'reel x', key),
    })
    await sql`update reel set sealed_key = ${sealKey(world.sealing, `reel ${marked}`, key)} where house_id = ${house.id} and id = ${marked}`.execute(database.db) // prettier-ignore
    const secret = secretOf(await make({ contactId: null, toName: 'Two', titleIds: [], reelIds: [marked], devicesAtOnce: 5 }))
    const copies: string[] = []
    for (const who of ['one', 'two']) {
      const { id } = await house.startViewing(VISITOR, { secret, reelId: marked, name: who, email: `${who}@kanal.example`, where: at(who) }) // prettier-ignore
      const taken = await house.takeViewing(SYSTEM, { id })
      assert.ok(!JSON.stringify(taken).includes('ealed'), 'keys do not leave the house')
      copies.push(taken.variants.join(''))
      const { rows } = await sql<{ sealed_key: string }>`select sealed_key from viewing where house_id = ${house.id} and id = ${id}`.execute(database.db) // prettier-ignore
      const own = openKey(world.sealing, `viewing ${id}`, rows[0]!.sealed_key)!
      assert.equal(taken.variants.join(''), reelForTest(60).lengths.map((_, n) => (symbolOf(key, own, n) === 1 ? 'b' : 'a')).join('')) // prettier-ignore
    }
    assert.notEqual(copies[0], copies[1])
    await sql`update reel set sealed_key = 'other' where house_id = ${house.id} and id = ${marked}`.execute(database.db)
    const { id } = await house.startViewing(VISITOR, { secret, reelId: marked, name: 'three', email: 'three@kanal.example', where: at('three') }) // prettier-ignore
    await assert.rejects(house.takeViewing(SYSTEM, { id }), /another secret/, 'rather nothing than a copy that names nobody')
  })

  test('however much is reported of a viewing, what is kept of it stays within bounds', async () => {
    const world = await open()
    const { house, database } = world
    const { reelId, make } = await aRoom(world)
    const { id } = await house.startViewing(VISITOR, { secret: secretOf(await make()), reelId, where: at('laptop') })
    const apart = (count: number) => Array.from({ length: count }, (_, n): [number, number] => [(n % 2) * 2_000, (n % 2) * 2_000 + 100]) // prettier-ignore
    for (const [count, minute] of [[3_000, 30], [1_500, 59]] as const) await house.reportViewings(SYSTEM, { reports: [report(id, `2026-11-22T09:${minute}:00.000Z`, apart(count), [0, 1])] }) // prettier-ignore
    const { rows } = await sql<{ count: unknown }>`select count(*) as count from watched where house_id = ${house.id}`.execute(database.db) // prettier-ignore
    assert.equal(Number(rows[0]?.count), 4_000)
  })

  test('moments that nearly meet are no more film than there was time for', async () => {
    const world = await open()
    const { house } = world
    const { reelId, make, sales } = await aRoom(world)
    const made = await make()
    const { id } = await house.startViewing(VISITOR, { secret: secretOf(made), reelId, where: at('laptop') })
    const { rows } = await sql<{ at: Date | string }>`select heard_at as at from viewing where house_id = ${house.id}`.execute(world.database.db) // prettier-ignore
    const after = (seconds: number): string => new Date(new Date(rows[0]!.at).getTime() + seconds * 1000).toISOString()
    const moments = Array.from({ length: 100 }, (_, n): [number, number] => [n * 500, n * 500 + 1])
    await house.reportViewings(SYSTEM, { reports: [report(id, after(10), [[0, 1_000], ...moments.slice(2)], upTo(29))] })
    const ran = async () => (await house.readViewings(sales, { screenerId: made.id })).viewings[0]!.watched.ranMs
    assert.equal(await ran(), 12_000)
    await house.reportViewings(SYSTEM, { reports: [report(id, after(20), [[12_100, 20_000]], [])] })
    assert.equal(await ran(), 20_000, 'a pause leaves no gap')
  })

  test('what was watched is told as far as it was served: once, twice, skipped, faster', async () => {
    const world = await open()
    const { house } = world
    const { film, reelId, make, company, sales } = await aRoom(world)
    const made = await make()
    const { id } = await house.startViewing(VISITOR, { secret: secretOf(made), reelId, where: at('laptop') })
    const beat = (minute: number, played: [number, number, number?][], segments: number[]) => house.reportViewings(SYSTEM, { reports: [report(id, `2026-11-22T09:${String(minute).padStart(2, '0')}:00.000Z`, played, segments)] }) // prettier-ignore
    await beat(1, [[0, 10_000]], upTo(6))
    await beat(2, [[10_000, 14_000]], [])
    await beat(3, [[30_000, 50_000, 2]], []) // said, and never fetched
    let [viewing] = (await house.readViewings(sales, { screenerId: made.id })).viewings
    assert.deepEqual([viewing?.watched.seenMs, viewing?.watched.unwitnessedMs], [14_000, 20_000])
    await beat(4, [[0, 14_000]], upTo(24))
    viewing = (await house.readViewings(sales, { screenerId: made.id })).viewings[0]
    assert.equal(viewing?.watched.seenMs, 34_000)
    assert.equal(viewing?.watched.ranMs, 48_000)
    assert.deepEqual(viewing?.watched.skipped, [{ from: 14_000, to: 30_000 }])
    assert.deepEqual(viewing?.watched.repeated, [{ from: 0, to: 14_000 }])
    assert.equal(viewing?.watched.heat.length, 52)
    const { films } = await house.readViewings(sales, { titleId: film })
    assert.deepEqual(films.map(({ title, viewings, watched }) => [title, viewings, watched.seenMs]), [['Salt', 1, 34_000]]) // prettier-ignore
    const { dealings } = await house.openCompany(sales, { id: company })
    assert.deepEqual(dealings?.watched.map(({ title, name, seenMs }) => [title, name, seenMs]), [['Salt', 'Ana Nowak', 34_000]]) // prettier-ignore
  })

  test('what two servers heard of one viewing is all kept, from the first word on', async () => {
    const world = await open()
    const { house, database } = world
    const { reelId, make } = await aRoom(world)
    const other = (await testHouse(database, world.folder, house.id)).house
    const secret = secretOf(await make({ contactId: null, devicesAtOnce: 20 }))
    for (let n = 0; n < 8; n++) {
      const { id } = await house.startViewing(VISITOR, { secret, reelId, name: 'Ana', email: 'ana@kanal-ost.example', where: at(`device ${n}`) }) // prettier-ignore
      await Promise.all([
        house.reportViewings(SYSTEM, { reports: [report(id, '2026-11-22T09:30:00.000Z', [[0, 4_000]], [0, 1])] }),
        other.reportViewings(SYSTEM, { reports: [report(id, '2026-11-22T09:30:00.000Z', [[20_000, 22_000]], [10])] }),
      ])
      const { viewing } = await house.viewOwnViewing(VISITOR, { secret, id, device: at(`device ${n}`).device })
      assert.deepEqual([viewing.watched.seenMs, viewing.watched.unwitnessedMs], [6_000, 0])
    }
  })

  test('what is told to several servers at once is believed once, and what was told to none is believed late', async () => {
    const world = await open()
    const { house, database, later } = world
    const { reelId, make } = await aRoom(world)
    const others = await Promise.all([1, 2].map(() => testHouse(database, world.folder, house.id)))
    const servers = [house, ...others.map(({ house: other }) => other)]
    const secret = secretOf(await make())
    const { id } = await house.startViewing(VISITOR, { secret, reelId, where: at('laptop') })
    const whole = upTo(29)
    const opened = async () => new Date((await sql<{ at: Date | string }>`select heard_at as at from viewing where house_id = ${house.id}`.execute(database.db)).rows[0]!.at).getTime() // prettier-ignore
    let start = await opened()
    const after = (seconds: number): string => new Date(start + seconds * 1000).toISOString()
    const ran = async () => { const { watched } = (await house.viewOwnViewing(VISITOR, { secret, id, device: at('laptop').device })).viewing; return [watched.seenMs, watched.ranMs] } // prettier-ignore
    // Each is told that other parts of the film ran in the same ten seconds.
    await Promise.all(servers.map((server, n) => server.reportViewings(SYSTEM, { reports: [report(id, after(10), [[n * 10_000, (n + 1) * 10_000]], whole)] }))) // prettier-ignore
    assert.deepEqual(await ran(), [12_000, 12_000], 'as much as there was time for, and what may be early')
    await servers[1]!.reportViewings(SYSTEM, { reports: [report(id, after(10), [[40_000, 50_000]], [])] })
    assert.deepEqual(await ran(), [12_000, 12_000])
    // Files were sent all the while, and nobody reported: what the next report tells is not of the time since the last file.
    for (const seconds of [12, 14, 16, 18]) await house.reportViewings(SYSTEM, { reports: [report(id, after(seconds), [], [], { page: null })] }) // prettier-ignore
    await servers[2]!.reportViewings(SYSTEM, { reports: [report(id, after(20), [[30_000, 40_000]], [])] })
    assert.deepEqual(await ran(), [22_000, 22_000])
    // The page was closed for a day.
    later(1_440 * MINUTE)
    await house.startViewing(VISITOR, { secret, reelId, where: at('laptop') })
    start = await opened()
    await house.reportViewings(SYSTEM, { reports: [report(id, after(0), [[0, 60_000]], [])] })
    assert.equal((await ran())[1], 54_000, 'what the page before may not have told yet, and no more')
  })

  test('what ran before a link was revoked counts to the second, whenever it is told; what ran from what was loaded does not', async () => {
    const world = await open()
    const { house, later } = world
    const { reelId, make, sales } = await aRoom(world)
    const made = await make()
    const { id, openedAt } = await house.startViewing(VISITOR, { secret: secretOf(made), reelId, where: at('laptop') })
    let moment = Date.parse(openedAt)
    const after = (seconds: number): string => new Date(moment + seconds * 1000).toISOString()
    const viewing = async () => (await house.readViewings(sales, { screenerId: made.id })).viewings[0]!
    const tell = (seconds: number, played: [number, number, number?][], other: Partial<ViewingReport> = {}) => house.reportViewings(SYSTEM, { reports: [report(id, after(seconds), played, upTo(29), { page: 'the-page', ...other })] }) // prettier-ignore
    later(MINUTE) // nothing ran for a while: there was time for more film than was sent
    await tell(60, [[0, 1_000]])
    moment = Date.parse((await house.revokeScreener(sales, { id: made.id })).revokedAt!)
    const answer = await tell(
      5,
      [
        [0, 1_000],
        [1_000, 7_000],
        [20_000, 24_000, 2],
      ],
      { report: 2 },
    )
    assert.deepEqual(answer.map(({ told }) => told), [11_000], 'it is not told again') // prettier-ignore
    assert.deepEqual(
      [(await viewing()).watched.seenMs, (await viewing()).heardAt],
      [4_000, after(0)],
      'five of its eight seconds ran after that',
    )
    // What an earlier page left is of a time that nobody knows, and nothing of it ran after the end.
    await tell(300, [[30_000, 32_000]], { page: 'a-page-before', report: 0 })
    assert.equal((await viewing()).watched.seenMs, 6_000)
    await house.restoreScreener(sales, { id: made.id })
    await tell(7, [[40_000, 42_000]], { report: 3, before: 11_000 })
    assert.equal((await viewing()).watched.seenMs, 8_000, 'it was taken back')
  })

  test('who lost their place to another device is believed for what ran before, and does not take it back by telling it', async () => {
    const world = await open()
    const { house, later } = world
    const { reelId, make, sales } = await aRoom(world)
    const made = await make({ devicesAtOnce: 1 })
    const start = (device: string) => house.startViewing(VISITOR, { secret: secretOf(made), reelId, where: at(device) })
    const { id, openedAt } = await start('laptop')
    later(2 * MINUTE)
    await start('phone')
    const ended = () => house.endedViewings(SYSTEM, { ids: [id] })
    assert.deepEqual(await ended(), [{ id, why: 'devices' }])
    const now = new Date(Date.parse(openedAt) + 2 * MINUTE * 60_000).toISOString()
    await house.reportViewings(SYSTEM, { reports: [report(id, now, [[0, 8_000]], upTo(10))] })
    assert.deepEqual(await ended(), [{ id, why: 'devices' }])
    assert.equal((await house.readViewings(sales, { screenerId: made.id })).viewings.find((one) => one.id === id)?.watched.seenMs, 8_000) // prettier-ignore
  })

  test('a link in more places than one person is in is noticed, and goes on', async () => {
    const world = await open()
    const { house, later } = world
    const { reelId, make, sales } = await aRoom(world)
    const made = await make({ devicesAtOnce: 3 })
    const start = (device: string, country: string) => house.startViewing(VISITOR, { secret: secretOf(made), reelId, where: at(device, { country }) }) // prettier-ignore
    await start('laptop', 'PL')
    assert.equal((await house.viewScreener(sales, { id: made.id })).sharedAt, null)
    later(MINUTE)
    await start('phone', 'DE')
    const noticed = await house.viewScreener(sales, { id: made.id })
    assert.deepEqual([noticed.shared?.devices, noticed.shared?.countries, noticed.state], [2, ['DE', 'PL'], 'open'])
  })

  test('from where somebody signed in is forgotten once that sign-in has ended', async () => {
    const { house, database, later } = await open()
    const { id } = await house.addUser(SYSTEM, { name: 'Ana', email: 'ana@house.example', role: 'sales' })
    await sql`insert into sign_in_user (id, name, email, email_verified) values (${id}, 'Ana', 'ana@house.example', true) on conflict do nothing`.execute(database.db) // prettier-ignore
    const ends = (days: number) => new Date(Date.UTC(2026, 10, 22, 9) + days * 1_440 * MINUTE).toISOString()
    for (const days of [10, 30])
      await sql`insert into sign_in_session (id, user_id, token, expires_at, ip_address, user_agent, updated_at) values (${`s${days}`}, ${id}, ${`t${days}`}, ${ends(days)}::timestamptz, '192.0.2.7', 'Firefox', now())`.execute(database.db) // prettier-ignore
    await sql`insert into sign_in_verification (id, identifier, value, expires_at) values ('v', 'link', 'x', ${ends(10)}::timestamptz)`.execute(database.db) // prettier-ignore
    const kept = async () => (await sql<{ id: string }>`select id from sign_in_session where user_id = ${id} union all select id from sign_in_verification where id = 'v' order by 1`.execute(database.db)).rows.map((row) => row.id) // prettier-ignore
    later(9 * 1_440 * MINUTE)
    await house.forgetViewers(SYSTEM)
    assert.deepEqual(await kept(), ['s10', 's30', 'v'])
    later(2 * 1_440 * MINUTE)
    await house.forgetViewers(SYSTEM)
    assert.deepEqual(await kept(), ['s30'])
  })

  test('a viewer who goes elsewhere is judged there as where they began, and that they did is recorded', async () => {
    const world = await open()
    const { house, database } = world
    const { reelId, make, sales } = await aRoom(world)
    const made = await make({ countries: ['PL', 'DE'] })
    const { id } = await house.startViewing(VISITOR, { secret: secretOf(made), reelId, where: at('laptop') })
    const move = async (country: string | null) => (await house.moveViewing(SYSTEM, { id, country })).refused
    const viewing = async () => (await house.readViewings(sales, { screenerId: made.id })).viewings[0]!
    const trail = async () =>
      (await house.readAudit(SYSTEM, { limit: 50 })).items
        .filter(({ verb }) => verb === 'moveViewing')
        .map(({ detail }) => detail)
    assert.equal(await move('PL'), null)
    assert.deepEqual([(await viewing()).countries, await trail()], [['PL'], []])
    assert.equal((await house.viewScreener(sales, { id: made.id })).sharedAt, null)
    assert.equal(await move('DE'), null)
    assert.equal(await move('FR'), 'country')
    assert.equal(await move(null), 'country', 'nobody knows where')
    assert.equal(await move('PL'), null)
    const { country, countries } = await viewing()
    assert.deepEqual([country, countries], ['PL', ['PL', 'DE']])
    // Of each country once, whoever asks, and without the country: the trail is never erased.
    const { house: other } = await testHouse(database, world.folder, house.id)
    const again = await Promise.all([house, other, house].map((server) => server.moveViewing(SYSTEM, { id, country: 'FR' })))
    assert.deepEqual(again.map((answer) => answer.refused), ['country', 'country', 'country']) // prettier-ignore
    await Promise.all([house, other].map((server) => server.moveViewing(SYSTEM, { id, country: 'AT' })))
    const lines = [{ viewing: id, refused: true }, { viewing: id, refused: true }, { viewing: id, refused: false }] // prettier-ignore
    assert.deepEqual(await trail(), lines)
    const [noticed] = (await house.readAudit(SYSTEM, { limit: 50 })).items.filter(({ verb }) => verb === 'noticeShared')
    assert.deepEqual(noticed?.detail, { devices: 1, places: 1, countries: 2 })
    assert.deepEqual((await house.viewScreener(sales, { id: made.id })).shared?.countries, ['DE', 'PL'])
    // By a link for wherever the house holds the film, where it does not.
    const { id: wide } = await house.startViewing(VISITOR, { secret: secretOf(await make()), reelId, where: at('phone') })
    assert.deepEqual(await house.moveViewing(SYSTEM, { id: wide, country: 'JP' }), { refused: 'rights' })
    assert.deepEqual(await house.moveViewing(SYSTEM, { id: wide, country: null }), { refused: null })
    await assert.rejects(house.moveViewing(SYSTEM, { id: 'x', country: 'PL' }), refused('not-found'))
    await assert.rejects(house.moveViewing(VISITOR, { id, country: 'PL' }), refused('sign-in-needed'))
  })

  test('a journey between two hours of watching is none of two people', async () => {
    const world = await open()
    const { house, later } = world
    const { reelId, make, sales } = await aRoom(world)
    const made = await make()
    const { id } = await house.startViewing(VISITOR, { secret: secretOf(made), reelId, where: at('laptop') })
    const move = async (country: string) => {
      await house.moveViewing(SYSTEM, { id, country })
      return (await house.viewScreener(sales, { id: made.id })).shared?.countries
    }
    later(180 * MINUTE)
    assert.equal(await move('DE'), undefined, 'a laptop that slept')
    await house.reportViewings(SYSTEM, { reports: [report(id, '2026-11-22T12:00:30.000Z', [[0, 8_000]], upTo(8))] })
    later(10 * MINUTE)
    assert.deepEqual(await move('PL'), ['DE', 'PL'])
  })

  test('of a viewing that is over it is not recorded any more from where it is asked for', async () => {
    const world = await open()
    const { house } = world
    const { reelId, make, sales } = await aRoom(world)
    const made = await make()
    const { id } = await house.startViewing(VISITOR, { secret: secretOf(made), reelId, where: at('laptop') })
    await house.revokeScreener(sales, { id: made.id })
    assert.deepEqual(await house.moveViewing(SYSTEM, { id, country: 'DE' }), { refused: null })
    assert.deepEqual((await house.readViewings(sales, { screenerId: made.id })).viewings[0]!.countries, ['PL'])
  })

  test('what was reported before is believed where another server wrote first what was reported after it', async () => {
    const world = await open()
    const { house, database } = world
    const { reelId, make } = await aRoom(world)
    const secret = secretOf(await make())
    const { id } = await house.startViewing(VISITOR, { secret, reelId, where: at('laptop') })
    const { rows } = await sql<{ at: Date | string }>`select heard_at as at from viewing where house_id = ${house.id}`.execute(database.db) // prettier-ignore
    const after = (seconds: number): string => new Date(new Date(rows[0]!.at).getTime() + seconds * 1000).toISOString()
    await house.reportViewings(SYSTEM, { reports: [report(id, after(20), [[10_000, 20_000]], upTo(29))] })
    await house.reportViewings(SYSTEM, { reports: [report(id, after(10), [[0, 10_000]], [])] })
    const { watched } = (await house.viewOwnViewing(VISITOR, { secret, id, device: at('laptop').device })).viewing
    assert.equal(watched.seenMs, 20_000)
  })

  test('a report that comes twice is counted once and takes nothing from the next; one that is written late says not where the film stands', async () => {
    const world = await open()
    const { house, database } = world
    const { reelId, make } = await aRoom(world)
    const secret = secretOf(await make())
    const { id } = await house.startViewing(VISITOR, { secret, reelId, where: at('laptop') })
    const { rows } = await sql<{ at: Date | string }>`select heard_at as at from viewing where house_id = ${house.id}`.execute(database.db) // prettier-ignore
    const after = (seconds: number): string => new Date(new Date(rows[0]!.at).getTime() + seconds * 1000).toISOString()
    const tell = (number: number, seconds: number, before: number, played: [number, number][], other: Partial<ViewingReport> = {}) => house.reportViewings(SYSTEM, { reports: [report(id, after(seconds), played, upTo(29), { page: 'page', report: number, before, ...other })] }) // prettier-ignore
    const stands = async () => Object.values((await sql<{ ran: number; place: number; language: string }>`select ran_ms::integer as ran, position_ms as place, language from viewing where house_id = ${house.id}`.execute(database.db)).rows[0]!) // prettier-ignore
    assert.deepEqual(await tell(1, 10, 0, [[0, 10_000]]), [{ id, page: 'page', told: 10_000 }])
    await tell(1, 10, 0, [[0, 10_000]])
    assert.deepEqual(await stands(), [10_000, 10_000, 'fra'])
    assert.deepEqual(await tell(3, 20, 0, [[0, 10_000], [40_000, 50_000]], { language: 'eng' }), [{ id, page: 'page', told: 20_000 }]) // prettier-ignore
    assert.deepEqual(await tell(2, 19, 0, [[0, 10_000], [40_000, 42_000]]), [{ id, page: 'page', told: 20_000 }]) // prettier-ignore
    assert.deepEqual(await stands(), [20_000, 50_000, 'eng'])
    // Of two pages, one of which was not heard to its end before it was closed.
    const both = [report(id, after(31), [], [], { page: 'next', positionMs: 7_000 }), report(id, after(31), [[40_000, 50_000], [0, 10_000]], [], { page: 'page', report: 0, before: 10_000 })] // prettier-ignore
    assert.deepEqual(await house.reportViewings(SYSTEM, { reports: both }), [{ id, page: 'next', told: 0 }, { id, page: 'page', told: 30_000 }]) // prettier-ignore
    assert.deepEqual(await stands(), [30_000, 7_000, 'fra'])
    // What was heard before that, and is written after it, of the page that is watched: the other told nothing of where the film stands.
    await house.reportViewings(SYSTEM, { reports: [report(id, after(33), [], [], { page: 'elder', report: 0 })] })
    await house.reportViewings(SYSTEM, { reports: [report(id, after(32), [], [], { page: 'next', report: 2, positionMs: 9_000 })] }) // prettier-ignore
    assert.deepEqual(await stands(), [30_000, 9_000, 'fra'])
    assert.deepEqual(await house.reportViewings(SYSTEM, { reports: [report('nobody', after(40), [], [])] }), [])
  })

  test('who watched is not known for ever: the network for a month, whoever is no contact for three years', async () => {
    const world = await open()
    const { house, database, later } = world
    const { reelId, make } = await aRoom(world)
    const anybody = await make({ contactId: null, toName: 'At the market', message: 'Dear Jo', devicesAtOnce: 5 })
    const start = (secret: string, who: object, device: string) => house.startViewing(VISITOR, { secret, reelId, ...who, where: at(device) }) // prettier-ignore
    await start(secretOf(anybody), { name: 'Jo', email: 'jo@kanal.example' }, 'laptop')
    await start(secretOf(anybody), { name: 'Ana', email: 'ana@kanal-ost.example' }, 'phone')
    const seenIn = { devices: 2, places: 101, countries: ['DE', 'PL'] }
    await noteShared(database.db, house.id, anybody.id, '2026-11-22T09:00:00.000Z', seenIn)
    await sql`update viewing set refused_in = '["JP"]' where house_id = ${house.id}`.execute(database.db)
    const known = async () => (await sql<{ viewing: string }>`select concat_ws(' ', name, email, country, nullif(been_in::text, '[]'), nullif(refused_in::text, '[]'), case when place_hash is not null then 'place' end) as viewing from viewing where house_id = ${house.id} order by name`.execute(database.db)).rows.map(({ viewing }) => viewing) // prettier-ignore
    later(29 * 1_440 * MINUTE)
    assert.deepEqual(await house.forgetViewers(SYSTEM), { places: 0, people: 0 })
    later(2 * 1_440 * MINUTE)
    assert.deepEqual(await house.forgetViewers(SYSTEM), { places: 2, people: 0 })
    assert.deepEqual(await known(), ['Ana ana@kanal-ost.example PL ["PL"] ["JP"]', 'Jo jo@kanal.example PL ["PL"] ["JP"]'])
    later((3 * 365 + 15) * 1_440 * MINUTE)
    assert.deepEqual(await house.forgetViewers(SYSTEM), { places: 0, people: 1 })
    assert.deepEqual(await known(), ['', 'Ana ana@kanal-ost.example PL ["PL"] ["JP"]'], 'a contact is kept and erased as one')
    const { toName, message, shared } = await house.viewScreener(SYSTEM, { id: anybody.id })
    assert.deepEqual([toName, message, shared], ['', null, { ...seenIn, countries: [] }])
    assert.deepEqual(await house.forgetViewers(SYSTEM), { places: 0, people: 0 })
    await assert.rejects(house.forgetViewers(VISITOR), refused('sign-in-needed'))
  })

  test('who watched and does not answer becomes a task, once', async () => {
    const world = await open()
    const { house, later } = world
    const { reelId, make, sales, contact, film } = await aRoom(world, 90)
    const watch = async (minutes: number, made?: { url: string }, when = '2026-11-22T09:30:00.000Z') => {
      made ??= await make()
      const { id } = await house.startViewing(VISITOR, { secret: secretOf(made), reelId, where: at('laptop') })
      const ran: [number, number][] = [[0, minutes * MINUTE], [0, minutes * MINUTE]] // prettier-ignore
      await house.reportViewings(SYSTEM, { reports: [report(id, when, ran, upTo(89))] })
      return made
    }
    const short = await watch(0.5)
    await watch(2)
    assert.equal(await house.followViewings(SYSTEM), 0, 'there is time to answer')
    later(5.1 * 1_440 * MINUTE)
    const other = await testHouse(world.database, world.folder, house.id)
    other.later(6 * 1_440 * MINUTE)
    const followed = await Promise.all([house.followViewings(SYSTEM), other.house.followViewings(SYSTEM)])
    assert.equal(followed[0] + followed[1], 1, 'half a minute is no viewing to ask about, and of two servers one asks')
    const { tasks } = await house.openContact(sales, { id: contact })
    assert.deepEqual(tasks.map(({ text, ownerId }) => [text, ownerId]), [['Ana Nowak (Kanal Ost) watched 2 of 3 minutes of Salt, twice. No answer for 5 days.', sales.userId]]) // prettier-ignore
    assert.equal(await house.followViewings(SYSTEM), 0, 'once')
    await watch(2, short, '2026-11-27T12:00:00.000Z')
    later(5.1 * 1_440 * MINUTE)
    assert.equal(await house.followViewings(SYSTEM), 1, 'who looked in first, and watched it after')

    await watch(2, undefined, '2026-12-02T12:00:00.000Z')
    await house.publishTitle(SYSTEM, { id: film, baseRevision: 1 })
    await house.sendRequest(VISITOR, { kind: 'terms', titleIds: [film], name: 'Ana', email: 'ana@kanal-ost.example', company: null, message: 'Terms?', locale: 'en' }) // prettier-ignore
    later(6 * 1_440 * MINUTE)
    assert.equal(await house.followViewings(SYSTEM), 0, 'they have answered')
  })
})
