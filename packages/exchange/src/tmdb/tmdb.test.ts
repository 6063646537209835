import assert from 'node:assert/strict'
import { test } from 'node:test'
import { survives } from '../testing/round-trip.ts'
import { readTmdb } from './read-tmdb.ts'
import { TMDB } from './tmdb.ts'

const FILM = {
  id: 123456,
  imdb_id: 'tt1234567',
  title: 'The Salt Road',
  original_title: 'La Route du sel',
  original_language: 'fr',
  overview: 'A caravan crosses the last salt desert.',
  tagline: 'Nobody waits.',
  runtime: 90,
  release_date: '2021-05-03',
  genres: [
    { id: 99, name: 'Documentary' },
    { id: 36, name: 'History' },
    { id: 18, name: 'Drama' },
  ],
  production_companies: [
    { id: 1, name: 'Sable & Sel', origin_country: 'FR' },
    { id: 2, name: 'Nordlicht', origin_country: '' },
  ],
  production_countries: [
    { iso_3166_1: 'FR', name: 'France' },
    { iso_3166_1: 'NE', name: 'Niger' },
  ],
  spoken_languages: [
    { iso_639_1: 'fr', name: 'Français' },
    { iso_639_1: 'cn', name: '' },
  ],
  poster_path: '/abc.jpg',
  keywords: {
    keywords: [
      { id: 1, name: 'desert' },
      { id: 2, name: 'travel' },
    ],
  },
  credits: {
    cast: [
      { name: 'Ida Berg', character: 'Self' },
      { name: 'Tom Ray', character: 'Narrator (voice)' },
    ],
    crew: [
      { name: 'Ana Puig', job: 'Director' },
      { name: 'Paul Dupont', job: 'Producer' },
      { name: 'Lev Orlov', job: 'Original Music Composer' },
      { name: 'Kim Ode', job: 'Camel Trainer' },
    ],
  },
  translations: {
    translations: [
      {
        iso_3166_1: 'US',
        iso_639_1: 'en',
        data: { title: 'The Salt Road', overview: 'A caravan crosses the last salt desert.' },
      },
      {
        iso_3166_1: 'FR',
        iso_639_1: 'fr',
        data: { title: 'La Route du sel', overview: 'Une caravane traverse le désert.', tagline: '' },
      },
      { iso_3166_1: 'BR', iso_639_1: 'pt', data: { title: 'A Estrada do Sal' } },
    ],
  },
  release_dates: {
    results: [
      {
        iso_3166_1: 'NL',
        release_dates: [{ type: 1, note: 'IDFA', release_date: '2021-11-19T00:00:00.000Z', certification: '' }],
      },
      { iso_3166_1: 'DE', release_dates: [{ type: 3, note: '', release_date: '2022-02-01T00:00:00.000Z', certification: '12' }] },
    ],
  },
  external_ids: { wikidata_id: 'Q1234567' },
  alternative_titles: { titles: [{ iso_3166_1: 'DE', title: 'Die Salzstraße', type: '' }] },
  videos: { results: [{ site: 'YouTube', type: 'Trailer', key: 'abc_DEF-123' }] },
}
const read = (value: unknown) => readTmdb(Buffer.from(JSON.stringify(value)))

test('a film with everything that can be appended', () => {
  const { films, version, findings } = read(FILM)
  const { sheet, key, doubts, pictureUrls } = films[0]!
  assert.deepEqual(
    [version, findings, key, pictureUrls],
    ['3', [], 'movie/123456', ['https://image.tmdb.org/t/p/original/abc.jpg']],
  )
  assert.deepEqual(
    [sheet.title, sheet.originalTitle, sheet.titles, sheet.otherTitles],
    [
      'The Salt Road',
      'La Route du sel',
      { fr: 'La Route du sel', 'pt-BR': 'A Estrada do Sal' },
      [{ title: 'Die Salzstraße', language: null }],
    ],
  )
  assert.deepEqual(sheet.shortSynopsis, { en: 'A caravan crosses the last salt desert.', fr: 'Une caravane traverse le désert.' })
  assert.deepEqual(
    [sheet.logline, sheet.year, sheet.cuts],
    [{ en: 'Nobody waits.' }, 2021, [{ minutes: 90, episodes: null, versions: [] }]],
  )
  assert.deepEqual(
    [sheet.originalLanguages, sheet.countries, sheet.directors, sheet.producers],
    [['fr', 'yue'], ['FR', 'NE'], ['Ana Puig'], ['Paul Dupont']],
  )
  assert.deepEqual(sheet.credits, [
    { role: 'music', label: null, names: ['Lev Orlov'] },
    { role: 'other', label: 'Camel Trainer', names: ['Kim Ode'] },
    { role: 'cast', label: null, names: ['Ida Berg'] },
    { role: 'narrator', label: null, names: ['Tom Ray'] },
  ])
  assert.deepEqual([sheet.genres, sheet.themes, sheet.keywords], [['Drama'], ['history', 'travel'], ['desert']])
  assert.deepEqual(sheet.festivals.map(({ festival, year, country }) => [festival, year, country]), [['IDFA', 2021, 'NL']]) // prettier-ignore
  assert.deepEqual(
    [sheet.ratings, sheet.trailer],
    [[{ system: 'FSK', value: '12' }], { url: 'https://www.youtube.com/watch?v=abc_DEF-123' }],
  )
  assert.deepEqual(
    [sheet.identifiers.tmdb, sheet.identifiers.imdb, sheet.identifiers.wikidata],
    ['123456', 'tt1234567', 'Q1234567'],
  )
  assert.deepEqual(doubts.map(({ rule, values }) => [rule, values['type']]), [['film/release', 'theatrical']]) // prettier-ignore
})

test('a series, a list of films, and what is none', () => {
  const series = { id: 7, name: 'Sand', original_name: 'Sable', first_air_date: '2019-01-01', episode_run_time: [52], number_of_episodes: 3, origin_country: ['FR'], networks: [{ name: 'Kanal Null' }] } // prettier-ignore
  const { sheet, key } = read(series).films[0]!
  assert.deepEqual(
    [key, sheet.identifiers.tmdb, sheet.year, sheet.countries, sheet.broadcasters],
    ['tv/7', 'tv/7', 2019, ['FR'], ['Kanal Null']],
  )
  assert.deepEqual(sheet.cuts, [{ minutes: 52, episodes: 3, versions: [] }])
  assert.equal(read({ page: 1, results: [FILM, series, { id: 9 }] }).films.length, 2)
  assert.equal(read({ hello: 1 }).findings[0]?.rule, 'film/none')
})

test('mutants are read, or refused with words', () => survives(TMDB, Buffer.from(JSON.stringify(FILM)), { json: true }))
