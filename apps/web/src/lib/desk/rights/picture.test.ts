import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RegionView } from '@vitrine/house'
import { dayAfter, daysBetween, frameOf, timelineOf, turningDays } from './picture.ts'

const region = (territories: string[], media: string[], status: RegionView['status'], from: string, to: string): RegionView => ({
  territories: { text: territories.join(), leaves: territories }, media: { text: media.join(), leaves: media }, languages: { text: 'all', leaves: ['all'], except: null },
  cuts: null, cutsExcept: null, cutText: null, from, to, status, because: [], undated: false,
}) // prettier-ignore
const regions = [
  region(['FR'], ['svod'], 'blocked', '2027-01-01', '2027-06-30'),
  region(['FR'], ['svod'], 'available', '2027-07-01', '2028-12-31'),
  region(['FR', 'PL', 'CZ'], ['free-tv'], 'available', '2027-01-01', '2028-12-31'),
  region(['PL', 'CZ'], ['svod'], 'available', '2027-01-01', '2028-12-31'),
]

test('bars of one place stand in one row, cut to the picture', () => {
  const rows = timelineOf(regions, '2027-02-01', '2027-12-31')
  assert.deepEqual(rows.map(({ where, bars }) => [where.territories.text, bars.map(({ from, to }) => [from, to])]), [
    ['FR,PL,CZ', [['2027-02-01', '2027-12-31']]],
    ['PL,CZ', [['2027-02-01', '2027-12-31']]],
    ['FR', [['2027-02-01', '2027-06-30'], ['2027-07-01', '2027-12-31']]],
  ]) // prettier-ignore
  assert.deepEqual(turningDays(regions, '2027-01-01', '2028-12-31'), ['2027-01-01', '2027-07-01'])
})

test('days are counted over leap days and changes of the clock', () => {
  assert.equal(daysBetween('2028-02-28', '2028-03-01'), 2)
  assert.equal(dayAfter('2027-03-27', 2), '2027-03-29')
})

test('a map shows where the places are, in its own proportions, and never what is not on it', () => {
  const world = { width: 960, height: 468 }
  assert.deepEqual(frameOf([], world), [0, 0, 960, 468])
  assert.deepEqual(frameOf([[10, 10, 900, 400]], world), [0, 0, 960, 468], 'most of the world is the world')
  for (const places of [
    [[400, 100, 440, 140]],
    [[0, 0, 5, 5]],
    [[950, 460, 960, 468]],
    [
      [400, 100, 440, 140],
      [500, 90, 600, 200],
    ],
  ] as const) {
    const [left, top, right, bottom] = frameOf(places, world)
    assert.ok(Math.abs((right - left) / (bottom - top) - 960 / 468) < 1e-9)
    assert.ok(left >= 0 && top >= 0 && right <= 960 + 1e-9 && bottom <= 468 + 1e-9)
    for (const [l, t, r, b] of places) assert.ok(left <= l && top <= t && r <= right + 1e-9 && b <= bottom + 1e-9)
  }
})
