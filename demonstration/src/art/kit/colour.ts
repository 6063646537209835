/** Colours are mixed in OKLab (Björn Ottosson, 2020), where a gradient keeps its light even; frames hold sRGB, 0 to 1. */
export type Rgb = readonly [number, number, number]
type Lab = readonly [number, number, number]

const toLinear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const toDisplay = (c: number) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055)

/** `#f2a33c` → sRGB, 0 to 1. */
export function rgb(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16)
  return [(n >> 16) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255]
}

function lab([r, g, b]: Rgb): Lab {
  const [x, y, z] = [toLinear(r), toLinear(g), toLinear(b)]
  const l = Math.cbrt(0.4122214708 * x + 0.5363325363 * y + 0.0514459929 * z)
  const m = Math.cbrt(0.2119034982 * x + 0.6806995451 * y + 0.1073969566 * z)
  const s = Math.cbrt(0.0883024619 * x + 0.2817188376 * y + 0.6299787005 * z)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function unlab([L, A, B]: Lab): Rgb {
  const l = (L + 0.3963377774 * A + 0.2158037573 * B) ** 3
  const m = (L - 0.1055613458 * A - 0.0638541728 * B) ** 3
  const s = (L - 0.0894841775 * A - 1.291485548 * B) ** 3
  const clip = (c: number) => Math.min(1, Math.max(0, toDisplay(Math.max(0, c))))
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

/** Mixes two colours as the eye would: `t` 0 gives the first. */
export function mix(a: Rgb, b: Rgb, t: number): Rgb {
  const p = lab(a)
  const q = lab(b)
  return unlab([p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t, p[2] + (q[2] - p[2]) * t])
}

/** The printed form, `#rrggbb`. */
export function hexOf(colour: Rgb): string {
  return `#${colour
    .map((c) =>
      Math.round(c * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

export const blend = (a: string, b: string, t: number) => hexOf(mix(rgb(a), rgb(b), t))

export const RAMP = 1024
/** A gradient as a table of `RAMP` colours, three numbers each. Stops are colours, or [place 0..1, colour]. */
export type Ramp = Float32Array

export function ramp(...stops: (string | [number, string])[]): Ramp {
  const placed = stops.map((stop, i) =>
    typeof stop === 'string'
      ? { at: stops.length === 1 ? 0 : i / (stops.length - 1), colour: rgb(stop) }
      : { at: stop[0], colour: rgb(stop[1]) },
  )
  const table = new Float32Array(RAMP * 3)
  let k = 0
  for (let i = 0; i < RAMP; i++) {
    const t = i / (RAMP - 1)
    while (k < placed.length - 2 && t > placed[k + 1]!.at) k++
    const a = placed[k]!
    const b = placed[Math.min(k + 1, placed.length - 1)]!
    const u = b.at > a.at ? Math.min(1, Math.max(0, (t - a.at) / (b.at - a.at))) : 0
    table.set(mix(a.colour, b.colour, u), i * 3)
  }
  return table
}
