import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import { type Cell, tableCsv, tableXlsx } from './table.ts'
import { csvPieces, xlsxPieces } from './table-pages.ts'

const head = { name: 'What: is/due', columns: [{ heading: 'Task', width: 30 }, { heading: '=Days', width: 8 }] } // prettier-ignore
const rows: Cell[][] = [['=1+1', 3], ['a;b,c"d\nÉ', null], ['\u0007bell', -2.5]] // prettier-ignore
async function* inPages(...pages: Cell[][][]) {
  yield* pages
}
async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}
const split = () => inPages(rows.slice(0, 1), [], rows.slice(1))

test('a table in pages is the file that the whole table is', async () => {
  for (const locale of ['en', 'fr'] as const)
    assert.equal((await whole(csvPieces(head, split(), locale))).toString(), tableCsv({ ...head, rows }, locale))
  const read = async (bytes: Uint8Array) => (await readXlsx(bytes)).sheets.map(({ name, rows: lines }) => ({ name, lines }))
  const paged = await read(await whole(xlsxPieces(head, split())))
  assert.deepEqual(paged, await read(await tableXlsx({ ...head, rows })))
  assert.deepEqual(paged[0]?.lines[1], ['=1+1', 3], 'a text stays a text')
})

test('a table without a row has its headings', async () => {
  assert.equal((await whole(csvPieces(head, inPages(), 'en'))).toString(), "\ufeffTask,'=Days\r\n")
  assert.deepEqual((await readXlsx(await whole(xlsxPieces(head, inPages())))).sheets[0]?.rows, [['Task', '=Days']])
})

test('no page is asked for before the one before it is written', async () => {
  let asked = 0
  async function* counted() {
    for (; asked < 1000; asked++) yield rows
  }
  const pieces = csvPieces(head, counted(), 'en')
  await pieces.next() // the headings
  await pieces.next()
  assert.equal(asked, 0)
  await pieces.next()
  assert.equal(asked, 1)
})
