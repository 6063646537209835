import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { factsOf, wholeSheet, type SheetFact } from '@vitrine/catalogue/testing/whole-sheet'
import { countryName, formatCut, languageName } from '@vitrine/messages/format'
import type { Locale } from '@vitrine/messages/locale'
import { spreadsheetWords } from '@vitrine/messages/spreadsheets'
import { nameOf } from '@vitrine/messages/vocabulary'
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
      'German (voice-over); French (original, 90 min)',
      'English (52 min)',
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

/** How a list says what it does not say in the sheet's own characters. Null: no column of a list of titles. */
const country = (code: string, locale: Locale) => countryName(locale, code)
const language = (tag: string, locale: Locale) => languageName(locale, tag)
const use = (code: string, locale: Locale) =>
  code === 'subtitled' ? null : nameOf(locale, 'use', code).toLocaleLowerCase(locale)
const deaf = (yes: boolean, locale: Locale) => (yes ? spreadsheetWords[locale].hardOfHearing : null)
const SAID: Record<string, (value: never, locale: Locale) => string | null> = {
  'cuts.*.minutes': (minutes: number) => formatCut({ minutes, episodes: null }),
  'cuts.*.episodes': (episodes: number) => `${episodes} × `,
  'cuts.*.versions.*.language': language,
  'cuts.*.versions.*.use': use,
  'cuts.*.versions.*.hardOfHearing': deaf,
  'versions.*.language': language,
  'versions.*.use': use,
  'versions.*.hardOfHearing': deaf,
  'originalLanguages.*': language,
  'otherTitles.*.language': language,
  'productionCompanies.*.country': country,
  'coProducers.*.country': country,
  'credits.*.role': (role: string, locale) => (role === 'other' ? null : nameOf(locale, 'credit', role)),
  'countries.*': country,
  'genres.*': (genre: string, locale) => nameOf(locale, 'genre', genre),
  'themes.*': (theme: string, locale) => nameOf(locale, 'theme', theme),
  'places.*': (place: string, locale) => (place === 'LV' ? countryName(locale, place) : place),
  'festivals.*.country': country,
  'festivals.*.premiere': (premiere: string, locale) => nameOf(locale, 'premiere', premiere),
  'pressQuotes.*.language': language,
  'pictures.*.id': () => null, // of the file, with all that is measured on it
  'pictures.*.kind': (kind: 'poster', locale) => spreadsheetWords[locale][`picture.${kind}`],
  'pictures.*.width': () => null,
  'pictures.*.height': () => null,
  'pictures.*.focus.x': () => null,
  'pictures.*.focus.y': () => null,
  'pictures.*.colour': () => null,
}
/** A list speaks one language; the texts of another stand in the list of that language. */
const TEXT = /^(lead|logline|shortSynopsis|synopsis|directorsNote|biography|pictures\.\d+\.caption)\.([a-z]{2})\b/
const inAnother = ({ path }: SheetFact, locale: Locale) => (TEXT.exec(path)?.[2] ?? locale) !== locale

for (const locale of ['en', 'fr'] as const)
  test(`every field of a sheet has its place in the list in ${locale}, as CSV and as a workbook`, async () => {
    const sheet = wholeSheet()
    const listed: ListedTitle[] = [{ id: 't1', status: 'published', sheet, url: null }]
    const workbook = (await readXlsx(await titlesXlsx(listed, { locale }))).sheets[0]!.rows
    const lines = parseCsv((await Array.fromAsync(titlesCsv(listed, { locale }))).join('').slice(1), {
      delimiter: locale === 'fr' ? ';' : ',',
    })
    for (const rows of [workbook, lines]) {
      const said = rows[1]!
        .map((one) => String(one ?? ''))
        .join('\n')
        .replaceAll(/[\u00a0\u202f]/g, ' ')
      const lacking = factsOf(sheet).flatMap((fact) => {
        if (inAnother(fact, locale)) return []
        const word = fact.kind in SAID ? SAID[fact.kind]!(fact.value as never, locale) : String(fact.value)
        return word === null || said.toLowerCase().includes(word.replaceAll(/[\u00a0\u202f]/g, ' ').toLowerCase())
          ? []
          : [`${fact.path}: ${word}`]
      })
      assert.deepEqual(lacking, [])
      assert.equal(rows[0]!.length, rows[1]!.length)
    }
  })
