import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { madeFilm } from '../made-film.ts'
import { comesBack, filmOut, OPTIONS, survives } from '../testing/round-trip.ts'
import { readSchemaOrg } from './read-schema-org.ts'
import { SCHEMA_ORG } from './schema-org.ts'
import { writeSchemaOrg } from './write-schema-org.ts'

const read = (document: unknown) => readSchemaOrg(Buffer.from(JSON.stringify(document)))

test('what schema.org can carry comes back equal', () => {
  comesBack(SCHEMA_ORG, (sheet) => ({
    identifiers: sheet.identifiers,
    trailer: sheet.trailer,
    pressQuotes: sheet.pressQuotes,
    ratings: sheet.ratings,
  }))
})

test('a film with every fact, to a page and back', () => {
  const film = { ...filmOut(madeFilm(), 'f1', 'https://house.example/en/films/salt'), pictures: new Map() }
  const { films } = readSchemaOrg(writeSchemaOrg([film], OPTIONS).bytes)
  const { sheet, key, doubts } = films[0]!
  assert.equal(key, 'https://house.example/en/films/salt#film')
  assert.deepEqual(doubts, [])
  for (const field of ['titles', 'logline', 'year', 'festivals', 'places', 'keywords', 'coProducers', 'credits'] as const)
    if (field === 'credits')
      assert.deepEqual(new Set(sheet.credits.map(({ role }) => role)), new Set(['photography', 'music', 'other']))
    else if (field === 'keywords') assert.deepEqual([sheet.themes, sheet.keywords], [['travel'], ['salt trade', 'desert']])
    else assert.deepEqual(sheet[field], madeFilm()[field], field)
  assert.deepEqual(sheet.cuts.map(({ minutes, episodes }) => [minutes, episodes]), [[90, null], [52, null], [52, 3]]) // prettier-ignore
  assert.deepEqual(sheet.period, madeFilm().period)
})

test('foreign documents: lists, graphs, prefixes, references, things that stand in others', () => {
  const people = { '@id': '#ana', '@type': 'Person', name: 'Ana Puig' }
  const film = {
    '@type': ['schema:Movie', 'Product'],
    'schema:name': 'Salt',
    'http://schema.org/director': { '@id': '#ana' },
    actor: ['Ida Berg', { '@type': 'Person', name: 'Lev Orlov' }],
    countryOfOrigin: 'Norwegen',
    inLanguage: 'no-NO',
    duration: 'PT1H32M',
    datePublished: '2021-05-03',
    image: 'https://example.org/a.jpg',
    sameAs: ['https://www.imdb.com/title/tt1234567/', 'https://m.example'],
    workExample: { '@type': 'Movie', name: 'Salt (52)', duration: 'PT52M' },
    award: 'Best in Show',
  }
  const graph = read({
    '@context': { schema: 'http://schema.org/' },
    '@graph': [{ '@type': 'WebPage', mainEntity: film }, people],
  })
  assert.equal(graph.films.length, 1)
  const { sheet, doubts, pictureUrls } = graph.films[0]!
  assert.deepEqual(
    [sheet.title, sheet.directors, sheet.countries, sheet.year, sheet.identifiers.imdb, pictureUrls],
    ['Salt', ['Ana Puig'], ['NO'], 2021, 'tt1234567', ['https://example.org/a.jpg']],
  )
  assert.deepEqual(sheet.credits, [{ role: 'cast', label: null, names: ['Ida Berg', 'Lev Orlov'] }])
  assert.deepEqual(sheet.cuts.map(({ minutes }) => minutes), [92, 52]) // prettier-ignore
  assert.deepEqual(doubts.map(({ rule }) => rule), ['film/award']) // prettier-ignore
  const list = read([film, { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: { '@type': 'TVSeries', name: 'Sand', numberOfEpisodes: 3, timeRequired: 'PT2H36M' } }] }]) // prettier-ignore
  assert.deepEqual(list.films.map(({ sheet: one }) => [one.title, one.cuts[0]?.episodes, one.cuts[0]?.minutes]), [['Salt', null, 92], ['Sand', 3, 52]]) // prettier-ignore
})

test('a film and its cut that name each other are one film, and so is one that names itself', () => {
  const whole = { '@type': 'Movie', '@id': '#a', name: 'Salt', duration: 'PT90M', workExample: { '@id': '#b' } }
  const cut = { '@type': 'Movie', '@id': '#b', name: 'Salt (52)', duration: 'PT52M', exampleOfWork: { '@id': '#a' } }
  for (const graph of [
    [whole, cut],
    [cut, whole],
  ]) {
    const { films } = read({ '@context': 'https://schema.org', '@graph': graph })
    assert.deepEqual(films.map(({ key, sheet }) => [key, sheet.cuts.map(({ minutes }) => minutes)]), [['#a', [90, 52]]]) // prettier-ignore
  }
  assert.equal(read({ '@type': 'Movie', '@id': '#a', name: 'Salt', hasPart: { '@id': '#a' } }).films.length, 1)
})

test('no film, no JSON, a film without a title', () => {
  assert.deepEqual(read({ '@type': 'Book', name: 'x' }).findings.map(({ rule }) => rule), ['film/none']) // prettier-ignore
  assert.deepEqual(readSchemaOrg(Buffer.from('{\n"a": 1,}')).findings.map(({ rule, line }) => [rule, line]), [['json/not-well-formed', 2]]) // prettier-ignore
  assert.deepEqual(read({ '@type': 'Movie' }).films[0]?.doubts.map(({ rule }) => rule), ['film/no-title']) // prettier-ignore
  assert.deepEqual(writeSchemaOrg([filmOut(emptySheet('Bare'))], OPTIONS).losses, [])
})

test('mutants are read, or refused with words', () => {
  survives(SCHEMA_ORG, writeSchemaOrg([filmOut(madeFilm())], OPTIONS).bytes, { json: true })
})

test('a rating of several words is that of the system that is known, else its last word', () => {
  const rated = (contentRating: string) => read({ '@type': 'Movie', name: 'Salt', contentRating }).films[0]!.sheet.ratings[0]
  assert.deepEqual(rated('CNC Tous publics'), { system: 'CNC', value: 'Tous publics' })
  assert.deepEqual(rated('Some Board 12'), { system: 'Some Board', value: '12' })
})
