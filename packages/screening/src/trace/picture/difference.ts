/**
 * What is left of a clip’s picture when all that the film explains is taken from it: gain, gamma, blur or sharpening, a mixture with the
 * picture before or after, a registration that is a little off. Each is a picture of its own, and least squares say how much of it there is;
 * the mark is none of them.
 */
import { blurredPlane, type Plane, slopePlane } from './plane.ts'
import { solve } from './solve.ts'

/** A picture of the film with what is reckoned from it, once. */
export interface Explained {
  picture: Plane
  soft: Float32Array
  softer: Float32Array
  squared: Float32Array
  slopeX: Float32Array
  slopeY: Float32Array
}

export function explainedOf(picture: Plane): Explained {
  return {
    picture,
    soft: blurredPlane(picture, 1).data,
    softer: blurredPlane(picture, 3).data,
    squared: squaredOf(picture.data),
    slopeX: slopePlane(picture, 'x').data,
    slopeY: slopePlane(picture, 'y').data,
  }
}

function squaredOf(levels: Float32Array): Float32Array {
  const squared = new Float32Array(levels.length)
  for (let at = 0; at < squared.length; at++) squared[at] = (levels[at]! * levels[at]!) / 255
  return squared
}

/** Parts of a clip’s picture that the film must explain, for it to be the same picture. */
const EXPLAINS = 0.3

const TERMS = 13

/**
 * The difference between the clip’s picture, laid over the film’s, and what explains it; NaN where the clip shows nothing. Null where this is
 * not the same picture.
 */
export function differenceOf(over: Plane, now: Explained, before: Plane | null, after: Plane | null): Plane | null {
  const { width, height } = over
  const matrix = new Float64Array(TERMS * TERMS)
  const right = new Float64Array(TERMS)
  const row = new Float64Array(TERMS)
  const fill = (at: number, u: number, v: number) => {
    const level = now.picture.data[at]!
    const gx = now.slopeX[at]!
    const gy = now.slopeY[at]!
    row[0] = 1
    row[1] = level
    row[2] = now.soft[at]!
    row[3] = now.softer[at]!
    row[4] = now.squared[at]!
    row[5] = before ? before.data[at]! - level : 0
    row[6] = after ? after.data[at]! - level : 0
    row[7] = gx
    row[8] = gy
    row[9] = u * gx
    row[10] = v * gx
    row[11] = u * gy
    row[12] = v * gy
  }
  let n = 0
  let sum = 0
  let squares = 0
  // One sample in four says as much as all.
  for (let y = 0; y < height; y += 2)
    for (let x = y & 2 ? 1 : 0; x < width; x += 2) {
      const at = y * width + x
      const there = over.data[at]!
      if (Number.isNaN(there)) continue
      fill(at, (x + 0.5) / width - 0.5, (y + 0.5) / height - 0.5)
      n++
      sum += there
      squares += there * there
      for (let i = 0; i < TERMS; i++) {
        right[i]! += row[i]! * there
        for (let j = 0; j <= i; j++) matrix[i * TERMS + j]! += row[i]! * row[j]!
      }
    }
  if (n < 500) return null
  for (let i = 0; i < TERMS; i++) matrix[i * TERMS + i]! = matrix[i * TERMS + i]! * 1.00001 + 0.01 * n
  const weights = solve(matrix, right, TERMS)
  if (!weights) return null
  const out = new Float32Array(width * height)
  let rest = 0
  let count = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const there = over.data[at]!
      if (Number.isNaN(there)) {
        out[at] = Number.NaN
        continue
      }
      fill(at, (x + 0.5) / width - 0.5, (y + 0.5) / height - 0.5)
      let explained = 0
      for (let i = 0; i < TERMS; i++) explained += weights[i]! * row[i]!
      const off = there - explained
      out[at] = off
      rest += off * off
      count++
    }
  const spread = squares / n - (sum / n) ** 2
  // A picture without any contrast, a black one, is explained by anything; it does no harm.
  return rest / count > (1 - EXPLAINS) * spread && spread > 25 ? null : { width, height, data: out }
}
