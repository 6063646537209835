import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { patternOf } from '../../mark/pattern.ts'
import { madeFilm } from '../../testing/made-film.ts'
import { drawsOf } from '../statistics/random.ts'
import { differenceOf, explainedOf } from './difference.ts'
import { blurredPlane, type Plane, planeOf } from './plane.ts'
import { SegmentSums } from './segment.ts'

const reelKey = createHash('sha256').update('a reel').digest()
const WIDTH = 320
const HEIGHT = 180

/** Three pictures a second of a film, six to a segment. */
const FILM = Array.from(madeFilm({ name: 'segments', width: WIDTH, height: HEIGHT, fps: 3, seconds: 40 }), (picture) =>
  planeOf(picture, WIDTH, HEIGHT),
)

/** Six pictures, with `sign` times the pattern, put through `change`; as they are read against the film. */
function read(index: number, sign: number, change: (picture: Plane) => Plane) {
  const pattern = patternOf(reelKey, index, WIDTH, HEIGHT)
  const random = drawsOf(`noise ${index}`)
  const sums = new SegmentSums(index)
  for (const film of FILM.slice(6 * index, 6 * index + 6)) {
    const marked = { ...film, data: film.data.map((level, i) => level + sign * (pattern[i]! - 128) + 6 * (random() - 0.5)) }
    const difference = differenceOf(change(marked), explainedOf(film), null, null)
    assert.ok(difference)
    sums.take(difference)
  }
  return sums.read(reelKey)!
}

const CHANGES: [string, (picture: Plane) => Plane][] = [
  ['as it is', (picture) => picture],
  ['darker, with less contrast', (picture) => ({ ...picture, data: picture.data.map((level) => 0.8 * level + 9) })],
  ['with another gamma', (picture) => ({ ...picture, data: picture.data.map((level) => 255 * (level / 255) ** 0.8) })],
  ['blurred', (picture) => blurredPlane(picture, 1)],
  [
    'cut off at the left',
    (picture) => ({ ...picture, data: picture.data.map((level, i) => (i % WIDTH < 60 ? Number.NaN : level)) }),
  ],
]

for (const [name, change] of CHANGES)
  test(`a segment is read: ${name}`, () => {
    for (const index of [0, 1]) {
      const a = read(index, 1, change)
      const b = read(index, -1, change)
      assert.ok(a.level < -5 * a.deviation && a.level > -1.3, `variant a: ${a.level} ± ${a.deviation}`)
      assert.ok(b.level > 5 * b.deviation && b.level < 1.3, `variant b: ${b.level} ± ${b.deviation}`)
    }
  })

test('where there is no mark, what is read is within what chance does', () => {
  let energy = 0
  for (let index = 0; index < 20; index++) {
    const { level, deviation } = read(index, 0, (picture) => picture)
    energy += (level / deviation) ** 2
  }
  // The sum of twenty squares of standard numbers: beyond these one time in a thousand, on either side.
  assert.ok(energy > 5.9 && energy < 50, String(energy))
})

test('another picture is not taken for the film’s', () => {
  assert.equal(differenceOf(FILM[0]!, explainedOf(FILM[60]!), null, null), null)
})

test('a segment of which too little is seen is not read', () => {
  const sums = new SegmentSums(0)
  sums.take({
    width: WIDTH,
    height: HEIGHT,
    data: Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => (i % WIDTH < 40 ? 0 : Number.NaN)),
  })
  assert.equal(sums.read(reelKey), null)
})
