import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contrast, readableOn } from '@vitrine/house/settings/colour'
import { inkOn, PAPER, WASH } from './accent.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

test('any colour that a still lends can be read on both papers and what lies on them, and text can be read on it', () => {
  fc.assert(
    fc.property(colour, (hex) => {
      for (const paper of [...Object.values(PAPER), ...Object.values(WASH)]) {
        const accent = readableOn(hex, paper)
        assert.ok(contrast(accent, paper) >= 4.5, `${hex} on ${paper} → ${accent}`)
        assert.ok(contrast(accent, inkOn(accent)) >= 4.5, `ink on ${accent}`)
      }
    }),
    { seed: 20201, numRuns: 2000 },
  )
})
