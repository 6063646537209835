import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeFilm } from '../../testing/made-film.ts'
import { type Plane, planeOf } from './plane.ts'
import { exactly, type Pair, roughly } from './register.ts'
import { type Transform, transformOf, warped } from './transform.ts'

const WHOLE = { left: 0, top: 0, right: 1, bottom: 1 }

/** Pictures of several shots. */
function pictures(width: number, height: number): Plane[] {
  const all: Plane[] = []
  let n = 0
  for (const picture of madeFilm({ name: 'registering', width, height, fps: 1, seconds: 60 }))
    if (n++ % 8 === 0) all.push(planeOf(picture, width, height))
  return all
}

/** A clip whose picture lies over the film’s by this transform: the film seen the other way. What the film does not show is grey. */
function seen(film: Plane, [a, b, c, d, e, f]: Transform): Plane {
  const size = a * e - b * d
  const back: Transform = [e / size, -b / size, (b * f - e * c) / size, -d / size, a / size, (d * c - a * f) / size]
  const clip = warped(film, back, WHOLE, film.width, film.height)
  return { ...clip, data: clip.data.map((level) => (Number.isNaN(level) ? 100 : 0.9 * level + 12)) }
}

/** How far a corner is from where it should be, in samples. */
const off = (one: Transform, other: Transform, width: number) =>
  Math.max(
    ...[-0.4, 0.4].flatMap(
      (u) =>
      [-0.4, 0.4].map((v) => Math.hypot((one[0] - other[0]) * u + (one[1] - other[1]) * v + one[2] - other[2], (one[3] - other[3]) * u + (one[4] - other[4]) * v + one[5] - other[5]) * width), // prettier-ignore
    ),
  )

const CASES: [string, Transform][] = [
  ['the same', transformOf(1, 1, 0, 0, 0)],
  ['cropped by 6 %', transformOf(1 / 0.94, 1 / 0.94, 0, 0, 0)],
  ['cropped by 10 % and turned by 1°', transformOf(1 / 0.9, 1 / 0.9, 0, 0, Math.PI / 180)],
  ['cropped at one side', transformOf(1.12, 1, 0.055, 0, 0)],
  ['squeezed', transformOf(0.8, 1, 0, 0, 0)],
]

for (const [name, transform] of CASES)
  test(`a picture is laid over the film: ${name}`, () => {
    const small = pictures(64, 36).map((film): Pair => ({ film, clip: seen(film, transform) }))
    const guess = roughly(small, WHOLE)
    assert.ok(guess, 'found')
    assert.ok(off(guess, transform, 64) < 0.6, `${off(guess, transform, 64)} samples off`)
    const large = pictures(320, 180).map((film): Pair => ({ film, clip: seen(film, transform) }))
    const exact = exactly(large, guess, WHOLE)
    assert.ok(off(exact, transform, 320) < 0.25, `${off(exact, transform, 320)} samples off`)
  })

test('the picture of another film is not laid over it', () => {
  const films = pictures(64, 36)
  assert.equal(roughly(films.map((film, n) => ({ film, clip: films[(n + 3) % films.length]! })), WHOLE), null) // prettier-ignore
})
