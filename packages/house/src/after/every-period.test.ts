import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyPeriod } from './every-period.ts'

const sold = (key: string) => ({ key, minor: 500, deals: 1 })

test('a month, a quarter, a year in which nothing was sold has its place, up to the last day asked for', () => {
  assert.deepEqual(
    everyPeriod([sold('2025-11-01'), sold('2026-02-01')], 'month', '2026-03-31').map(({ key, minor, deals }) => [key, minor, deals]),
    [['2025-11-01', 500, 1], ['2025-12-01', 0, 0], ['2026-01-01', 0, 0], ['2026-02-01', 500, 1], ['2026-03-01', 0, 0]],
  ) // prettier-ignore
  assert.deepEqual(everyPeriod([sold('2025-10-01')], 'quarter', '2026-05-02').map(({ key }) => key), ['2025-10-01', '2026-01-01', '2026-04-01']) // prettier-ignore
  assert.deepEqual(everyPeriod([sold('2024-01-01')], 'year', '2026-05-02').map(({ key }) => key), ['2024-01-01', '2025-01-01', '2026-01-01']) // prettier-ignore
  const mistyped = [sold('0202-11-01'), sold('2026-01-01')]
  assert.deepEqual(everyPeriod(mistyped, 'month', '2026-05-02'), mistyped, 'a year that was mistyped fills no page')
  assert.deepEqual(everyPeriod([sold('2026-07-01')], 'month', '2026-05-02').map(({ key }) => key), ['2026-07-01'], 'a sale after the last day stays') // prettier-ignore
  assert.deepEqual(everyPeriod([], 'month', '2026-05-02'), [])
})
