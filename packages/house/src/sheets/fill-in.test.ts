import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet, type FestivalEntry } from '@vitrine/catalogue'
import { fillIn } from './fill-in.ts'

const festival = (over: Partial<FestivalEntry>): FestivalEntry => ({ festival: 'FIPADOC', year: 2021, city: null, country: null, section: null, award: null, premiere: null, ...over }) // prettier-ignore
const standing = {
  ...emptySheet('The Salt Road'),
  themes: ['water'],
  productionCompanies: [{ name: 'Témps Noir', country: 'FR' }],
  festivals: [festival({ city: 'Biarritz', award: 'Jury Prize' })],
}

test('where a sheet is silent, what was said stays: in the title, and within the same festival or company', () => {
  const incoming = {
    ...emptySheet('The Salt Road'),
    productionCompanies: [
      { name: 'Temps Noir', country: null },
      { name: 'Havn Film', country: 'DK' },
    ],
    festivals: [festival({ country: 'FR' }), festival({ festival: 'IDFA' })],
  }
  const merged = fillIn(standing, incoming)
  assert.deepEqual(merged.themes, ['water'])
  assert.deepEqual(merged.productionCompanies, [
    { name: 'Temps Noir', country: 'FR' },
    { name: 'Havn Film', country: 'DK' },
  ])
  assert.deepEqual(merged.festivals, [
    festival({ city: 'Biarritz', country: 'FR', award: 'Jury Prize' }),
    festival({ festival: 'IDFA' }),
  ])
})

test('what a sheet says replaces what was said, and nothing is mixed where two items could be meant', () => {
  assert.equal(fillIn(standing, { ...standing, productionCompanies: [{ name: 'Temps Noir', country: 'BE' }] }).productionCompanies[0]!.country, 'BE') // prettier-ignore
  const two = [festival({ section: 'Panorama' }), festival({ section: 'Schools' })]
  assert.deepEqual(fillIn(standing, { ...standing, festivals: two }).festivals, two)
  assert.deepEqual(fillIn({ ...standing, festivals: two }, { ...standing, festivals: [festival({})] }).festivals, [festival({})])
})
