/** Aurora, white-out, a lit tent: the few colours of a winter above the tree line. */
import { billing, laurel } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, light, plane, POSTER, sky, smooth, tint, vignette } from '../kit/frame.ts'
import type { Frame } from '../kit/frame.ts'
import { below, from, skyline, terrain, towards } from '../kit/landscape.ts'
import { noise } from '../kit/noise.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

/** Curtains of light: a folded line across the sky, and rays rising from it. */
function aurora(
  f: Frame,
  seed: string,
  bands: { y: number; sway: number; tall: number; colour: string; top: string; gain: number }[],
): Frame {
  const n = noise(seed)
  bands.forEach((band, k) => {
    const near = (u: number, v: number) => {
      const foot = band.y + band.sway * n.fbm(u * 1.6 + k * 9, k, 3) + 0.02 * n.at(u * 9, k + 3)
      const up = foot - v
      const ray = 0.45 + 0.75 * n.fbm(u * 26 + up * 1.2, k * 3 + up * 0.5, 3)
      return { up, ray: clamp(ray) }
    }
    light(
      f,
      plane(f, 3, (u, v) => {
        const { up, ray } = near(u, v)
        return up < 0 ? Math.exp(up * 60) * ray : Math.exp((-up / band.tall) * 2.2) * ray
      }),
      band.colour,
      band.gain,
    )
    light(
      f,
      plane(f, 4, (u, v) => {
        const { up, ray } = near(u, v)
        return up < 0 ? 0 : smooth(0.1, 0.6, up / band.tall) * Math.exp((-up / band.tall) * 1.5) * ray
      }),
      band.top,
      band.gain * 0.5,
    )
  })
  return f
}

const deer = (x: number, y: number, s: number, flip: number) =>
  `<g transform="translate(${x} ${y}) scale(${s * flip} ${s})"><path d="M-11 -12 q10 -5 20 -1 l7 -7 q4 0 5 4 l-6 3 l-4 6 l-1 8 h-2 l-1 -7 h-12 l-1 7 h-2Z M15 -20 q-4 -6 1 -11 M16 -20 q4 -4 2 -9" stroke-width="1.4" stroke="#000"/></g>`

export const art: FilmArt = {
  poster: (sheet) => {
    const f = frame(POSTER)
    tint(
      f,
      plane(POSTER, 8, (_u, v) => v / 0.8),
      ramp('#04101f', '#08203a', '#103a55', '#1f5a68'),
    )
    const roll = dice('eadni')
    light(
      f,
      mask(
        POSTER,
        ...Array.from(
          { length: 420 },
          () =>
            `<circle cx="${roll() * 1600}" cy="${roll() * 1500}" r="${0.8 + 2 * roll() ** 6}" fill-opacity="${0.3 + 0.6 * roll()}"/>`,
        ),
      ),
      '#ffffff',
    )
    aurora(f, 'eadni', [
      { y: 0.52, sway: 0.2, tall: 0.5, colour: '#4df2a6', top: '#9a5cff', gain: 0.62 },
      { y: 0.66, sway: 0.12, tall: 0.3, colour: '#2fd9c2', top: '#3a6bff', gain: 0.42 },
    ])
    cover(f, below(POSTER, skyline(POSTER.w, 'eadni', 0.705, 0.05, 1.3, 6, 0.3)), '#0c2a3c')
    const snow = below(POSTER, skyline(POSTER.w, 'eadni2', 0.745, 0.05, 0.8, 3, 0))
    cover(f, snow, '#dff0ee')
    const herd: string[] = []
    for (let i = 0; i < 70; i++) {
      const t = roll()
      herd.push(deer(90 + 1420 * t, 1905 - 60 * Math.sin(t * 3) + roll.between(-34, 34), 1.5, roll() < 0.8 ? 1 : -1))
    }
    cover(f, mask(POSTER, ...herd), '#123044')
    const p = new Sheet(f)
    p.fit('unboundedLight', 'EADNI', 1400, { x: 100, y: 330, fill: '#f4fffb', spacing: 0.06 })
    p.text('inter', 'MOTHER — A FILM BY INGA-MÁRET SARA', { x: 106, y: 420, size: 34, fill: '#bfeee0', spacing: 0.22 })
    laurel(p, 1340, 2085, 106, '#123044', ['HOT DOCS', 'BEST INTERNATIONAL', 'FEATURE 2024'])
    billing(p, sheet, { x: 104, y: 2330, width: 1080, fill: '#123044', anchor: 'start', size: 35, upwards: true })
    p.over(f)
    return grain(f, 'eadni', 0.05)
  },
  stills: [
    () => {
      const f = frame()
      sky(f, ramp('#030b18', '#07182b', '#0f2f45'), 0, 0.75)
      const roll = dice('eadni1')
      light(
        f,
        mask(
          f,
          ...Array.from(
            { length: 500 },
            () =>
              `<circle cx="${roll() * 1920}" cy="${roll() * 760}" r="${0.5 + 1.5 * roll() ** 6}" fill-opacity="${0.3 + 0.6 * roll()}"/>`,
          ),
        ),
        '#ffffff',
      )
      aurora(f, 'eadni1', [
        { y: 0.5, sway: 0.34, tall: 0.55, colour: '#52f5a4', top: '#b25cff', gain: 0.72 },
        { y: 0.62, sway: 0.2, tall: 0.25, colour: '#37d6c0', top: '#3a6bff', gain: 0.35 },
      ])
      cover(f, below(f, skyline(f.w, 'eadni1a', 0.7, 0.1, 2, 6, 0.6)), '#0b2233')
      const n = noise('eadni1')
      const snow = below(f, skyline(f.w, 'eadni1b', 0.8, 0.05, 1, 3, 0))
      cover(f, snow, '#2c5f66')
      light(
        f,
        plane(f, 3, (u, v) => (v > 0.74 ? clamp(0.25 + 0.5 * n.fbm(u * 6, v * 20, 4)) * smooth(0.74, 0.95, v) : 0)),
        '#4fae9c',
        0.4,
      )
      return grain(vignette(bloom(f, 0.6, 60, 0.5), 0.5), 'eadni1', 0.055)
    },
    () => {
      const f = frame()
      const n = noise('eadni2')
      tint(
        f,
        plane(f, 4, (u, v) => 0.5 + 0.3 * n.fbm(u * 2, v * 3, 4) + 0.3 * (v - 0.5)),
        ramp('#c3ced3', '#dbe2e4', '#eff1ef'),
      )
      const roll = dice('eadni2')
      const far: string[] = []
      const near: string[] = []
      for (let i = 0; i < 150; i++) {
        const t = roll() ** 0.8
        const y = 470 + 130 * t + 60 * Math.sin(t * 7) + roll.bell() * 22
        ;(y < 540 ? far : near).push(deer(240 + 1480 * t, y, 0.75 + t * 0.75, 1))
      }
      near.push(
        `<g transform="translate(300 640) scale(1.5)"><ellipse cx="0" cy="-58" rx="7" ry="8"/><path d="M-12 -48 q12 -8 24 0 l5 46 h-34Z"/><path d="M12 -30 L60 -6" stroke="#000" stroke-width="2"/></g>`,
      )
      cover(f, blur(mask(f, ...far), f.w, f.h, 2), '#6c7f8a', 0.7)
      cover(f, blur(mask(f, ...near), f.w, f.h, 1), '#35454f', 0.9)
      cover(
        f,
        plane(f, 4, (u, v) => smooth(0.1, 0.75, n.warped(u * 2.2, v * 9, 1.2, 4) + 0.35)),
        '#f2f5f4',
        0.72,
      )
      return grain(vignette(f, 0.3), 'eadni2', 0.06)
    },
    () => {
      const f = frame()
      const n = noise('eadni3')
      const air = ramp('#2c4f78', '#3d6690')
      sky(f, ramp('#132a4c', '#2b5080', '#6f86a8', '#c79f9f'), 0, 0.6, (u, v) => 0.04 * n.fbm(u * 2, v * 10, 4))
      cover(f, below(f, skyline(f.w, 'eadni3', 0.54, 0.09, 2, 6, 0.4)), '#2a4a72')
      const snow = ramp('#16305a', '#2c5488', '#6b90ba', '#b8cbdc')
      terrain(f, {
        horizon: 0.56,
        eye: 1,
        near: 1,
        far: 50,
        light: [-0.7, 0.5, 0.3],
        height: (x, z) => 0.22 * n.fbm(x * 0.5, z * 0.5, 4),
        shade: (x, z, _h, lit, far, out) => {
          from(snow, lit * 0.9 - 0.1 + 0.05 * n.at(x * 12, z * 12), out)
          towards(air, 0.5, 1 - Math.exp(-far * 4), out)
        },
      })
      const tent = `M1120 740 L1232 520 L1236 500 M1344 740 L1236 520`
      glow(f, 0.64, 0.66, 0.26, '#ff9b45', 0.55, 1.4)
      cover(f, mask(f, `<path d="M1112 742 Q 1210 600 1228 520 L1244 520 Q 1262 600 1360 742Z"/>`), '#7a3413')
      light(f, blur(mask(f, `<path d="M1165 738 Q 1225 640 1236 580 Q 1250 640 1310 738Z"/>`), f.w, f.h, 22), '#ffcb6b', 1.2)
      cover(
        f,
        mask(
          f,
          `<g stroke="#000" stroke-width="5" fill="none"><path d="${tent} M1228 522 l-18 -40 M1242 522 l16 -44 M1236 520 l2 -46"/></g>`,
        ),
        '#1a1f33',
      )
      const trunks: string[] = []
      const roll = dice('eadni3')
      for (let i = 0; i < 26; i++) {
        const x = i < 13 ? roll.between(0, 700) : roll.between(1480, 1920)
        const tall = roll.between(160, 420)
        const y = 640 + tall * 0.42
        trunks.push(
          `<path d="M${x} ${y} q ${roll.between(-14, 14)} ${-tall / 2} ${roll.between(-24, 24)} ${-tall} M${x} ${y - tall * 0.4} l${roll.between(-50, 50)} ${-tall * 0.3} M${x} ${y - tall * 0.6} l${roll.between(-44, 44)} ${-tall * 0.25}" stroke="#000" stroke-width="${2 + tall / 80}" fill="none"/>`,
        )
      }
      cover(f, mask(f, ...trunks), '#101d38', 0.9)
      light(
        f,
        blur(
          mask(
            f,
            ...Array.from(
              { length: 180 },
              () => `<circle cx="${roll() * 1920}" cy="${roll() * 1080}" r="${1 + 4 * roll() ** 3}"/>`,
            ),
          ),
          f.w,
          f.h,
          2,
        ),
        '#dfe9f5',
        0.5,
      )
      return grain(vignette(grade(bloom(f, 0.6, 60, 0.6), 1.05), 0.5), 'eadni3', 0.055)
    },
  ],
}
