/**
 * How the picture of a clip lies over the film’s: first every likely scale, place and slant is tried on tiny pictures; the best few are then
 * improved by least squares (B. Lucas and T. Kanade, 1981), on several pairs of pictures at once, at growing sizes.
 */
import type { Area } from '../time/print.ts'
import { blurredPlane, halvedPlane, type Plane, slopePlane } from './plane.ts'
import { spreadOf } from './spread.ts'
import { solve } from './solve.ts'
import { SAME, type Transform, transformOf, warped } from './transform.ts'

/** A picture of the film and the clip’s picture of the same moment, of the same size. */
export interface Pair {
  film: Plane
  clip: Plane
}

/** How alike pictures are that lie well over each other, at least. */
export const ALIKE = 0.6

/** Parts of the film’s picture that a clip may leave out. */
const SHOWS = 0.35

const SCALES = [0.62, 0.72, 0.82, 0.91, 1, 1.1, 1.22]
const ANGLES = [-2, 0, 2].map((degrees) => (degrees * Math.PI) / 180)
const MOVES_X = Array.from({ length: 11 }, (_, i) => (i - 5) * 0.04)
const MOVES_Y = Array.from({ length: 9 }, (_, i) => (i - 4) * 0.05)
const KEPT = 12

/** The first guess, on pictures of the print’s size; null where the clip shows another picture. */
export function roughly(pairs: readonly Pair[], area: Area): Transform | null {
  const small = pairs.map(({ film, clip }) => ({ film: halvedPlane(film), clip: halvedPlane(clip) }))
  const middleX = (area.left + area.right) / 2 - 0.5
  const middleY = (area.top + area.bottom) / 2 - 0.5
  const wide = area.right - area.left
  const high = area.bottom - area.top
  const tried: { transform: Transform; alike: number }[] = []
  const put = (transform: Transform) => tried.push({ transform, alike: likenessOf(small, transform, area, 2) })
  put(SAME)
  for (const scaleX of SCALES)
    for (const scaleY of SCALES)
      for (const angle of Math.abs(scaleX - scaleY) > 0.15 ? [0] : ANGLES)
        for (const x of MOVES_X)
          for (const y of MOVES_Y) put(transformOf(scaleX * wide, scaleY * high, middleX + x, middleY + y, angle))
  const best = tried
    .toSorted((one, other) => other.alike - one.alike)
    .slice(0, KEPT)
    .map(({ transform }) => refined(pairs, refined(small, transform, area, 12), area, 12))
    .map((transform) => ({ transform, alike: likenessOf(pairs, transform, area) }))
    .toSorted((one, other) => other.alike - one.alike)[0]!
  return best.alike >= ALIKE ? best.transform : null
}

/** The guess improved on larger pictures. */
export function exactly(pairs: readonly Pair[], guess: Transform, area: Area): Transform {
  const half = pairs.map(({ film, clip }) => ({ film: halvedPlane(film), clip: halvedPlane(clip) }))
  const soft = half.map(({ film, clip }) => ({ film: blurredPlane(film, 2), clip: blurredPlane(clip, 2) }))
  return refined(pairs, refined(half, refined(soft, guess, area, 12), area, 10), area, 8)
}

/** Mean likeness of the pairs under a transform: 1 where brightness differs by gain and offset alone. Looks at one sample in `every`² */
export function likenessOf(pairs: readonly Pair[], transform: Transform, area: Area, every = 1): number {
  let sum = 0
  for (const { film, clip } of pairs) {
    const over = every === 1 ? warped(clip, transform, area, film.width, film.height) : null
    const size = Math.ceil(film.width / every)
    const rows = Math.ceil(film.height / every)
    const thin = over ?? warped(clip, transform, area, size, rows)
    let n = 0
    let a = 0
    let b = 0
    let aa = 0
    let bb = 0
    let ab = 0
    for (let y = 0; y < thin.height; y++)
      for (let x = 0; x < thin.width; x++) {
        const there = thin.data[y * thin.width + x]!
        if (Number.isNaN(there)) continue
        const at =
          Math.min(film.height - 1, Math.floor((y + 0.5) * every)) * film.width +
          Math.min(film.width - 1, Math.floor((x + 0.5) * every))
        const here = film.data[at]!
        n++
        a += here
        b += there
        aa += here * here
        bb += there * there
        ab += here * there
      }
    if (n < SHOWS * thin.data.length) return -1
    sum += (ab - (a * b) / n) / Math.sqrt(Math.max(1, (aa - (a * a) / n) * (bb - (b * b) / n)))
  }
  return sum / pairs.length
}

/** Steps of least squares towards the transform under which the pairs differ least; gain and offset are each pair’s own. */
function refined(pairs: readonly Pair[], guess: Transform, area: Area, steps: number): Transform {
  const slopes = pairs.map(({ clip }) => ({ x: slopePlane(clip, 'x'), y: slopePlane(clip, 'y') }))
  let transform = guess
  for (let step = 0; step < steps; step++) {
    const matrix = new Float64Array(36)
    const right = new Float64Array(6)
    pairs.forEach((pair, n) => add(pair, slopes[n]!, transform, area, matrix, right))
    for (let i = 0; i < 6; i++) matrix[i * 6 + i]! *= 1.001
    const change = solve(matrix, right, 6)
    if (!change) return transform
    const next = transform.map((value, i) => value + change[i]!) as Transform
    // A step that leaves the picture is none; one that moves a corner by less than a hundredth of a sample is the last.
    if (
      Math.abs(next[0] - guess[0]) > 0.35 ||
      Math.abs(next[4] - guess[4]) > 0.35 ||
      next.some((value) => !Number.isFinite(value))
    )
      return transform
    transform = next
    if (change.reduce((most, value) => Math.max(most, Math.abs(value)), 0) * pairs[0]!.film.width < 0.01) break
  }
  return transform
}

function add(
  { film, clip }: Pair,
  slopes: { x: Plane; y: Plane },
  transform: Transform,
  area: Area,
  matrix: Float64Array,
  right: Float64Array,
) {
  const { width, height } = film
  const over = warped(clip, transform, area, width, height)
  const { gain, offset, spread } = fitted(film, over)
  const slopeX = warped(slopes.x, transform, area, width, height).data
  const slopeY = warped(slopes.y, transform, area, width, height).data
  const row = new Float64Array(6)
  for (let y = 0; y < height; y++) {
    const v = (y + 0.5) / height - 0.5
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const there = over.data[at]!
      if (Number.isNaN(there)) continue
      const u = (x + 0.5) / width - 0.5
      const off = gain * film.data[at]! + offset - there
      // Large differences are something else than a shift, and weigh less.
      const weight = 1 / (1 + (off / spread) ** 2)
      const gx = slopeX[at]! * clip.width
      const gy = slopeY[at]! * clip.height
      row[0] = gx * u
      row[1] = gx * v
      row[2] = gx
      row[3] = gy * u
      row[4] = gy * v
      row[5] = gy
      for (let i = 0; i < 6; i++) {
        right[i]! += weight * row[i]! * off
        for (let j = 0; j <= i; j++) matrix[i * 6 + j]! += weight * row[i]! * row[j]!
      }
    }
  }
}

/** Gain and offset from one picture to the other, and how far off they are then. */
function fitted(film: Plane, over: Plane) {
  const { n, film: a, over: b, filmVaries, overVaries, together } = spreadOf(film, over)
  const gain = filmVaries > 0 ? together / filmVaries : 1
  const offset = (b - gain * a) / Math.max(1, n)
  const rest = Math.max(0, overVaries - gain * together) / Math.max(1, n)
  return { gain, offset, spread: Math.max(1, Math.sqrt(rest)) }
}
