import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DealView, OfferView } from '@vitrine/house'
import { mapsOf } from './maps-of.ts'

const titles = [{ id: 'salt', title: 'Salt' }, { id: 'storni', title: 'Storni' }] // prettier-ignore
const box = { media: { text: 'Free TV' }, from: '2027-01-01', to: '2029-12-31' }
const offer = (state: OfferView['state'], ...films: string[]) => ({ state, lines: films.map((titleId) => ({ titleId, title: titles.find(({ id }) => id === titleId)!.title, boxes: [box] })) }) // prettier-ignore
const films = (...offers: ReturnType<typeof offer>[]) => mapsOf({ titles, offers } as unknown as DealView).map(({ title }) => title) // prettier-ignore

test('a deal without an offer leads to the map of every film that it is about', () => {
  assert.deepEqual(mapsOf({ titles, offers: [] }), [{ title: 'Salt', query: 'salt' }, { title: 'Storni', query: 'storni' }]) // prettier-ignore
})

test('a film that was taken out of the offer is not looked at any more', () => {
  assert.deepEqual(films(offer('live', 'salt'), offer('superseded', 'salt', 'storni')), ['Salt'])
})

test('what was accepted stands, whatever is written after it; else what is live; else the last version', () => {
  assert.deepEqual(films(offer('draft', 'storni'), offer('live', 'salt'), offer('accepted', 'salt', 'storni')), ['Salt', 'Storni']) // prettier-ignore
  assert.deepEqual(films(offer('draft', 'storni'), offer('live', 'salt')), ['Salt'])
  assert.deepEqual(films(offer('declined', 'storni'), offer('superseded', 'salt')), ['Storni'])
})

test('a film of two lines is named once, with the media and the days of its first', () => {
  const [map, ...more] = mapsOf({ titles, offers: [offer('live', 'salt', 'salt')] } as unknown as DealView)
  assert.deepEqual(more, [])
  assert.equal(map!.query.split('?')[0], 'salt')
  assert.match(map!.query, /from=2027-01-01&to=2029-12-31/)
})
