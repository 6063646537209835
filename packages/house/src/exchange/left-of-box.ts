/** What of a licence may be exploited: its boxes as they count today, without what is held back from everybody. */
import type { EntryTerms, TermBox } from '@vitrine/rights/book/entry'
import type { Line } from '@vitrine/rights/book/line'
import { boxOf } from '@vitrine/rights/book/lines-of-entry'
import { difference } from '@vitrine/rights/box/algebra'
import { type Box, boxesMeet } from '@vitrine/rights/box/box'
import { writeDay } from '@vitrine/rights/days/day'
import { mediaLeaves } from '@vitrine/rights/media/media-set'

/**
 * @param cuts the cuts that the film has, for a box of "all cuts but one"
 * @param held lines of kind `holdback` of the film that bind the licensee: not those that its own licence imposes on others
 * @returns disjoint boxes; the box itself where nothing of it is held, none where all is
 */
export function leftOfBox(box: TermBox, terms: EntryTerms, held: readonly Line[], cuts: readonly string[]): TermBox[] {
  const whole = boxOf(box, terms)
  if (whole.from > whole.to) return []
  const taken = held.filter((line) => boxesMeet(line.box, whole))
  if (taken.length === 0) return [{ ...box, from: writeDay(whole.from), to: writeDay(whole.to) }]
  return difference([whole], taken.map((line) => line.box)).map((left) => asTerms(left, box, cuts)) // prettier-ignore
}

const asTerms = (left: Box, { territory }: TermBox, cuts: readonly string[]): TermBox => ({
  territory,
  territories: left.territories.leaves(),
  media: mediaLeaves(left.media),
  languages: left.languages.leaves(),
  cuts: left.cuts.isAll ? null : left.cuts.rest ? cuts.filter((cut) => left.cuts.has(cut)) : [...left.cuts.named],
  from: writeDay(left.from),
  to: writeDay(left.to),
})
