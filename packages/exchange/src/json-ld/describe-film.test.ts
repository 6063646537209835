import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { madeFilm } from '../made-film.ts'
import { describeFilm, type FilmOnTheWeb } from './describe-film.ts'

const WEB: FilmOnTheWeb = {
  url: 'https://house.example.org/en/films/the-salt-road',
  pictures: [{ url: 'https://house.example.org/pictures/1.jpg', width: 1600, height: 900 }],
  locale: 'en',
  house: { name: 'House of Salt', url: 'https://house.example.org' },
}

test('a film with every fact', () => {
  const film = describeFilm(madeFilm(), WEB)
  const person = (name: string) => ({ '@type': 'Person', name })
  assert.deepEqual(film, {
    '@context': 'https://schema.org',
    '@type': 'Movie',
    '@id': `${WEB.url}#film`,
    url: WEB.url,
    mainEntityOfPage: WEB.url,
    name: 'The Salt Road',
    alternateName: ['La Route du sel', 'Tagh n tesemt', 'White Gold'],
    description: 'A caravan crosses the last salt desert.',
    abstract: 'A caravan that nobody waits for.',
    image: { '@type': 'ImageObject', url: 'https://house.example.org/pictures/1.jpg', width: 1600, height: 900 },
    genre: ['Documentary', 'Feature documentary'],
    keywords: 'Travel, salt trade, desert',
    productionCompany: [
      { '@type': 'Organization', name: 'Sable & Sel', location: { '@type': 'Country', name: 'France' } },
      { '@type': 'Organization', name: 'Nordlicht Film' },
    ],
    producer: person('Paul Dupont'),
    funder: { '@type': 'Organization', name: 'Sand Fund' },
    sponsor: { '@type': 'Organization', name: 'Kanal Null' },
    provider: { '@type': 'Organization', name: 'House of Salt', url: 'https://house.example.org' },
    countryOfOrigin: [
      { '@type': 'Country', name: 'France', identifier: 'FR' },
      { '@type': 'Country', name: 'Niger', identifier: 'NE' },
    ],
    director: [person('Zoë Müller'), person('Ana Puig')],
    contributor: [
      { '@type': 'Role', roleName: 'Photography', contributor: person('Ida Berg') },
      { '@type': 'Role', roleName: 'Camel care', contributor: person('Moussa K.') },
    ],
    musicBy: person('Lev Orlov'),
    inLanguage: ['tmh', 'de', 'fr'],
    subtitleLanguage: 'en',
    duration: 'PT1H30M',
    workExample: [
      { '@type': 'Movie', name: 'The Salt Road (52’)', duration: 'PT52M' },
      { '@type': 'TVSeries', name: 'The Salt Road (3 × 52’)', numberOfEpisodes: 3, timeRequired: 'PT2H36M' },
    ],
    dateCreated: '2021',
    copyrightYear: 2021,
    award: 'Golden Dune, Sand Days 2021',
    releasedEvent: {
      '@type': 'PublicationEvent',
      name: 'Sand Days – World premiere',
      startDate: '2021',
      location: { '@type': 'Place', name: 'Agadez, Niger' },
    },
    contentRating: 'CSA -12',
    contentLocation: [
      { '@type': 'Place', name: 'Niger' },
      { '@type': 'Place', name: 'Bilma' },
    ],
    temporalCoverage: '1960/..',
    review: {
      '@type': 'Review',
      reviewBody: 'As dry as it is deep.',
      author: { '@type': 'Organization', name: 'The Daily Dune' },
      inLanguage: 'en',
    },
    trailer: {
      '@type': 'VideoObject',
      name: 'The Salt Road – Trailer',
      contentUrl: 'https://video.example.org/salt.mp4',
      thumbnailUrl: 'https://house.example.org/pictures/1.jpg',
      description: 'A caravan that nobody waits for.',
    },
    identifier: [
      { '@type': 'PropertyValue', propertyID: 'ISAN', value: '0000-0001-8CFA-0000-I' },
      {
        '@type': 'PropertyValue',
        propertyID: 'EIDR',
        value: '10.5240/7791-8534-2C23-9030-8610-5',
        url: 'https://doi.org/10.5240/7791-8534-2C23-9030-8610-5',
      },
      { '@type': 'PropertyValue', propertyID: 'reference', value: 'SR-1' },
    ],
    sameAs: [
      'https://www.imdb.com/title/tt1234567/',
      'https://www.themoviedb.org/movie/123456',
      'https://www.wikidata.org/entity/Q1234567',
    ],
    titleEIDR: '10.5240/7791-8534-2C23-9030-8610-5',
  })
})

test('in French, the words and the title are French', () => {
  const film = describeFilm(madeFilm(), { ...WEB, locale: 'fr' })
  assert.equal(film['name'], 'La Route du sel')
  assert.equal(film['abstract'], 'Une caravane que personne n’attend.')
  assert.deepEqual(film['genre'], ['Documentaire', 'Long métrage documentaire'])
})

test('a series is a TVSeries, and has nothing that only films have', () => {
  const film = describeFilm({ ...madeFilm(), cuts: [{ minutes: 52, episodes: 4, versions: [] }] }, WEB)
  assert.equal(film['@type'], 'TVSeries')
  assert.equal(film['numberOfEpisodes'], 4)
  assert.equal(film['timeRequired'], 'PT3H28M')
  for (const property of ['duration', 'subtitleLanguage', 'titleEIDR']) assert.equal(property in film, false, property)
})

test('what the sheet does not know is not there', () => {
  const film = describeFilm(emptySheet('Untold'), { ...WEB, pictures: [] })
  assert.deepEqual(Object.keys(film), ['@context', '@type', '@id', 'url', 'mainEntityOfPage', 'name', 'genre', 'provider'])
  assert.equal('trailer' in describeFilm({ ...emptySheet('x'), trailer: { url: 'javascript:alert(1)' } }, WEB), false)
})
