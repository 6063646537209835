import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSpreadsheet } from './open-spreadsheet.ts'
import { tableApart } from './table-apart.ts'

const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
const NOTE = 'A road, a river and who keeps them. '.repeat(20)
const RIGHTS = 'Title;Territory;Media;Fee;Note'
const rows = (count: number, note = NOTE) => Array.from({ length: count }, () => `Salt;Poland;SVOD;90;${note}`)

test('a large list is read in a thread as a small one is here, with the rows that add it up', async () => {
  for (const count of [1, 400]) {
    const read = await tableApart({ bytes: csv('Rights sold, May 2027', RIGHTS, ...rows(count), 'Total;;;90;'), of: 'rights' })
    assert.ok('table' in read)
    assert.deepEqual([read.table.headings[1], read.table.rows.length, read.table.totals], ['Territory', count, [count + 3]])
  }
  const people = await openSpreadsheet(csv('Stand: Mai', 'Firma;E-Mail;Notiz', ...Array.from({ length: 400 }, () => `Kanal;a@b.example;${NOTE}`)), 'contacts') // prettier-ignore
  assert.deepEqual([people.headings[0], people.rows.length], ['Firma', 400])
})

test('what a large list is refused for is said as of a small one', async () => {
  await assert.rejects(openSpreadsheet(csv(RIGHTS, ...rows(5_001, NOTE.slice(0, 40))), 'rights'), { code: 'limit-reached' })
  for (const size of [1_000, 300_000]) {
    const pdf = new Uint8Array(size).fill(32)
    pdf.set(csv('%PDF-1.7\n'))
    await assert.rejects(openSpreadsheet(pdf, 'rights'), { code: 'unsupported-file' })
  }
  await assert.rejects(openSpreadsheet(new Uint8Array(5_000_001).fill(65), 'rights'), { code: 'too-large' })
})
