import assert from 'node:assert/strict'
import { test } from 'node:test'
import { running } from './ran.ts'

const film = () => {
  const ran = running()
  const at = (...places: number[]) => places.forEach((place) => ran.tick(place, 1, 'fr', null))
  return { ran, at, played: () => ran.untold(200).played.map(([from, to, speed]) => [from, to, speed]) }
}

test('a film that runs on is one stretch; a jump begins another, and so do a speed and a language', () => {
  const { ran, at, played } = film()
  at(0, 0.25, 0.5, 1, 2)
  ran.tick(40, 1, 'fr', null, true)
  at(40.5, 41)
  for (const place of [41, 42.5, 44]) ran.tick(place, 1.5, 'fr', null)
  for (const place of [44, 45]) ran.tick(place, 1.5, 'fr', 'en')
  ran.stop()
  assert.deepEqual(played(), [[0, 2_000, 1], [40_000, 41_000, 1], [41_000, 44_000, 1.5], [44_000, 45_000, 1.5]]) // prettier-ignore
  assert.deepEqual(
    ran.untold(200).played.map(([, , , ...words]) => words),
    [['fr', null], ['fr', null], ['fr', null], ['fr', 'en']], // prettier-ignore
  )
})

test('what ran between two looks at the clock ran at the speed and in the language that were left', () => {
  const { ran, at, played } = film()
  at(0, 1)
  ran.tick(1.2, 2, 'fr', null)
  ran.tick(1.9, 2, 'fr', 'en')
  ran.tick(2.5, 2, 'fr', 'en')
  ran.tick(60, 1, 'fr', null)
  assert.deepEqual(played(), [[0, 1_200, 1], [1_200, 1_900, 2], [1_900, 2_500, 2]]) // prettier-ignore
})

test('what is told while the film runs goes on from there, and a clock that stood still is no film', () => {
  const { ran, at, played } = film()
  at(10, 12)
  assert.deepEqual(played(), [[10_000, 12_000, 1]])
  ran.written(2_000)
  assert.deepEqual(played(), [])
  at(13)
  assert.deepEqual(ran.untold(200), { before: 2_000, played: [[12_000, 13_000, 1, 'fr', null]] })
  ran.written(3_000)
  at(13)
  assert.deepEqual(played(), [])
  at(30, 31)
  assert.deepEqual(played(), [[30_000, 31_000, 1]], 'a laptop that slept watched nothing meanwhile')
  at(20, 21)
  assert.deepEqual(played(), [[30_000, 31_000, 1], [20_000, 21_000, 1]]) // prettier-ignore
})

test('what is not known to be written is told again, and what is never', () => {
  const { ran, at, played } = film()
  at(0, 2, 4)
  ran.stop()
  at(60, 62)
  assert.deepEqual(ran.untold(1), { before: 0, played: [[0, 4_000, 1, 'fr', null]] })
  ran.written(0)
  assert.deepEqual(played(), [[0, 4_000, 1], [60_000, 62_000, 1]]) // prettier-ignore
  ran.written(1_500)
  assert.deepEqual(ran.untold(200), { before: 1_500, played: [[1_500, 4_000, 1, 'fr', null], [60_000, 62_000, 1, 'fr', null]] }) // prettier-ignore
  ran.written(5_000)
  ran.written(3_000) // an answer that comes late
  at(63)
  assert.deepEqual(ran.untold(200), { before: 5_000, played: [[61_000, 63_000, 1, 'fr', null]] })
})
