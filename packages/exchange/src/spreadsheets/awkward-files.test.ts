/** Lists as agents have them: each is read, or refused by its name and with what to send in its place. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { documentErrorText } from '@vitrine/messages/documents'
import { hasSentence } from '@vitrine/messages/findings'
import { DocumentError } from '../documents/errors.ts'
import { sniff } from '../validate/sniff.ts'
import { guessNamedContacts } from './contact-columns.ts'
import { guessColumns } from './rights-columns.ts'
import { readDay } from './rights-days.ts'
import { readTable } from './rights-table.ts'
import { TITLES_XLSX, TITLES_CSV } from './titles.ts'

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const letter = (column: number) => String.fromCharCode(65 + column)
type Said = string | number | null | { formula: string; shows?: string | number } | { serial: number }
interface Sheet {
  name?: string
  rows: Said[][]
  merges?: string[]
  hiddenRows?: number[]
  hidden?: boolean
}

function cell(said: Said, at: string): string {
  if (said === null || said === '') return ''
  if (typeof said === 'number') return `<c r="${at}"><v>${said}</v></c>`
  if (typeof said === 'string') return `<c r="${at}" t="inlineStr"><is><t>${said.replaceAll('&', '&amp;')}</t></is></c>`
  if ('serial' in said) return `<c r="${at}" s="1"><v>${said.serial}</v></c>`
  return `<c r="${at}" t="str"><f>${said.formula}</f>${said.shows === undefined ? '' : `<v>${said.shows}</v>`}</c>`
}

function xlsx(sheets: Sheet[], more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(`<workbook xmlns="${SHEET}" xmlns:r="r"><sheets>${sheets.map(({ name, hidden }, n) => `<sheet name="${name ?? `S${n + 1}`}" sheetId="${n + 1}" ${hidden ? 'state="hidden"' : ''} r:id="s${n}"/>`).join('')}</sheets></workbook>`), // prettier-ignore
    'xl/_rels/workbook.xml.rels': strToU8(`<R>${sheets.map((_, n) => `<Relationship Id="s${n}" Target="worksheets/t${n}.xml"/>`).join('')}</R>`), // prettier-ignore
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${SHEET}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(
      sheets.map(({ rows, merges = [], hiddenRows = [] }, n) => [
        `xl/worksheets/t${n}.xml`,
        strToU8(`<worksheet xmlns="${SHEET}"><cols><col min="2" max="2" hidden="1"/></cols><sheetData>${rows.map((cells, at) => `<row r="${at + 1}"${hiddenRows.includes(at + 1) ? ' hidden="1"' : ''}>${cells.map((said, column) => cell(said, `${letter(column)}${at + 1}`)).join('')}</row>`).join('')}</sheetData><mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`), // prettier-ignore
      ]),
    ),
    ...more,
  })
}

function ods(sheets: { name: string; rows: string }[]): Uint8Array {
  const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:body><office:spreadsheet>${sheets.map(({ name, rows }) => `<table:table table:name="${name}">${rows}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>`).join('')}</office:spreadsheet></office:body></office:document-content>` // prettier-ignore
  return zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8(content) })
}
const odsRow = (...cells: string[]) => `<table:table-row>${cells.map((one) => (one.startsWith('<') ? one : `<table:table-cell office:value-type="string"><text:p>${one}</text:p></table:table-cell>`)).join('')}</table:table-row>` // prettier-ignore

const rowsOf = async (bytes: Uint8Array, guess = guessColumns as Parameters<typeof readTable>[1]) => {
  const { headings, rows } = await readTable(bytes, guess)
  return { headings, rows: rows.map(({ cells }) => cells) }
}
const films = async (bytes: Uint8Array, format = TITLES_XLSX) => {
  const { films: read, findings } = await format.read!(bytes, { fileName: 'list' })
  for (const { rule } of findings) assert.ok(hasSentence(rule), rule)
  return { films: read.map(({ sheet }) => sheet), rules: findings.map(({ rule }) => rule) }
}

test('rights under the name of the list, a date and two rows of headings, films merged over their rows, and totals below', async () => {
  const bytes = xlsx([
    {
      rows: [
        ['Lanterne Basse: rights sold, May 2027'],
        [],
        ['Title', 'Licensee', 'Licence', null, 'Territory', 'Media', 'Fee'],
        [null, null, 'Start', 'End', null, null, null],
        ['Salt', 'Kanal Ost', { serial: 46447 }, '12/31/2028', 'Poland', 'SVOD', 1000],
        [null, 'Fjordflix', '1er mars 2027', '31.12.2028', 'Norway', 'Free TV', { formula: 'G5*2', shows: 2000 }],
        ['Mole', 'Fjordflix', 46447, { formula: 'D5' }, 'Norway', 'SVOD', { formula: 'SUM(A1)', shows: '#REF!' }],
        ['Total', null, null, null, null, null, 3000],
      ],
      merges: ['A3:A4', 'B3:B4', 'C3:D3', 'E3:E4', 'F3:F4', 'G3:G4', 'A5:A6'],
      hiddenRows: [7],
    },
  ])
  const { headings, rows } = await rowsOf(bytes)
  assert.deepEqual(headings, ['Title', 'Licensee', 'Start', 'End', 'Territory', 'Media', 'Fee'])
  assert.deepEqual(guessColumns(headings), ['title', 'party', 'from', 'to', 'territory', 'media', 'ignore'])
  assert.deepEqual(
    rows.map(([title, , from, to]) => [title, readDay(from!, false)?.day ?? null, readDay(to!, true)?.day ?? null]),
    [
      ['Salt', '2027-03-01', '2028-12-31'],
      ['Salt', '2027-03-01', '2028-12-31'],
      ['Mole', '2027-03-01', null],
    ],
  )
  assert.deepEqual(rows.map((cells) => cells.at(-1)), ['1000', '2000', '#REF!'], 'an error is not left out: a day without one would never end') // prettier-ignore
})

test('contacts: the sheet that has them, its headings under a line, whatever stands before', async () => {
  const list: Sheet = { name: 'Käufer', rows: [['Stand: Mai 2027'], ['Firma', 'Vorname', 'Nachname', 'E-Mail-Adresse', 'Land'], ['Kanal Ost', 'Ana', 'Nowak', 'ana@kanal.example', 'Polen']] } // prettier-ignore
  const { headings, rows } = await rowsOf(
    xlsx([{ rows: [['Deckblatt'], ['Unsere Käufer']] }, { rows: [] }, list]),
    guessNamedContacts,
  )
  assert.deepEqual([headings[0], rows], ['Firma', [['Kanal Ost', 'Ana', 'Nowak', 'ana@kanal.example', 'Polen']]])
})

test('films: a merged year, a hidden row and a line of totals are read as they are meant, and said', async () => {
  const { films: read, rules } = await films(
    xlsx([{ rows: [['Titre', 'Année', 'Réalisation', 'Durée'], ['La Boue', 2026, 'Ada Blum', 52], ['Le Sel', null, 'Ada Blum', 52], ['TOTAL', null, null, 104]], merges: ['B2:B3'], hiddenRows: [3] }]), // prettier-ignore
  )
  assert.deepEqual(read.map(({ title, year }) => [title, year]), [['La Boue', 2026], ['Le Sel', 2026]]) // prettier-ignore
  assert.deepEqual(rules, ['list/hidden-row', 'list/total'])
  const called = await films(
    xlsx([
      {
        rows: [
          ['Title', 'Year'],
          ['Total', 2026],
          ['Salt', 2020],
        ],
      },
    ]),
  )
  assert.deepEqual(called.films.map(({ title }) => title), ['Total', 'Salt'], 'a film may be called so') // prettier-ignore
})

test('an OpenDocument spreadsheet is read as a workbook of Excel is', async () => {
  const rights = ods([
    { name: 'Notes', rows: odsRow('Call Ana') },
    { name: 'Droits', rows: odsRow('Titre', 'Territoire', 'Droits', 'Début') + odsRow('<table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>Le <text:span>Sel</text:span></text:p><office:annotation><text:p>à vérifier</text:p></office:annotation></table:table-cell>', 'Pologne', 'SVOD', '<table:table-cell office:value-type="date" office:date-value="2027-03-01T00:00:00" table:formula="of:=TODAY()"><text:p>01/03/27</text:p></table:table-cell>') + odsRow('<table:covered-table-cell/>', 'Norvège', 'SVOD', '<table:table-cell office:value-type="float" office:value="46447"><text:p>46 447,00</text:p></table:table-cell>') }, // prettier-ignore
  ])
  const { headings, rows } = await rowsOf(rights)
  assert.deepEqual(headings, ['Titre', 'Territoire', 'Droits', 'Début'])
  assert.deepEqual(rows, [['Le Sel', 'Pologne', 'SVOD', '2027-03-01'], ['Le Sel', 'Norvège', 'SVOD', '46447']]) // prettier-ignore
  const list = ods([{ name: 'Films', rows: odsRow('Titel', 'Jahr', 'Regie') + odsRow('Der Schlamm', '2026', 'Ada Blum') }])
  assert.equal((await sniff(list)).format, 'titles-xlsx')
  assert.deepEqual((await films(list)).films.map(({ title, year, directors }) => [title, year, directors]), [['Der Schlamm', 2026, ['Ada Blum']]]) // prettier-ignore
})

test('a CSV in every encoding and with every separator, one that says its own too', async () => {
  const text = 'Titre;Territoire;Droits;Début;Licencié\r\nL’Été à Nîmes;Pologne;SVOD;01/03/2027;Télé Rive\r\nTotal;;;;12\r\n'
  const bytes: Record<string, Uint8Array> = {
    utf8: strToU8(`\ufeff${text}`),
    utf16: new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
    said: strToU8(`sep=;\r\n${text}`),
    windows: Uint8Array.from(text, (one) => ({ '’': 0x92 })[one] ?? one.charCodeAt(0)),
    mac: Uint8Array.from(text, (one) => ({ '’': 0xd5, É: 0x83, é: 0x8e, à: 0x88, î: 0x94 })[one] ?? one.charCodeAt(0)),
    tabs: strToU8(text.replaceAll(';', '\t')),
  }
  for (const [as, file] of Object.entries(bytes))
    assert.deepEqual((await rowsOf(file)).rows, [['L’Été à Nîmes', 'Pologne', 'SVOD', '01/03/2027', 'Télé Rive']], as)
})

test('a workbook that may hold macros and holds none, one under the name of an old one, thirty megabytes', async () => {
  const rows = [['Título', 'Año', 'Dirección'], ['La Sal', 2026, 'Ada Blum']] // prettier-ignore
  const macroFree = xlsx([{ rows }], { '[Content_Types].xml': strToU8('<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>') }) // prettier-ignore
  assert.deepEqual(await films(macroFree), { films: (await films(xlsx([{ rows }]))).films, rules: [] })
  const long = Array.from({ length: 1_000 }, (_, n) => `Salt ${n};2026;${'A road, a river and who keeps them. '.repeat(850)}`)
  const large = strToU8(`Title;Year;Synopsis\n${long.join('\n')}`)
  assert.ok(large.length > 30_000_000)
  assert.equal((await films(large, TITLES_CSV)).films.length, 1_000)
})

test('what is no list is refused by its name, with what to send in its place', async () => {
  const refused = async (bytes: Uint8Array) => {
    const thrown = await readTable(bytes).then(
      () => assert.fail('it was read'),
      (error: unknown) => error as DocumentError,
    )
    assert.ok(thrown instanceof DocumentError, String(thrown))
    for (const locale of ['en', 'fr'] as const) assert.doesNotMatch(documentErrorText(thrown.code, thrown.params, locale), /\{/)
    return `${thrown.code} ${thrown.params['kind'] ?? thrown.params['limit'] ?? ''}`.trim()
  }
  const ole = (stream: string) => Uint8Array.from([...Buffer.from('d0cf11e0a1b11ae1', 'hex'), ...Buffer.from(stream, 'utf16le')])
  assert.equal(await refused(ole('Workbook')), 'no-list office-97')
  assert.equal(await refused(ole('EncryptedPackage')), 'encrypted')
  assert.equal(await refused(strToU8('<html><body><table><tr><td>Title</td></tr></table></body></html>')), 'no-list web-page')
  assert.equal(await refused(strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')), 'no-list xml') // prettier-ignore
  assert.equal(await refused(strToU8('%PDF-1.7\n')), 'no-list pdf')
  assert.equal(await refused(xlsx([{ rows: [] }, { rows: [[null]] }])), 'empty')
  assert.equal(await refused(new Uint8Array(30_000_000).fill(65)), 'too-large 5 MB')
})
