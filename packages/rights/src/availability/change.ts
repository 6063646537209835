/** Steps away from what was asked, and what is looked at to find them. */
import { type Line, meets, type Request } from '../book/line.ts'
import type { Day } from '../days/day.ts'
import type { LanguageSet } from '../languages/language-set.ts'
import type { TerritorySet } from '../territories/territory-set.ts'
import { type Region, regionsOf } from './regions.ts'

/** One step away from what was asked. */
export type Change =
  | { readonly kind: 'drop-territories'; readonly territories: TerritorySet }
  | { readonly kind: 'drop-media'; readonly media: number }
  | { readonly kind: 'drop-languages'; readonly languages: LanguageSet }
  | { readonly kind: 'other-cut'; readonly cut: string }
  | { readonly kind: 'shift-dates'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'shorten-dates'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'non-exclusive' }

export interface Asked {
  readonly request: Request
  readonly lines: readonly Line[]
  /** The title's cuts, which can be had in place of another. */
  readonly cuts: readonly string[]
  /** The cuts that have a name, by which cells are counted. */
  readonly known: readonly string[]
  readonly today: Day
}
export interface Candidate {
  readonly changes: readonly Change[]
  readonly request: Request
}

/** What of a request cannot be had as it was asked for. */
export const unmetOf = (request: Request, { lines, today }: Asked): Region[] =>
  regionsOf(request.box, lines, today).filter((region) => !meets(region.status, request.exclusive))
