/** A floor plan with a line of crosses through it; a kitchen in two lights. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, light, plane, shadow, tint, vignette } from '../kit/frame.ts'
import { noise } from '../kit/noise.ts'
import { inkHold, paper } from '../kit/paper.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

export const art: FilmArt = {
  poster: (sheet) => {
    const f = paper('kitchen', '#fbf6ea', 0.05)
    const p = new Sheet(f)
    const red = '#e63b2e',
      blue = '#2d5fd0',
      ink = '#1a1a1e'
    p.add(
      `<path d="M120 160 H940 C 900 420 1010 640 880 900 C 800 1080 900 1300 820 1560 H120Z" fill="${red}"/><path d="M940 160 H1480 V1560 H820 C 900 1300 800 1080 880 900 C 1010 640 900 420 940 160Z" fill="${blue}"/>`,
    )
    // Walls, doors, the table, the stove
    p.add(
      `<g fill="none" stroke="${ink}" stroke-width="22" stroke-linejoin="miter"><path d="M120 160 H1480 V1560 H120 V160 M120 1120 H420 M600 1120 H1100 M1290 1120 H1480 M1100 1120 V1560 M560 160 V420"/></g><g fill="none" stroke="${ink}" stroke-width="7"><path d="M420 1120 A180 180 0 0 1 600 1300 V1120 M1290 1120 A190 190 0 0 0 1100 1310"/><rect x="640" y="560" width="480" height="280" rx="14" fill="#fbf6ea"/><circle cx="720" cy="500" r="54"/><circle cx="900" cy="500" r="54"/><circle cx="1050" cy="500" r="54"/><circle cx="720" cy="900" r="54"/><circle cx="1050" cy="900" r="54"/><rect x="1250" y="200" width="190" height="230"/><circle cx="1300" cy="260" r="32"/><circle cx="1392" cy="260" r="32"/><circle cx="1300" cy="364" r="32"/><circle cx="1392" cy="364" r="32"/><rect x="170" y="200" width="300" height="130"/><rect x="200" y="225" width="110" height="80" rx="12"/></g>`,
    )
    const cross = (x: number, y: number) =>
      `<path d="M${x - 18} ${y} h36 M${x} ${y - 18} v36" stroke="#fbf6ea" stroke-width="11"/>`
    for (const [x, y] of [
      [936, 210],
      [926, 290],
      [928, 370],
      [938, 450],
      [945, 530],
      [936, 870],
      [862, 940],
      [838, 1010],
      [836, 1080],
      [850, 1180],
      [856, 1260],
      [846, 1340],
      [832, 1420],
      [826, 1500],
    ] as const)
      p.add(cross(x, y))
    p.text('syne', 'NL', { x: 200, y: 1030, size: 120, fill: '#fbf6ea' }).text('syne', 'B', {
      x: 1285,
      y: 1030,
      size: 120,
      fill: '#fbf6ea',
    })
    p.text('unbounded', 'The Kitchen', { x: 112, y: 1790, size: 158, fill: ink, spacing: -0.04 })
    p.text('unbounded', 'Border', { x: 112, y: 1970, size: 158, fill: red, spacing: -0.04 })
    p.text('archivo', 'A short history of one table, by Lotte Verbeek-Claes', { x: 118, y: 2060, size: 48, fill: ink })
    billing(p, sheet, { x: 118, y: 2310, width: 1370, fill: ink, anchor: 'start', size: 36, upwards: true })
    p.ink(f, inkHold('kitchen', 0.1))
    return grain(f, 'kitchen', 0.045)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('kt1')
      // Tiles in perspective, the border laid in brass
      tint(
        f,
        plane(f, 1.5, (u, v) => {
          if (v < 0.34) return clamp(0.72 - 0.3 * Math.abs(u - 0.3) + 0.03 * n.fbm(u * 5, v * 5, 3) - (v > 0.325 ? 0.35 : 0))
          const z = 1 / (v - 0.2)
          const x = (u - 0.5) * z * 1.5
          const tile = (Math.floor(x + 40) + Math.floor(z * 1.5)) % 2
          const gap = Math.min(Math.abs((x + 40) % 1), Math.abs((z * 1.5) % 1)) < 0.035 ? -0.14 : 0
          return clamp(
            (tile ? 0.62 : 0.26) +
              gap +
              0.05 * n.fbm(x * 4, z * 4, 3) +
              0.32 * Math.exp(-(((u - 0.3) / 0.2) ** 2 + ((v - 0.6) / 0.25) ** 2)),
          )
        }),
        ramp('#15181c', '#3c4a4f', '#93a09a', '#e6dfc9', '#fff8e4'),
      )
      cover(
        f,
        mask(
          f,
          ...Array.from({ length: 17 }, (_, i) => {
            const t = i / 16
            const y = 372 + 700 * t * t
            const x = 1050 - 190 * t * t + 30 * Math.sin(t * 4)
            const s = 6 + 30 * t * t
            return `<path d="M${x - s} ${y} h${s * 2} M${x} ${y - s * 0.55} v${s * 1.1}" stroke="#000" stroke-width="${3 + 9 * t * t}"/>`
          }),
        ),
        '#c9972f',
        0.95,
      )
      const table = `<path d="M700 520 H1420 L1500 600 H640Z"/><path d="M690 600 h26 l-20 400 h-18Z M1424 600 h26 l14 400 h-18Z M800 540 h14 v240 h-14Z M1310 540 h14 v240 h-14Z"/>`
      shadow(f, blur(mask(f, `<path d="M640 900 H1640 L1800 1040 H700Z"/>`), f.w, f.h, 26), 0.5)
      cover(f, mask(f, table), '#3a2013', 0.97)
      light(f, blur(mask(f, `<path d="M700 520 H1420 L1424 526 H694Z"/>`), f.w, f.h, 1), '#f0c48a', 0.7)
      new Sheet(f)
        .add(
          `<ellipse cx="960" cy="540" rx="74" ry="17" fill="#f3eee0"/><ellipse cx="960" cy="536" rx="54" ry="11" fill="#d9cfb8"/><path d="M1150 545 v-56 h60 v56 q-30 10 -60 0Z" fill="#2d5fd0"/><path d="M1210 500 q26 4 0 32" fill="none" stroke="#2d5fd0" stroke-width="8"/>`,
        )
        .over(f)
      light(
        f,
        plane(f, 6, (u, v) => Math.exp(-(((u - 0.22 - 0.2 * v) / 0.12) ** 2))),
        '#fff0c8',
        0.3,
      )
      return grain(vignette(grade(f, 1.05), 0.5), 'kt1', 0.055)
    },
    () => {
      // Two windows, two countries: evening on the left, lamp on the right
      const f = frame()
      const n = noise('kt2')
      tint(
        f,
        plane(f, 3, (u, v) =>
          clamp(
            0.34 +
              0.1 * n.at(Math.floor(u * 64), Math.floor(v * 60 + (Math.floor(u * 64) % 2) * 0.5)) +
              0.08 * n.fbm(u * 30, v * 30, 3) -
              0.18 * v,
          ),
        ),
        ramp('#0d0f16', '#2c2a38', '#5c4650', '#97706a'),
      )
      const window = (x: number) => `<rect x="${x}" y="290" width="360" height="440"/>`
      cover(f, mask(f, window(360)), '#2a4f96')
      cover(f, mask(f, window(1190)), '#f0a83f')
      for (const [x, c] of [
        [360, '#6fa0f0'],
        [1190, '#ffe2a0'],
      ] as const)
        light(
          f,
          plane(f, 4, (u, v) => Math.exp(-(((u - (x + 180) / 1920) / 0.07) ** 2 + ((v - 0.42) / 0.16) ** 2))),
          c,
          0.7,
        )
      cover(
        f,
        mask(f, `<path d="M536 290 h10 v440 h-10Z M360 500 h360 v9 h-360Z M1366 290 h10 v440 h-10Z M1190 500 h360 v9 h-360Z"/>`),
        '#14121a',
      )
      cover(
        f,
        blur(
          mask(
            f,
            `<path d="M440 730 q4 -150 90 -170 q-40 -30 -30 -84 q14 -50 58 -46 q50 4 52 60 q-2 50 -34 72 q80 20 88 168Z M1290 730 q0 -120 70 -150 q-34 -30 -22 -80 q18 -44 60 -36 q46 12 38 66 q-8 40 -36 56 q76 30 80 144Z"/>`,
          ),
          f.w,
          f.h,
          2,
        ),
        '#0c0a12',
        0.96,
      )
      cover(
        f,
        mask(
          f,
          ...Array.from(
            { length: 12 },
            (_, i) => `<path d="M${948} ${60 + i * 86} h28 M962 ${46 + i * 86} v28" stroke="#000" stroke-width="8"/>`,
          ),
        ),
        '#e9e2d0',
        0.9,
      )
      glow(f, 0.71, 0.48, 0.36, '#ffb040', 0.4, 1.3)
      glow(f, 0.28, 0.48, 0.36, '#4f86e6', 0.35, 1.3)
      return grain(vignette(bloom(f, 0.6, 60, 0.6), 0.55), 'kt2', 0.065)
    },
    () => {
      // The surveyor's map under a glass
      const f = frame()
      const n = noise('kt3')
      tint(
        f,
        plane(f, 3, (u, v) => clamp(0.8 + 0.1 * n.fbm(u * 4, v * 4, 4) - 0.4 * Math.hypot(u - 0.45, v - 0.45))),
        ramp('#6b5636', '#b89a66', '#e6d3a4', '#f9efd2'),
      )
      const p = new Sheet(f)
      const wob = (i: number) =>
        `M${-60} ${80 + i * 120} ${Array.from({ length: 22 }, (_, k) => `L${k * 95} ${80 + i * 120 + 60 * n.fbm(k * 0.3, i * 0.6, 3)}`).join('')}`
      p.add(
        '<g fill="none" stroke="#5a4a2c" stroke-width="3">',
        ...Array.from({ length: 10 }, (_, i) => `<path d="${wob(i)}"/>`),
        ...Array.from({ length: 12 }, (_, i) => `<path d="M${100 + i * 160} -20 L${60 + i * 168 + 80 * n.at(i, 2)} 1100"/>`),
        '</g>',
      )
      const enclaves = Array.from({ length: 9 }, (_, i) => {
        const cx = 280 + (i % 4) * 430 + 80 * n.at(i, 5),
          cy = 240 + Math.floor(i / 4) * 320 + 60 * n.at(i, 9),
          r = 60 + 70 * Math.abs(n.at(i * 2.3, 3))
        return `M${Array.from({ length: 14 }, (_, k) => {
          const a = (k / 14) * Math.PI * 2
          const d = r * (1 + 0.5 * n.at(Math.cos(a) + i * 3, Math.sin(a)))
          return `${(cx + Math.cos(a) * d * 1.3).toFixed(0)} ${(cy + Math.sin(a) * d).toFixed(0)}`
        }).join('L')}Z`
      })
      p.add(
        `<path d="${enclaves.join('')}" fill="#d8432f" fill-opacity=".42" stroke="#a82a1a" stroke-width="5" stroke-dasharray="22 10"/>`,
      ).over(f, 0.9)
      const gx = 1120,
        gy = 520,
        gr = 300
      const copy = f.px.slice()
      for (let y = gy - gr; y < gy + gr; y++)
        for (let x = gx - gr; x < gx + gr; x++) {
          const d = Math.hypot(x - gx, y - gy) / gr
          if (d >= 1) continue
          const k = 0.52 + 0.4 * d ** 4
          const sx = Math.round(gx + (x - gx) * k),
            sy = Math.round(gy + (y - gy) * k)
          for (let c = 0; c < 3; c++) f.px[(y * 1920 + x) * 3 + c] = copy[(sy * 1920 + sx) * 3 + c]! * (1.06 - 0.14 * d ** 6)
        }
      shadow(
        f,
        blur(
          mask(f, `<circle cx="${gx + 40}" cy="${gy + 60}" r="${gr + 30}" fill="none" stroke="#000" stroke-width="60"/>`),
          f.w,
          f.h,
          24,
        ),
        0.45,
      )
      new Sheet(f)
        .add(
          `<circle cx="${gx}" cy="${gy}" r="${gr + 12}" fill="none" stroke="#1c1a18" stroke-width="30"/><circle cx="${gx}" cy="${gy}" r="${gr + 18}" fill="none" stroke="#c9a040" stroke-width="7"/><path d="M${gx + 222} ${gy + 240} l330 330 l60 -60 l-330 -330Z" fill="#241510"/><path d="M${gx - 190} ${gy - 150} q80 -110 210 -110" fill="none" stroke="#fff" stroke-width="16" stroke-linecap="round" opacity=".4"/>`,
        )
        .over(f)
      return grain(vignette(grade(f, 1.05), 0.6), 'kt3', 0.05)
    },
  ],
}
