import type { CatalogueCopy } from './catalogue-copy.ts'

export const SORTS = ['relevance', 'newest', 'title', 'year', 'updated'] as const
export type Sort = (typeof SORTS)[number]
type Key = number | string

/** One page of a sorted list, without sorting all of it: the first `limit` after the cursor. */
export function pageOf(
  copy: CatalogueCopy,
  ords: Int32Array,
  options: {
    sort: Sort
    scores: Map<number, number> | Float64Array | null
    limit: number
    cursor: string | null
    locale: string
  },
): { ords: number[]; nextCursor: string | null } {
  const { sort, limit } = options
  const keyOf = keyFor(copy, sort, options.scores, options.locale)
  const rising = sort === 'title'
  const after = readCursor(options.cursor, sort)
  // Order: by key, best first; equal ones by ord, so that the order is the same on every page.
  const compare = (key: Key, ord: number, otherKey: Key, otherOrd: number): number => {
    if (key !== otherKey) return key < otherKey === rising ? -1 : 1
    return ord - otherOrd
  }
  const keys: Key[] = []
  const page: number[] = []
  let more = false
  // From the end: there are the newest titles, and who comes after a full page is turned away at once.
  for (let n = ords.length - 1; n >= 0; n--) {
    const ord = ords[n]!
    const key = keyOf(ord)
    if (after && compare(key, ord, after.key, after.ord) <= 0) continue
    const last = page.length - 1
    if (page.length === limit) {
      more = true
      if (compare(key, ord, keys[last]!, page[last]!) >= 0) continue
      keys.pop()
      page.pop()
    }
    let low = 0
    let high = page.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(key, ord, keys[middle]!, page[middle]!) < 0) high = middle
      else low = middle + 1
    }
    keys.splice(low, 0, key)
    page.splice(low, 0, ord)
  }
  const last = page.length - 1
  return { ords: page, nextCursor: more ? writeCursor(sort, keys[last]!, page[last]!) : null }
}

const DAYS = 86_400_000

function keyFor(
  copy: CatalogueCopy,
  sort: Sort,
  scores: Map<number, number> | Float64Array | null,
  locale: string,
): (ord: number) => Key {
  // A film that is not published yet counts as new since it was changed.
  const newest = (ord: number): number => copy.published[ord]! || copy.updated[ord]!
  switch (sort) {
    case 'title': {
      const own = copy.keysByLanguage.get(locale)
      return own ? (ord) => own.get(ord) ?? copy.key[ord]! : (ord) => copy.key[ord]!
    }
    case 'year':
      return (ord) => copy.year[ord]! + newest(ord) / (DAYS * 365 * 1000)
    case 'updated':
      return (ord) => copy.updated[ord]!
    case 'newest':
      return newest
    case 'relevance':
      if (!scores) return newest
      // Of equal hits the newer one, by less than any difference of scores.
      return scores instanceof Map
        ? (ord) => (scores.get(ord) ?? 0) + newest(ord) / (DAYS * 365 * 1_000_000)
        : (ord) => scores[ord]! + newest(ord) / (DAYS * 365 * 1_000_000)
  }
}

function writeCursor(sort: Sort, key: Key, ord: number): string {
  return Buffer.from(JSON.stringify([sort, key, ord])).toString('base64url')
}

/** Whether a cursor is one that a list in this order gives. Another one says nothing of where the list goes on. */
export const isCursorOf = (cursor: string, sort: Sort): boolean => readCursor(cursor, sort) !== null

/** Null when there is none, or when it is not one of this list: then the list begins anew. */
function readCursor(cursor: string | null, sort: Sort): { key: Key; ord: number } | null {
  if (!cursor || cursor.length > 500) return null
  try {
    const [ofSort, key, ord] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown, unknown]
    if (ofSort !== sort || typeof key !== (sort === 'title' ? 'string' : 'number') || !Number.isInteger(ord)) return null
    return { key: key as Key, ord: ord as number }
  } catch {
    return null
  }
}
