/** Sixty-one years of rain as bars; the window she reads it through. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, grade, grain, light, plane, shadow, sky, smooth, tint, vignette } from '../kit/frame.ts'
import { below, from, skyline, terrain, towards } from '../kit/landscape.ts'
import { noise } from '../kit/noise.ts'
import { inkHold, paper } from '../kit/paper.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

export const art: FilmArt = {
  poster: (sheet) => {
    const f = paper('ledger', '#f4f1e6', 0.05)
    const p = new Sheet(f)
    const n = noise('ledger')
    const roll = dice('ledger')
    const grey = '#34424c',
      blue = '#2c6fbb'
    // A stroke a month, one row a year: darker where it rained more
    for (let year = 0; year < 61; year++)
      for (let month = 0; month < 36; month++) {
        const rain = clamp(
          0.45 + 0.4 * Math.cos((month / 36) * Math.PI * 2) + 0.5 * n.at(month * 0.31, year * 0.37) + roll.bell() * 0.08,
        )
        const x = 150 + month * 37.2
        const y = 170 + year * 23.6
        p.add(
          `<path d="M${x} ${y} l${-3 - rain * 5} ${5 + rain * 24}" stroke="${rain > 0.86 ? blue : grey}" stroke-width="${(1 + rain * 7).toFixed(1)}" stroke-linecap="round" opacity="${(0.3 + rain * 0.7).toFixed(2)}"/>`,
        )
      }
    p.text('frauncesLight', '1959', { x: 60, y: 190, size: 32, fill: grey }).text('frauncesLight', '2019', {
      x: 60,
      y: 1600,
      size: 32,
      fill: grey,
    })
    p.text('frauncesLight', 'The Rain', { x: 140, y: 1880, size: 210, fill: grey, spacing: -0.03 })
    p.text('frauncesLight', 'Ledger', { x: 140, y: 2075, size: 210, fill: blue, spacing: -0.03 })
    p.text('frauncesLight', 'A film in nineteen minutes by Sorcha Ní Dhuibhir', { x: 146, y: 2165, size: 46, fill: grey })
    billing(p, sheet, { x: 146, y: 2315, width: 1310, fill: grey, anchor: 'start', size: 34, upwards: true })
    p.ink(f, inkHold('ledger', 0.12))
    return grain(f, 'ledger', 0.045)
  },
  stills: [
    () => {
      // Drops on glass: each holds the landscape upside down
      const f = frame()
      const n = noise('glass')
      const roll = dice('glass')
      tint(
        f,
        plane(f, 6, (u, v) => clamp(v * 0.9 + 0.12 * n.fbm(u * 2, v * 2, 3))),
        ramp('#c3ced1', '#9fb0b0', '#6f8a74', '#3f5a44', '#22332a'),
      )
      const drops = Array.from({ length: 620 }, () => ({ x: roll() * 1920, y: roll() * 1080, r: 3 + 30 * roll() ** 5 }))
      for (let i = 0; i < 9; i++) {
        const x = roll() * 1920
        for (let y = roll() * 300; y < roll.between(600, 1080); y += roll.between(16, 40))
          drops.push({ x: x + roll.bell() * 5, y, r: roll.between(3, 9) })
      }
      cover(
        f,
        blur(
          mask(f, ...drops.map((d) => `<ellipse cx="${d.x}" cy="${d.y + d.r * 0.35}" rx="${d.r * 1.1}" ry="${d.r * 1.2}"/>`)),
          f.w,
          f.h,
          2,
        ),
        '#18241f',
        0.5,
      )
      const p = new Sheet(f)
      p.add(
        '<defs><linearGradient id="g" x2="0" y2="1"><stop offset="0" stop-color="#26382d"/><stop offset=".5" stop-color="#7f957f"/><stop offset="1" stop-color="#e9f0f0"/></linearGradient></defs>',
      )
      for (const d of drops)
        p.add(
          `<ellipse cx="${d.x.toFixed(0)}" cy="${d.y.toFixed(0)}" rx="${d.r.toFixed(1)}" ry="${(d.r * 1.1).toFixed(1)}" fill="url(#g)"/><ellipse cx="${(d.x - d.r * 0.3).toFixed(0)}" cy="${(d.y - d.r * 0.45).toFixed(0)}" rx="${(d.r * 0.22).toFixed(1)}" ry="${(d.r * 0.14).toFixed(1)}" fill="#fff" opacity=".85"/>`,
        )
      p.over(f, 0.93)
      return grain(vignette(grade(f, 1.06), 0.5), 'glass', 0.05)
    },
    () => {
      const f = frame()
      const n = noise('hill')
      const air = ramp('#8f9ba0', '#b7c0c0')
      sky(f, ramp('#5d6a72', '#87949a', '#b9c2c1'), 0, 0.5, (u, v) => 0.35 * n.warped(u * 2, v * 4, 1.4, 5))
      cover(f, below(f, skyline(f.w, 'hill', 0.5, 0.16, 1.6, 5, 0.2)), '#66757a', 0.8)
      const grass = ramp('#151d12', '#34442a', '#62703f', '#9aa06a')
      terrain(f, {
        horizon: 0.5,
        eye: 1,
        near: 1,
        far: 50,
        light: [-0.5, 0.6, 0.4],
        height: (x, z) => 0.35 * n.fbm(x * 0.35, z * 0.3, 3) + 0.05 * n.fbm(x * 5, z * 5, 3),
        shade: (x, z, _h, lit, far, out) => {
          from(grass, lit * 0.75 - 0.12 + 0.2 * n.fbm(x * 2, z * 2, 3), out)
          towards(air, 0.5, 1 - Math.exp(-far * 5), out)
        },
      })
      cover(
        f,
        mask(f, `<path d="M1240 600 V548 L1290 512 L1340 548 V600Z M1340 600 V560 h46 v40Z M1324 520 v-24 h12 v34Z"/>`),
        '#23292b',
        0.95,
      )
      light(f, mask(f, `<rect x="1262" y="562" width="13" height="17"/>`), '#ffd08a', 1)
      const roll = dice('hill')
      light(
        f,
        mask(
          f,
          ...Array.from({ length: 900 }, () => {
            const x = roll() * 2000,
              y = roll() * 1080,
              l = roll.between(24, 90)
            return `<path d="M${x} ${y} l${-l * 0.3} ${l}" stroke="#fff" stroke-width="${roll.between(0.6, 1.8)}" stroke-opacity="${roll.between(0.08, 0.35)}"/>`
          }),
        ),
        '#e6eef0',
        0.55,
      )
      return grain(vignette(f, 0.45), 'hill', 0.06)
    },
    () => {
      // The page and the lamp
      const f = frame(undefined, '#0f0c09')
      const n = noise('page')
      tint(
        f,
        plane(f, 3, (u, v) =>
          clamp(1.1 * Math.exp(-(((u - 0.42) * 1.5) ** 2 + ((v - 0.42) * 1.2) ** 2) * 2.6) + 0.03 * n.fbm(u * 40, v * 40, 3)),
        ),
        ramp('#100b07', '#5c4022', '#c9a263', '#f7e6bd', '#fff9e6'),
      )
      const p = new Sheet(f)
      const roll = dice('page')
      p.add('<g transform="rotate(-8 960 540)">')
      for (let i = 0; i < 16; i++) p.add(`<path d="M-200 ${60 + i * 72} H2200" stroke="#7d94b0" stroke-width="2" opacity=".6"/>`)
      for (const x of [330, 700, 1070, 1440]) p.add(`<path d="M${x} -200 V1400" stroke="#c2584a" stroke-width="3" opacity=".6"/>`)
      for (let i = 0; i < 15; i++)
        for (const x of [380, 750, 1120, 1490])
          if (i < 9 || x < 1000)
            p.text('frauncesLight', `${roll.whole(0, 38)}.${roll.whole(0, 9)}`, {
              x: x + roll.between(-6, 20),
              y: 116 + i * 72,
              size: 62,
              fill: '#2a2f57',
              turn: roll.between(-4, 2),
              opacity: 0.85,
            })
      p.add('</g>').over(f, 0.85)
      shadow(f, blur(mask(f, `<path d="M1120 720 L1900 1080 L1500 1080 L1080 760Z"/>`), f.w, f.h, 30), 0.6)
      new Sheet(f)
        .add(
          `<path d="M1100 700 L1126 672 L1980 1010 L1960 1090Z" fill="#1b2a22"/><path d="M1100 700 L1126 672 L1160 686 L1134 718Z" fill="#b8923f"/><path d="M1062 722 L1100 700 L1110 708Z" fill="#ddd"/>`,
        )
        .over(f)
      shadow(
        f,
        plane(f, 6, (u, v) => smooth(0.3, 0.9, Math.hypot((u - 0.42) * 1.2, v - 0.42))),
        0.7,
      )
      return grain(vignette(bloom(f, 0.8, 60, 0.4), 0.4), 'page', 0.055)
    },
  ],
}
