/** A pitch as Swiss geometry; floodlights in sea fog. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, light, plane, sky, smooth, tint, vignette } from '../kit/frame.ts'
import { figure, POSES } from '../kit/figures.ts'
import { below, skyline } from '../kit/landscape.ts'
import { noise } from '../kit/noise.ts'
import { inkHold, paper } from '../kit/paper.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

export const art: FilmArt = {
  poster: (sheet) => {
    const f = paper('pitch', '#f3f0e4', 0.05)
    const p = new Sheet(f)
    const green = '#0c8a4c',
      red = '#e8402a'
    p.add(`<rect width="1600" height="2400" fill="${green}"/>`)
    // The lines of the pitch, blown sideways the further down they are
    const bend = (x: number, y: number) =>
      `${(x + 420 * smooth(300, 1900, y) ** 2 * Math.sin(y / 260 + x / 700)).toFixed(0)} ${y}`
    const line = (x0: number, y0: number, x1: number, y1: number) =>
      `M${Array.from({ length: 60 }, (_, i) => bend(x0 + ((x1 - x0) * i) / 59, y0 + ((y1 - y0) * i) / 59)).join('L')}`
    const circle = (cx: number, cy: number, r: number) =>
      `M${Array.from({ length: 121 }, (_, i) => bend(cx + Math.cos((i / 60) * Math.PI) * r, cy + Math.sin((i / 60) * Math.PI) * r)).join('L')}`
    p.add(
      `<path d="${[line(120, 120, 1480, 120), line(120, 120, 120, 1740), line(1480, 120, 1480, 1740), line(120, 930, 1480, 930), line(120, 1740, 1480, 1740), line(440, 120, 440, 380), line(440, 380, 1160, 380), line(1160, 380, 1160, 120), line(440, 1740, 440, 1480), line(440, 1480, 1160, 1480), line(1160, 1480, 1160, 1740), circle(800, 930, 240)].join('')}" fill="none" stroke="#f3f0e4" stroke-width="16" stroke-linejoin="round"/>`,
    )
    const roll = dice('pitch')
    for (let i = 0; i < 11; i++)
      p.add(
        `<circle cx="${220 + (i % 4) * 380 + roll.between(-60, 60)}" cy="${320 + Math.floor(i / 4) * 480 + roll.between(-60, 60)}" r="34" fill="${i === 0 ? '#fbd13d' : red}"/>`,
      )
    p.add(`<rect y="1850" width="1600" height="550" fill="#f3f0e4"/>`)
    p.text('interBlack', 'Eleven', { x: 100, y: 2030, size: 190, fill: '#101512', spacing: -0.05 })
    p.text('interBlack', 'Against the Wind', { x: 100, y: 2170, size: 138, fill: green, spacing: -0.045 })
    billing(p, sheet, { x: 104, y: 2320, width: 1390, fill: '#101512', anchor: 'start', size: 36, upwards: true })
    p.ink(f, inkHold('pitch', 0.09))
    return grain(f, 'pitch', 0.045)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('flood')
      tint(
        f,
        plane(f, 4, (u, v) => clamp(0.2 + 0.25 * v + 0.3 * n.warped(u * 2, v * 3, 1.4, 4))),
        ramp('#0a1518', '#1c3336', '#47615c', '#9fb2a2'),
      )
      for (const [x, y] of [
        [0.16, 0.2],
        [0.5, 0.13],
        [0.86, 0.22],
      ] as const) {
        cover(f, blur(mask(f, `<path d="M${x * 1920 - 7} ${y * 1080} h14 V900 h-14Z"/>`), f.w, f.h, 3), '#0a1213', 0.85)
        glow(f, x, y, 0.05, '#ffffff', 1.2, 1.4)
        glow(f, x, y, 0.32, '#dff5e6', 0.75, 0.9)
      }
      cover(
        f,
        plane(f, 3, (u, v) => smooth(0.72, 0.76, v + 0.004 * n.fbm(u * 40, 1, 2))),
        '#1d4a2d',
        0.9,
      )
      light(
        f,
        plane(f, 3, (u, v) =>
          v < 0.74 ? 0 : clamp(0.35 + 0.4 * n.fbm(u * 30, v * 60, 3)) * Math.exp(-(((u - 0.5) / 0.42) ** 2)),
        ),
        '#a8d8a0',
        0.4,
      )
      const people = [
        figure(620, 930, 250, POSES.run),
        figure(870, 905, 230, POSES.walk),
        figure(1150, 960, 265, POSES.run, -1),
        figure(1420, 900, 225, POSES.stand),
        figure(340, 895, 220, POSES.reach),
      ]
      cover(f, blur(mask(f, ...people, `<circle cx="960" cy="930" r="17"/>`), f.w, f.h, 2), '#07100d', 0.93)
      light(
        f,
        plane(f, 4, (u, v) => clamp(n.warped(u * 3, v * 5, 1.5, 4) + 0.1) * smooth(0.3, 0.7, v) * smooth(1, 0.75, v)),
        '#cfe0d2',
        0.45,
      )
      return grain(vignette(bloom(f, 0.75, 70, 0.7), 0.5), 'flood', 0.07)
    },
    () => {
      const f = frame()
      const n = noise('faroe')
      sky(f, ramp('#5b6d79', '#93a3a8', '#cfd3cd'), 0, 0.6, (u, v) => 0.3 * n.warped(u * 2, v * 4, 1.2, 5))
      cover(f, below(f, skyline(f.w, 'faroe1', 0.44, 0.3, 1.1, 6, 0.5)), '#64766f')
      cover(f, blur(below(f, new Float32Array(f.w).fill(0.52), 0.16), f.w, f.h, 40, 20), '#c3cbc7', 0.7)
      cover(
        f,
        plane(f, 3, (u, v) => smooth(0.575, 0.59, v)),
        '#5f7b84',
      )
      light(
        f,
        plane(f, 2, (u, v) => (v < 0.58 ? 0 : clamp(0.2 + 0.9 * n.fbm(u * 20, v * 130, 3)) * smooth(0.75, 0.58, v))),
        '#dfe9e8',
        0.4,
      )
      cover(f, below(f, skyline(f.w, 'faroe2', 0.72, 0.05, 1.3, 4, 0.1)), '#3d6b35')
      const grass = plane(f, 2, (u, v) => clamp(0.5 + 0.5 * n.fbm(u * 40, v * 40, 4)) * smooth(0.7, 0.8, v))
      cover(f, grass, '#274d26', 0.55)
      const lines = mask(
        f,
        `<g fill="none" stroke="#fff" stroke-width="7"><path d="M-40 1010 L620 800 H1430 L2000 990 M1010 800 L960 1100 M760 880 q240 -46 470 0 q60 60 -230 72 q-330 -4 -240 -72"/><path d="M640 800 v-74 h150 v74" stroke-width="6"/></g>`,
      )
      cover(f, lines, '#f2f4ea', 0.9)
      cover(
        f,
        mask(f, ...Array.from({ length: 16 }, (_, i) => `<path d="M${646 + i * 9} 730 v70" stroke="#000" stroke-width="1"/>`)),
        '#eef0ea',
        0.6,
      )
      cover(
        f,
        mask(f, figure(1200, 880, 100, POSES.run), figure(880, 900, 106, POSES.walk, -1), figure(1380, 850, 90, POSES.stand)),
        '#b3261b',
      )
      return grain(vignette(f, 0.4), 'faroe', 0.055)
    },
    () => {
      const f = frame()
      const n = noise('locker')
      tint(
        f,
        plane(f, 2, (u, v) => {
          const board = u * 26
          const k = board - Math.floor(board)
          return clamp(
            0.42 +
              0.1 * n.at(Math.floor(board) * 3.1, 2) +
              0.12 * n.fbm(u * 60, v * 4, 3) -
              (k < 0.05 ? 0.3 : 0) +
              0.35 * Math.exp(-(((u - 0.25) / 0.25) ** 2 + ((v - 0.3) / 0.5) ** 2)) -
              0.3 * smooth(0.5, 1, v),
          )
        }),
        ramp('#0d1a22', '#27434e', '#6f9296', '#d7e4d8'),
      )
      const shirts: string[] = []
      for (let i = 0; i < 7; i++) {
        const x = 120 + i * 262
        shirts.push(
          `<g transform="translate(${x} 300)"><path d="M-4 -40 q8 -30 16 0" stroke="#111" stroke-width="6" fill="none"/><path d="M-78 10 L-30 -22 Q4 6 38 -22 L86 10 L${74} 96 L52 88 L56 ${300 + (i % 3) * 8} Q4 ${316} -48 ${300 + (i % 2) * 10} L-44 88 L-66 96Z" fill="${i === 4 ? '#e8b23a' : '#c2331f'}"/><path d="M-44 88 L-48 300 Q-30 306 -14 308 L-20 40Z" fill="#000" opacity=".25"/></g>`,
        )
      }
      cover(
        f,
        blur(mask(f, ...shirts.map((s) => s.replace('translate(', 'translate(24 26) translate('))), f.w, f.h, 16),
        '#04090c',
        0.6,
      )
      const p = new Sheet(f).add(...shirts)
      ;[7, 4, 9, 2, 1, 10, 6].forEach((number, i) =>
        p.text('interBlack', String(number), {
          x: 124 + i * 262,
          y: 490,
          size: 120,
          fill: '#f3efe2',
          anchor: 'middle',
          opacity: 0.9,
        }),
      )
      p.add(
        `<rect y="820" width="1920" height="46" fill="#5a3f28"/><rect y="866" width="1920" height="16" fill="#21160e"/>`,
      ).over(f)
      glow(f, 0.25, 0.15, 0.5, '#e9f3e4', 0.35, 1.2)
      return grain(vignette(grade(f, 1.06), 0.6, 0.4, 0.45), 'locker', 0.06)
    },
  ],
}
