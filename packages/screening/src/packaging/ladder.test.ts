import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ladderFor, seenSize } from './ladder.ts'

const ladder = (width: number, height: number) =>
  ladderFor({ width, height }, 25).map((step) => `${step.name} ${step.width}×${step.height}`)

test('goes down from the film’s own size, and never up', () => {
  assert.deepEqual(ladder(1920, 1080), ['1080p 1920×1080', '720p 1280×720', '480p 854×480', '360p 640×360'])
  assert.deepEqual(ladder(3840, 2160), ['1080p 1920×1080', '720p 1280×720', '480p 854×480', '360p 640×360'])
  assert.deepEqual(ladder(640, 360), ['360p 640×360'])
  assert.deepEqual(ladder(320, 180), ['180p 320×180'])
  assert.deepEqual(ladder(1000, 562), ['562p 1000×562', '360p 640×360'])
})

test('keeps the shape of wide, square and standing pictures, in even numbers', () => {
  assert.deepEqual(ladder(1920, 800), ['1080p 1920×800', '720p 1280×534', '480p 854×356', '360p 640×266'])
  assert.deepEqual(ladder(1080, 1920), ['1080p 1080×1920', '720p 720×1280', '480p 480×854', '360p 360×640'])
  for (const side of ladder(321, 181)[0]!.match(/\d+/g)!.map(Number)) assert.equal(side % 2, 0)
})

test('gives fewer bits to smaller pictures, and more to faster ones', () => {
  const slow = ladderFor({ width: 1920, height: 1080 }, 25)
  assert.deepEqual(
    slow.map(({ most }) => most),
    slow.map(({ most }) => most).toSorted((one, other) => other - one),
  )
  assert.ok(ladderFor({ width: 1920, height: 1080 }, 50)[0]!.most > slow[0]!.most)
  assert.ok(ladderFor({ width: 1920, height: 800 }, 25)[0]!.most < slow[0]!.most)
})

test('sees a picture upright, with square pixels', () => {
  const seen = (width: number, height: number, pixel: [number, number], rotation = 0) =>
    seenSize({ width, height, pixel, rotation })
  assert.deepEqual(seen(1920, 1080, [1, 1]), { width: 1920, height: 1080 })
  assert.deepEqual(seen(1920, 1080, [1, 1], 90), { width: 1080, height: 1920 })
  assert.deepEqual(seen(1440, 1080, [4, 3]), { width: 1920, height: 1080 })
  assert.equal(Math.round(seen(720, 576, [64, 45]).width), 1024)
  assert.deepEqual(seen(720, 480, [8, 9]), { width: 720, height: 540 })
})
