/** A cable on the bottom of the sea, and everything above it. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, light, plane, POSTER, sky, smooth, tint, vignette } from '../kit/frame.ts'
import { from, terrain, towards } from '../kit/landscape.ts'
import { noise } from '../kit/noise.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

export const art: FilmArt = {
  poster: (sheet) => {
    const f = frame(POSTER)
    const n = noise('cable')
    // Bands of water, one fathom line under the other
    tint(
      f,
      plane(POSTER, 2, (u, v) => {
        const depth = (v - 0.2) / 0.72 + 0.014 * Math.sin(u * 9 + v * 16) + 0.02 * n.fbm(u * 3, v * 9, 3)
        return v < 0.195 ? 0 : clamp(0.12 + (Math.floor(clamp(depth) * 13) / 13) * 0.88)
      }),
      ramp([0, '#f6d9b0'], [0.1, '#f6d9b0'], [0.12, '#6fc7bd'], [0.4, '#1f7f92'], [0.7, '#123a6b'], [1, '#0a1233']),
    )
    const p = new Sheet(f)
    p.add(
      `<path d="M470 470 h560 l70 -84 h-150 v-70 h-110 v-60 h-34 v60 h-60 v70 h-210 l-40 -40 h-60Z" fill="#c8372a"/><path d="M590 386 h60 v-150 h8 v150 Z M800 240 h60 v20 h-60Z" fill="#c8372a"/>`,
    )
    p.add(
      `<path d="M490 468 C 300 900 760 1180 560 1520 C 440 1740 700 1880 1010 1840 C 1300 1800 1420 1900 1640 1880" fill="none" stroke="#ffe14d" stroke-width="13"/>`,
    )
    p.text('space', 'Landing', { x: 620, y: 1120, size: 224, fill: '#f6f1e2', spacing: -0.05 })
    p.text('space', 'Station', { x: 620, y: 1330, size: 224, fill: '#f6f1e2', spacing: -0.05 })
    for (let i = 1; i < 6; i++) p.text('spaceText', `${i * 800} m`, { x: 92, y: 480 + i * 276, size: 34, fill: '#cfe3e3' })
    billing(p, sheet, { x: 92, y: 2320, width: 1400, fill: '#cfe3e3', anchor: 'start', size: 36, upwards: true })
    p.over(f)
    return grain(f, 'cable', 0.05)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('deep')
      const fog = ramp('#010812', '#031c30')
      tint(
        f,
        plane(f, 6, (_u, v) => v),
        ramp([0, '#010610'], [0.34, '#021423'], [1, '#021423']),
      )
      const mud = ramp('#04141c', '#1d3f46', '#5f7f76', '#c8cfae')
      terrain(f, {
        horizon: 0.36,
        eye: 1,
        near: 1,
        far: 22,
        light: [-0.2, 0.8, -0.6],
        height: (x, z) =>
          Math.max(
            0.09 * n.fbm(x * 1.2, z * 1.2, 4),
            Math.abs(x - 0.55 * Math.sin(z * 0.55) - 0.3) < 0.085
              ? 0.16 * Math.sqrt(1 - ((x - 0.55 * Math.sin(z * 0.55) - 0.3) / 0.085) ** 2)
              : -1,
          ),
        shade: (x, z, _h, lit, far, out) => {
          const cable = Math.abs(x - 0.55 * Math.sin(z * 0.55) - 0.3) < 0.085
          const lamp = Math.exp(-((x / (0.6 + z * 0.25)) ** 2)) * Math.exp(-((z - 3) ** 2) / 16)
          from(mud, (cable ? 0.3 : 0.14) + lit * lamp * (cable ? 1.1 : 0.75) + 0.06 * n.at(x * 9, z * 9), out)
          if (cable) {
            out[0] = Math.min(1, out[0]! * 1.5)
            out[2] = out[2]! * 0.6
          }
          towards(fog, 0.6, 1 - Math.exp(-far * 3.6), out)
        },
      })
      const roll = dice('deep')
      light(
        f,
        blur(
          mask(
            f,
            ...Array.from(
              { length: 320 },
              () =>
                `<circle cx="${roll() * 1920}" cy="${roll() * 1080}" r="${0.8 + 4 * roll() ** 4}" fill-opacity="${roll() * 0.8}"/>`,
            ),
          ),
          f.w,
          f.h,
          1,
        ),
        '#cfeee6',
        0.6,
      )
      glow(f, 0.5, 0.55, 0.6, '#8fd6c8', 0.25, 1.3)
      return grain(vignette(f, 0.6), 'deep', 0.065)
    },
    () => {
      const f = frame()
      const n = noise('ship')
      sky(f, ramp('#46596b', '#8c9aa0', '#d9cbb4'), 0, 0.55, (u, v) => 0.22 * n.warped(u * 2, v * 5, 1.2, 4))
      const values = plane(f, 2, (u, v) =>
        v < 0.54
          ? 0
          : clamp(0.35 + 0.45 * n.fbm(((u - 0.5) * 2.6) / (v - 0.515), 7 / (v - 0.515), 4) + 0.15 * smooth(0.7, 0.54, v)),
      )
      const sea = tint(frame(), values, ramp('#0d1c26', '#2c4653', '#748a8e', '#dfe3d8'))
      f.px.set(sea.px.subarray(583 * 1920 * 3), 583 * 1920 * 3)
      cover(
        f,
        mask(
          f,
          `<g transform="translate(1180 590) scale(1.5)"><path d="M-260 0 h470 l50 -60 h-110 v-56 h-90 v-44 h-24 v44 h-40 v40 h-150 l-30 -26 h-50Z"/><path d="M-190 -44 v-70 h-60 v8 h50 v62Z M96 -160 v-46 h5 v46Z"/></g>`,
        ),
        '#1b242b',
        0.95,
      )
      cover(
        f,
        mask(f, `<path d="M830 520 Q 500 560 300 780 Q 200 920 180 1080" fill="none" stroke="#000" stroke-width="5"/>`),
        '#20262a',
        0.9,
      )
      for (let i = 0; i < 5; i++)
        new Sheet(f).add(`<circle cx="${640 - i * 108}" cy="${572 + i * i * 17}" r="${9 + i * 4}" fill="#e2572b"/>`).over(f)
      return grain(vignette(grade(f, 1.05), 0.45), 'ship', 0.055)
    },
    () => {
      const f = frame(undefined, '#020408')
      const roll = dice('fibre')
      for (const [colour, seed] of [
        ['#42e0ff', 'a'],
        ['#ff5fa8', 'b'],
        ['#ffe08a', 'c'],
      ] as const) {
        const r = dice(`fibre${seed}`)
        const ends: string[] = []
        const lines: string[] = []
        for (let i = 0; i < 60; i++) {
          const y = r.between(-100, 1180)
          const x1 = r.between(900, 1800)
          const y1 = 540 + (y - 540) * r.between(0.5, 0.95) + r.between(-140, 140)
          lines.push(
            `<path d="M-60 ${540 + (y - 540) * 0.16} C 500 ${540 + (y - 540) * 0.2} 700 ${y1} ${x1} ${y1}" fill="none" stroke="#fff" stroke-opacity="${r.between(0.08, 0.35)}" stroke-width="${r.between(1, 3)}"/>`,
          )
          ends.push(`<circle cx="${x1}" cy="${y1}" r="${r.between(3, 26) * r()}" fill-opacity="${r.between(0.4, 1)}"/>`)
        }
        light(f, mask(f, ...lines), colour, 0.8)
        const dots = mask(f, ...ends)
        light(f, blur(dots, f.w, f.h, 3), colour, 1)
        light(f, blur(dots, f.w, f.h, 40), colour, 0.9)
      }
      glow(f, roll.between(0.02, 0.05), 0.5, 0.25, '#ffffff', 0.5, 1.2)
      return grain(vignette(bloom(f, 0.7, 50, 0.5), 0.5), 'fibre', 0.06)
    },
  ],
}
