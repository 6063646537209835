import { clamp, stretch } from './frame.ts'
import type { Frame, Plane } from './frame.ts'

/** Three box blurs are nearly a Gaussian. `rx`, `ry` in pixels; the cost does not depend on them. */
export function blur(source: Plane, w: number, h: number, rx: number, ry = rx): Plane {
  if (Math.min(rx, ry) >= 12 && w > 800) return wide(source, w, h, rx, ry)
  let from: Plane = source.slice()
  let to: Plane = new Float32Array(source.length)
  for (let pass = 0; pass < 3; pass++) {
    if (rx >= 1) {
      boxRows(from, to, w, h, Math.round(rx / 1.7) || 1)
      ;[from, to] = [to, from]
    }
    if (ry >= 1) {
      boxColumns(from, to, w, h, Math.round(ry / 1.7) || 1)
      ;[from, to] = [to, from]
    }
  }
  return from
}

/** A wide blur has no detail left: it is done on every fourth pixel's neighbourhood and stretched. */
function wide(source: Plane, w: number, h: number, rx: number, ry: number): Plane {
  const step = 4
  const cw = Math.ceil(w / step) + 1
  const ch = Math.ceil(h / step) + 1
  const coarse = new Float32Array(cw * ch)
  for (let y = 0; y < ch; y++)
    for (let x = 0; x < cw; x++) {
      let sum = 0
      for (let j = -2; j < 2; j++) {
        const row = Math.min(h - 1, Math.max(0, y * step + j)) * w
        for (let i = -2; i < 2; i++) sum += source[row + Math.min(w - 1, Math.max(0, x * step + i))]!
      }
      coarse[y * cw + x] = sum / 16
    }
  return stretch(blur(coarse, cw, ch, rx / step, ry / step), cw, ch, { w, h }, step)
}

function boxRows(from: Plane, to: Plane, w: number, h: number, r: number): void {
  const share = 1 / (2 * r + 1)
  for (let y = 0; y < h; y++) {
    const row = y * w
    let sum = from[row]! * r
    for (let x = 0; x < r; x++) sum += from[row + Math.min(w - 1, x)]!
    for (let x = 0; x < w; x++) {
      sum += from[row + Math.min(w - 1, x + r)]!
      to[row + x] = sum * share
      sum -= from[row + Math.max(0, x - r)]!
    }
  }
}

function boxColumns(from: Plane, to: Plane, w: number, h: number, r: number): void {
  const share = 1 / (2 * r + 1)
  const sums = new Float32Array(w)
  for (let x = 0; x < w; x++) {
    let sum = from[x]! * r
    for (let y = 0; y < r; y++) sum += from[Math.min(h - 1, y) * w + x]!
    sums[x] = sum
  }
  for (let y = 0; y < h; y++) {
    const add = Math.min(h - 1, y + r) * w
    const drop = Math.max(0, y - r) * w
    const row = y * w
    for (let x = 0; x < w; x++) {
      const sum = sums[x]! + from[add + x]!
      to[row + x] = sum * share
      sums[x] = sum - from[drop + x]!
    }
  }
}

/** Light that spills from what is brighter than `threshold`, as a lens would; works at a quarter of the size. */
export function bloom(f: Frame, threshold = 0.7, radius = 40, gain = 0.6): Frame {
  const step = 4
  const w = Math.ceil(f.w / step) + 1
  const h = Math.ceil(f.h / step) + 1
  for (let c = 0; c < 3; c++) {
    const small = new Float32Array(w * h)
    for (let y = 0; y < h; y++) {
      const row = Math.min(f.h - 1, y * step)
      for (let x = 0; x < w; x++) {
        let sum = 0
        for (let k = 0; k < step; k++) sum += f.px[(Math.min(f.h - 1, row + k) * f.w + Math.min(f.w - 1, x * step + k)) * 3 + c]!
        small[y * w + x] = Math.max(0, sum / step - threshold)
      }
    }
    const soft = stretch(blur(small, w, h, radius / step), w, h, f, step)
    for (let i = 0, p = c; i < soft.length; i++, p += 3) {
      const v = soft[i]! * gain
      if (v > 0.002) f.px[p] = 1 - (1 - clamp(f.px[p]!)) * (1 - clamp(v))
    }
  }
  return f
}

/** Blurs the whole frame: out of focus. A plane, when given, says where (0 sharp, 1 wholly soft). */
export function defocus(f: Frame, radius: number, where?: Plane): Frame {
  const size = f.w * f.h
  const channel = new Float32Array(size)
  for (let c = 0; c < 3; c++) {
    for (let i = 0; i < size; i++) channel[i] = f.px[i * 3 + c]!
    const soft = blur(channel, f.w, f.h, radius)
    for (let i = 0; i < size; i++) {
      const k = where ? clamp(where[i]!) : 1
      f.px[i * 3 + c] = channel[i]! + (soft[i]! - channel[i]!) * k
    }
  }
  return f
}
