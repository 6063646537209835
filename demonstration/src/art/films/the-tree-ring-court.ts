/** Rings as a fingerprint: the same trunk as evidence and as forest. */
import { billing } from '../kit/billing.ts'
import { blur, defocus } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, light, plane, shadow, sky, smooth, tint, vignette } from '../kit/frame.ts'
import type { Frame } from '../kit/frame.ts'
import { noise } from '../kit/noise.ts'
import { inkHold, paper } from '../kit/paper.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

/** Rings around (cx, cy), drawn as one path each; `gap` gives the width of each year. */
function rings(seed: string, cx: number, cy: number, count: number, wide: number, stroke: string): string {
  const n = noise(seed)
  const roll = dice(seed)
  let r = 8
  let out = ''
  for (let k = 0; k < count; k++) {
    r += wide * (0.5 + roll() * 1.1) * (k % 17 === 9 ? 0.3 : 1)
    const points = Array.from({ length: 181 }, (_, i) => {
      const a = (i / 180) * Math.PI * 2
      const d =
        r * (1 + 0.16 * n.fbm(Math.cos(a) * 0.9 + r * 0.0005, Math.sin(a) * 0.9, 3)) +
        3 * n.at(Math.cos(a) * 7 + k, Math.sin(a) * 7)
      return `${(cx + Math.cos(a) * d).toFixed(1)} ${(cy + Math.sin(a) * d * 1.16).toFixed(1)}`
    })
    out += `<path d="M${points.join('L')}Z" fill="none" stroke="${stroke}" stroke-width="${(wide * (0.22 + 0.4 * roll())).toFixed(1)}"/>`
  }
  return out
}

function endGrain(f: Frame, seed: string, x: number, y: number, fine: number): Frame {
  const n = noise(seed)
  const ratio = f.w / f.h
  return tint(
    f,
    plane(f, 1.5, (u, v) => {
      const dx = (u - x) * ratio
      const dy = v - y
      const a = Math.atan2(dy, dx)
      const d = Math.hypot(dx, dy) * (1 + 0.1 * n.fbm(dx * 1.6, dy * 1.6, 3)) + 0.004 * n.at(dx * 30, dy * 30)
      const year = d * fine + 1.6 * n.at(d * fine * 0.35, 4)
      const k = year - Math.floor(year)
      const late = smooth(0.45, 0.96, k) * smooth(1, 0.97, k)
      const rays = 0.05 * n.at(Math.cos(a) * 60, Math.sin(a) * 60 + d * 3)
      const crack = smooth(0.02, 0.002, Math.abs(a + 0.5 + 0.08 * n.fbm(d * 6, 1, 3)) - 0.012 * d)
      return clamp(0.74 - 0.42 * late + rays + 0.12 * n.fbm(dx * 5, dy * 5, 3) - 0.7 * crack)
    }),
    ramp('#1a0d06', '#5a2f16', '#a8672f', '#d9a866', '#f1d9a4'),
  )
}

export const art: FilmArt = {
  poster: (sheet) => {
    const f = paper('rings', '#efe4cd', 0.08)
    const green = '#12382b'
    const p = new Sheet(f).add(
      `<clipPath id="thumb"><path d="M800 150 C 1240 150 1420 520 1410 960 C 1400 1420 1180 1700 800 1700 C 420 1700 200 1420 190 960 C 180 520 360 150 800 150Z"/></clipPath>`,
    )
    p.add(`<g clip-path="url(#thumb)">${rings('rings', 830, 900, 62, 17, green)}</g>`)
    p.add(
      `<g transform="translate(1210 1540) rotate(-14)"><rect x="-190" y="-70" width="380" height="140" fill="none" stroke="#c2331f" stroke-width="9"/></g>`,
    )
    p.text('monoBold', 'EXHIBIT 41', { x: 1210, y: 1566, size: 58, fill: '#c2331f', anchor: 'middle', turn: -14 })
    p.fit('abril', 'The Tree Ring', 1380, { x: 110, y: 1985, fill: green, spacing: -0.01 })
    p.text('abril', 'Court', { x: 110, y: 2160, size: 206, fill: green, spacing: -0.01 })
    billing(p, sheet, { x: 1490, y: 2330, width: 860, fill: green, anchor: 'end', size: 32, upwards: true })
    p.ink(f, inkHold('rings', 0.16))
    return grain(f, 'rings', 0.06)
  },
  stills: [
    () => {
      const f = endGrain(frame(), 'grain1', 0.3, 0.62, 34)
      light(
        f,
        plane(f, 8, (u, v) => Math.exp(-((u - 0.25) ** 2 * 5 + (v - 0.3) ** 2 * 4))),
        '#ffe9c0',
        0.25,
      )
      defocus(
        f,
        14,
        plane(f, 8, (u, v) => smooth(0.25, 0.75, Math.hypot(u - 0.36, v - 0.55))),
      )
      return grain(vignette(grade(f, 1.08), 0.6, 0.35, 0.55), 'rings1', 0.05)
    },
    () => {
      const f = frame()
      const n = noise('forest')
      sky(f, ramp('#c9d2c6', '#dfe3d4', '#a9b5a2'), 0, 1)
      glow(f, 0.58, 0.3, 0.5, '#fffbe6', 0.7, 1.3)
      const roll = dice('forest')
      const tones = ['#aeb9ab', '#8b9a8c', '#5f7264', '#33473c', '#0f1f19']
      tones.forEach((tone, layer) => {
        const trunks: string[] = []
        const count = [46, 30, 18, 10, 5][layer]!
        for (let i = 0; i < count; i++) {
          const x = roll.between(-40, 1960)
          const w = (8 + layer * layer * 7) * roll.between(0.7, 1.35)
          const lean = roll.between(-30, 30)
          trunks.push(`<path d="M${x} -20 L${x + w * 0.8} -20 L${x + lean + w * 1.15} 1100 L${x + lean - w * 0.15} 1100Z"/>`)
          for (let k = 0; k < 7; k++) {
            const y = roll.between(-10, 800)
            const side = roll() < 0.5 ? -1 : 1
            trunks.push(
              `<path d="M${x + w / 2 + (lean * y) / 1100} ${y} q ${side * 40} ${18} ${side * roll.between(50, 150) * (0.6 + layer * 0.2)} ${roll.between(24, 70)}" fill="none" stroke="#000" stroke-width="${1 + layer * 0.9}"/>`,
            )
          }
        }
        const m = mask(f, ...trunks)
        cover(f, layer < 4 ? blur(m, f.w, f.h, 4 - layer) : blur(m, f.w, f.h, 5), tone, 0.95)
        cover(
          f,
          plane(f, 4, (u, v) => smooth(0.45, 1.05, v + 0.2 * n.fbm(u * 3 + layer, v * 4, 3))),
          '#d5dbcd',
          layer < 4 ? 0.32 : 0.12,
        )
      })
      return grain(vignette(f, 0.45), 'forest', 0.055)
    },
    () => {
      const f = frame(undefined, '#0d0906')
      const roll = dice('pile')
      for (let row = 0; row < 5; row++)
        for (let column = -1; column < 8; column++) {
          const r = 142 * roll.between(0.86, 1.06)
          const cx = column * 270 + (row % 2) * 135 + roll.between(-10, 10)
          const cy = 60 + row * 238 + roll.between(-8, 8)
          const tone = roll.between(0.75, 1.05)
          const wood = (k: number) =>
            `rgb(${Math.round(205 * k * tone)},${Math.round(146 * k * tone)},${Math.round(84 * k * tone)})`
          new Sheet(f)
            .add(
              `<clipPath id="c"><circle cx="${cx}" cy="${cy}" r="${r}"/></clipPath><circle cx="${cx}" cy="${cy}" r="${r + 9}" fill="#2a1a10"/><circle cx="${cx}" cy="${cy}" r="${r}" fill="${wood(1)}"/><g clip-path="url(#c)" opacity=".55">${rings(`pile${row}-${column}`, cx + roll.between(-18, 18), cy + roll.between(-14, 14), 15, 8, '#5a2f16')}</g>${row === 2 && column === 4 ? `<path d="M${cx - 60} ${cy - 60} L${cx + 60} ${cy + 60} M${cx + 60} ${cy - 60} L${cx - 60} ${cy + 60}" stroke="#d8321f" stroke-width="22" stroke-linecap="round"/>` : ''}`,
            )
            .over(f)
        }
      const n = noise('pile')
      shadow(
        f,
        plane(f, 3, (u, v) => 0.22 + 0.35 * n.fbm(u * 9, v * 6, 4)),
      )
      shadow(
        f,
        plane(f, 8, (u) => smooth(0.55, 0, u) * 0.75),
      )
      return grain(vignette(grade(f, 1.12), 0.6, 0.62, 0.5), 'pile', 0.065)
    },
  ],
}
