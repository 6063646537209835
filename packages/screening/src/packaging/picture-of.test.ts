import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Described, DescribedPicture } from '../engine/described.ts'
import { EngineFailure } from '../engine/failure.ts'
import { LONGEST, pictureOf } from './picture-of.ts'

const film = (width: number, height: number, seconds = 60): Described => ({
  format: 'mov',
  seconds,
  chapters: [],
  streams: [{ index: 0, kind: 'picture', width, height, colour: {}, dolbyVision: null } as unknown as DescribedPicture],
})
const failsWith = (reason: string) => (error: unknown) => error instanceof EngineFailure && error.reason === reason

test('takes any picture that a film can have', () => {
  assert.equal(pictureOf(film(16, 16)).width, 16)
  assert.equal(pictureOf(film(8192, 4320)).height, 4320)
  assert.equal(pictureOf(film(16, 16, LONGEST)).width, 16)
})

test('refuses sizes and lengths that no film has before anything is decoded', () => {
  assert.throws(() => pictureOf(film(1920, 1080, LONGEST + 1)), failsWith('too-long'))
  assert.throws(() => pictureOf(film(65_535, 65_535)), failsWith('too-large'))
  assert.throws(() => pictureOf(film(0, 0)), failsWith('no-picture'))
  assert.throws(() => pictureOf({ ...film(1, 1), streams: [] }), failsWith('no-picture'))
})
