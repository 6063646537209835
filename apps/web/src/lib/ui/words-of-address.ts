/** An id, which says nothing to anybody. */
const ID = /^[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}$/i

/** The words that a mistyped address ends in: often what was looked for. An id is none. */
export function wordsOfAddress(path: string): string {
  const last = path.split('/').at(-1) ?? ''
  return ID.test(last) ? '' : decodeURIComponent(last).replaceAll(/[-_]+/g, ' ').trim().slice(0, 80)
}
