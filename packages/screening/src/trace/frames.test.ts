import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Film, meanOf } from './frames.ts'

/** A film whose pictures are of one level each. */
const levels = (...all: number[]): Film =>
  async function* ({ fps, width, height }) {
    for (const [n, level] of all.entries())
      yield { seconds: n / fps, luma: new Uint8Array(width * height).fill(level), width, height }
  }

async function read(film: Film) {
  const seen: [number, number][] = []
  for await (const { seconds, luma } of film({ fps: 2, width: 4, height: 2 })) seen.push([seconds, luma[7]!])
  return seen
}

test('the mean of both variants is the picture without the mark, as far as both go', async () => {
  assert.deepEqual(await read(meanOf(levels(102, 50, 3), levels(98, 53))), [[0, 100], [0.5, 52]]) // prettier-ignore
  assert.deepEqual(await read(meanOf(levels(), levels(1))), [])
})
