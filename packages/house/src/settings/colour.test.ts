import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contrast, inkOn, PAPER, readableOn, WASH } from './colour.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

test('any colour that a still lends can be read on both papers, and text can be read on it', () => {
  fc.assert(
    fc.property(colour, (hex) => {
      for (const paper of [...Object.values(PAPER), ...Object.values(WASH)]) {
        const accent = readableOn(hex, paper)
        assert.match(accent, /^#[0-9a-f]{6}$/)
        assert.ok(contrast(accent, paper) >= 4.5, `${hex} on ${paper} → ${accent}`)
        assert.ok(contrast(accent, inkOn(accent)) >= 4.5, `ink on ${accent}`)
      }
    }),
    { seed: 20201, numRuns: 2000 },
  )
})

test('a colour that is readable already is left as it is, but for rounding', () => {
  const [was, is] = ['#8a2b2b', readableOn('#8a2b2b', PAPER.light)]
  for (const i of [1, 3, 5]) assert.ok(Math.abs(parseInt(was.slice(i, i + 2), 16) - parseInt(is.slice(i, i + 2), 16)) <= 1)
})

test('what is not a colour gives the house’s own red', () => {
  assert.equal(readableOn('url(evil)', PAPER.light), readableOn('#8a2b2b', PAPER.light))
})
