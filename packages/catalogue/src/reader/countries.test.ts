import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCountries } from './countries.ts'

const NOTATIONS: Record<string, string[]> = {
  France: ['FR'], FRANCE: ['FR'], 'France/Germany': ['FR', 'DE'], 'France, Belgique': ['FR', 'BE'], 'Deutschland - Österreich': ['DE', 'AT'], 'France & Togo': ['FR', 'TG'], 'Portugal – Denmark': ['PT', 'DK'], 'Suisse et Italie': ['CH', 'IT'],
  'U. S.': ['US'], 'U.S.A.': ['US'], USA: ['US'], EEUU: ['US'], 'EE. UU.': ['US'], UK: ['GB'], 'U.K.': ['GB'], 'Regne Unit': ['GB'], 'Regno Unito, Stati Uniti': ['GB', 'US'], 'Royaume-Uni': ['GB'],
  'AT, XK': ['AT', 'XK'], 'AUT, FRA': ['AT', 'FR'], 'A, B, F': ['AT', 'BE', 'FR'], 'D/CH': ['DE', 'CH'], 'DE/GT': ['DE', 'GT'], 'A/D': ['AT', 'DE'],
  'Bosnia and Herzegovina': ['BA'], 'Bosnie-Herzégovine, Croatie': ['BA', 'HR'], 'Trinidad y Tobago': ['TT'], 'Côte d’Ivoire': ['CI'], "Costa d'Avorio": ['CI'], 'Czech Republic': ['CZ'], Tschechien: ['CZ'], 'Corea del Sur': ['KR'], 'Países Bajos': ['NL'], 'The Netherlands': ['NL'], Kosovo: ['XK'], 'Palestine': ['PS'], Österreich: ['AT'], Polònia: ['PL'], Alemanya: ['DE'], 'Reino Unido': ['GB'], 'Russian Federation': ['RU'], 'North Macedonia': ['MK'],
} // prettier-ignore

test('countries are read by name in every reading language, by ISO code and by car plate', () => {
  for (const [printed, codes] of Object.entries(NOTATIONS)) {
    const reading = readCountries({ text: printed, start: 0 })
    assert.deepEqual(
      reading.found.map((one) => one.code),
      codes,
      printed,
    )
    assert.deepEqual(reading.unknown, [], printed)
  }
})

test('a year beside the countries is said, a name that is none is reported', () => {
  const attached = readCountries({ text: 'Frankreich / Israel 2004', start: 5 })
  assert.deepEqual(
    attached.found.map((one) => one.code),
    ['FR', 'IL'],
  )
  assert.deepEqual(attached.years, [{ year: 2004, start: 25, end: 29 }])
  const unknown = readCountries({ text: 'France, Ruritania', start: 0 })
  assert.deepEqual(
    unknown.unknown.map((piece) => piece.text),
    ['Ruritania'],
  )
})
