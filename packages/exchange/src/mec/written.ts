/** Small forms that the writer makes and the reader knows again. */

/** PictureColorType as the sheet's formats. */
export const COLOURS: ReadonlyMap<string, readonly string[]> = new Map([
  ['color', ['colour']],
  ['bandw', ['b/w']],
  ['composite', ['colour', 'b/w']],
])
/** An aspect ratio among the formats: 16:9, 1.85:1. */
export const RATIO = /^\d{1,2}(?:\.\d{1,2})?:\d{1,2}$/

/** © with the year and the owners. */
export const copyrightLine = (year: number | null, owners: string): string =>
  ['©', year, owners].filter((part) => part !== null).join(' ')

/** Who owns it, by such a line; null for a line of another form. */
export const copyrightOwners = (line: string): string | null => /^© (?:\d{4} )?(.+)$/s.exec(line)?.[1] ?? null
