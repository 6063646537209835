import assert from 'node:assert/strict'
import test from 'node:test'
import { nearest } from './nearest.ts'

const names = ['france', 'french guiana', 'iran', 'iraq', 'germany'].map((name) => [name, name.toUpperCase()] as const)

test('a letter wrong, missing, too many or swapped', () => {
  for (const word of ['framce', 'frane', 'francee', 'farnce']) assert.equal(nearest(word, names), 'FRANCE')
})

test('nothing is near, or the word is too short or too long to say', () => {
  assert.equal(nearest('atlantis', names), null)
  assert.equal(nearest('fr', names), null)
  assert.equal(nearest('f'.repeat(10_000), names), null)
})

test('of names that are as near, the first is said, whatever their lengths', () => {
  for (const keys of [['chadd', 'chas', 'chaddi'], ['chas', 'chadd'], ['chaad', 'chas']])
    assert.equal(nearest('chad', keys.map((key) => [key, key] as const)), keys[0]) // prettier-ignore
  assert.equal(nearest('chadxy', [['chadxyz1', 'two slips'], ['chadxz', 'one']]), 'one') // prettier-ignore
})

test('of names that are as near, the one that begins as the word does is said', () => {
  assert.equal(
    nearest('polland', [
      ['holland', 'Holland'],
      ['poland', 'Poland'],
    ]),
    'Poland',
  )
})

test('the word itself is no suggestion', () => {
  assert.equal(nearest('germany', names), null)
})
