import type { PictureRef } from '@vitrine/house'

/** The widths that the picture endpoint makes. Few, so that caches hold them. */
export const PICTURE_WIDTHS = [240, 360, 480, 640, 960, 1280, 1920, 2560] as const
export const PICTURE_FORMATS = ['avif', 'webp', 'jpeg'] as const

export function pictureUrl(id: string, width: number, format: (typeof PICTURE_FORMATS)[number]): string {
  return `/pictures/${encodeURIComponent(id)}/${width}.${format}`
}

/**
 * The widths worth offering of a picture: none above `max`, none above its own but the first that covers it.
 *
 * @example
 * widthsFor(1000, 1280) // [240, 360, 480, 640, 960, 1280]
 */
export function widthsFor(own: number, max: number): number[] {
  const offered = PICTURE_WIDTHS.filter((width) => width <= max)
  const covering = offered.findIndex((width) => width >= own)
  return covering === -1 ? offered : offered.slice(0, covering + 1)
}

/** The classes that lib/server/head.ts turns into rules. */
export function pictureMarks(picture: PictureRef): string {
  const marks = ['pic']
  if (picture.colour !== null && /^#[0-9a-f]{6}$/.test(picture.colour)) marks.push(`tint-${picture.colour.slice(1)}`)
  if (picture.focus !== null) marks.push(`at-${Math.round(picture.focus.x * 20) * 5}-${Math.round(picture.focus.y * 20) * 5}`)
  return marks.join(' ')
}
