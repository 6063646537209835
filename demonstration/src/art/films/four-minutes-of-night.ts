/** The corona, and what it does to the ground. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, grade, grain, light, plane, POSTER, sky, smooth, STILL, tint, vignette } from '../kit/frame.ts'
import type { Plane } from '../kit/frame.ts'
import { below, skyline } from '../kit/landscape.ts'
import { noise } from '../kit/noise.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

/** Light around a covered sun of radius `r` (share of the height) at (x, y): streamers along the magnetic field. */
function corona(size: { w: number; h: number }, seed: string, x: number, y: number, r: number, step = 2): Plane {
  const n = noise(seed)
  const ratio = size.w / size.h
  return plane(size, step, (u, v) => {
    const dx = (u - x) * ratio
    const dy = v - y
    const d = Math.hypot(dx, dy) / r
    if (d < 0.985 || d > 9) return 0
    const a = Math.atan2(dy, dx)
    const bend = a + 0.12 * Math.log(d)
    const rays =
      0.55 +
      0.6 * n.fbm(Math.cos(bend) * 2.4, Math.sin(bend) * 2.4, 3) +
      0.35 * n.fbm(Math.cos(bend) * 12, Math.sin(bend) * 12 + d * 0.2, 3)
    const edge = smooth(0.985, 1.01, d)
    return edge * (1.25 * Math.exp(-(d - 1) * 5.5) + clamp(rays) * 1.1 * d ** -2.6)
  })
}

/** People seen from behind, shoulder to shoulder, cut by the lower edge. */
const watchers = (seed: string, count: number, low: number, size: number) => {
  const roll = dice(seed)
  return Array.from({ length: count }, (_, i) => {
    const x = ((i + roll.between(0.1, 0.9)) / count) * 2000 - 40
    const s = size * roll.between(0.78, 1.2)
    const y = low + roll.between(-0.1, 0.25) * s
    const arm =
      roll() < 0.22
        ? `<path d="M${s * 0.3} ${s * 0.55} Q ${s * 0.62} ${s * 0.3} ${s * 0.2} ${-s * 0.02} l ${s * 0.06} ${-s * 0.1} Q ${s * 0.86} ${s * 0.24} ${s * 0.5} ${s * 0.8}Z"/>`
        : ''
    return `<g transform="translate(${x} ${y}) rotate(${roll.between(-5, 5)})"><ellipse rx="${s * 0.175}" ry="${s * 0.225}"/><rect x="${-s * 0.09}" y="${s * 0.1}" width="${s * 0.18}" height="${s * 0.3}"/><path d="M${-s * 0.52} ${s * 3} C ${-s * 0.56} ${s * 0.7} ${-s * 0.5} ${s * 0.42} ${-s * 0.12} ${s * 0.28} L ${s * 0.12} ${s * 0.28} C ${s * 0.5} ${s * 0.42} ${s * 0.56} ${s * 0.7} ${s * 0.52} ${s * 3}Z"/>${arm}</g>`
  }).join('')
}

export const art: FilmArt = {
  poster: (sheet) => {
    const f = frame(POSTER, '#07080c')
    tint(
      f,
      plane(POSTER, 8, (_u, v) => v),
      ramp('#05060a', '#0a0d15', '#131722', '#3b2a2a'),
    )
    const crown = corona(POSTER, 'totality', 0.5, 0.4, 0.152)
    light(f, crown, '#fff2dc', 0.95)
    light(f, blur(crown, POSTER.w, POSTER.h, 60), '#8aa2d8', 0.5)
    const p = new Sheet(f)
    p.add(`<circle cx="800" cy="960" r="362" fill="#040508"/>`)
    p.text('interThin', 'four minutes', { x: 800, y: 1790, size: 190, fill: '#f6efe2', anchor: 'middle', spacing: -0.035 })
    p.text('interThin', 'of night', { x: 800, y: 1970, size: 190, fill: '#f6efe2', anchor: 'middle', spacing: -0.035 })
    p.text('inter', 'A FILM BY MAËLLE KERVADEC', { x: 800, y: 2070, size: 32, fill: '#d8b98c', anchor: 'middle', spacing: 0.3 })
    billing(p, sheet, { x: 800, y: 2200, width: 1200, fill: '#8d8a86', size: 36 })
    p.over(f)
    return grain(f, 'totality', 0.05)
  },
  stills: [
    () => {
      const f = frame(STILL, '#06070b')
      const crown = corona(STILL, 'corona2', 0.42, 0.5, 0.23)
      tint(
        f,
        plane(STILL, 8, (u, v) => 0.25 + 0.5 * Math.exp(-Math.hypot((u - 0.42) * 1.78, v - 0.5) * 2.2)),
        ramp('#05060a', '#0c1220', '#1a2438'),
      )
      light(f, crown, '#fff4e2', 1)
      light(
        f,
        mask(
          f,
          `<path d="M1040 452 q16 16 18 44 q4 10 -4 12 q-10 -26 -20 -52Z" fill="#fff"/><path d="M570 640 q-12 -10 -14 -30 q8 12 18 24Z" fill="#fff"/>`,
        ),
        '#ff6a7c',
        0.8,
      )
      return grain(vignette(bloom(f, 0.6, 80, 0.7), 0.5), 'corona2', 0.05)
    },
    () => {
      const f = frame()
      const n = noise('tot2')
      sky(
        f,
        ramp([0, '#0a1020'], [0.45, '#16223c'], [0.7, '#3b4a66'], [0.86, '#c9824f'], [1, '#f6c67a']),
        0,
        0.78,
        (u, v) => 0.035 * n.fbm(u * 3, v * 14, 4),
      )
      const crown = corona(STILL, 'small', 0.64, 0.23, 0.036, 1)
      light(f, crown, '#fff6e6', 1)
      light(f, blur(crown, f.w, f.h, 50), '#a9bde8', 1.6)
      cover(f, mask(f, `<circle cx="${0.64 * 1920}" cy="${0.23 * 1080}" r="38.5" fill="#000"/>`), '#05070c')
      cover(f, below(f, skyline(f.w, 'tot2a', 0.775, 0.05, 2.4, 5, 0.4)), '#3f3036')
      cover(f, below(f, skyline(f.w, 'tot2b', 0.82, 0.04, 2, 6, 0.3)), '#1a161d')
      cover(f, blur(mask(f, `<g>${watchers('crowd-far', 34, 905, 74)}</g>`), f.w, f.h, 2), '#120f15')
      cover(f, blur(mask(f, `<g>${watchers('crowd', 15, 955, 150)}</g>`), f.w, f.h, 4), '#050509')
      return grain(vignette(bloom(f, 0.72, 60, 0.7), 0.45), 'tot2', 0.055)
    },
    () => {
      // Under a tree during the partial phase every gap in the leaves draws a crescent
      const f = frame()
      const n = noise('crescent')
      const roll = dice('crescent')
      tint(
        f,
        plane(f, 3, (u, v) => 0.42 + 0.3 * n.fbm(u * 9, v * 9, 5) + 0.12 * n.fbm(u * 160, v * 90, 2)),
        ramp('#15181d', '#2b2f36', '#4b4c50', '#6b6764'),
      )
      const arcs: string[] = []
      for (let i = 0; i < 420; i++) {
        const r = 17 + 22 * roll() ** 2
        const x = roll() * 1920
        const y = roll() * 1080
        if (n.fbm(x / 420, y / 420, 3) < -0.12) continue
        arcs.push(
          `<path transform="translate(${x} ${y}) rotate(${-38 + roll.bell() * 4}) scale(${r})" d="M-1 0 A1 1 0 0 1 1 0 A1.28 1.28 0 0 0 -1 0Z" fill="#fff" fill-opacity="${0.25 + 0.65 * roll()}"/>`,
        )
      }
      const sharp = mask(f, ...arcs)
      const soft = blur(sharp, f.w, f.h, 5)
      light(f, soft, '#ffe0ac', 0.92)
      light(f, blur(sharp, f.w, f.h, 46), '#ffb96b', 0.5)
      return grain(vignette(grade(f, 1.1), 0.6), 'crescent', 0.055)
    },
    () => {
      // The shadow comes over the sea
      const f = frame()
      const n = noise('umbra')
      sky(
        f,
        ramp('#2b3346', '#59606d', '#b69a86', '#f0c796'),
        0,
        0.62,
        (u, v) => 0.22 * smooth(0.75, 0.1, u) * (0.62 - v) * -2 + 0.05 * n.fbm(u * 2.5, v * 12, 5),
      )
      tint2(f, n)
      return grain(vignette(bloom(f, 0.7, 50, 0.5), 0.5), 'umbra', 0.055)
    },
  ],
}

function tint2(f: ReturnType<typeof frame>, n: ReturnType<typeof noise>): void {
  const sea = ramp('#0b1119', '#1f2a36', '#5a5d62', '#c79f79', '#f6d6a8')
  const h = f.h * 0.62
  const values = plane(f, 1, (u, v) => {
    if (v < 0.62) return -1
    const z = 1 / (v - 0.605)
    const wave = n.fbm((u - 0.5) * z * 3.2, z * 9, 4)
    const path = Math.exp(-(((u - 0.72) / (0.08 + 0.3 * (v - 0.62))) ** 2))
    return clamp(
      0.2 +
        0.4 * wave * smooth(0.62, 0.7, v) +
        path * (0.35 + 0.8 * wave) +
        0.22 * smooth(0.74, 0.62, v) -
        0.2 * smooth(0.5, 0, u),
    )
  })
  for (let i = Math.floor(h) * f.w; i < values.length; i++) {
    if (values[i]! < 0) continue
    const k = Math.floor(values[i]! * 1023) * 3
    f.px.set(sea.subarray(k, k + 3), i * 3)
  }
}
