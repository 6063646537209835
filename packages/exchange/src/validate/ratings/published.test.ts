import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRatingSystems } from './published.ts'

const system = (name: string, country: string, rating: string, more = '') =>
  `<r:RatingSystem version="0"><r:RatingSystemID><r:Region><md:country>${country}</md:country></r:Region><r:System>${name}</r:System></r:RatingSystemID>
<r:AdoptiveRegion><md:country>${country}</md:country></r:AdoptiveRegion><r:Rating ratingID="${rating}"><r:Deprecated>true</r:Deprecated></r:Rating><r:Rating ratingID="ALL"/>${more}</r:RatingSystem>`
const list = (...systems: string[]) =>
  new TextEncoder().encode(
    `<?xml version="1.0"?>\n<!-- saved -->\n<r:RatingSystemSet xmlns:r="urn:r" xmlns:md="urn:md">${systems.join('\n')}</r:RatingSystemSet>\n`,
  )

test('a system is read of the published list when it is asked for, several of one name together', () => {
  const systems = readRatingSystems(
    list(
      system('Film', 'FR', '12', '<r:Reason><r:RatingReason reasonID="V"/></r:Reason>'),
      system('A &amp; B', 'GR', 'K'),
      system('Film', 'CH', '16'),
    ),
  )!
  assert.deepEqual(systems.of('Film'), [
    { regions: new Set(['FR']), ratings: new Set(['12', 'ALL']), former: new Set(['12']), reasons: new Set(['V']) },
    { regions: new Set(['CH']), ratings: new Set(['16', 'ALL']), former: new Set(['16']), reasons: null },
  ])
  assert.equal(systems.of('A & B').length, 1)
  assert.deepEqual(systems.of('FSK'), [])
  assert.equal(systems.complete, true)
})

test('what is not that list, or not the whole of it, is none; one that is damaged within says nothing of what it lacks', () => {
  const whole = list(system('Film', 'FR', '12'))
  assert.equal(readRatingSystems(whole.subarray(0, -30)), null)
  assert.equal(readRatingSystems(new TextEncoder().encode('<html><body/></html>')), null)
  assert.equal(readRatingSystems(list()), null)
  const damaged = readRatingSystems(list(system('Film', 'FR', '12', '<r:Reason>'), system('FSK', 'DE', '12')))!
  assert.equal(damaged.of('FSK').length, 1)
  assert.equal(damaged.complete, true)
  assert.deepEqual(damaged.of('Film'), [])
  assert.equal(damaged.complete, false)
})
