/**
 * The few parts of a page that differ from visitor to visitor: what they keep, whether they are signed in, light or dark. A
 * page is written once with every form of such a part between marks (lib/ui/Part.svelte), and the server sends each visitor
 * the forms that fit (lib/server/sharedPage.ts). The marks are drawn anew with each start, so nothing in a sheet can be one.
 */

/** Names of parts; a film's mark is `kept:` and its id. Their forms in order: see `formOf` in lib/server/sharedPage.ts. */
export type PartName = 'count' | 'member' | 'look' | `kept:${string}`

const MARK = crypto.randomUUID()
export const PART_ENDS = `<!--${MARK}.-->`
export const NEXT_FORM = `<!--${MARK}|-->`
export const PART_BEGINS = `<!--${MARK} `
export const NAME_ENDS = '-->'
/** Stands for how many films the visitor keeps. */
export const COUNT = `${MARK}n`

/** Where a part begins. */
export const partBegins = (name: PartName): string => `${PART_BEGINS}${name}${NAME_ENDS}`

/** A whole part made of text. */
export const partOf = (name: PartName, forms: readonly string[]): string =>
  `${partBegins(name)}${forms.join(NEXT_FORM)}${PART_ENDS}`
