import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadCorpus } from '../../corpus/score.ts'
import { readSheet } from './read-sheet.ts'

const read = (line: string) => readSheet(`The Salt Road\n\nDirector: Ana Po\n${line}\n`)
const said = (line: string) => read(line).warnings.map(({ code, text, line: at }) => [code, text, at])

test('words behind a fact are said with their line, under every label that reads a part of its value', () => {
  const tails = { en: 'made for Peru', fr: 'pensé au Pérou', de: 'gedacht in Peru', es: 'soñada en Perú' }
  const labels = {
    en: ['Year: 2023', 'Delivery: 2025', 'Duration: 52 min', "Format: 2x52'", 'ISAN: 0000-0001-8CFA-0000-I-0000-0000-K', 'IMDb: tt1234567', 'Trailer: https://film.example/t'], // prettier-ignore
    fr: ['Année : 2023', "Durée : 52'"],
    de: ['Jahr: 2023', 'Länge: 52 Min.'],
    es: ['Año: 2023', 'Duración: 52 min'],
  }
  for (const [language, tail] of Object.entries(tails))
    for (const label of labels[language as keyof typeof labels]) {
      const mark = /https|IMDb|ISAN/.test(label) ? ' ' : ', '
      assert.deepEqual(said(label), [], label)
      assert.deepEqual(said(`${label}${mark}${tail}`), [['not-understood', tail, 4]], `${label}${mark}${tail}`)
    }
  assert.deepEqual(said('Duration: 52 min, also available as series'), [['not-understood', 'also available as series', 4]])
  assert.deepEqual(said('YEAR\n2023, made for Peru'), [['not-understood', 'made for Peru', 5]])
})

test('a fact of another kind is read as that fact, at its place', () => {
  const delivery = read('Delivery: 2025, HD')
  assert.deepEqual([delivery.year, delivery.formats, delivery.warnings], [2025, ['HD'], []])
  const format = delivery.provenance.find(({ path }) => path === 'formats.0')!
  assert.deepEqual([format.raw, format.place.line], ['HD', 4])
  const year = read('Year: 2020 – France')
  assert.deepEqual([year.year, year.countries, year.warnings], [2020, ['FR'], []])
  const length = read("Duration: 52', colour, 4K")
  assert.deepEqual([length.durations, length.formats, length.warnings], [[52], ['colour', '4K'], []])
})

test('where a film was shot is a place, whatever it stands behind, and no country of production', () => {
  for (const [line, countries, places] of [
    ['Country: France, shot in Peru', ['FR'], ['Peru']],
    ['Country: France / Germany (filmed in Peru, Bolivia)', ['FR', 'DE'], ['Peru', 'Bolivia']],
    ['Pays : France, tourné au Pérou', ['FR'], ['Pérou']],
    ['Land: Deutschland – gedreht in Polen', ['DE'], ['Polen']],
    ['País: España, rodado en Perú', ['ES'], ['Perú']],
    ['Paese: Italia, girato in Perù', ['IT'], ['Perù']],
    ['País: Portugal, filmado em Angola', ['PT'], ['Angola']],
    ['Year: 2023, shot in Peru', [], ['Peru']],
    ["Duration: 52', filmed in the Andes", [], ['the Andes']],
    ['Country: Bosnia and Herzegovina, Trinidad and Tobago', ['BA', 'TT'], []],
  ] as const) {
    const { warnings, ...facts } = read(line)
    assert.deepEqual([facts.countries, facts.places, warnings], [countries, places, []], line)
  }
  const { provenance } = read('Country: France, shot in Peru')
  assert.deepEqual(provenance.find(({ path }) => path === 'places.0')!.raw, 'Peru')
})

test('words that join, round and date a value are nothing to say', () => {
  for (const line of [
    'Year: March 2023',
    'Year: circa 2020',
    "Duration: 52' and 84'",
    'Duration: about 52 min each',
    'Durata: 62’ (686 mt)',
    "Duration: 52' (English, French)",
    'Filmlänge: 88 Min. / TV-Fassung 52 Min.',
    'Duration: 3 episodes of 52 minutes',
  ])
    // prettier-ignore
    assert.deepEqual(said(line), [], line)
})

test('clean sheets stay silent: the corpus says nothing that its sheets do not expect', () => {
  for (const { name, text, expected } of loadCorpus()) {
    const known = new Set([...(expected.warnings ?? []), ...(expected.mayWarn ?? [])])
    if (known.has('not-understood')) continue
    const loud = readSheet(text).warnings.filter(({ code }) => code === 'not-understood')
    assert.deepEqual(loud, [], name)
  }
})
