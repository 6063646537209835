/** Lists as agents have them: each is read, or refused by its name and with what to send in its place. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { documentErrorText } from '@vitrine/messages/documents'
import { hasSentence } from '@vitrine/messages/findings'
import { DocumentError } from '../documents/errors.ts'
import { DEFAULT_LIMITS } from '../documents/limits.ts'
import { openZip } from '../documents/zip.ts'
import { sniff } from '../validate/sniff.ts'
import { guessNamedContacts } from './contact-columns.ts'
import { guessColumns } from './rights-columns.ts'
import { readDay } from './rights-days.ts'
import { readTable, TooManyRows } from './rights-table.ts'
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

test('cells and rows of an OpenDocument spreadsheet that say that they stand many times: as many as a list has, of the whole file so many', async () => {
  const wide = (times: number, text: string) => `<table:table-cell table:number-columns-repeated="${times}" office:value-type="string"><text:p>${text}</text:p></table:table-cell>` // prettier-ignore
  const row = (times: number, ...cells: string[]) => odsRow(...cells).replace('<table:table-row', `<table:table-row table:number-rows-repeated="${times}"`) // prettier-ignore
  const list = ods([{ name: 'Films', rows: odsRow('Titel', 'Jahr', 'Regie') + odsRow('Der Schlamm', '2026', 'Ada Blum') + odsRow('Das Salz', wide(16_000, '2026')) }]) // prettier-ignore
  const { films: read, rules } = await films(list)
  assert.deepEqual([read.map(({ title }) => title), rules], [['Der Schlamm', 'Das Salz'], ['list/too-many-columns']])
  const head = odsRow('Titre', 'Territoire', 'Droits')
  const same = await rowsOf(ods([{ name: 'Droits', rows: head + row(3, 'Le Sel', wide(2, 'TV')) }]))
  assert.deepEqual(same.rows, [['Le Sel', 'TV', 'TV'], ['Le Sel', 'TV', 'TV'], ['Le Sel', 'TV', 'TV']]) // prettier-ignore
  const bomb = ods([{ name: 'Droits', rows: head + row(1_000, wide(16_384, 'Le Sel')).repeat(50) }])
  assert.ok(bomb.length < 2_000)
  await assert.rejects(readTable(bomb), TooManyRows)
  const { findings } = await TITLES_XLSX.read!(bomb, { fileName: 'list.ods' })
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['file/zip-bomb'],
  )
})

test('a table of rights is read no further than its own limit', async () => {
  const text = (rows: number) => strToU8(`Title,Territory,Media\n${'Salt,Poland,SVOD\n'.repeat(rows)}`)
  assert.equal((await readTable(text(5_000))).rows.length, 5_000)
  await assert.rejects(readTable(text(5_001)), TooManyRows)
  await assert.rejects(readTable(text(9_000)), TooManyRows)
  // rows that are numbered backwards are damage, to who reads as far
  const filled = (row: number) => `<row r="${row}">${cell('Salt', `A${row}`)}</row>`
  const sheet = `<worksheet xmlns="${SHEET}"><sheetData>${Array.from({ length: 6_000 }, (_, at) => filled(at + 1)).join('')}${filled(1)}</sheetData></worksheet>`
  await assert.rejects(readTable(xlsx([{ rows: [] }], { 'xl/worksheets/t0.xml': strToU8(sheet) })), TooManyRows)
})

test('what is merged is found however it is written', async () => {
  const sheet = (behind: string) => xlsx([{ rows: [] }], { 'xl/worksheets/t0.xml': strToU8(`<x:worksheet xmlns:x="${SHEET}"><x:sheetData>${[['Titel', 'Gebiet', 'Rechte'], ['Salz', 'Polen', 'TV'], [null, 'Norwegen', 'TV']].map((cells, at) => `<x:row r="${at + 1}">${cells.map((said, column) => cell(said, `${letter(column)}${at + 1}`).replaceAll(/<(\/?)/g, '<$1x:')).join('')}</x:row>`).join('')}</x:sheetData>${behind}</x:worksheet>`) }) // prettier-ignore
  const merged = [['Salz', 'Polen', 'TV'], ['Salz', 'Norwegen', 'TV']] // prettier-ignore
  for (const behind of [
    "<x:mergeCells><x:mergeCell ref='A2:A3'/></x:mergeCells>",
    '<x:mergeCells><x:mergeCell\n uid = "7"\n ref = "A2:A3" ></x:mergeCell></x:mergeCells>',
    `<x:f>${'mergeCell '.repeat(90_000)}</x:f><x:mergeCells><x:mergeCell ref="A2:A3"/></x:mergeCells>`,
  ])
    // prettier-ignore
    assert.deepEqual((await rowsOf(sheet(behind))).rows, merged, behind.slice(0, 80))
})

test('films, and headings, each merged over two rows stand once', async () => {
  const list = xlsx([
    {
      rows: [['Titre', 'Année', 'Réalisation'], [], ['La Boue', 2026, 'Ada Blum'], [], ['Le Sel', 2020, 'Bo Li'], []],
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'A3:A4', 'B3:B4', 'C3:C4', 'A5:A6', 'B5:B6', 'C5:C6'],
    },
  ])
  assert.deepEqual((await films(list)).films.map(({ title }) => title), ['La Boue', 'Le Sel']) // prettier-ignore
  const rights = xlsx([
    {
      rows: [
        ['Title', 'Territory', 'Media'],
        [],
        ['Salt', 'Poland', 'SVOD'],
        [null, 'Norway', null],
        ['Mole', 'Poland', 'TV'],
        [],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'A3:A4', 'C3:C4', 'A5:A6', 'B5:B6', 'C5:C6'],
    },
  ])
  const { headings, rows } = await rowsOf(rights)
  assert.deepEqual([headings, rows], [['Title', 'Territory', 'Media'], [['Salt', 'Poland', 'SVOD'], ['Salt', 'Norway', 'SVOD'], ['Mole', 'Poland', 'TV']]]) // prettier-ignore
})

test('tags in the cells of a CSV make no web page of it', async () => {
  const synopses = strToU8(`Title;Year;Synopsis\n${Array.from({ length: 5 }, (_, n) => `Salt ${n};2026;<p>A <b>road</b>.</p><p>A river.</p>`).join('\n')}`) // prettier-ignore
  assert.equal((await films(synopses, TITLES_CSV)).films.length, 5)
})

test('a title above the rows of a CSV does not say what parts them', async () => {
  const { headings, rows } = await rowsOf(strToU8('Rights sold, May 2027\nTitle;Territory;Media\nSalt;Poland;SVOD\nMole;Norway, Sweden;TV\n')) // prettier-ignore
  assert.deepEqual([headings, rows], [['Title', 'Territory', 'Media'], [['Salt', 'Poland', 'SVOD'], ['Mole', 'Norway, Sweden', 'TV']]]) // prettier-ignore
})

test('the sheets of an honest workbook may be looked at more than once', async () => {
  const notes = Array.from({ length: 19 }, (_, n) => ({ name: `N${n}`, rows: [[`${n} ${'road '.repeat(5_000)}`]] }))
  const bytes = xlsx([
    ...notes,
    {
      name: 'Films',
      rows: [
        ['Title', 'Year'],
        ['Salt', 2026],
      ],
    },
  ])
  const inflated = 19 * 25_000 + 20_000
  const zip = openZip(bytes, { ...DEFAULT_LIMITS, inflatedBytes: inflated })
  for (const entry of [...zip.entries, ...zip.entries]) zip.read(entry)
  assert.equal((await films(bytes)).films.length, 1)
})

test('a first line of somebody is none of the headings, and a list that has none calls its columns by letters', async () => {
  const outlook = await readTable(strToU8('First Name,Last Name,E-mail Address,Other\r\nZoé,Los,zoe@k9.example,"A note, slots: media"\r\n'), guessNamedContacts) // prettier-ignore
  assert.deepEqual([outlook.headings, outlook.rows.length], [['First Name', 'Last Name', 'E-mail Address', 'Other'], 1])
  const bare = await readTable(strToU8('Kanal Zwölf,Tina,tina@k12.example\nKanal Elf,Udo,udo@k11.example\n'), guessNamedContacts)
  assert.deepEqual(
    [bare.headings, bare.rows.map(({ cells }) => cells[1])],
    [
      ['A', 'B', 'C'],
      ['Tina', 'Udo'],
    ],
  )
})
