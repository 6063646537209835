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
