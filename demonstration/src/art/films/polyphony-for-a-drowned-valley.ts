/** Staves that turn into water; a valley, its reservoir, voices by candlelight. */
import { billing, laurel } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, light, plane, sky, smooth, tint, vignette } from '../kit/frame.ts'
import { figure, POSES } from '../kit/figures.ts'
import { below, ranges, skyline } from '../kit/landscape.ts'
import { noise } from '../kit/noise.ts'
import { paper } from '../kit/paper.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

export const art: FilmArt = {
  poster: (sheet) => {
    const f = paper('staves', '#0e4a52', 0.12)
    const n = noise('staves')
    const roll = dice('staves')
    const p = new Sheet(f)
    const ink = '#f3e9cf'
    const y = (x: number, line: number, stave: number) => {
      const wild = smooth(0, 4, stave)
      const u = x / 1600
      return (
        250 +
        stave * 300 +
        line * (30 + 13 * wild * n.at(u * 2, stave)) +
        wild * 120 * n.fbm(u * 1.5, stave * 0.35, 3) +
        wild * 20 * Math.sin(u * 30 + stave * 2 + line * 0.5)
      )
    }
    for (let stave = 0; stave < 5; stave++) {
      for (let line = 0; line < 5; line++)
        p.add(
          `<path d="M${Array.from({ length: 101 }, (_, i) => `${i * 16} ${y(i * 16, line, stave).toFixed(1)}`).join('L')}" fill="none" stroke="${ink}" stroke-width="${4 + stave * 0.9}" opacity="${1 - stave * 0.1}"/>`,
        )
      for (let k = 0; k < 9 - stave; k++) {
        const x = roll.between(140, 1460)
        const line = roll.between(0, 4)
        const yy = y(x, line, stave)
        const down = roll() < 0.5 ? 1 : -1
        if (stave < 3)
          p.add(
            `<g transform="translate(${x} ${yy})"><ellipse rx="25" ry="18" transform="rotate(-22)" fill="${ink}"/><path d="M${down * -22} ${down * 4} v${down * 120}" stroke="${ink}" stroke-width="6"/></g>`,
          )
        else
          p.add(
            `<g transform="translate(${x} ${yy}) scale(${1.1 - stave * 0.05})"><path d="M-26 0 V-30 L0 -54 L26 -30 V0Z" fill="#e2694a"/><rect x="-7" y="-18" width="14" height="18" fill="#0e4a52"/></g>`,
          )
      }
    }
    p.text('playfair', 'Polyphony', { x: 96, y: 1850, size: 236, fill: ink, spacing: -0.02 })
    p.text('playfairText', 'for a Drowned Valley', { x: 104, y: 1985, size: 116, fill: '#e9a27f' })
    laurel(p, 1350, 2190, 106, ink, ['SHEFFIELD', 'GRAND JURY', 'AWARD 2021'])
    billing(p, sheet, { x: 104, y: 2320, width: 1040, fill: ink, anchor: 'start', size: 34, upwards: true })
    p.over(f)
    return grain(f, 'staves', 0.06)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('svan')
      sky(f, ramp('#8fa5a6', '#c3ccc0', '#e6dfc6'), 0, 0.6, (u, v) => 0.16 * n.warped(u * 3, v * 8, 1, 4))
      ranges(f, 'svan', ramp('#a9b8b0', '#6f8a80', '#35564c', '#0e221e'), {
        count: 5,
        from: 0.36,
        to: 0.9,
        rise: 0.3,
        wide: 1.8,
        mist: 0.85,
        mistColour: '#dfe3d6',
        sharp: 0.6,
      })
      const towers = [
        [330, 780, 1],
        [395, 800, 0.8],
        [470, 770, 1.15],
        [560, 812, 0.75],
      ] as const
      cover(
        f,
        mask(
          f,
          ...towers.map(
            ([x, y, s]) =>
              `<path transform="translate(${x} ${y}) scale(${s})" d="M-15 60 L-12 -86 h-6 v-16 h5 v6 h5 v-6 h6 v6 h5 v-6 h6 v6 h5 v-6 h4 v16 h-6 L18 60Z"/>`,
          ),
          `<path d="M60 1080 C 160 900 250 830 330 812 C 420 800 500 806 590 828 C 720 870 900 960 1040 1080Z"/>`,
        ),
        '#0d1c19',
      )
      cover(f, below(f, skyline(f.w, 'svanf', 0.93, 0.06, 2.4, 6, 0.3)), '#0a1613')
      return grain(vignette(f, 0.45), 'svan', 0.055)
    },
    () => {
      const f = frame()
      const n = noise('lake')
      const half = 0.5
      sky(f, ramp('#56727c', '#8fa39f', '#cbc9b4'), 0, half, (u, v) => 0.1 * n.warped(u * 2.5, v * 8, 1, 4))
      const shore = skyline(f.w, 'lake', half - 0.03, 0.22, 1.6, 6, 0.4)
      cover(f, below(f, shore), '#3d5a55')
      const tower = `<path d="M1120 ${half * 1080} V372 L1152 316 L1184 372 V${half * 1080}Z M1148 316 V276 M1136 290 h24" stroke="#000" stroke-width="5"/>`
      cover(f, mask(f, tower), '#1f2d2c')
      // The lake repeats what is above it, darker, broken by ripples
      const top = Math.round(half * f.h)
      for (let y = top; y < f.h; y++)
        for (let x = 0; x < f.w; x++) {
          const far = (y - top) / (f.h - top)
          const r = n.fbm(x * 0.006 * (1 - far * 0.6), 2 / (far + 0.03), 2)
          const sy = Math.min(top - 1, Math.max(0, Math.round(top - (y - top) * 0.95 + r * 46 * far)))
          const sx = Math.min(f.w - 1, Math.max(0, Math.round(x + r * 16 * far)))
          for (let c = 0; c < 3; c++) f.px[(y * f.w + x) * 3 + c] = f.px[(sy * f.w + sx) * 3 + c]! * (0.84 - 0.3 * far) + 0.02
        }
      cover(
        f,
        plane(f, 6, (u, v) => Math.exp(-(((v - half) / 0.03) ** 2)) * (0.5 + 0.5 * n.fbm(u * 4, 2, 3))),
        '#dfe0d2',
        0.75,
      )
      return grain(vignette(f, 0.5), 'lake', 0.055)
    },
    () => {
      const f = frame(undefined, '#0b0704')
      const n = noise('choir')
      const roll = dice('choir')
      tint(
        f,
        plane(f, 4, (u, v) =>
          clamp(0.1 + 0.5 * Math.exp(-(((u - 0.5) * 1.7) ** 2 + (v - 0.6) ** 2) * 5) + 0.14 * n.fbm(u * 7, v * 7, 4)),
        ),
        ramp('#0a0603', '#3b1f0f', '#8a4d22', '#d99a50'),
      )
      const men: string[] = []
      for (let i = 0; i < 7; i++)
        men.push(
          figure(
            240 + i * 240 + roll.between(-24, 24),
            1330 + roll.between(-30, 40),
            860 + roll.between(-50, 60),
            POSES.stand,
            i % 2 ? 1 : -1,
          ),
        )
      cover(f, blur(mask(f, ...men), f.w, f.h, 6), '#0a0503', 0.96)
      const flames = Array.from({ length: 26 }, () => [roll() * 1920, roll.between(830, 1050), roll.between(10, 30)] as const)
      const discs = mask(f, ...flames.map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}" fill-opacity=".75"/>`))
      light(f, blur(discs, f.w, f.h, 3), '#ffc36b', 0.9)
      light(f, blur(discs, f.w, f.h, 60), '#ff8a3c', 0.9)
      glow(f, 0.5, 1.0, 0.5, '#ff9a4a', 0.35, 1.3)
      return grain(vignette(grade(bloom(f, 0.6, 60, 0.5), 1.06), 0.6), 'choir', 0.075)
    },
  ],
}
