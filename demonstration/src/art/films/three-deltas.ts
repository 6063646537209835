/** Distributaries from orbit: a random tree of channels, silt in the sea. */
import { billing } from '../kit/billing.ts'
import { blur, bloom } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import type { Ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, plane, POSTER, sky, smooth, tint, vignette } from '../kit/frame.ts'
import type { Frame } from '../kit/frame.ts'
import { noise } from '../kit/noise.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

/** Channels from an apex, splitting as they go, in a unit square. */
function channels(seed: string, x: number, y: number, heading: number, width: number): string[] {
  const roll = dice(seed)
  const paths: string[] = []
  const walk = (px: number, py: number, a: number, w: number, depth: number): void => {
    let d = `M${px.toFixed(4)} ${py.toFixed(4)}`
    const steps = roll.whole(14, 34)
    for (let i = 0; i < steps; i++) {
      a += roll.bell() * 0.17 + (heading - a) * 0.03
      px += Math.cos(a) * 0.012
      py += Math.sin(a) * 0.012
      d += `L${px.toFixed(4)} ${py.toFixed(4)}`
    }
    paths.push(
      `<path d="${d}" fill="none" stroke="#fff" stroke-width="${w.toFixed(5)}" stroke-linecap="round" stroke-linejoin="round"/>`,
    )
    if (depth === 0) return
    const count = roll() < 0.3 ? 3 : roll() < 0.85 ? 2 : 1
    for (let k = 0; k < count; k++)
      walk(px, py, a + (k - (count - 1) / 2) * roll.between(0.45, 0.85), w * roll.between(0.55, 0.82), depth - 1)
  }
  walk(x, y, heading, width, 7)
  return paths
}

/** A delta seen from orbit. The land fans out from the apex and the sea takes over at `reach`. */
function orbit(
  f: Frame,
  seed: string,
  land: Ramp,
  sea: Ramp,
  water: string,
  at: { x: number; y: number; heading: number; reach: number; scale: number },
): Frame {
  const n = noise(seed)
  const ratio = f.w / f.h
  const shore = (u: number, v: number) => {
    const dx = (u - at.x) * ratio
    const dy = v - at.y
    const along = dx * Math.cos(at.heading) + dy * Math.sin(at.heading)
    const across = -dx * Math.sin(at.heading) + dy * Math.cos(at.heading)
    return at.reach - along - 0.35 * across * across + 0.09 * n.fbm(u * 5 * ratio, v * 5, 5)
  }
  const fields = plane(f, 3, (u, v) =>
    clamp(0.5 + 0.3 * n.fbm(u * 22 * ratio, v * 22, 5, 0.62) + 0.34 * n.warped(u * 3, v * 3, 1.5, 4)),
  )
  tint(f, fields, land)
  const coast = plane(f, 3, shore)
  const swirl = plane(f, 3, (u, v) =>
    clamp(0.9 * Math.exp(Math.min(0, shore(u, v)) * 4.2) * (0.75 + 0.9 * n.warped(u * 4 * ratio, v * 4, 1.6, 5))),
  )
  const open = frame(f)
  tint(open, swirl, sea)
  const tree = mask(
    f,
    `<g transform="scale(${f.h})"><g transform="translate(${at.x * ratio} ${at.y}) scale(${at.scale}) translate(${-at.x * ratio} ${-at.y})">${channels(seed, at.x * ratio, at.y, at.heading, 0.021).join('')}</g></g>`,
  )
  const damp = blur(tree, f.w, f.h, 26)
  cover(f, damp, '#0f2a22', 0.75)
  cover(f, tree, water, 0.95)
  for (let i = 0, p = 0; i < coast.length; i++, p += 3) {
    const k = smooth(0.006, -0.006, coast[i]!)
    if (k === 0) continue
    for (let c = 0; c < 3; c++) f.px[p + c] = f.px[p + c]! * (1 - k) + open.px[p + c]! * k
  }
  return f
}

const NIGER = {
  land: ramp('#2d3b20', '#6d6a36', '#b98f4e', '#dcbd84'),
  sea: ramp('#0c2b3a', '#1f6068', '#7ea48a', '#d8c690'),
  water: '#1f4e57',
}
const MEKONG = {
  land: ramp('#16302a', '#2b5438', '#66804a', '#b3b578'),
  sea: ramp('#0e2d4f', '#2f6f8a', '#b59a6a', '#e3c48c'),
  water: '#a8804e',
}
const DANUBE = {
  land: ramp('#3c1f2b', '#8c3b3f', '#d0705a', '#f2b48a'),
  sea: ramp('#10142e', '#27316b', '#5f6fb0', '#c3c6e0'),
  water: '#1b2050',
}

export const art: FilmArt = {
  poster: (sheet) => {
    const f = frame(POSTER, '#f2ead8')
    const third = { w: 1600, h: 520 }
    const bands = [NIGER, MEKONG, DANUBE]
    const heads = [
      { x: 0.04, y: 0.42, heading: 0.05, reach: 1.9, scale: 1.25 },
      { x: 0.5, y: -0.12, heading: 1.5, reach: 0.86, scale: 1 },
      { x: 0.97, y: 0.5, heading: 3.1, reach: 1.85, scale: 1.25 },
    ]
    bands.forEach((look, i) => {
      const part = orbit(frame(third), `poster-delta-${i}`, look.land, look.sea, look.water, heads[i]!)
      const top = 136 + i * 590
      for (let y = 0; y < third.h; y++)
        f.px.set(part.px.subarray(y * 1600 * 3 + 120 * 3, (y * 1600 + 1480) * 3), ((top + y) * 1600 + 120) * 3)
    })
    const p = new Sheet(f)
    p.text('archivoBlack', 'Three Deltas', { x: 112, y: 2035, size: 196, fill: '#17211d', spacing: -0.04 })
    const names = ['Niger', 'Mekong', 'Danube']
    names.forEach((name, i) =>
      p
        .text('archivo', name, { x: 120, y: 116 + i * 590, size: 34, fill: '#17211d' })
        .text('archivo', ['5°N', '9°N', '45°N'][i]!, { x: 1480, y: 116 + i * 590, size: 34, fill: '#17211d', anchor: 'end' }),
    )
    p.text('archivo', 'A series in three parts by Anneke de Roo', { x: 120, y: 2115, size: 48, fill: '#17211d' })
    billing(p, sheet, { x: 120, y: 2320, width: 1360, fill: '#17211d', anchor: 'start', size: 34, upwards: true })
    p.over(f)
    return grain(f, 'deltas', 0.045)
  },
  stills: [
    () =>
      grain(
        vignette(
          grade(
            orbit(frame(), 'mekong-1', MEKONG.land, MEKONG.sea, MEKONG.water, {
              x: 0.2,
              y: -0.1,
              heading: 0.9,
              reach: 1.02,
              scale: 1.15,
            }),
            1.08,
          ),
          0.35,
        ),
        'delta1',
        0.05,
      ),
    () =>
      grain(
        vignette(
          grade(
            orbit(frame(), 'niger-1', NIGER.land, NIGER.sea, NIGER.water, {
              x: 0.52,
              y: -0.08,
              heading: 1.6,
              reach: 0.86,
              scale: 1.05,
            }),
            1.08,
          ),
          0.35,
        ),
        'delta2',
        0.05,
      ),
    () =>
      grain(
        vignette(
          grade(
            orbit(frame(), 'danube-9', DANUBE.land, DANUBE.sea, DANUBE.water, {
              x: -0.04,
              y: 0.5,
              heading: 0.02,
              reach: 1.35,
              scale: 1.2,
            }),
            1.08,
          ),
          0.35,
        ),
        'delta3',
        0.05,
      ),
    () => {
      const f = frame()
      const n = noise('delta4')
      sky(f, ramp('#5a7f8c', '#a9b7a6', '#f0d29a', '#f7b36a'), 0, 0.5, (u, v) => 0.05 * n.fbm(u * 3, v * 14, 4))
      glow(f, 0.6, 0.43, 0.06, '#fff3cf', 1, 5)
      const river = ramp('#2b2a22', '#6b5a3c', '#b98f56', '#ffd894')
      const water = plane(f, 1.5, (u, v) => {
        if (v < 0.5) return 0
        const z = 1 / (v - 0.47)
        const wave = n.fbm((u - 0.5) * z * 2.6, z * 7, 4)
        return clamp(0.35 + 0.3 * wave + Math.exp(-(((u - 0.6) / (0.05 + 0.35 * (v - 0.5))) ** 2)) * (0.4 + 0.7 * wave))
      })
      const surface = tint(frame(f), water, river)
      f.px.set(surface.px.subarray(Math.floor(f.h * 0.5) * f.w * 3), Math.floor(f.h * 0.5) * f.w * 3)
      const roll = dice('delta4')
      let trees = ''
      for (let i = 0; i < 130; i++)
        trees += `<ellipse cx="${roll() * 1920}" cy="${540 - roll() * 26}" rx="${roll.between(20, 60)}" ry="${roll.between(10, 34)}"/>`
      cover(f, blur(mask(f, trees, `<rect y="528" width="1920" height="16"/>`), f.w, f.h, 3), '#3a4435', 0.9)
      cover(
        f,
        mask(
          f,
          `<path d="M560 742 q150 46 330 -6 q-20 44 -70 52 q-120 14 -210 -6 q-40 -14 -50 -40Z M700 752 q-2 -70 10 -96 q-9 -14 2 -26 q13 -2 15 12 q-2 10 -6 13 q16 30 16 96Z M728 680 L 860 610" stroke="#000" stroke-width="5"/>`,
        ),
        '#17140f',
      )
      return grain(vignette(bloom(f, 0.72, 50, 0.6), 0.45), 'delta4', 0.05)
    },
  ],
}
