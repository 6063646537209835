import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeDay } from '../days/day.ts'
import type { EntryTerms } from './entry.ts'
import type { Line } from './line.ts'
import { linesOfVersions } from './lines-of-versions.ts'
import { readTerms } from './read-book.ts'

const signed = (terms: EntryTerms, effective: string | null = null) => ({ status: 'signed' as const, terms, effective })
const told = (lines: Line[]) =>
  lines.map(({ box }) => `${box.territories.leaves().join()} ${writeDay(box.from)} ${writeDay(box.to)}`)

const france = {
  kind: 'licence',
  territory: 'FR',
  media: 'svod',
  from: '2026-01-01',
  to: '2028-12-31',
  runs: 3,
  catchUpDays: 7,
  event: { kind: 'delivery' },
}
const more = { ...france, territory: 'FR, DE' }

test('an amendment holds from its day on, and what was before stays', () => {
  const states = [signed(readTerms(france, 'e1')), signed(readTerms(more, 'e1'), '2027-06-01')]
  assert.deepEqual(told(linesOfVersions('e1', states)), ['FR 2026-01-01 2027-05-31', 'DE,FR 2027-06-01 2028-12-31'])
})

test('what came to pass counts in every state, as the newest tells it; an agreement only from its day', () => {
  const event = { kind: 'delivery', date: '2026-03-01', months: 12 }
  const states = [
    signed(readTerms(france, 'e1')),
    signed(readTerms(more, 'e1'), '2027-06-01'),
    signed(readTerms({ ...more, event: { ...event, months: null } }, 'e1'), '2027-06-01'),
    signed(readTerms({ ...more, event: { ...event, months: null }, broadcasts: ['2026-05-01'] }, 'e1'), '2027-06-01'),
  ]
  assert.deepEqual(told(linesOfVersions('e1', states)), ['FR 2026-03-01 2027-05-31', 'DE,FR 2027-06-01 2028-12-31'])
  // The last run ends the window of what was agreed first; the amendment allows two runs more.
  const used = ['2026-05-01', '2026-06-01', '2026-07-01']
  const five = signed(readTerms({ ...more, runs: 5, event: { ...event, months: null }, broadcasts: used }, 'e1'), '2027-06-01')
  assert.deepEqual(told(linesOfVersions('e1', [...states, five])), ['FR 2026-03-01 2026-07-08', 'DE,FR 2027-06-01 2028-12-31'])
})

test('an event of another kind is another event', () => {
  const states = [signed(readTerms(france, 'e1')), signed(readTerms({ ...more, event: { kind: 'release', date: '2027-08-01' } }, 'e1'), '2027-06-01')] // prettier-ignore
  assert.deepEqual(told(linesOfVersions('e1', states)), ['FR 2026-01-01 2027-05-31', 'DE,FR 2027-08-01 2028-12-31'])
})
