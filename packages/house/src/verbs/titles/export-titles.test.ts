import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TitleSheet } from '@vitrine/catalogue'
import { readSheet } from '@vitrine/catalogue/reader/read-sheet'
import { wholeSheet } from '@vitrine/catalogue/testing/whole-sheet'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { isHouseError } from '../../errors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

eachHouse('exporting', (open) => {
  test('every title in every form, drafts too', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const cuts = [{ minutes: 52, episodes: null, versions: [] }]
    const one = await house.createTitle(editor, {
      sheet: aSheet('First Light', { synopsis: { en: 'It begins before dawn, in a town that no train passes.' }, cuts }),
    })
    await house.createTitle(editor, { sheet: aSheet('=Formula()', { cuts }) })
    const all = async (format: 'json' | 'text' | 'markdown' | 'html' | 'csv', language?: string) => {
      const files: Record<string, string> = {}
      for await (const { fileName, content } of house.exportTitles(editor, {
        format,
        ...(language === undefined ? {} : { language }),
      }))
        files[fileName] = content
      return files
    }
    const json = await all('json')
    assert.deepEqual(Object.keys(json), ['first-light.json', 'formula.json'])
    assert.deepEqual(JSON.parse(json['first-light.json']!).sheet, one.sheet)
    assert.equal(readSheet((await all('text'))['first-light.en.txt']!).durations[0], 52)
    assert.match((await all('markdown', 'fr'))['first-light.fr.md']!, /^# First Light/)
    assert.match((await all('html'))['first-light.en.html']!, /First Light/)
    const [csv] = Object.values(await all('csv'))
    assert.equal(csv?.trim().split('\r\n').length, 3)
    assert.match(csv ?? '', /'=Formula\(\)/)
    assert.match(await house.writeSheet(editor, { id: one.id, language: 'en', format: 'text' }), /First Light/)
    await assert.rejects(
      house.writeSheet(editor, { id: one.id, language: 'no language', format: 'text' }),
      (thrown) => isHouseError(thrown) && thrown.code === 'invalid-input',
    )
  })

  test('more titles than are fetched at once, each once', async () => {
    const { house } = await open()
    const sheets = Array.from(
      { length: 230 },
      (_, n) => `Film number ${n}\n\nYear: 2020\nDuration: 52\nDirector: Nadia Gorani ${n}\n`,
    )
    async function* files() {
      for (const [n, text] of sheets.entries()) yield { path: `${n}.txt`, bytes: new TextEncoder().encode(text) }
    }
    await house.importSheets(SYSTEM, { files: files(), total: null })
    const names = new Set<string>()
    for await (const { fileName } of house.exportTitles(SYSTEM, { format: 'json' })) names.add(fileName)
    assert.equal(names.size, 230)
  })

  test('as JSON, every field of a sheet leaves as it is, and none is lost on the way into the database', async () => {
    const { house, member } = await open()
    const wanted = { ...wholeSheet(), pictures: [] } // a house takes only pictures whose files it holds
    await house.createTitle(await member('editor'), { sheet: wanted })
    const files = await Array.fromAsync(house.exportTitles(SYSTEM, { format: 'json' }))
    const { sheet } = JSON.parse(files[0]!.content) as { sheet: TitleSheet }
    assert.deepEqual(sheet, wanted)
  })

  test('is not for visitors', async () => {
    const { house } = await open()
    await assert.rejects(
      (async () => {
        for await (const _ of house.exportTitles(VISITOR, { format: 'json' })) assert.fail('a visitor was handed the catalogue')
      })(),
      (thrown) => isHouseError(thrown) && thrown.code === 'sign-in-needed',
    )
  })
})
