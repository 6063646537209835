/**
 * The pattern that makes two variants of a segment: variant a is the picture plus the pattern, variant b the picture less the pattern.
 *
 * It is noise from the reel’s key, drawn anew for each segment on a grid of 160 × 90 cells whatever the picture’s shape, and kept to a band
 * of frequencies by the difference of two blurs: coarse enough to survive small sizes, low rates and a picture registered a little wrong,
 * fine enough not to be a shadow that the eye follows. The grid is stretched over the picture, so every rung carries the same pattern.
 */
import { createCipheriv } from 'node:crypto'
import { keyed, type MarkKey } from './code.ts'

export const GRID_COLUMNS = 160
export const GRID_ROWS = 90
const CELLS = GRID_COLUMNS * GRID_ROWS

/** No sample of the pattern is further from the middle than this, in levels of luma. */
export const STRENGTH = 2

/** The middle of the pattern as a picture: what changes nothing. */
export const MIDDLE = 128

/** Root of the mean square of the pattern on the grid, in levels, before what is over ±STRENGTH is cut. */
const LEVEL = 0.7

/** Radii of box blurs, run twice: their difference lets through periods of about 4 to 14 cells (at 640 × 360: 16 to 56 pixels). */
const FINE = 1
const COARSE = 3

/**
 * The pattern of a segment as a picture of luma, centred on 128: `picture + pattern − 128` is variant a, `picture − pattern + 128` variant b.
 */
export function patternOf(reelKey: MarkKey, index: number, width: number, height: number): Uint8Array {
  return stretched(patternGrid(reelKey, index), width, height)
}

/** The pattern of a segment on its grid, row by row, in levels of luma about zero. */
export function patternGrid(reelKey: MarkKey, index: number): Float32Array {
  const noise = noiseOf(reelKey, index)
  const fine = blurred(blurred(noise, FINE), FINE)
  const coarse = blurred(blurred(noise, COARSE), COARSE)
  let sum = 0
  let squares = 0
  for (let i = 0; i < CELLS; i++) {
    const value = (fine[i]! -= coarse[i]!)
    sum += value
    squares += value * value
  }
  const mean = sum / CELLS
  const scale = LEVEL / Math.sqrt(squares / CELLS - mean * mean)
  for (let i = 0; i < CELLS; i++) fine[i] = Math.max(-STRENGTH, Math.min(STRENGTH, (fine[i]! - mean) * scale))
  return fine
}

/** Bytes of AES-128 in counter mode under a key of the segment’s own, about zero. */
function noiseOf(reelKey: MarkKey, index: number): Float32Array {
  const seed = keyed(reelKey, 'vitrine mark pattern 1', index)
  const bytes = createCipheriv('aes-128-ctr', seed.subarray(0, 16), seed.subarray(16)).update(Buffer.alloc(CELLS))
  const noise = new Float32Array(CELLS)
  for (let i = 0; i < CELLS; i++) noise[i] = bytes[i]! - 127.5
  return noise
}

/** Mean over a square of 2 · radius + 1 cells; beyond an edge the grid goes on at the other side. */
function blurred(grid: Float32Array, radius: number): Float32Array {
  const along = new Float32Array(CELLS)
  for (let row = 0; row < GRID_ROWS; row++) slide(grid, along, row * GRID_COLUMNS, 1, GRID_COLUMNS, radius)
  const both = new Float32Array(CELLS)
  for (let column = 0; column < GRID_COLUMNS; column++) slide(along, both, column, GRID_COLUMNS, GRID_ROWS, radius)
  return both
}

function slide(from: Float32Array, to: Float32Array, start: number, step: number, count: number, radius: number): void {
  const at = (i: number) => from[start + ((i + count) % count) * step]!
  let sum = 0
  for (let i = -radius; i <= radius; i++) sum += at(i)
  for (let i = 0; i < count; i++) {
    to[start + i * step] = sum / (2 * radius + 1)
    sum += at(i + radius + 1) - at(i - radius)
  }
}

/** Stretches the grid over a picture, linearly between the middles of its cells, to whole levels. */
function stretched(grid: Float32Array, width: number, height: number): Uint8Array {
  const across = between(width, GRID_COLUMNS)
  const down = between(height, GRID_ROWS)
  const rows = new Float32Array(GRID_ROWS * width)
  for (let row = 0; row < GRID_ROWS; row++)
    for (let x = 0; x < width; x++) {
      const left = grid[row * GRID_COLUMNS + across.first[x]!]!
      rows[row * width + x] = left + (grid[row * GRID_COLUMNS + across.second[x]!]! - left) * across.share[x]!
    }
  const picture = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const above = down.first[y]! * width
    const below = down.second[y]! * width
    const share = down.share[y]!
    // Added before it is cut to a whole number, so that the cut rounds: 128.5 + level.
    for (let x = 0; x < width; x++) {
      const value = rows[above + x]!
      picture[y * width + x] = MIDDLE + 0.5 + value + (rows[below + x]! - value) * share
    }
  }
  return picture
}

/** For each sample of a line, the two cells that it lies between and how far it is from the first. */
function between(samples: number, cells: number) {
  const first = new Int32Array(samples)
  const second = new Int32Array(samples)
  const share = new Float32Array(samples)
  for (let i = 0; i < samples; i++) {
    const place = Math.max(0, Math.min(cells - 1, ((i + 0.5) * cells) / samples - 0.5))
    first[i] = Math.floor(place)
    second[i] = Math.min(cells - 1, first[i]! + 1)
    share[i] = place - first[i]!
  }
  return { first, second, share }
}
