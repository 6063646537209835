import { RAMP } from './colour.ts'
import type { Ramp } from './colour.ts'
import { blur } from './blur.ts'
import { clamp, cover } from './frame.ts'
import type { Frame, Plane } from './frame.ts'
import { noise } from './noise.ts'

/** A skyline as one height (share of the frame, from the top) for every column. */
export function skyline(w: number, seed: string, base: number, rise: number, wide: number, rough = 6, sharp = 0.5): Float32Array {
  const n = noise(seed)
  const out = new Float32Array(w)
  for (let x = 0; x < w; x++) {
    const u = (x / w) * wide
    const soft = n.fbm(u, 0.5, rough, 0.52)
    const crest = n.ridge(u, 7.5, rough) - 0.45
    out[x] = base - rise * (soft * (1 - sharp) + crest * sharp * 1.6)
  }
  return out
}

/** Everything below a skyline, softened over a pixel; `depth` fades it out towards the bottom (mist), as a share of the height. */
export function below(size: { w: number; h: number }, line: Float32Array, depth = Infinity, soft = 1.2): Plane {
  const out = new Float32Array(size.w * size.h)
  for (let x = 0; x < size.w; x++) {
    const top = line[x]! * size.h
    for (let y = Math.max(0, Math.floor(top - soft)); y < size.h; y++) {
      const edge = clamp((y - top) / soft + 0.5)
      out[y * size.w + x] = depth === Infinity ? edge : edge * Math.max(0, 1 - (y - top) / (depth * size.h))
    }
  }
  return out
}

/** Ranges one behind the other, the far ones pale: the air between them is what makes them far. */
export function ranges(
  f: Frame,
  seed: string,
  air: Ramp,
  set: { count: number; from: number; to: number; rise: number; wide: number; mist: number; mistColour: string; sharp?: number },
): Frame {
  for (let i = 0; i < set.count; i++) {
    const t = set.count === 1 ? 1 : i / (set.count - 1)
    const base = set.from + (set.to - set.from) * t ** 1.15
    const line = skyline(f.w, `${seed}/${i}`, base, set.rise * (0.55 + 0.6 * t), set.wide * (1.35 - 0.5 * t), 7, set.sharp ?? 0.5)
    const k = Math.floor(t * (RAMP - 1)) * 3
    const colour = `#${[0, 1, 2]
      .map((c) =>
        Math.round(air[k + c]! * 255)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`
    cover(f, below(f, line), colour)
    if (i < set.count - 1 && set.mist > 0) {
      const low = new Float32Array(f.w).fill(base + set.rise * 0.12)
      const n = noise(`${seed}/mist/${i}`)
      for (let x = 0; x < f.w; x++) low[x] = low[x]! + 0.035 * n.fbm((x / f.w) * 4, i, 3)
      cover(f, blur(below(f, low, 0.34), f.w, f.h, 40, 16), set.mistColour, set.mist * (1 - 0.5 * t))
    }
  }
  return f
}

/**
 * Ground seen in perspective from a height map (voxel space, as flight simulators of the nineties drew it): front to back,
 * column by column. `height(x, z)` in the units of the camera's height; `shade(x, z, h, lit, far, out)` writes the colour.
 */
export function terrain(
  f: Frame,
  set: {
    horizon: number // share of the frame's height
    eye: number // camera height
    near: number
    far: number
    zoom?: number
    light: readonly [number, number, number] // towards the sun; y is up
    height: (x: number, z: number) => number
    shade: (x: number, z: number, h: number, lit: number, far: number, out: Float32Array) => void
  },
): Frame {
  const { w, h } = f
  const zoom = set.zoom ?? 1
  const length = Math.hypot(...set.light)
  const [lx, ly, lz] = set.light.map((v) => v / length) as [number, number, number]
  const out = new Float32Array(3)
  const horizon = set.horizon * h
  const step = 3 // three columns share their samples; grain hides it
  for (let x = 0; x + step <= w; x += step) {
    const across = ((x / w - 0.5) * (w / h)) / zoom
    let drawn = h
    let z = set.near
    while (z < set.far && drawn > 0) {
      const wx = across * z
      const ground = set.height(wx, z)
      const y = horizon + ((set.eye - ground) / z) * h * zoom
      if (y < drawn) {
        const e = 0.004 * z + 0.002
        const dx = (set.height(wx + e, z) - ground) / e
        const dz = (set.height(wx, z + e) - ground) / e
        const lit = Math.max(0, (-dx * lx + ly - dz * lz) / Math.sqrt(1 + dx * dx + dz * dz))
        set.shade(wx, z, ground, lit, (z - set.near) / (set.far - set.near), out)
        const top = Math.max(0, Math.floor(y))
        for (let row = top; row < drawn; row++) {
          const p = (row * w + x) * 3
          f.px[p] = f.px[p + 3] = f.px[p + 6] = out[0]!
          f.px[p + 1] = f.px[p + 4] = f.px[p + 7] = out[1]!
          f.px[p + 2] = f.px[p + 5] = f.px[p + 8] = out[2]!
        }
        drawn = top
      }
      z *= 1.0028
      z += 0.0006
    }
  }
  return f
}

/** Writes the colour at `t` (0..1) of a gradient into `out`. */
export function from(colours: Ramp, t: number, out: Float32Array): void {
  const k = Math.floor(clamp(t) * (RAMP - 1)) * 3
  out[0] = colours[k]!
  out[1] = colours[k + 1]!
  out[2] = colours[k + 2]!
}

/** Moves `out` towards a colour of a gradient: fog. */
export function towards(colours: Ramp, at: number, share: number, out: Float32Array): void {
  const k = Math.floor(clamp(at) * (RAMP - 1)) * 3
  const s = clamp(share)
  out[0] = out[0]! + (colours[k]! - out[0]!) * s
  out[1] = out[1]! + (colours[k + 1]! - out[1]!) * s
  out[2] = out[2]! + (colours[k + 2]! - out[2]!) * s
}
