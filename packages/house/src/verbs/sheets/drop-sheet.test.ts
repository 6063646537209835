import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zipSync } from 'fflate'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { type HouseError, isHouseError } from '../../errors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

const code = (expected: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === expected
const bytes = (text: string) => new TextEncoder().encode(text)

const SHEET = `The Lantern Makers

In a valley where the power fails every evening, three sisters go on making lamps.

For forty years the workshop has lit the valley, and now a dam promises light for everyone. The sisters are not sure that they want it.  They have seen promises before.

• Year: 2022
• Duration: 52
• Director: Ines Orsini
• Production: Falkner Films
• Available Versions: ENG, FRA
• Country of production: Portugal
`
const TWO = `The Lantern Makers II

A first film about light and what becomes of those who make it.

Year: 2023
Duration: 52
Director: Ines Orsini
Country: Portugal

The Ferrymen

A second film about a river and those who cross it for a living.

Year: 2021
Duration: 90
Director: Otto Brandov
Country: Germany
`

eachHouse('dropped sheets', (open) => {
  test('read, corrected, accepted: a draft with its source attached', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const [dropped, ...more] = await house.dropSheet(sales, { bytes: bytes(SHEET), fileName: 'lantern.txt' })
    assert.equal(more.length, 0)
    assert.ok(dropped)
    assert.deepEqual(
      [dropped.reading.title, dropped.reading.year, dropped.proposed.countries],
      ['The Lantern Makers', 2022, ['PT']],
    )
    const place = dropped.reading.provenance.find((fact) => fact.path === 'directors.0')?.place
    assert.equal(dropped.text.slice(place?.start, place?.end).includes('Ines Orsini'), true)
    assert.ok(dropped.findings.some((finding) => finding.code === 'doubled-space'))
    assert.equal((await house.dropSheet(sales, { bytes: bytes(SHEET), fileName: 'again.txt' }))[0]?.id, dropped.id)
    assert.deepEqual(
      (await house.listDroppedSheets(sales, {})).items.map((item) => [item.id, item.title]),
      [[dropped.id, 'The Lantern Makers']],
    )

    const title = await house.acceptDroppedSheet(sales, { id: dropped.id, sheet: { ...dropped.proposed, themes: ['work'] } })
    assert.deepEqual([title.status, title.slug, title.sheet.themes], ['draft', 'the-lantern-makers', ['work']])
    const opened = await house.openTitle(sales, { id: title.id })
    assert.deepEqual(
      opened.sources.map((source) => source.fileName),
      ['lantern.txt'],
    )
    assert.ok(opened.missing.includes('trailer'))
    assert.deepEqual((await house.openDroppedSheet(sales, { id: dropped.id })).reading, dropped.reading)
    assert.equal((await house.listDroppedSheets(sales, {})).items.length, 0)
    await assert.rejects(house.acceptDroppedSheet(sales, { id: dropped.id, sheet: dropped.proposed }), code('already-accepted'))
    await assert.rejects(house.discardDroppedSheet(sales, { id: dropped.id }), code('already-accepted'))

    // A later sheet of the same film says so, and goes over the title without taking away what it is silent about.
    const [later] = await house.dropSheet(sales, { bytes: bytes(`${SHEET}• Producer: Vera Solberg\n`), fileName: 'later.txt' })
    assert.equal(later?.duplicateOf?.id, title.id)
    const merged = await house.acceptDroppedSheet(sales, { id: later!.id, sheet: later!.proposed, intoTitleId: title.id })
    assert.deepEqual([merged.id, merged.sheet.producers, merged.sheet.themes], [title.id, ['Vera Solberg'], ['work']])
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('several films in a file are several sheets; one put aside comes back', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const sheets = await house.dropSheet(editor, { bytes: bytes(TWO), fileName: null })
    assert.deepEqual(
      sheets.map((sheet) => sheet.reading.title),
      ['The Lantern Makers II', 'The Ferrymen'],
    )
    await house.discardDroppedSheet(editor, { id: sheets[0]!.id })
    assert.deepEqual(
      (await house.listDroppedSheets(editor, {})).items.map((item) => item.title),
      ['The Ferrymen'],
    )
    await house.restoreDroppedSheet(editor, { id: sheets[0]!.id })
    assert.equal((await house.listDroppedSheets(editor, {})).items.length, 2)
  })

  test('an archive is opened; what is no sheet is refused by name', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const zip = zipSync({ 'a/one.txt': bytes(SHEET), 'b/two.txt': bytes(TWO) })
    assert.equal((await house.dropSheet(editor, { bytes: zip, fileName: 'season.zip' })).length, 3)
    const drop = (content: Uint8Array, fileName: string) => house.dropSheet(editor, { bytes: content, fileName })
    await assert.rejects(drop(zipSync({ '../../etc/passwd': bytes('x') }), 'tricks.zip'), code('unreadable-file'))
    await assert.rejects(
      drop(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'sheet.txt'),
      code('unsupported-file'),
    )
    await assert.rejects(drop(bytes('%PDF-1.7 and then nothing'), 'sheet.pdf'), code('unreadable-file'))
    await assert.rejects(drop(new Uint8Array(), 'empty.txt'), code('unreadable-file'))
    // Why, and what to send in its place, in both languages.
    await assert.rejects(drop(new Uint8Array(), 'empty.txt'), ({ details }: HouseError) => {
      const [issue] = details['issues'] as { message: string; messageFr: string }[]
      assert.match(issue!.message, /^This file is empty\./)
      assert.match(issue!.messageFr, /^Ce fichier est vide\./)
      return true
    })
    await assert.rejects(house.dropSheet(VISITOR, { bytes: bytes(SHEET), fileName: null }), code('sign-in-needed'))
    await assert.rejects(house.openDroppedSheet(await member('buyer'), { id: 'any' }), code('not-allowed'))
    assert.equal((await house.checkSheet(editor, { sheet: aSheet('Short') })).missing.includes('duration'), true)
  })
})
