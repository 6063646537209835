import { Resvg } from '@resvg/resvg-js'
import { clamp } from './frame.ts'
import type { Frame, Plane } from './frame.ts'
import { fontOptions, line, sizeFor } from './type.ts'
import type { Face, Setting } from './type.ts'

/** A sheet of drawing paper: SVG is added to it, text is set on it, and it is rendered over what the frame holds. */
export class Sheet {
  readonly w: number
  readonly h: number
  #body: string[] = []
  #faces = new Set<Face>()

  constructor(size: { w: number; h: number }) {
    this.w = size.w
    this.h = size.h
  }

  add(...svg: string[]): this {
    this.#body.push(...svg)
    return this
  }

  text(face: Face, words: string, set: Setting = {}): this {
    this.#faces.add(face)
    this.#body.push(line(face, words, set))
    return this
  }

  /** Text as wide as `width`; returns the size it took. */
  fit(face: Face, words: string, width: number, set: Setting = {}): number {
    const size = Math.min(sizeFor(face, words, width, set.spacing ?? 0), set.size ?? 1e9)
    this.text(face, words, { ...set, size })
    return size
  }

  /** RGBA, straight alpha as resvg gives it premultiplied. */
  pixels(): Uint8Array {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${this.w} ${this.h}" width="${this.w}" height="${this.h}">${this.#body.join('')}</svg>`
    return new Resvg(svg, { font: fontOptions(this.#faces), fitTo: { mode: 'original' } }).render().pixels
  }

  /** Lays the drawing over a frame of the same size. */
  over(f: Frame, opacity = 1): Frame {
    const drawn = this.pixels()
    for (let i = 0, p = 0; i < drawn.length; i += 4, p += 3) {
      const a = (drawn[i + 3]! / 255) * opacity
      if (a === 0) continue
      const keep = 1 - a
      f.px[p] = f.px[p]! * keep + (drawn[i]! / 255) * opacity
      f.px[p + 1] = f.px[p + 1]! * keep + (drawn[i + 1]! / 255) * opacity
      f.px[p + 2] = f.px[p + 2]! * keep + (drawn[i + 2]! / 255) * opacity
    }
    return f
  }

  /** Multiplies the drawing into the frame, as ink on paper; `hold` thins the ink where a plane is low. */
  ink(f: Frame, hold?: Plane): Frame {
    const drawn = this.pixels()
    for (let i = 0, p = 0, k = 0; i < drawn.length; i += 4, p += 3, k++) {
      const a = (drawn[i + 3]! / 255) * (hold ? clamp(hold[k]!) : 1)
      if (a === 0) continue
      for (let c = 0; c < 3; c++) {
        const ink = drawn[i + c]! / 255 / (drawn[i + 3]! / 255)
        f.px[p + c] = f.px[p + c]! * (1 - a + a * Math.min(1, ink))
      }
    }
    return f
  }
}

/** Where the drawing is, 0 to 1: silhouettes for `cover`, `light` and `shadow`. */
export function mask(size: { w: number; h: number }, ...svg: string[]): Plane {
  const drawn = new Sheet(size).add(...svg).pixels()
  const out = new Float32Array(size.w * size.h)
  for (let i = 0; i < out.length; i++) out[i] = drawn[i * 4 + 3]! / 255
  return out
}
