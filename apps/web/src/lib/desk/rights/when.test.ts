import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asOfOf, isNow, NOW, whenOf, withWhen } from './when.ts'

const read = (query: string) => whenOf(new URLSearchParams(query))

test('a moment is read to the millisecond, in UTC where nothing else is said; a day is its end', () => {
  assert.deepEqual(read('at=2026-10-01T17:30:05.123Z&as=2026-10-01'), { at: '2026-10-01T17:30:05.123Z', as: '2026-10-01' })
  assert.equal(read('at=2026-10-01T17:30').at, '2026-10-01T17:30:00.000Z')
  assert.equal(read('at=2026-10-01T17:30:05%2B02:00').at, '2026-10-01T15:30:05.000Z')
  assert.equal(read('at=2026-10-01').at, '2026-10-01T23:59:59.999Z')
})

test('what cannot be read is not said', () => {
  for (const query of ['', 'at=&as=', 'at=soon&as=soon', 'at=2026-02-30T10:00Z&as=2026-02-30', 'at=2026-13-45T99:99&as=2026-13-01', 'at=2026-01-01T25:00Z', 'as=2026-1-1'])
    assert.deepEqual(read(query), NOW, query) // prettier-ignore
})

test('goes into an address and out of it again', () => {
  const when = { at: '2026-10-01T17:30:05.123Z', as: '2026-10-01' }
  assert.deepEqual(read(withWhen('t=Poland&x=1', when)), when)
  assert.equal(withWhen(withWhen('t=Poland&x=1', when), NOW), 't=Poland&x=1')
  assert.deepEqual(asOfOf(when), { asOf: { recordedAt: when.at, today: when.as } })
  assert.deepEqual([asOfOf(NOW), isNow(NOW), isNow(when)], [{}, true, false])
})
