import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { emptySheet, type FestivalEntry, type LanguageVersion, type TitleSheet, versionsOfFilm } from '@vitrine/catalogue'
import { madeSheet } from '@vitrine/catalogue/writer/made-sheets'
import fc from 'fast-check'
import type { FilmOut, WriteOptions } from '../formats/format.ts'
import { carriedWhole, saysNothing } from '../formats/losses.ts'
import { findingMessage, hasSentence } from '@vitrine/messages/findings'
import { strToU8, zipSync } from 'fflate'
import { sniff } from '../validate/sniff.ts'
import { spreadsheetWords } from '@vitrine/messages/spreadsheets'
import { guessFilmColumns } from './film-columns.ts'
import { TITLE_COLUMNS } from './titles-columns.ts'
import { LIST_CARRIES, TITLES_CSV, TITLES_XLSX } from './titles.ts'

const sender = { name: 'Lanterne Basse', url: null, email: null, country: null }
const options = (locale: 'en' | 'fr'): WriteOptions => ({ locale, sender, today: '2026-11-26' })
const out = (sheet: TitleSheet): FilmOut => ({ id: 'f1', sheet, status: 'draft', url: null, pictures: new Map(), changedAt: '2026-11-26T00:00:00Z' }) // prettier-ignore

const ways = (versions: readonly LanguageVersion[]) => [...new Set(versions.map((one) => JSON.stringify(one)))].sort()
/** Versions that the film has, in whichever cut: a list says of which one only where there are several. */
const versionsOf = (sheet: TitleSheet) => ways([...versionsOfFilm(sheet), ...sheet.cuts.flatMap(({ versions }) => versions)])
const at = ({ festival, year }: FestivalEntry) => `${festival} ${year}`

/** What is said to come back in part comes back as far as docs/exchange.md says. */
function asFar(sheet: TitleSheet, of: TitleSheet = sheet): Record<string, unknown> {
  // Of two entries at one festival, the first may be given the prize of the second
  const twice = (entry: FestivalEntry) => of.festivals.filter((one) => at(one) === at(entry)).length > 1
  return {
    cuts: sheet.cuts.map(({ minutes, episodes }) => [minutes, episodes]),
    versions: versionsOf(sheet),
    identifiers: { ...sheet.identifiers, reference: sheet.identifiers.reference ?? 'f1' },
    period: saysNothing(sheet.period) ? null : sheet.period,
    festivals: sheet.festivals.map((entry) => (twice(entry) ? { ...entry, award: null } : entry)),
    contacts: sheet.contacts.map(({ email, phone, url, role }) => [email, phone, url, role]),
    ...Object.fromEntries(
      (['otherTitles', 'lead', 'logline', 'shortSynopsis', 'synopsis', 'directorsNote', 'biography', 'credits', 'pressQuotes'] as const).map((field) => [field, sheet[field]]),
    ),
  } // prettier-ignore
}

for (const locale of ['en', 'fr'] as const)
  for (const format of [TITLES_CSV, TITLES_XLSX])
    test(`a list that left as ${format.id} in ${locale} comes back with what it can carry`, async () => {
      await fc.assert(
        fc.asyncProperty(madeSheet(locale), async (sheet) => {
          const { bytes } = await format.write!([out(sheet)], options(locale))
          const read = await format.read!(bytes, { fileName: 'titles', today: '2026-11-26' })
          assert.equal(read.films.length, 1, JSON.stringify(read.findings))
          const [film] = read.films
          const empty = emptySheet(sheet.title)
          assert.deepEqual(carriedWhole(LIST_CARRIES, film!.sheet, empty), carriedWhole(LIST_CARRIES, sheet, empty))
          assert.deepEqual(asFar(film!.sheet, sheet), asFar(sheet))
          assert.deepEqual(film!.doubts, [])
        }),
        { numRuns: 60, seed: 26 },
      )
    })

for (const locale of ['en', 'fr'] as const)
  test(`what a list in ${locale} brings back otherwise is told as it leaves, and nothing else`, async () => {
    // In a film of two languages as well, and in a list in neither
    await fc.assert(
      fc.asyncProperty(fc.oneof(madeSheet('en'), madeSheet('fr')), async (sheet) => {
        const { bytes, losses } = await TITLES_CSV.write!([out(sheet)], options(locale))
        const back = (await TITLES_CSV.read!(bytes, { fileName: 'titles', today: '2026-11-26' })).films[0]!.sheet
        // the order of versions says nothing: those to be read have a column of their own
        const said = (one: TitleSheet) => ({
          ...one,
          versions: ways(one.versions),
          cuts: one.cuts.map((cut) => ({ ...cut, versions: ways(cut.versions) })),
        })
        const changed = (Object.keys(sheet) as (keyof TitleSheet)[]).filter(
          (field) => !isDeepStrictEqual(said(sheet)[field], said(back)[field]),
        )
        const told = losses.map(({ field }) => field)
        assert.deepEqual(changed.filter((field) => !told.includes(field)), []) // prettier-ignore
        // what may be read in two ways is told, though it was read in the right one
        const surely = told.filter((field) =>
          ['title', 'titles', 'otherTitles', 'cuts', 'period', 'identifiers', 'pictures'].includes(field),
        )
        assert.deepEqual(surely.filter((field) => !changed.includes(field)), []) // prettier-ignore
      }),
      { numRuns: 150, seed: 27 },
    )
  })

test('a French title and the versions of a cut are told when they come back as something else; of what nobody asked for nothing is', async () => {
  const versions: LanguageVersion[] = [{ language: 'fr', use: 'original', hardOfHearing: false }]
  const sheet = {
    ...emptySheet('The Salt Road'),
    titles: { fr: 'La Route du sel' },
    cuts: [{ minutes: 52, episodes: null, versions }],
  }
  const told = async (locale: 'en' | 'fr', columns?: string[]) =>
    (await TITLES_CSV.write!([out(sheet)], { ...options(locale), ...(columns ? { columns } : {}) })).losses.map(
      ({ field }) => field,
    )
  assert.deepEqual(await told('en'), ['titles', 'otherTitles', 'cuts', 'versions', 'identifiers'])
  assert.deepEqual(await told('fr'), ['title', 'titles', 'otherTitles', 'cuts', 'versions', 'identifiers'])
  assert.deepEqual(await told('en', ['year', 'directors']), [])
})

const csv = (text: string | Uint8Array, columns?: string[]) =>
  TITLES_CSV.read!(typeof text === 'string' ? strToU8(text) : text, { fileName: 'list.csv', today: '2026-11-26', ...(columns === undefined ? {} : { columns }) }) // prettier-ignore

test('a quote comes back without its language in its source, and a rating with the system that it is of', async () => {
  const pressQuotes = [
    { text: 'You will never again say “the cloud”.', author: 'Colm Ashby', source: 'The Tyneside Review', language: 'fr' },
    { text: 'A film about a wire, and who mends it.', author: null, source: 'La Gazette (Lyon)', language: null },
  ]
  const sheet = { ...emptySheet('Landing Station'), pressQuotes, ratings: [{ system: 'Kijkwijzer', value: 'AL' }] }
  for (const format of [TITLES_CSV, TITLES_XLSX])
    for (const locale of ['en', 'fr'] as const) {
      const { bytes, fileName } = await format.write!([out(sheet)], options(locale))
      const { films } = await format.read!(bytes, { fileName })
      assert.deepEqual([films[0]!.sheet.pressQuotes[0], films[0]!.sheet.ratings], [pressQuotes[0], sheet.ratings])
      assert.match(films[0]!.sheet.pressQuotes[1]!.source!, /^La Gazette \(Lyon/)
    }
})

test('a quote with a semicolon in it is one quote', async () => {
  const quote = {
    text: 'Le combat dure huit secondes ; le film, lui, n’a rien d’un coup de poing.',
    author: 'Irène Sarkis',
    source: 'Le Levant',
    language: 'fr',
  }
  const sheet = {
    ...emptySheet('The Wrestlers'),
    pressQuotes: [quote, { ...quote, text: 'Un film sur (presque) rien ; et tout y est.' }],
  }
  const { bytes, fileName } = await TITLES_XLSX.write!([out(sheet)], options('en'))
  assert.deepEqual((await TITLES_XLSX.read!(bytes, { fileName })).films[0]!.sheet.pressQuotes, sheet.pressQuotes)
})

test('the pictures of a list of our own are no formats of the film; those of another list may be', async () => {
  for (const locale of ['en', 'fr'] as const) {
    const headings = TITLE_COLUMNS.map(({ key }) => spreadsheetWords[locale][key])
    const { columns } = guessFilmColumns(headings)
    const ignored = headings.filter((_, at) => columns[at] === 'ignore')
    assert.deepEqual(ignored, (['status', 'pictures', 'page'] as const).map((key) => spreadsheetWords[locale][key])) // prettier-ignore
  }
  assert.deepEqual(guessFilmColumns(['Title', 'Pictures']).columns, ['title', 'formats'])
})

test('headings are understood in seven languages', () => {
  const heads: Record<string, string[]> = {
    en: ['Film title', 'Original title', 'Year of production', 'Running time', 'Directed by', 'Country of origin', 'Original language', 'Subtitles', 'Logline', 'Synopsis', 'Awards', 'Cinematography'],
    fr: ['Titre du film', 'Titre original', 'Année de production', 'Durée', 'Réalisation', 'Pays de production', 'Langue originale', 'Sous-titres', 'Accroche', 'Synopsis', 'Prix', 'Image'],
    de: ['Titel', 'Originaltitel', 'Produktionsjahr', 'Länge', 'Regie', 'Produktionsland', 'Originalsprache', 'Untertitel', 'Logline', 'Inhalt', 'Preise', 'Kamera'],
    es: ['Título', 'Título original', 'Año', 'Duración', 'Dirección', 'País', 'Idioma original', 'Subtítulos', 'Logline', 'Sinopsis', 'Premios', 'Fotografía'],
    it: ['Titolo', 'Titolo originale', 'Anno', 'Durata', 'Regia', 'Paese', 'Lingua originale', 'Sottotitoli', 'Logline', 'Sinossi', 'Premi', 'Fotografia'],
    pt: ['Título', 'Título original', 'Ano', 'Duração', 'Realização', 'País', 'Língua original', 'Legendas', 'Logline', 'Sinopse', 'Prémios', 'Fotografia'],
    ca: ['Títol', 'Títol original', 'Any', 'Durada', 'Direcció', 'País', 'Llengua original', 'Subtítols', 'Logline', 'Sinopsi', 'Premis', 'Fotografia'],
  } // prettier-ignore
  const meant = ['title', 'originalTitle', 'year', 'lengths', 'directors', 'countries', 'originalLanguages', 'subtitles', 'logline', 'synopsis', 'awards', 'credit:photography'] // prettier-ignore
  for (const [language, headings] of Object.entries(heads)) {
    const { columns } = guessFilmColumns(headings)
    // An accroche is a hook for some houses and a logline for others
    const read = columns.map((column, n) => (meant[n] === 'logline' && column === 'lead' ? 'logline' : column))
    assert.deepEqual(read, meant, language)
  }
  assert.deepEqual(
    guessFilmColumns(['Title EN', 'Titre (FR)', 'Synopsis_EN', 'Synopsis FR', 'English logline', 'No. of episodes', 'Price', '']).columns,
    ['title@en', 'title@fr', 'synopsis@en', 'synopsis@fr', 'logline@en', 'episodes', 'ignore', 'ignore'],
  ) // prettier-ignore
})

test('cells mean what the lines of a sheet mean, whatever parts them, and what is doubtful says its cell', async () => {
  for (const mark of [',', ';', '\t']) {
    const cells = [
      ['Titel', 'Jahr', 'Länge', 'Regie', 'Land', 'Sprachfassungen', 'Festivals'],
      ['Das Salz', '2021', `"52' / 3x52'"`, '"Ada Blum & Jo Kern"', 'Deutschland / Niger', '"Deutsch, Französisch (OmU)"', '"FIPADOC 2021 (Biarritz, France)"'],
      ['Die Mole', 'bald', '90', 'Mia Ohm', 'Utopia', 'Deutsch', ''],
    ] // prettier-ignore
    const { films, findings } = await csv(cells.map((row) => row.join(mark)).join('\r\n'))
    assert.deepEqual(findings, [])
    const [salt, pier] = films
    assert.deepEqual(
      [salt!.sheet.title, salt!.sheet.year, salt!.sheet.cuts.map(({ minutes, episodes }) => [minutes, episodes]), salt!.sheet.directors, salt!.sheet.countries, salt!.sheet.festivals[0]?.city],
      ['Das Salz', 2021, [[52, null], [52, 3]], ['Ada Blum', 'Jo Kern'], ['DE', 'NE'], 'Biarritz'],
    ) // prettier-ignore
    assert.deepEqual(pier!.doubts.map(({ rule, path }) => `${rule} ${path}`).sort(), ['sheet/not-a-year B3', 'sheet/unknown-country E3']) // prettier-ignore
    assert.ok([...pier!.doubts].every((doubt) => findingMessage('fr', doubt).includes('«')))
  }
})

test('old encodings are read, and said', async () => {
  const bytes = Uint8Array.from('Titre;Réalisation;Synopsis\nL’été;Zoé;Une fenêtre sur la forêt et les prés'.replace('’', "'"), (one) => one.charCodeAt(0)) // prettier-ignore
  const { films, findings } = await csv(bytes)
  assert.deepEqual([films[0]!.sheet.title, films[0]!.sheet.directors, findings.map(({ rule }) => rule)], ["L'été", ['Zoé'], ['list/encoding']]) // prettier-ignore
})

test('a choice of columns takes the place of the guess', async () => {
  const text = 'Name,Titel,Wann\nAda,Salz,2021'
  assert.deepEqual((await csv(text, ['directors', 'title', 'year'])).films[0]!.sheet.directors, ['Ada'])
  const guessed = await csv(text, ['directors', 'nonsense', 'year'])
  assert.deepEqual(guessed.columns?.headings, ['Name', 'Titel', 'Wann'])
  assert.equal(guessed.films[0]!.sheet.title, 'Salz')
})

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** A workbook by hand: `rows` is the XML within sheetData. */
const book = (rows: string, { workbookPr = '', parts = {} }: { workbookPr?: string; parts?: Record<string, Uint8Array> } = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(`<workbook xmlns="${SHEET}" xmlns:r="r">${workbookPr}<sheets><sheet name="My list" sheetId="1" r:id="a"/></sheets></workbook>`),
    'xl/styles.xml': strToU8(`<styleSheet xmlns="${SHEET}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${SHEET}"><sheetData>${rows}</sheetData></worksheet>`),
    ...parts,
  }) // prettier-ignore
const row = (number: number, ...cells: string[]) =>
  `<row r="${number}">${cells.map((cell, n) => cell && (cell.startsWith('<') ? cell.replace('<c', `<c r="${'ABCDEFGH'[n]}${number}"`) : `<c r="${'ABCDEFGH'[n]}${number}" t="str"><v>${cell}</v></c>`)).join('')}</row>` // prettier-ignore
const xlsx = (bytes: Uint8Array) => TITLES_XLSX.read!(bytes, { fileName: 'list.xlsx', today: '2026-11-26' })

test('a workbook: both systems of dates, headings over two rows, formulas and macros told and not run', async () => {
  for (const [workbookPr, day] of [
    ['', 44_197],
    ['<workbookPr date1904="1"/>', 42_735],
  ] as const) {
    const bytes = book(
      row(1, 'Catalogue 2026') +
        row(3, 'Title', 'Synopsis', '', 'Completed', 'Director') +
        row(4, '', 'EN', 'FR') +
        row(5, 'Salt', 'The road of the sea', 'La route de la mer', `<c s="1"><v>${day}</v></c>`, '<c t="str"><f>CONCAT(1)</f><v>Ada Blum</v></c>') +
        row(6, 'Mole', '', '', '1 March 2020', '<c t="e"><v>#REF!</v></c>'),
      { workbookPr, parts: { 'xl/vbaProject.bin': strToU8('macro') } },
    ) // prettier-ignore
    assert.equal((await sniff(bytes)).format, 'titles-xlsx')
    const { films, findings } = await xlsx(bytes)
    assert.deepEqual(
      films.map(({ sheet, key }) => [key, sheet.title, sheet.year, sheet.directors, sheet.synopsis]),
      [['row 5', 'Salt', 2021, ['Ada Blum'], { en: 'The road of the sea', fr: 'La route de la mer' }], ['row 6', 'Mole', 2020, [], {}]],
    ) // prettier-ignore
    assert.deepEqual(findings.map(({ rule, path }) => [rule, path]), [['list/macros', null], ['list/formula', "'My list'!E5"], ['list/error-cell', "'My list'!E6"]]) // prettier-ignore
    assert.ok(findings.every(({ rule }) => hasSentence(rule)))
  }
})

test('of several sheets the first is read under whose headings films stand; a hidden one only where no other fits', async () => {
  const film = (title: string) => row(1, 'Title', 'Year', 'Director') + row(2, title, '2021', 'Ada Blum')
  const cover = row(1, 'Title', 'Our films at the market')
  const several = (...sheets: [name: string, rows: string, state?: string][]) =>
    book('', {
      parts: {
        'xl/workbook.xml': strToU8(`<workbook xmlns="${SHEET}" xmlns:r="r"><sheets>${sheets.map(([name, , state], n) => `<sheet name="${name}" sheetId="${n + 1}" state="${state ?? 'visible'}" r:id="s${n}"/>`).join('')}</sheets></workbook>`),
        'xl/_rels/workbook.xml.rels': strToU8(`<R>${sheets.map((_, n) => `<Relationship Id="s${n}" Target="worksheets/tab${n}.xml"/>`).join('')}</R>`),
        ...Object.fromEntries(sheets.map(([, rows], n) => [`xl/worksheets/tab${n}.xml`, strToU8(`<worksheet xmlns="${SHEET}"><sheetData>${rows}</sheetData></worksheet>`)])),
      },
    }) // prettier-ignore
  const read = async (bytes: Uint8Array) => {
    assert.equal((await sniff(bytes)).format, 'titles-xlsx')
    const { films, findings } = await xlsx(bytes)
    return [films.map(({ sheet }) => sheet.title), findings.map(({ rule, values }) => [rule, values['sheet']])]
  }
  assert.deepEqual(await read(several(['Cover', cover], ['Prices', row(1, 'Colour', 'Price')], ['Films', film('Salt')], ['Old', film('Mole')])), [['Salt'], [['list/other-sheets', 'Films']]]) // prettier-ignore
  assert.deepEqual(await read(several(['Old', film('Mole'), 'hidden'], ['Films', film('Salt')])), [['Salt'], [['list/other-sheets', 'Films']]]) // prettier-ignore
  assert.deepEqual(await read(several(['Notes', row(1, 'Call Ana')], ['Kept', film('Mole'), 'veryHidden'])), [['Mole'], [['list/other-sheets', 'Kept']]]) // prettier-ignore
})

test('what is no list, damaged, a bomb or endless is refused or bounded, with a finding', async () => {
  const rules = async (bytes: Uint8Array) => (await xlsx(bytes)).findings.map(({ rule }) => rule)
  assert.deepEqual(await rules(strToU8('')), ['file/unknown'])
  assert.deepEqual(await rules(book(row(1, 'Price', 'Colour', 'Size', 'Weight'))), ['list/no-headings'])
  assert.deepEqual(await rules(book(row(1, 'Title', 'Year'))), ['list/no-film'])
  assert.deepEqual(await rules(book(row(1, 'Title', 'Year') + row(2, '', '2021'))), ['list/no-title', 'list/no-film'])
  assert.deepEqual(await rules(book(row(1, 'Title')).slice(0, 300)), ['file/damaged'])
  assert.deepEqual(await rules(book(row(1, 'Title') + row(2, ' '.repeat(20_000_000)))), ['file/zip-bomb'])
  const endless = book(row(1, 'Title', 'Year') + row(2, 'Salt', '2021') + '<row/>'.repeat(12_000) + row(30_000, 'Far'))
  assert.deepEqual(await rules(endless), ['list/long-gap'])
  const { films, findings } = await csv(`Title,Year\n${'=cmd|A1,2020\n'.repeat(3)}${'\n'.repeat(1_000_000)}`)
  assert.deepEqual([films.map(({ sheet }) => sheet.title), findings.map(({ rule, path }) => [rule, path])], [['=cmd|A1', '=cmd|A1', '=cmd|A1'], [['list/formula-in-text', 'A2'], ['list/long-gap', 'A10004']]]) // prettier-ignore
})
