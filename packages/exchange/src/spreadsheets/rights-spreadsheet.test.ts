import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeXlsx } from 'hucre/xlsx'
import { DocumentError } from '../documents/errors.ts'
import { guessNamedContacts } from './contact-columns.ts'
import { guessColumns, type RightsColumn } from './rights-columns.ts'
import { readDay } from './rights-days.ts'
import { readRow } from './rights-rows.ts'
import { type Guess, readTable, TABLE_LIMITS, TooManyRows } from './rights-table.ts'
import { tableCsv, tableXlsx } from './table.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('headings are understood in seven languages', () => {
  const meant: RightsColumn[] = [
    'title',
    'party',
    'territory',
    'media',
    'languages',
    'from',
    'to',
    'exclusive',
    'runs',
    'contract',
  ]
  for (const headings of [
    ['Programme', 'Licensee', 'Territory', 'Media', 'Languages', 'Start date', 'End date', 'Exclusive', 'Runs', 'Contract no.'],
    ['Titre', 'Licencié', 'Territoire', 'Droits', 'Langue', 'Début', 'Fin', 'Exclusivité', 'Passages', 'N° contrat'],
    [
      'Filmtitel',
      'Lizenznehmer',
      'Lizenzgebiet',
      'Rechte',
      'Sprache',
      'Lizenzbeginn',
      'Lizenzende',
      'Exklusivität',
      'Ausstrahlungen',
      'Vertrags-Nr.',
    ],
    ['Título', 'Licenciatario', 'Territorio', 'Derechos', 'Idioma', 'Inicio', 'Vencimiento', 'Exclusividad', 'Pases', 'Contrato'],
    ['Titolo', 'Licenziatario', 'Territori', 'Diritti', 'Lingua', 'Inizio', 'Scadenza', 'Esclusività', 'Passaggi', 'Contratto'],
    ['Filme', 'Licenciado', 'Território', 'Direitos', 'Língua', 'Data de início', 'Data de fim', 'Exclusividade', 'Passagens', 'N.º do contrato'], // prettier-ignore
    ['Título', 'Emissora', 'Países', 'Meios', 'Versões', 'De', 'Até', 'Exclusivo', 'Exibições', 'Contrato'],
    ['Pel·lícula', 'Llicenciatari', 'Territoris', 'Drets', 'Llengües', 'Inici', 'Venciment', 'Exclusivitat', 'Passis', 'Núm. contracte'], // prettier-ignore
    ['Títol', 'Client', 'Països', 'Mitjans', 'Versió', 'Des de', 'Fins a', 'Exclusiu', 'Emissions', 'Contracte'],
  ])
    assert.deepEqual(guessColumns(headings), meant, headings.join())
})

test('the rest of an entry too, in each of the seven', () => {
  const meant: RightsColumn[] = ['event', 'event-date', 'event-months', 'expires', 'holdbacks', 'clause', 'status', 'note']
  for (const headings of [
    ['Start event', 'Event date', 'Term in months', 'Option expires', 'Holdbacks', 'Clause', 'Status', 'Notes'],
    ['Évènement', 'Date de l’évènement', 'Durée en mois', 'Fin d’option', 'Réserves', 'Clause', 'État', 'Remarques'],
    ['Ereignis', 'Datum des Ereignisses', 'Laufzeit in Monaten', 'Optionsende', 'Sperren', 'Klausel', 'Stand', 'Bemerkungen'],
    ['Evento', 'Fecha del evento', 'Duración en meses', 'Fin de la opción', 'Bloqueos', 'Cláusula', 'Estado', 'Comentarios'],
    ['Evento', 'Data dell’evento', 'Durata in mesi', 'Fine opzione', 'Blocchi', 'Clausola', 'Stato', 'Osservazioni'],
    [
      'Acontecimento',
      'Data do evento',
      'Duração em meses',
      'Fim da opção',
      'Bloqueios',
      'Texto do contrato',
      'Situação',
      'Observações',
    ],
    [
      'Esdeveniment',
      'Data de l’esdeveniment',
      'Durada en mesos',
      'Fi de l’opció',
      'Bloquejos',
      'Text del contracte',
      'Estat',
      'Observacions',
    ],
  ])
    // prettier-ignore
    assert.deepEqual(guessColumns(headings), meant, headings.join())
})

test('of a workbook with several sheets the one is read whose headings are known, whatever stands before it', async () => {
  const sheet = (name: string, rows: string[][]) => ({ name, rows })
  const book = (...sheets: { name: string; rows: string[][] }[]) => writeXlsx({ sheets })
  const cover = sheet('Cover', [['Lanterne Basse'], ['Spring 2027']])
  const rights = sheet('Rights', [
    ['Title', 'Territory', 'Media'],
    ['Salt', 'France', 'svod'],
  ])
  const people = sheet('People', [
    ['Name', 'Company', 'E-mail'],
    ['Ana', 'Kanal Ost', 'ana@kanal.example'],
  ])
  const first = async (bytes: Uint8Array, guess?: Guess) => (await readTable(bytes, guess)).rows[0]?.cells[0]
  assert.equal(await first(await book(cover, rights, people)), 'Salt')
  assert.equal(await first(await book(rights, people), guessNamedContacts), 'Ana')
  assert.equal(await first(await book(cover)), 'Spring 2027', 'there is no other')
})

test('a heading inside a longer one is found, a meaning is given once, the rest is left out', () => {
  assert.deepEqual(guessColumns(['Licensed territory (GAS)', 'Region of sale']), ['territory', 'ignore'])
  assert.deepEqual(guessColumns(['Licensed territory (GAS)', 'Option expires on', 'Territories', 'Price', '']), [
    'ignore',
    'expires',
    'territory',
    'ignore',
    'ignore',
  ])
})

test('days as people and Excel write them', () => {
  const read = (text: string, end = false) => readDay(text, end)?.day
  for (const text of [
    '2027-03-01',
    '01.03.2027',
    '1er mars 2027',
    '1 March 2027',
    '1. März 2027',
    '1 de marzo de 2027',
    '46447',
    '2027/3/1',
    'March 1, 2027',
  ])
    assert.equal(read(text), '2027-03-01', text)
  assert.deepEqual(readDay('13/04/2027', false), { day: '2027-04-13', doubtful: false })
  assert.deepEqual(readDay('04/13/2027', false), { day: '2027-04-13', doubtful: false })
  assert.deepEqual(readDay('03/04/2027', false), { day: '2027-04-03', doubtful: true })
  assert.deepEqual(readDay('février 2028', true), { day: '2028-02-29', doubtful: true })
  assert.deepEqual(readDay('2027', true), { day: '2027-12-31', doubtful: true })
  assert.deepEqual(readDay('in perpetuity', true), { day: null, doubtful: false })
  for (const nonsense of ['29.02.2027', '31/04/2027', 'soon', '123', '99999', '1 Brumaire 2027'])
    assert.equal(readDay(nonsense, false), null, nonsense)
})

test('a row becomes an entry; what is not plain is said by column', () => {
  const mapping: RightsColumn[] = ['title', 'kind', 'exclusive', 'territory', 'media', 'from', 'to', 'runs', 'party', 'cuts']
  const row = readRow(
    ['Salt', 'Vente', 'X', 'Allemagne', 'TV', '1.1.2027', '31.12.2028', '3 passages', 'Sender', '52 min'],
    mapping,
  )
  assert.deepEqual(row.problems, [])
  assert.deepEqual([row.film, row.status, row.entry['kind'], row.entry['exclusive'], row.entry['runs'], row.entry['from'], row.entry['cuts']], ['Salt', 'signed', 'licence', true, 3, '2027-01-01', '52']) // prettier-ignore
  const wrong = readRow(['', 'gift', 'perhaps', '', 'TV', '2028-01-01', '2027-01-01', 'many', '', ''], mapping)
  assert.deepEqual(wrong.problems.map(({ column, code }) => [column, code]), [['title', 'no-film'], ['territory', 'missing'], ['kind', 'which-kind'], ['to', 'reversed'], ['exclusive', 'which-exclusive'], ['runs', 'which-runs']]) // prettier-ignore
})

test('events, catch-up, broadcasts and holdbacks that a licence imposes are read from their columns', () => {
  const mapping: RightsColumn[] = ['title', 'territory', 'media', 'from', 'to', 'kind', 'event', 'event-date', 'event-months', 'runs', 'catch-up', 'broadcasts', 'holdbacks', 'entry'] // prettier-ignore
  const base = ['Salt', 'France', 'TV', '1.1.2027', '31.12.2028', 'licence']
  const row = readRow([...base, 'Première diffusion', '1er mars 2027', '24 mois', '3', '7 jours', '2027-03-01, 2028-02-29; 3.4.2028', 'France & Monaco | SVOD | 1.1.2027 | 2027-06-30\nDACH | AVOD | | | de:dubbed | 52, 90', 'e1'], mapping) // prettier-ignore
  assert.deepEqual(row.problems, [])
  assert.equal(row.group, 'e1')
  assert.deepEqual(row.entry['event'], { kind: 'first-broadcast', date: '2027-03-01', months: 24 })
  assert.deepEqual([row.entry['runs'], row.entry['catchUpDays'], row.entry['broadcasts']], [3, 7, ['2027-03-01', '2028-02-29', '2028-04-03']]) // prettier-ignore
  assert.deepEqual(row.entry['holdbacks'], [
    { territory: 'France & Monaco', media: 'SVOD', from: '2027-01-01', to: '2027-06-30', languages: 'all', cuts: null },
    { territory: 'DACH', media: 'AVOD', from: null, to: null, languages: 'de:dubbed', cuts: '52, 90' },
  ])
  const wrong = readRow(
    [...base, 'full moon', 'soon', 'many', '', 'a week', '2027-02-30', 'France\nItaly | SVOD | never', ''],
    mapping,
  )
  assert.deepEqual(
    wrong.problems.map(({ column, severity, code }) => [column, severity, code]),
    [
      ['catch-up', 'bad', 'which-number'], ['broadcasts', 'bad', 'no-day'], ['catch-up', 'doubtful', 'no-runs'], ['broadcasts', 'doubtful', 'no-runs'],
      ['event-date', 'bad', 'no-day'], ['event-months', 'bad', 'which-number'], ['event', 'bad', 'which-event'],
      ['holdbacks', 'bad', 'which-holdback'], ['holdbacks', 'bad', 'no-day'],
    ], // prettier-ignore
  )
  const alone = readRow([...base, '', '2027-03-01', '', '', '', '', '', ''], mapping)
  assert.deepEqual(alone.problems.map(({ column, code }) => [column, code]), [['event-date', 'no-event']]) // prettier-ignore
  const long = readRow([...base.slice(0, 5), 'x'.repeat(TABLE_LIMITS.cell)], [...mapping.slice(0, 5), 'clause'])
  assert.ok(long.problems.some(({ column, code }) => column === 'clause' && code === 'cut-off'))
})

test('a table is read whatever separates it, and from a workbook with its dates', async () => {
  for (const text of [
    'Title,From\r\n"Salt, a film",2027-01-01\r\n',
    '\ufeffTitle;From\n"Salt, a film";2027-01-01\n',
    '\n\nTitle\tFrom\nSalt, a film\t2027-01-01',
  ]) {
    const table = await readTable(bytes(text))
    assert.deepEqual(
      [table.headings, table.rows[0]?.cells],
      [
        ['Title', 'From'],
        ['Salt, a film', '2027-01-01'],
      ],
      text,
    )
  }
  const workbook = await writeXlsx({
    sheets: [
      {
        name: 'Rights',
        rows: [
          ['Title', 'From', 'Runs'],
          ['Salt', new Date('2027-03-01T00:00:00Z'), 3],
          [null, null, null],
          ['=1+1', 46447, null],
        ],
      },
    ],
  })
  const { rows } = await readTable(workbook)
  assert.deepEqual(
    rows.map(({ row }) => row),
    [2, 4],
  )
  assert.equal(readDay(rows[0]!.cells[1]!, false)?.day, '2027-03-01')
  assert.deepEqual(rows[1]!.cells, ['=1+1', '46447', ''])
})

test('what is no spreadsheet, too large, too long or a bomb is refused', async () => {
  const refused = (what: Uint8Array) => readTable(what).then(() => null, (thrown: unknown) => (thrown instanceof DocumentError ? thrown.code : (thrown as Error).name)) // prettier-ignore
  assert.equal(await refused(new Uint8Array()), 'empty')
  assert.equal(await refused(bytes(' \n \n')), 'empty')
  assert.equal(await refused(new Uint8Array(TABLE_LIMITS.bytes + 1).fill(65)), 'too-large')
  assert.equal(await refused(bytes(`Title\n${'Salt\n'.repeat(TABLE_LIMITS.rows + 1)}`)), new TooManyRows().name)
  assert.equal(
    await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(64).fill(0)])),
    'no-list',
  )
  const { zipSync, strToU8 } = await import('fflate')
  assert.equal(await refused(zipSync({ 'word/document.xml': strToU8('<w/>') })), 'no-list')
  assert.equal(await refused(zipSync({ 'something.bin': strToU8('else') })), 'unknown-type')
  const workbook = strToU8('<workbook><sheets><sheet name="A" sheetId="1"/></sheets></workbook>')
  assert.equal(
    await refused(zipSync({ 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) })),
    'zip-bomb',
  )
})

test('what goes out comes in again, and no text of it is a formula', async () => {
  const table = {
    name: 'Rights',
    columns: [{ heading: 'Title', width: 20 }],
    rows: [['=HYPERLINK("http://example.org")'], ['Salt; "sand", sea']],
  }
  for (const locale of ['en', 'fr'] as const) {
    const read = await readTable(new TextEncoder().encode(tableCsv(table, locale)))
    assert.deepEqual(
      read.rows.map(({ cells }) => cells[0]),
      ['=HYPERLINK("http://example.org")', 'Salt; "sand", sea'],
    )
    assert.ok(tableCsv(table, locale).includes(`"'=HYPERLINK(`))
  }
  const workbook = await tableXlsx(table)
  assert.deepEqual((await readTable(workbook)).rows[0]?.cells, ['=HYPERLINK("http://example.org")'])
  const { unzipSync, strFromU8 } = await import('fflate')
  for (const [name, part] of Object.entries(unzipSync(workbook)))
    if (/worksheets\/sheet/.test(name)) assert.doesNotMatch(strFromU8(part), /<f[ >]/)
})
