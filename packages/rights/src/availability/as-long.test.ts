import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Day, dayOf, PERPETUITY, writeDay } from '../days/day.ts'
import { asLongFrom, asLongUntil, wholeMonths } from './as-long.ts'

const window = (from: string, to: string) => ({ from: dayOf(from)!, to: dayOf(to)! })
const written = (windows: { from: Day; to: Day }[]) => windows.map(({ from, to }) => `${writeDay(from)} ${writeDay(to)}`)

test('a window is a number of months, or of days', () => {
  assert.equal(wholeMonths(window('2027-01-01', '2028-12-31')), 24)
  assert.equal(wholeMonths(window('2027-01-15', '2027-02-14')), 1)
  assert.equal(wholeMonths(window('2024-02-29', '2025-02-27')), 12)
  assert.equal(wholeMonths(window('2027-01-01', '2027-01-30')), null)
  assert.equal(wholeMonths({ from: dayOf('2027-01-01')!, to: PERPETUITY }), null)
})

test('two years that are moved are two years, however many days the leap day makes of them', () => {
  const asked = window('2027-01-01', '2028-12-31')
  assert.deepEqual(written(asLongFrom(asked, dayOf('2028-11-01')!)), ['2028-11-01 2030-10-31'])
  assert.deepEqual(written(asLongUntil(asked, dayOf('2026-12-31')!)), ['2025-01-01 2026-12-31'])
  // longer than the days that were asked for: those are tried after it
  assert.deepEqual(written(asLongFrom(window('2027-01-01', '2027-12-31'), dayOf('2028-01-01')!)), ['2028-01-01 2028-12-31', '2028-01-01 2028-12-30']) // prettier-ignore
})

test('a window that is no number of months is moved by its days, one without end stays without', () => {
  assert.deepEqual(written(asLongFrom(window('2027-01-01', '2027-01-10'), dayOf('2027-02-01')!)), ['2027-02-01 2027-02-10'])
  const from = dayOf('2027-01-01')!
  assert.deepEqual(asLongFrom({ from, to: PERPETUITY }, from + 9), [{ from: from + 9, to: PERPETUITY }])
})
