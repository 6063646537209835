import { acceptPicture, DocumentError } from '@vitrine/exchange'
import { HouseError } from '../errors.ts'

const LARGEST_PICTURE = 40_000_000 // bytes
export const MOST_PIXELS = 120_000_000 // a 12,000 × 10,000 scan; more is a bomb

const MEDIA_TYPES = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif' } as const

/** What an uploaded picture is. */
export interface LookedAt {
  mediaType: string
  width: number // as it is to be seen, turned upright
  height: number
  colour: string | null
}

/**
 * Looks at an uploaded picture: its kind by its bytes, its size, its colour. It is decoded whole, so that a damaged one is
 * refused now and not when a page wants it.
 *
 * @throws HouseError `too-large`, `unsupported-file`, `unreadable-file`
 */
export async function lookAtPicture(bytes: Uint8Array): Promise<LookedAt> {
  if (bytes.length > LARGEST_PICTURE) throw new HouseError('too-large', { limit: LARGEST_PICTURE })
  const mediaType = mediaTypeOf(bytes)
  const { default: sharp } = await import('sharp')
  try {
    const picture = sharp(bytes, { limitInputPixels: false, failOn: 'error' })
    const { autoOrient } = await picture.metadata()
    const { width, height } = autoOrient
    if (width * height > MOST_PIXELS) throw new HouseError('too-large', { limit: MOST_PIXELS, unit: 'pixels' })
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize(48, 48, { fit: 'fill' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { mediaType, width, height, colour: tellingColour(data, info.channels) }
  } catch (thrown) {
    if (thrown instanceof HouseError) throw thrown
    throw new HouseError('unreadable-file', { kind: 'picture' }, thrown)
  }
}

function mediaTypeOf(bytes: Uint8Array): string {
  try {
    const kind = acceptPicture(bytes)
    if (kind in MEDIA_TYPES) return MEDIA_TYPES[kind as keyof typeof MEDIA_TYPES]
    throw new HouseError('unsupported-file', { kind })
  } catch (thrown) {
    if (thrown instanceof DocumentError)
      throw new HouseError('unsupported-file', { reason: thrown.code, params: thrown.params }, thrown)
    throw thrown
  }
}

/**
 * The colour that a picture would be remembered by: of its hues the one that most of its colourful pixels share; for a
 * picture without colours, its mean grey.
 */
function tellingColour(pixels: Uint8Array, channels: number): string | null {
  const SECTORS = 24
  const sums = Array.from({ length: SECTORS }, () => ({ weight: 0, r: 0, g: 0, b: 0 }))
  const all = { weight: 0, r: 0, g: 0, b: 0 }
  for (let at = 0; at + 2 < pixels.length; at += channels) {
    const r = pixels[at] ?? 0
    const g = pixels[at + (channels > 2 ? 1 : 0)] ?? 0
    const b = pixels[at + (channels > 2 ? 2 : 0)] ?? 0
    const most = Math.max(r, g, b)
    const spread = most - Math.min(r, g, b)
    add(all, 1, r, g, b)
    if (most < 40 || spread < 24) continue // near black or grey: no hue to speak of
    const hue = most === r ? ((g - b) / spread + 6) % 6 : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4
    add(sums[Math.floor((hue / 6) * SECTORS) % SECTORS]!, (spread / 255) ** 1.5, r, g, b)
  }
  if (all.weight === 0) return null
  const best = sums.reduce((a, b) => (b.weight > a.weight ? b : a))
  const chosen = best.weight > all.weight * 0.01 ? best : all
  return `#${[chosen.r, chosen.g, chosen.b]
    .map((sum) =>
      Math.round(sum / chosen.weight)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

function add(sum: { weight: number; r: number; g: number; b: number }, weight: number, r: number, g: number, b: number): void {
  sum.weight += weight
  sum.r += weight * r
  sum.g += weight * g
  sum.b += weight * b
}
