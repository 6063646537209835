import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsFor } from '../writer/words.ts'
import { readSheet } from './read-sheet.ts'
import { splitSheets } from './split-sheets.ts'

// The same numbers in every run; a fault is found again by the table that its message shows.
let state = 20_260_711
function below(most: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * most)
}
const one = <T>(list: readonly T[]): T => list[below(list.length)]!

const FIRST = ['Ana', 'Bo', 'Chidi', 'Dorota', 'Emil', 'Farah', 'Goro', 'Hanne']
const LAST = ['Ferro', 'Lindqvist', 'Okafor', 'Wójcik', 'Tazi', 'Brask', 'Marchetti', 'Quint']
const THINGS = ['Salt', 'Ledger', 'Ferry', 'Orchard', 'Lamp', 'Quarry', 'Harbour', 'Loom', 'Music', 'Country']
const COUNTRIES = ['FR', 'DE', 'PE', 'JP', 'SE', 'PT'] as const

interface Film {
  title: string
  director: string
  year: number
  minutes: number
  country: (typeof COUNTRIES)[number]
}
const madeFilm = (nth: number): Film => ({
  title: `${one(THINGS)} of ${one(LAST)} ${'abcdefghijkl'[nth]}`,
  director: `${one(FIRST)} ${one(LAST)}`,
  year: 1990 + below(35),
  minutes: 20 + below(90),
  country: one(COUNTRIES),
})

const FIELDS = ['title', 'director', 'year', 'duration', 'country'] as const
type Column = (typeof FIELDS)[number]
const cellOf = ({ title, director, year, minutes, country }: Film, column: Column, locale: string): string => {
  const named = new Intl.DisplayNames(locale, { type: 'region' }).of(country)!
  return { title, director, year: String(year), duration: `${minutes}'`, country: named }[column]
}

const NOTATIONS: ((rows: string[][]) => string)[] = [
  ([head, ...rows]) => [head!, head!.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
  (rows) => rows.map((row) => row.join('\t')).join('\n'),
  (rows) => rows.map((row) => row.join(' | ')).join('\n'),
]
/** The heads of columns in the seven languages of labels. */
const HEADS: Record<string, Record<Column, string>> = {
  ...Object.fromEntries(['en', 'fr', 'de', 'es', 'it', 'pt'].map((language) => [language, wordsFor(language)])),
  ca: { title: 'Títol', director: 'Direcció', year: 'Any', duration: 'Durada', country: 'País' },
}

test('a table of n rows is n films, each read by the heads of its columns, in seven languages and three notations', () => {
  assert.deepEqual(Object.keys(HEADS).toSorted(), ['ca', 'de', 'en', 'es', 'fr', 'it', 'pt'])
  for (const [language, heads] of Object.entries(HEADS))
    for (const write of NOTATIONS)
      for (let run = 0; run < 12; run++) {
        const films = Array.from({ length: 1 + below(9) }, (_, nth) => madeFilm(nth))
        const order = FIELDS.map((field) => ({ field, at: below(1000) })).toSorted((a, b) => a.at - b.at)
        const columns = order.map(({ field }) => field)
        const rows = films.map((film) => columns.map((column) => cellOf(film, column, language)))
        const above = run % 3 === 0 ? 'Lantern & Oar' : ''
        const text = `${above === '' ? '' : `${above}\n\n`}${write([columns.map((column) => heads[column]), ...rows])}\n`
        const parts = splitSheets(text)
        assert.equal(parts.length, films.length, text)
        assert.equal(parts.map(({ start, end }) => text.slice(start, end)).join(''), text)
        for (const [nth, part] of parts.entries()) {
          const { title, director, year, minutes, country } = films[nth]!
          const reading = readSheet(part.text)
          const { directors, durations, countries, warnings, unread } = reading
          assert.deepEqual(
            [reading.title, directors, reading.year, durations, countries, warnings, unread],
            [title, [director], year, [minutes], [country], [], nth === 0 && above !== '' ? [above] : []],
            text,
          )
          // each fact points at its cell, in the row of its film
          const line = part.text.trimEnd().split('\n').length
          for (const { path, place, raw } of reading.provenance) {
            const column = path === 'countries.0' ? 'country' : path.replace(/s\.0$/, '')
            assert.equal(place.line, line, `${path} of\n${text}`)
            assert.equal(raw, cellOf(films[nth]!, column as Column, language), text)
            assert.equal(part.text.slice(place.start, place.end), raw)
          }
        }
      }
})

test('the facts of one film by label and value are not cut, whatever heads the two columns', () => {
  for (const [language, heads] of Object.entries(HEADS))
    for (const write of NOTATIONS)
      for (let run = 0; run < 6; run++) {
        const film = madeFilm(run)
        const rows = FIELDS.map((field) => [heads[field], cellOf(film, field, language)])
        const text = write(run % 2 === 0 ? rows : [[heads.title, heads.director], ...rows.slice(1)])
        assert.equal(splitSheets(text).length, 1, text)
      }
})

test('holes are no facts, columns without a place and rows without a title are kept for the editor', () => {
  const text =
    'No\tTitle\tDirector\tLength\tPrice band\n1\tSalt\t\t52\tB\n2\tLoom\tAna Po\t–\t\n\t\tsee above\n\nAsk for the price list.\n'
  const [salt, loom] = splitSheets(text).map((part) => readSheet(part.text))
  assert.deepEqual([salt!.title, salt!.directors, salt!.durations, salt!.unread], ['Salt', [], [52], ['B']])
  assert.deepEqual(
    salt!.warnings.map((one) => [one.code, one.text]),
    [['not-understood', 'Price band: B']],
  )
  assert.deepEqual([loom!.title, loom!.directors, loom!.durations, loom!.warnings], ['Loom', ['Ana Po'], [], []])
  assert.deepEqual(loom!.unread, ['see above', 'Ask for the price list.'])
})

test('a column of texts is the text of each film', () => {
  const texts = ['Forty days on foot, and nobody counts the camels.', 'A town weaves its own flag.']
  const text = `Title\tYear\tSynopsis\nSalt\t2020\t${texts[0]}\nLoom\t2021\t${texts[1]}\n`
  assert.deepEqual(
    splitSheets(text).map((part) => readSheet(part.text).synopsis),
    texts,
  )
})

test('a table on the sheet of one film is none of films: its episodes, prizes, versions, music, what its director made before', () => {
  const STORY = 'A dam stands empty in the south of Chile, and three families come back to the valley that was drowned.'
  const BELOW = "Director: Mia Sole\nCountry: Chile\nLength: 84'\n"
  const tables = [
    "Episode | Title | Length\n1 | The Dam | 52'\n2 | The School | 52'\n3 | The Bell | 52'",
    'Year\tTitle\tAward\n2021\tBest documentary\tVisions du Réel\n2022\tGolden Dove\tDOK Leipzig',
    'Title | Language\nThe Quiet Dam | English\nEl embalse quieto | Spanish',
    'Title | Composer | Length\nAgua | Ana Lobo | 3:12\nMuro | Ana Lobo | 4:10',
  ]
  for (const table of tables) {
    const text = `THE QUIET DAM\n${STORY}\n\n${table}\n\n${BELOW}`
    assert.equal(splitSheets(text).length, 1, text)
    const { title, directors, countries, synopsis, durations, festivals } = readSheet(text)
    assert.deepEqual([title, directors, countries, synopsis], ['THE QUIET DAM', ['Mia Sole'], ['CL'], STORY], text)
    assert.deepEqual(durations, [84], text)
    assert.deepEqual(festivals.map((one) => one.festival), table.includes('Award') ? ['Visions du Réel', 'DOK Leipzig'] : [], text) // prettier-ignore
  }
  const before = `THE QUIET DAM\n\nSynopsis\n${STORY}\n\nDirector's filmography\nYear | Title | Length\n2012 | First Water | 12'\n2015 | Second Water | 26'\n`
  assert.deepEqual(splitSheets(before).map((part) => readSheet(part.text).title), ['THE QUIET DAM']) // prettier-ignore
})

test('a list of films above their sheets does not hide where each sheet begins', () => {
  const sheet = (title: string, director: string, minutes: number) =>
    `${title}\n\nDirector: ${director}\nLength: ${minutes}'\nYear: 2021\nNobody knows how long they had been there.\n`
  const films = [sheet('THE QUIET DAM', 'Mia Sole', 52), sheet('NINE CHAIRS', 'Li Wenhua', 90), sheet('BREAD', 'Emil Tazi', 75)]
  const list =
    "Title | Director | Length\nThe Quiet Dam | Mia Sole | 52'\nNine Chairs | Li Wenhua | 90'\nBread | Emil Tazi | 75'\n"
  const parts = splitSheets(`Spring line-up\n\n${list}\n\n${films.join('\n\n')}`).slice(1)
  assert.deepEqual(
    parts.map((part) => readSheet(part.text)).map(({ title, directors, durations }) => [title, directors, durations]),
    [['THE QUIET DAM', ['Mia Sole'], [52]], ['NINE CHAIRS', ['Li Wenhua'], [90]], ['BREAD', ['Emil Tazi'], [75]]], // prettier-ignore
  )
})

test('what stands below a row of one film is its sheet, where it says who made it or how long it is', () => {
  const story = 'A dam stands empty in the south of Chile, and three families come back to the valley that was drowned.'
  const sheet = readSheet(`Title | Director\nThe Quiet Dam | Mia Sole\n\n52 min, 2021, Chile, Spanish\n\n${story}\n`)
  const { title, directors, durations, year, countries, synopsis, unread } = sheet
  assert.deepEqual(
    [title, directors, durations, year, countries, synopsis, unread],
    ['The Quiet Dam', ['Mia Sole'], [52], 2021, ['CL'], story, []],
  )
})

test('rows below each other with one title are one film, unless other people made it', () => {
  const films = splitSheets(
    "Title | Director | Length | Festival\nSalt | Mia Sole | 52' | IDFA\nSalt | Mia Sole | 84' | DOK Leipzig\nSalt | Emil Tazi | 12' |\n",
  ).map((part) => readSheet(part.text))
  assert.deepEqual(
    films.map(({ title, directors, durations, festivals }) => [
      title,
      directors,
      durations,
      festivals.map((one) => one.festival),
    ]),
    [
      ['Salt', ['Mia Sole'], [52, 84], ['IDFA', 'DOK Leipzig']],
      ['Salt', ['Emil Tazi'], [12], []],
    ],
  )
})
