/** Cyanotype: plans that stayed plans, models in raking light. */
import { billing } from '../kit/billing.ts'
import { bloom, blur, defocus } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, plane, smooth, tint, vignette } from '../kit/frame.ts'
import type { Frame } from '../kit/frame.ts'
import { noise } from '../kit/noise.ts'
import { paper } from '../kit/paper.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

/** White blocks on a table, seen from above at an angle, each with its shadow. */
function model(f: Frame, seed: string, count: number, tones: [string, string, string]): Frame {
  const roll = dice(seed)
  const project = (x: number, y: number, z: number): [number, number] => [960 + (x - y) * 0.86, 520 + (x + y) * 0.43 - z]
  const path = (points: [number, number, number][]) =>
    `M${points
      .map((p) =>
        project(...p)
          .map((v) => v.toFixed(1))
          .join(' '),
      )
      .join('L')}Z`
  const blocks = Array.from({ length: count }, () => {
    const d = roll() ** 0.7 * 620
    const a = roll() * Math.PI * 2
    return {
      x: Math.round((Math.cos(a) * d) / 90) * 90,
      y: Math.round((Math.sin(a) * d) / 90) * 90,
      w: roll.between(40, 78),
      l: roll.between(40, 78),
      h: 30 + 420 * (1 - d / 640) ** 2 * roll.between(0.4, 1) + roll.between(0, 50),
    }
  }).sort((a, b) => a.x + a.y - b.x - b.y)
  const shade = mask(
    f,
    ...blocks.map(
      (b) =>
        `<path d="${path([
          [b.x, b.y, 0],
          [b.x + b.w, b.y, 0],
          [b.x + b.w + b.h * 0.95, b.y - b.h * 0.5, 0],
          [b.x + b.w + b.h * 0.95, b.y + b.l - b.h * 0.5, 0],
          [b.x + b.w, b.y + b.l, 0],
          [b.x, b.y + b.l, 0],
        ])}"/>`,
    ),
  )
  cover(f, blur(shade, f.w, f.h, 5), '#0c1420', 0.42)
  const drawing = new Sheet(f)
  for (const b of blocks) {
    drawing.add(
      `<path d="${path([
        [b.x, b.y + b.l, 0],
        [b.x + b.w, b.y + b.l, 0],
        [b.x + b.w, b.y + b.l, b.h],
        [b.x, b.y + b.l, b.h],
      ])}" fill="${tones[1]}"/><path d="${path([
        [b.x + b.w, b.y, 0],
        [b.x + b.w, b.y + b.l, 0],
        [b.x + b.w, b.y + b.l, b.h],
        [b.x + b.w, b.y, b.h],
      ])}" fill="${tones[2]}"/><path d="${path([
        [b.x, b.y, b.h],
        [b.x + b.w, b.y, b.h],
        [b.x + b.w, b.y + b.l, b.h],
        [b.x, b.y + b.l, b.h],
      ])}" fill="${tones[0]}"/>`,
    )
    for (let k = 1; k < b.h / 18; k++)
      drawing.add(
        `<path d="M${project(b.x, b.y + b.l, k * 18).join(' ')}L${project(b.x + b.w, b.y + b.l, k * 18).join(' ')}" stroke="#000" stroke-opacity=".12" stroke-width="2"/>`,
      )
  }
  return drawing.over(f)
}

export const art: FilmArt = {
  poster: (sheet) => {
    const f = paper('cyan', '#123f8c', 0.22)
    const p = new Sheet(f)
    const w = '#e6eefc'
    for (let i = 0; i <= 32; i++)
      p.add(
        `<path d="M${i * 50} 0V2400M0 ${i * 75}H1600" stroke="${w}" stroke-opacity="${i % 4 ? 0.07 : 0.16}" stroke-width="2"/>`,
      )
    // Elevation of a dome too large for its century
    p.add(
      `<g fill="none" stroke="${w}" stroke-width="4"><path d="M260 1480 V1180 A540 640 0 0 1 1340 1180 V1480Z"/>${Array.from(
        { length: 13 },
        (_, i) => {
          const k = (i - 6) / 6.5
          return `<path d="M800 540 Q ${800 + k * 480} 720 ${800 + k * 540} 1180 V1480"/>`
        },
      ).join('')}${Array.from({ length: 9 }, (_, i) => {
        const y = 640 + i * 66
        const r = 540 * Math.sqrt(1 - ((1180 - y) / 640) ** 2 > 0 ? 1 - ((1180 - y) / 640) ** 2 : 0)
        return `<path d="M${800 - r} ${y} H${800 + r}"/>`
      }).join(
        '',
      )}<circle cx="800" cy="470" r="58"/><path d="M800 412 V330 M742 470 H680 M858 470 H920"/><path d="M120 1480 H1480 M180 1530 H1420 M240 1580 H1360"/>${Array.from({ length: 17 }, (_, i) => `<path d="M${290 + i * 64} 1480 V1300 q 22 -40 44 0 V1480"/>`).join('')}</g>`,
    )
    p.add(
      `<g stroke="${w}" stroke-width="2.5" fill="none" stroke-dasharray="18 10"><path d="M800 240 V1660"/><path d="M260 1180 H1340"/><circle cx="800" cy="1180" r="640"/></g><g stroke="${w}" stroke-width="3"><path d="M260 1660 H1340 M260 1640 V1680 M1340 1640 V1680 M1460 470 V1480 M1440 470 H1480 M1440 1480 H1480"/></g>`,
    )
    p.text('mono', '312 m', { x: 800, y: 1712, size: 36, fill: w, anchor: 'middle' }).text('mono', '290 m', {
      x: 1500,
      y: 990,
      size: 36,
      fill: w,
      anchor: 'middle',
      turn: 90,
    })
    p.text('mono', 'never to scale', { x: 110, y: 150, size: 34, fill: w }).text('mono', 'sheet 1 of 6', {
      x: 1490,
      y: 150,
      size: 34,
      fill: w,
      anchor: 'end',
    })
    p.fit('spaceText', 'UNBUILT', 1400, { x: 92, y: 2060, fill: w, spacing: 0.08 })
    billing(p, sheet, { x: 104, y: 2310, width: 1390, fill: w, anchor: 'start', size: 36, upwards: true })
    p.over(f)
    return grain(f, 'cyan', 0.07)
  },
  stills: [
    () => {
      const f = frame()
      tint(
        f,
        plane(f, 4, (u, v) => clamp(0.85 - 0.55 * Math.hypot((u - 0.35) * 1.2, v - 0.35))),
        ramp('#4a4138', '#9a8a76', '#d9c9af', '#f3e8d2'),
      )
      model(f, 'model1', 130, ['#fffaf0', '#c9b9a0', '#8d7d69'])
      defocus(
        f,
        11,
        plane(f, 8, (_u, v) => smooth(0.18, 0.5, Math.abs(v - 0.5))),
      )
      return grain(vignette(f, 0.5), 'model1', 0.05)
    },
    () => {
      const f = frame()
      tint(
        f,
        plane(f, 4, (u, v) => clamp(0.7 - 0.6 * Math.hypot((u - 0.6) * 1.1, v - 0.4))),
        ramp('#05070f', '#101b3a', '#27407a', '#5c7ab8'),
      )
      model(f, 'model2', 90, ['#9fc0ff', '#2b4a94', '#121f4a'])
      glow(f, 0.52, 0.32, 0.3, '#bcd4ff', 0.4, 1.4)
      defocus(
        f,
        12,
        plane(f, 8, (_u, v) => smooth(0.16, 0.5, Math.abs(v - 0.42))),
      )
      return grain(vignette(bloom(f, 0.6, 50, 0.6), 0.6), 'model2', 0.06)
    },
    () => {
      // Tracing paper, a pencil line, the lamp
      const f = frame()
      const n = noise('trace')
      tint(
        f,
        plane(f, 3, (u, v) => clamp(0.92 - 0.65 * Math.hypot((u - 0.3) * 1.1, v - 0.25) + 0.06 * n.fbm(u * 5, v * 5, 4))),
        ramp('#5b4a34', '#b59a6d', '#e9d9b4', '#fffbe9'),
      )
      const p = new Sheet(f)
      p.add('<g transform="rotate(-11 960 540)" fill="none" stroke="#3d4354" stroke-width="3" opacity=".85">')
      for (let i = 0; i < 15; i++)
        p.add(
          `<path d="M${-100 + i * 150} -300 V1500" stroke-width="1" opacity=".5"/><path d="M-300 ${-200 + i * 120} H2300" stroke-width="1" opacity=".5"/>`,
        )
      for (let i = 0; i < 8; i++)
        p.add(
          `<rect x="${420 + i * 46}" y="${180 + i * 46}" width="${980 - i * 92}" height="${720 - i * 92}"/><circle cx="910" cy="540" r="${340 - i * 38}"/>`,
        )
      p.add('<path d="M420 180 L1400 900 M1400 180 L420 900"/></g>').over(f, 0.75)
      cover(f, blur(mask(f, `<path d="M1330 640 L1860 300 L1884 340 L1352 672 L1316 680Z"/>`), f.w, f.h, 16), '#3a2b18', 0.5)
      new Sheet(f)
        .add(
          `<path d="M1320 610 L1852 250 L1876 288 L1342 644Z" fill="#d19a2e"/><path d="M1320 610 L1342 644 L1296 652Z" fill="#e9cfa1"/><path d="M1303 639 L1311 650 L1296 652Z" fill="#222"/><path d="M1326 622 L1858 262 L1864 270 L1331 630Z" fill="#fff" opacity=".35"/>`,
        )
        .over(f)
      defocus(
        f,
        12,
        plane(f, 8, (u, v) => smooth(0.3, 0.75, Math.hypot(u - 0.62, v - 0.55))),
      )
      return grain(vignette(grade(f, 1.05), 0.55, 0.4, 0.4), 'trace', 0.05)
    },
  ],
}
