/** A shoal as one animal; boats, light, salt. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, light, plane, sky, smooth, tint, vignette } from '../kit/frame.ts'
import { noise } from '../kit/noise.ts'
import { inkHold, paper } from '../kit/paper.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

const fish = (x: number, y: number, long: number, turn: number, fill: string, eye: string) =>
  `<g transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) rotate(${turn.toFixed(1)}) scale(${(long / 100).toFixed(3)})"><path d="M-50 0 C -30 -15 10 -16 38 -3 L54 -13 L50 0 L54 13 L38 4 C 10 16 -30 14 -50 0Z" fill="${fill}"/><circle cx="-38" cy="-2" r="3.4" fill="${eye}"/></g>`

export const art: FilmArt = {
  poster: (sheet) => {
    const f = paper('anchovy', '#f5efe0', 0.05)
    const n = noise('anchovy')
    const roll = dice('anchovy')
    const p = new Sheet(f)
    p.add(`<rect width="1600" height="2400" fill="#ff6f59"/>`)
    // A ring of fish; one swims against it
    for (let i = 0; i < 540; i++) {
      const a = roll() * Math.PI * 2
      const d = 250 + 400 * Math.sqrt(roll())
      const x = 800 + Math.cos(a) * d * 1.02 + 20 * n.at(a * 3, d / 90)
      const y = 900 + Math.sin(a) * d * 1.08
      const odd = i === 333
      p.add(
        fish(
          x,
          y,
          odd ? 150 : roll.between(86, 118),
          (a * 180) / Math.PI - 90 + roll.bell() * 9 + (odd ? 180 : 0),
          odd ? '#ffd23f' : roll.pick(['#123c69', '#0d2f54', '#1c5189']),
          odd ? '#123c69' : '#f5efe0',
        ),
      )
    }
    p.text('bricolage', 'The Anchovy', { x: 90, y: 1900, size: 236, fill: '#f5efe0', spacing: -0.045 })
    p.text('bricolage', 'Year', { x: 90, y: 2110, size: 236, fill: '#ffd23f', spacing: -0.045 })
    p.text('bricolageText', 'El año de la anchoa', { x: 640, y: 2105, size: 66, fill: '#f5efe0' })
    billing(p, sheet, { x: 98, y: 2325, width: 1400, fill: '#0d2f54', anchor: 'start', size: 37, upwards: true })
    p.ink(f, inkHold('anchovy', 0.1))
    return grain(f, 'anchovy', 0.05)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('under')
      tint(
        f,
        plane(f, 3, (u, v) => clamp(0.95 - v * 0.9 - 0.4 * Math.abs(u - 0.55) + 0.06 * n.fbm(u * 3, v * 3, 3))),
        ramp('#011320', '#03374f', '#0f7a96', '#7fd8dc', '#f2fffb'),
      )
      light(
        f,
        plane(f, 3, (u, v) => {
          const a = Math.atan2(u - 0.55, v + 0.25)
          return clamp(0.2 + 0.9 * n.fbm(a * 12, 1, 3)) * Math.exp(-v * 2.2)
        }),
        '#c9fff5',
        0.5,
      )
      const roll = dice('under')
      for (const layer of [0, 1, 2]) {
        const p = new Sheet(f)
        for (let i = 0; i < [420, 300, 120][layer]!; i++) {
          const t = roll()
          const x = 180 + 1560 * t
          const y = 560 + 210 * Math.sin(t * 4.4 + 0.6) + roll.bell() * (66 + layer * 34)
          p.add(
            fish(
              x,
              y,
              [26, 44, 74][layer]! * roll.between(0.8, 1.2),
              180 - Math.cos(t * 4.4 + 0.6) * -26 + roll.bell() * 8,
              ['#3f8fa0', '#9fcdd0', '#e6f4ee'][layer]!,
              '#04202c',
            ),
          )
        }
        p.over(f, [0.55, 0.75, 0.92][layer]!)
      }
      return grain(vignette(bloom(f, 0.7, 60, 0.6), 0.5), 'under', 0.06)
    },
    () => {
      const f = frame()
      const n = noise('lamparo')
      sky(f, ramp('#03060f', '#0a1428', '#18274a'), 0, 0.5)
      const values = plane(f, 2, (u, v) => {
        if (v < 0.5) return 0
        const z = 1 / (v - 0.475)
        const wave = n.fbm((u - 0.5) * z * 2.6, z * 7, 4)
        return clamp(
          0.12 +
            0.14 * wave +
            [0.22, 0.52, 0.8].reduce(
              (sum, x) =>
                sum + Math.exp(-(((u - x) / (0.03 + 0.2 * (v - 0.5))) ** 2)) * (0.35 + 0.75 * wave) * smooth(1.05, 0.5, v),
              0,
            ),
        )
      })
      const sea = tint(frame(), values, ramp('#02050b', '#0d2233', '#2f7f86', '#bff5df', '#ffffff'))
      f.px.set(sea.px.subarray(540 * 1920 * 3), 540 * 1920 * 3)
      for (const [x, s] of [
        [0.22, 0.7],
        [0.52, 1.25],
        [0.8, 0.85],
      ] as const) {
        cover(
          f,
          mask(
            f,
            `<g transform="translate(${x * 1920} 552) scale(${s})"><path d="M-90 0 h180 l22 -26 h-60 v-34 h-46 v-22 h-30 v56 h-90Z M-20 -80 V-150 h5 v70Z"/></g>`,
          ),
          '#03050a',
        )
        glow(f, x, 0.5, 0.03 * s, '#eafff4', 1.3, 1.2)
        glow(f, x, 0.5, 0.2 * s, '#6fe0c4', 0.5, 1.1)
      }
      return grain(vignette(bloom(f, 0.6, 60, 0.7), 0.5), 'lamparo', 0.06)
    },
    () => {
      const f = frame(undefined, '#4a3b2c')
      const roll = dice('barrel')
      const p = new Sheet(f)
      p.add('<rect width="1920" height="1080" fill="#efe9dd"/>')
      for (let ring = 9; ring >= 1; ring--) {
        const r = ring * 92
        const count = Math.round(r / 13)
        for (let i = 0; i < count; i++) {
          const a = (i / count) * Math.PI * 2 + ring
          const k = roll.between(0.75, 1.1)
          p.add(
            fish(
              900 + Math.cos(a) * r,
              560 + Math.sin(a) * r,
              150,
              (a * 180) / Math.PI + 180 + roll.bell() * 3,
              `rgb(${Math.round(92 * k)},${Math.round(110 * k)},${Math.round(128 * k)})`,
              '#161a20',
            ),
          )
          p.add(
            `<path d="M${900 + Math.cos(a) * (r - 40)} ${560 + Math.sin(a) * (r - 40)} L${900 + Math.cos(a) * (r + 40)} ${560 + Math.sin(a) * (r + 40)}" stroke="#dfe8ec" stroke-opacity=".5" stroke-width="4" stroke-linecap="round"/>`,
          )
        }
      }
      p.over(f)
      light(
        f,
        blur(
          mask(
            f,
            ...Array.from(
              { length: 1500 },
              () =>
                `<rect x="${roll() * 1920}" y="${roll() * 1080}" width="${roll.between(3, 9)}" height="${roll.between(3, 9)}" fill-opacity="${roll()}"/>`,
            ),
          ),
          f.w,
          f.h,
          1,
        ),
        '#ffffff',
        0.6,
      )
      const n = noise('barrel')
      light(
        f,
        plane(
          f,
          6,
          (u, v) => Math.exp(-(((u - 0.25) / 0.35) ** 2 + ((v - 0.2) / 0.45) ** 2)) * (0.8 + 0.2 * n.fbm(u * 4, v * 4, 3)),
        ),
        '#fff0d2',
        0.4,
      )
      return grain(vignette(grade(f, 1.12), 0.7, 0.42, 0.45), 'barrel', 0.055)
    },
  ],
}
