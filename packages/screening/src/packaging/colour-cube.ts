/**
 * A table from the colours of a master to those of a screener (BT.709, shown with gamma 2.4), as a file that `lut3d` of ffmpeg reads.
 * Formulas: SMPTE ST 2084 and ITU-R BT.2100 for PQ and HLG, BT.2390 (5.4.1) for the curve that brings highlights down, BT.2407 for gamuts.
 */
import type { Colours, Gamut, Light } from './colour.ts'

type Rgb = [number, number, number]

/** Points along each side of the table: between them the filter interpolates. */
const SIDE = 33
/** White of a film in high dynamic range, by BT.2408, and the brightest highlight that is kept apart from others, in candela a square metre. */
const WHITE = 203
const HIGHLIGHT = 1000
const GAMMA = 2.4

/** The table of a master's colours. */
export function cubeOf(colours: Colours): string {
  const lines = [`LUT_3D_SIZE ${SIDE}`]
  const at = (index: number) => index / (SIDE - 1)
  // Red goes round fastest.
  for (let blue = 0; blue < SIDE; blue++)
    for (let green = 0; green < SIDE; green++)
      for (let red = 0; red < SIDE; red++)
        lines.push(
          shown([at(red), at(green), at(blue)], colours)
            .map((value) => value.toFixed(5))
            .join(' '),
        )
  return `${lines.join('\n')}\n`
}

/**
 * What a screener shows for a colour of its master; signals from 0 to 1. Brightness is brought down for all three colours alike, so that hues stay;
 * what lies outside the gamut goes towards its grey, and gets darker, only as far as it must.
 *
 * @example
 * shown([0.5807, 0.5807, 0.5807], { light: 'pq', gamut: 'bt2020' }) // white: about 0.9
 */
export function shown(signal: Rgb, { light, gamut }: Colours): Rgb {
  const bright = LIGHTS[light](signal)
  const most = Math.max(...bright)
  const down = light === 'usual' || most <= 0 ? 1 : compressed(most) / most
  const { matrix, weights } = GAMUTS[gamut]
  const into = matrix.map((row) => row.reduce((sum, part, at) => sum + part * bright[at]! * down, 0)) as Rgb
  const grey = weights.reduce((sum, part, at) => sum + part * bright[at]! * down, 0)
  return within(into, grey).map((value) => value ** (1 / GAMMA)) as Rgb
}

/** From signals to light, of which 1 is the white of a usual screen. */
const LIGHTS: Record<Light, (signal: Rgb) => Rgb> = {
  usual: (signal) => signal.map((value) => value ** GAMMA) as Rgb,
  pq: (signal) => signal.map((value) => fromPq(value) / WHITE) as Rgb,
  hlg: (signal) => {
    const scene = signal.map((value) => (value <= 0.5 ? value ** 2 / 3 : (Math.exp((value - HLG.c) / HLG.a) + HLG.b) / 12)) as Rgb
    const whole = GAMUTS.bt2020.weights.reduce((sum, part, at) => sum + part * scene[at]!, 0)
    const screen = whole <= 0 ? 0 : (HIGHLIGHT / WHITE) * whole ** 0.2 // a screen of 1,000 has a gamma of 1.2
    return scene.map((value) => value * screen) as Rgb
  },
}
const HLG = { a: 0.17883277, b: 0.28466892, c: 0.55991073 }

const PQ = { m1: 2610 / 16_384, m2: (2523 / 4096) * 128, c1: 3424 / 4096, c2: (2413 / 4096) * 32, c3: (2392 / 4096) * 32 }
function fromPq(signal: number): number {
  const root = signal ** (1 / PQ.m2)
  return 10_000 * (Math.max(0, root - PQ.c1) / (PQ.c2 - PQ.c3 * root)) ** (1 / PQ.m1)
}
function toPq(light: number): number {
  const power = (light / 10_000) ** PQ.m1
  return ((PQ.c1 + PQ.c2 * power) / (1 + PQ.c3 * power)) ** PQ.m2
}

/** Light as it is up to a knee, and above it bent so that the brightest highlight is the white of a usual screen. */
function compressed(light: number): number {
  const top = toPq(HIGHLIGHT)
  const most = toPq(WHITE) / top
  const knee = 1.5 * most - 0.5
  const at = Math.min(1, toPq(light * WHITE) / top)
  if (at <= knee) return light
  const t = (at - knee) / (1 - knee)
  const bent = (2 * t ** 3 - 3 * t ** 2 + 1) * knee + (t ** 3 - 2 * t ** 2 + t) * (1 - knee) + (-2 * t ** 3 + 3 * t ** 2) * most
  return fromPq(bent * top) / WHITE
}

/** From each gamut to BT.709, and how bright each of its colours is. */
const GAMUTS: Record<Gamut, { matrix: Rgb[]; weights: Rgb }> = {
  bt709: { matrix: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], weights: [0.2126, 0.7152, 0.0722] }, // prettier-ignore
  bt2020: {
    matrix: [[1.660491, -0.587641, -0.07285], [-0.12455, 1.1329, -0.008349], [-0.018151, -0.100579, 1.11873]], // prettier-ignore
    weights: [0.2627, 0.678, 0.0593],
  },
  p3: {
    matrix: [[1.22494, -0.22494, 0], [-0.042057, 1.042057, 0], [-0.019638, -0.078636, 1.098274]], // prettier-ignore
    weights: [0.228975, 0.691739, 0.079287],
  },
}

/** A colour moved towards its grey until none of its parts is less than nothing, and then made darker until none is more than all. */
function within(colour: Rgb, grey: number): Rgb {
  const least = Math.min(...colour)
  const share = least < 0 ? grey / (grey - least) : 1
  const inside = colour.map((value) => Math.max(0, grey + (value - grey) * share))
  const most = Math.max(1, ...inside)
  return inside.map((value) => value / most) as Rgb
}
