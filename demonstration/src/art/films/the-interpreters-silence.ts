/** Speech as bars: what is said, what is passed on, the gap between. */
import { billing } from '../kit/billing.ts'
import { bloom, blur, defocus } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, light, plane, smooth, tint, vignette } from '../kit/frame.ts'
import { noise } from '../kit/noise.ts'
import { inkHold, paper } from '../kit/paper.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

export const art: FilmArt = {
  poster: (sheet) => {
    const f = paper('voices', '#efece6', 0.05)
    const n = noise('voices')
    const p = new Sheet(f)
    const black = '#141414',
      blue = '#2340ff'
    for (let i = 0; i < 118; i++) {
      const y = 150 + i * 12.4
      const a = Math.abs(n.fbm(i * 0.11, 2, 4)) ** 0.7 * 640
      const b = Math.abs(n.fbm((i - 9) * 0.11, 2, 4)) ** 0.7 * 600 * (0.85 + 0.3 * n.at(i, 8))
      const silent = i > 54 && i < 67
      p.add(`<rect x="${780 - a}" y="${y}" width="${a}" height="7" fill="${black}"/>`)
      if (!silent) p.add(`<rect x="820" y="${y}" width="${b}" height="7" fill="${blue}"/>`)
    }
    p.text('archivoBold', 'witness', { x: 778, y: 116, size: 40, fill: black, anchor: 'end' }).text(
      'archivoBold',
      'interpreter',
      { x: 822, y: 116, size: 40, fill: blue },
    )
    p.text('archivoBlack', 'The Interpreter’s', { x: 96, y: 1850, size: 152, fill: black, spacing: -0.045 })
    p.text('archivoBlack', 'Silence', { x: 96, y: 2030, size: 200, fill: blue, spacing: -0.05 })
    p.text('archivo', 'A film by Teodora Marković-Lund', { x: 100, y: 2115, size: 48, fill: black })
    billing(p, sheet, { x: 100, y: 2320, width: 1400, fill: black, anchor: 'start', size: 36, upwards: true })
    p.ink(f, inkHold('voices', 0.08))
    return grain(f, 'voices', 0.045)
  },
  stills: [
    () => {
      const f = frame(undefined, '#0a0f14')
      const n = noise('booth')
      tint(
        f,
        plane(f, 4, (u, v) =>
          clamp(0.14 + 0.5 * smooth(0.62, 0.3, v) * Math.exp(-(((u - 0.55) / 0.5) ** 2)) + 0.04 * n.fbm(u * 4, v * 4, 3)),
        ),
        ramp('#06090d', '#12303a', '#3f7d86', '#cfe8df'),
      )
      new Sheet(f)
        .add(
          `${Array.from({ length: 3 }, (_, i) => `<rect x="${90 + i * 610}" y="150" width="560" height="480" fill="#bfe3dd" opacity="${0.1 + i * 0.05}"/><rect x="${90 + i * 610}" y="150" width="560" height="480" fill="none" stroke="#0a1418" stroke-width="26"/>`).join('')}<path d="M120 170 L330 170 L160 610 L120 610Z M760 170 L900 170 L770 610 L720 610Z" fill="#fff" opacity=".06"/>`,
        )
        .over(f)
      const person = `<path d="M700 1080 q10 -330 220 -370 l14 -70 q-96 -60 -74 -200 q20 -120 146 -122 q130 6 138 130 q6 130 -70 196 l10 66 q214 40 226 370Z"/>`
      cover(f, blur(mask(f, person), f.w, f.h, 3), '#05080b', 0.98)
      light(
        f,
        blur(
          mask(f, `<path d="M1140 420 q10 130 -66 210 l10 66 q190 40 220 330" fill="none" stroke="#fff" stroke-width="9"/>`),
          f.w,
          f.h,
          5,
        ),
        '#a8e0d8',
        0.6,
      )
      cover(
        f,
        mask(
          f,
          `<path d="M858 430 q10 -150 148 -150 q150 6 146 150" fill="none" stroke="#000" stroke-width="20"/><rect x="836" y="420" width="46" height="96" rx="20"/><rect x="1124" y="420" width="46" height="96" rx="20"/><path d="M858 510 q10 90 96 96" fill="none" stroke="#000" stroke-width="9"/>`,
        ),
        '#10191f',
      )
      glow(f, 0.16, 0.72, 0.02, '#ff4030', 1.3, 1.3)
      glow(f, 0.16, 0.72, 0.12, '#ff2a1c', 0.5, 1.2)
      return grain(vignette(bloom(f, 0.6, 50, 0.5), 0.55), 'booth', 0.07)
    },
    () => {
      const f = frame()
      const n = noise('court')
      tint(
        f,
        plane(f, 3, (u, v) => {
          const row = Math.max(0, v - 0.38)
          const z = 1 / (row + 0.06)
          const bench = Math.abs((z * 0.8) % 1)
          if (v < 0.38)
            return clamp(
              0.55 +
                0.25 * Math.exp(-(((u - 0.5) / 0.3) ** 2)) -
                0.14 * (Math.abs((u * 18) % 1) < 0.05 ? 1 : 0) +
                0.04 * n.fbm(u * 30, v * 3, 3),
            )
          return clamp(0.16 + 0.3 * (bench < 0.3 ? 1 : 0.35) * (0.6 + 0.5 * n.fbm(u * 20, v * 20, 3)) - 0.2 * Math.abs(u - 0.5))
        }),
        ramp('#0d0906', '#4a2c16', '#9a6534', '#dcb27a', '#f7e6c4'),
      )
      cover(f, mask(f, `<circle cx="960" cy="210" r="92"/>`), '#3f2712', 0.55)
      cover(
        f,
        mask(f, `<path d="M300 1080 V760 H560 V1080Z M1360 1080 V720 H1640 V1080Z M740 560 H1180 V640 H740Z"/>`),
        '#1a0f08',
        0.9,
      )
      const mic = `<path d="M430 760 Q 420 600 500 540" fill="none" stroke="#000" stroke-width="9"/><ellipse cx="512" cy="530" rx="20" ry="30" transform="rotate(38 512 530)"/><path d="M1490 720 Q 1500 560 1410 480" fill="none" stroke="#000" stroke-width="12"/><ellipse cx="1396" cy="468" rx="26" ry="40" transform="rotate(-42 1396 468)"/>`
      cover(f, mask(f, mic), '#0b0705')
      light(f, mask(f, `<circle cx="494" cy="556" r="6"/>`), '#ff3b2a', 1)
      defocus(
        f,
        10,
        plane(f, 8, (u, v) => smooth(0.5, 0.2, v) + smooth(0.6, 0.9, u)),
      )
      return grain(vignette(grade(bloom(f, 0.75, 50, 0.5), 1.05), 0.6), 'court', 0.06)
    },
    () => {
      const f = frame()
      const n = noise('tape')
      const roll = dice('tape')
      tint(
        f,
        plane(f, 4, (u, v) => clamp(0.2 + 0.14 * n.fbm(u * 4, v * 4, 3) + 0.3 * (1 - v))),
        ramp('#05070a', '#1b222b', '#59636c', '#b9bdb6'),
      )
      const reel = (x: number, r: number, turn: number) =>
        `<g transform="translate(${x} 500) rotate(${turn})"><circle r="${r}" fill="#15100d"/>${Array.from({ length: 22 }, (_, i) => `<circle r="${r * (0.42 + i * 0.022)}" fill="none" stroke="#5a3a28" stroke-opacity="${roll.between(0.1, 0.55)}" stroke-width="3"/>`).join('')}<circle r="${r}" fill="none" stroke="#c9ccc8" stroke-width="10"/><circle r="${r * 0.36}" fill="#b7bab6"/>${[0, 120, 240].map((a) => `<path transform="rotate(${a})" d="M${r * -0.13} ${-r * 0.4} L${-r * 0.2} ${-r * 0.93} Q0 ${-r * 1.02} ${r * 0.2} ${-r * 0.93} L${r * 0.13} ${-r * 0.4}Z" fill="#0a0b0d"/>`).join('')}<circle r="${r * 0.09}" fill="#0a0b0d"/></g>`
      const p = new Sheet(f)
      p.add(
        `<rect x="180" y="70" width="1560" height="940" rx="26" fill="#2c3238"/><rect x="180" y="70" width="1560" height="8" fill="#8a9299"/>`,
        reel(570, 330, 20),
        reel(1350, 330, 65),
        `<path d="M300 690 Q 620 930 960 930 Q 1300 930 1620 690" fill="none" stroke="#3c2617" stroke-width="7"/><rect x="840" y="880" width="240" height="96" rx="8" fill="#0d1013"/><circle cx="720" cy="905" r="22" fill="#c9ccc8"/><circle cx="1200" cy="905" r="22" fill="#c9ccc8"/>`,
      ).over(f)
      light(
        f,
        plane(f, 4, (u, v) => Math.exp(-(((u - 0.3 + v * 0.3) / 0.16) ** 2)) * 0.8),
        '#dff0ff',
        0.32,
      )
      light(f, blur(mask(f, `<circle cx="960" cy="120" r="10"/>`), f.w, f.h, 3), '#ff4a36', 1)
      defocus(
        f,
        12,
        plane(f, 8, (u, v) => smooth(0.3, 0.75, Math.hypot((u - 0.32) * 1.1, v - 0.48))),
      )
      return grain(vignette(grade(f, 1.1), 0.6, 0.4, 0.45), 'tape', 0.06)
    },
  ],
}
