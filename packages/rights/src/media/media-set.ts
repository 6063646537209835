/** A set of media leaves is a number: bit `n` is `MEDIA[n]`. Union is `|`, intersection `&`, difference `& ~`. */
import { MEDIA, MEDIA_TREE } from './tree.ts'

export type MediaSet = number

export const NO_MEDIA: MediaSet = 0
export const ALL_MEDIA: MediaSet = (1 << MEDIA.length) - 1

const bits = new Map(MEDIA.map(({ code }, bit) => [code, bit]))
const branches = new Map(MEDIA_TREE.map(({ code, leaves }) => [code, mediaOf(leaves.map((leaf) => leaf.code))]))

/** The set of the leaves named. @throws RangeError for a code that is no leaf. */
export function mediaOf(leaves: Iterable<string>): MediaSet {
  let set = NO_MEDIA
  for (const leaf of leaves) {
    const bit = bits.get(leaf)
    if (bit === undefined) throw new RangeError(`There is no medium ${leaf}.`)
    set |= 1 << bit
  }
  return set
}

/** The leaves of a branch (`tv`, `vod` …), or undefined when there is no such branch. */
export const mediaOfBranch = (code: string): MediaSet | undefined => branches.get(code)

/** The codes of the leaves, in tree order. */
export const mediaLeaves = (set: MediaSet): string[] => MEDIA.filter((_, bit) => (set >>> bit) & 1).map(({ code }) => code)
