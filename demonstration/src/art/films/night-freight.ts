/** Long exposures: what lorries draw when the shutter stays open. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, light, plane, POSTER, sky, smooth, tint, vignette } from '../kit/frame.ts'
import type { Frame } from '../kit/frame.ts'
import { noise } from '../kit/noise.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

/** Lights of lorries from the near edge to a vanishing point, with a bend. */
function trails(
  f: Frame,
  seed: string,
  set: {
    count: number
    from: [number, number]
    to: [number, number]
    spread: number
    bend: number
    colour: string
    halo: string
    low: number
  },
): void {
  const roll = dice(seed)
  const lines: string[] = []
  for (let i = 0; i < set.count; i++) {
    const k = roll()
    const x0 = set.from[0] + (k - 0.5) * set.spread
    const tall = roll.between(-0.5, 0.5) * 90 + (roll() < 0.25 ? -240 : 0)
    const y0 = set.low + tall
    const x1 = set.to[0] + (k - 0.5) * 26
    const y1 = set.to[1] + tall * 0.012
    lines.push(
      `<path d="M${x0} ${y0} C ${x0 + (x1 - x0) * 0.45 + set.bend} ${y0 + (y1 - y0) * 0.5} ${x1 + set.bend * 0.9} ${y1 + (y0 - y1) * 0.16} ${x1} ${y1}" fill="none" stroke="#fff" stroke-width="${roll.between(1.5, 6.5)}" stroke-opacity="${roll.between(0.25, 1)}"/>`,
    )
  }
  const drawn = mask(f, ...lines)
  light(f, drawn, set.colour, 1)
  light(f, blur(drawn, f.w, f.h, 14), set.halo, 0.9)
  light(f, blur(drawn, f.w, f.h, 60), set.halo, 0.7)
}

export const art: FilmArt = {
  poster: (sheet) => {
    const f = frame(POSTER)
    tint(
      f,
      plane(POSTER, 8, (_u, v) => v),
      ramp('#020409', '#081226', '#0e1d3a', '#05080f', '#030407'),
    )
    trails(f, 'nf-red', {
      count: 70,
      from: [1500, 2500],
      to: [720, 760],
      spread: 1300,
      bend: 330,
      colour: '#ff5a3c',
      halo: '#ff1f12',
      low: 2460,
    })
    trails(f, 'nf-white', {
      count: 60,
      from: [-500, 2500],
      to: [706, 762],
      spread: 1100,
      bend: 240,
      colour: '#fff4dc',
      halo: '#ffb765',
      low: 2460,
    })
    light(
      f,
      plane(POSTER, 8, (u, v) => Math.exp(-(Math.hypot((u - 0.45) * 0.66, v - 0.317) * 14))),
      '#ffd9a0',
      0.9,
    )
    cover(
      f,
      plane(POSTER, 8, (_u, v) => smooth(0.83, 0.97, v)),
      '#030407',
      0.85,
    )
    const p = new Sheet(f)
    p.fit('league', 'NIGHT FREIGHT', 1420, { x: 90, y: 560, fill: '#fff6e6', spacing: 0.005 })
    p.text('spaceText', '22:00', { x: 92, y: 110, size: 44, fill: '#ff7a52' })
    p.text('spaceText', 'four nights, four crews', { x: 800, y: 110, size: 44, fill: '#fff6e6', anchor: 'middle' })
    p.text('spaceText', '06:00', { x: 1508, y: 110, size: 44, fill: '#ff7a52', anchor: 'end' })
    billing(p, sheet, { x: 800, y: 2320, width: 1400, fill: '#d9cbb4', size: 36, upwards: true })
    p.over(f)
    return grain(bloom(f, 0.8, 50, 0.4), 'nightfreight', 0.05)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('nf1')
      sky(f, ramp('#060a16', '#101c38', '#34335a', '#c0643c'), 0, 0.48, (u, v) => 0.05 * n.fbm(u * 3, v * 12, 4))
      cover(
        f,
        plane(f, 4, (_u, v) => smooth(0.455, 0.475, v)),
        '#06080e',
      )
      const roll = dice('nf1')
      light(
        f,
        mask(
          f,
          ...Array.from(
            { length: 90 },
            () => `<circle cx="${roll() * 1920}" cy="${roll.between(470, 500)}" r="${roll.between(0.8, 2.6)}"/>`,
          ),
        ),
        '#ffce8a',
        0.9,
      )
      trails(f, 'nf1r', {
        count: 46,
        from: [2150, 0],
        to: [1060, 500],
        spread: 1500,
        bend: -230,
        colour: '#ff6a48',
        halo: '#ff2a14',
        low: 1120,
      })
      trails(f, 'nf1w', {
        count: 46,
        from: [160, 0],
        to: [1040, 500],
        spread: 1300,
        bend: -180,
        colour: '#fff2d6',
        halo: '#ffae5a',
        low: 1120,
      })
      cover(
        f,
        mask(
          f,
          `<path d="M-20 620 H1940 V648 H-20Z M180 648 V1500 H240 V648Z M-20 560 h1960 v8 h-1960Z" transform="translate(0 -360)"/>`,
        ),
        '#04050a',
        0.96,
      )
      return grain(vignette(bloom(f, 0.75, 50, 0.6), 0.5), 'nf1', 0.055)
    },
    () => {
      const f = frame()
      const n = noise('nf2')
      sky(f, ramp('#0a1018', '#142029', '#22323a'), 0, 1)
      const roll = dice('nf2')
      const lamps = Array.from(
        { length: 34 },
        () =>
          [
            roll() * 1920,
            roll.between(180, 560),
            roll.between(16, 56),
            roll.pick(['#ffb14a', '#ffe2b0', '#7fd0c0', '#ff5a3c']),
          ] as const,
      )
      for (const colour of ['#ffb14a', '#ffe2b0', '#7fd0c0', '#ff5a3c']) {
        const d = mask(
          f,
          ...lamps.filter((l) => l[3] === colour).map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}" fill-opacity=".5"/>`),
        )
        light(f, blur(d, f.w, f.h, 3), colour, 0.8)
        light(f, blur(d, f.w, f.h, 40, 220), colour, 0.55)
      }
      cover(
        f,
        mask(
          f,
          `<path d="M980 780 V330 H1840 V780Z M960 780 V470 Q960 430 920 430 H820 Q790 430 776 470 L720 620 V780Z M700 780 H1900 V830 H700Z"/><circle cx="820" cy="830" r="66"/><circle cx="1200" cy="830" r="66"/><circle cx="1640" cy="830" r="66"/><circle cx="1790" cy="830" r="66"/>`,
        ),
        '#05080b',
        0.97,
      )
      light(f, mask(f, `<path d="M812 470 H900 V590 H760Z" fill-opacity=".55"/>`), '#ffc477', 0.55)
      light(
        f,
        blur(mask(f, ...Array.from({ length: 9 }, (_, i) => `<circle cx="${1000 + i * 100}" cy="338" r="6"/>`)), f.w, f.h, 2),
        '#ffae4a',
        1,
      )
      cover(
        f,
        plane(f, 4, (_u, v) => smooth(0.81, 0.83, v)),
        '#0a1014',
        0.92,
      )
      light(
        f,
        plane(f, 3, (u, v) =>
          v < 0.82 ? 0 : clamp(0.35 + 0.9 * n.fbm(u * 40, v * 5, 3)) * smooth(1.05, 0.83, v) * (0.4 + 0.6 * n.at(u * 6, 3)),
        ),
        '#ffb765',
        0.4,
      )
      light(
        f,
        mask(
          f,
          ...Array.from({ length: 500 }, () => {
            const x = roll() * 1920,
              y = roll() * 1080,
              l = roll.between(20, 70)
            return `<path d="M${x} ${y} l${-l * 0.16} ${l}" stroke="#fff" stroke-width="1.3" stroke-opacity="${roll.between(0.1, 0.45)}"/>`
          }),
        ),
        '#cfe0e6',
        0.5,
      )
      return grain(vignette(bloom(f, 0.6, 50, 0.6), 0.55), 'nf2', 0.065)
    },
    () => {
      const f = frame()
      const n = noise('nf3')
      tint(
        f,
        plane(f, 2, (u, v) => {
          const dx = (u - 0.47) * 1.78
          const dy = v - 0.46
          const side = Math.abs(dx) * 0.72 > Math.abs(dy)
          const z = 0.4 / Math.max(Math.abs(dx) * 0.72, Math.abs(dy), 0.012)
          const fog = Math.exp(-z * 0.06)
          if (side) {
            const shelf = Math.abs(((dy / Math.abs(dx)) * 4.2 + 9) % 1)
            const bay = z % 1
            const box = n.at(Math.floor(z * 2) * 3.1, Math.floor((dy / Math.abs(dx)) * 4.2 + 9) * 5.7 + (dx > 0 ? 40 : 0))
            const tone = shelf < 0.1 ? 0.42 : bay < 0.07 ? 0.5 : 0.2 + 0.2 * box
            return clamp(tone * fog + 0.75 * (1 - fog))
          }
          if (dy < 0) {
            const lamp = z % 1.6 < 0.5 && Math.abs(dx / dy) < 0.16 ? 0.75 : 0
            return clamp((0.08 + lamp) * fog + 0.75 * (1 - fog))
          }
          return clamp((0.25 + 0.22 * Math.exp(-((dx / dy) ** 2) * 14) + 0.06 * n.at(u * 60, z * 3)) * fog + 0.75 * (1 - fog))
        }),
        ramp('#070b10', '#16303a', '#3f7a78', '#a9d2b8', '#f4ffe8'),
      )
      cover(
        f,
        blur(
          mask(f, `<path d="M760 760 h120 v-150 h-30 v-64 h-66 v64 h-24Z M880 740 h60 v10 h-60Z M880 610 h8 v150 h-8Z"/>`),
          f.w,
          f.h,
          2,
        ),
        '#06090c',
        0.9,
      )
      glow(f, 0.47, 0.46, 0.2, '#f4ffe8', 0.5, 1.2)
      return grain(vignette(grade(bloom(f, 0.7, 60, 0.7), 1.06), 0.55), 'nf3', 0.065)
    },
  ],
}
