import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OwnSale } from '@vitrine/house'
import { isOver, soldIn, soldMap } from './sold-map.ts'

const sale = (territories: string[], media: string[], exclusive: boolean, lastDay: string | null = '2029-12-31'): OwnSale => ({ id: 'x', company: 'Kanal', reference: null, signedOn: null, exclusive, runs: null, what: '', boxes: [{ territories: { text: '', leaves: territories }, media: { text: '', leaves: media }, languages: { text: '', leaves: ['all'] }, cuts: null, cutsExcept: null, cutText: null, from: null, to: lastDay }], firstDay: '2026-01-01', lastDay, undated: false, ended: false, price: null, instalments: [] }) // prettier-ignore
const TODAY = '2026-11-26'

test('a territory is sold exclusively where one licence is exclusive, whichever is read first; what is over is not sold', () => {
  const sales = [sale(['DE', 'PL'], ['free-tv'], false), sale(['DE'], ['svod'], true), sale(['FR'], ['free-tv'], true, '2026-11-25'), sale(['IT'], ['inflight'], false, null)] // prettier-ignore
  const told = (all: typeof sales, media: Parameters<typeof soldIn>[1]) => Object.fromEntries(soldIn(all, media, TODAY))
  assert.deepEqual(told(sales, 'all'), { DE: 'exclusive', PL: 'shared', IT: 'shared' })
  assert.deepEqual(told(sales.toReversed(), 'all'), { IT: 'shared', DE: 'exclusive', PL: 'shared' })
  assert.deepEqual(told(sales, 'tv'), { DE: 'shared', PL: 'shared' })
  assert.deepEqual(told(sales, 'vod'), { DE: 'exclusive' })
  assert.deepEqual(told(sales, 'other'), { IT: 'shared' })
  assert.deepEqual([isOver(sales[2]!, TODAY), isOver(sales[3]!, TODAY), isOver({ lastDay: TODAY, undated: false }, TODAY)], [true, false, false]) // prettier-ignore
})

test('the map names what is sold, and draws a country too small for it as a dot', () => {
  const map = soldMap([sale(['DE', 'SG'], ['free-tv'], true)], 'all', TODAY, 'fr')
  assert.deepEqual(map.lands.filter(({ how }) => how === 'exclusive').map(({ name }) => name), ['Allemagne']) // prettier-ignore
  assert.deepEqual(map.dots.map(({ how, name }) => [how, name]), [['exclusive', 'Singapour']]) // prettier-ignore
  assert.ok(map.lands.length > 150)
})
