import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { createHouse } from '../../house.ts'
import { openFiles } from '../../files/open-files.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

eachHouse('many editors at once', (open) => {
  test('twenty edits from one revision: one is saved, nineteen are kept, nothing is lost', async () => {
    const { house, member, database, folder } = await open()
    const editor = await member('editor')
    const title = await house.createTitle(editor, { sheet: aSheet('Crowded Desk') })
    // A second program on the same database: what two servers, or a server and a worker, are to one another.
    const other = createHouse({ database, files: await openFiles(folder), houseId: house.id })
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 === 0 ? house : other).editTitle(editor, {
          id: title.id,
          baseRevision: 1,
          sheet: { ...title.sheet, logline: { en: `Version ${n}` } },
        }),
      ),
    )
    assert.equal(answers.filter((answer) => answer.outcome === 'saved').length, 1)
    const kept = await house.listUnsavedDrafts(editor, { id: title.id })
    const texts = [
      ...kept.map((draft) => draft.sheet.logline['en']),
      (await house.openTitle(editor, { id: title.id })).sheet.logline['en'],
    ]
    assert.equal(texts.length, 20)
    assert.deepEqual(new Set(texts), new Set(Array.from({ length: 20 }, (_, n) => `Version ${n}`)))
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('twenty edits of twenty titles, readers in between: every one is saved', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const titles = []
    for (let n = 0; n < 20; n++)
      titles.push(
        await house.createTitle(editor, {
          sheet: aSheet(`Side by Side ${n}`, { directors: ['Same Director'], themes: ['music'] }),
        }),
      )
    const work = titles.map((title) =>
      house.editTitle(editor, { id: title.id, baseRevision: 1, sheet: { ...title.sheet, year: 2001 } }),
    )
    const reading = Promise.all(Array.from({ length: 30 }, () => house.browse(VISITOR, { locale: 'en' })))
    assert.ok((await Promise.all(work)).every((answer) => answer.outcome === 'saved' && answer.title.revision === 2))
    await reading
    assert.equal((await house.listTitles(editor, { locale: 'en', facets: { year: ['2001'] } })).total, 20)
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('who else has a title open is said, and forgotten after a minute', async () => {
    const { house, member } = await open()
    const [anna, ben] = [await member('editor', 'Anna'), await member('editor', 'Ben')]
    const { id } = await house.createTitle(anna, { sheet: aSheet('Open on Two Desks') })
    assert.deepEqual(await house.notePresence(anna, { id }), [])
    const seen = await house.notePresence(ben, { id })
    assert.deepEqual(
      seen.map((one) => one.name),
      ['Anna'],
    )
    assert.deepEqual(
      (await house.notePresence(anna, { id })).map((one) => one.name),
      ['Ben'],
    )
    for (let n = 0; n < 61; n++) await house.notePresence(ben, { id }) // the clock of the tests ticks a second a look
    assert.deepEqual(await house.notePresence(ben, { id }), [])
  })
})
