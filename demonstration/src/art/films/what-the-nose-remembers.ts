/** Smoke and colour: what a smell would look like. */
import { billing } from '../kit/billing.ts'
import { bloom, blur, defocus } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, light, plane, POSTER, smooth, tint, vignette } from '../kit/frame.ts'
import { noise } from '../kit/noise.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

export const art: FilmArt = {
  poster: (sheet) => {
    const f = frame(POSTER)
    const n = noise('scent')
    tint(
      f,
      plane(POSTER, 3, (u, v) => {
        const a = n.fbm(u * 1.4, v * 2, 3)
        const b = n.fbm(u * 1.4 + 3 + a, v * 2 + 1.7 + a * 1.4, 3)
        return clamp(0.5 + 0.95 * n.fbm(u * 1.1 + 1.7 * b, v * 1.6 + 1.7 * a, 3))
      }),
      ramp('#f7e9e1', '#f4b8a8', '#e8668a', '#8b3fa0', '#2f2c7c', '#f2a65a', '#fbe7c8'),
    )
    const p = new Sheet(f)
    // A profile, only its outline
    p.add(
      `<path d="M1600 240 C 1180 260 880 420 860 760 C 856 840 850 880 820 960 C 790 1040 700 1140 640 1220 C 610 1262 640 1296 700 1306 C 716 1330 700 1362 690 1386 C 700 1406 706 1418 690 1446 C 700 1470 716 1484 706 1520 C 690 1590 740 1640 830 1646 C 960 1652 1060 1640 1100 1740 C 1130 1820 1130 2000 1120 2400 H1600Z" fill="#1d1440"/>`,
    )
    p.add('<rect y="2150" width="1600" height="250" fill="#1d1440"/>')
    ;['Ce que', 'le nez', 'retient'].forEach((words, i) =>
      p.text('serif', words, { x: 960, y: 700 + i * 190, size: 220, fill: '#fbe7c8', spacing: -0.02 }),
    )
    p.text('serif', 'What the Nose Remembers', { x: 966, y: 1180, size: 62, fill: '#f4b8a8' })
    billing(p, sheet, { x: 90, y: 2330, width: 1420, fill: '#fbe7c8', anchor: 'start', size: 36, upwards: true, language: 'fr' })
    p.over(f)
    return grain(f, 'scent', 0.075)
  },
  stills: [
    () => {
      const f = frame(undefined, '#07060a')
      const n = noise('smoke')
      light(
        f,
        plane(f, 2, (u, v) => {
          const x = u - 0.5 - 0.12 * n.fbm(v * 3, 1, 3) * (1.2 - v)
          const w = 0.03 + 0.28 * (1 - v) ** 1.4
          return (
            Math.exp(-((x / w) ** 2)) *
            smooth(0.35, 0.75, n.ridge(x * 6 + n.fbm(u * 3, v * 3, 3) * 2.2, v * 2.6, 4) + 0.12) *
            smooth(1, 0.85, v)
          )
        }),
        '#cfd8ff',
        0.85,
      )
      light(
        f,
        plane(
          f,
          4,
          (u, v) => Math.exp(-(((u - 0.38) / 0.2) ** 2 + ((v - 0.3) / 0.3) ** 2)) * clamp(0.5 + n.warped(u * 3, v * 3, 2, 4)),
        ),
        '#e8668a',
        0.3,
      )
      light(
        f,
        plane(
          f,
          4,
          (u, v) => Math.exp(-(((u - 0.64) / 0.2) ** 2 + ((v - 0.4) / 0.3) ** 2)) * clamp(0.5 + n.warped(u * 3 + 5, v * 3, 2, 4)),
        ),
        '#5a6bff',
        0.3,
      )
      return grain(vignette(bloom(f, 0.6, 50, 0.5), 0.5), 'smoke', 0.06)
    },
    () => {
      const f = frame()
      const n = noise('flasks')
      tint(
        f,
        plane(f, 4, (u, v) => clamp(0.75 - 0.6 * Math.hypot((u - 0.6) * 1.2, v - 0.35) + 0.06 * n.fbm(u * 3, v * 3, 3))),
        ramp('#1c1210', '#6b3a26', '#d08a4e', '#ffe0ab'),
      )
      const roll = dice('flasks')
      for (let row = 0; row < 3; row++) {
        const p = new Sheet(f)
        const s = 0.62 + row * 0.34
        for (let x = -60; x < 2000; x += 190 * s) {
          const h = roll.between(170, 300) * s,
            w = roll.between(84, 130) * s,
            y = 560 + row * 210
          const c = roll.pick(['#d9822b', '#f1c45a', '#8a3b1c', '#e9dcb9', '#6d7c3a', '#b8485a'])
          const fill = roll.between(0.3, 0.85)
          p.add(
            `<rect x="${x}" y="${y - h}" width="${w}" height="${h}" rx="${14 * s}" fill="#fff" opacity=".16"/><rect x="${x + 5}" y="${y - h * fill}" width="${w - 10}" height="${h * fill - 6}" rx="${10 * s}" fill="${c}" opacity=".82"/><rect x="${x + w * 0.3}" y="${y - h - 52 * s}" width="${w * 0.4}" height="${54 * s}" rx="6" fill="#1a100b"/><rect x="${x + w * 0.12}" y="${y - h + 16}" width="${w * 0.1}" height="${h - 40}" rx="5" fill="#fff" opacity=".5"/><rect x="${x + w * 0.2}" y="${y - h * 0.5}" width="${w * 0.6}" height="${h * 0.26}" fill="#f6efdf" opacity=".92"/>`,
          )
        }
        p.add(`<rect x="0" y="${560 + row * 210}" width="1920" height="16" fill="#2a160d"/>`).over(f)
        if (row === 0) defocus(f, 9)
        if (row === 2)
          defocus(
            f,
            13,
            plane(f, 8, (_u, v) => smooth(0.82, 0.95, v) + smooth(0.5, 0.2, v)),
          )
      }
      glow(f, 0.62, 0.3, 0.4, '#ffcf8a', 0.4, 1.4)
      return grain(vignette(grade(bloom(f, 0.75, 50, 0.5), 1.06), 0.55), 'flasks', 0.06)
    },
    () => {
      // Rows of lavender in the hour before the harvest
      const f = frame()
      const n = noise('lavender')
      tint(
        f,
        plane(f, 2, (u, v) => {
          if (v < 0.34) return 0.999 - 0.18 * (v / 0.34)
          const z = 1 / (v - 0.31)
          const x = (u - 0.62) * z
          const row = Math.abs(((x * 2.2 + 50 + 0.1 * n.at(x, z)) % 1) - 0.5) * 2
          const tuft = n.fbm(x * 14, z * 9, 3)
          return clamp(
            (row > 0.32 ? 0.42 + 0.22 * tuft + 0.14 * row : 0.14 + 0.1 * tuft) * (0.7 + 0.5 * smooth(0.3, 0.6, v)) +
              0.28 * smooth(0.5, 0.33, v),
          )
        }),
        ramp(
          [0, '#1d1230'],
          [0.2, '#3a2458'],
          [0.45, '#6f4a9a'],
          [0.62, '#a784c4'],
          [0.78, '#e6b9b0'],
          [0.9, '#f6cfa0'],
          [1, '#8fb0cf'],
        ),
      )
      cover(f, blur(mask(f, `<path d="M0 372 Q 500 322 960 350 T 1920 330 V372Z"/>`), f.w, f.h, 2), '#5c5a86', 0.8)
      cover(
        f,
        mask(
          f,
          `<path d="M1180 372 v-46 l30 -20 l30 20 v46Z M1260 372 q-4 -60 14 -92 q18 32 14 92Z M1290 372 q-3 -46 10 -70 q14 24 10 70Z"/>`,
        ),
        '#2c2547',
        0.95,
      )
      glow(f, 0.3, 0.3, 0.3, '#ffd9a0', 0.5, 1.4)
      return grain(vignette(bloom(f, 0.75, 50, 0.5), 0.4), 'lavender', 0.055)
    },
  ],
}
