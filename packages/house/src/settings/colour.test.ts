import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contrast, readableOn } from './colour.ts'

const [LIGHT, DARK] = ['#ffffff', '#111113']

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

test('any colour that a still lends can be read on a light paper and on a dark one', () => {
  fc.assert(
    fc.property(colour, (hex) => {
      for (const paper of [LIGHT, DARK]) {
        const accent = readableOn(hex, paper)
        assert.match(accent, /^#[0-9a-f]{6}$/)
        assert.ok(contrast(accent, paper) >= 4.5, `${hex} on ${paper} → ${accent}`)
      }
    }),
    { seed: 20201, numRuns: 2000 },
  )
})

test('a colour that is readable already is left as it is, but for rounding', () => {
  const [was, is] = ['#8a2b2b', readableOn('#8a2b2b', LIGHT)]
  for (const i of [1, 3, 5]) assert.ok(Math.abs(parseInt(was.slice(i, i + 2), 16) - parseInt(is.slice(i, i + 2), 16)) <= 1)
})

test('what is not a colour gives the house’s own red', () => {
  assert.equal(readableOn('url(evil)', LIGHT), readableOn('#8a2b2b', LIGHT))
})
