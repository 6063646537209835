/** Woven diamonds that are also waves going out from a mast. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, light, plane, shadow, sky, smooth, tint, vignette } from '../kit/frame.ts'
import { below, from, ranges, skyline, terrain, towards } from '../kit/landscape.ts'
import { noise } from '../kit/noise.ts'
import { paper } from '../kit/paper.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

export const art: FilmArt = {
  poster: (sheet) => {
    const f = paper('weave', '#2a1030', 0.1)
    const p = new Sheet(f)
    const colours = ['#ffd400', '#ff5a1f', '#e6007e', '#00a78e', '#f4f0e1', '#5b2a86']
    const cell = 20
    // Threads: every cell one stitch, its colour from the distance to the mast, in steps
    for (let row = 0; row < 80; row++)
      for (let column = 0; column < 70; column++) {
        const dx = Math.abs(column - 34.5)
        const dy = Math.abs(row - 40)
        const d = Math.floor((dx + dy * 0.9) / 2)
        const step = d % 12
        const colour =
          step < 2
            ? colours[0]
            : step < 4
              ? colours[1]
              : step < 6
                ? colours[2]
                : step === 7
                  ? colours[4]
                  : step > 8 && step < 11
                    ? colours[3]
                    : null
        if (!colour) continue
        const x = 100 + column * cell
        const y = 96 + row * cell
        p.add(
          `<path d="M${x} ${y + 3} l${cell / 2} 6 v${cell - 8} l${-cell / 2} -6Z M${x + cell / 2} ${y + 9} l${cell / 2} -6 v${cell - 8} l${-cell / 2} 6Z" fill="${colour}"/>`,
        )
      }
    p.add(
      `<path d="M790 900 L740 1700 h18 l14 -220 h56 l14 220 h18 L810 900Z M779 1420 l6 -110 h30 l6 110Z" fill="#2a1030" stroke="#2a1030" stroke-width="14"/><path d="M790 900 L742 1696 M810 900 L858 1696 M768 1300 L834 1300 M760 1440 L842 1440 M752 1570 L850 1570 M782 1080 L834 1300 M818 1080 L766 1300 M766 1300 L842 1440 M834 1300 L758 1440" stroke="#f4f0e1" stroke-width="7" fill="none"/><circle cx="800" cy="884" r="26" fill="#f4f0e1"/>`,
    )
    p.fit('anton', 'THE RADIO TEACHER', 1400, { x: 100, y: 1985, fill: '#ffd400', spacing: 0.005 })
    p.text('archivoBold', 'Radio yachachiq', { x: 102, y: 2085, size: 76, fill: '#f4f0e1' })
    billing(p, sheet, { x: 102, y: 2320, width: 1390, fill: '#f4f0e1', anchor: 'start', size: 36, upwards: true })
    p.over(f)
    return grain(f, 'weave', 0.055)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('andes')
      sky(f, ramp('#2a5c9c', '#6c9cc4', '#c5d6d4', '#f2e2c0'), 0, 0.6, (u, v) => 0.18 * n.warped(u * 2, v * 6, 1.2, 5))
      ranges(f, 'andes', ramp('#9fb0bf', '#8a7f72', '#7a5a3a', '#3a2a1a'), {
        count: 5,
        from: 0.42,
        to: 0.84,
        rise: 0.26,
        wide: 1.7,
        mist: 0.3,
        mistColour: '#d9d4c0',
        sharp: 0.4,
      })
      // Terraces on the nearest slope
      const near = skyline(f.w, 'andesnear', 0.86, 0.16, 1, 4, 0.1)
      cover(f, below(f, near), '#5a4a24')
      const steps = plane(f, 1.5, (u, v) => {
        const x = Math.min(1919, Math.floor(u * 1920))
        const d = v - near[x]!
        return d < 0
          ? 0
          : smooth(0.35, 0.5, Math.abs(((d * 26 + 0.6 * n.at(u * 6, 2)) % 1) - 0.5) * 2) * (0.6 + 0.4 * n.fbm(u * 30, v * 30, 3))
      })
      cover(f, steps, '#a8954a', 0.7)
      cover(f, mask(f, `<path d="M1466 ${near[1470]! * 1080 + 20} l26 -250 l26 250 h-8 l-18 -180 l-18 180Z"/>`), '#1c1410', 0.95)
      glow(f, 0.777, 0.6, 0.014, '#ff4030', 1.2, 1.4)
      return grain(vignette(f, 0.4), 'andes', 0.055)
    },
    () => {
      const f = frame(undefined, '#120b07')
      const n = noise('studio')
      tint(
        f,
        plane(f, 4, (u, v) =>
          clamp(0.12 + 0.7 * Math.exp(-(((u - 0.68) / 0.32) ** 2 + ((v - 0.36) / 0.42) ** 2)) + 0.05 * n.fbm(u * 5, v * 5, 3)),
        ),
        ramp('#0d0805', '#4a2a14', '#a5662c', '#f2c27a'),
      )
      const p = new Sheet(f)
      for (let r = 0; r < 5; r++)
        for (let c = 0; c < 9; c++)
          p.add(
            `<path d="M${c * 226 - 40} ${r * 130 - 30} h206 v110 h-206Z" fill="#2a1509" opacity=".5"/><path d="M${c * 226 - 40} ${r * 130 - 30} l103 84 l103 -84" fill="none" stroke="#6a3d1c" stroke-width="4" opacity=".55"/>`,
          )
      p.over(f)
      cover(
        f,
        blur(
          mask(
            f,
            `<path d="M330 1080 q20 -320 250 -370 l16 -60 q-86 -60 -70 -180 q-150 -16 -160 -40 q90 -30 170 -34 q20 -120 150 -126 q134 6 148 128 q90 8 170 40 q-20 28 -166 40 q8 116 -64 172 l14 60 q210 50 226 370Z"/>`,
          ),
          f.w,
          f.h,
          3,
        ),
        '#080402',
        0.98,
      )
      light(
        f,
        blur(
          mask(f, `<path d="M826 470 q10 116 -62 172 l14 60 q200 50 222 330" fill="none" stroke="#fff" stroke-width="10"/>`),
          f.w,
          f.h,
          6,
        ),
        '#ffcf8a',
        0.7,
      )
      new Sheet(f)
        .add(
          `<path d="M1240 1080 V840 Q 1240 760 1120 700" fill="none" stroke="#0b0604" stroke-width="18"/><rect x="${940}" y="600" width="150" height="220" rx="75" transform="rotate(-24 1015 710)" fill="#1a120d"/><g transform="rotate(-24 1015 710)" stroke="#7a5a3a" stroke-width="5">${Array.from({ length: 9 }, (_, i) => `<path d="M950 ${640 + i * 16} h130"/>`).join('')}</g>`,
        )
        .over(f)
      return grain(vignette(bloom(f, 0.7, 60, 0.6), 0.55), 'studio', 0.07)
    },
    () => {
      const f = frame()
      const n = noise('puna')
      const air = ramp('#8fa8bd', '#e6d4b8')
      sky(f, ramp('#24405f', '#6f86a0', '#e0b48a', '#f9d9a0'), 0, 0.46, (u, v) => 0.05 * n.fbm(u * 3, v * 12, 4))
      cover(f, below(f, skyline(f.w, 'puna', 0.46, 0.14, 2, 6, 0.7)), '#54607a', 0.95)
      const grass = ramp('#2a1f10', '#7a6230', '#c9a654', '#f0d894')
      terrain(f, {
        horizon: 0.46,
        eye: 1,
        near: 1,
        far: 50,
        light: [0.9, 0.35, 0.3],
        height: (x, z) => 0.16 * n.fbm(x * 0.6, z * 0.5, 3) + 0.05 * Math.max(0, n.fbm(x * 6, z * 6, 2)),
        shade: (x, z, _h, lit, far, out) => {
          from(grass, lit * 0.85 - 0.02 + 0.16 * n.fbm(x * 8, z * 8, 2), out)
          towards(air, 0.8, (1 - Math.exp(-far * 4)) * 0.8, out)
        },
      })
      const child = mask(
        f,
        `<g transform="translate(620 800) scale(1.7)"><ellipse cy="-92" rx="14" ry="16"/><path d="M-16 -104 q16 -18 32 0 q12 2 18 10 q-34 -6 -68 0 q6 -8 18 -10Z M-22 -76 q22 -12 44 0 l12 52 q-34 12 -68 0Z M-16 -24 h12 v26 h-14Z M6 -24 h12 v26 h-14Z"/><path d="M20 -66 L52 -44 L50 -38 L16 -52Z"/><rect x="46" y="-62" width="34" height="24" rx="3"/><path d="M74 -62 L96 -120" stroke="#000" stroke-width="2.5"/></g>`,
      )
      cover(f, child, '#1c1320', 0.97)
      shadow(f, blur(mask(f, `<path d="M590 800 h60 l-330 60 h-100Z"/>`), f.w, f.h, 8), 0.5)
      const roll = dice('puna')
      cover(
        f,
        blur(
          mask(
            f,
            ...Array.from({ length: 12 }, () => {
              const x = roll.between(900, 1700),
                y = roll.between(590, 660),
                s = roll.between(0.6, 1)
              return `<g transform="translate(${x} ${y}) scale(${s})"><path d="M-24 -26 q20 -10 40 -2 l6 -30 l8 -8 l4 10 l-6 6 l-2 30 l-4 20 h-4 l-2 -14 h-28 l-2 14 h-4Z"/></g>`
            }),
          ),
          f.w,
          f.h,
          1,
        ),
        '#3a2a20',
        0.85,
      )
      return grain(vignette(grade(f, 1.06), 0.45), 'puna', 0.055)
    },
  ],
}
