import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rangeOf } from './choice.ts'

test('a range goes from the last row to this one, in either direction', () => {
  const ids = ['a', 'b', 'c', 'd']
  assert.deepEqual(rangeOf(ids, 'b', 'd'), ['b', 'c', 'd'])
  assert.deepEqual(rangeOf(ids, 'd', 'b'), ['b', 'c', 'd'])
  assert.deepEqual(rangeOf(ids, 'c', 'c'), ['c'])
  assert.deepEqual(rangeOf(ids, null, 'c'), ['c'])
  assert.deepEqual(rangeOf(ids, 'gone', 'c'), ['c'])
  assert.deepEqual(rangeOf(ids, 'a', 'gone'), [])
})
