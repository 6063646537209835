import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { OrdSet, bitsFor, ordsOf } from './ord-set.ts'

const SIZE = 3_000

function bitsOf(ords: Iterable<number>): Uint32Array {
  const bits = bitsFor(SIZE)
  for (const ord of ords) bits[ord >>> 5]! |= 1 << (ord & 31)
  return bits
}

test('a set of ords is what a Set is, few or many, whatever comes and goes', () => {
  const ord = fc.nat(SIZE - 1)
  fc.assert(
    fc.property(
      fc.array(ord, { maxLength: 400, size: 'max' }),
      fc.array(ord, { maxLength: 300, size: 'max' }),
      fc.array(ord, { maxLength: 400, size: 'max' }),
      (given, taken, others) => {
        const set = new OrdSet()
        const model = new Set<number>()
        for (const one of given) {
          if (!model.has(one)) set.add(one)
          model.add(one)
        }
        for (const one of taken) if (model.delete(one)) set.delete(one)
        assert.equal(set.countIn(bitsOf(others)), new Set(others.filter((one) => model.has(one))).size)
        const bits = bitsFor(SIZE)
        set.addTo(bits)
        assert.deepEqual(
          [...ordsOf(bits, SIZE)],
          [...model].toSorted((a, b) => a - b),
        )
      },
    ),
    { numRuns: 300, seed: 31 },
  )
})

test('the last bit of a word and bits beyond the question are nobody', () => {
  const set = new OrdSet()
  for (let ord = 0; ord < 200; ord++) set.add(ord)
  assert.equal(set.countIn(bitsOf([31, 32, 63, 199, 200, 2_999])), 4)
  const few = bitsFor(40)
  set.addTo(few)
  assert.deepEqual(
    [...ordsOf(few, 64)].slice(0, 40),
    Array.from({ length: 40 }, (_, n) => n),
  )
})
