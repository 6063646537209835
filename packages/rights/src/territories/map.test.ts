import assert from 'node:assert/strict'
import test from 'node:test'
import { LEAVES } from './leaves.ts'
import { mapIdOf } from './map.ts'

test('every leaf is found on the map: by three digits, Kosovo by its name', () => {
  for (const leaf of LEAVES) assert.match(mapIdOf(leaf), leaf === 'XK' ? /^Kosovo$/ : /^\d{3}$/, leaf)
  assert.equal(mapIdOf('FR'), '250')
  assert.equal(mapIdOf('AF'), '004')
})

test('the parts of a country share its shape, and no two countries share one', () => {
  assert.equal(mapIdOf('CH-de'), mapIdOf('CH-it'))
  assert.equal(mapIdOf('BE-nl'), '056')
  const countries = new Set(LEAVES.map((leaf) => leaf.slice(0, 2)))
  assert.equal(new Set(LEAVES.map(mapIdOf)).size, countries.size)
})

test('what is no leaf is nowhere', () => {
  for (const code of ['BE', 'ZZ', '', 'fr', 'BE-de']) assert.throws(() => mapIdOf(code), RangeError)
})
