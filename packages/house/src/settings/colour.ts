/**
 * Colours that a film or a house lends to a page, made readable. Contrast is that of WCAG 2.2 (relative luminance); hue and
 * chroma are kept in OKLCH, so that a dark red stays a red when it must become lighter for the dark page.
 */

type Rgb = [number, number, number]

/** `#rrggbb` as three numbers from 0 to 1; null when it is not one. */
export function parseHex(hex: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  return match === null ? null : [parseInt(match[1]!, 16) / 255, parseInt(match[2]!, 16) / 255, parseInt(match[3]!, 16) / 255]
}

function toHex(rgb: Rgb): string {
  return `#${rgb
    .map((v) =>
      Math.round(Math.min(1, Math.max(0, v)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

const linear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
const gamma = (v: number) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055)

function luminance(rgb: Rgb): number {
  return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2])
}

/**
 * Contrast of two colours, from 1 to 21.
 *
 * @example
 * contrast('#000000', '#ffffff') // 21
 */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(parseHex(a) ?? [0, 0, 0]), luminance(parseHex(b) ?? [0, 0, 0])]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

// OKLab, Björn Ottosson's matrices (https://bottosson.github.io/posts/oklab/)
function toOklch(rgb: Rgb): { l: number; c: number; h: number } {
  const [r, g, b] = [linear(rgb[0]), linear(rgb[1]), linear(rgb[2])]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const [L, A, B] = [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
  return { l: L, c: Math.hypot(A, B), h: Math.atan2(B, A) }
}

function fromOklch({ l, c, h }: { l: number; c: number; h: number }): Rgb {
  const [A, B] = [c * Math.cos(h), c * Math.sin(h)]
  const x = (l + 0.3963377774 * A + 0.2158037573 * B) ** 3
  const y = (l - 0.1055613458 * A - 0.0638541728 * B) ** 3
  const z = (l - 0.0894841775 * A - 1.291485548 * B) ** 3
  return [
    gamma(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z),
    gamma(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z),
    gamma(-0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z),
  ]
}

const inGamut = (rgb: Rgb) => rgb.every((v) => v >= -0.0005 && v <= 1.0005)

function hexOf(l: number, c: number, h: number): string {
  let chroma = c
  let rgb = fromOklch({ l, c: chroma, h })
  while (!inGamut(rgb) && chroma > 0.002) {
    chroma *= 0.94
    rgb = fromOklch({ l, c: chroma, h })
  }
  return toHex(rgb)
}

/**
 * The accent that a page may use for words on its paper: the same hue, moved no further than the contrast needs.
 * A colour that is nearly grey is given a little more chroma, so that it reads as a colour and not as a mistake.
 *
 * @param minimum WCAG contrast to reach: 4.5 for text
 * @example
 * readableOn('#f4c430', '#ffffff') // a dark gold
 */
export function readableOn(colour: string, paper: string, minimum = 4.5): string {
  const rgb = parseHex(colour)
  const ground = parseHex(paper)
  if (rgb === null || ground === null) return readableOn('#8a2b2b', paper, minimum)
  const { l, c, h } = toOklch(rgb)
  const chroma = c < 0.02 ? c : Math.max(c, 0.06)
  const darker = luminance(ground) > 0.4
  for (let step = 0; step <= 100; step++) {
    const candidate = hexOf(darker ? l * (1 - step / 100) : l + (1 - l) * (step / 100), chroma, h)
    // A margin for the rounding to eight bits, here and in the browser.
    if (contrast(candidate, paper) >= minimum + 0.05) return candidate
  }
  return darker ? '#000000' : '#ffffff'
}
