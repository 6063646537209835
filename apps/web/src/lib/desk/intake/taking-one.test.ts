import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takingOne } from './taking-one.ts'

test('warnings are accepted by whoever saw them', () => {
  assert.deepEqual(takingOne({ rows: [4, 5], standing: 'new' }), { rows: [4], acceptWarnings: false })
  for (const standing of ['doubtful', 'contradicts'] as const)
    assert.deepEqual(takingOne({ rows: [4], standing }), { rows: [4], acceptWarnings: true })
})
