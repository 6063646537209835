/** Cairo after dark: a wall of windows, a stairwell, the far lamps out of focus. */
import { billing } from '../kit/billing.ts'
import { bloom, blur, defocus } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grain, plane, sky, smooth, tint, vignette } from '../kit/frame.ts'
import { noise } from '../kit/noise.ts'
import { paper } from '../kit/paper.ts'
import { dice } from '../kit/random.ts'
import type { Dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

const LIT = ['#ffd27a', '#ffb648', '#ffe3a6', '#8fd6d2', '#ff8f5a', '#f7efcf']

/** One window of the wall: shutters, a fan, washing, somebody. */
function pane(roll: Dice, x: number, y: number, w: number, h: number, lit: number): string {
  const on = roll() < lit
  const colour = on ? roll.pick(LIT) : roll.pick(['#16202e', '#1a2536', '#121a27'])
  const parts = [`<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${colour}"/>`]
  const kind = roll()
  const ink = '#0d1420'
  if (kind < 0.16)
    for (let i = 1; i < 9; i++)
      parts.push(`<rect x="${x}" y="${y + (h / 9) * i}" width="${w}" height="${h * 0.04}" fill="${ink}"/>`)
  else if (kind < 0.28) parts.push(`<rect x="${x}" y="${y}" width="${w * 0.32}" height="${h}" fill="${ink}" opacity=".55"/>`)
  else if (kind < 0.38 && on)
    parts.push(
      `<circle cx="${x + w * 0.55}" cy="${y + h * 0.5}" r="${w * 0.13}" fill="${ink}"/><path d="M${x + w * 0.25} ${y + h} q 0 ${-h * 0.36} ${w * 0.3} ${-h * 0.36} q ${w * 0.3} 0 ${w * 0.3} ${h * 0.36}Z" fill="${ink}"/>`,
    )
  else if (kind < 0.48)
    parts.push(
      `<path d="M${x + w * 0.5} ${y} v${h * 0.22}" stroke="${ink}" stroke-width="3"/><path d="M${x + w * 0.3} ${y + h * 0.3} q ${w * 0.2} ${-h * 0.2} ${w * 0.4} 0Z" fill="${ink}"/>`,
    )
  else if (kind < 0.6)
    parts.push(`<path d="M${x + w / 2} ${y} v${h} M${x} ${y + h / 2} h${w}" stroke="${ink}" stroke-width="5"/>`)
  if (roll() < 0.14)
    parts.push(
      `<rect x="${x + w * 0.1}" y="${y + h + 4}" width="${w * 0.8}" height="5" fill="#2c3a50"/>` +
        [0.15, 0.37, 0.6]
          .map(
            (k) =>
              `<rect x="${x + w * k}" y="${y + h + 8}" width="${w * 0.17}" height="${h * roll.between(0.16, 0.3)}" fill="${roll.pick(['#c8d2d8', '#b4523c', '#e0b75f', '#5d8a93'])}"/>`,
          )
          .join(''),
    )
  else if (roll() < 0.12)
    parts.push(`<rect x="${x + w * 0.25}" y="${y + h + 6}" width="${w * 0.5}" height="${h * 0.2}" fill="#3a4a5f"/>`)
  return parts.join('')
}

export const art: FilmArt = {
  poster: (sheet) => {
    const f = paper('meter', '#0d1522', 0.12)
    const p = new Sheet(f)
    const roll = dice('meter')
    for (let row = 0; row < 15; row++)
      for (let column = 0; column < 11; column++) {
        if (row > 5 && row < 10) continue
        p.add(pane(roll, 84 + column * 132, 76 + row * 138, 96, 92, 0.34 + 0.25 * Math.sin(row * 1.7 + column)))
      }
    p.add(`<rect x="0" y="880" width="1600" height="590" fill="#ffc14d"/>`)
    p.text('rakkas', 'قارئ العدّاد', { x: 1500, y: 1180, size: 330, fill: '#10182a', anchor: 'end' })
    p.fit('shoulders', 'THE METER READER', 1400, { x: 100, y: 1415, fill: '#10182a', spacing: -0.005 })
    p.add(`<rect x="0" y="2130" width="1600" height="270" fill="#0d1522"/>`)
    billing(p, sheet, { x: 800, y: 2330, width: 1380, fill: '#ffc14d', size: 36, upwards: true })
    p.over(f)
    return grain(f, 'meter', 0.07)
  },
  stills: [
    () => {
      const f = frame()
      const roll = dice('meter1')
      sky(f, ramp('#0a1120', '#101a2c', '#1b2130'))
      const body: string[] = []
      for (let row = -2; row < 12; row++)
        for (let column = -2; column < 22; column++) body.push(pane(roll, column * 104, row * 112, 64, 70, 0.3))
      new Sheet(f)
        .add(
          `<g transform="matrix(1 .13 -.02 1.02 -40 -120)"><rect x="-200" y="-300" width="2600" height="1900" fill="#1d2430"/>${body.join('')}</g>`,
        )
        .over(f)
      const n = noise('meter1')
      cover(
        f,
        plane(f, 3, (u, v) => clamp(0.5 + n.fbm(u * 12, v * 7, 5))),
        '#0b111c',
        0.35,
      )
      cover(
        f,
        plane(f, 4, (u, v) => smooth(0.9, 0.0, u) * 0.5 + 0.25 * v),
        '#3a2a1d',
        0.35,
      )
      return grain(vignette(bloom(f, 0.42, 34, 1.1), 0.75, 0.56, 0.45), 'meter1', 0.07)
    },
    () => {
      const f = frame()
      const n = noise('meter2')
      const ratio = f.w / f.h
      // Looking up a square stairwell: every flight a turn smaller
      tint(
        f,
        plane(f, 1.5, (u, v) => {
          const dx = (u - 0.46) * ratio
          const dy = v - 0.48
          const t = 0.22
          const x = dx * Math.cos(t) - dy * Math.sin(t)
          const y = dx * Math.sin(t) + dy * Math.cos(t)
          const d = Math.max(Math.abs(x), Math.abs(y) * 1.12) + 1e-4
          if (d < 0.065) return 0.98
          const side = Math.abs(x) > Math.abs(y) * 1.12 ? (x > 0 ? 0 : 2) : y > 0 ? 1 : 3
          const along = side % 2 === 0 ? y / d : x / d
          const flight = Math.log(d / 0.065) / Math.log(1.52) + side * 0.25 + 0.125 * along * (side < 2 ? 1 : -1)
          const k = flight - Math.floor(flight)
          const rail = k < 0.07 ? -0.3 : 0
          const steps = k > 0.5 ? 0.05 * Math.sign(Math.sin(along * 26)) : 0
          const falloff = (0.065 / d) ** 0.55
          return clamp(
            (0.3 + 0.5 * [1, 0.62, 0.42, 0.8][side]! * (0.5 + 0.5 * k) + rail + steps + 0.1 * n.fbm(u * 20, v * 20, 3)) *
              falloff *
              1.3,
          )
        }),
        ramp([0, '#070605'], [0.25, '#2d2216'], [0.5, '#7c5a2e'], [0.75, '#d3a65a'], [1, '#fff3cf']),
      )
      return grain(vignette(bloom(f, 0.7, 60, 1), 0.6, 0.46, 0.48), 'meter2', 0.07)
    },
    () => {
      const f = frame()
      const roll = dice('meter3')
      sky(f, ramp('#141a33', '#3a2f4d', '#a0604f', '#d88b4c'), 0, 0.62)
      const lamps = new Sheet(f)
      const disc = (x: number, y: number, r: number, c: string, o: number) =>
        lamps.add(
          `<circle cx="${x}" cy="${y}" r="${r}" fill="${c}" opacity="${o}"/><circle cx="${x}" cy="${y}" r="${r - 2}" fill="none" stroke="${c}" stroke-width="3" opacity="${o * 0.7}"/>`,
        )
      new Sheet(f)
        .add(
          `<path d="M0 690 ${Array.from({ length: 42 }, (_, i) => `L${i * 47} ${600 + roll.between(-50, 60)} h${roll.between(20, 44)}`).join(' ')} L1920 1080 H0Z" fill="#151322"/>`,
        )
        .over(f)
      defocus(f, 14)
      for (let i = 0; i < 170; i++) {
        const t = roll()
        disc(
          roll() * 1920,
          610 + 430 * t ** 1.4,
          10 + 46 * t,
          roll.pick(['#ffb648', '#ffd27a', '#ff8a3c', '#ffe9c2', '#63c9b4', '#e8503a']),
          roll.between(0.12, 0.5),
        )
      }
      lamps.over(f)
      glow(f, 0.5, 0.6, 0.4, '#ff9a50', 0.25, 1.2)
      const wires = mask(
        f,
        `<g stroke="#000" stroke-width="4" fill="none"><path d="M-10 170 Q 960 420 1930 130"/><path d="M-10 210 Q 900 480 1930 190"/><path d="M-10 120 Q 1100 300 1930 60"/></g><g><path d="M620 345 q8 -22 20 -22 q14 0 18 12 l14 4 l-12 4 q-4 14 -20 12 l-26 6Z"/><path d="M740 372 q8 -22 20 -22 q14 0 18 12 l14 4 l-12 4 q-4 14 -20 12 l-26 6Z"/></g>`,
      )
      cover(f, blur(wires, f.w, f.h, 1), '#0b0a14')
      return grain(vignette(f, 0.5), 'meter3', 0.065)
    },
  ],
}
