/**
 * The mark of one segment, read from the differences of its pictures: their mean on the pattern’s grid, each cell weighted by how quiet it
 * is, laid against the pattern. How far such a figure goes by chance is measured on the same picture, with patterns that are not in it.
 */
import { GRID_COLUMNS, GRID_ROWS, patternGrid } from '../../mark/pattern.ts'
import type { MarkKey } from '../../mark/code.ts'
import type { Reading } from '../statistics/reading.ts'
import { blurredPlane, type Plane } from './plane.ts'

const CELLS = GRID_COLUMNS * GRID_ROWS

/** Patterns that are in no picture. */
const DECOYS = 48
let decoys: Float32Array[] | null = null
const decoyPatterns = () => (decoys ??= Array.from({ length: DECOYS }, (_, i) => patternGrid(new Uint8Array(32), i)))

/** Levels of luma: noise that is never less, and differences beyond which a sample is something else than the mark. */
const QUIET = 0.4
const FAR = 12

/** No level is known better than this, not even where clip and film are the same file. */
const SUREST = 0.005

/** Radii of blurs, in cells: what is broader than the pattern’s band is taken away; noise is smoothed as it is measured. */
const BROAD = 6
const NOISE = 2

/** What is summed over the pictures of a segment. */
export class SegmentSums {
  readonly index: number
  pictures = 0
  private readonly sum = new Float32Array(CELLS)
  private readonly squares = new Float32Array(CELLS)
  private readonly count = new Float32Array(CELLS)

  constructor(index: number) {
    this.index = index
  }

  /** Takes the difference of a picture, of twice the grid’s size. */
  take({ width, data }: Plane): void {
    this.pictures++
    for (let row = 0; row < GRID_ROWS; row++)
      for (let column = 0; column < GRID_COLUMNS; column++) {
        const at = 2 * row * width + 2 * column
        const mean = (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]!) / 4
        if (Number.isNaN(mean) || Math.abs(mean) > FAR) continue
        const cell = row * GRID_COLUMNS + column
        this.sum[cell]! += mean
        this.squares[cell]! += mean * mean
        this.count[cell]! += 1
      }
  }

  /** Null where there is too little of the picture to read anything. */
  read(reelKey: MarkKey): Reading | null {
    const seen = this.count.map((count) => (count * 2 >= this.pictures && count > 0 ? 1 : 0))
    const share = plane(seen)
    if (share.data.reduce((all, one) => all + one, 0) < 0.2 * CELLS) return null
    const mean = this.sum.map((sum, i) => (seen[i] ? sum / this.count[i]! : 0))
    const broad = blurredPlane(plane(mean), BROAD).data
    const broadShare = blurredPlane(share, BROAD).data
    const rest = mean.map((value, i) => (seen[i] ? value - broad[i]! / broadShare[i]! : 0))
    // Noise of a cell: of the mean, and of the single pictures, which are not independent of each other.
    const energy = rest.map((value, i) => (seen[i] ? value * value + (0.5 * this.squares[i]!) / this.count[i]! : 0))
    const noise = blurredPlane(plane(energy), NOISE).data
    const noiseShare = blurredPlane(share, NOISE).data
    const weighted = rest.map((value, i) => (seen[i] ? value / (noise[i]! / noiseShare[i]! + QUIET * QUIET) : 0))
    const weights = seen.map((one, i) => (one ? 1 / (noise[i]! / noiseShare[i]! + QUIET * QUIET) : 0))
    const pattern = patternGrid(reelKey, this.index)
    let whole = 0
    for (let i = 0; i < CELLS; i++) whole += weights[i]! * pattern[i]! ** 2
    const chance = Math.sqrt(decoyPatterns().reduce((sum, decoy) => sum + dot(weighted, decoy) ** 2, 0) / DECOYS)
    if (!(whole > 0)) return null
    // Variant a is the picture plus the pattern.
    return { index: this.index, level: -dot(weighted, pattern) / whole, deviation: Math.max(SUREST, chance / whole) }
  }
}

const plane = (data: Float32Array): Plane => ({ width: GRID_COLUMNS, height: GRID_ROWS, data })

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!
  return sum
}
