/** What a picture that is dropped on a film most likely is, so that a folder of pictures needs no choosing one by one. */
import type { TitleSheet } from '@vitrine/catalogue'

type Kind = TitleSheet['pictures'][number]['kind']

/** What houses call their files, in the languages that sheets come in. */
const NAMED: readonly [RegExp, Kind][] = [
  [/(?<!\p{L})(?:poster|affiche|plakat|cartel|locandina|key.?art)s?(?!\p{L})/iu, 'poster'],
  [/(?<!\p{L})logos?(?!\p{L})/iu, 'logo'],
  [/(?<!\p{L})(?:portrait|headshot|director|r[ée]alisat(?:eur|rice)|regie)s?(?!\p{L})/iu, 'portrait'],
]

/**
 * By its name; else a picture that stands upright is the poster, where the film has none yet; else a still.
 *
 * @param shape in pixels; null where the browser cannot tell
 * @example
 * kindOf('greniers-affiche.jpg', null, false) // "poster"
 * kindOf('DSC_0412.jpg', { width: 1200, height: 1680 }, false) // "poster"
 * kindOf('DSC_0413.jpg', { width: 1200, height: 1680 }, true) // "still"
 */
export function kindOf(name: string, shape: { width: number; height: number } | null, hasPoster: boolean): Kind {
  const named = NAMED.find(([words]) => words.test(name))
  if (named !== undefined) return named[1]
  return !hasPoster && shape !== null && shape.height > shape.width * 1.2 ? 'poster' : 'still'
}

/** Width and height as a browser reads them; null of what is no picture. */
export async function shapeOf(file: File): Promise<{ width: number; height: number } | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (picture === null) return null
  const { width, height } = picture
  picture.close()
  return { width, height }
}
