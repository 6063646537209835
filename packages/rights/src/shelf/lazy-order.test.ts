import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LazyOrder } from './lazy-order.ts'

const things = fc.array(fc.record({ exact: fc.integer({ min: 0, max: 9 }), less: fc.integer({ min: 0, max: 3 }) }))

test('things come in the order of their numbers, of equal ones the lower first', () => {
  fc.assert(
    fc.property(things, (all) => {
      const order = new LazyOrder(Float64Array.from(all, ({ exact, less }) => exact - less), (thing) => all[thing]!.exact) // prettier-ignore
      const listed: number[] = []
      for (let next = order.next(); next !== null; next = order.next()) listed.push(next.thing)
      assert.deepEqual(
        listed,
        [...all.keys()].sort((a, b) => all[a]!.exact - all[b]!.exact || a - b),
      )
    }),
    { numRuns: 2000, seed: 9 },
  )
})

test('what cannot come next is not reckoned', () => {
  const reckoned: number[] = []
  const order = new LazyOrder(Float64Array.from({ length: 1000 }, (_, thing) => thing), (thing) => {
    reckoned.push(thing)
    return thing + 2
  }) // prettier-ignore
  assert.equal(order.next()!.thing, 0)
  assert.deepEqual(reckoned, [0, 1, 2])
})
