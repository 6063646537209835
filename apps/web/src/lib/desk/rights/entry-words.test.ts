import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saysElse } from './entry-words.ts'

test('the same names in another order say nothing else', () => {
  assert.equal(saysElse('Hungary, Czechia', 'Czechia, Hungary'), false)
  assert.equal(saysElse('DACH', 'German-speaking Europe'), true)
  assert.equal(saysElse('Hungary', 'Czechia, Hungary'), true)
})
