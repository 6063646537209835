import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { readSheet } from '../reader/read-sheet.ts'
import { checkCopy } from './check-copy.ts'
import { CHECKED_LENGTH } from './copy.ts'

const found = (text: string, code?: string) =>
  checkCopy(text)
    .filter((one) => code === undefined || one.code === code)
    .map((one) => [one.code, one.text, one.suggestion])

test('places are exact, also behind characters of two units', () => {
  const text = '🎬 “Été” 🎬 and then they walked down to the the river, and stayed.'
  const [finding] = checkCopy(text)
  assert.equal(finding?.code, 'doubled-word')
  assert.equal(text.slice(finding.start, finding.end), 'the the')
  assert.equal(finding.message, '“the” stands twice.')
})

test('a finding has the contract’s fields', () => {
  const [finding] = checkCopy('They walked down to the the river, and stayed there.')
  assert.deepEqual(finding, {
    code: 'doubled-word',
    severity: 'error',
    start: 20,
    end: 27,
    text: 'the the',
    suggestion: 'the',
    message: '“the” stands twice.',
    field: null,
    params: { found: 'the' },
  })
})

test('names: two spellings of one, but not two people, two places, or two genders', () => {
  const names = (text: string) => found(text, 'name-variants').map(([, text_, suggestion]) => `${text_} → ${suggestion}`)
  assert.deepEqual(names('We meet Gulmurod Kalimov. Later Kalimov left, and they say Khalimov is in the hills.'), [
    'Khalimov → Kalimov',
  ])
  assert.deepEqual(names('We meet Pavel Serebrov at home. Later Serebrov left, and his son, Serebroff, stayed.'), [
    'Serebroff → Serebrov',
  ])
  assert.deepEqual(names('In the end Stephan Huber and Stefan Roth shared a room, and the bill.'), [])
  assert.deepEqual(names('From Austria to Australia, from Gambia to Zambia, the letter of Maria and Mario was read.'), [])
  assert.deepEqual(names('The Nigerians of Nigeria, the Iranian of Iran, and the Kurdish of Kurdistan met in spring.'), [])
  assert.deepEqual(names('Sie sahen die Mutter und die Mütter, den Vater und die Väter, und alle waren da.'), [])
})

test('names: labels and words of roles are none, whatever language they are spelt in; a name behind one still is', () => {
  const names = (text: string) => found(text, 'name-variants').map(([, text_, suggestion]) => `${text_} → ${suggestion}`)
  assert.deepEqual(
    names('Die Uhren von Valdoie\n\nProduktion / Production: Balancier Film SA\nRedaktion / Rédaction / Redaction: Ada Moreau'),
    [],
  )
  assert.deepEqual(
    names('Produktion: Balancier Film SA\nThe Production of it, in Production, took four years and a Produktion of bread.'),
    [],
  )
  assert.deepEqual(names('We meet Gulmurod Kalimov.\nDirector: Khalimov\nLater Kalimov left for the hills.'), [
    'Khalimov → Kalimov',
  ])
})

test('abbreviations keep their point', () => {
  assert.deepEqual(
    found('In the U.S., in St. Ives, etc., they wait for Jones Jr., who is late; e.g., today.', 'doubled-punctuation'),
    [],
  )
  assert.deepEqual(found('They waited... and waited…, and then?! Nothing came of it.', 'doubled-punctuation'), [])
  assert.deepEqual(found('They went to the hills,. They stayed there.', 'doubled-punctuation'), [
    ['doubled-punctuation', ',.', '.'],
  ])
  assert.deepEqual(found('They went to the hills,, and they stayed there.', 'doubled-punctuation'), [
    ['doubled-punctuation', ',,', ','],
  ])
})

test('the published sheet: its slips are found, and nothing above a hint beside them', (t) => {
  const sample = new URL('../../../../../shared/samples/sheet-en-bullets.txt', import.meta.url)
  if (!existsSync(sample)) return t.skip('the sample sheet is not on this machine')
  const text = readFileSync(sample, 'utf8')
  const seen = checkCopy(text)
  const sure = seen.filter((one) => one.severity !== 'hint')
  assert.deepEqual(
    sure.map((one) => [one.code, one.text.replace(/\s/g, ' '), one.suggestion]),
    [
      ['doubled-space', '  ', ' '],
      ['name-variants', 'Khalimov', 'Kalimov'],
      ['doubled-punctuation', ',.', '.'],
      ['stray-word', 'a new the', 'a new'],
    ],
  )
  for (const one of seen) assert.equal(text.slice(one.start, one.end), one.text)
})

test('dated words in the lead are pointed at, elsewhere they are not', () => {
  const text =
    'Last month the border was closed, and today nobody knows for how long it will stay so.\n\nA year ago they crossed it to buy bread. Last month they still did, and thought nothing of it.'
  assert.deepEqual(
    found(text, 'aged-lead').map(([, words]) => words),
    ['Last month', 'today'],
  )
})

test('hostile texts end soon, and what was not looked at is named', () => {
  const five = 5_000_000
  const hostile = [
    ' '.repeat(five),
    '\n'.repeat(five),
    '('.repeat(five),
    '"'.repeat(five),
    '.,'.repeat(five / 2),
    'the '.repeat(five / 4),
    'a'.repeat(five),
    'Kalimov Khalimov '.repeat(five / 17),
    'A line of sixty characters that does not end, and goes on\n'.repeat(80_000),
    '“'.repeat(five),
    ' ,'.repeat(five / 2),
  ]
  for (const text of hostile) {
    const last = checkCopy(text).at(-1)
    assert.equal(last?.code, 'not-checked')
    assert.equal(last.start, CHECKED_LENGTH)
  }
})

test('any text gives findings inside it, in order, each with the words it points at', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'the ',
      'a ',
      ',.',
      '..',
      '“',
      '”',
      '"',
      '(',
      ')',
      '«',
      ' »',
      '\n',
      '\n\n',
      '  ',
      '\u00a0',
      'Kalimov ',
      'Khalimov ',
      "52' ",
      '🎬',
      'Ä',
      'de ',
      'des ',
      '. ',
      ' - ',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      let before = 0
      for (const one of checkCopy(text, { today: '2026-11-22' })) {
        assert.ok(one.start >= before && one.end >= one.start && one.end <= text.length)
        assert.equal(one.text, text.slice(one.start, one.end))
        assert.notEqual(one.message, '')
        before = one.start
      }
    }),
    { numRuns: 400, seed: 52 },
  )
})

test('identifiers of a sheet: a wrong check character, one that is missing, and no number at all, each in its place', () => {
  const text = 'The Night Ferry\n\nDirector: Gulnara Mirzoyan\nYear: 2020\nISAN: 0000 0001 8cfa 0000 a\nEIDR: 10.5240/8FF3-1C20-84F5-F247-8BCD-A (edit)\nIMDb: nm12\nWikidata: https://www.wikidata.org/wiki/Q83495\n' // prettier-ignore
  const said = (whole: string) =>
    checkCopy(whole, { reading: readSheet(whole, { today: '2026-11-22' }), today: '2026-11-22' })
      .filter(({ code }) => code.startsWith('identifier'))
      .map(({ code, severity, text: found, suggestion }) => [code, severity, found, suggestion])
  assert.deepEqual(said(text), [
    ['identifier-check', 'warning', '0000 0001 8cfa 0000 a', '0000-0001-8CFA-0000-I'],
    ['identifier-check', 'warning', '10.5240/8FF3-1C20-84F5-F247-8BCD-A', '10.5240/8FF3-1C20-84F5-F247-8BCD-E'],
    ['identifier-form', 'warning', 'nm12', null],
  ])
  assert.deepEqual(said(text.replace('0000 a', '0000').replace('8BCD-A (edit)', '8BCD-E').replace('nm12', 'tt1234567')), [
    ['identifier-incomplete', 'hint', '0000 0001 8cfa 0000', '0000-0001-8CFA-0000-I'],
  ])
})
