import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import fc from 'fast-check'
import { allocate } from './allocate.ts'
import { money, total } from './money.ts'

const amounts = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
const weights = fc.array(fc.nat({ max: Number.MAX_SAFE_INTEGER }), { minLength: 1, maxLength: 40 })

test('shares add up to the whole, to the cent, whatever the weights', () => {
  fc.assert(
    fc.property(amounts, weights, (minor, shares) => {
      const parts = allocate(minor, shares)
      assert.equal(parts.length, shares.length)
      assert.equal(
        parts.reduce((sum, part) => sum + BigInt(part), 0n),
        BigInt(minor),
      )
    }),
    { numRuns: 2000 },
  )
})

test('nobody is more than one unit away from their exact share, and of two the heavier never has less', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 }), (minor, shares) => {
      const parts = allocate(minor, shares)
      const all = shares.reduce((sum, share) => sum + share, 0)
      for (const [at, part] of parts.entries()) {
        const exact = all === 0 ? minor / shares.length : (minor * shares[at]!) / all
        assert.ok(Math.abs(part - exact) < 1 + 1e-6, `${part} for ${exact}`)
        for (const [other, second] of parts.entries()) if (shares[at]! > shares[other]!) assert.ok(part >= second)
      }
    }),
    { numRuns: 1000 },
  )
})

test('of equal fractions the earlier gets the unit that is left; weights of nothing count the same', () => {
  assert.deepEqual(allocate(100, [1, 1, 1]), [34, 33, 33])
  assert.deepEqual(allocate(101, [1, 1, 1]), [34, 34, 33])
  assert.deepEqual(allocate(5, [0, 0]), [3, 2])
  assert.deepEqual(allocate(0, [3, 0]), [0, 0])
  assert.deepEqual(allocate(-100, [2, 1]), [-67, -33])
})

test('what cannot be divided is refused', () => {
  assert.throws(() => allocate(1, []), RangeError)
  assert.throws(() => allocate(0.5, [1]), RangeError)
  assert.throws(() => allocate(1, [-1, 2]), RangeError)
  assert.throws(() => allocate(1, [0.5]), RangeError)
})

test('amounts are whole, of one currency, and never a negative zero', () => {
  assert.throws(() => money('EUR', 0.1), RangeError)
  assert.throws(() => money('EURO', 1), RangeError)
  assert.ok(Object.is(money('EUR', -0).minor, 0))
  assert.throws(() => total('EUR', [money('USD', 1)]), RangeError)
  assert.deepEqual(total('JPY', []), { currency: 'JPY', minor: 0 })
})
