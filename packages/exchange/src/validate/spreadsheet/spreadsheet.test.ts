import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx, type WriteSheet } from 'hucre/xlsx'
import { validate } from '../index.ts'
import { columnName, columnOf, firstRows, openWorkbook, type SheetRow, workbookIn } from './workbook.ts'

/** Headings of a row for a film, each with a value that is right. */
const RIGHT: Readonly<Record<string, string | number | Date>> = {
  'Avail/DisplayName': 'House',
  'AvailTrans/Territory': 'FR',
  'AvailAsset/WorkType': 'Movie',
  'Disposition/EntryType': 'Full Extract',
  'AvailMetadata/TitleInternalAlias': 'La Boue',
  'AvailTrans/LicenseType': 'EST',
  'AvailTrans/FormatProfile': 'HD',
  'AvailTrans/Start': '2026-01-01',
  'AvailTrans/End': 'Open',
  'AvailTrans/PriceType': 'WSP',
  'AvailTrans/PriceValue': 4.99,
  'AvailTrans/AllowedLanguages': 'fr, de:subdub',
  'AvailAsset/ContentID': 'md:cid:org:house:1',
  'Avail/ALID': 'md:alid:org:house:1',
  'AvailMetadata/TotalRunTime': '01:24:00',
}

type Value = string | number | boolean | Date | null
const workbook = (rows: Value[][], sheet: Partial<WriteSheet> = {}) => writeXlsx({ sheets: [{ name: 'Sheet', rows, ...sheet }] })
function rowsOf(columns: Readonly<Record<string, Value>>): Value[][] {
  const keys = Object.keys(columns)
  const remarks = keys.map((_, i) => (i === 0 ? '1.9' : '//Opt'))
  return [keys.map((key) => key.split('/')[0]!), keys.map((key) => key.split('/')[1]!), remarks, Object.values(columns)]
}
async function found(columns: Readonly<Record<string, Value>>, more: Value[][] = []): Promise<string[]> {
  const { findings } = await validate(await workbook([...rowsOf(columns), ...more]))
  return findings.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`)
}

test('a right spreadsheet has no findings, and its version', async () => {
  const { format, version, findings, schema } = await validate(await workbook(rowsOf(RIGHT)), { fileName: 'avails.xlsx' })
  assert.deepEqual([format, version, schema, findings], ['avails-xlsx', '1.9', null, []])
})

test('each cell is looked at, and named', async () => {
  assert.deepEqual(await found({ ...RIGHT, 'AvailTrans/Territory': 'UK' }), ['error country/code Sheet!B4'])
  assert.deepEqual(await found({ ...RIGHT, 'AvailTrans/Start': '31/12/2026' }), ['error cell/day Sheet!H4'])
  assert.deepEqual(await found({ ...RIGHT, 'AvailTrans/Start': '2026-02-30' }), ['error cell/day Sheet!H4'])
  assert.deepEqual(await found({ ...RIGHT, 'AvailTrans/End': '2025-01-01' }), ['error date/end-before-start Sheet!I4'])
  assert.deepEqual(await found({ ...RIGHT, 'AvailTrans/End': 'Sometime' }), ['warning cell/condition Sheet!I4'])
  assert.deepEqual(await found({ ...RIGHT, 'AvailTrans/PriceValue': 'four' }), ['error cell/amount Sheet!K4'])
  assert.deepEqual(await found({ ...RIGHT, 'AvailTrans/AllowedLanguages': 'fr, xq' }), ['error language/tag Sheet!L4'])
  assert.deepEqual(await found({ ...RIGHT, 'AvailAsset/WorkType': 'movie' }), ['error vocabulary/AvailAsset/WorkType Sheet!C4'])
  assert.deepEqual(await found({ ...RIGHT, 'AvailMetadata/TotalRunTime': '84 min' }), ['error cell/run-time Sheet!O4'])
  assert.deepEqual(await found({ ...RIGHT, 'AvailTrans/LicenseType': 'POEST', 'AvailTrans/SuppressionLiftDate': '' }), [
    'error sheet/empty-cell Sheet!P4',
  ])
})

test('columns must be there, and their cells filled', async () => {
  const { 'AvailTrans/End': _end, ...without } = RIGHT
  assert.deepEqual(await found(without), ['error sheet/missing-column Sheet!A1'])
  assert.deepEqual(await found({ ...RIGHT, 'Avail/ALID': null }), ['error sheet/empty-cell Sheet!N4'])
  assert.deepEqual(await found({ ...RIGHT, 'AvailTrans/PriceType': null, 'AvailTrans/LicenseType': 'SVOD' }), [])
  assert.deepEqual(await found({ ...RIGHT, 'Avail/BundleALIDs': 'md:alid:org:x:2' }), ['notice sheet/heading-typo Sheet!P2'])
  assert.deepEqual(await found({ ...RIGHT, 'Avail/Colour': 'red' }), ['notice sheet/unknown-column Sheet!P2'])
})

test('days, times and yes or no are read as they are displayed', async () => {
  const columns = { ...RIGHT, 'AvailTrans/Start': new Date('2026-01-01T00:00:00Z'), 'AvailMetadata/CaptionIncluded': true }
  assert.deepEqual(await found(columns), [])
})

test('six empty rows end the sheet, and what is beside the headings is told', async () => {
  const empty = Array.from({ length: 6 }, () => [null])
  assert.deepEqual(await found(RIGHT, [...empty, ['late']]), ['warning sheet/after-end Sheet!A11'])
  assert.deepEqual(await found(RIGHT, [...empty.slice(1), Object.values(RIGHT)]), [])
  const wide = [...Object.values(RIGHT), 'beside']
  assert.deepEqual(await found(RIGHT, [wide]), ['warning sheet/out-of-bounds Sheet!P5'])
})

test('a formula is refused, not run; a yes or no that an office suite writes as one is taken', async () => {
  const xml = (formula: string) => hand(`<row r="4"><c r="A4" t="str"><f>${formula}</f><v>House</v></c></row>`)
  const rules = async (formula: string) => (await validate(xml(formula))).findings.filter(({ rule }) => rule === 'sheet/formula')
  const [one] = await rules('HYPERLINK(&quot;http://example.org&quot;)')
  assert.deepEqual([one?.severity, one?.path, one?.values['value']], ['error', 'Sheet!A4', 'House'])
  assert.deepEqual(await rules('TRUE()'), [])
})

const HEADINGS = Object.keys(RIGHT)
/** A workbook written by hand: rows from the fourth on. */
function hand(rows: string, parts: Record<string, Uint8Array> = {}): Uint8Array {
  const text = (value: string, reference: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`
  const heading = (row: number, part: number) =>
    `<row r="${row}">${HEADINGS.map((key, i) => text(key.split('/')[part]!, `${columnName(i)}${row}`)).join('')}</row>`
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="Sheet" sheetId="1" r:id="a"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<R><Relationship Id="a" Target="worksheets/sheet1.xml"/></R>'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${heading(1, 0)}${heading(2, 1)}${rows}</sheetData></worksheet>`),
    ...parts,
  })
}

test('what cells share is found where the workbook says that it stands', async () => {
  const relation = (name: string, target: string) => `<Relationship Id="${name}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${name}" Target="${target}"/>` // prettier-ignore
  const elsewhere = hand('<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>45658</v></c></row>', {
    'xl/_rels/workbook.xml.rels': strToU8(`<R><Relationship Id="a" Target="worksheets/sheet1.xml"/>${relation('sharedStrings', '/words/texts.xml')}${relation('styles', 'looks.xml')}</R>`), // prettier-ignore
    'words/texts.xml': strToU8('<sst><si><t>No</t></si><si><t>House</t></si></sst>'),
    'xl/looks.xml': strToU8('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
  })
  const rows = firstRows(workbookIn(openWorkbook(elsewhere)), 0, 9)
  assert.deepEqual(rows.at(-1)!.cells.map(({ text }) => text), ['House', '2025-01-01']) // prettier-ignore
})

test('a page of instructions may stand before the avails: what is found is placed on their own sheet', async () => {
  const avails = '<sheet name="Sheet" sheetId="1" r:id="a"/>'
  const before = {
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="r"><sheets><sheet name="Read me" sheetId="2" r:id="b"/>${avails}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<R><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="worksheets/sheet2.xml"/></R>',
    ),
    'xl/worksheets/sheet2.xml': strToU8('<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Fill in the next sheet.</t></is></c></row></sheetData></worksheet>'), // prettier-ignore
  }
  const row = '<row r="4"><c r="A4" t="inlineStr"><is><t>House</t></is></c></row>'
  const [alone, behind] = await Promise.all([validate(hand(row)), validate(hand(row, before))])
  assert.deepEqual([behind.format, behind.version, behind.findings], [alone.format, alone.version, alone.findings])
})

test('a million empty rows are no more than the rows that are filled', async () => {
  const empty = Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 5}" ht="${(i * 7919) % 997}"/>`).join('')
  const { format, findings } = await validate(hand(`<row r="4"><c r="A4" t="inlineStr"><is><t>House</t></is></c></row>${empty}`))
  assert.equal(format, 'avails-xlsx')
  assert.ok(findings.every(({ path }) => path === null || /[A-O]4$/.test(path)))
})

test('bombs, cut files and document types in a workbook are one fatal finding', async () => {
  const rules = async (bytes: Uint8Array) => (await validate(bytes)).findings.map(({ severity, rule }) => `${severity} ${rule}`)
  const bomb = hand('', { 'xl/sharedStrings.xml': new Uint8Array(5_000_000) })
  assert.deepEqual(await rules(bomb), ['fatal file/zip-bomb'])
  assert.deepEqual(await rules(hand('').subarray(0, 400)), ['fatal file/damaged'])
  assert.deepEqual(await rules(hand('<row r="4"><c r="A4"><v>1</v></row>')), ['fatal file/damaged'])
  const typed = hand('', { 'xl/sharedStrings.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><sst>&b;</sst>') })
  assert.deepEqual(await rules(typed), ['fatal file/damaged'])
})

test('numbers of columns and days', () => {
  for (const [name, index] of [
    ['A', 0],
    ['Z', 25],
    ['AA', 26],
    ['AZ', 51],
    ['XFD', 16_383],
  ] as const) {
    assert.equal(columnName(index), name)
    assert.equal(columnOf(`${name}12`), index)
  }
  const styles =
    '<s><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></s>'
  const cells = [
    [0, '41439'],
    [1, '41439'],
    [2, '1.5'],
    [3, '41439.75'],
    [1, '1'],
    [1, '60'],
  ]
  const row = cells.map(([style, value], i) => `<c r="${columnName(i)}4" s="${style}"><v>${value}</v></c>`).join('')
  const seen: SheetRow[] = []
  const book = workbookIn(openWorkbook(hand(`<row r="4">${row}</row>`, { 'xl/styles.xml': strToU8(styles) })))
  book.read(0, (one) => void seen.push(one))
  assert.deepEqual(
    seen.at(-1)!.cells.map(({ text }) => text),
    ['41439', '2013-06-14', '36:00:00', '2013-06-14T18:00:00', '1900-01-01', '1900-02-28'],
  )
})
