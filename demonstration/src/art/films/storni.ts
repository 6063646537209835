/** Starlings: a cloud of ten thousand points with a shape of its own. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, plane, POSTER, sky, tint, vignette } from '../kit/frame.ts'
import type { Plane } from '../kit/frame.ts'
import { noise } from '../kit/noise.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

/** Birds along a folded ribbon: dense at the fold, torn at the edge. Drawn straight into a plane. */
function flock(
  size: { w: number; h: number },
  seed: string,
  count: number,
  place: (t: number, s: number, lift: number) => [number, number],
  bird = 1.6,
): Plane {
  const out = new Float32Array(size.w * size.h)
  const roll = dice(seed)
  const n = noise(seed)
  for (let i = 0; i < count; i++) {
    const t = roll()
    const s = roll.bell() * 0.6
    const [x, y] = place(t, s, n.fbm(t * 6, s * 2, 3))
    const px = x + roll.bell() * 3
    const py = y + roll.bell() * 3
    const r = bird * roll.between(0.6, 1.3)
    for (let b = Math.floor(py - r); b <= py + r; b++)
      for (let a = Math.floor(px - r * 1.7); a <= px + r * 1.7; a++) {
        if (a < 0 || b < 0 || a >= size.w || b >= size.h) continue
        const k = 1 - Math.hypot((a - px) / 1.7, b - py) / r
        if (k > 0) out[b * size.w + a] = Math.min(1, out[b * size.w + a]! + k * 0.9)
      }
  }
  return out
}

const roofs = (seed: string, base: number) => {
  const roll = dice(seed)
  let d = `M0 1080 V${base}`
  for (let x = 0; x < 1920;) {
    const w = roll.between(40, 130),
      h = roll.between(0, 60)
    d += `V${base - h} h${w}`
    x += w
  }
  return `<path d="${d} V1080Z"/><path d="M1240 ${base} v-50 q0 -96 86 -116 v-36 h8 v36 q86 20 86 116 v50Z M520 ${base} v-30 q0 -60 52 -74 v-22 h6 v22 q52 14 52 74 v30Z"/>${Array.from(
    { length: 9 },
    (_, i) => {
      const x = 90 + i * 215 + roll.between(-60, 60)
      return `<path d="M${x} ${base} v-70 h4 v70Z M${x - 46} ${base - 62} q48 -56 96 0 q-48 -14 -96 0Z"/>`
    },
  ).join('')}`
}

export const art: FilmArt = {
  poster: (sheet) => {
    const f = frame(POSTER)
    tint(
      f,
      plane(POSTER, 6, (_u, v) => v),
      ramp('#f7f4ee', '#f6e3d3', '#f2b8a0', '#d9768a'),
    )
    const birds = flock(
      POSTER,
      'storni',
      60000,
      (t, s, lift) => {
        const a = t * Math.PI * 2.25
        const r = 130 + 560 * t
        return [
          820 + Math.cos(a + 0.6) * r * 0.8 + s * 230 * (0.25 + Math.abs(Math.sin(a * 1.4))) + lift * 130,
          860 + Math.sin(a + 0.6) * r * 0.86 + s * 190 * (0.2 + Math.abs(Math.cos(a * 1.3))) + lift * 90,
        ]
      },
      2.5,
    )
    cover(f, birds, '#1c1a2b', 0.92)
    const p = new Sheet(f)
    p.text('serif', 'Storni', { x: 800, y: 2010, size: 430, fill: '#1c1a2b', anchor: 'middle', spacing: -0.03 })
    p.text('serif', 'four million starlings and the city of Rome', {
      x: 800,
      y: 2100,
      size: 66,
      fill: '#1c1a2b',
      anchor: 'middle',
    })
    billing(p, sheet, { x: 800, y: 2320, width: 1400, fill: '#1c1a2b', size: 36, upwards: true })
    p.over(f)
    return grain(f, 'storni', 0.05)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('st1')
      sky(f, ramp('#4f6488', '#a58fa0', '#f0a888', '#ffd9a0'), 0, 0.86, (u, v) => 0.05 * n.fbm(u * 3, v * 10, 4))
      glow(f, 0.2, 0.8, 0.4, '#ffd08a', 0.6, 1.3)
      cover(
        f,
        flock(
          f,
          'st1',
          42000,
          (t, s, lift) => [
            260 + 1400 * t + s * 120,
            430 - 230 * Math.sin(t * 5.4) + s * 150 * (0.2 + Math.sin(t * 3.1) ** 2) + lift * 130,
          ],
          1.9,
        ),
        '#1a1828',
        0.9,
      )
      cover(f, mask(f, roofs('st1', 940)), '#17141f', 0.97)
      return grain(vignette(bloom(f, 0.8, 50, 0.5), 0.4), 'st1', 0.05)
    },
    () => {
      const f = frame()
      const n = noise('st2')
      tint(
        f,
        plane(f, 4, (u, v) => clamp(0.5 + 0.3 * (0.5 - v) + 0.14 * n.warped(u * 2, v * 3, 1.2, 4))),
        ramp('#4b5560', '#8f989c', '#cfd0c8', '#efece0'),
      )
      cover(
        f,
        blur(
          flock(
            f,
            'st2f',
            26000,
            (t, s, lift) => {
              const a = t * 6.28
              return [1000 + Math.cos(a) * (420 + s * 90) + lift * 160, 520 + Math.sin(a * 2) * 190 + s * 90 + lift * 120]
            },
            1.7,
          ),
          f.w,
          f.h,
          1,
        ),
        '#3a4048',
        0.8,
      )
      const roll = dice('st2')
      const near = Array.from({ length: 46 }, () => {
        const x = roll() * 1920,
          y = roll() * 1080,
          s = roll.between(0.5, 1.7),
          up = roll.between(-26, 20)
        return `<path transform="translate(${x} ${y}) rotate(${roll.between(-30, 30)}) scale(${s})" d="M-26 ${up} Q -12 -4 0 0 Q 12 -4 26 ${up} Q 12 4 4 7 L0 16 L-4 7 Q -12 4 -26 ${up}Z"/>`
      })
      cover(f, blur(mask(f, ...near), f.w, f.h, 3), '#15171c', 0.9)
      return grain(vignette(f, 0.4), 'st2', 0.065)
    },
    () => {
      // The plane trees by the river, after they have come down
      const f = frame()
      const roll = dice('st3')
      sky(f, ramp('#0a1020', '#1c2440', '#4a3a50', '#a8603c'), 0, 0.8)
      const branches: string[] = []
      const grow = (x: number, y: number, a: number, l: number, w: number, d: number): void => {
        const nx = x + Math.cos(a) * l
        const ny = y + Math.sin(a) * l
        branches.push(
          `<path d="M${x.toFixed(0)} ${y.toFixed(0)} Q ${((x + nx) / 2 + roll.between(-12, 12)).toFixed(0)} ${((y + ny) / 2).toFixed(0)} ${nx.toFixed(0)} ${ny.toFixed(0)}" fill="none" stroke="#000" stroke-width="${w.toFixed(1)}" stroke-linecap="round"/>`,
        )
        if (d < 4)
          for (let k = 0; k < 3; k++) {
            const t = roll()
            branches.push(
              `<ellipse cx="${(x + (nx - x) * t).toFixed(0)}" cy="${(y + (ny - y) * t - 7).toFixed(0)}" rx="8" ry="5.5"/>`,
            )
          }
        if (d > 0)
          for (let k = 0; k < 2 + (roll() < 0.4 ? 1 : 0); k++)
            grow(nx, ny, a + roll.between(-0.62, 0.62), l * roll.between(0.62, 0.84), w * 0.64, d - 1)
      }
      for (const x of [240, 900, 1560]) grow(x, 1100, -Math.PI / 2 + roll.between(-0.1, 0.1), 260, 46, 6)
      const lamps = mask(f, ...[480, 1210, 1760].map((x) => `<circle cx="${x}" cy="640" r="16"/>`))
      cover(f, mask(f, ...branches), '#080a12', 0.97)
      for (const x of [480, 1210, 1760]) {
        glow(f, x / 1920, 0.593, 0.05, '#ffe0a0', 1.2, 1.2)
        glow(f, x / 1920, 0.593, 0.3, '#ff9a3c', 0.5, 1.1)
      }
      cover(f, lamps, '#fff3d0')
      return grain(vignette(grade(bloom(f, 0.6, 60, 0.6), 1.05), 0.5), 'st3', 0.065)
    },
  ],
}
