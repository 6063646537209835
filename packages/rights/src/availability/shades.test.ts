import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { gridOn, type Shaded, shadesOn } from './shades.ts'

const region = (territories: string[], media: string[], status: Shaded['status'], from: string, to: string): Shaded => ({ territories: { leaves: territories }, media: { leaves: media }, from, to, status }) // prettier-ignore
const regions = [
  region(['FR'], ['svod'], 'blocked', '2027-01-01', '2027-06-30'),
  region(['FR'], ['svod'], 'available', '2027-07-01', '2028-12-31'),
  region(['FR', 'PL', 'CZ'], ['free-tv'], 'available', '2027-01-01', '2028-12-31'),
  region(['PL', 'CZ'], ['svod'], 'available', '2027-01-01', '2028-12-31'),
]

test('a territory is mixed where its media differ, on that day', () => {
  assert.deepEqual([...shadesOn(regions, '2027-03-01')], [['FR', 'mixed'], ['PL', 'available'], ['CZ', 'available']]) // prettier-ignore
  assert.equal(shadesOn(regions, '2027-03-01', 'svod').get('FR'), 'blocked')
  assert.equal(shadesOn(regions, '2028-03-01').get('FR'), 'available')
  assert.equal(shadesOn(regions, '2029-03-01').size, 0)
})

test('alike territories share a row of the grid', () => {
  assert.deepEqual(gridOn(regions, ['free-tv', 'svod'], '2027-03-01'), [
    { leaves: ['CZ', 'PL'], cells: ['available', 'available'] },
    { leaves: ['FR'], cells: ['available', 'blocked'] },
  ])
})
