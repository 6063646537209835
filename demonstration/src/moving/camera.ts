import type { Frame } from '../art/kit/frame.ts'

/** A still under the camera: three bytes a pixel. */
export interface Plate {
  w: number
  h: number
  px: Uint8Array
}

/** Where the camera looks on a still: the middle of its view, and how much of the still’s width it sees, from 0 to 1. */
export type View = [x: number, y: number, width: number]

export interface Move {
  from: View
  to: View
}

/** A still at half its size, each pixel the mean of four: what the camera sees then does not glitter. */
export function halved(frame: Frame): Plate {
  const w = frame.w >> 1
  const h = frame.h >> 1
  const px = new Uint8Array(w * h * 3)
  const row = frame.w * 3
  for (let y = 0, at = 0; y < h; y++)
    for (let x = 0; x < w; x++)
      for (let c = 0; c < 3; c++, at++) {
        const p = y * 2 * row + x * 6 + c
        const value = ((frame.px[p]! + frame.px[p + 3]! + frame.px[p + row]! + frame.px[p + row + 3]!) / 4) * 255 + 0.5
        px[at] = Math.max(0, Math.min(255, value))
      }
  return { w, h, px }
}

/** Draws what the camera sees at a moment of its move (0 its beginning, 1 its end; a little before or after will do). */
export function shown(plate: Plate, move: Move, moment: number, into: Uint8Array, width: number, height: number): void {
  const view = move.from.map((start, index) => start + (move.to[index]! - start) * moment) as View
  const seen = Math.min(1, view[2])
  const span = seen * plate.w
  const rise = (span * height) / width
  const left = Math.max(0, Math.min(plate.w - span, view[0] * plate.w - span / 2))
  const top = Math.max(0, Math.min(plate.h - rise, view[1] * plate.h - rise / 2))
  const columns = new Int32Array(width)
  const parts = new Int32Array(width)
  for (let x = 0; x < width; x++) {
    const place = Math.max(0, Math.min(plate.w - 1.001, left + ((x + 0.5) * span) / width - 0.5))
    columns[x] = Math.floor(place) * 3
    parts[x] = Math.round((place - Math.floor(place)) * 256)
  }
  const { px } = plate
  for (let y = 0, at = 0; y < height; y++) {
    const place = Math.max(0, Math.min(plate.h - 1.001, top + ((y + 0.5) * rise) / height - 0.5))
    const above = Math.floor(place) * plate.w * 3
    const below = above + plate.w * 3
    const down = Math.round((place - Math.floor(place)) * 256)
    for (let x = 0; x < width; x++, at += 3) {
      const part = parts[x]!
      const p = above + columns[x]!
      const q = below + columns[x]!
      // Written out, a colour a line: a film has a thousand million of them.
      into[at] = between(px[p]!, px[p + 3]!, px[q]!, px[q + 3]!, part, down)
      into[at + 1] = between(px[p + 1]!, px[p + 4]!, px[q + 1]!, px[q + 4]!, part, down)
      into[at + 2] = between(px[p + 2]!, px[p + 5]!, px[q + 2]!, px[q + 5]!, part, down)
    }
  }
}

/** What lies between four neighbours, in parts of 256 across and down. */
const between = (a: number, b: number, c: number, d: number, across: number, down: number): number => {
  const upper = (a << 8) + Math.imul(b - a, across)
  const lower = (c << 8) + Math.imul(d - c, across)
  return ((upper << 8) + Math.imul(lower - upper, down) + 32_768) >> 16
}
