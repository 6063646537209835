import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksLikeFirm, looksLikePerson, splitNames } from './names.ts'

const names = (text: string, kind: 'person' | 'firm') => splitNames({ text, start: 0 }, kind).map((one) => one.name)

test('persons are parted by every mark and word that joins names', () => {
  for (const text of [
    'Ana Po, Bo Li',
    'Ana Po & Bo Li',
    'Ana Po and Bo Li',
    'Ana Po et Bo Li',
    'Ana Po und Bo Li',
    'Ana Po y Bo Li',
    'Ana Po e Bo Li',
    'Ana Po; Bo Li',
    'Ana Po • Bo Li',
    'Ana Po / Bo Li',
    'Ana Po - Bo Li',
  ]) {
    assert.deepEqual(names(text, 'person'), ['Ana Po', 'Bo Li'], text)
  }
  assert.deepEqual(names('José Ortega y Gasset', 'person'), ['José Ortega y Gasset'])
})

test('a firm keeps what is in its name', () => {
  assert.deepEqual(names('Gannet & Sons Pictures, Bief et Compagnie', 'firm'), ['Gannet & Sons Pictures', 'Bief et Compagnie'])
  assert.deepEqual(names('Tall Pine, Inc., Wax Films (France)', 'firm'), ['Tall Pine, Inc.', 'Wax Films'])
})

test('firms are known by their marks, persons by their capitals', () => {
  for (const firm of ['ZDF', 'Wax Films', 'Talwind Filmproduktion', 'DocHaus', 'Kelp GmbH', 'Tableau Noir Productions'])
    assert.ok(looksLikeFirm(firm), firm)
  for (const person of ['Ana Po', 'Zoé de la Mare', 'Ludwig van der Aue']) {
    assert.ok(looksLikePerson(person), person)
    assert.ok(!looksLikeFirm(person), person)
  }
})
