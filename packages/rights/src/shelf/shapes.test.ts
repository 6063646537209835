import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CutSet } from '../box/cut-set.ts'
import { LanguageSet } from '../languages/language-set.ts'
import { LEAVES } from '../territories/leaves.ts'
import { TerritorySet } from '../territories/territory-set.ts'
import { FLAGS, Shapes } from './shapes.ts'

test('shapes are found again, alike ones once, however many come and go', () => {
  const step = fc.record({ flags: fc.integer({ min: 0, max: FLAGS }), leaf: fc.integer({ min: 0, max: 39 }), goes: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { minLength: 200, maxLength: 900 }), (steps) => {
      const shapes = new Shapes()
      const held = new Map<string, { shape: number; uses: number }>()
      for (const { flags, leaf, goes } of steps) {
        const key = `${flags} ${leaf}`
        const known = held.get(key)
        if (goes && known) {
          shapes.release(known.shape)
          if (--known.uses === 0) held.delete(key)
          continue
        }
        const shape = shapes.take(flags, TerritorySet.of([LEAVES[leaf]!]), 1 << (leaf % 3), LanguageSet.all, CutSet.all)
        if (known) assert.equal(shape, known.shape)
        else assert.ok([...held.values()].every((other) => other.shape !== shape))
        held.set(key, { shape, uses: (known?.uses ?? 0) + 1 })
      }
      for (const { shape, uses } of held.values()) assert.equal(shapes.uses[shape], uses)
      assert.equal(shapes.territorySets.size, new Set([...held.keys()].map((key) => key.split(' ')[1])).size)
    }),
    { numRuns: 200, seed: 12 },
  )
})
