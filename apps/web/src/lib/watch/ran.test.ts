import assert from 'node:assert/strict'
import { test } from 'node:test'
import { running } from './ran.ts'

test('a film that runs on is one stretch, a jump begins another, a speed a third', () => {
  const ran = running()
  for (const at of [0, 0.25, 0.5, 1, 2]) ran.tick(at, 1)
  ran.tick(40, 1, true)
  for (const at of [40.5, 41]) ran.tick(at, 1)
  for (const at of [41, 42.5, 44]) ran.tick(at, 1.5)
  ran.stop()
  assert.deepEqual(ran.take(200), [[0, 2_000, 1], [40_000, 41_000, 1], [41_000, 44_000, 1.5]]) // prettier-ignore
  assert.deepEqual(ran.take(200), [])
})

test('what is taken while the film runs goes on from there, and a clock that stood still is no film', () => {
  const ran = running()
  ran.tick(10, 1)
  ran.tick(12, 1)
  assert.deepEqual(ran.take(200), [[10_000, 12_000, 1]])
  ran.tick(13, 1)
  assert.deepEqual(ran.take(200), [[12_000, 13_000, 1]])
  ran.tick(13, 1)
  assert.deepEqual(ran.take(200), [])
  ran.tick(30, 1)
  ran.tick(31, 1)
  assert.deepEqual(ran.take(200), [[30_000, 31_000, 1]], 'a laptop that slept watched nothing meanwhile')
  ran.tick(20, 1)
  ran.tick(21, 1)
  assert.deepEqual(ran.take(200), [[20_000, 21_000, 1]])
})

test('what did not arrive is taken again, before what ran since', () => {
  const ran = running()
  ran.tick(0, 1)
  ran.tick(2, 1)
  const lost = ran.take(200)
  ran.tick(3, 1)
  ran.giveBack(lost)
  assert.deepEqual(ran.take(1), [[0, 2_000, 1]])
  assert.deepEqual(ran.take(200), [[2_000, 3_000, 1]])
  assert.deepEqual(ran.take(200), [])
})
