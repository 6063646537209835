/** Cut paper in the sand ring; dust, drums and a beach at dawn. */
import { billing } from '../kit/billing.ts'
import { bloom, blur } from '../kit/blur.ts'
import { ramp } from '../kit/colour.ts'
import { clamp, cover, frame, glow, grade, grain, light, plane, sky, smooth, tint, vignette } from '../kit/frame.ts'
import { figure, POSES } from '../kit/figures.ts'
import { noise } from '../kit/noise.ts'
import { inkHold, paper } from '../kit/paper.ts'
import { dice } from '../kit/random.ts'
import { mask, Sheet } from '../kit/sheet.ts'
import type { FilmArt } from '../film-art.ts'

export const art: FilmArt = {
  poster: (sheet) => {
    const f = paper('lamb', '#f6ecd8', 0.06)
    const p = new Sheet(f)
    const blue = '#1e3fae',
      orange = '#f2662b',
      yellow = '#fbbf2a',
      black = '#15130f',
      green = '#0f7a4f'
    p.add(`<rect width="1600" height="2400" fill="${yellow}"/>`)
    p.add(`<path d="M0 0 H1600 V430 C 1300 520 1100 380 800 440 C 500 500 300 400 0 470Z" fill="${green}"/>`)
    p.add(
      `<ellipse cx="800" cy="1300" rx="720" ry="470" fill="${orange}"/><ellipse cx="800" cy="1310" rx="610" ry="385" fill="#f6ecd8"/>`,
    )
    // Two bodies that make one arch
    p.add(
      `<path d="M420 1560 C 380 1320 400 1120 520 980 C 560 900 640 860 730 872 C 790 880 850 930 862 990 C 800 1010 740 1040 700 1100 C 660 1180 640 1260 600 1330 C 590 1420 560 1500 560 1570 L 470 1590Z" fill="${black}"/>`,
    )
    p.add(
      `<path d="M1200 1580 C 1250 1330 1220 1110 1090 985 C 1040 910 960 880 880 905 C 820 925 770 960 750 1020 C 820 1030 880 1060 920 1120 C 960 1200 970 1270 1010 1340 C 1020 1430 1050 1510 1050 1590 L 1150 1605Z" fill="${blue}"/>`,
    )
    p.add(
      `<path d="M720 1010 C 640 1050 620 1150 700 1200 C 760 1230 850 1190 930 1150 L 900 1090 C 830 1130 770 1150 740 1120 C 730 1090 760 1070 800 1050Z" fill="${black}"/><path d="M900 1000 C 980 1030 1010 1120 950 1180 C 880 1230 780 1190 720 1160 L 745 1105 C 810 1130 860 1140 880 1105 C 885 1075 860 1055 830 1040Z" fill="${blue}"/>`,
    )
    p.add(`<circle cx="690" cy="850" r="92" fill="${black}"/><circle cx="925" cy="872" r="92" fill="${blue}"/>`)
    p.add(
      `<path d="M560 1330 C 660 1380 700 1460 690 1580 L 600 1590 C 600 1500 570 1440 500 1420Z" fill="${black}"/><path d="M1040 1340 C 930 1390 900 1470 900 1600 L 990 1606 C 1000 1520 1030 1460 1100 1440Z" fill="${blue}"/>`,
    )
    p.add(`<path d="M560 1290 L640 1250 L660 1310 L570 1350Z M1000 1300 L1070 1330 L1050 1380 L985 1350Z" fill="${yellow}"/>`)
    p.text('shrikhand', 'The Wrestlers', { x: 90, y: 250, size: 190, fill: '#f6ecd8' })
    p.text('shrikhand', 'of Pikine', { x: 90, y: 420, size: 150, fill: yellow })
    p.text('bricolage', 'Mbër yi', { x: 1510, y: 400, size: 74, fill: '#f6ecd8', anchor: 'end' })
    p.text('bricolage', 'A film by Coumba Ndiaye', { x: 800, y: 1960, size: 66, fill: black, anchor: 'middle' })
    billing(p, sheet, { x: 800, y: 2310, width: 1400, fill: black, size: 38, upwards: true })
    p.ink(f, inkHold('lamb', 0.08))
    return grain(f, 'lamb', 0.05)
  },
  stills: [
    () => {
      const f = frame()
      const n = noise('lamb1')
      tint(
        f,
        plane(f, 4, (u, v) =>
          clamp(
            0.25 +
              0.65 * Math.exp(-(((u - 0.52) * 1.5) ** 2 + ((v - 0.42) * 1.2) ** 2) * 3.2) +
              0.22 * n.warped(u * 3, v * 4, 1.4, 5),
          ),
        ),
        ramp('#2b1208', '#8a3f16', '#e08a34', '#ffd88a', '#fff6da'),
      )
      const roll = dice('lamb1')
      const crowd = Array.from(
        { length: 90 },
        (_, i) =>
          `<circle cx="${i * 22 + roll.between(-8, 8)}" cy="${560 + roll.between(-16, 22)}" r="${roll.between(12, 17)}"/>`,
      )
      cover(f, blur(mask(f, ...crowd, `<rect y="575" width="1920" height="150"/>`), f.w, f.h, 7), '#5c2a10', 0.85)
      cover(
        f,
        plane(f, 4, (u, v) => smooth(0.62, 0.7, v + 0.04 * n.fbm(u * 5, 2, 3))),
        '#b8702f',
        0.92,
      )
      const men = [
        figure(
          850,
          930,
          520,
          {
            lean: 52,
            arms: [
              [80, 95],
              [60, 100],
            ],
            legs: [
              [40, 4],
              [-46, -30],
            ],
            head: 20,
          },
          1,
        ),
        figure(
          1130,
          930,
          520,
          {
            lean: 50,
            arms: [
              [82, 70],
              [62, 110],
            ],
            legs: [
              [38, 10],
              [-50, -26],
            ],
            head: 20,
          },
          -1,
        ),
      ]
      cover(f, blur(mask(f, ...men), f.w, f.h, 2), '#1a0b06', 0.97)
      light(
        f,
        plane(
          f,
          4,
          (u, v) => smooth(0.2, 0.7, n.warped(u * 4, v * 5, 1.6, 5) + 0.3) * smooth(0.55, 0.9, v) * smooth(1.1, 0.85, v),
        ),
        '#ffd08a',
        0.5,
      )
      return grain(vignette(bloom(f, 0.75, 60, 0.6), 0.6), 'lamb1', 0.07)
    },
    () => {
      const f = frame()
      const n = noise('lamb2')
      sky(f, ramp('#6d7fa6', '#c9a7ab', '#f4c9a0', '#ffe2b0'), 0, 0.5, (u, v) => 0.05 * n.fbm(u * 3, v * 12, 4))
      const values = plane(f, 2, (u, v) =>
        v < 0.49
          ? 0
          : v < 0.62 + 0.015 * n.fbm(u * 6, 1, 3)
            ? clamp(0.3 + 0.3 * n.fbm(u * 9, v * 90, 3) + 0.35 * smooth(0.59, 0.62, v))
            : clamp(0.62 + 0.25 * n.fbm(u * 8, v * 30, 4) + 0.2 * (v - 0.7)),
      )
      const ground = tint(frame(), values, ramp('#3a5577', '#8798ad', '#e8cdb4', '#c79a72', '#8a6040'))
      f.px.set(ground.px.subarray(530 * 1920 * 3), 530 * 1920 * 3)
      const roll = dice('lamb2')
      const runners: string[] = []
      for (let i = 0; i < 9; i++) {
        const x = 300 + i * 165 + roll.between(-30, 30)
        runners.push(
          figure(
            x,
            800 + roll.between(-20, 50),
            230 + roll.between(-16, 16),
            i % 2
              ? POSES.run
              : {
                  ...POSES.run,
                  legs: [
                    [30, -70],
                    [-20, -30],
                  ],
                  arms: [
                    [-40, 30],
                    [50, 120],
                  ],
                },
            1,
          ),
        )
      }
      const m = mask(f, ...runners)
      cover(f, blur(m, f.w, f.h, 1), '#231a1c', 0.95)
      return grain(vignette(bloom(f, 0.8, 50, 0.4), 0.45), 'lamb2', 0.055)
    },
    () => {
      const f = frame(undefined, '#140a06')
      const n = noise('lamb3')
      const roll = dice('lamb3')
      tint(
        f,
        plane(f, 4, (u, v) =>
          clamp(0.2 + 0.3 * n.warped(u * 3, v * 3, 1, 4) + 0.5 * Math.exp(-Math.hypot((u - 0.72) * 1.6, v - 0.2) * 3)),
        ),
        ramp('#0f0704', '#4a1e0c', '#b5541d', '#ffc062'),
      )
      const drum = (x: number, y: number, r: number) =>
        `<g transform="translate(${x} ${y})"><path d="M${-r} 0 L${-r * 0.6} ${r * 2.4} H${r * 0.6} L${r} 0Z" fill="#2a1008"/>${Array.from({ length: 9 }, (_, i) => `<path d="M${-r + (i * r) / 4} ${6} L${-r * 0.6 + (i * r * 0.6) / 4} ${r * 2.4}" stroke="#8a4a20" stroke-width="${r * 0.035}"/>`).join('')}<ellipse rx="${r}" ry="${r * 0.34}" fill="#e7c08a"/><ellipse rx="${r * 0.9}" ry="${r * 0.28}" fill="#f3d9ac"/></g>`
      new Sheet(f).add(drum(480, 560, 210), drum(1010, 620, 250), drum(1560, 560, 220)).over(f)
      const sticks = Array.from(
        { length: 22 },
        (_, i) =>
          `<path d="M${1290 + i * 4} ${250 - i * 2} L${1040 + i * 3} ${596 - i * 14}" stroke="#fff" stroke-width="12" stroke-linecap="round" stroke-opacity="${0.03 + 0.012 * i}"/><path d="M${760 - i * 5} ${230 + i * 2} L${560 - i * 2} ${540 - i * 12}" stroke="#fff" stroke-width="12" stroke-linecap="round" stroke-opacity="${0.03 + 0.012 * i}"/>`,
      )
      light(f, blur(mask(f, ...sticks), f.w, f.h, 3), '#ffdca8', 0.9)
      light(
        f,
        blur(
          mask(
            f,
            ...Array.from(
              { length: 260 },
              () =>
                `<circle cx="${roll.between(300, 1720)}" cy="${620 - 480 * roll() ** 2}" r="${roll.between(1, 4)}" fill-opacity="${roll()}"/>`,
            ),
          ),
          f.w,
          f.h,
          1,
        ),
        '#fff0cf',
        0.9,
      )
      glow(f, 0.72, 0.12, 0.4, '#ffb04a', 0.5, 1.3)
      return grain(vignette(grade(bloom(f, 0.65, 60, 0.6), 1.08), 0.6), 'lamb3', 0.07)
    },
  ],
}
