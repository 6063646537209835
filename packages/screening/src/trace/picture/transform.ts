import type { Area } from '../time/print.ts'
import type { Plane } from './plane.ts'

/**
 * Where a place of the film’s picture lies in the clip’s: `(u, v) → (a·u + b·v + c, d·u + e·v + f)`. Places are counted from the middle, the
 * whole width and the whole height being 1.
 */
export type Transform = [a: number, b: number, c: number, d: number, e: number, f: number]

export const SAME: Transform = [1, 0, 0, 0, 1, 0]

/** Scales, moved and turned by an angle in a picture of this shape. */
export function transformOf(
  scaleX: number,
  scaleY: number,
  moveX: number,
  moveY: number,
  angle: number,
  shape = 16 / 9,
): Transform {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return [scaleX * cos, (-scaleX * sin) / shape, moveX, scaleY * sin * shape, scaleY * cos, moveY]
}

/** The clip’s picture as it lies over the film’s; NaN where the clip has none. */
export function warped(clip: Plane, [a, b, c, d, e, f]: Transform, area: Area, width: number, height: number): Plane {
  const out = new Float32Array(width * height)
  const { data } = clip
  const left = Math.max(0, area.left * clip.width - 0.5 + 1)
  const right = Math.min(clip.width - 1.001, area.right * clip.width - 0.5 - 1)
  const top = Math.max(0, area.top * clip.height - 0.5 + 1)
  const bottom = Math.min(clip.height - 1.001, area.bottom * clip.height - 0.5 - 1)
  for (let y = 0; y < height; y++) {
    const v = (y + 0.5) / height - 0.5
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / width - 0.5
      const px = (a * u + b * v + c + 0.5) * clip.width - 0.5
      const py = (d * u + e * v + f + 0.5) * clip.height - 0.5
      if (!(px >= left && px <= right && py >= top && py <= bottom)) {
        out[y * width + x] = Number.NaN
        continue
      }
      const ix = px | 0
      const iy = py | 0
      const sx = px - ix
      const at = iy * clip.width + ix
      const above = data[at]! + (data[at + 1]! - data[at]!) * sx
      const below = data[at + clip.width]! + (data[at + clip.width + 1]! - data[at + clip.width]!) * sx
      out[y * width + x] = above + (below - above) * (py - iy)
    }
  }
  return { width, height, data: out }
}
