/** Suzani medallion, cut in two and shifted; Pamir ranges, the steppe road, a town under its hill. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { cover, frame, glow, grade, grain, light, plane, sky, smooth, vignette } from '../kit/frame.ts'
import { below, from, ranges, skyline, terrain, towards } from '../kit/landscape.ts'
import { noise } from '../kit/noise.ts'
import { inkHold, paper } from '../kit/paper.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

const petals = (count: number, inner: number, outer: number, wide: number, fill: string, turn = 0) =>
  Array.from({ length: count }, (_, i) => {
    const a = (360 / count) * i + turn
    const middle = (inner + outer) / 2
    return `<path transform="rotate(${a})" d="M0 ${-inner} C ${wide} ${-middle} ${wide * 0.8} ${-outer * 0.96} 0 ${-outer} C ${-wide * 0.8} ${-outer * 0.96} ${-wide} ${-middle} 0 ${-inner}Z" fill="${fill}"/>`
  }).join('')
const ring = (r: number, width: number, colour: string) =>
  `<circle r="${r}" fill="none" stroke="${colour}" stroke-width="${width}"/>`

function medallion(a: string, b: string, c: string): string {
  return [
    `<circle r="640" fill="${a}"/>`,
    petals(36, 560, 636, 34, b),
    ring(540, 16, b),
    petals(24, 380, 520, 54, c, 7.5),
    petals(24, 400, 500, 26, a, 7.5),
    ring(362, 26, b),
    `<circle r="340" fill="${b}"/>`,
    petals(16, 190, 330, 58, a),
    petals(16, 215, 305, 28, c),
    ring(180, 12, a),
    `<circle r="160" fill="${c}"/>`,
    petals(8, 40, 150, 46, b),
    `<circle r="46" fill="${a}"/>`,
    `<circle r="20" fill="${b}"/>`,
  ].join('')
}

export const art: FilmArt = {
  poster: (sheet) => {
    const red = '#d4381f',
      black = '#17120f',
      bone = '#f1e7d2'
    const f = paper('central-asia', bone)
    const p = new Sheet(f)
    p.add(`<rect width="1600" height="2400" fill="${red}"/>`)
    p.add(
      `<clipPath id="l"><rect x="0" y="0" width="800" height="2400"/></clipPath><clipPath id="r"><rect x="800" y="0" width="800" height="2400"/></clipPath>`,
    )
    p.add(`<g clip-path="url(#l)"><g transform="translate(800 830)">${medallion(bone, red, black)}</g></g>`)
    p.add(
      `<g clip-path="url(#r)"><rect x="800" width="800" height="2400" fill="${black}"/><g transform="translate(800 1066)">${medallion(red, black, bone)}</g></g>`,
    )
    p.fit('archivoBlack', 'CENTRAL ASIA', 1400, { x: 100, y: 1990, fill: bone, spacing: -0.02 })
    p.text('archivoBold', 'THE CALL', { x: 104, y: 2110, size: 92, fill: bone, spacing: 0.02 })
    p.text('archivoBold', 'OF ISIS', { x: 840, y: 2110, size: 92, fill: red, spacing: 0.02 })
    p.text('archivo', 'A film by Gulya Mirzoeva', { x: 104, y: 130, size: 46, fill: bone })
    p.text('archivo', '2020', { x: 1496, y: 130, size: 46, fill: bone, anchor: 'end' })
    billing(p, sheet, { x: 104, y: 2290, width: 640, fill: bone, anchor: 'start', size: 36 })
    p.ink(f, inkHold('central-asia', 0.1))
    return grain(f, 'central-asia', 0.05)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('ca1')
      sky(f, ramp('#3d3a4f', '#8e5f5c', '#d98f5f', '#f2c48a'), 0, 0.62, (u, v) => 0.06 * n.fbm(u * 4, v * 18, 4))
      glow(f, 0.68, 0.46, 0.07, '#ffe9c0', 1, 6)
      glow(f, 0.68, 0.46, 0.5, '#ff9a50', 0.5, 1.3)
      ranges(f, 'pamir', ramp('#b98a7c', '#7d5f66', '#453b4a', '#16141c'), {
        count: 6,
        from: 0.47,
        to: 0.93,
        rise: 0.19,
        wide: 3,
        mist: 0.5,
        mistColour: '#e2a981',
        sharp: 0.75,
      })
      return grain(vignette(grade(f, 1.06), 0.5), 'ca1')
    },
    () => {
      const f = frame()
      const n = noise('ca2')
      const dust = ramp('#a9a18f', '#d9cdb4', '#efe3c8')
      sky(f, dust, 0, 0.5, (u, v) => 0.1 * n.fbm(u * 3, v * 7, 4))
      ranges(f, 'ca2', ramp('#c9bda6', '#a89c8a', '#8a7f72'), {
        count: 3,
        from: 0.44,
        to: 0.5,
        rise: 0.12,
        wide: 2.6,
        mist: 0.5,
        mistColour: '#dccfb5',
        sharp: 0.8,
      })
      const ground = ramp('#4b3d2d', '#8c7350', '#c6a873', '#e9d5a6')
      const asphalt = ramp('#2d2a28', '#56524c')
      terrain(f, {
        horizon: 0.5,
        eye: 1,
        near: 0.9,
        far: 90,
        light: [-0.8, 0.45, 0.5],
        height: (x, z) => (Math.abs(x + 0.35 - 0.04 * z) < 0.75 ? 0 : 0.09 * n.fbm(x * 1.1, z * 1.1, 5) + 0.02),
        shade: (x, z, h, lit, far, out) => {
          const off = Math.abs(x + 0.35 - 0.04 * z)
          if (off < 0.66) {
            from(asphalt, 0.5 + 0.4 * n.at(x * 6, z * 3), out)
            if (off < 0.025 && (z * 0.9) % 1.4 < 0.8) from(ground, 1, out)
          } else from(ground, 0.15 + lit * 0.75 + 0.25 * n.fbm(x * 7, z * 7, 3) + h, out)
          towards(dust, 0.9, 1 - Math.exp(-far * 4.2), out)
        },
      })
      return grain(vignette(grade(f, 1.08), 0.55), 'ca2')
    },
    () => {
      const f = frame()
      const n = noise('ca3')
      sky(f, ramp('#0b1020', '#1c2742', '#4d4a63', '#8a5f5e'), 0, 0.6, (u, v) => 0.05 * n.fbm(u * 3, v * 9, 4))
      ranges(f, 'ca3', ramp('#4a4258', '#1f1f30'), {
        count: 2,
        from: 0.5,
        to: 0.58,
        rise: 0.2,
        wide: 2.2,
        mist: 0.3,
        mistColour: '#7a5a62',
        sharp: 0.7,
      })
      const roll = dice('ca3')
      const houses: string[] = []
      const lamps: string[] = []
      for (let row = 0; row < 7; row++) {
        const y = 640 + row * row * 9 + row * 22
        const size = 34 + row * 17
        for (let x = -40; x < 1960; x += size * roll.between(0.7, 1.3)) {
          const hh = size * roll.between(0.6, 1.5)
          houses.push(
            `<rect x="${x}" y="${y - hh}" width="${size * roll.between(0.8, 1.2)}" height="${hh + 500}" fill="hsl(${roll.between(220, 260)},18%,${Math.max(3, 13 - row * 1.6)}%)"/>`,
          )
          if (roll() < 0.42)
            lamps.push(
              `<rect x="${x + size * 0.3}" y="${y - hh * 0.65}" width="${size * 0.13}" height="${size * 0.2}" fill="#fff"/>`,
            )
        }
        if (row === 2)
          houses.push(
            `<path d="M1310 ${y} V 470 q 4 -16 18 -34 q 14 18 18 34 V ${y}Z M1302 520 h52 v14 h-52Z" fill="#15131d"/><path d="M1130 ${y} v-70 q 0 -90 84 -120 q 84 30 84 120 v70Z" fill="#15131d"/>`,
          )
      }
      new Sheet(f).add(...houses).over(f)
      const shine = mask(f, ...lamps)
      light(f, shine, '#ffc36b', 0.95)
      light(f, blur(shine, f.w, f.h, 22), '#ff8a3c', 2.4)
      light(
        f,
        plane(f, 8, (u, v) => smooth(0.45, 0.75, v) * smooth(1.1, 0.6, v) * (0.5 + 0.5 * n.fbm(u * 3, v * 4, 3))),
        '#c46a3f',
        0.16,
      )
      cover(f, below(f, skyline(f.w, 'ca3f', 0.93, 0.05, 2, 6, 0.2)), '#07070b', 0.96)
      return grain(vignette(bloom(f, 0.55, 50, 0.8), 0.6), 'ca3', 0.06)
    },
  ],
}
