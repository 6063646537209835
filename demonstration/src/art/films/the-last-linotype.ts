/** ETAOIN SHRDLU, the keyboard's own order, set in every face of the shop. */
import { billing } from '../kit/billing.ts'
import { bloom, blur, defocus } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, grade, grain, light, plane, shadow, smooth, STILL, tint, vignette } from '../kit/frame.ts'
import { noise } from '../kit/noise.ts'
import { halftone, inkHold, paper } from '../kit/paper.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { Face } from '../kit/type.ts'
import { widthOf } from '../kit/type.ts'
import type { FilmArt } from '../film-art.ts'

export const art: FilmArt = {
  poster: (sheet) => {
    const f = paper('linotype', '#ece3cf', 0.1)
    const black = '#191714',
      red = '#c9281c'
    const faces: Face[] = [
      'alfa',
      'anton',
      'abril',
      'league',
      'archivoBlack',
      'playfair',
      'shoulders',
      'fraunces',
      'bowlby',
      'gloock',
      'interBlack',
      'elite',
    ]
    const p = new Sheet(f)
    const roll = dice('linotype')
    ;['ETAO', 'INSH', 'RDLU'].forEach((row, r) => {
      const glyphs = [...row].map((g, i) => ({ g, face: faces[r * 4 + i]! }))
      const unit = 520
      const widths = glyphs.map(({ g, face }) => (widthOf(face, g) / 100) * unit * 1.18)
      const k = (1420 - 3 * 26) / widths.reduce((a, b) => a + b, 0)
      let x = 80
      glyphs.forEach(({ g, face }, i) => {
        const w = widths[i]! * k
        const red1 = r * 4 + i === 6
        p.add(`<g transform="translate(${x} ${620 + r * 520 + roll.between(-6, 6)}) scale(${k} 1) ">`)
          .text(face, g, { x: 0, y: 0, size: unit * 1.18, fill: red1 ? red : black, anchor: 'start' })
          .add('</g>')
        x += w + 26
      })
    })
    p.add(`<rect x="80" y="1730" width="1440" height="10" fill="${black}"/>`)
    p.text('elite', 'The Last Linotype', { x: 80, y: 1880, size: 140, fill: black })
    p.text('elite', 'A Última Linotipia', { x: 80, y: 1975, size: 66, fill: red })
    p.text('elite', 'a film in hot metal by Graça Neves', { x: 80, y: 2065, size: 50, fill: black })
    p.add(`<rect x="80" y="2120" width="1440" height="4" fill="${black}"/>`)
    billing(p, sheet, { x: 80, y: 2310, width: 1440, fill: black, anchor: 'start', size: 36, upwards: true })
    p.ink(f, inkHold('linotype', 0.3))
    return grain(f, 'linotype', 0.06)
  },
  stills: [
    () => {
      const f = frame(undefined, '#131416')
      const p = new Sheet(f)
      const roll = dice('slug')
      const words = [
        'oãn amu oãhlim',
        'sietnop sa erbos',
        'etion ad oir o',
        'laicifo oiráid',
        'omertlu od asac',
        'ortauq e etniv',
        'ohlabart od mif',
        'adanemme an ahlof',
        'aivuhc ed aicíton',
      ]
      p.add('<g transform="rotate(-7 960 540) skewX(-8)">')
      for (let i = -2; i < 13; i++) {
        const y = i * 98
        const k = roll.between(0.85, 1.1)
        const grey = (v: number) => `rgb(${Math.round(v * k)},${Math.round(v * k * 1.01)},${Math.round(v * k * 1.04)})`
        p.add(
          `<rect x="-300" y="${y}" width="2800" height="92" fill="${grey(74)}"/><rect x="-300" y="${y}" width="2800" height="9" fill="${grey(176)}"/><rect x="-300" y="${y + 78}" width="2800" height="14" fill="${grey(30)}"/>`,
        )
        for (let c = 0; c < 3; c++) {
          p.text('playfairText', roll.pick(words), {
            x: -120 + c * 800 + roll.between(-20, 20),
            y: y + 66,
            size: 78,
            fill: grey(222),
            spacing: 0.03,
            more: 'paint-order="stroke"',
          })
        }
      }
      p.add('</g>').over(f)
      const n = noise('slug')
      light(
        f,
        plane(f, 3, (u, v) => Math.exp(-(((u - 0.62 + 0.2 * (v - 0.5)) / 0.22) ** 2)) * (0.7 + 0.5 * n.fbm(u * 30, v * 30, 3))),
        '#ffdca6',
        0.42,
      )
      shadow(
        f,
        plane(f, 3, (u, v) => 0.2 + 0.3 * n.fbm(u * 14, v * 14, 4)),
        0.8,
      )
      defocus(
        f,
        20,
        plane(f, 8, (_u, v) => smooth(0.12, 0.5, Math.abs(v - 0.52))),
      )
      return grain(vignette(grade(f, 1.18), 0.65), 'slug', 0.06)
    },
    () => {
      // A newspaper photograph, close enough to see that it is dots
      const f = frame(undefined, '#e9dfca')
      const n = noise('dots')
      const bridge = blur(
        mask(
          STILL,
          `<path d="M0 640 H1920 V668 H0Z M520 180 h44 V820 h-44Z M1420 180 h44 V820 h-44Z"/><path d="M-300 560 Q 160 420 542 190 Q 980 1040 1442 190 Q 1800 420 2200 560" fill="none" stroke="#000" stroke-width="14"/>${Array.from(
            { length: 34 },
            (_, i) => {
              const x = 560 + i * 26
              return `<path d="M${x} ${190 + 425 * (1 - ((x - 992) / 450) ** 2)} V640" stroke="#000" stroke-width="4"/>`
            },
          ).join('')}`,
        ),
        1920,
        1080,
        3,
      )
      const hills = blur(mask(STILL, `<path d="M0 760 Q 300 660 700 740 T 1400 730 T 1920 700 V860 H0Z"/>`), 1920, 1080, 5)
      const boat = blur(
        mask(
          STILL,
          `<path d="M760 930 h360 q-10 60 -60 70 h-240 q-50 -10 -60 -70Z M900 930 V760 L1080 930Z M880 930 V800 L790 930Z"/>`,
        ),
        1920,
        1080,
        3,
      )
      const at = (p: Float32Array, u: number, v: number) =>
        p[Math.min(1079, Math.max(0, Math.round(v * 1080))) * 1920 + Math.min(1919, Math.max(0, Math.round(u * 1920)))]!
      const dots = halftone(
        STILL,
        (u, v) =>
          clamp(
            0.16 +
              0.22 * n.warped(u * 2, v * 3, 1, 3) +
              (v > 0.72 ? 0.2 + 0.3 * n.fbm(u * 6, v * 40, 2) : 0) +
              0.34 * at(hills, u, v) +
              0.75 * at(bridge, u, v) +
              0.8 * at(boat, u, v),
          ),
        13,
        0.5,
      )
      cover(f, dots, '#1a1816', 0.92)
      defocus(
        f,
        9,
        plane(f, 8, (u, v) => smooth(0.3, 0.8, Math.hypot(u - 0.58, v - 0.45))),
      )
      cover(
        f,
        plane(f, 4, (u, v) => 0.5 + n.fbm(u * 5, v * 5, 4)),
        '#c8b48a',
        0.25,
      )
      return grain(vignette(f, 0.5), 'dots', 0.06)
    },
    () => {
      const f = frame(undefined, '#0d0c0b')
      const n = noise('shop')
      tint(
        f,
        plane(f, 4, (u, v) => clamp(0.12 + 0.1 * n.fbm(u * 5, v * 5, 4) + 0.12 * (1 - v))),
        ramp('#080807', '#2b251d', '#6a5a42', '#c9b48a'),
      )
      const panes: string[] = []
      for (let c = 0; c < 4; c++)
        for (let r = 0; r < 5; r++) panes.push(`<rect x="${180 + c * 82}" y="${90 + r * 92}" width="72" height="82"/>`)
      light(f, mask(f, ...panes), '#fff3d6', 0.95)
      light(
        f,
        plane(f, 3, (u, v) => {
          const d = v - 0.12 - (u - 0.1) * 0.62
          const beam = Math.max(0, Math.sin((d + 0.02) * 42)) * smooth(-0.05, 0.02, d) * smooth(0.44, 0.36, d)
          return u < 0.1 ? 0 : beam * Math.exp(-(u - 0.1) * 1.2) * (0.6 + 0.6 * n.warped(u * 5, v * 6, 1, 4))
        }),
        '#ffe2ae',
        0.5,
      )
      const machine = `<path d="M980 1080 V760 H1040 V560 L1120 520 V360 L1230 300 L1520 250 V330 L1560 340 V520 H1640 V700 H1690 V1080Z M1240 300 L1130 150 L1160 130 L1500 170 L1520 250Z M1010 700 h-130 v26 h130Z M900 726 h90 v60 h-90Z"/>${Array.from({ length: 9 }, (_, i) => `<path d="M${1170 + i * 38} 150 L${1256 + i * 31} 286" stroke="#000" stroke-width="5"/>`).join('')}<circle cx="1500" cy="620" r="120"/><circle cx="1120" cy="860" r="90"/><path d="M700 1080 q0 -150 70 -190 l24 -60 q-30 -80 40 -96 q66 6 46 84 l-10 40 q120 24 140 120 l10 102Z"/>`
      cover(f, blur(mask(f, machine), f.w, f.h, 2), '#070605', 0.97)
      light(
        f,
        blur(
          mask(
            f,
            `<path d="M1240 300 L1130 150 M1120 360 L1230 300 M1040 560 L1120 520 M770 890 q-70 40 -70 190" stroke="#000" stroke-width="7" fill="none"/>`,
          ),
          f.w,
          f.h,
          4,
        ),
        '#ffdca0',
        0.6,
      )
      return grain(vignette(grade(bloom(f, 0.6, 70, 0.9), 1.1), 0.5), 'shop', 0.075)
    },
  ],
}
