import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readXlsx, writeXlsxStream } from 'hucre/xlsx'
import { unzipSync } from 'fflate'
import fc from 'fast-check'
import type { Avail } from '../avails/avail.ts'
import { madeAvails } from '../avails/made-avails.ts'
import { validate } from '../validate/index.ts'
import { joinSheets } from './join-sheets.ts'
import { kindOf, writeAvailsWorkbook, writeAvailsWorkbookOf } from './write-avails-spreadsheet.ts'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-sheets-'))
after(() => rmSync(folder, { recursive: true }))
let files = 0
const apart = () => open(join(folder, String(files++)), 'wx+')

async function written(avails: readonly Avail[]) {
  async function* films() {
    for (const avail of avails) yield await Promise.resolve([avail])
  }
  const { pieces, fileName } = writeAvailsWorkbookOf(films(), apart)
  const bytes: Uint8Array[] = []
  for await (const piece of pieces) bytes.push(piece)
  return { fileName: fileName(), bytes: Buffer.concat(bytes) }
}

test('avails that come film by film make the workbook that they make together: the same sheets, the same cells', async () => {
  const kinds = new Set<string>()
  await fc.assert(
    fc.asyncProperty(madeAvails, async (avails) => {
      const [apart, together] = [await written(avails), await writeAvailsWorkbook(avails)]
      assert.equal(apart.fileName, together.fileName)
      const [one, other] = [await readXlsx(apart.bytes), await readXlsx(together.bytes)]
      const shown = ({ sheets }: typeof one) => sheets.map(({ name, rows }) => [name, rows])
      assert.deepEqual(shown(one), shown(other))
      kinds.add([...new Set(avails.map(kindOf))].toSorted().join('+'))
    }),
    { numRuns: 40, seed: 5 },
  )
  assert.ok(kinds.has('movies+tv') && kinds.size >= 3, [...kinds].join())
})

test('a workbook of two sheets names both in each of its parts, and is what it claims to be', async () => {
  const avails = fc.sample(madeAvails, { numRuns: 60, seed: 3 }).find((some) => new Set(some.map(kindOf)).size === 2)!
  const { bytes } = await written(avails)
  const parts = unzipSync(bytes)
  const text = (name: string) => new TextDecoder().decode(parts[name])
  const sheets = [...text('xl/workbook.xml').matchAll(/<sheet name="(\w+)" sheetId="(\d)" r:id="(\w+)"/g)]
  assert.deepEqual(sheets.map(([, name, id]) => [name, id]), [['Movies', '1'], ['TV', '2']]) // prettier-ignore
  const targets = sheets.map(
    ([, , , id]) => new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(text('xl/_rels/workbook.xml.rels'))?.[1],
  )
  assert.deepEqual(targets, ['worksheets/sheet1.xml', 'worksheets/sheet2.xml'])
  for (const target of targets)
    assert.match(text('[Content_Types].xml'), new RegExp(`PartName="/xl/${target}" ContentType="[^"]+worksheet\\+xml"`))
  const { format, counts } = await validate(bytes, { fileName: 'avails.xlsx', schemas: null })
  assert.deepEqual([format, counts.fatal], ['avails-xlsx', 0])
})

test('a text of a series may have a line in it, however it ends: a new line, or the separators of lines and paragraphs', async () => {
  const some = fc.sample(madeAvails, { numRuns: 60, seed: 3 }).flat().find((avail) => kindOf(avail) === 'tv')! // prettier-ignore
  const title = 'Tides\u2028of\u2029the\nNorth'
  const avails = [JSON.parse(JSON.stringify(some), (key, value: unknown) => (key === 'licensee' ? title : value)) as Avail]
  assert.ok(JSON.stringify(avails).includes('Tides'))
  const [{ sheets }] = [await readXlsx((await written(avails)).bytes)]
  assert.ok(
    sheets[0]!.rows.some((row) => row.includes(title)),
    JSON.stringify(sheets[0]!.rows.at(-1)),
  )
})

test('where either kind has more rows than a sheet holds, its further sheets are there too', async () => {
  const made = async (name: string, count: number) => {
    const file = await apart()
    const rows = Array.from({ length: count }, (_, n) => [`${name} ${n}`])
    for await (const piece of writeXlsxStream(rows, { name, columns: [{ width: 10 }], repeatHeaders: false, maxRowsPerSheet: 4 })) await file.appendFile(piece) // prettier-ignore
    return file
  }
  await using films = await made('Movies', 6)
  await using series = await made('TV', 9)
  const bytes: Uint8Array[] = []
  for await (const piece of joinSheets(films, series)) bytes.push(piece)
  const { sheets } = await readXlsx(Buffer.concat(bytes))
  assert.deepEqual(sheets.map(({ name, rows }) => [name, rows.length, rows[0]![0]]), [['Movies', 4, 'Movies 0'], ['Movies_2', 2, 'Movies 4'], ['TV', 4, 'TV 0'], ['TV_2', 4, 'TV 4'], ['TV_3', 1, 'TV 8']]) // prettier-ignore
})
