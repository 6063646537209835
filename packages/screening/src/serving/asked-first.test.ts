import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reelForTest } from '../testing/reel.ts'
import { addressesOf } from './addresses.ts'
import { askedFirst } from './asked-first.ts'

test('what a player asks for first is the smallest size and the sound that suits; all of it is there', () => {
  const reel = reelForTest()
  const first = askedFirst(reel, 'eng')
  assert.deepEqual(first, [
    'index.m3u8',
    'video/360p/index.m3u8',
    'video/360p/init.mp4',
    'sound/eng/index.m3u8',
    'sound/eng/init.mp4',
  ])
  const at = addressesOf(reel)
  for (const path of first) assert.notEqual(at(path), null, path)
})

test('a film without sound has nothing of sound', () => {
  assert.deepEqual(askedFirst(reelForTest(2, { sound: [] }), null), [
    'index.m3u8',
    'video/360p/index.m3u8',
    'video/360p/init.mp4',
  ])
})
