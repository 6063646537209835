/** A line of desert shafts seen from above, with the contours they press into the sand. */
import { billing, laurel } from '../kit/billing.ts'
import { bloom } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import {
  clamp,
  cover,
  frame,
  glow,
  grade,
  grain,
  light,
  plane,
  POSTER,
  shadow,
  sky,
  smooth,
  tint,
  vignette,
} from '../kit/frame.ts'
import { from, terrain, towards } from '../kit/landscape.ts'
import { noise } from '../kit/noise.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

/** The shafts run down the sheet in a slack curve. */
const shafts = Array.from({ length: 9 }, (_, i) => ({
  x: 0.24 + 0.5 * Math.sin(i * 0.33 + 0.25) ** 2 + i * 0.012,
  y: 0.06 + i * 0.076,
  r: 0.03 + i * 0.0028,
}))

export const art: FilmArt = {
  poster: (sheet) => {
    const n = noise('wells')
    const f = frame(POSTER)
    const values = plane(POSTER, 1.6, (u, v) => {
      let h = n.fbm(u * 1.6, v * 2.4, 3) * 0.26
      let hole = 0
      for (const s of shafts) {
        const d = Math.hypot(u - s.x, (v - s.y) * 1.5) / s.r
        if (d < 6) h += 0.7 * Math.exp(-((d - 1) ** 2) * 0.9)
        if (d < 0.62) hole = Math.max(hole, smooth(0.62, 0.5, d))
      }
      const phase = h * 17
      const near = Math.abs(phase - Math.round(phase))
      const quiet = smooth(0.69, 0.77, v + 0.02 * n.at(u * 5, 3))
      const drawn = smooth(0.1, 0.04, near) * 0.42 * (1 - quiet)
      h *= 1 - quiet
      return clamp(0.66 + h * 0.34 - drawn - hole * 1.2)
    })
    tint(f, values, ramp('#16100c', '#5e2413', '#b9542a', '#e39a52', '#f3c98c'))
    const p = new Sheet(f)
    p.text('rakkas', 'حرّاس الآبار', { x: 1490, y: 1960, size: 150, fill: '#1a110c', anchor: 'end' })
    p.text('gloock', 'The Well', { x: 110, y: 1940, size: 170, fill: '#1a110c', spacing: -0.015 })
    p.text('gloock', 'Keepers', { x: 110, y: 2090, size: 170, fill: '#1a110c', spacing: -0.015 })
    laurel(p, 1340, 2200, 104, '#1a110c', ['FIPADOC', 'IMPACT', '2023'])
    billing(p, sheet, { x: 112, y: 2335, width: 1020, fill: '#1a110c', anchor: 'start', size: 34, upwards: true })
    p.over(f)
    return grain(f, 'wells', 0.05)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('dune')
      const air = ramp('#e8b27a', '#f3d7ab', '#f7e7c9')
      sky(f, ramp('#7f9bb0', '#c9c3b0', '#f0d6a8'), 0, 0.45)
      const sand = ramp('#3a1c10', '#8f4a22', '#d48a45', '#f2c587', '#fbe3b6')
      terrain(f, {
        horizon: 0.4,
        eye: 1.5,
        near: 1.4,
        far: 70,
        light: [0.95, 0.3, 0.25],
        height: (x, z) => {
          const a = n.at(x * 0.16 + 3, z * 0.13) + 0.35 * n.at(x * 0.4, z * 0.33 + 9)
          return (
            1.25 * (1 - Math.abs(a)) ** 2.2 * smooth(0, 6, z) +
            0.006 * Math.sin(x * 22 + z * 30 + 7 * n.at(x * 1.4, z * 1.4)) -
            0.15
          )
        },
        shade: (x, z, _h, lit, far, out) => {
          from(sand, 0.06 + lit * 1.05 + 0.05 * n.fbm(x * 9, z * 9, 2), out)
          towards(air, 0.4, (1 - Math.exp(-far * 3)) * 0.8, out)
        },
      })
      return grain(vignette(grade(f, 1.1), 0.4), 'dune')
    },
    () => {
      // From the bottom of a shaft: the sky is a coin, the rope a hair
      const f = frame()
      const n = noise('shaft')
      const ratio = f.w / f.h
      tint(
        f,
        plane(f, 3, (u, v) => {
          const dx = (u - 0.56) * ratio
          const dy = v - 0.4
          const a = Math.atan2(dy, dx)
          const d = Math.hypot(dx, dy) * (1 + 0.05 * n.fbm(Math.cos(a) * 2 + 5, Math.sin(a) * 2, 3))
          if (d < 0.155) return 0.97 - d * 0.5
          const depth = 0.155 / d
          const course = Math.log(d) * 16
          const stones = n.fbm(Math.cos(a) * 9, Math.sin(a) * 9 + Math.floor(course) * 7.3, 3)
          const joint = Math.abs(course - Math.floor(course) - 0.5) > 0.43 ? -0.06 : 0
          return clamp(depth ** 1.35 * (0.62 + 0.4 * stones + 0.25 * Math.cos(a - 2.2)) + joint * depth + 0.02)
        }),
        ramp([0, '#080504'], [0.12, '#24130b'], [0.4, '#7b4a29'], [0.7, '#c99a67'], [0.86, '#efe2c4'], [1, '#e8f1f2']),
      )
      shadow(
        f,
        mask(
          f,
          `<path d="M1075 432 Q 1090 700 1010 1080" stroke="#fff" stroke-width="7" fill="none"/><path d="M975 1000 l70 0 l-10 80 l-52 0Z" fill="#fff"/>`,
        ),
        0.85,
      )
      return grain(vignette(bloom(f, 0.75, 70, 0.9), 0.5, 0.56, 0.4), 'shaft', 0.06)
    },
    () => {
      const f = frame()
      const n = noise('night')
      const roll = dice('night')
      sky(f, ramp('#050a18', '#0d1a30', '#243552', '#5c5a64'), 0, 0.78)
      light(
        f,
        plane(f, 3, (u, v) => {
          const d = (v - 0.15 - 0.62 * (1 - u)) * 0.78
          return (
            Math.exp(-d * d * 46) * clamp(0.62 + 0.55 * n.warped(u * 5, v * 5, 1.2, 5)) -
            0.2 * Math.exp(-d * d * 900) * (0.5 + n.fbm(u * 9, v * 9, 4))
          )
        }),
        '#8fa6c9',
        0.55,
      )
      const stars: string[] = []
      for (let i = 0; i < 1500; i++)
        stars.push(
          `<circle cx="${roll() * 1920}" cy="${roll() * 900}" r="${0.5 + 1.7 * roll() ** 7}" fill="#fff" fill-opacity="${0.25 + 0.75 * roll()}"/>`,
        )
      light(f, mask(f, ...stars), '#fdf6e6', 1)
      const sand = ramp('#05060b', '#141826', '#3a3d4c', '#6d6a6c')
      terrain(f, {
        horizon: 0.74,
        eye: 1,
        near: 1.6,
        far: 40,
        light: [-0.9, 0.35, -0.2],
        height: (x, z) => 0.9 * (1 - Math.abs(n.at(x * 0.2, z * 0.16))) ** 2 * smooth(1, 7, z) - 0.1,
        shade: (x, z, _h, lit, far, out) => {
          from(sand, lit * 0.8 + 0.06 * n.fbm(x * 8, z * 8, 2), out)
          towards(sand, 0.75, (1 - Math.exp(-far * 2)) * 0.5, out)
        },
      })
      glow(f, 0.3, 0.845, 0.03, '#ffb45c', 1, 1.2)
      glow(f, 0.3, 0.86, 0.16, '#ff7a2c', 0.4, 1.4)
      cover(
        f,
        mask(
          f,
          `<path d="M548 930 q6 -34 20 -40 q-6 -10 3 -17 q10 2 8 16 q16 10 20 41Z M610 932 q4 -22 16 -28 q-3 -8 3 -13 q9 2 6 13 q10 8 14 28Z" fill="#000"/>`,
        ),
        '#05040a',
      )
      return grain(vignette(f, 0.5), 'night', 0.06)
    },
  ],
}
