import assert from 'node:assert/strict'
import { test } from 'node:test'
import { constantRate } from './rate.ts'

const rate = (average: [number, number], claimed = average) => constantRate({ rate: average, claimed })

test('keeps a film’s own rate where it is a usual one', () => {
  assert.deepEqual(rate([25, 1]), [25, 1])
  assert.deepEqual(rate([24_000, 1001]), [24_000, 1001])
  assert.deepEqual(rate([2997, 100]), [30_000, 1001])
})

test('takes the usual rate just above where it varies, so that no picture is lost', () => {
  assert.deepEqual(rate([37_500, 2000], [25, 1]), [24_000, 1001])
  assert.deepEqual(rate([268, 10], [90_000, 1]), [30_000, 1001])
  assert.deepEqual(rate([120, 1]), [60, 1])
  assert.deepEqual(rate([0, 1], [0, 1]), [25, 1])
})
