import type { LogoTone } from '../contract.ts'

/** Relative luminance (WCAG 2.2) beyond which a mark has less than 3:1 against the dark paper of the site, or against white. */
const TOO_DARK = 0.12
const TOO_LIGHT = 0.3
/** With less of it to see through, a logo brings its own ground. */
const SEEN_THROUGH = 0.1

/**
 * On which ground a logo would be lost: `dark` on dark pages, `light` on light ones; null where it is seen on both, because it has a
 * ground of its own or a colour in between.
 *
 * @param bytes a picture that can be decoded, best a small one
 */
export async function logoTone(bytes: Uint8Array): Promise<LogoTone> {
  const { default: sharp } = await import('sharp')
  const { data } = await sharp(bytes).toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  let seen = 0
  let light = 0
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]! / 255
    seen += alpha
    light += alpha * (0.2126 * linear(data[at]!) + 0.7152 * linear(data[at + 1]!) + 0.0722 * linear(data[at + 2]!))
  }
  if (seen === 0 || seen > (1 - SEEN_THROUGH) * (data.length / 4)) return null
  const luminance = light / seen
  return luminance < TOO_DARK ? 'dark' : luminance > TOO_LIGHT ? 'light' : null
}

/** One channel of sRGB, as light. */
const linear = (value: number): number => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4)
