import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { TitleSheet } from '@vitrine/catalogue'
import { FORMAT_NAMES } from '@vitrine/messages/format-names'
import { FORMATS } from './formats.ts'
import type { Format, SheetField } from './format.ts'

const MARKS = { whole: '●', part: '◐' }
const shown = (format: Format, field: SheetField) => {
  const how = format.carries[field]
  return how === undefined ? '' : MARKS[how]
}

/** The table of docs/exchange.md, made of what the formats say of themselves. */
function fieldsByFormat(): string {
  const formats = Object.values(FORMATS)
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    row(['of the sheet', ...formats.map(({ id }) => FORMAT_NAMES[id])]),
    row(['---', ...formats.map(() => ':-:')]),
    row(['goes out', ...formats.map(({ write, versions }) => (write === undefined ? '' : versions.join(', ') || '✓'))]),
    row(['comes in', ...formats.map(({ read }) => (read === undefined ? '' : '✓'))]),
    ...(Object.keys(TitleSheet.shape) as SheetField[]).map((field) =>
      row([field, ...formats.map((format) => shown(format, field))]),
    ),
  ].join('\n')
}

test('every format stands under its own id, has a name, and carries the title', () => {
  for (const [id, format] of Object.entries(FORMATS)) {
    assert.equal(format.id, id)
    assert.ok(FORMAT_NAMES[format.id].length > 0)
    assert.ok(format.carries.title !== undefined, id)
    assert.ok(format.write !== undefined || format.read !== undefined, id)
  }
})

test('docs/exchange.md says of every field which format carries it', async () => {
  const page = await readFile(new URL('../../../../docs/exchange.md', import.meta.url), 'utf8')
  const cells = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---').replace(/:-+:/g, ':-:')
  assert.ok(cells(page).includes(cells(fieldsByFormat())), `the table must be:\n\n${fieldsByFormat()}`)
})
