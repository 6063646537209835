import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Described } from '../engine/described.ts'
import { downmix, soundOf } from './sound-job.ts'

const film = (...sound: [channels: number, language: string | null][]): Described => ({
  format: 'mov',
  seconds: 10,
  chapters: [],
  streams: sound.map(([channels, language], index) => ({
    index: index + 1,
    kind: 'sound',
    codec: 'aac',
    channels,
    rate: 48_000,
    language,
    title: null,
  })),
})

test('each stream of a master is a track; single channels are left and right, two by two', () => {
  assert.deepEqual(soundOf(film([2, 'fre'], [6, 'en'])), [
    { language: 'fra', streams: [1] },
    { language: 'eng', streams: [2] },
  ])
  assert.deepEqual(soundOf(film([1, 'deu'], [1, 'deu'], [1, 'fra'], [1, 'fra'])), [
    { language: 'deu', streams: [1, 2] },
    { language: 'fra', streams: [3, 4] },
  ])
  assert.deepEqual(soundOf(film([1, null])), [{ language: 'und', streams: [1] }])
  assert.deepEqual(soundOf(film()), [])
})

test('mixes any number of channels down to two', () => {
  assert.match(downmix(8), /c0<c0.*c7/)
  assert.equal(downmix(2), downmix(4))
})
