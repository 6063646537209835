/** How a film is written in the first line of its sheet, or of its facts, where few marks part what is said. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSheet } from './read-sheet.ts'

const PROSE = 'In a shipyard that builds electric ferries, the welders learn to listen again.'
const ENDING = `\n\n${PROSE}\n`

test('a sheet of one paragraph has the title and the facts that it opens with, and keeps its text', () => {
  const text =
    "The Oak Ledger (UK, 2018, 60') by Simon Frayne and Ada Holm follows three generations of foresters who count the same trees."
  const { title, year, durations, countries, directors, synopsis, lead } = readSheet(text)
  assert.deepEqual(
    { title, year, durations, countries, directors },
    { title: 'The Oak Ledger', year: 2018, durations: [60], countries: ['GB'], directors: ['Simon Frayne', 'Ada Holm'] },
  )
  assert.equal(synopsis ?? lead, text)
  const french = readSheet(
    "Marée basse (Yann Le Goff, France, 2021, 52') raconte une saison de pêche à pied sur l'estran, où la route disparaît.",
  )
  assert.equal(french.title, 'Marée basse')
  assert.deepEqual(french.directors, ['Yann Le Goff'])
})

test('a paragraph that speaks of a film is not opened by its title', () => {
  assert.equal(
    readSheet("Her second film The Oak Ledger (UK, 2018, 60') won hearts in every town that has a sawmill left to close.").title,
    '',
  )
})

test('quotes end a title, and who made it may follow', () => {
  const { title, directors } = readSheet(`« Le Dernier Wagon » de Karim Belaïd\nDurée : 70'${ENDING}`)
  assert.deepEqual({ title, directors }, { title: 'Le Dernier Wagon', directors: ['Karim Belaïd'] })
})

test('a film and its facts in one line, between bars, stops or commas', () => {
  const lines: Record<string, [string, string]> = {
    "El último telegrafista | Ramón Osés | España | 2017 | 52'": ['El último telegrafista', 'Ramón Osés'],
    'Der Klang der Ziegel. Ein Film von Jens Vogt. Deutschland 2017, 52 min.': ['Der Klang der Ziegel', 'Jens Vogt'],
    'Neve a luglio, regia di Ugo Ferri, Italia 2017, 52 min.': ['Neve a luglio', 'Ugo Ferri'],
  }
  for (const [line, [title, director]] of Object.entries(lines)) {
    const reading = readSheet(line + ENDING)
    assert.equal(reading.title, title, line)
    assert.deepEqual(reading.directors, [director], line)
    assert.deepEqual([reading.year, reading.durations], [2017, [52]], line)
  }
})

test('facts behind a director without a mark of their own are facts, and further names further directors', () => {
  const behind = readSheet(`Quiet Engines\n\nDirected by Ada Holm, Norway, 2020, 52 min${ENDING}`)
  assert.deepEqual([behind.directors, behind.countries, behind.year, behind.durations], [['Ada Holm'], ['NO'], 2020, [52]])
  const two = readSheet(`Kohle, Kies und Kinder\nD 2023, R: Mara Stein, Uli Pohl, 58 min${ENDING}`)
  assert.deepEqual(two.directors, ['Mara Stein', 'Uli Pohl'])
  const barred = readSheet(`Quiet Engines\nDir. Ada Holm | Harbour Light Trust | Norway | 2020 | 52'${ENDING}`)
  assert.deepEqual(barred.directors, ['Ada Holm'])
})

test('the path of a page is no title, a boast no language, and music behind a gap may be the title’s', () => {
  assert.equal(readSheet(`Home / Catalogue / Society\n\nPaper Rivers\n\nYear 2019${ENDING}`).title, 'Paper Rivers')
  const boast = readSheet(`The Weight of Bees\nNEW | 52 min | 2024 | 4K${ENDING}`)
  assert.deepEqual([boast.originalLanguages, boast.directors, boast.year], [[], [], 2024])
  assert.equal(readSheet(`Tide Lines   Music: A History\n\n2017 / 52'${ENDING}`).title, 'Tide Lines Music: A History')
})

test('two festivals that are called by their cities share a year', () => {
  const { festivals } = readSheet(`Night Tram\nYear: 2004\nFestivals: Krakow, Oberhausen 2004${ENDING}`)
  assert.deepEqual(
    festivals.map(({ festival, year, city }) => [festival, year, city]),
    [
      ['Krakow', 2004, null],
      ['Oberhausen', 2004, null],
    ],
  )
})

test('what stands before OmU is the original; the language of the subtitles says nothing of it', () => {
  assert.deepEqual(readSheet(`Föhn\nSchweiz 2019, 75', Schweizerdt. OmU${ENDING}`).originalLanguages, ['gsw'])
  assert.deepEqual(readSheet(`Föhn\nSchweiz 2019, 75', dt. OmU${ENDING}`).originalLanguages, [])
})
