import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet, type TitleSheet } from '../model/title-sheet.ts'
import { checkSheetCopy } from './check-sheet-copy.ts'

const today = '2026-11-22'
const sheet: TitleSheet = {
  ...emptySheet('The Night Ferry'),
  year: 2020,
  cuts: [{ minutes: 52, episodes: null, versions: [{ language: 'en', use: null, hardOfHearing: false }] }],
  directors: ['Gulnara Mirzoyan'],
  productionCompanies: [{ name: 'Slow Harbour', country: null }],
  countries: ['FR'],
  synopsis: {
    en: 'The ferry leaves at midnight. On board are eleven people and a piano.',
    fr: 'Le bac part à minuit. À bord, onze personnes et un piano.',
  },
}
const codes = (change: Partial<TitleSheet>, code?: string) =>
  checkSheetCopy({ ...sheet, ...change }, { today })
    .filter((one) => code === undefined || one.code === code)
    .map((one) => `${one.field ?? ''} ${one.code} ${one.text}`.trim())

test('a clean sheet only lacks what a page could still have', () => {
  const seen = checkSheetCopy(sheet, { today })
  assert.ok(seen.every((one) => one.severity === 'hint' && one.code === 'missing-fact'))
  assert.deepEqual(
    seen.map((one) => one.params['fact']),
    ['poster', 'stills', 'contact', 'trailer'],
  )
})

test('each finding names its field and counts in it', () => {
  const text = 'Le bac part à minuit. On y entend un un piano, très loin.'
  const [finding] = checkSheetCopy({ ...sheet, synopsis: { ...sheet.synopsis, fr: text } }, { today })
  assert.equal(finding?.field, 'synopsis.fr')
  assert.equal(text.slice(finding.start, finding.end), 'un un')
})

test('a text without its other language', () => {
  assert.deepEqual(codes({ logline: { en: 'A ferry that leaves only at midnight.' } }, 'other-language-missing'), [
    'logline.fr other-language-missing',
  ])
  assert.deepEqual(codes({ logline: { 'fr-CA': 'Un bac.', en: 'A ferry.' } }, 'other-language-missing'), [])
})

test('lengths that platforms take', () => {
  assert.deepEqual(codes({ logline: { en: `${'word '.repeat(37)}ends.`, fr: 'Un bac.' } }, 'too-long'), [])
  const [finding] = checkSheetCopy({ ...sheet, logline: { en: `${'word '.repeat(40)}ends.`, fr: 'Un bac.' } }, { today }).filter(
    (one) => one.code === 'too-long',
  )
  assert.deepEqual(finding?.params, { field: 'logline', length: 205, limit: 190 })
  assert.equal(finding.text.length, 15)
})

test('each limit, to the character', () => {
  for (const [field, limit] of [
    ['logline', 190],
    ['shortSynopsis', 400],
    ['synopsis', 4000],
  ] as const)
    for (const over of [0, 1]) {
      const text = `${'wordy '.repeat(limit).slice(0, limit - 2 + over)}x.`
      const found = checkSheetCopy({ ...sheet, [field]: { en: text, fr: 'Un bac.' } }, { today }).filter(
        (one) => one.code === 'too-long',
      )
      assert.deepEqual(
        found.map((one) => [one.field, one.start, one.end]),
        over === 0 ? [] : [[`${field}.en`, limit, limit + 1]],
      )
    }
})

test('a lead ages: silent when fresh, a warning when old, a hint when its day is not known', () => {
  const lead = (writtenOn: string | null) =>
    checkSheetCopy({ ...sheet, lead: { en: { text: 'Last month the strait was closed to ferries.', writtenOn } } }, { today })
      .filter((one) => one.code === 'aged-lead')
      .map((one) => [one.severity, one.params['days']])
  assert.deepEqual(lead('2026-11-01'), [])
  assert.deepEqual(lead('2025-11-22'), [['warning', 365]])
  assert.deepEqual(lead(null), [['hint', 0]])
})

test('facts that the prose denies', () => {
  const says = (text: string) => codes({ synopsis: { en: text, fr: 'Un bac.' } }, 'facts-disagree')
  assert.deepEqual(says('This 90-minute film follows a ferry through one night.'), ['synopsis.en facts-disagree 90-minute film'])
  assert.deepEqual(says('This 52-minute film follows a ferry. It takes 90 minutes to cross.'), [])
  assert.deepEqual(says('In this three-part series a ferry crosses the strait at night.'), [
    'synopsis.en facts-disagree three-part series',
  ])
  assert.deepEqual(says('Directed by Gulnara Mirzoeva, it follows a ferry through one night.'), [
    'synopsis.en facts-disagree Gulnara Mirzoeva',
  ])
  assert.deepEqual(says('Directed by Gulnara Mirzoyan, it follows a ferry once filmed by Tarkov.'), [])
  assert.deepEqual(says('The strait was closed in 2024, and the ferry with it.'), ['synopsis.en facts-disagree 2024'])
  assert.deepEqual(says('The strait will be closed by 2024. In 2019 it was open, for 2024 people.'), [])
})

test('names are compared through the texts of one language and with the credits', () => {
  const seen = codes(
    {
      lead: {
        en: { text: 'On the ferry, Captain Rostam Kalantari counts the passengers.', writtenOn: today },
        fr: { text: 'Le capitaine Khalantari compte.', writtenOn: today },
      },
      synopsis: {
        en: 'Then Kalantari counts again. Nobody contradicts Khalantari.',
        fr: 'On ne contredit pas le capitaine Khalantari.',
      },
    },
    'name-variants',
  )
  assert.deepEqual(seen, ['synopsis.en name-variants Khalantari'])
  assert.deepEqual(
    codes({ synopsis: { en: 'For years, Gulnara Mirzoian has filmed the ferry.', fr: 'Un bac.' } }, 'name-variants').length,
    1,
  )
})

test('a title in capitals', () => {
  assert.deepEqual(codes({ title: 'THE NIGHT FERRY' }, 'all-caps-title'), ['title all-caps-title THE NIGHT FERRY'])
  assert.deepEqual(codes({ title: 'ISIS' }, 'all-caps-title'), [])
})

test('what a buyer asks at once is a warning', () => {
  const seen = checkSheetCopy(emptySheet('The Night Ferry'), { today })
  assert.deepEqual(
    seen.filter((one) => one.severity === 'warning').map((one) => one.params['fact']),
    ['year', 'duration', 'director', 'versions', 'country', 'production', 'synopsis'],
  )
})

test('an identifier with a wrong check character is a warning with the right number beside it', () => {
  const identifiers = { isan: '0000-0001-8CFA-0000-A', eidr: '10.5240/8FF3-1C20-84F5-F247-8BCD', imdb: 'nm12', tmdb: '603', wikidata: null, reference: 'R 1' } // prettier-ignore
  const seen = checkSheetCopy({ ...sheet, identifiers }, { today }).filter(({ code }) => code.startsWith('identifier'))
  assert.deepEqual(
    seen.map(({ field, code, severity, text, suggestion }) => [field, code, severity, text, suggestion]),
    [
      ['identifiers.eidr', 'identifier-incomplete', 'hint', '10.5240/8FF3-1C20-84F5-F247-8BCD', '10.5240/8FF3-1C20-84F5-F247-8BCD-E'], // prettier-ignore
      ['identifiers.isan', 'identifier-check', 'warning', '0000-0001-8CFA-0000-A', '0000-0001-8CFA-0000-I'],
      ['identifiers.imdb', 'identifier-form', 'warning', 'nm12', null],
    ],
  )
})
