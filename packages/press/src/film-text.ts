/** Words as a picture that is laid over a film: in the faces that papers are set in, so that a name looks the same on any machine. */
import { drawTemplate } from './typst/printing-press.ts'

/** Pixels, four bytes each (red, green, blue, how opaque), row by row. */
export interface TextPicture {
  width: number
  height: number
  rgba: Uint8Array
}

export interface FilmText {
  lines: readonly string[]
  /** Height of a line, in pixels. */
  size: number
  /** Lines are broken to this width and centred in it; null: as long as they are. */
  width: number | null
  /** No picture is wider: what would be is made smaller. */
  most: number
  /** From 0 to 1. */
  opacity: number
}

/** Characters of a line: nobody reads more off a film. */
const LONGEST = 200

/**
 * @example
 * const { width, height, rgba } = await drawFilmText({ lines: ['Ana Nowak'], size: 24, width: null, most: 600, opacity: 0.5 })
 */
export async function drawFilmText({ lines, size, width, most, opacity }: FilmText): Promise<TextPicture> {
  const { default: sharp } = await import('sharp')
  const svg = await drawTemplate('film-text', { lines: lines.map((line) => line.slice(0, LONGEST)), size, width })
  const { data, info } = await sharp(Buffer.from(svg), { density: 72 })
    .resize({ width: most, withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  for (let at = 3; at < data.length; at += 4) data[at] = Math.round(data[at]! * opacity)
  return { width: info.width, height: info.height, rgba: new Uint8Array(data) }
}
