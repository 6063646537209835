import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysOf, PERIODS } from './period.ts'

test('a period moves on with the calendar, over the ends of years and leap days', () => {
  const said = (today: string) => PERIODS.map((period) => Object.values(daysOf(period, today)).join('/'))
  assert.deepEqual(said('2028-03-31'), ['2028-03-01/2028-03-31', '2028-02-01/2028-02-29', '2028-01-01/2028-03-31', '2027-10-01/2027-12-31', '2028-01-01/2028-12-31', '2027-01-01/2027-12-31']) // prettier-ignore
  assert.deepEqual(said('2026-01-01').slice(0, 4), ['2026-01-01/2026-01-31', '2025-12-01/2025-12-31', '2026-01-01/2026-03-31', '2025-10-01/2025-12-31']) // prettier-ignore
})
