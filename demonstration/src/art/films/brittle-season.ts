/** Ice that cracks, calves and glows. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { cells } from '../kit/cells.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, grade, grain, light, plane, POSTER, sky, smooth, STILL, tint, vignette } from '../kit/frame.ts'
import { below, from, skyline, terrain, towards } from '../kit/landscape.ts'
import { noise } from '../kit/noise.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

/** One crack that forks, as SVG strokes. */
function crack(seed: string, x: number, y: number, heading: number, length: number, width: number, depth = 4): string {
  const roll = dice(seed)
  const grow = (px: number, py: number, a: number, l: number, w: number, d: number): string => {
    let path = `M${px.toFixed(0)} ${py.toFixed(0)}`
    let out = ''
    for (let s = 0; s < l; s += 26) {
      a += roll.bell() * 0.24
      px += Math.cos(a) * 26
      py += Math.sin(a) * 26
      path += `L${px.toFixed(0)} ${py.toFixed(0)}`
      if (d > 0 && roll() < 0.075)
        out += grow(px, py, a + (roll() < 0.5 ? -1 : 1) * roll.between(0.4, 1.1), l * roll.between(0.2, 0.5), w * 0.55, d - 1)
    }
    return `${out}<path d="${path}" fill="none" stroke="#fff" stroke-width="${w.toFixed(1)}" stroke-linejoin="bevel"/>`
  }
  return grow(x, y, heading, length, width, depth)
}

export const art: FilmArt = {
  poster: (sheet) => {
    const f = frame(POSTER)
    const n = noise('ice')
    tint(
      f,
      plane(POSTER, 4, (u, v) => clamp(0.16 + 0.5 * v + 0.3 * n.warped(u * 2, v * 3, 1, 4))),
      ramp('#f2fbfc', '#c9ecf2', '#7fcbe0', '#2b8fc0', '#0b3f7a'),
    )
    const lines = mask(
      POSTER,
      crack('main', 760, -40, 1.45, 2100, 30, 4),
      crack('second', 1640, 760, 2.9, 1500, 13, 3),
      crack('third', -30, 1250, 0.25, 900, 9, 3),
    )
    cover(f, blur(lines, POSTER.w, POSTER.h, 30), '#0a2f66', 0.5)
    cover(f, lines, '#04183a', 0.95)
    light(
      f,
      blur(
        mask(
          POSTER,
          ...Array.from({ length: 160 }, (_, i) => {
            const r = dice(`bubble${i}`)
            return `<circle cx="${r() * 1600}" cy="${r() * 2400}" r="${2 + 13 * r() ** 4}" fill-opacity="${r() * 0.7}"/>`
          }),
        ),
        POSTER.w,
        POSTER.h,
        2,
      ),
      '#ffffff',
      0.7,
    )
    const p = new Sheet(f)
    p.text('climate', 'Brittle', { x: 70, y: 1880, size: 270, fill: '#04183a' })
    p.text('climate', 'Season', { x: 70, y: 2120, size: 270, fill: '#04183a' })
    billing(p, sheet, { x: 90, y: 2320, width: 1420, fill: '#04183a', anchor: 'start', size: 36, upwards: true })
    p.over(f)
    return grain(f, 'ice', 0.05)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('berg')
      sky(f, ramp('#a9bcc9', '#d3dde0', '#f0ece2'), 0, 0.5, (u, v) => 0.12 * n.warped(u * 2, v * 6, 1, 4))
      const line = skyline(STILL.w, 'berg', 0.5, 0.02, 3, 4, 0.4)
      for (let x = 0; x < 1920; x++) {
        const u = x / 1920
        line[x] = 0.56 - 0.34 * smooth(0.3, 0.36, u) * smooth(0.86, 0.62, u) * (0.75 + 0.35 * n.fbm(u * 9, 1, 4))
      }
      const ice = plane(f, 3, (u, v) =>
        clamp(0.5 + 0.42 * n.fbm(u * 8 + n.at(u * 3, v * 9), v * 16, 5) + 0.4 * (0.45 - v) + 0.24 * (u < 0.5 ? 1 : -0.6)),
      )
      const berg = tint(frame(), ice, ramp('#1d5f80', '#5fa9c2', '#b9dde4', '#f8fcfc'))
      const shape = below(f, line)
      for (let i = 0; i < 1080 * 1920; i++) {
        const a = i < 0.56 * 1080 * 1920 ? shape[i]! * (line[i % 1920]! < 0.55 ? 1 : 0) : 0
        for (let c = 0; c < 3; c++) f.px[i * 3 + c] = f.px[i * 3 + c]! * (1 - a) + berg.px[i * 3 + c]! * a
      }
      const top = Math.round(0.56 * 1080)
      for (let y = top; y < 1080; y++)
        for (let x = 0; x < 1920; x++) {
          const far = (y - top) / (1080 - top)
          const r = n.fbm(x * 0.008 * (1 - far * 0.6), 2.4 / (far + 0.03), 2)
          const sy = Math.max(0, Math.min(top - 1, Math.round(top - (y - top) * 1.05 + r * 60 * far)))
          const sx = Math.max(0, Math.min(1919, Math.round(x + r * 24 * far)))
          for (let c = 0; c < 3; c++)
            f.px[(y * 1920 + x) * 3 + c] = f.px[(sy * 1920 + sx) * 3 + c]! * (0.72 - 0.28 * far) + [0.0, 0.03, 0.05][c]!
        }
      cover(
        f,
        mask(f, `<path d="M250 770 q70 22 170 0 q-8 24 -40 26 h-86 q-38 -2 -44 -26Z M330 768 q-2 -40 10 -44 q14 4 10 44Z"/>`),
        '#b3341f',
      )
      return grain(vignette(grade(f, 1.06), 0.4), 'berg', 0.05)
    },
    () => {
      const f = frame()
      const n = noise('sheet')
      const cell = cells('sheet', 1)
      const found = { near: 0, next: 0, id: 0 }
      tint(
        f,
        plane(f, 1.5, (u, v) => {
          const x = u * 7 + 0.5 * n.fbm(u * 5, v * 5, 3)
          const y = v * 4 + 0.5 * n.fbm(u * 5 + 9, v * 5, 3)
          cell(x, y, found)
          const lead = smooth(0.13, 0.03, found.next - found.near)
          cell(x * 4, y * 4, found)
          const small = smooth(0.09, 0.0, found.next - found.near) * 0.16
          return clamp(0.8 + 0.2 * n.fbm(u * 16, v * 10, 4) - lead * 0.9 - small)
        }),
        ramp('#031426', '#0b3a5a', '#4f9ab8', '#c2e0e8', '#fbfdfc'),
      )
      cover(f, mask(f, `<path d="M1180 470 l26 10 l-26 10 l-8 -10Z"/>`), '#d8371f')
      light(f, blur(mask(f, `<path d="M1172 480 L1010 500 L1012 504Z"/>`), f.w, f.h, 4), '#ffffff', 0.6)
      return grain(vignette(f, 0.45), 'sheet', 0.05)
    },
    () => {
      const f = frame()
      const n = noise('cave')
      tint(
        f,
        plane(f, 2, (u, v) => {
          const dx = (u - 0.55) * 1.78
          const dy = v - 0.56
          const a = Math.atan2(dy, dx)
          const d = Math.hypot(dx, dy * 1.25) * (1 + 0.28 * n.fbm(Math.cos(a) * 1.4, Math.sin(a) * 1.4, 3))
          const scallop = n.ridge(Math.log(d + 0.02) * 3 + 4, a * 2.4 + n.at(d * 6, a * 3), 3)
          return d < 0.16
            ? 0.98
            : clamp(0.92 * (0.16 / d) ** 0.8 + 0.32 * (scallop - 0.45) * smooth(0.16, 0.4, d) * (0.3 / (d + 0.1)))
        }),
        ramp([0, '#020a18'], [0.2, '#06305e'], [0.45, '#1677a8'], [0.7, '#7fd0e2'], [1, '#fbffff']),
      )
      cover(
        f,
        mask(
          f,
          `<g transform="translate(1040 712)"><ellipse cy="-104" rx="13" ry="15"/><path d="M-22 -88 q22 -10 44 0 l4 48 l-12 6 l2 36 h-14 l-2 -30 l-4 30 h-14 l0 -38 l-8 -6Z"/></g>`,
        ),
        '#03101f',
      )
      return grain(vignette(bloom(f, 0.8, 70, 0.7), 0.55), 'cave', 0.06)
    },
    () => {
      const f = frame()
      const n = noise('sastrugi')
      const air = ramp('#d9c7c9', '#f3dccb')
      sky(f, ramp('#6f86a8', '#b3a9bb', '#f0c3ae', '#ffe3c0'), 0, 0.42, (u, v) => 0.04 * n.fbm(u * 2, v * 10, 4))
      terrain(f, {
        horizon: 0.42,
        eye: 0.9,
        near: 0.9,
        far: 60,
        light: [0.9, 0.3, 0.35],
        height: (x, z) => 0.12 * n.fbm(x * 1.6, z * 0.45, 4) + 0.1 * n.at(x * 0.25, z * 0.2),
        shade: (x, z, _h, lit, far, out) => {
          from(ramp0, 0.1 + lit * 0.95 + 0.03 * n.at(x * 20, z * 20), out)
          towards(air, 0.7, 1 - Math.exp(-far * 4), out)
        },
      })
      cover(
        f,
        mask(
          f,
          `<path d="M1290 452 h10 v-120 h-10Z M1240 340 h110 v8 h-110Z M1256 326 l20 -16 l4 5 l-20 16Z M1330 326 l20 -16 l4 5 l-20 16Z M1270 460 h56 v-44 h-56Z"/>`,
        ),
        '#26293a',
        0.9,
      )
      return grain(vignette(f, 0.4), 'sastrugi', 0.05)
    },
  ],
}
const ramp0 = ramp('#39507e', '#7b8fb5', '#d8cfd6', '#fff3e6')
