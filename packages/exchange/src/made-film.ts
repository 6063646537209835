/** An invented film for the tests, with every fact a sheet can hold. */
import { emptySheet, type TitleSheet } from '@vitrine/catalogue'

export function madeFilm(): TitleSheet {
  return {
    ...emptySheet('The Salt Road'),
    titles: { en: 'The Salt Road', fr: 'La Route du sel' },
    originalTitle: 'Tagh n tesemt',
    otherTitles: [{ title: 'White Gold', language: 'en' }],
    lead: { en: { text: 'Salt is dearer than ever.', writtenOn: '2021-05-01' } },
    logline: { en: 'A caravan that nobody waits for.', fr: 'Une caravane que personne n’attend.' },
    shortSynopsis: { en: 'A caravan crosses the last salt desert.' },
    synopsis: { en: 'A caravan crosses the last salt desert.\n\nNobody waits for it.' },
    year: 2021,
    cuts: [
      { minutes: 90, episodes: null, versions: [{ language: 'fr', use: 'original', hardOfHearing: false }] },
      { minutes: 52, episodes: null, versions: [{ language: 'en', use: 'subtitled', hardOfHearing: false }] },
      { minutes: 52, episodes: 3, versions: [] },
    ],
    versions: [{ language: 'de', use: 'voice-over', hardOfHearing: false }],
    originalLanguages: ['tmh'],
    directors: ['Zoë Müller', 'Ana Puig'],
    productionCompanies: [{ name: 'Sable & Sel', country: 'FR' }],
    coProducers: [{ name: 'Nordlicht Film', country: null }],
    broadcasters: ['Kanal Null'],
    supporters: ['Sand Fund'],
    producers: ['Paul Dupont'],
    credits: [
      { role: 'photography', label: null, names: ['Ida Berg'] },
      { role: 'music', label: null, names: ['Lev Orlov'] },
      { role: 'other', label: 'Camel care', names: ['Moussa K.'] },
    ],
    countries: ['FR', 'NE'],
    genres: ['feature-documentary'],
    themes: ['travel', 'salt trade'],
    keywords: ['desert'],
    places: ['NE', 'Bilma'],
    period: { from: 1960, to: null, label: null },
    festivals: [
      {
        festival: 'Sand Days',
        year: 2021,
        city: 'Agadez',
        country: 'NE',
        section: 'Competition',
        award: 'Golden Dune',
        premiere: 'world',
      },
      { festival: 'Salt Week', year: 2022, city: null, country: null, section: null, award: null, premiere: null },
    ],
    pressQuotes: [{ text: 'As dry as it is deep.', source: 'The Daily Dune', author: null, language: 'en' }],
    formats: ['4K'],
    ratings: [{ system: 'CSA', value: '-12' }],
    identifiers: {
      isan: '0000-0001-8CFA-0000-I',
      eidr: '10.5240/7791-8534-2C23-9030-8610-5',
      imdb: 'tt1234567',
      tmdb: '123456',
      wikidata: 'Q1234567',
      reference: 'SR-1',
    },
    trailer: { url: 'https://video.example.org/salt.mp4' },
  }
}
