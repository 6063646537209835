/** Cut paper and a cone of light; the hall, the strip, the nitrate that eats itself. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, grade, grain, light, plane, shadow, smooth, tint, vignette } from '../kit/frame.ts'
import { noise } from '../kit/noise.ts'
import { inkHold, paper } from '../kit/paper.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

export const art: FilmArt = {
  poster: (sheet) => {
    const f = paper('reel', '#f6ead0', 0.07)
    const p = new Sheet(f)
    const ink = '#131a2b',
      red = '#d8402a',
      gold = '#f0b429'
    p.add(`<path d="M0 0 H1600 V2400 H0Z" fill="${ink}"/>`)
    p.add(`<path d="M1166 1768 L-40 140 L-40 1290 L1128 1822Z" fill="${gold}"/>`)
    p.add(`<path d="M980 1610 L-40 470 L-40 900 L1004 1660Z" fill="#f6ead0"/>`)
    p.add(
      `<g fill="${red}"><path d="M1086 1700 L1460 1668 L1492 1930 L1104 1948Z"/><path d="M1096 1746 L1030 1738 L1020 1856 L1100 1868Z"/></g>`,
    )
    p.add(`<g fill="${ink}"><path d="M1176 1742 L1390 1726 L1402 1862 L1188 1876Z"/></g>`)
    const wheel = (x: number, y: number, r: number, turn: number) =>
      `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="${Array.from({ length: 19 }, (_, i) => {
        const a = (i / 19) * Math.PI * 2
        const k = r * (0.985 + 0.03 * Math.sin(i * 2.6))
        return `${i ? 'L' : 'M'}${Math.cos(a) * k} ${Math.sin(a) * k}`
      }).join(
        '',
      )}Z" fill="${red}"/>${[0, 72, 144, 216, 288].map((a) => `<path transform="rotate(${a})" d="M${r * 0.28} ${-r * 0.2} L${r * 0.82} ${-r * 0.34} L${r * 0.86} ${r * 0.3} L${r * 0.3} ${r * 0.18}Z" fill="${ink}"/>`).join('')}</g>`
    p.add(wheel(1418, 1470, 196, 12), wheel(1092, 1420, 128, 40))
    p.add(`<path d="M1200 1950 L1150 2130 L1186 2134 L1252 1948Z M1380 1942 L1442 2126 L1406 2132 L1330 1946Z" fill="${red}"/>`)
    p.fit('bowlby', 'REEL', 850, { x: 650, y: 400, fill: '#f6ead0', turn: -2 })
    p.fit('bowlby', 'ELEVEN', 850, { x: 664, y: 640, fill: red, turn: 1.5 })
    p.text('bowlby', 'JEDANAESTA ROLA', { x: 104, y: 1850, size: 66, fill: gold, turn: -1 })
    p.text('archivoBold', 'A film by Darko Vukelić', { x: 104, y: 1935, size: 48, fill: '#f6ead0', turn: -1 })
    billing(p, sheet, { x: 104, y: 2320, width: 1390, fill: '#f6ead0', anchor: 'start', size: 36, upwards: true })
    p.ink(f, inkHold('reel', 0.08))
    return grain(f, 'reel', 0.06)
  },
  stills: [
    () => {
      const f = frame(undefined, '#08090d')
      const n = noise('reel1')
      const ratio = f.w / f.h
      light(
        f,
        plane(f, 3, (u, v) => {
          const dx = (0.93 - u) * ratio
          const dy = v - 0.16
          if (dx <= 0.001) return 0
          const slope = dy / dx
          const inside = smooth(0.02, 0.06, slope) * smooth(0.44, 0.38, slope)
          const smoke = clamp(0.55 + 0.75 * n.warped(u * 4, v * 5, 1.3, 5))
          const shutter = 0.8 + 0.2 * Math.sin(slope * 90)
          return (inside * smoke * shutter * 0.62) / (0.35 + dx)
        }),
        '#dfe9ff',
        0.9,
      )
      light(
        f,
        plane(f, 4, (u, v) => Math.exp(-(Math.hypot((u - 0.93) * ratio, v - 0.16) ** 1.2) * 14)),
        '#ffffff',
        1.3,
      )
      const roll = dice('reel1')
      light(
        f,
        blur(
          mask(
            f,
            ...Array.from({ length: 420 }, () => {
              const t = roll()
              const s = roll.between(0.06, 0.4)
              return `<circle cx="${(0.93 - t * 0.95) * 1920}" cy="${(0.16 + s * t * 0.95 * ratio) * 1080}" r="${0.6 + 2.6 * roll() ** 4}" fill-opacity="${roll()}"/>`
            }),
          ),
          f.w,
          f.h,
          1,
        ),
        '#ffffff',
        0.9,
      )
      const seats: string[] = []
      for (let row = 0; row < 4; row++) {
        const w = 120 + row * 70
        const y = 760 + row * 92
        for (let x = -60 - row * 40; x < 2000; x += w)
          seats.push(
            `<path d="M${x} 1100 V${y + 30} q0 -34 34 -34 h${w - 84} q34 0 34 34 V1100Z" fill="rgb(${18 - row * 4},${16 - row * 4},${22 - row * 5})"/>`,
          )
        if (row > 0)
          for (let k = 0; k < 5 - row; k++) {
            const x = roll.between(60, 1700)
            const r = 24 + row * 15
            seats.push(
              `<ellipse cx="${x}" cy="${y - r * 0.5}" rx="${r * 0.85}" ry="${r}" fill="#050509"/><path d="M${x - r * 2} ${y + r * 3} q${r * 0.2} ${-r * 2.6} ${r * 2} ${-r * 2.7} q${r * 1.8} 0 ${r * 2} ${r * 2.7}Z" fill="#050509"/>`,
            )
          }
      }
      new Sheet(f).add(...seats).over(f)
      return grain(vignette(bloom(f, 0.6, 60, 0.8), 0.5, 0.6, 0.4), 'reel1', 0.075)
    },
    () => {
      const f = frame(undefined, '#0b0806')
      const n = noise('reel2')
      const p = new Sheet(f)
      const strip = (y: number, seed: string) => {
        const roll = dice(seed)
        const body = [`<rect x="-300" y="${y}" width="2700" height="330" fill="#2a170c"/>`]
        for (let x = -300; x < 2400; x += 54)
          body.push(
            `<rect x="${x}" y="${y + 14}" width="28" height="24" rx="6" fill="#f5d59a"/><rect x="${x}" y="${y + 292}" width="28" height="24" rx="6" fill="#f5d59a"/>`,
          )
        for (let x = -300, k = 0; x < 2400; x += 310, k++)
          body.push(
            `<g transform="translate(${x} ${y + 52})"><rect width="296" height="226" fill="#d9a35c"/><path d="M0 ${150 + roll.between(-6, 6)} q 80 -46 150 -20 t 146 -14 V226 H0Z" fill="#5c3216"/><g transform="translate(${110 + k * 4} ${88 + 3 * Math.sin(k)})" fill="#2a1408"><ellipse cx="30" cy="0" rx="19" ry="23"/><path d="M-22 110 q4 -82 52 -84 q50 2 54 84Z"/></g></g>`,
          )
        return body.join('')
      }
      p.add(
        `<g transform="rotate(-9 960 540)">${strip(-260, 'a')}${strip(120, 'b')}${strip(500, 'c')}${strip(880, 'd')}</g>`,
      ).over(f)
      cover(
        f,
        plane(f, 3, (u, v) => smooth(0.12, 0.5, n.warped(u * 4, v * 3, 2, 5))),
        '#fbe7b8',
        0.5,
      )
      shadow(
        f,
        plane(f, 3, (u, v) => smooth(0.62, 0.9, n.ridge(u * 6 + 4, v * 4, 5))),
        0.7,
      )
      const out = plane(f, 4, (u, v) => smooth(0.12, 0.55, Math.abs(v - 0.48 + (u - 0.5) * 0.28)))
      const soft = frame(f)
      soft.px.set(f.px)
      for (let c = 0; c < 3; c++) {
        const channel = new Float32Array(f.w * f.h)
        for (let i = 0; i < channel.length; i++) channel[i] = f.px[i * 3 + c]!
        const b = blur(channel, f.w, f.h, 16)
        for (let i = 0; i < channel.length; i++) f.px[i * 3 + c] = channel[i]! + (b[i]! - channel[i]!) * out[i]!
      }
      return grain(vignette(grade(bloom(f, 0.65, 40, 0.6), 1.1), 0.6), 'reel2', 0.07)
    },
    () => {
      // Decay: the picture boils away from the edges
      const f = frame()
      const n = noise('reel3')
      const head = blur(
        mask(
          f,
          `<ellipse cx="1010" cy="430" rx="150" ry="196"/><path d="M560 1080 q40 -370 330 -400 l30 -90 h180 l30 90 q300 40 340 400Z"/>`,
        ),
        f.w,
        f.h,
        20,
      )
      const brim = blur(
        mask(f, `<path d="M790 330 q220 -70 440 0 q-30 40 -220 40 t-220 -40Z M850 320 q20 -190 160 -190 t160 190Z"/>`),
        f.w,
        f.h,
        9,
      )
      const tone = plane(f, 3, (u, v) => 0.62 + 0.22 * n.fbm(u * 2, v * 2, 3) - 0.5 * Math.abs(u - 0.53))
      for (let i = 0; i < tone.length; i++) tone[i] = clamp(tone[i]! - 0.34 * head[i]! - 0.42 * brim[i]!)
      const rot = plane(
        f,
        3,
        (u, v) => n.warped(u * 3.4, v * 2.4, 2.6, 6) + 0.9 * (Math.hypot((u - 0.53) * 1.2, v - 0.46) - 0.42),
      )
      const rim = new Float32Array(rot.length)
      for (let i = 0; i < rot.length; i++) {
        rim[i] = Math.exp(-(((rot[i]! - 0.06) / 0.03) ** 2))
        tone[i] = clamp(tone[i]! + smooth(0.05, 0.3, rot[i]!) * 0.75 - rim[i]! * 0.4)
      }
      tint(f, tone, ramp('#0d0a08', '#3a2416', '#8a5a32', '#dcb27a', '#fff4da'))
      light(f, rim, '#ff7a3a', 0.22)
      cover(
        f,
        mask(
          f,
          ...[320, 331, 1411, 1660].map(
            (x, i) =>
              `<path d="M${x} 0 q${6 - i * 3} 540 ${i * 2} 1080" stroke="#fff" stroke-width="${1 + (i % 2)}" fill="none"/>`,
          ),
        ),
        '#fff4da',
        0.5,
      )
      return grain(vignette(grade(f, 1.1), 0.5), 'reel3', 0.09)
    },
  ],
}
