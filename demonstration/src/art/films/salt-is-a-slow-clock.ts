/** Polygons that salt draws as it dries; the mirror of the rainy season; evaporation ponds from above. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { cells } from '../kit/cells.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, plane, POSTER, sky, smooth, tint, vignette } from '../kit/frame.ts'
import { below, from, skyline, terrain, towards } from '../kit/landscape.ts'
import { noise } from '../kit/noise.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

const found = { near: 0, next: 0, id: 0 }

export const art: FilmArt = {
  poster: (sheet) => {
    const f = frame(POSTER)
    const n = noise('salt')
    const cell = cells('salt', 0.95)
    const horizon = 0.36
    tint(
      f,
      plane(POSTER, 1.5, (u, v) => {
        if (v < horizon) return 0.5 * (v / horizon)
        const z = 1 / (v - horizon + 0.05)
        const x = (u - 0.5) * z * 2.4
        const y = z * 5.2
        const wx = x + 0.16 * n.fbm(x * 1.5, y * 1.5, 2)
        cell(wx * 1.6, y, found)
        const crack = smooth(0.05 + 0.004 * z, 0.012, found.next - found.near)
        return clamp(
          0.72 +
            ((found.id & 255) / 255 - 0.5) * 0.11 +
            0.28 * crack * smooth(horizon, horizon + 0.09, v) -
            0.2 * smooth(horizon + 0.2, horizon, v),
        )
      }),
      ramp(
        [0, '#ff5b3a'],
        [0.3, '#ff9472'],
        [0.5, '#ffd3bd'],
        [0.55, '#f6b9bb'],
        [0.72, '#f3a3b0'],
        [0.82, '#f7c6cb'],
        [1, '#fffaf6'],
      ),
    )
    const p = new Sheet(f)
    p.add(
      `<path d="M0 868 C 240 800 330 842 470 790 C 600 742 700 812 840 822 C 1010 760 1180 836 1310 806 C 1420 784 1500 836 1600 822 V 872 H0Z" fill="#8c2f45"/>`,
    )
    p.add(
      `<g fill="#4a1226"><rect x="1102" y="838" width="62" height="26" rx="3"/><rect x="1166" y="846" width="24" height="18" rx="4"/><circle cx="1116" cy="866" r="7"/><circle cx="1148" cy="866" r="7"/><circle cx="1180" cy="866" r="7"/></g>`,
    )
    const lines = ['salt is', 'a slow', 'clock']
    lines.forEach((text, i) => p.text('syne', text, { x: 96, y: 250 + i * 196, size: 232, fill: '#4a1226', spacing: -0.045 }))
    p.text('space', 'Ximena Choque', { x: 1504, y: 1010, size: 46, fill: '#4a1226', anchor: 'end' })
    billing(p, sheet, { x: 104, y: 2325, width: 1390, fill: '#4a1226', anchor: 'start', size: 36, upwards: true })
    p.over(f)
    return grain(f, 'salt', 0.05)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('salt1')
      const cell = cells('salt1', 0.8)
      const air = ramp('#f0c9b4', '#f6ddc9')
      sky(f, ramp('#7c93b5', '#b9b9c6', '#f2cdb6', '#ffe2bd'), 0, 0.42, (u, v) => 0.03 * n.fbm(u * 2, v * 12, 4))
      glow(f, 0.32, 0.4, 0.2, '#fff0cf', 0.9, 1.3)
      cover(f, below(f, skyline(f.w, 'salt1', 0.405, 0.05, 2.2, 6, 0.6)), '#8f86a0', 0.85)
      const salt = ramp('#5d6a8a', '#9aa3ba', '#d9d3d6', '#fff3e4')
      terrain(f, {
        horizon: 0.42,
        eye: 0.75,
        near: 0.75,
        far: 60,
        light: [-0.6, 0.32, 0.75],
        height: (x, z) => {
          cell(x * 0.9 + 0.12 * n.at(x * 3, z * 3), z * 0.9, found)
          return 0.05 * smooth(0.12, 0.0, found.next - found.near) + 0.006 * n.fbm(x * 9, z * 9, 2)
        },
        shade: (x, z, h, lit, far, out) => {
          from(salt, 0.18 + lit * 0.75 + h * 5 + 0.06 * n.at(x * 14, z * 14), out)
          towards(air, 0.5, (1 - Math.exp(-far * 5)) * 0.85, out)
        },
      })
      return grain(vignette(bloom(f, 0.75, 50, 0.5), 0.4), 'salt1')
    },
    () => {
      const f = frame()
      const n = noise('salt2')
      const half = 0.52
      const day = ramp('#4f7ea8', '#8fb4cb', '#d8dfdc', '#f7e3cf')
      tint(
        f,
        plane(f, 3, (u, v) => {
          const up = v < half ? v / half : (half - (v - half) * 1.02) / half + 0.004 * n.fbm(u * 30, v * 160, 2)
          const cloud = n.warped(u * 2.6, up * 5.5 + 3, 0.9, 5)
          return clamp(up * 0.9 + smooth(0.02, 0.6, cloud) * 0.7 - (v > half ? 0.05 : 0))
        }),
        day,
      )
      const line = skyline(f.w, 'salt2', half - 0.01, 0.09, 2.2, 6, 0.7)
      const upper = below(f, line)
      const both = new Float32Array(f.w * f.h)
      const split = Math.round(half * f.h)
      for (let y = 0; y < split; y++)
        for (let x = 0; x < f.w; x++) {
          both[y * f.w + x] = upper[y * f.w + x]!
          const m = 2 * split - y
          if (m < f.h) both[m * f.w + x] = upper[y * f.w + x]! * 0.8
        }
      cover(f, both, '#5c6a86', 0.95)
      const walker = `<ellipse cx="0" cy="-52" rx="6" ry="7"/><path d="M-9 -42 q9 -6 18 0 l3 26 h-24Z M-7 -18 l-5 18 h6 l6 -16 l6 16 h6 l-5 -18Z"/>`
      const people = mask(
        f,
        `<g transform="translate(1248 ${split})">${walker}<g transform="scale(1 -1)" opacity="0.7">${walker}</g></g><g transform="translate(1300 ${split}) scale(0.9)">${walker}<g transform="scale(1 -1)" opacity="0.7">${walker}</g></g>`,
      )
      cover(f, people, '#1d2233')
      return grain(vignette(grade(f, 1.05), 0.4), 'salt2', 0.045)
    },
    () => {
      const f = frame()
      const n = noise('salt3')
      const roll = dice('salt3')
      const colours = ['#1d6f7d', '#2f9a98', '#66bfae', '#a9d6b4', '#dfe3a8', '#e9cf74', '#d9a94a', '#efe9dc', '#123f5a']
      tint(
        f,
        plane(f, 3, (u, v) => 0.5 + 0.4 * n.fbm(u * 14, v * 9, 5)),
        ramp('#b9ae9c', '#d8cfbf', '#efe8da'),
      )
      const ponds: string[] = []
      for (let row = -1; row < 7; row++) {
        let x = -200
        while (x < 2400) {
          const w = roll.between(110, 420)
          const tone = roll.pick(colours)
          ponds.push(
            `<rect x="${x + 6}" y="${row * 190 + 6}" width="${w - 16}" height="${row % 3 === 1 ? 84 : 174}" fill="${tone}" rx="3"/>`,
          )
          if (row % 3 === 1)
            ponds.push(
              `<rect x="${x + 6}" y="${row * 190 + 102}" width="${w - 16}" height="78" fill="${roll.pick(colours)}" rx="3"/>`,
            )
          x += w
        }
      }
      new Sheet(f)
        .add(`<g transform="translate(960 540) rotate(-17) scale(1.12) translate(-1060 -560)">${ponds.join('')}</g>`)
        .over(f)
      const bank = plane(f, 3, (u, v) => 0.5 + n.warped(u * 7, v * 4, 1.4, 4))
      cover(f, bank, '#fff6e4', 0.16)
      cover(
        f,
        plane(f, 1.5, (u, v) => smooth(0.55, 0.8, n.ridge(u * 9, v * 5, 4))),
        '#fffdf5',
        0.2,
      )
      cover(
        f,
        mask(
          f,
          `<g transform="translate(1180 468) rotate(73)"><rect width="9" height="20"/><rect y="-8" width="9" height="7"/></g>`,
        ),
        '#b3341f',
      )
      cover(
        f,
        blur(mask(f, `<rect x="1160" y="476" width="26" height="12" transform="rotate(-17 1160 476)"/>`), f.w, f.h, 3),
        '#20343c',
        0.6,
      )
      return grain(vignette(grade(f, 1.06), 0.45), 'salt3', 0.05)
    },
  ],
}
