import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { madeFilm } from '../made-film.ts'
import { TITLE_COLUMNS, type ListedTitle } from './titles-columns.ts'
import { csvCell } from './csv-cell.ts'
import { titlesCsv } from './titles-csv.ts'
import { titlesXlsx } from './titles-xlsx.ts'

const TITLES: ListedTitle[] = [
  { id: 't1', status: 'published', sheet: madeFilm(), url: 'https://house.example.org/en/films/the-salt-road' },
  {
    id: 't2',
    status: 'draft',
    sheet: {
      ...madeFilm(),
      titles: {},
      title: '=HYPERLINK("http://example.org","Salt")',
      logline: { en: 'Line one,\nline "two"; three' },
    },
  },
]
async function csv(locale: 'en' | 'fr'): Promise<string> {
  return (await Array.fromAsync(titlesCsv(TITLES, { locale }))).join('')
}

test('the list in English, read again by a reader of CSV', async () => {
  const text = await csv('en')
  assert.equal(text.charCodeAt(0), 0xfeff)
  const rows = parseCsv(text.slice(1))
  const first = Object.fromEntries(rows[0]!.map((head, index) => [String(head), String(rows[1]![index] ?? '')]))
  assert.equal(rows.length, 3)
  assert.deepEqual(
    [
      first['Title'],
      first['Year'],
      first['Lengths'],
      first['Directors'],
      first['Countries'],
      first['Versions'],
      first['Subtitles'],
      first['Prizes'],
      first['Status'],
    ],
    [
      'The Salt Road',
      '2021',
      '90 min; 52 min; 3 × 52 min',
      'Zoë Müller; Ana Puig',
      'France; Niger',
      'German; French',
      'English',
      'Golden Dune (Sand Days 2021)',
      'Published',
    ],
  )
  assert.equal(rows[2]![1], `'=HYPERLINK("http://example.org","Salt")`)
  assert.equal(rows[2]![TITLE_COLUMNS.findIndex((column) => column.key === 'logline')], 'Line one,\nline "two"; three')
})

test('the list in French has French heads and semicolons', async () => {
  const [head, first] = (await csv('fr')).split('\r\n')
  assert.ok(head!.startsWith('\ufeffRéférence;Titre;Titre original;État;Année;Durées'))
  assert.ok(first!.startsWith('SR-1;La Route du sel;'))
})

test('no text is taken for a formula; numbers stay numbers', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\u00a0=1', '＝1', '|cmd', '\r=1'])
    assert.match(csvCell(text), /^"?'/)
  assert.deepEqual(
    [csvCell(-1), csvCell(2021), csvCell(null), csvCell('Salt'), csvCell('a"b')],
    ['-1', '2021', '', 'Salt', '"a""b"'],
  )
})

test('the workbook holds the same texts, none of them a formula', async () => {
  const bytes = await titlesXlsx(TITLES, { locale: 'en' })
  const sheet = (await readXlsx(bytes)).sheets[0]!
  assert.equal(sheet.name, 'Titles')
  assert.deepEqual([sheet.rows[1]![1], sheet.rows[1]![4]], ['The Salt Road', 2021])
  assert.equal(sheet.rows[2]![1], '=HYPERLINK("http://example.org","Salt")')
  const { unzipSync, strFromU8 } = await import('fflate')
  const parts = unzipSync(bytes)
  for (const [name, content] of Object.entries(parts))
    if (/worksheets\/sheet/.test(name)) assert.doesNotMatch(strFromU8(content), /<f[ >]/)
})
