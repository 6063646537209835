import type { Picture } from '@vitrine/catalogue'
import { canonical } from '../canonical-json.ts'

type Pictures = readonly Picture[]

/** A picture by its file, and where one file stands twice (as poster and as still) by which of them it is. */
function byKey(pictures: Pictures): Map<string, Picture> {
  const seen = new Map<string, number>()
  return new Map(
    pictures.map((picture) => {
      const n = seen.get(picture.id) ?? 0
      seen.set(picture.id, n + 1)
      return [`${picture.id} ${n}`, picture]
    }),
  )
}
const said = (picture: Picture | undefined): string => (picture === undefined ? '' : canonical(picture))

/** The order of those that both lists have. */
function shared(list: ReadonlyMap<string, Picture>, other: ReadonlyMap<string, Picture>): string {
  return [...list.keys()].filter((key) => other.has(key)).join('\n')
}

/**
 * The pictures of a film of which two people changed the list: each picture that only one of them added, described, moved or took away is
 * as that one left it. `clash`: both changed one picture, or both put them in another order, and not alike; there `side` stays.
 *
 * @example
 * mergePictures([a, b], [a], [a, b, c], 'theirs') // { pictures: [a, c], clash: false }
 */
export function mergePictures(
  base: Pictures,
  theirs: Pictures,
  mine: Pictures,
  side: 'theirs' | 'mine',
): { pictures: Picture[]; clash: boolean } {
  const [was, hers, own] = [byKey(base), byKey(theirs), byKey(mine)]
  let clash = false
  const kept = new Map<string, Picture>()
  for (const key of new Set([...was.keys(), ...hers.keys(), ...own.keys()])) {
    const [b, t, m] = [was.get(key), hers.get(key), own.get(key)]
    const both = said(t) !== said(b) && said(m) !== said(b) && said(t) !== said(m)
    clash ||= both
    const picture = both ? (side === 'mine' ? m : t) : said(t) === said(b) ? m : t
    if (picture !== undefined) kept.set(key, picture)
  }
  const moved = { theirs: shared(was, hers) !== shared(hers, was), mine: shared(was, own) !== shared(own, was) }
  const apart = moved.theirs && moved.mine && shared(hers, own) !== shared(own, hers)
  clash ||= apart
  const untouched = [...hers.keys()].join('\n') === [...was.keys()].join('\n')
  const first = apart ? side : moved.mine || untouched ? 'mine' : 'theirs'
  const order = first === 'mine' ? [...own.keys(), ...hers.keys()] : [...hers.keys(), ...own.keys()]
  const pictures = [...new Set([...order, ...kept.keys()])].flatMap((key) => kept.get(key) ?? [])
  return { pictures, clash }
}
