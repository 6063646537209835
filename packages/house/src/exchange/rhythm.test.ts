import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextAfter } from './rhythm.ts'

const next = (rhythm: Parameters<typeof nextAfter>[0], after: string) =>
  nextAfter(rhythm, new Date(after)).toISOString().slice(0, 13)

test('the next moment is after this one, never this one', () => {
  assert.equal(next({ every: 'day', hour: 6 }, '2026-11-26T05:59:59Z'), '2026-11-26T06')
  assert.equal(next({ every: 'day', hour: 6 }, '2026-11-26T06:00:00Z'), '2026-11-27T06')
  assert.equal(next({ every: 'day', hour: 0 }, '2026-12-31T23:00:00Z'), '2027-01-01T00')
  assert.equal(next({ every: 'week', day: 1, hour: 6 }, '2026-11-26T10:00:00Z'), '2026-11-30T06') // a Thursday
  assert.equal(next({ every: 'week', day: 4, hour: 9 }, '2026-11-26T10:00:00Z'), '2026-12-03T09')
  assert.equal(next({ every: 'week', day: 7, hour: 9 }, '2026-11-29T08:00:00Z'), '2026-11-29T09')
  assert.equal(next({ every: 'month', day: 28, hour: 9 }, '2027-01-31T08:00:00Z'), '2027-02-28T09')
  assert.equal(next({ every: 'month', day: 1, hour: 0 }, '2026-12-01T00:00:00Z'), '2027-01-01T00')
})

test('a year of them comes in order, as many as the rhythm says', () => {
  for (const [rhythm, times] of [[{ every: 'day', hour: 5 }, 365], [{ every: 'week', day: 3, hour: 5 }, 52], [{ every: 'month', day: 28, hour: 5 }, 12]] as const) {
    let [at, count] = [new Date('2026-01-01T00:00:00Z'), 0]
    for (; ; count += 1) {
      const then = nextAfter(rhythm, at)
      assert.ok(then > at)
      if (then >= new Date('2027-01-01T00:00:00Z')) break
      at = then
    }
    assert.equal(count, times, rhythm.every)
  } // prettier-ignore
})
