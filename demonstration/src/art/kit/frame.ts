import { RAMP, rgb } from './colour.ts'
import type { Ramp } from './colour.ts'
import { dice } from './random.ts'

/** One number a pixel. */
export type Plane = Float32Array

/** A picture in the making: sRGB, 0 to 1, three numbers a pixel, rows from the top. */
export interface Frame {
  w: number
  h: number
  px: Float32Array
}

export const STILL = { w: 1920, h: 1080 } as const
export const POSTER = { w: 1600, h: 2400 } as const

export const clamp = (v: number, low = 0, high = 1) => (v < low ? low : v > high ? high : v)
export const smooth = (from: number, to: number, v: number) => {
  const t = clamp((v - from) / (to - from))
  return t * t * (3 - 2 * t)
}

export function frame(size: { w: number; h: number } = STILL, colour = '#000000'): Frame {
  const px = new Float32Array(size.w * size.h * 3)
  const [r, g, b] = rgb(colour)
  if (r === g && g === b) return { w: size.w, h: size.h, px: px.fill(r) }
  for (let i = 0; i < px.length; i += 3) {
    px[i] = r
    px[i + 1] = g
    px[i + 2] = b
  }
  return { w: size.w, h: size.h, px }
}

/**
 * A plane from a function of u (0..1 across) and v (0..1 down), computed every `step` pixels and stretched: soft things
 * (sky, smoke, fog) cost a sixteenth at step 4 and look the same.
 */
export function plane(size: { w: number; h: number }, step: number, value: (u: number, v: number) => number): Plane {
  const cw = Math.ceil(size.w / step) + 1
  const ch = Math.ceil(size.h / step) + 1
  const coarse = new Float32Array(cw * ch)
  for (let y = 0; y < ch; y++) for (let x = 0; x < cw; x++) coarse[y * cw + x] = value((x * step) / size.w, (y * step) / size.h)
  return step === 1 ? trimmed(coarse, cw, size) : stretch(coarse, cw, ch, size, step)
}

function trimmed(coarse: Plane, cw: number, size: { w: number; h: number }): Plane {
  const out = new Float32Array(size.w * size.h)
  for (let y = 0; y < size.h; y++) out.set(coarse.subarray(y * cw, y * cw + size.w), y * size.w)
  return out
}

/** A coarse plane, one value every `step` pixels, stretched over a frame. */
export function stretch(coarse: Plane, cw: number, ch: number, size: { w: number; h: number }, step: number): Plane {
  const { w, h } = size
  const out = new Float32Array(w * h)
  const left = new Int32Array(w)
  const part = new Float32Array(w)
  for (let x = 0; x < w; x++) {
    left[x] = Math.min(cw - 2, Math.floor(x / step))
    part[x] = x / step - left[x]!
  }
  const row = new Float32Array(cw)
  for (let y = 0; y < h; y++) {
    const y0 = Math.min(ch - 2, Math.floor(y / step))
    const ty = y / step - y0
    const a = y0 * cw
    for (let i = 0; i < cw; i++) row[i] = coarse[a + i]! + (coarse[a + cw + i]! - coarse[a + i]!) * ty
    const start = y * w
    for (let x = 0; x < w; x++) {
      const i = left[x]!
      const v = row[i]!
      out[start + x] = v + (row[i + 1]! - v) * part[x]!
    }
  }
  return out
}

/** Paints every pixel from a plane of 0..1 through a gradient. */
export function tint(f: Frame, values: Plane, colours: Ramp): Frame {
  for (let i = 0, p = 0; i < values.length; i++, p += 3) {
    const k = Math.floor(clamp(values[i]!) * (RAMP - 1)) * 3
    f.px[p] = colours[k]!
    f.px[p + 1] = colours[k + 1]!
    f.px[p + 2] = colours[k + 2]!
  }
  return f
}

/** A sky: the gradient runs down the frame from `from` to `to` (shares of the height), stirred by an optional function of u and v. */
export function sky(f: Frame, colours: Ramp, from = 0, to = 1, stir?: (u: number, v: number) => number): Frame {
  return tint(
    f,
    plane(f, 4, (u, v) => (v - from) / (to - from) + (stir ? stir(u, v) : 0)),
    colours,
  )
}

/** Lays one colour over the frame where the mask is: 0 leaves, 1 covers. */
export function cover(f: Frame, mask: Plane, colour: string, opacity = 1): Frame {
  const [r, g, b] = rgb(colour)
  for (let i = 0, p = 0; i < mask.length; i++, p += 3) {
    const a = clamp(mask[i]! * opacity)
    if (a === 0) continue
    f.px[p] = f.px[p]! + (r - f.px[p]!) * a
    f.px[p + 1] = f.px[p + 1]! + (g - f.px[p + 1]!) * a
    f.px[p + 2] = f.px[p + 2]! + (b - f.px[p + 2]!) * a
  }
  return f
}

/** Adds light of one colour where the plane is: screen blending, so nothing burns out at an edge. */
export function light(f: Frame, strength: Plane, colour: string, gain = 1): Frame {
  const [r, g, b] = rgb(colour)
  for (let i = 0, p = 0; i < strength.length; i++, p += 3) {
    const a = strength[i]! * gain
    if (a <= 0) continue
    f.px[p] = 1 - (1 - f.px[p]!) * (1 - clamp(r * a))
    f.px[p + 1] = 1 - (1 - f.px[p + 1]!) * (1 - clamp(g * a))
    f.px[p + 2] = 1 - (1 - f.px[p + 2]!) * (1 - clamp(b * a))
  }
  return f
}

/** A round light at (x, y), in shares of the frame; `radius` in shares of its height. */
export function glow(f: Frame, x: number, y: number, radius: number, colour: string, gain = 1, fall = 2): Frame {
  const ratio = f.w / f.h
  return light(
    f,
    plane(f, 4, (u, v) => {
      const d = Math.hypot((u - x) * ratio, v - y) / radius
      return d > 4 ? 0 : Math.exp(-(d ** fall) * 1.2)
    }),
    colour,
    gain,
  )
}

/** Darkens where the plane is: 0 leaves, 1 is black. */
export function shadow(f: Frame, strength: Plane, gain = 1): Frame {
  for (let i = 0, p = 0; i < strength.length; i++, p += 3) {
    const k = 1 - clamp(strength[i]! * gain)
    f.px[p] = f.px[p]! * k
    f.px[p + 1] = f.px[p + 1]! * k
    f.px[p + 2] = f.px[p + 2]! * k
  }
  return f
}

export function vignette(f: Frame, gain = 0.45, x = 0.5, y = 0.5): Frame {
  return shadow(
    f,
    plane(f, 8, (u, v) => smooth(0.32, 1.05, Math.hypot((u - x) * 1.15, (v - y) * 1.05) * 1.25)),
    gain,
  )
}

/** Film grain: one grey speck a pixel, softened to its neighbour, strongest in the middle tones. */
export function grain(f: Frame, seed: string, gain = 0.045): Frame {
  let state = Math.floor(dice(seed)() * 2 ** 31) | 1
  let last = 0
  for (let p = 0; p < f.px.length; p += 3) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const speck = (((state & 0xffff) + ((state >>> 16) & 0xffff)) / 65535 - 1) * 0.72 + last * 0.45
    last = speck
    const tone = f.px[p + 1]!
    const k = speck * gain * (0.35 + 2.6 * clamp(tone, 0, 1) * (1 - clamp(tone, 0, 1)))
    f.px[p] = f.px[p]! + k
    f.px[p + 1] = f.px[p + 1]! + k
    f.px[p + 2] = f.px[p + 2]! + k
  }
  return f
}

/** Contrast around middle grey and a lift of the blacks: the last look, as a grader would set it. */
export function grade(f: Frame, contrast = 1, lift = 0): Frame {
  for (let p = 0; p < f.px.length; p++) {
    const v = clamp((f.px[p]! - 0.5) * contrast + 0.5)
    f.px[p] = lift + v * (1 - lift)
  }
  return f
}
