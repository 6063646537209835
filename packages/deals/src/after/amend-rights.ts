/** Other rights for what was signed: what an amendment says, applied to the terms of a licence. */
import type { EntryTerms, TermBox } from '@vitrine/rights/book/entry'
import { LanguageSet } from '@vitrine/rights/languages/language-set'
import { type MediaSet, mediaLeaves, mediaOf, NO_MEDIA } from '@vitrine/rights/media/media-set'
import { printTerritories } from '@vitrine/rights/territories/print'
import { TerritorySet } from '@vitrine/rights/territories/territory-set'

/** How an amendment speaks of a set: it is now this; this is added to it; this is given back. */
export const AMENDED_HOW = ['is', 'plus', 'less'] as const
export type AmendedHow = (typeof AMENDED_HOW)[number]

export interface RightsChange {
  /** The last day; null: in perpetuity. Absent: as it was. */
  readonly to?: string | null
  readonly territory?: { readonly how: AmendedHow; readonly set: TerritorySet; readonly wording: string }
  readonly media?: { readonly how: AmendedHow; readonly set: MediaSet }
  readonly languages?: { readonly how: AmendedHow; readonly set: LanguageSet }
  readonly exclusive?: boolean
  /** null: as often as the licensee likes. Runs that were used stay used. */
  readonly runs?: { readonly count: number; readonly catchUpDays: number } | null
}

/**
 * The terms as the amendment leaves them, or null when it gives everything back: that is an end, not a change. Of a licence of
 * several boxes each is changed; one of which nothing is left is gone.
 *
 * @param used runs that were broadcast, where the terms do not count them now
 * @example
 * amendRights(terms, { media: { how: 'plus', set: parseMedia('catch-up') } }) // free-tv becomes free-tv and catch-up
 */
export function amendRights(
  terms: EntryTerms,
  change: RightsChange,
  used: readonly string[] = terms.runs?.broadcasts ?? [],
): EntryTerms | null {
  const boxes = terms.boxes.flatMap((box) => amendBox(box, change) ?? [])
  if (boxes.length === 0) return null
  const { exclusive = terms.exclusive, runs } = change
  return {
    ...terms,
    boxes,
    exclusive,
    ...(runs === undefined ? {} : { runs: runs === null ? null : { ...runs, broadcasts: used } }),
  }
}

function amendBox(box: TermBox, { to, territory, media, languages }: RightsChange): TermBox | null {
  const countries = territory && amendSet(TerritorySet.of(box.territories), territory)
  const means = media && amendMedia(mediaOf(box.media), media)
  const tongues = languages && amendSet(LanguageSet.of(box.languages), languages)
  if (countries?.isEmpty || means === NO_MEDIA || tongues?.isEmpty) return null
  return {
    ...box,
    ...(to === undefined ? {} : { to }),
    ...(countries === undefined ? {} : { territory: territory!.how === 'is' ? territory!.wording : printTerritories(countries, 'en'), territories: countries.leaves() }), // prettier-ignore
    ...(means === undefined ? {} : { media: mediaLeaves(means) }),
    ...(tongues === undefined ? {} : { languages: tongues.leaves() }),
  }
}

interface SetOf<T> {
  or(other: T): T
  minus(other: T): T
}
const amendSet = <T extends SetOf<T>>(now: T, { how, set }: { readonly how: AmendedHow; readonly set: T }): T =>
  how === 'is' ? set : how === 'plus' ? now.or(set) : now.minus(set)
const amendMedia = (now: MediaSet, { how, set }: { readonly how: AmendedHow; readonly set: MediaSet }): MediaSet =>
  how === 'is' ? set : how === 'plus' ? now | set : now & ~set
