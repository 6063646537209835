import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contrastWithWhite, legibleAccent } from './accent.ts'

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

test('every accent can be read on white, and a legible one is left as it is', () => {
  const hex = fc
    .tuple(...[0, 0, 0].map(() => fc.nat(255)))
    .map((rgb) => `#${rgb.map((c) => c.toString(16).padStart(2, '0')).join('')}`)
  fc.assert(
    fc.property(hex, (colour) => {
      assert.ok(contrastWithWhite(channels(legibleAccent(colour))) >= 4.5)
      if (contrastWithWhite(channels(colour)) >= 4.5) assert.equal(legibleAccent(colour), colour)
    }),
    { seed: 1 },
  )
})
