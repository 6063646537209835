import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { ImportProgress, SheetImport } from '../../contract.ts'
import { openFiles } from '../../files/open-files.ts'
import { createHouse } from '../../house.ts'
import { toCursor } from '../../input.ts'
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const SAMPLE = fileURLToPath(new URL('../../../../../../shared/samples/sheet-en-bullets.txt', import.meta.url))
const encoder = new TextEncoder()
const film = (title: string, more = '', year = 2020) =>
  `${title}\n\nA film about ${title}, and about those who were there when it began.\n\nYear: ${year}\nDuration: 52\nDirector: Nadia Gorani\nCountry: France\n${more}`

async function* files(texts: Record<string, string>) {
  for (const [path, text] of Object.entries(texts)) yield { path, bytes: encoder.encode(text) }
}

const counts = ({
  created,
  updated,
  unchanged,
  needsAnEye,
  failed,
}: Awaited<ReturnType<TestHouse['house']['importSheets']>>) => ({ created, updated, unchanged, needsAnEye, failed })
const NONE = { created: 0, updated: 0, unchanged: 0, needsAnEye: 0, failed: 0 }

async function rowsOf({ database, house }: TestHouse): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, unknown>>`
    select (select count(*) from title where house_id = ${house.id}) as titles,
      (select count(*) from title_revision where house_id = ${house.id}) as revisions,
      (select count(*) from received_sheet where house_id = ${house.id}) as sheets`.execute(database.db)
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([key, value]) => [key, Number(value)]))
}

eachHouse('importing', (open) => {
  test('the same files again make nothing', async () => {
    const opened = await open()
    const { house } = opened
    const texts = {
      'a.txt': film('Alder'),
      'b.txt': film('Birch'),
      'c.txt': film('Cedar'),
      'empty.txt': '',
      'copy-of-a.txt': film('Alder'),
    }
    const seen: ImportProgress[] = []
    const first = await house.importSheets(SYSTEM, { files: files(texts), total: 5, onProgress: (p) => seen.push(p) })
    assert.deepEqual(counts(first), { ...NONE, created: 3, unchanged: 1, failed: 1 })
    assert.equal(first.items.find((item) => item.outcome === 'failed')?.reason, 'empty')
    assert.deepEqual([seen.at(-1)?.done, seen.at(-1)?.total, seen.at(-1)?.secondsLeft], [5, 5, 0])
    const stored = await rowsOf(opened)
    const again = await house.importSheets(SYSTEM, { files: files(texts), total: null })
    assert.deepEqual(counts(again), { ...NONE, unchanged: 4, failed: 1 })
    assert.deepEqual(await rowsOf(opened), stored)
    assert.equal((await house.browse(VISITOR, { locale: 'en' })).total, 0)
    assert.equal((await house.listTitles(SYSTEM, { locale: 'en', text: 'birch' })).total, 1)
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('an import is taken back: what it made is gone, what it changed is as it was, what somebody did since stays; the same files come in again', async () => {
    const opened = await open()
    const { house, member } = opened
    const editor = await member('editor')
    const before = await house.importSheets(SYSTEM, { files: files({ 'a.txt': film('Alder') }), total: 1 })
    const alder = before.items[0]!.titleId!
    const texts = { 'a2.txt': film('Alder', 'Music: Lev Orlov\n'), 'b.txt': film('Birch'), 'c.txt': film('Cedar'), 'd.txt': film('Dogwood'), 'none.txt': '52 min' }
    const report = await house.importSheets(SYSTEM, { files: files(texts), total: 5, update: true })
    assert.deepEqual([report.created, report.updated], [3, 1])
    const idOf = (name: string) => report.items.find(({ title }) => title === name)!.titleId!
    // somebody works on one, and another is published
    const cedar = await house.openTitle(editor, { id: idOf('Cedar') })
    await house.editTitle(editor, { id: idOf('Cedar'), baseRevision: cedar.revision, sheet: { ...cedar.sheet, year: 1999 } })
    await house.publishTitle(editor, { id: idOf('Dogwood'), baseRevision: 1 })
    const [listed] = (await house.listImports(editor, {})).items
    assert.deepEqual([listed?.id, listed?.created, listed?.changed, listed?.undoneAt], [report.id, 3, 1, null])
    await assert.rejects(house.undoImport(await member('sales'), { id: report.id }), { code: 'not-allowed' })
    await assert.rejects(house.undoImport(editor, { id: 'none' }), { code: 'not-found' })
    for (const at of ['1', 1, '2026-13-01T00:00:00.000Z', '+275760-09-13T00:00:00.000Z'])
      await assert.rejects(house.listImports(editor, { cursor: toCursor(at, 'x') }), { code: 'invalid-input' }, String(at))
    await assert.rejects(house.listImports(editor, { cursor: toCursor(report.id) }), { code: 'invalid-input' })
    assert.deepEqual((await house.listImports(editor, { cursor: toCursor(listed!.at, listed!.id) })).items.map(({ id }) => id), [before.id])

    const undone = await house.undoImport(editor, { id: report.id })
    assert.deepEqual([undone.removed, undone.restored, undone.withdrawn], [1, 1, 0])
    assert.deepEqual(undone.kept.map(({ title, reason }) => `${title} ${reason}`).sort(), ['Cedar changed-since', 'Dogwood published']) // prettier-ignore
    assert.equal((await house.listTitles(SYSTEM, { locale: 'en', text: 'birch' })).total, 0)
    assert.deepEqual((await house.openTitle(editor, { id: alder })).sheet.credits, [])
    assert.equal((await house.openTitle(editor, { id: idOf('Cedar') })).sheet.year, 1999)
    assert.equal((await house.listDroppedSheets(editor, {})).items.length, 0, 'nothing of it waits')
    assert.deepEqual(await house.undoImport(editor, { id: report.id }), { removed: 0, restored: 0, withdrawn: 0, waiting: 0, kept: [] }) // prettier-ignore
    assert.ok((await house.listImports(editor, {})).items[0]?.undoneAt)

    const again = await house.importSheets(SYSTEM, { files: files(texts), total: 5, update: true })
    assert.deepEqual([again.created, again.updated], [1, 1], 'Birch is made anew, Alder filled in anew')
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  }) // prettier-ignore

  test('titles that an import published itself are withdrawn with it', async () => {
    const { house } = await open()
    const report = await house.importSheets(SYSTEM, { files: files({ 'a.txt': film('Alder') }), total: 1, publish: true })
    assert.equal((await house.browse(VISITOR, { locale: 'en' })).total, 1)
    const { removed, withdrawn, kept } = await house.undoImport(SYSTEM, { id: report.id })
    assert.deepEqual([removed, withdrawn, kept], [0, 1, []])
    assert.equal((await house.browse(VISITOR, { locale: 'en' })).total, 0)
  })

  test('a draft that somebody pitches at a market, or that a request asks for, stays when its import is taken back', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const report = await house.importSheets(SYSTEM, { files: files({ 'a.txt': film('Alder'), 'b.txt': film('Birch'), 'c.txt': film('Cedar') }), total: 3 })
    const idOf = (name: string) => report.items.find(({ title }) => title === name)!.titleId!
    const market = await house.saveMarket(sales, { market: { name: 'Sunny', kind: 'market', city: null, country: null, firstDay: '2027-04-12', lastDay: '2027-04-14', stand: null } })
    await house.saveMeeting(sales, { meeting: { marketId: market.id, companyId: null, day: '2027-04-12', fromMinute: 600, toMinute: 630, place: null, userIds: [], contactIds: [], titleIds: [idOf('Alder')], about: 'The new films' } })
    await house.enterRequest(sales, { request: { kind: 'terms', name: 'Ana Reis', titleIds: [idOf('Birch')] }, reader: 'en' })
    const { removed, kept } = await house.undoImport(SYSTEM, { id: report.id })
    assert.deepEqual([removed, kept.map(({ title, reason }) => `${title} ${reason}`).sort()], [1, ['Alder in-use', 'Birch in-use']])
  }) // prettier-ignore

  test('drafts from before that an import published are withdrawn with it; one that somebody worked on since stays public, and is named', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    await house.importSheets(SYSTEM, { files: files({ 'a.txt': film('Alder'), 'b.txt': film('Birch'), 'c.txt': film('Cedar') }), total: 3 })
    const texts = { 'a2.txt': `${film('Alder')}\n`, 'b2.txt': film('Birch', 'Music: Lev Orlov\n'), 'c2.txt': film('Cedar', 'Music: Lev Orlov\n') }
    const report = await house.importSheets(SYSTEM, { files: files(texts), total: 3, publish: true, update: true })
    assert.equal((await house.browse(VISITOR, { locale: 'en' })).total, 3)
    const { id } = (await house.listTitles(SYSTEM, { locale: 'en', text: 'cedar' })).cards[0]!
    const { sheet, revision } = await house.openTitle(editor, { id })
    await house.editTitle(editor, { id, baseRevision: revision, sheet: { ...sheet, logline: { en: 'By hand.' } } })
    const { removed, restored, withdrawn, kept } = await house.undoImport(SYSTEM, { id: report.id })
    assert.deepEqual([removed, restored, withdrawn, kept.map(({ title, reason }) => `${title} ${reason}`)], [0, 1, 2, ['Cedar published']])
    assert.deepEqual((await house.browse(VISITOR, { locale: 'en' })).cards.map(({ title }) => title), ['Cedar'])
    const birch = (await house.listTitles(SYSTEM, { locale: 'en', text: 'birch' })).cards[0]!.id
    assert.deepEqual((await house.openTitle(SYSTEM, { id: birch })).sheet.credits, [])
  }) // prettier-ignore

  test('taking back many changed titles asks the database no oftener than taking back two', async () => {
    const { house, database, folder } = await open()
    let asked = 0
    const db = database.db.withPlugin({
      transformQuery: ({ node }) => ((asked += 1), node),
      transformResult: ({ result }) => Promise.resolve(result),
    })
    const counted = createHouse({ database: { ...database, db }, files: await openFiles(folder), houseId: house.id })
    const statements = async (names: string[]) => {
      const texts = (more: string) =>
        files(Object.fromEntries(names.map((name) => [`${name}${more.length}.txt`, film(name, more)])))
      await house.importSheets(SYSTEM, { files: texts(''), total: names.length })
      const { id } = await house.importSheets(SYSTEM, { files: texts('Music: Lev Orlov\n'), total: names.length, update: true })
      asked = 0
      assert.equal((await counted.undoImport(SYSTEM, { id })).restored, names.length)
      return asked
    }
    const two = await statements(['Alder', 'Birch'])
    assert.ok(two > 0)
    assert.equal(
      await statements(['Cedar', 'Elm', 'Fir', 'Hazel', 'Juniper', 'Larch', 'Maple', 'Oak', 'Pine', 'Rowan', 'Willow']),
      two,
    )
  })

  test('an import that is taken back while it runs goes no further', async () => {
    const opened = await open()
    const { house } = opened
    async function* halted() {
      for (let n = 0; n < 200; n++) yield { path: `${n}.txt`, bytes: encoder.encode(film(`Film number ${n}`)) }
      let running: SheetImport | undefined
      while (running === undefined) {
        await pause(10) // its first batch is being stored
        running = (await house.listImports(SYSTEM, {})).items[0]
      }
      await house.undoImport(SYSTEM, { id: running.id })
      yield { path: 'late.txt', bytes: encoder.encode(film('Late')) }
    }
    await assert.rejects(house.importSheets(SYSTEM, { files: halted(), total: null }), { code: 'wrong-state' })
    assert.equal((await house.listTitles(SYSTEM, { locale: 'en' })).total, 0)
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('a file that was known when it was to be read, and is forgotten before it is stored, is told as failed', async () => {
    const { house, database, folder } = await open()
    const { id } = await house.importSheets(SYSTEM, { files: files({ 'a.txt': film('Alder') }), total: 1 })
    const kept = await openFiles(folder)
    const other = createHouse({
      database,
      houseId: house.id,
      origin: 'https://films.example',
      // the files of a batch are kept once they are read: by then somebody takes the first import back
      files: {
        ...kept,
        async put(bytes) {
          await house.undoImport(SYSTEM, { id })
          return kept.put(bytes)
        },
      },
    })
    const texts = { 'a.txt': film('Alder'), 'b.rtf': `{\\rtf1 ${film('Birch').replaceAll('\n', '\\par\n')}}` }
    const report = await other.importSheets(SYSTEM, { files: files(texts), total: 2 })
    assert.deepEqual(counts(report), { ...NONE, created: 1, failed: 1 })
    assert.equal(report.items.find(({ outcome }) => outcome === 'failed')?.reason, 'taken-back')
    const again = await house.importSheets(SYSTEM, { files: files(texts), total: 2 })
    assert.deepEqual(counts(again), { ...NONE, created: 1, unchanged: 1 })
  })

  test(
    'a sheet as a house of the trade published it gives its film with every fact in place',
    { skip: existsSync(SAMPLE) ? false : 'the sample is not on this machine' },
    async () => {
      const { house } = await open()
      const report = await house.importSheets(SYSTEM, { files: files({ 'sheet.txt': readFileSync(SAMPLE, 'utf8') }), total: 1 })
      assert.equal(report.created, 1)
      const { sheet } = await house.viewTitle(SYSTEM, { id: report.items[0]!.titleId!, locale: 'en' })
      assert.equal(sheet.title, 'Central Asia: The Call of ISIS')
      assert.match(sheet.lead['en']!.text, /^According to Russian news reports, .* turning to ISIS\?$/)
      assert.deepEqual(sheet.synopsis['en']!.split('\n\n').map((text) => text.split(/\s+/).slice(0, 3).join(' ')), ['Colonel Gulmurod Kalimov,', 'Kalimov was the', 'So what do']) // prettier-ignore
      assert.deepEqual([sheet.year, sheet.directors, sheet.countries], [2020, ['Gulya Mirzoeva'], ['FR']])
      assert.deepEqual(sheet.productionCompanies.map(({ name }) => name), ['Temps Noir']) // prettier-ignore
      assert.deepEqual(sheet.cuts.map(({ minutes, episodes }) => [minutes, episodes]), [[52, null]]) // prettier-ignore
      assert.deepEqual(sheet.versions.map(({ language }) => language), ['en', 'fr']) // prettier-ignore
      assert.deepEqual(sheet.festivals.map(({ festival, year, country }) => [festival, year, country]), [['FIPADOC', 2021, 'FR']]) // prettier-ignore
    },
  )

  test('a sheet that would change a title of the catalogue waits beside it, field by field; what it says already is no news', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const first = await house.importSheets(SYSTEM, { files: files({ 'a.txt': film('Alder') }), total: 1 })
    const id = first.items[0]!.titleId!
    const texts = { 'b.txt': film('Alder', 'Producer: Luz Pellan\n', 2020), 'c.txt': `${film('Alder')}\n`, 'd.txt': film('Birch') }
    const second = await house.importSheets(SYSTEM, { files: files(texts), total: 3 })
    assert.deepEqual(counts(second), { ...NONE, created: 1, unchanged: 1, needsAnEye: 1 })
    assert.equal(second.items.find(({ outcome }) => outcome === 'needs-an-eye')?.reason, 'changes-title')
    assert.deepEqual((await house.openTitle(SYSTEM, { id })).sheet.producers, [])
    const [row] = (await house.listDroppedSheets(editor, {})).items
    assert.deepEqual([row?.needs, row?.duplicateOf?.id], ['changes-title', id])
    const waiting = await house.openDroppedSheet(editor, { id: row!.id })
    assert.deepEqual(waiting.changes, [{ path: 'producers', before: [], after: ['Luz Pellan'] }])
    // somebody edits the title while another looks at what the sheet would change: what was looked at is not written over it
    const before = await house.openTitle(editor, { id })
    await house.editTitle(editor, { id, baseRevision: before.revision, sheet: { ...before.sheet, year: 1999 } })
    const late = { id: row!.id, sheet: { ...waiting.proposed, year: before.sheet.year }, intoTitleId: id, baseRevision: waiting.revision } // prettier-ignore
    await assert.rejects(house.acceptDroppedSheet(editor, late), { code: 'revision-changed' })
    assert.equal((await house.openTitle(editor, { id })).sheet.year, 1999)
    const { revision } = await house.openDroppedSheet(editor, { id: row!.id })
    assert.equal(revision, before.revision + 1)
    const taken = await house.acceptDroppedSheet(editor, { id: row!.id, sheet: { ...waiting.proposed, year: null }, intoTitleId: id, baseRevision: revision }) // prettier-ignore
    assert.equal(taken.sheet.year, 1999)
    assert.deepEqual(taken.sheet.producers, ['Luz Pellan'])
    assert.deepEqual((await house.openDroppedSheet(editor, { id: row!.id })).changes, [])
    // one that has stored nothing yet is begun
    assert.notEqual((await house.importSheets(SYSTEM, { files: files({}), total: 0, continues: 'none' })).id, 'none')
  }) // prettier-ignore

  test('a film that is called nearly as one of the catalogue waits beside it, and so does the second of two in one import; numbered films are several', async () => {
    const opened = await open()
    const { house, member } = opened
    const editor = await member('editor')
    const first = await house.importSheets(SYSTEM, { files: files({ 'a.txt': film('The Salt Road') }), total: 1 })
    const texts = { 'b.txt': film('The Salt Roads'), 'c.txt': film('Harbour of Winter'), 'd.txt': film('Harbours of Winter'), 'e.txt': film('Rivers 1'), 'f.txt': film('Rivers 2') } // prettier-ignore
    const report = await house.importSheets(SYSTEM, { files: files(texts), total: 5, update: true, publish: true })
    assert.deepEqual(counts(report), { ...NONE, created: 3, needsAnEye: 2 })
    assert.deepEqual(report.items.flatMap(({ file, reason }) => (reason === null ? [] : [`${file} ${reason}`])).sort(), ['b.txt alike', 'd.txt alike']) // prettier-ignore
    const { items } = await house.listDroppedSheets(editor, {})
    const beside = items.find(({ title }) => title === 'The Salt Roads')!
    assert.equal(beside.duplicateOf?.id, first.items[0]!.titleId)
    const opened2 = await house.openDroppedSheet(editor, { id: beside.id })
    assert.equal(opened2.duplicateOf?.title, 'The Salt Road')
    assert.ok(opened2.changes.some(({ path, after }) => path === 'title' && after === 'The Salt Roads'))
    assert.equal((await rowsOf(opened))['titles'], 4)
    // what waits is taken back with the import that brought it
    assert.equal((await house.undoImport(editor, { id: report.id })).waiting, 2)
  })

  test('an import that goes on in a second request is one: its sheets of one film are one title, and it is taken back as one', async () => {
    const opened = await open()
    const { house } = opened
    const first = await house.importSheets(SYSTEM, { files: files({ 'en.txt': film('Elm') }), total: 1 })
    const more = await house.importSheets(SYSTEM, { files: files({ 'more.txt': film('Elm', 'Producer: Ulla Weyler\n'), 'b.txt': film('Birch') }), total: 2, continues: first.id }) // prettier-ignore
    assert.deepEqual([more.id, counts(more)], [first.id, { ...NONE, created: 1, updated: 1 }])
    assert.equal((await house.listImports(SYSTEM, {})).items.length, 1)
    assert.equal((await house.undoImport(SYSTEM, { id: first.id })).removed, 2)
    assert.equal((await rowsOf(opened))['titles'], 0)
    await assert.rejects(house.importSheets(SYSTEM, { files: files({}), total: 0, continues: first.id }), { code: 'wrong-state' })
  })

  test('a corrected sheet corrects its film where that is asked for, by its name or by its identifier', async () => {
    const opened = await open()
    const { house } = opened
    await house.importSheets(SYSTEM, {
      files: files({ 'a.txt': film('Dune', 'EIDR: 10.5240/7791-8534-2C23-9030-8610-5\n') }),
      total: 1,
    })
    const byName = await house.importSheets(SYSTEM, {
      files: files({ 'a2.txt': film('DUNE', 'Producer: Otto Kalder\n') }),
      total: 1,
      update: true,
    })
    assert.deepEqual(counts(byName), { ...NONE, updated: 1 })
    const byEidr = await house.importSheets(SYSTEM, {
      files: files({ 'a3.txt': film('Dune, the Return', 'EIDR: 10.5240/7791-8534-2C23-9030-8610-5\n', 2021) }),
      total: 1,
      update: true,
    })
    assert.deepEqual(counts(byEidr), { ...NONE, updated: 1 })
    const [card] = (await house.listTitles(SYSTEM, { locale: 'en' })).cards
    assert.deepEqual(
      [(await rowsOf(opened))['titles'], card?.title, card?.year, card?.revision],
      [1, 'Dune, the Return', 2021, 3],
    )
    const title = await house.openTitle(SYSTEM, { id: card!.id })
    assert.deepEqual([title.sheet.producers, title.sources.length], [['Otto Kalder'], 3])
  })

  test('two sheets of one film in one batch are one title', async () => {
    const opened = await open()
    const report = await opened.house.importSheets(SYSTEM, {
      files: files({ 'en.txt': film('Elm'), 'more.txt': film('Elm', 'Producer: Ulla Weyler\n') }),
      total: 2,
    })
    assert.deepEqual(counts(report), { ...NONE, created: 1, updated: 1 })
    assert.deepEqual(await rowsOf(opened), { titles: 1, revisions: 1, sheets: 2 })
    const [card] = (await opened.house.listTitles(SYSTEM, { locale: 'en' })).cards
    assert.deepEqual((await opened.house.openTitle(SYSTEM, { id: card!.id })).sheet.producers, ['Ulla Weyler'])
  })

  test('what a person has edited is not written over: the new sheet waits beside it', async () => {
    const opened = await open()
    const { house, member } = opened
    const editor = await member('editor')
    const first = await house.importSheets(editor, { files: files({ 'a.txt': film('Fir') }), total: 1 })
    const id = first.items[0]!.titleId!
    const { sheet } = await house.openTitle(editor, { id })
    await house.editTitle(editor, { id, baseRevision: 1, sheet: { ...sheet, logline: { en: 'By hand.' } } })
    const texts = { 'a2.txt': film('Fir', 'Producer: Luz Pellan\n') }
    const second = await house.importSheets(editor, { files: files(texts), total: 1 })
    assert.deepEqual([counts(second), second.items[0]?.reason], [{ ...NONE, needsAnEye: 1 }, 'edited-by-hand'])
    assert.deepEqual(counts(await house.importSheets(editor, { files: files(texts), total: 1 })), { ...NONE, needsAnEye: 1 })
    const { items } = await house.listDroppedSheets(editor, {})
    assert.deepEqual(
      items.map((item) => [item.title, item.needs, item.duplicateOf?.id]),
      [['Fir', 'edited-by-hand', id]],
    )
    assert.equal((await house.openTitle(editor, { id })).sheet.logline['en'], 'By hand.')
  })

  test('a published film is never changed by a sheet with grave warnings: it waits beside it', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const take = (texts: Record<string, string>, publish = false) =>
      house.importSheets(SYSTEM, { files: files(texts), total: null, publish, update: true })
    const doubtful = film('Juniper', 'Producer: Luz Pellan\n').replace('Duration: 52', 'Duration: long')
    const [first] = (await take({ 'a.txt': film('Juniper') }, true)).items
    const stood = await house.openTitle(SYSTEM, { id: first!.titleId! })
    assert.equal(stood.status, 'published')

    const second = await take({ 'a2.txt': doubtful })
    assert.deepEqual(counts(second), { ...NONE, needsAnEye: 1 })
    assert.deepEqual([second.items[0]?.titleId, second.items[0]?.reason], [null, 'published, not-a-duration'])
    const now = await house.openTitle(SYSTEM, { id: stood.id })
    assert.deepEqual([now.revision, now.sheet], [stood.revision, stood.sheet])
    const { items } = await house.listDroppedSheets(editor, {})
    assert.deepEqual(
      items.map((item) => [item.fileName, item.needs, item.duplicateOf?.id]),
      [['a2.txt', 'published, not-a-duration', stood.id]],
    )
    // At the desk somebody looks at it, and it goes in.
    const waiting = await house.openDroppedSheet(editor, { id: items[0]!.id })
    const taken = await house.acceptDroppedSheet(editor, { id: waiting.id, sheet: waiting.proposed, intoTitleId: stood.id })
    assert.deepEqual([taken.status, taken.sheet.producers, taken.sheet.cuts], ['published', ['Luz Pellan'], stood.sheet.cuts])

    // Also when the film became public in the very same batch.
    const both = await take(
      { 'k.txt': film('Kelp'), 'k2.txt': film('Kelp', 'Producer: Ulla Weyler\n').replace('Duration: 52', 'Duration: long') },
      true,
    )
    assert.deepEqual(counts(both), { ...NONE, created: 1, needsAnEye: 1 })
    const kelp = both.items.find((item) => item.outcome === 'created')!
    assert.deepEqual((await house.openTitle(SYSTEM, { id: kelp.titleId! })).sheet.producers, [])
    assert.equal((await house.listDroppedSheets(editor, {})).items[0]?.duplicateOf?.id, kelp.titleId)

    // A draft takes it, and says so.
    await take({ 'l.txt': film('Lichen') })
    const draft = await take({ 'l2.txt': film('Lichen', 'Producer: Ulla Weyler\n').replace('Duration: 52', 'Duration: long') })
    assert.deepEqual([counts(draft), draft.items[0]?.titleId !== null], [{ ...NONE, needsAnEye: 1 }, true])
  })

  test('published when asked, unless something in it needs an eye', async () => {
    const { house } = await open()
    const report = await house.importSheets(SYSTEM, {
      files: files({ 'ok.txt': film('Gorse'), 'odd.txt': film('Hazel').replace('Year: 2020', 'Year: unknown') }),
      total: 2,
      publish: true,
    })
    assert.deepEqual(counts(report), { ...NONE, created: 1, needsAnEye: 1 })
    assert.deepEqual(report.items.find((item) => item.outcome === 'needs-an-eye')?.reason, 'not-a-year')
    assert.deepEqual(
      (await house.browse(VISITOR, { locale: 'en' })).cards.map((card) => card.title),
      ['Gorse'],
    )
    assert.equal((await house.listTitles(SYSTEM, { locale: 'en' })).total, 2)
  })

  test('stopped by its signal it keeps what it stored, and goes on from there', async () => {
    const opened = await open()
    const many = Object.fromEntries(Array.from({ length: 450 }, (_, n) => [`${n}.txt`, film(`Number ${n}`)]))
    const stop = new AbortController()
    const first = await opened.house.importSheets(SYSTEM, {
      files: files(many),
      total: 450,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    assert.equal(first.created, 200)
    assert.equal((await rowsOf(opened))['titles'], 200)
    const second = await opened.house.importSheets(SYSTEM, { files: files(many), total: 450 })
    assert.deepEqual(counts(second), { ...NONE, created: 250, unchanged: 200 })
    assert.deepEqual(await rowsOf(opened), { titles: 450, revisions: 450, sheets: 450 })
  })

  test('two imports of the same files at once make each film once', async () => {
    const opened = await open()
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${n}.txt`, film(`Twice ${n}`)]))
    const reports = await Promise.all([1, 2, 3].map(() => opened.house.importSheets(SYSTEM, { files: files(many), total: 60 })))
    assert.equal(
      reports.reduce((sum, report) => sum + report.created, 0),
      60,
    )
    assert.deepEqual(await rowsOf(opened), { titles: 60, revisions: 60, sheets: 60 })
    assert.equal((await opened.house.verifyAudit(SYSTEM)).whole, true)
  })
})
