import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { Actor } from '../../contract.ts'
import { isHouseError } from '../../errors.ts'
import { LEAST_KEPT, monthsBefore } from '../../retention.ts'
import { aSheet, eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const DAY = 86_400_000
const MONTH = 31 * DAY
const refused = (code: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === code
const reader = 'en' as const
const ask = { kind: 'other' as const, titleIds: [], name: 'Jo Ferrant', email: 'jo@tv-ouest.example', company: 'TV Ouest', message: 'Please.', locale: 'fr' as const } // prettier-ignore

describe('months by the calendar', () => {
  test('a month that is shorter ends where it ends', () => {
    const before = (at: string, months: number) => monthsBefore(new Date(at), months).toISOString()
    assert.equal(before('2026-03-31T09:00:00.000Z', 1), '2026-02-28T09:00:00.000Z')
    assert.equal(before('2024-02-29T23:59:59.999Z', 12), '2023-02-28T23:59:59.999Z')
    assert.equal(before('2026-01-15T00:00:00.000Z', 36), '2023-01-15T00:00:00.000Z')
  })
})

async function films({ house, member }: TestHouse): Promise<string[]> {
  const editor = await member('editor')
  const { id, revision } = await house.createTitle(editor, { sheet: aSheet('Kept') })
  await house.publishTitle(editor, { id, baseRevision: revision })
  return [id]
}

eachHouse('what visitors leave has an end', (open) => {
  test('a visitor’s list ends a year after it was last opened, changed or printed; a member’s stays with the account', async () => {
    const world = await open({ print: { printShortlist: () => Promise.resolve(new Uint8Array([1])) } })
    const { house, later, member } = world
    const titleIds = await films(world)
    const start = (actor: Actor) => house.startShortlist(actor, { titleIds })
    const [left, opened, changed, printed, own] = [await start(VISITOR), await start(VISITOR), await start(VISITOR), await start(VISITOR), await start(await member('buyer'))] // prettier-ignore
    const there = async ({ token }: { token: string }) => house.listKept(VISITOR, { token }).then((ids) => ids.length > 0)
    later(11 * 30 * DAY)
    await house.viewShortlist(VISITOR, { token: opened.token, locale: 'en' })
    await house.changeShortlist(VISITOR, { ...changed, note: 'Still thinking' })
    await house.printShortlist(VISITOR, { token: printed.token, locale: 'en', paper: 'a4' })
    assert.equal((await house.forgetVisitors(SYSTEM)).shortlists, 0)
    later(2 * MONTH)
    assert.deepEqual(await house.forgetVisitors(SYSTEM), { shortlists: 1, requests: 0, mail: 0, letters: 0 })
    assert.deepEqual(await Promise.all([left, opened, changed, printed, own].map(there)), [false, true, true, true, true])
    await assert.rejects(house.viewShortlist(VISITOR, { token: left.token, locale: 'en' }), refused('not-found'))
    await house.viewShortlist(VISITOR, { token: opened.token, locale: 'en' })
    later(11 * MONTH)
    assert.equal((await house.forgetVisitors(SYSTEM)).shortlists, 2, 'the one that was opened again is not among them')
    assert.deepEqual(await Promise.all([opened, changed, printed, own].map(there)), [true, false, false, true])
  })

  test('the house says for how long; never shorter than the cookie of a list lasts', async () => {
    const world = await open()
    const { house, later, member } = world
    const owner = await member('owner')
    const { token } = await house.startShortlist(VISITOR, { titleIds: await films(world) })
    const kept = { shortlists: 6, waiting: 1, requests: 6, letters: 6 }
    await assert.rejects(
      house.changeSettings(owner, { settings: { kept: { ...kept, shortlists: 5 } } }),
      refused('invalid-input'),
    )
    await house.changeSettings(owner, { settings: { kept } })
    assert.deepEqual([(await house.viewSettings(VISITOR)).kept, LEAST_KEPT], [kept, kept])
    later(180 * DAY)
    assert.equal((await house.forgetVisitors(SYSTEM)).shortlists, 0)
    later(6 * DAY)
    assert.equal((await house.forgetVisitors(SYSTEM)).shortlists, 1)
    await assert.rejects(house.viewShortlist(VISITOR, { token, locale: 'en' }), refused('not-found'))
  })

  test('to whom a letter went is forgotten three years after it was sent; one that waits, and one to a contact, stay', async () => {
    const world = await open()
    const { house, database, later, member } = world
    const sales = await member('sales')
    const titleIds = await films(world)
    const company = await house.addCompany(sales, { company: { name: 'Kanal Ost' } })
    const { id } = await house.addContact(sales, { contact: { name: 'Ana Brück', companyId: company.id, email: 'ana@kanal-ost.example' } }) // prettier-ignore
    const question = { territory: 'France', media: 'svod', from: '2027-01-01', to: '2027-12-31', exclusive: true }
    const write = (toEmail: string) => house.sendAvailabilities(sales, { question, titleIds, toName: 'Jo', toEmail, message: 'As we said.', locale: 'fr' }) // prettier-ignore
    const sendAll = async () => {
      for (const { id, attempts } of await house.takeLetters(SYSTEM))
        await house.noteLetter(SYSTEM, { id, attempts, outcome: 'sent', status: 'sent' })
    }
    const left = async () =>
      (await sql<{ to_email: string; subject: string }>`select to_email, subject from letter where house_id = ${house.id} and about = 'AvailabilityList' order by at`.execute(database.db)).rows // prettier-ignore
    await write('jo@tv-ouest.example')
    later(1000)
    await write('Ana@kanal-ost.example')
    await sendAll()
    later(1000)
    await write('waiting@tv-ouest.example')
    later(36 * 30 * DAY)
    assert.equal((await house.forgetVisitors(SYSTEM)).letters, 0)
    later(30 * DAY)
    assert.equal((await house.forgetVisitors(SYSTEM)).letters, 1)
    assert.equal((await house.forgetVisitors(SYSTEM)).letters, 0)
    const [first, ...others] = await left()
    assert.deepEqual(first, { to_email: '', subject: '' })
    const stay = ['Ana@kanal-ost.example', 'waiting@tv-ouest.example']
    assert.deepEqual(
      others.map((one) => one.to_email),
      stay,
    )

    // with another address she is the same contact, as long as she is one
    const moves = (from: string, email: string) => house.changeContact(sales, { id, from: { email: from }, to: { email } })
    await moves('ana@kanal-ost.example', 'ana@brueck.example')
    await moves('ana@brueck.example', 'ana.brueck@mail.example')
    assert.equal((await house.forgetVisitors(SYSTEM)).letters, 0)
    await house.removeContact(sales, { id })
    assert.equal((await house.forgetVisitors(SYSTEM)).letters, 1)
  })

  test('settings from before letters had an end keep all that they say', async () => {
    const { house, database } = await open()
    const settings = JSON.stringify({ name: 'Old', kept: { shortlists: 7, waiting: 2, requests: 8 } })
    await sql`insert into house (house_id, settings) values (${house.id}, ${settings}::text::jsonb)
      on conflict (house_id) do update set settings = excluded.settings, change_seq = house.change_seq + 1`.execute(database.db)
    const { name, kept } = await house.viewSettings(VISITOR)
    assert.deepEqual([name, kept], ['Old', { shortlists: 7, waiting: 2, requests: 8, letters: 36 }])
  }) // prettier-ignore

  test('a request that nobody sees to is closed, with a line in the trail; one that was touched or is a deal’s waits on', async () => {
    const { house, later, member } = await open()
    const sales = await member('sales')
    const company = await house.addCompany(sales, { company: { name: 'TV Ouest' } })
    const sent = async () => (await house.sendRequest(VISITOR, ask)).id
    const [left, taken, ofDeal] = [await sent(), await sent(), await sent()]
    await house.openDeal(sales, { deal: { name: 'Ouest', companyId: company.id, requestId: ofDeal }, reader })
    later(11 * 30 * DAY)
    await house.stepRequest(sales, { id: taken, from: 'new', state: 'taken', reader })
    assert.equal(await house.closeStaleRequests(SYSTEM), 0)
    later(2 * MONTH)
    assert.equal(await house.closeStaleRequests(SYSTEM), 1)
    assert.equal(await house.closeStaleRequests(SYSTEM), 0)
    const state = async (id: string) => (await house.viewRequest(sales, { id, reader })).state
    assert.deepEqual([await state(left), await state(taken)], ['closed', 'taken'])
    assert.notEqual(await state(ofDeal), 'closed')
    const [line] = (await house.readAudit(SYSTEM, { limit: 1 })).items
    assert.deepEqual([line?.verb, line?.subjectId, line?.detail], ['closeStaleRequests', left, { from: 'new', to: 'closed' }])
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('a request that a task is about is neither closed nor forgotten before that is done', async () => {
    const { house, later, member } = await open()
    const sales = await member('sales')
    const [waiting, answered] = [(await house.sendRequest(VISITOR, ask)).id, (await house.sendRequest(VISITOR, ask)).id]
    await house.stepRequest(sales, { id: answered, from: 'new', state: 'answered', reader })
    const toDo = (id: string) => house.addTask(sales, { subject: { kind: 'request', id }, text: 'Call when the rights are free' })
    const tasks = [await toDo(waiting), await toDo(answered)]
    later(37 * MONTH)
    assert.equal(await house.closeStaleRequests(SYSTEM), 0)
    assert.deepEqual(await house.forgetVisitors(SYSTEM), { shortlists: 0, requests: 0, mail: 0, letters: 0 })
    for (const { id, revision } of tasks) await house.changeTask(sales, { id, revision, done: true })
    assert.equal(await house.closeStaleRequests(SYSTEM), 1)
    assert.deepEqual(await house.forgetVisitors(SYSTEM), { shortlists: 0, requests: 2, mail: 0, letters: 0 })
  })

  test('who asked is forgotten three years after a request is over, with mail that led to nothing; a deal and a contact keep theirs', async () => {
    const { house, database, later, member } = await open()
    const sales = await member('sales')
    const company = await house.addCompany(sales, { company: { name: 'Kanal Ost' } })
    await house.addContact(sales, { contact: { name: 'Ana Brück', companyId: company.id, email: 'ana@kanal-ost.example' } })
    const sent = async (change: object = {}) => (await house.sendRequest(VISITOR, { ...ask, ...change })).id
    const over = async (id: string) => (await house.stepRequest(sales, { id, from: 'new', state: 'answered', reader })).id
    const answered = await over(await sent())
    const waiting = await sent()
    const ofContact = await over(await sent({ name: 'Ana Brück', email: 'ana@kanal-ost.example' }))
    const ofDeal = await sent()
    await house.openDeal(sales, { deal: { name: 'Ouest', companyId: company.id, requestId: ofDeal }, reader })
    const mail = (id: string, requestId: string | null, email: string) =>
      sql`insert into mail_in (house_id, id, hash, was, from_name, from_email, subject, text, request_id, at)
        values (${house.id}, ${id}, ${id}, ${requestId === null ? 'automatic' : 'reply'}, 'Jo', ${email}, 'Re: films', 'Words', ${requestId}, '2026-11-23T09:00:00Z'::timestamptz)`.execute(database.db) // prettier-ignore
    for (const [id, of, email] of [
      ['m1', answered, 'jo@tv-ouest.example'],
      ['m2', null, 'away@tv-ouest.example'],
      ['m3', waiting, 'jo@tv-ouest.example'],
      ['m4', null, 'ana@kanal-ost.example'],
    ] as const)
      // prettier-ignore
      await mail(id, of, email)
    const seen = async (id: string) => {
      const { name, email, companyName, message, state } = await house.viewRequest(sales, { id, reader })
      return [name, email, companyName, message, state]
    }
    const whole = ['Jo Ferrant', 'jo@tv-ouest.example', 'TV Ouest', 'Please.']

    later(35 * 30 * DAY)
    assert.deepEqual(await house.forgetVisitors(SYSTEM), { shortlists: 0, requests: 0, mail: 0, letters: 0 })
    later(3 * MONTH)
    assert.deepEqual(await house.forgetVisitors(SYSTEM), { shortlists: 0, requests: 1, mail: 2, letters: 0 })
    assert.deepEqual(await seen(answered), ['', null, null, null, 'answered'])
    assert.deepEqual(await seen(waiting), [...whole, 'new'], 'it waits: it is closed first')
    assert.deepEqual((await seen(ofContact))[0], 'Ana Brück')
    assert.deepEqual((await seen(ofDeal)).slice(0, 4), whole)
    const left = (await sql<{ id: string }>`select id from mail_in where house_id = ${house.id} and from_email is not null order by id`.execute(database.db)).rows // prettier-ignore
    assert.deepEqual(left.map(({ id }) => id), ['m3', 'm4']) // prettier-ignore

    // What waited all that time is closed, and being closed makes it no younger.
    assert.equal(await house.closeStaleRequests(SYSTEM), 1)
    assert.deepEqual(await house.forgetVisitors(SYSTEM), { shortlists: 0, requests: 1, mail: 1, letters: 0 })
    assert.deepEqual(await seen(waiting), ['', null, null, null, 'closed'])
    assert.deepEqual(await house.forgetVisitors(SYSTEM), { shortlists: 0, requests: 0, mail: 0, letters: 0 })
    assert.deepEqual(
      (await house.listRequests(sales, { text: 'ferrant', state: 'answered', reader })).total,
      1,
      'the one of the deal',
    )
    for (const verb of ['forgetVisitors', 'closeStaleRequests'] as const)
      await assert.rejects(house[verb](sales), refused('not-allowed'))
  })
})
