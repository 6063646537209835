import { noise } from './noise.ts'
import { dice } from './random.ts'
import { frame, plane, POSTER } from './frame.ts'
import type { Frame, Plane } from './frame.ts'

/** Printing paper: a colour with the faint cloud and fibre of an uncoated sheet. */
export function paper(seed: string, colour: string, strength = 0.05): Frame {
  const f = frame(POSTER, colour)
  const n = noise(`paper:${seed}`)
  const cloud = plane(POSTER, 8, (u, v) => n.fbm(u * 3, v * 4.5, 4))
  for (let i = 0, p = 0; i < cloud.length; i++, p += 3) {
    const k = 1 + cloud[i]! * strength
    f.px[p] = f.px[p]! * k
    f.px[p + 1] = f.px[p + 1]! * k
    f.px[p + 2] = f.px[p + 2]! * k
  }
  return f
}

/** How well the ink takes: nearly everywhere 1, with the pinholes and thin places of a risograph. */
export function inkHold(seed: string, thin = 0.12): Plane {
  const n = noise(`ink:${seed}`)
  const roll = dice(`ink:${seed}`)
  const cloud = plane(POSTER, 4, (u, v) => n.fbm(u * 5, v * 7.5, 4))
  for (let i = 0; i < cloud.length; i++) {
    const speck = roll()
    cloud[i] = 1 - thin * (0.5 + 0.7 * cloud[i]!) - (speck > 0.985 ? 0.35 : speck * thin * 0.6)
  }
  return cloud
}

/** A plane as halftone dots: rows of `cell` pixels turned by `angle`; 1 where there is ink. Dark is large. */
export function halftone(size: { w: number; h: number }, tone: (u: number, v: number) => number, cell = 18, angle = 0.26): Plane {
  const out = new Float32Array(size.w * size.h)
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  for (let y = 0; y < size.h; y++)
    for (let x = 0; x < size.w; x++) {
      const rx = (x * c + y * s) / cell
      const ry = (-x * s + y * c) / cell
      const cx = Math.floor(rx) + 0.5
      const cy = Math.floor(ry) + 0.5
      const ox = (cx * c - cy * s) * cell
      const oy = (cx * s + cy * c) * cell
      const t = tone(ox / size.w, oy / size.h)
      const d = Math.hypot(rx - cx, ry - cy)
      const r = Math.sqrt(Math.max(0, Math.min(1, t))) * 0.72
      out[y * size.w + x] = Math.max(0, Math.min(1, (r - d) * cell * 0.8 + 0.5))
    }
  return out
}
