import { SECRET_LINKS } from '@vitrine/house/secret-links'

/** An id of the house, or one of those that other programs make: they say nothing to anybody. */
const ID = /^(?:[\da-hjkmnp-tv-z]{26}|[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12})$/i
/** The secret of a link, or what is left of one that was copied badly. */
const SECRET = new RegExp(String.raw`^(/\w+/(?:${SECRET_LINKS.join('|')})/)[^/]+`)

/** The words that a mistyped address ends in: often what was looked for. An id is none, and a secret is looked for nowhere. */
export function wordsOfAddress(path: string): string {
  const last = path.split('/').at(-1) ?? ''
  if (ID.test(last) || SECRET.test(path)) return ''
  try {
    return decodeURIComponent(last).replaceAll(/[-_]+/g, ' ').trim().slice(0, 80)
  } catch {
    return '' // signs that are cut in two are no words
  }
}

/**
 * An address as it may be written down.
 *
 * @example
 * withoutSecret('/en/watch/8Nwq…/01kamx…') // "/en/watch/…/01kamx…"
 */
export const withoutSecret = (path: string): string => path.replace(SECRET, '$1…')
