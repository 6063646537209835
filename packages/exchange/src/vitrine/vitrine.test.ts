import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { madeSheet } from '@vitrine/catalogue/writer/made-sheets'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { sniff } from '../validate/sniff.ts'
import { VITRINE } from './vitrine.ts'

const houseOf = (titles: Record<string, unknown>): Uint8Array =>
  zipSync({
    'vitrine.json': strToU8('{"format":"vitrine-house"}'),
    'tables/title.ndjson': strToU8('{}\n'),
    ...Object.fromEntries(Object.entries(titles).map(([slug, value]) => [`titles/${slug}.json`, strToU8(JSON.stringify(value))])),
  })

test('every sheet of another house comes in as it was, without the pictures that are not here', async () => {
  const sheets = [...fc.sample(madeSheet('en'), 60), ...fc.sample(madeSheet('fr'), 60)]
  const bytes = houseOf(Object.fromEntries(sheets.map((sheet, n) => [`film-${n}`, { id: `id-${n}`, slug: `film-${n}`, sheet }])))
  assert.equal((await sniff(bytes)).format, 'vitrine')
  const { films, findings } = await VITRINE.read!(bytes, { fileName: 'house.zip' })
  assert.deepEqual(findings, [])
  assert.deepEqual(films.map(({ sheet }) => sheet), sheets.map((sheet) => ({ ...sheet, pictures: [] }))) // prettier-ignore
  assert.equal(films[3]?.key, 'id-3')
})

test('a house of more files than a workbook has is still known', async () => {
  const sheet = emptySheet('Salt')
  const bytes = houseOf(Object.fromEntries(Array.from({ length: 2500 }, (_, n) => [`film-${n}`, { id: `${n}`, sheet }])))
  assert.equal((await sniff(bytes)).format, 'vitrine')
  assert.equal((await VITRINE.read!(bytes, { fileName: 'house.zip' })).films.length, 2500)
})

test('what is no sheet is told by its place, and the others are read', async () => {
  const bytes = houseOf({ good: { id: '1', sheet: { ...emptySheet('Salt'), year: 'soon' } }, bad: { sheet: 7 }, none: null })
  const { films, findings } = await VITRINE.read!(bytes, { fileName: 'house.zip' })
  assert.deepEqual(films.map(({ sheet }) => [sheet.title, sheet.year]), [['Salt', null]]) // prettier-ignore
  assert.deepEqual(films[0]?.doubts.map(({ path }) => path), ['year']) // prettier-ignore
  assert.deepEqual(findings.map(({ path }) => path), ['titles/bad.json', 'titles/none.json']) // prettier-ignore
  const cut = await VITRINE.read!(bytes.subarray(0, 300), { fileName: 'house.zip' })
  assert.deepEqual([cut.films.length, cut.findings[0]?.severity], [0, 'fatal'])
})
