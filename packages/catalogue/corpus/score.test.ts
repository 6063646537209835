import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Reading } from '../src/model/reading.ts'
import { readSheet } from '../src/reader/read-sheet.ts'
import { splitSheets } from '../src/reader/split-sheets.ts'
import { loadCorpus, scoreSheet, scoreTable } from './score.ts'

const corpus = loadCorpus()
const verbose = process.env['VITRINE_SCORE'] === 'verbose'

test('at least 97 % of the facts of the corpus are read, and none is invented', () => {
  assert.ok(corpus.length >= 80, `${corpus.length} sheets`)
  const facts = corpus.flatMap((sheet) => scoreSheet(sheet.expected, readSheet(sheet.text)).map((fact) => ({ ...fact, sheet: sheet.name })))
  const { lines, right, total } = scoreTable(facts)
  console.log(`Reader corpus: ${corpus.length} sheets\n${lines.join('\n')}`)
  if (verbose)
    for (const fact of facts.filter((one) => !one.right)) console.log(`${fact.sheet}  ${fact.field}\n    wanted ${fact.expected}\n    got    ${fact.actual}`)
  assert.ok(right / total >= 0.97, `${right} of ${total} facts: run with VITRINE_SCORE=verbose to see the others`)
})

/** What sheet 001 says, as a perfect reader would return it. */
function readPerfectly(text: string): Reading {
  const prose = text.split('\n\n')
  const festival = { city: null, section: null, award: null, premiere: null }
  return {
    title: 'The Last Salt Road', originalTitle: null, lead: prose[1]!, synopsis: prose.slice(2, 5).join('\n\n'), year: 2022, durations: [52], series: null,
    directors: ['Odile Marchetti-Kone'], productionCompanies: ['Lanterne Basse'], producers: [], countries: ['FR'], originalLanguages: [],
    versionLanguages: ['en', 'fr'], subtitleLanguages: [], genres: [],
    festivals: [{ festival: 'FIGRA', year: 2022, country: 'FR', ...festival }, { festival: 'Sahel Film Days', year: 2023, country: 'NE', ...festival }],
    identifiers: { isan: null, eidr: null, imdb: null, tmdb: null, wikidata: null, reference: null }, contacts: [], warnings: [], unread: [], language: 'en', otherTitles: [], logline: null,
    shortSynopsis: null, leadWrittenOn: null, directorsNote: null, biography: null, cuts: [], versions: [], coProducers: [], broadcasters: [], supporters: [],
    credits: [], themes: [], keywords: [], places: [], period: null, pressQuotes: [], formats: [], advisories: [], ratings: [], trailerUrl: null, provenance: [],
  }
}

test('the score counts what is missing, what is wrong, and what is invented', () => {
  const sheet = corpus.find((one) => one.name.startsWith('001-'))!
  const reading = readPerfectly(sheet.text)
  const wrong = (changed: Partial<Reading>) => scoreSheet(sheet.expected, { ...reading, ...changed }).filter((fact) => !fact.right).length
  assert.equal(wrong({}), 0)
  assert.equal(wrong({ year: null }), 1)
  assert.equal(wrong({ year: 1999 }), 1)
  assert.equal(wrong({ originalTitle: 'Invented' }), 1)
  assert.equal(wrong({ producers: ['Nobody', 'No one'] }), 2)
  assert.equal(wrong({ versionLanguages: ['fr', 'en'] }), 2) // order counts: one missing, one invented
  assert.equal(wrong({ festivals: [] }), 6) // two names, two years, two countries
  assert.equal(wrong({ synopsis: reading.synopsis!.slice(0, -5) }), 1)
})

test('several films in one file are cut where one ends and the next begins', () => {
  const folder = new URL('./several/', import.meta.url)
  for (const file of readdirSync(folder).filter((one) => !one.endsWith('.json'))) {
    const expected = JSON.parse(readFileSync(new URL(file.replace(/\.\w+$/, '.json'), folder), 'utf8')) as { films: number; titles: string[] }
    const text = readFileSync(new URL(file, folder), 'utf8')
    const parts = splitSheets(text)
    assert.equal(parts.length, expected.films, `${file}: ${parts.length} films`)
    assert.deepEqual(parts.map((part) => readSheet(part.text).title), expected.titles, file)
  }
})
