/**
 * A box: a set of territories × media × languages × cuts over one window of days. Everything in a rights book, a request
 * and an answer is boxes.
 */
import { LanguageSet } from '../languages/language-set.ts'
import { ALL_MEDIA, type MediaSet } from '../media/media-set.ts'
import { TerritorySet } from '../territories/territory-set.ts'
import { type Day, PERPETUITY, SINCE_EVER } from '../days/day.ts'
import { CutSet } from './cut-set.ts'

export interface Box {
  readonly territories: TerritorySet
  readonly media: MediaSet
  readonly languages: LanguageSet
  readonly cuts: CutSet
  /** The first day, included; `SINCE_EVER` when there is none. */
  readonly from: Day
  /** The last day, included; `PERPETUITY` when there is none. */
  readonly to: Day
}

/** All there is. */
export const EVERYTHING: Box = {
  territories: TerritorySet.world,
  media: ALL_MEDIA,
  languages: LanguageSet.all,
  cuts: CutSet.all,
  from: SINCE_EVER,
  to: PERPETUITY,
}

export const isEmptyBox = (box: Box): boolean =>
  box.from > box.to || box.media === 0 || box.territories.isEmpty || box.languages.isEmpty || box.cuts.isEmpty

/** Whether two boxes share a cell. */
export const boxesMeet = (a: Box, b: Box): boolean =>
  a.from <= b.to &&
  b.from <= a.to &&
  (a.media & b.media) !== 0 &&
  a.territories.meets(b.territories) &&
  a.languages.meets(b.languages) &&
  a.cuts.meets(b.cuts)

/** Whether every cell of `inner` is in `outer`. */
export const boxCovers = (outer: Box, inner: Box): boolean =>
  outer.from <= inner.from &&
  inner.to <= outer.to &&
  (inner.media & ~outer.media) === 0 &&
  outer.territories.covers(inner.territories) &&
  outer.languages.covers(inner.languages) &&
  outer.cuts.covers(inner.cuts)

/** The cells that both have, or null when there is none. */
export function intersectBoxes(a: Box, b: Box): Box | null {
  const box: Box = {
    territories: a.territories.and(b.territories),
    media: a.media & b.media,
    languages: a.languages.and(b.languages),
    cuts: a.cuts.and(b.cuts),
    from: Math.max(a.from, b.from),
    to: Math.min(a.to, b.to),
  }
  return isEmptyBox(box) ? null : box
}

/**
 * The cells of `a` that `b` has not, as disjoint boxes: what lies before and after `b`, then, within its days, what is
 * elsewhere, in other media, in other languages, of other cuts.
 */
export function subtractBox(a: Box, b: Box): Box[] {
  if (!boxesMeet(a, b)) return [a]
  const pieces: Box[] = []
  const keep = (piece: Box): void => void (isEmptyBox(piece) || pieces.push(piece))
  keep({ ...a, to: Math.min(a.to, b.from - 1) })
  keep({ ...a, from: Math.max(a.from, b.to + 1) })
  let core: Box = { ...a, from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }
  keep({ ...core, territories: core.territories.minus(b.territories) })
  core = { ...core, territories: core.territories.and(b.territories) }
  keep({ ...core, media: core.media & ~b.media })
  core = { ...core, media: core.media & b.media }
  keep({ ...core, languages: core.languages.minus(b.languages) })
  core = { ...core, languages: core.languages.and(b.languages) }
  keep({ ...core, cuts: core.cuts.minus(b.cuts) })
  return pieces
}
