import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { FORMATS } from '@vitrine/exchange/formats/formats'
import { MEC } from '@vitrine/exchange/mec/mec'
import { LIST_FORMATS } from '@vitrine/messages/list-formats'
import { sql } from 'kysely'
import { SYSTEM } from '../../actors.ts'
import { sha256 } from '../../canonical.ts'
import { aSale } from '../../testing/deal-for-tests.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

const bytesOf = async (run: Promise<{ stream: ReadableStream<Uint8Array> }>): Promise<Buffer> => Buffer.from(await new Response((await run).stream).arrayBuffer()) // prettier-ignore

const films = { format: 'mec', version: '2.10', locale: 'en', collection: null, licensee: null } as const
const licences = { ...films, format: 'avails', version: null, licensee: 'Plateau' } as const
const daily = { every: 'day', hour: 6 } as const
const HOUR = 3_600_000

eachHouse('exports that repeat', (open) => {
  test('one that is due is made once, is kept, and is due again the next day', async () => {
    const { house, member, later } = await open()
    const editor = await member('editor')
    const { id: filmId } = await house.createTitle(SYSTEM, { sheet: aSheet('Alder') })
    await house.publishTitle(SYSTEM, { id: filmId, baseRevision: 1 })
    const made = await house.saveExportSchedule(editor, { name: 'To the archive', what: films, rhythm: daily, on: true })
    assert.equal(await house.runDueExports(SYSTEM), 0, 'it is not six yet')
    later(24 * HOUR)
    assert.deepEqual(
      (await Promise.all([house.runDueExports(SYSTEM), house.runDueExports(SYSTEM)])).toSorted((a, b) => a - b),
      [0, 1],
    )
    const [one] = await house.listExportSchedules(editor)
    assert.deepEqual([one?.last?.items, one?.last?.failure], [1, null])
    assert.equal(Date.parse(one!.nextAt!) - Date.parse(made.nextAt!), 24 * HOUR)
    const file = await house.openExportRun(editor, { id: one!.last!.id })
    const bytes = new Uint8Array(await new Response(file.stream).arrayBuffer())
    assert.deepEqual([bytes.length, file.size], [one!.last!.bytes, one!.last!.bytes])
    const read = await MEC.read!(bytes, { fileName: file.fileName })
    assert.deepEqual([read.version, read.films.map(({ sheet }) => sheet.title)], ['2.10', ['Alder']])

    await house.runExport(editor, { id: made.id })
    const runs = await house.listExportRuns(editor, { id: made.id })
    assert.equal(runs.items.length, 2)
    await house.saveExportSchedule(editor, { id: made.id, name: 'Resting', what: films, rhythm: daily, on: false })
    later(48 * HOUR)
    assert.equal(await house.runDueExports(SYSTEM), 0, 'it rests')
    await house.removeExportSchedule(editor, { id: made.id })
    assert.deepEqual(await house.listExportSchedules(editor), [])
    later(31 * 24 * HOUR)
    await house.runDueExports(SYSTEM)
    assert.deepEqual(await house.listExportSchedules(editor, { ended: true }), [], 'after thirty days it is forgotten')
    await assert.rejects(house.openExportRun(editor, { id: runs.items[0]!.id }), { code: 'not-found' })
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('a list of films goes out whole, however many there are, in the columns and of the films that were chosen', async () => {
    const { house, database } = await open()
    await house.saveCollection(SYSTEM, { collection: { slug: 'rivers', name: { en: 'Rivers', fr: 'Rivières' }, intro: {}, pictureId: null, position: 0 } })
    const { id } = await house.createTitle(SYSTEM, { sheet: aSheet('Alder', { year: 2024, titles: { fr: 'Aulne' } }) })
    await house.publishTitle(SYSTEM, { id, baseRevision: 1 })
    const sent = async (format: 'titles-csv' | 'titles-xlsx', collection: string | null = null) => {
      const what = { ...films, version: null, format, collection, columns: ['year', 'title'] }
      const schedule = await house.saveExportSchedule(SYSTEM, { name: format, what, rhythm: daily, on: true })
      const run = await house.runExport(SYSTEM, { id: schedule.id })
      return { run, bytes: run.fileName === null ? null : await bytesOf(house.openExportRun(SYSTEM, { id: run.id })) }
    }
    for (const format of ['titles-csv', 'titles-xlsx'] as const) {
      const { run, bytes } = await sent(format)
      const byHand = await house.exportFilms(SYSTEM, { format, columns: ['year', 'title'], locale: 'en' })
      assert.deepEqual([run.fileName, run.items, run.losses, run.bytes], [byHand.fileName, 1, byHand.losses.length, bytes!.length])
      assert.deepEqual(run.lost, Object.fromEntries(byHand.losses.map(({ field }) => [field, 1])))
      const read = async (file: Uint8Array) => (await FORMATS[format]!.read!(file, { fileName: run.fileName! })).films.map(({ sheet }) => [sheet.title, sheet.year]) // prettier-ignore
      assert.deepEqual(await read(bytes!), await read(byHand.bytes))
      assert.deepEqual(await read(bytes!), [['Alder', 2024]])
    }
    assert.equal((await sent('titles-csv', 'rivers')).run.failure, 'not-found')
    await house.editTitle(SYSTEM, { id, baseRevision: 2, sheet: aSheet('Alder', { collections: ['rivers'] }) })
    assert.deepEqual([(await sent('titles-csv', 'rivers')).run.items, (await sent('titles-csv')).run.items], [1, 1])
    // more than somebody who waits for it gets
    const rest = (await sql<{ column_name: string }>`select column_name from information_schema.columns where table_name = 'title' and column_name not in ('id', 'slug') and is_generated = 'NEVER'`.execute(database.db)).rows.map(({ column_name }) => sql.ref(column_name)) // prettier-ignore
    await sql`insert into title (id, slug, ${sql.join(rest)}) select id || n, slug || n, ${sql.join(rest)} from title, generate_series(1, 10000) n`.execute(database.db) // prettier-ignore
    const { run, bytes } = await sent('titles-csv')
    assert.deepEqual([run.failure, run.items], [null, 10_001])
    assert.equal(bytes!.toString().trim().split('\n').length, 10_002)
    assert.equal((await sent('titles-xlsx')).run.items, 10_001)
  }) // prettier-ignore

  test('one that was ended is had again with its history; what it missed meanwhile is not made up for', async () => {
    const { house, member, later } = await open()
    const editor = await member('editor')
    const { id } = await house.saveExportSchedule(editor, { name: 'Daily', what: films, rhythm: daily, on: true })
    const resting = await house.saveExportSchedule(editor, { name: 'Resting', what: films, rhythm: daily, on: false })
    await house.runExport(editor, { id })
    for (const one of [id, resting.id]) await house.removeExportSchedule(editor, { id: one })
    await house.removeExportSchedule(editor, { id }) // once more is nothing
    assert.deepEqual(await house.listExportSchedules(editor), [])
    await assert.rejects(house.runExport(editor, { id }), { code: 'wrong-state' })
    await assert.rejects(house.saveExportSchedule(editor, { id, name: 'x', what: films, rhythm: daily, on: true }), {
      code: 'wrong-state',
    })
    later(72 * HOUR)
    assert.equal(await house.runDueExports(SYSTEM), 0, 'what is ended is not made')
    assert.deepEqual((await house.listExportSchedules(editor, { ended: true })).map(({ name }) => name).sort(), [
      'Daily',
      'Resting',
    ])
    for (const one of [id, resting.id]) await house.removeExportSchedule(editor, { id: one, removed: false })
    const [back, still] = await house.listExportSchedules(editor)
    assert.deepEqual([back?.name, back?.endedAt, typeof back?.last?.at, still?.nextAt], ['Daily', null, 'string', null])
    assert.equal(await house.runDueExports(SYSTEM), 0)
    later(24 * HOUR)
    assert.equal(await house.runDueExports(SYSTEM), 1)
    assert.deepEqual(await house.listExportSchedules(editor, { ended: true }), [])
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('one that is due stays due when it is given another name, and is due anew with another rhythm', async () => {
    const { house, later } = await open()
    const { id, nextAt } = await house.saveExportSchedule(SYSTEM, { name: 'One', what: films, rhythm: daily, on: true })
    later(24 * HOUR)
    const save = (name: string, rhythm: typeof daily | { every: 'day'; hour: 7 }, on = true) =>
      house.saveExportSchedule(SYSTEM, { id, name, what: films, rhythm, on })
    assert.equal((await save('Two', daily)).nextAt, nextAt)
    assert.equal(await house.runDueExports(SYSTEM), 1)
    assert.notEqual((await save('Three', { every: 'day', hour: 7 })).nextAt?.slice(11, 13), nextAt?.slice(11, 13))
    assert.equal((await save('Four', daily, false)).nextAt, null)
    assert.ok(Date.parse((await save('Five', daily)).nextAt!) > Date.parse(nextAt!))
  })

  test('lists go out with the columns that were chosen; who may not take one by hand cannot have it sent, see it or fetch it', async () => {
    const { house, member, later } = await open()
    const [sales, editor] = [await member('sales'), await member('editor')]
    const what = { format: 'deals-csv', version: null, locale: 'en', collection: null, licensee: null, columns: ['reference', 'state'] } as const
    const save = (actor: typeof sales, more: object = {}) =>
      house.saveExportSchedule(actor, { name: 'Deals', what: { ...what, ...more }, rhythm: daily, on: true })
    await assert.rejects(save(editor), { code: 'not-allowed' })
    await assert.rejects(save(sales, { columns: ['secret'] }), { code: 'invalid-input' })
    await assert.rejects(save(sales, { columns: [] }), { code: 'invalid-input' })
    await assert.rejects(save(sales, { format: 'mec', columns: ['title'] }), { code: 'invalid-input' })
    await assert.rejects(save(sales, { format: 'titles-csv', columns: ['title', 'reference2'] }), { code: 'invalid-input' })
    await assert.rejects(save(sales, { table: 'title' }), { code: 'invalid-input' })
    await aSale(house, sales, '=1+1')
    const { id } = await save(sales)
    later(24 * HOUR)
    assert.equal(await house.runDueExports(SYSTEM), 1)
    const [listed] = await house.listExportSchedules(sales)
    assert.deepEqual([listed?.last?.items, listed?.last?.failure, listed?.last?.fileName], [1, null, 'deals.csv'])
    const lines = (await bytesOf(house.openExportRun(sales, { id: listed!.last!.id }))).toString().replace('\ufeff', '').trim().split(/\r?\n/) // prettier-ignore
    assert.deepEqual([lines[0], lines.length], ['Deal,State', 2])
    assert.deepEqual(await house.listExportSchedules(editor), [])
    await assert.rejects(house.openExportRun(editor, { id: listed!.last!.id }), { code: 'not-found' })
    await assert.rejects(house.runExport(editor, { id }), { code: 'not-found' })
    // what it was then goes by what it was then, whatever it becomes
    await house.saveExportSchedule(sales, { id, name: 'Films', what: { ...what, format: 'titles-csv', columns: ['year', 'title'] }, rhythm: daily, on: true })
    assert.deepEqual((await house.listExportRuns(editor, { id })).items, [])
    await house.publishTitle(SYSTEM, { id: (await house.createTitle(SYSTEM, { sheet: aSheet('Alder') })).id, baseRevision: 1 })
    const films = await house.runExport(editor, { id })
    assert.match((await bytesOf(house.openExportRun(editor, { id: films.id }))).toString(), /^\ufeffYear,Title\r?\n/)
    for (const format of LIST_FORMATS) {
      const table = format.startsWith('figures') ? ('title' as const) : null
      const made = await house.saveExportSchedule(SYSTEM, { name: format, what: { ...what, format, columns: null, table }, rhythm: daily, on: false })
      assert.deepEqual((await house.runExport(SYSTEM, { id: made.id })).failure, null, format)
    }
  }) // prettier-ignore

  test('a list of more rows than leave at once by hand goes out by itself, whole', async () => {
    const { house, member, database } = await open()
    const sales = await member('sales')
    await sql`insert into task (house_id, id, text, by_name, created_at)
      select ${house.id}, 't' || n, 'task ' || n, 'x', '2026-11-20T10:00:00Z'::timestamptz + n * interval '1 second' from generate_series(1, 20500) n`.execute(database.db)
    await assert.rejects(house.exportTasks(sales, { format: 'csv', locale: 'en' }), { code: 'limit-reached', details: { limit: 20_000 } })
    for (const format of ['tasks-csv', 'tasks-xlsx'] as const) {
      const what = { format, version: null, locale: 'en', collection: null, licensee: null, columns: ['text'] } as const
      const { id } = await house.saveExportSchedule(sales, { name: format, what, rhythm: daily, on: true })
      const run = await house.runExport(sales, { id })
      assert.deepEqual([run.failure, run.items], [null, 20_500], format)
      if (format === 'tasks-xlsx') continue
      const [, ...lines] = (await bytesOf(house.openExportRun(sales, { id: run.id }))).toString().trim().split('\r\n')
      assert.deepEqual(lines, Array.from({ length: 20_500 }, (_, at) => `task ${at + 1}`))
    }
  }) // prettier-ignore

  test('a list goes out narrowed as its page is, and a period moves on with the calendar', async () => {
    const { house, member, database, later } = await open()
    const sales = await member('sales')
    const { company, film, contact } = await aSale(house, sales)
    const other = await aSale(house, sales, 'Other', film)
    await house.loseDeal(sales, { id: other.deal.id, revision: other.deal.revision, reason: 'price', reader: 'en' })
    const market = await house.saveMarket(sales, { market: { name: 'Sunny', kind: 'market', city: 'Harl', country: 'FR', firstDay: '2027-04-12', lastDay: '2027-04-14', stand: null } })
    await house.saveMeeting(sales, { meeting: { marketId: market.id, companyId: company, day: '2027-04-12', fromMinute: 605, toMinute: 635, place: null, userIds: [sales.userId!], contactIds: [], titleIds: [], about: '' } })
    const lines = async (format: (typeof LIST_FORMATS)[number], filter: Record<string, string>) => {
      const { id } = await house.saveExportSchedule(sales, { name: format, what: { ...films, version: null, format, filter }, rhythm: daily, on: true })
      const run = await house.runExport(sales, { id })
      assert.equal(run.failure, null, `${format} ${JSON.stringify(run.about)}`)
      return run.items
    }
    assert.deepEqual([await lines('deals-csv', {}), await lines('deals-xlsx', { state: 'lost' }), await lines('deals-csv', { state: 'signed' })], [2, 1, 0])
    assert.deepEqual([await lines('deals-csv', { companyId: company }), await lines('deals-csv', { q: 'other' }), await lines('deals-csv', { owner: 'none' })], [1, 1, 0])
    assert.deepEqual([await lines('deals-csv', { film: 'salt' }), await lines('deals-csv', { film: 'pepper' })], [2, 0])
    assert.deepEqual([await lines('deals-csv', { period: 'this-month', state: 'lost' }), await lines('deals-csv', { period: 'last-month', state: 'lost' })], [1, 0])
    assert.deepEqual([await lines('meetings-csv', { marketId: market.id }), await lines('rights-csv', { titleId: film }), await lines('requests-csv', { state: 'waiting', kind: 'terms' })], [1, 1, 0])
    for (const [format, filter] of [['invoices-csv', { shelf: 'overdue', year: '2026' }], ['deliverables-csv', { shelf: 'open' }], ['figures-csv', { period: 'last-quarter', by: 'quarter' }], ['screeners-csv', { state: 'open', titleId: film }], ['viewings-csv', { contactId: contact }], ['contacts-csv', { q: 'kanal', kind: 'broadcaster', country: 'DE', due: 'true' }], ['markets-csv', { kind: 'festival', country: 'FR', period: 'this-year' }]] as const)
      await lines(format, filter)
    await house.addTask(sales, { text: 'soon', due: await dayIn(3), ownerId: sales.userId })
    await house.addTask(sales, { text: 'late', due: await dayIn(30), ownerId: sales.userId })
    async function dayIn(days: number) {
      const { nextAt } = await house.saveExportSchedule(SYSTEM, { name: 'day', what: films, rhythm: daily, on: true })
      return new Date(Date.parse(nextAt!) + (days - 1) * 24 * HOUR).toISOString().slice(0, 10)
    }
    const tasks = await house.saveExportSchedule(sales, { name: 'Tasks', what: { ...films, version: null, format: 'tasks-csv', filter: { dueWithin: '7' } }, rhythm: daily, on: true })
    assert.equal((await house.runExport(sales, { id: tasks.id })).items, 1)
    later(28 * 24 * HOUR)
    assert.equal((await house.runExport(sales, { id: tasks.id })).items, 2, 'a month later the other is near too')
    // a duplicate that became another company is followed to it
    await sql`update company set merged_into = ${other.company} where id = ${company}`.execute(database.db)
    assert.equal(await lines('deals-csv', { companyId: company }), 1)
  }) // prettier-ignore

  test('films go out by words, state and theme; what a filter cannot be is refused when it is saved', async () => {
    const { house, member } = await open()
    const [sales, editor] = [await member('sales'), await member('editor')]
    for (const sheet of [aSheet('Alder', { themes: ['water'] }), aSheet('Birch', { themes: ['water'] }), aSheet('Cedar', { themes: [] })])
      await house.publishTitle(SYSTEM, { id: (await house.createTitle(SYSTEM, { sheet })).id, baseRevision: 1 })
    await house.createTitle(SYSTEM, { sheet: aSheet('Dogwood', { themes: ['water'] }) })
    const save = (filter: Record<string, string>, more: object = {}) =>
      house.saveExportSchedule(sales, { name: 'X', what: { ...films, format: 'titles-csv', version: null, filter, ...more }, rhythm: daily, on: true })
    const out = async (filter: Record<string, string>) => {
      const run = await house.runExport(editor, { id: (await save(filter)).id })
      if (run.failure !== null) return run.failure
      return [...(await bytesOf(house.openExportRun(editor, { id: run.id }))).toString().matchAll(/Alder|Birch|Cedar|Dogwood/g)].map(([name]) => name).filter((name, at, all) => all.indexOf(name) === at).sort().join()
    }
    assert.deepEqual([await out({}), await out({ theme: 'water' }), await out({ q: 'birch' })], ['Alder,Birch,Cedar', 'Alder,Birch', 'Birch'])
    assert.deepEqual([await out({ status: 'draft' }), await out({ theme: 'water', status: 'draft,published' })], ['Dogwood', 'Alder,Birch,Dogwood'])
    assert.equal(await out({ status: 'withdrawn' }), 'not-found', 'no film is a failure, and not every film')
    const deals = { format: 'deals-csv' } as const
    for (const [filter, more] of [
      [{ state: 'sold' }, deals], [{ status: 'draft' }, deals], [{ from: '2026-02-30' }, deals], [{ from: '2026-02-01', to: '2026-01-01' }, deals], [{ period: 'last-month', from: '2026-01-01' }, deals],
      [{ period: 'last-week' }, deals], [{ territory: 'Atlantis' }, deals], [{ q: ' ' }, deals], [{ q: 'x'.repeat(301) }, deals], [{ constructor: 'x' }, deals], [{ toString: 'x' }, {}],
      [{ dueWithin: '-1' }, { format: 'tasks-csv' }], [{ year: '26' }, { format: 'invoices-csv' }], [{ film: 'x' }, { format: 'contacts-csv' }], [{ status: 'draft,sold' }, {}], [{ collection: 'x' }, {}], [{ q: 'x' }, { format: 'avails' }],
    ] as const)
      await assert.rejects(save(filter as Record<string, string>, more), { code: 'invalid-input' }, JSON.stringify(filter))
    for (const [filter, more] of [[{ theme: 'nothing' }, {}], [{ titleId: 'none' }, deals], [{ companyId: 'none' }, deals], [{ owner: 'nobody' }, deals], [{ marketId: 'none' }, { format: 'meetings-csv' }], [{ contactId: 'none' }, { format: 'viewings-csv' }], [{ screenerId: 'none' }, { format: 'viewings-csv' }], [{}, { collection: 'none' }]] as const)
      await assert.rejects(save(filter as Record<string, string>, more), { code: 'not-found' }, JSON.stringify(filter))
  }) // prettier-ignore

  test('what a filter names and is gone is said in the history, and nothing goes out whole in its place', async () => {
    const { house, member, database } = await open()
    const sales = await member('sales')
    await house.saveCollection(SYSTEM, { collection: { slug: 'rivers', name: { en: 'Rivers' }, intro: {}, pictureId: null, position: 0 } })
    await house.publishTitle(SYSTEM, { id: (await house.createTitle(SYSTEM, { sheet: aSheet('Alder') })).id, baseRevision: 1 })
    const market = await house.saveMarket(sales, { market: { name: 'Sunny', kind: 'market', city: 'Harl', country: 'FR', firstDay: '2027-04-12', lastDay: '2027-04-14', stand: null } })
    const save = (what: object, more: object = {}) => house.saveExportSchedule(sales, { name: 'X', what: { ...films, ...what }, rhythm: daily, on: true, ...more })
    const ofFilms = await save({ collection: 'rivers' })
    const ofMeetings = await save({ format: 'meetings-csv', version: null, filter: { marketId: market.id } })
    await sql`delete from collection where slug = 'rivers'`.execute(database.db)
    await house.removeMarket(sales, { id: market.id, removed: true })
    const came = async (id: string) => (({ failure, about, fileName }) => [failure, about, fileName])(await house.runExport(sales, { id }))
    assert.deepEqual(await came(ofFilms.id), ['not-found', { what: 'collection', value: 'rivers' }, null])
    assert.deepEqual(await came(ofMeetings.id), ['not-found', { what: 'marketId', value: market.id }, null])
    assert.deepEqual((await house.listExportRuns(sales, { id: ofFilms.id })).items[0]?.about, { what: 'collection', value: 'rivers' })
    // it can be laid to rest as it is, but not woken
    await assert.rejects(save({ collection: 'rivers' }, { id: ofFilms.id }), { code: 'not-found' })
    assert.equal((await save({ collection: 'rivers' }, { id: ofFilms.id, on: false })).nextAt, null)
    // one that was set before there were filters has none
    await sql`update export_schedule set what = what - 'filter' where id = ${ofMeetings.id}`.execute(database.db)
    assert.deepEqual((await house.listExportSchedules(sales)).find(({ id }) => id === ofMeetings.id)?.what.filter, {})
    assert.equal((await house.runExport(sales, { id: ofMeetings.id })).failure, null)
  }) // prettier-ignore

  test('one that a broken folder of files keeps from being made keeps nobody from the others', async () => {
    const { house, folder, later } = await open()
    const { id: filmId } = await house.createTitle(SYSTEM, { sheet: aSheet('Alder') })
    await house.publishTitle(SYSTEM, { id: filmId, baseRevision: 1 })
    await house.saveExportSchedule(SYSTEM, { name: 'First', what: films, rhythm: daily, on: true })
    await house.saveCollection(SYSTEM, { collection: { slug: 'none', name: { en: 'None' }, intro: {}, pictureId: null, position: 0 } })
    await house.saveExportSchedule(SYSTEM, { name: 'Second', what: { ...films, collection: 'none' }, rhythm: daily, on: true })
    later(24 * HOUR)
    await rm(join(folder, 'tmp'), { recursive: true }) // nothing can be written; the second writes nothing
    await assert.rejects(house.runDueExports(SYSTEM), { code: 'files-down' })
    const failures = async () => new Map((await house.listExportSchedules(SYSTEM)).map(({ name, last }) => [name, last && [last.failure]])) // prettier-ignore
    assert.deepEqual([...(await failures())], [['First', null], ['Second', ['not-found']]]) // prettier-ignore
    await mkdir(join(folder, 'tmp'))
    assert.equal(await house.runDueExports(SYSTEM), 0, 'not before its lease is over')
    later(HOUR / 2)
    assert.equal(await house.runDueExports(SYSTEM), 1)
    assert.deepEqual((await failures()).get('First'), [null])
  }) // prettier-ignore

  test('one that meets a mistake of ours is kept as failed with its reason, the others are made, and the log has it', async () => {
    const { house, database, later } = await open()
    await house.saveCollection(SYSTEM, { collection: { slug: 'rivers', name: { en: 'Rivers', fr: 'Rivières' }, intro: {}, pictureId: null, position: 0 } })
    for (const sheet of [aSheet('Alder'), aSheet('Birch', { collections: ['rivers'] })])
      await house.publishTitle(SYSTEM, { id: (await house.createTitle(SYSTEM, { sheet })).id, baseRevision: 1 })
    const { id } = await house.saveExportSchedule(SYSTEM, { name: 'All', what: films, rhythm: daily, on: true })
    await house.saveExportSchedule(SYSTEM, { name: 'Rivers', what: { ...films, collection: 'rivers' }, rhythm: daily, on: true })
    // a sheet that no writer of ours expects
    await sql`update title set sheet = sheet - 'cuts' where sheet ->> 'title' = 'Alder'`.execute(database.db)
    later(24 * HOUR)
    await assert.rejects(house.runDueExports(SYSTEM), TypeError)
    const runs = new Map((await house.listExportSchedules(SYSTEM)).map(({ name, last }) => [name, [last?.failure, last?.items]]))
    assert.deepEqual([...runs], [['All', ['program-fault', null]], ['Rivers', [null, 1]]])
    assert.equal(await house.runDueExports(SYSTEM), 0, 'it waits for its next time')
    await assert.rejects(house.runExport(SYSTEM, { id }), TypeError)
    assert.deepEqual((await house.listExportRuns(SYSTEM, { id })).items.map(({ failure }) => failure), ['program-fault', 'program-fault'])
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  }) // prettier-ignore

  test('files of exports that are forgotten go, but for what another row names and what was wanted just now', async () => {
    const { house, database, folder } = await open()
    const { id } = await house.saveExportSchedule(SYSTEM, { name: 'One', what: films, rhythm: daily, on: true })
    const run = async () => {
      const film = await house.createTitle(SYSTEM, { sheet: aSheet('Alder') })
      await house.publishTitle(SYSTEM, { id: film.id, baseRevision: 1 })
      const made = await house.runExport(SYSTEM, { id })
      const bytes = await bytesOf(house.openExportRun(SYSTEM, { id: made.id }))
      return { bytes, path: join(folder, 'objects', sha256(bytes).slice(0, 2), sha256(bytes)) }
    }
    const [gone, taken, fresh, last] = [await run(), await run(), await run(), await run()]
    assert.equal(new Set([gone, taken, fresh, last].map(({ path }) => path)).size, 4)
    await house.receiveFile(SYSTEM, { bytes: taken.bytes, fileName: 'taken.xml' })
    for (const { path } of [gone, taken, last]) await utimes(path, 1, 1)
    const files = () => [gone, taken, fresh, last].map(({ path }) => existsSync(path))
    // the last of a hundred is the last that stays
    const { rows } = await sql<{ id: string }>`select id from export_run where schedule_id = ${id} order by id desc limit 1`.execute(database.db) // prettier-ignore
    for (let n = 0; n < 98; n++)
      await sql`insert into export_run (house_id, id, schedule_id, format, at, content_hash) select house_id, ${`${rows[0]!.id}${n}`}, schedule_id, format, at, content_hash from export_run where id = ${rows[0]!.id}`.execute(database.db) // prettier-ignore
    await run()
    assert.deepEqual(files(), [false, true, true, true])
    await house.removeExportSchedule(SYSTEM, { id })
    await house.runDueExports(SYSTEM)
    assert.deepEqual(files(), [false, true, true, true], 'what was ended can be had again')
    await sql`update export_schedule set ended_at = ended_at - interval '31 days' where id = ${id}`.execute(database.db)
    await house.runDueExports(SYSTEM)
    assert.deepEqual(files(), [false, true, true, false])
    assert.equal((await house.receiveFile(SYSTEM, { bytes: gone.bytes, fileName: 'gone.xml' })).films > 0, true)
    assert.equal(files()[0], true, 'what comes once more is kept once more')
  }) // prettier-ignore

  test('what fails says why, and is tried again at its next time', async () => {
    const { house, member, later } = await open()
    const sales = await member('sales')
    const { id } = await house.saveExportSchedule(sales, { name: 'Avails', what: licences, rhythm: daily, on: true })
    await house.saveCollection(SYSTEM, { collection: { slug: 'rivers', name: { en: 'Rivers' }, intro: {}, pictureId: null, position: 0 } })
    await house.saveExportSchedule(sales, { name: 'Rivers', what: { ...films, collection: 'rivers' }, rhythm: daily, on: true })
    later(24 * HOUR)
    assert.equal(await house.runDueExports(SYSTEM), 2)
    const failures = (await house.listExportSchedules(sales)).map(({ name, last }) => [name, last?.failure])
    assert.deepEqual(failures, [['Avails', 'not-found'], ['Rivers', 'not-found']]) // prettier-ignore
    const film = await house.createTitle(SYSTEM, { sheet: aSheet('Birch') })
    for (const entry of [{ kind: 'grant', territory: 'World', media: 'all' }, { kind: 'licence', party: 'Plateau', territory: 'FR', media: 'svod' }])
      await house.enterEntry(SYSTEM, { titleId: film.id, entry: { exclusive: true, from: '2026-01-01', ...entry }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
    later(24 * HOUR)
    await house.runDueExports(SYSTEM)
    const [last, first] = (await house.listExportRuns(sales, { id })).items
    assert.deepEqual([first?.failure, last?.failure, last?.items], ['not-found', null, 1])
  }) // prettier-ignore

  test('whoever may not send licences out by hand neither has them sent nor sees them; what cannot be written is refused', async () => {
    const { house, member } = await open()
    const [sales, editor] = [await member('sales'), await member('editor')]
    const { id: filmId } = await house.createTitle(SYSTEM, { sheet: aSheet('Cedar') })
    await house.publishTitle(SYSTEM, { id: filmId, baseRevision: 1 })
    const save = (actor: typeof sales, what: object, rhythm: object = daily) =>
      house.saveExportSchedule(actor, { name: 'X', what: { ...films, ...what }, rhythm: rhythm as never, on: true })
    await assert.rejects(save(editor, licences), { code: 'not-allowed' })
    const { id } = await save(sales, licences)
    const run = await house.runExport(sales, { id })
    assert.deepEqual(await house.listExportSchedules(editor), [])
    for (const hidden of ['listExportRuns', 'runExport', 'removeExportSchedule'] as const)
      await assert.rejects(house[hidden](editor, { id }), { code: 'not-found' })
    await assert.rejects(house.openExportRun(editor, { id: run.id }), { code: 'not-found' })
    // an export of licences that becomes one of films shows nothing of what it was, and the other way round
    await house.saveExportSchedule(sales, { id, name: 'X', what: films, rhythm: daily, on: true })
    await house.enterEntry(SYSTEM, { titleId: filmId, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2026-01-01' }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
    await house.enterEntry(SYSTEM, { titleId: filmId, entry: { kind: 'licence', party: 'Plateau', exclusive: true, territory: 'FR', media: 'svod', from: '2026-01-01' }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
    await house.saveExportSchedule(sales, { id, name: 'X', what: licences, rhythm: daily, on: true })
    const sold = await house.runExport(sales, { id })
    assert.equal(sold.failure, null)
    await house.saveExportSchedule(sales, { id, name: 'X', what: films, rhythm: daily, on: true })
    assert.deepEqual((await house.listExportSchedules(editor)).map(({ last }) => last), [null])
    assert.deepEqual((await house.listExportRuns(editor, { id })).items, [])
    await assert.rejects(house.openExportRun(editor, { id: sold.id }), { code: 'not-found' })
    assert.equal((await house.listExportRuns(sales, { id })).items[0]?.format, 'avails')
    const ofFilms = await house.runExport(editor, { id })
    await house.saveExportSchedule(sales, { id, name: 'X', what: licences, rhythm: daily, on: true })
    assert.ok((await bytesOf(house.openExportRun(editor, { id: ofFilms.id }))).length > 0)
    await assert.rejects(save(editor, { format: 'tmdb', version: null }), { code: 'invalid-input' })
    await assert.rejects(save(editor, { version: '9' }), { code: 'invalid-input' })
    await assert.rejects(save(editor, {}, { every: 'month', day: 31, hour: 6 }), { code: 'invalid-input' })
    await assert.rejects(save(await member('buyer'), {}), { code: 'not-allowed' })
  }) // prettier-ignore
})
