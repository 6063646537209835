/**
 * The accent that a picture lends to its page, darkened until small type can be read in it on white paper.
 *
 * @param hex `#rrggbb`
 * @returns `#rrggbb` with a contrast of at least 4.5 : 1 against white (WCAG 2.2, success criterion 1.4.3)
 * @example
 * legibleAccent('#f2d16b') // a dark gold
 */
export function legibleAccent(hex: string): string {
  let rgb = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  while (contrastWithWhite(rgb) < 4.5) rgb = rgb.map((channel) => Math.floor(channel * 0.94))
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
export function contrastWithWhite(rgb: number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((channel) => {
    const c = channel / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}
