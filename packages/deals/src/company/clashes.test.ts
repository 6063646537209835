import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Appointment, clashes } from './clashes.ts'

const at = (id: string, fromMinute: number, toMinute: number, people: string[], day = '2027-04-12'): Appointment => ({ id, day, fromMinute, toMinute, people }) // prettier-ignore

test('one person in two places', () => {
  const found = clashes([at('a', 600, 630, ['u', 'v']), at('b', 615, 645, ['v']), at('c', 615, 645, ['w']), at('d', 600, 630, ['u'], '2027-04-13')]) // prettier-ignore
  assert.deepEqual([...found], [['a', [{ id: 'b', people: ['v'] }]], ['b', [{ id: 'a', people: ['v'] }]]]) // prettier-ignore
})

test('one after the other is no clash', () => {
  assert.equal(clashes([at('a', 600, 630, ['u']), at('b', 630, 660, ['u'])]).size, 0)
})

test('the same as looking at every two', () => {
  const one = fc.record({ from: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 1, max: 20 }), day: fc.constantFrom('2027-04-12', '2027-04-13'), people: fc.subarray(['u', 'v', 'w']) }) // prettier-ignore
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (made) => {
      const all = made.map(({ from, length, day, people }, n) => at(String(n), from, from + length, people, day))
      const naive = all.flatMap((a) => all.filter((b) => a !== b && a.day === b.day && a.fromMinute < b.toMinute && b.fromMinute < a.toMinute && a.people.some((person) => b.people.includes(person))).map((b) => `${a.id}-${b.id}`)) // prettier-ignore
      const found = [...clashes(all)].flatMap(([id, others]) => others.map((other) => `${id}-${other.id}`))
      assert.deepEqual(found.toSorted(), naive.toSorted())
    }),
  )
})
