/** Marble: its veins, its stairs, the white that hurts. */
import { billing } from '../kit/billing.ts'
import { bloom, blur, defocus } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, grade, grain, light, plane, POSTER, sky, smooth, tint, vignette } from '../kit/frame.ts'
import { from, terrain, towards } from '../kit/landscape.ts'
import { noise } from '../kit/noise.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

const veined = (seed: string) => {
  const n = noise(seed)
  return (u: number, v: number) => {
    const x = u * 2.2 + 0.8 * n.fbm(u * 1.5, v * 1.5, 4)
    const y = v * 2.2 + 0.8 * n.fbm(u * 1.5 + 7, v * 1.5, 4)
    const vein = smooth(0.8, 0.985, 1 - Math.abs(n.at(x * 1.1 + y * 0.7, y * 0.5)) * 1.6)
    const fine = smooth(0.86, 0.99, 1 - Math.abs(n.fbm(x * 2 - y, y * 1.6, 3)) * 1.6)
    return clamp(0.9 - 0.5 * vein * (0.5 + n.fbm(u * 4, v * 4, 2)) - 0.2 * fine + 0.1 * n.fbm(u * 3, v * 3, 4))
  }
}

export const art: FilmArt = {
  poster: (sheet) => {
    const f = frame(POSTER)
    const stone = veined('marble')
    tint(
      f,
      plane(POSTER, 2.5, (u, v) => stone(u, v * 1.5)),
      ramp('#2e343b', '#7d8489', '#c6c9c8', '#eceae4', '#fbfaf6'),
    )
    const p = new Sheet(f)
    // A staircase cut out of the mountain
    p.add(`<path d="M0 2400 V1500 H260 V1330 H520 V1140 H760 V960 H1010 V770 H1240 V560 H1600 V2400Z" fill="#14161a"/>`)
    p.add(
      `<g transform="translate(860 960)"><circle cx="6" cy="-88" r="12" fill="#e0371f"/><path d="M-12 -74 h36 l3 40 h-8 l-2 34 h-10 l-2 -28 l-3 28 h-10 l-2 -36 h-6Z" fill="#e0371f"/></g>`,
    )
    p.text('gloock', 'Rava', { x: 90, y: 400, size: 430, fill: '#14161a', spacing: -0.03 })
    p.text('gloock', 'neti', { x: 90, y: 770, size: 430, fill: '#14161a', spacing: -0.03 })
    p.text('gloock', 'What the mountain leaves', { x: 96, y: 2000, size: 104, fill: '#fbfaf6' })
    p.text('archivo', 'Un film di Beatrice Lazzerini', { x: 98, y: 2085, size: 48, fill: '#e0371f' })
    billing(p, sheet, { x: 98, y: 2315, width: 1400, fill: '#c9c8c4', anchor: 'start', size: 36, upwards: true })
    p.over(f)
    return grain(f, 'marble', 0.05)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('quarry')
      const stone = veined('quarry')
      const air = ramp('#b9c7d0', '#dfe4e2')
      sky(f, ramp('#6f8ca6', '#b3c3cc', '#e6e6dd'), 0, 0.4)
      const shades = ramp('#3a4148', '#8b9195', '#d3d2cb', '#fffdf5')
      terrain(f, {
        horizon: 0.3,
        eye: 1.4,
        near: 1.2,
        far: 26,
        light: [-0.8, 0.55, -0.25],
        height: (x, z) => {
          const up = Math.max(
            0,
            Math.abs(x + 0.8) * 0.75 - 0.5 + z * 0.09 + 0.25 * n.at(Math.floor(x * 1.3) * 3.7, Math.floor(z * 0.9) * 5.1),
          )
          return Math.min(4, Math.floor(up * 2.2) / 2.2) + 0.008 * n.fbm(x * 9, z * 9, 2)
        },
        shade: (x, z, h, lit, far, out) => {
          from(shades, 0.22 + lit * 0.55 + 0.3 * (stone(x * 0.3, z * 0.3 + h) - 0.75), out)
          towards(air, 0.6, (1 - Math.exp(-far * 2)) * 0.8, out)
        },
      })
      return grain(vignette(grade(f, 1.1), 0.4), 'quarry', 0.05)
    },
    () => {
      const f = frame()
      const stone = veined('slab')
      const n = noise('slab')
      tint(
        f,
        plane(f, 2, (u, v) => stone(u * 1.5, v)),
        ramp('#343a40', '#8a8f92', '#d2d1cb', '#f7f4ec'),
      )
      light(
        f,
        plane(f, 6, (u, v) => Math.exp(-(((u - 0.3 - v * 0.3) / 0.25) ** 2))),
        '#fff3d9',
        0.28,
      )
      // Wet by the wire: a darker band with a bright edge
      const wet = plane(f, 2, (u, v) => smooth(0.0, 0.012, v - 0.52 - 0.16 * (u - 0.5) - 0.012 * n.fbm(u * 14, 1, 4)))
      cover(f, wet, '#20262c', 0.55)
      light(
        f,
        plane(f, 2, (u, v) => Math.exp(-(((v - 0.52 - 0.16 * (u - 0.5)) / 0.006) ** 2)) * clamp(0.5 + n.fbm(u * 60, 2, 3))),
        '#ffffff',
        0.8,
      )
      defocus(
        f,
        12,
        plane(f, 8, (_u, v) => smooth(0.2, 0.6, Math.abs(v - 0.5))),
      )
      return grain(vignette(grade(f, 1.1), 0.5), 'slab', 0.05)
    },
    () => {
      const f = frame()
      const n = noise('scree')
      tint(
        f,
        plane(f, 1.5, (u, v) => clamp(0.5 + 0.55 * n.fbm(u * 30, v * 30, 6, 0.65) - 0.3 * (u - v))),
        ramp('#4c545b', '#9aa0a1', '#dcdad2', '#fffdf6'),
      )
      const road: string[] = []
      let y = -40
      for (let k = 0; k < 6; k++) {
        const left = k % 2 === 0
        road.push(
          `<path d="M${left ? 260 : 1660} ${y} Q 960 ${y + 60} ${left ? 1660 : 260} ${y + 180} q ${left ? 90 : -90} 20 0 50" fill="none" stroke="#000" stroke-width="${20 + k * 5}"/>`,
        )
        y += 210
      }
      cover(f, blur(mask(f, ...road), f.w, f.h, 2), '#756b5d', 0.85)
      for (let k = 0; k < 3; k++) {
        const x = [700, 1320, 880][k]!,
          yy = [246, 640, 1010][k]!,
          s = 0.8 + k * 0.35
        new Sheet(f)
          .add(
            `<g transform="translate(${x} ${yy}) scale(${s}) rotate(${k % 2 ? -8 : 7})"><rect x="-32" y="-20" width="46" height="22" fill="#c23a22"/><rect x="16" y="-18" width="18" height="20" fill="#e2b33a"/><rect x="-26" y="-34" width="30" height="16" fill="#f4f1e8"/><circle cx="-22" cy="4" r="6" fill="#222"/><circle cx="-4" cy="4" r="6" fill="#222"/><circle cx="24" cy="4" r="6" fill="#222"/></g>`,
          )
          .over(f)
      }
      light(
        f,
        plane(f, 4, (u, v) => clamp(0.3 + n.warped(u * 2, v * 2, 1.5, 4)) * smooth(0.6, 0, v)),
        '#e6edf2',
        0.5,
      )
      return grain(vignette(bloom(f, 0.85, 50, 0.4), 0.5), 'scree', 0.05)
    },
  ],
}
