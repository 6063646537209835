import type { PictureRow } from '@vitrine/store/pictures/pictures'
import { HouseError } from '../errors.ts'
import type { FileStore } from '../files/file-store.ts'
import { MOST_PIXELS } from './look-at-picture.ts'

/** The widths pictures are made in. A page asks for the next one up from what its screen needs. */
export const WIDTHS = [160, 320, 480, 640, 960, 1280, 1600, 1920] as const
export const FORMATS = ['avif', 'webp', 'jpeg'] as const
export type Format = (typeof FORMATS)[number]

const RECIPE = 'r1' // part of the cached name: raise it when the settings below change
const AT_ONCE = 2 // pictures being made; each uses a core

/** Makes renditions, each once however many ask for it, no more than two at a time, and keeps them on the disk. */
export function createRenditions(files: FileStore): (picture: PictureRow, width: number, format: Format) => Promise<Uint8Array> {
  const making = new Map<string, Promise<Uint8Array>>()
  const queue: (() => void)[] = []
  let busy = 0

  async function turn<T>(work: () => Promise<T>): Promise<T> {
    // A waiter takes over the place of the one that lets it in, so nobody can slip in between.
    if (busy >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve))
    else busy += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else busy -= 1
    }
  }

  return async (picture, width, format) => {
    const size = WIDTHS.find((one) => one >= width) ?? WIDTHS.at(-1)!
    const name = `${picture.sha256.slice(0, 40)}-${RECIPE}-${size}.${format}`
    const kept = await files.cached(name)
    if (kept) return kept
    let made = making.get(name)
    if (!made) {
      made = turn(async () => {
        const original = await files.get(picture.sha256)
        if (!original) throw new HouseError('not-found', { subject: 'Picture' })
        const bytes = await render(original, size, format)
        // A full disk must not keep a page from its picture: it is made again next time.
        await files.cache(name, bytes).catch(() => {})
        return bytes
      }).finally(() => making.delete(name))
      making.set(name, made)
    }
    return made
  }
}

/** One picture at one width: upright, in sRGB, without any metadata (a photograph may carry the place it was taken). Never enlarged. */
async function render(original: Uint8Array, width: number, format: Format): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const picture = sharp(original, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .toColourspace('srgb')
  if (format === 'avif') return picture.avif({ quality: 52, effort: 2 }).toBuffer()
  if (format === 'webp') return picture.webp({ quality: 76, effort: 3 }).toBuffer()
  return picture.flatten({ background: '#ffffff' }).jpeg({ quality: 80, progressive: true }).toBuffer()
}
