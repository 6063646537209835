import assert from 'node:assert/strict'
import { test } from 'node:test'
import { survives } from '../testing/round-trip.ts'
import { readWikidata } from './read-wikidata.ts'
import { WIKIDATA } from './wikidata.ts'

const item = (id: string) => ({
  value: { 'entity-type': 'item', 'numeric-id': Number(id.slice(1)), id },
  type: 'wikibase-entityid',
})
const says = (datavalue: unknown, more: object = {}) => ({ mainsnak: { snaktype: 'value', datavalue }, rank: 'normal', ...more })
const named = (id: string, en: string, claims: object = {}) => ({
  type: 'item',
  id,
  labels: { en: { language: 'en', value: en } },
  claims,
})
const text = (value: string) => ({ value, type: 'string' })
const FILM = {
  type: 'item',
  id: 'Q900001',
  labels: {
    en: { value: 'The Salt Road' },
    fr: { value: 'La Route du sel' },
    'en-gb': { value: 'The Salt Road' },
    mul: { value: 'x' },
  },
  aliases: { en: [{ value: 'White Gold' }] },
  claims: {
    P31: [says(item('Q93204'))],
    P136: [says(item('Q93204')), says(item('Q900012'))],
    P1476: [says({ value: { text: 'Tagh n tesemt', language: 'tmh' }, type: 'monolingualtext' })],
    P57: [says(item('Q900002')), says(item('Q900099'))],
    P344: [says(item('Q900003'))],
    P495: [says(item('Q142')), says(item('Q900004'))],
    P364: [says(item('Q150')), says(item('Q900005'))],
    P577: [says({ value: { time: '+2022-02-01T00:00:00Z' } }), says({ value: { time: '+2021-05-03T00:00:00Z' } })],
    P2047: [says({ value: { amount: '+90', unit: 'http://www.wikidata.org/entity/Q7727' } }), says({ value: { amount: '+3120', unit: 'http://www.wikidata.org/entity/Q11574' } })], // prettier-ignore
    P166: [
      says(item('Q900006'), {
        qualifiers: {
          P585: [{ datavalue: { value: { time: '+2021-00-00T00:00:00Z' } } }],
          P805: [{ datavalue: item('Q900007') }],
        },
      }),
      says(item('Q900006')),
    ],
    P921: [says(item('Q900008')), says(item('Q900009'))],
    P345: [says(text('tt1234567'))],
    P2704: [says(text('10.5240/7791-8534-2C23-9030-8610-5'))],
    P4947: [says(text('999'), { rank: 'deprecated' }), says(text('123456'))],
    P162: [{ mainsnak: { snaktype: 'somevalue' }, rank: 'normal' }],
  },
}
const DUMP = {
  entities: Object.fromEntries(
    [
      FILM,
      named('Q900002', 'Ana Puig'),
      named('Q900003', 'Ida Berg'),
      named('Q900004', 'Kingdom of Salt', { P297: [says(text('NE'))] }),
      named('Q900005', 'Tuareg'),
      named('Q900006', 'Golden Dune'),
      named('Q900007', 'Sand Days 2021'),
      named('Q900008', 'travel'),
      named('Q900009', 'salt'),
      named('Q900012', 'essay'),
    ].map((one) => [one.id, one]),
  ),
}
const read = (value: unknown) => readWikidata(Buffer.from(JSON.stringify(value)))

test('a film, with the items that the file brings; what it does not bring is a doubt', () => {
  const { films } = read(DUMP)
  assert.equal(films.length, 1, 'persons are no films')
  const { sheet, key, doubts } = films[0]!
  assert.deepEqual(
    [key, sheet.title, sheet.titles, sheet.originalTitle],
    ['Q900001', 'The Salt Road', { fr: 'La Route du sel' }, 'Tagh n tesemt'],
  )
  assert.deepEqual([sheet.otherTitles, sheet.directors, sheet.credits], [[{ title: 'White Gold', language: 'en' }], ['Ana Puig'], [{ role: 'photography', label: null, names: ['Ida Berg'] }]]) // prettier-ignore
  assert.deepEqual([sheet.countries, sheet.originalLanguages, sheet.year], [['FR', 'NE'], ['fr', 'tmh'], 2021])
  assert.deepEqual(sheet.cuts.map(({ minutes }) => minutes), [90, 52]) // prettier-ignore
  assert.deepEqual([sheet.genres, sheet.themes, sheet.keywords], [['essay'], ['travel'], ['salt']])
  assert.deepEqual(sheet.festivals.map(({ festival, year, award }) => [festival, year, award]), [['Sand Days 2021', 2021, 'Golden Dune']]) // prettier-ignore
  assert.deepEqual(sheet.identifiers, { isan: null, eidr: '10.5240/7791-8534-2C23-9030-8610-5', imdb: 'tt1234567', tmdb: '123456', wikidata: 'Q900001', reference: null }) // prettier-ignore
  assert.deepEqual(doubts.map(({ rule, values }) => [rule, values['id'] ?? values['award']]), [['film/unresolved', 'Q900099'], ['film/award', 'Golden Dune']]) // prettier-ignore
})

test('an entity alone, a list of them, and what is none', () => {
  assert.equal(read(FILM).films[0]?.sheet.title, 'The Salt Road')
  assert.equal(read([FILM, named('Q5', 'human')]).films.length, 1)
  assert.equal(read({ entities: {} }).findings[0]?.rule, 'film/none')
})

test('mutants are read, or refused with words', () => survives(WIKIDATA, Buffer.from(JSON.stringify(DUMP)), { json: true }))
