/** Waves cut in wood; the line on the hill where the sea stopped. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, plane, sky, smooth, tint, vignette } from '../kit/frame.ts'
import { from, terrain, towards } from '../kit/landscape.ts'
import { noise } from '../kit/noise.ts'
import { inkHold, paper } from '../kit/paper.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

export const art: FilmArt = {
  poster: (sheet) => {
    const f = paper('stone', '#eee6d6', 0.08)
    const n = noise('stone')
    const p = new Sheet(f)
    const blue = '#173a6b',
      red = '#d3321f'
    // Each line swells where the wave is steep, as a gouge would leave it
    for (let k = 0; k < 46; k++) {
      const t = k / 45
      const base = 980 + t * 900
      const upper: string[] = []
      const lower: string[] = []
      for (let x = -20; x <= 1620; x += 10) {
        const u = x / 1600
        const crest = 560 * Math.exp(-(((u - 0.3 - t * 0.1) / (0.2 + t * 0.14)) ** 2)) * (1 - t * 0.82)
        const y = base - crest + 26 * n.fbm(u * 5, t * 5, 3) * (1 + t) - 120 * Math.exp(-(((u - 1) / 0.25) ** 2)) * (1 - t)
        const wide = 3 + 13 * Math.abs(n.at(u * 7 + t * 3, t * 9)) + 7 * smooth(0.1, 0.5, crest / 560)
        upper.push(`${x} ${(y - wide / 2).toFixed(1)}`)
        lower.unshift(`${x} ${(y + wide / 2).toFixed(1)}`)
      }
      p.add(`<path d="M${upper.join('L')}L${lower.join('L')}Z" fill="${blue}"/>`)
    }
    p.add(`<circle cx="1180" cy="470" r="196" fill="${red}"/>`)
    p.add(`<path d="M0 330 H860" stroke="${red}" stroke-width="6"/>`)
    ;[...'此処より下に'].forEach((g, i) =>
      p.text('dela', g, { x: 1452, y: 190 + i * 118, size: 104, fill: blue, anchor: 'middle' }),
    )
    p.text('dela', 'BELOW THIS', { x: 80, y: 190, size: 108, fill: blue, spacing: -0.01 })
    p.text('dela', 'STONE', { x: 80, y: 300, size: 108, fill: blue, spacing: -0.01 })
    p.text('archivo', 'do not build', { x: 84, y: 390, size: 46, fill: red })
    billing(p, sheet, { x: 84, y: 2310, width: 1430, fill: blue, anchor: 'start', size: 36, upwards: true })
    p.text('archivoBold', 'A film by Haruka Onodera', { x: 84, y: 2090, size: 54, fill: blue })
    p.ink(f, inkHold('stone', 0.2))
    return grain(f, 'stone', 0.05)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('stone1')
      const air = ramp('#7f93a0', '#c7cdca')
      sky(f, ramp('#5c7280', '#93a4aa', '#d3d4cb'), 0, 0.4, (u, v) => 0.2 * n.warped(u * 2.4, v * 8, 1.2, 5))
      const sea = ramp('#04101a', '#0f2a3a', '#31566a', '#8fa9b0', '#eef3f0')
      terrain(f, {
        horizon: 0.36,
        eye: 1.1,
        near: 1,
        far: 60,
        light: [0.2, 0.5, 0.85],
        height: (x, z) => {
          const w =
            n.at(x * 0.35 + 4, z * 0.55) * 0.34 +
            0.16 * (1 - Math.abs(n.at(x * 0.9, z * 1.3))) ** 2 +
            0.05 * n.fbm(x * 3, z * 4, 3)
          return w
        },
        shade: (x, z, h, lit, far, out) => {
          from(sea, 0.1 + lit * 0.5 + smooth(0.26, 0.42, h) * (0.35 + 0.3 * n.fbm(x * 10, z * 10, 2)), out)
          towards(air, 0.8, 1 - Math.exp(-far * 3), out)
        },
      })
      return grain(vignette(grade(f, 1.12), 0.5), 'stone1', 0.06)
    },
    () => {
      const f = frame()
      const n = noise('stone2')
      sky(f, ramp('#aeb8ae', '#c9cfc2', '#8d9a88'), 0, 1)
      const roll = dice('stone2')
      ;['#a3afa1', '#7f907f', '#4f6454'].forEach((tone, layer) => {
        const trunks = Array.from({ length: 26 - layer * 7 }, () => {
          const x = roll.between(-20, 1940),
            w = 16 + layer * 24
          return `<path d="M${x} -10 h${w} l${w * 0.2} 1100 h${-w * 1.4}Z"/>`
        })
        cover(f, blur(mask(f, ...trunks), f.w, f.h, 3), tone, 0.95)
        cover(
          f,
          plane(f, 6, (u, v) => smooth(0.4, 1, v + 0.15 * n.fbm(u * 3, layer, 3))),
          '#c3cbbd',
          0.5,
        )
      })
      const stele = mask(f, `<path d="M800 950 L820 330 Q840 250 940 236 Q1060 246 1084 322 L1112 950Z"/>`)
      const rock = plane(f, 1.5, (u, v) => clamp(0.36 + 0.4 * n.fbm(u * 16, v * 12, 6, 0.6) + 0.3 * (0.56 - u) + 0.1 * (0.5 - v)))
      const stone = tint(frame(), rock, ramp('#10140f', '#3a4038', '#6d7167', '#a8a99a'))
      for (let i = 0; i < stele.length; i++)
        for (let c = 0; c < 3; c++) f.px[i * 3 + c] = f.px[i * 3 + c]! + (stone.px[i * 3 + c]! - f.px[i * 3 + c]!) * stele[i]!
      const carved = new Sheet(f)
      ;[...'此処より下'].forEach((g, i) =>
        carved.text('dela', g, { x: 952, y: 400 + i * 112, size: 80, fill: '#1a1d18', anchor: 'middle', opacity: 0.62 }),
      )
      carved.over(f)
      cover(
        f,
        plane(f, 2, (u, v) => smooth(0.82, 0.9, v + 0.05 * n.fbm(u * 24, v * 4, 4))),
        '#26331f',
        0.95,
      )
      cover(
        f,
        plane(
          f,
          2,
          (u, v) => smooth(0.3, 0.75, n.fbm(u * 30, v * 22, 4)) * smooth(0.45, 0.9, v) * (Math.abs(u - 0.5) < 0.09 ? 1 : 0),
        ),
        '#5d7340',
        0.8,
      )
      return grain(vignette(grade(f, 1.05), 0.5), 'stone2', 0.055)
    },
    () => {
      const f = frame()
      const n = noise('stone3')
      sky(f, ramp('#31435c', '#7b7f92', '#dba98f', '#f7d5ab'), 0, 0.56, (u, v) => 0.06 * n.fbm(u * 3, v * 16, 5))
      glow(f, 0.28, 0.53, 0.3, '#ffe2b4', 0.7, 1.3)
      const values = plane(f, 2, (u, v) =>
        v < 0.55
          ? 0
          : clamp(
              0.4 + 0.3 * n.fbm(((u - 0.5) * 3) / (v - 0.53), 7 / (v - 0.53), 3) + 0.3 * Math.exp(-(((u - 0.28) / 0.1) ** 2)),
            ),
      )
      const sea = tint(frame(), values, ramp('#1b2a3d', '#556074', '#c79a86', '#fbe0b8'))
      f.px.set(sea.px.subarray(594 * 1920 * 3), 594 * 1920 * 3)
      // The sea wall, higher than the houses it protects
      cover(f, mask(f, `<path d="M720 1080 L900 470 L1920 380 V1080Z"/>`), '#5a5754')
      cover(f, mask(f, `<path d="M900 470 L1920 380 V404 L904 492Z"/>`), '#a0958a')
      cover(
        f,
        plane(f, 2, (u, v) => clamp(0.5 + n.fbm(u * 14, v * 40, 5)) * (u > 0.38 && v > 0.4 ? smooth(0.38, 0.5, u) : 0)),
        '#2a2c30',
        0.55,
      )
      cover(
        f,
        mask(
          f,
          ...Array.from(
            { length: 9 },
            (_, i) => `<path d="M${980 + i * 110} ${466 - i * 9} L${900 + i * 130} 1080" stroke="#000" stroke-width="3"/>`,
          ),
        ),
        '#2f2f31',
        0.6,
      )
      cover(
        f,
        mask(
          f,
          `<g transform="translate(1330 430)"><ellipse cy="-62" rx="8" ry="9"/><path d="M-13 -52 q13 -8 26 0 l3 30 l-5 24 h-22 l-4 -24Z"/></g>`,
        ),
        '#17161a',
      )
      return grain(vignette(bloom(f, 0.75, 50, 0.5), 0.45), 'stone3', 0.055)
    },
  ],
}
