/** The sides of a box of which a part can be given up. */
import type { Box } from '../box/box.ts'
import { LanguageSet } from '../languages/language-set.ts'
import { TerritorySet } from '../territories/territory-set.ts'
import type { Change } from './change.ts'

/** A box without a part of one of its sides. */
export interface Dropped<R> {
  readonly change: Change
  readonly box: Box
  /** What is in the way of the rest. */
  readonly left: readonly R[]
}
type Boxed = { readonly box: Box }

export interface Side {
  /** How many different parts of this side are in the way of something. */
  parts(unmet: readonly Boxed[]): number
  /** All that is in the way given up; null where nothing would be left of the box. */
  drop<R extends Boxed>(box: Box, unmet: readonly R[]): Dropped<R> | null
  /** Parts given up so that some of what is in the way remains. */
  dropSome<R extends Boxed>(box: Box, unmet: readonly R[]): Dropped<R>[]
}

interface Of<T> {
  readonly none: T
  of(box: Box): T
  within(box: Box, value: T): Box
  or(a: T, b: T): T
  minus(a: T, b: T): T
  covers(a: T, b: T): boolean
  key(value: T): string | number
  change(value: T): Change
}

/** With so many different parts every choice of them is tried; of more, those that are in the way most often. */
const FEW_PARTS = 6

function side<T>(is: Of<T>): Side {
  const partsOf = (unmet: readonly Boxed[]): T[] => {
    const found = new Map<string | number, { value: T; times: number }>()
    for (const { box } of unmet) {
      const value = is.of(box)
      const known = found.get(is.key(value))
      if (known === undefined) found.set(is.key(value), { value, times: 1 })
      else known.times++
    }
    return [...found.values()].sort((a, b) => b.times - a.times).map(({ value }) => value)
  }
  const without = <R extends Boxed>(box: Box, dropped: T, unmet: readonly R[]): Dropped<R> | null => {
    const whole = is.of(box)
    if (is.covers(dropped, whole)) return null
    return {
      change: is.change(dropped),
      box: is.within(box, is.minus(whole, dropped)),
      left: unmet.filter((one) => !is.covers(dropped, is.of(one.box))),
    }
  }
  return {
    parts: (unmet) => partsOf(unmet).length,
    drop: (box, unmet) => (unmet.length === 0 ? null : without(box, partsOf(unmet).reduce(is.or, is.none), unmet)),
    dropSome(box, unmet) {
      const parts = partsOf(unmet)
      const choices = new Map<string | number, T>()
      const choose = (value: T) => void choices.set(is.key(value), value)
      if (parts.length <= FEW_PARTS)
        for (let chosen = 1; chosen < 2 ** parts.length; chosen++) choose(parts.filter((_, at) => (chosen >>> at) & 1).reduce(is.or, is.none)) // prettier-ignore
      else {
        for (const part of parts.slice(0, FEW_PARTS * 2)) choose(part)
        parts.slice(0, FEW_PARTS * 2).reduce((all, part) => (choose(is.or(all, part)), is.or(all, part)), is.none)
      }
      return [...choices.values()].flatMap((value) => without(box, value, unmet) ?? []).filter(({ left }) => left.length > 0)
    },
  }
}

/** In the order in which they are named. */
export const SIDES: readonly Side[] = [
  side<TerritorySet>({
    none: TerritorySet.none,
    of: (box) => box.territories,
    within: (box, territories) => ({ ...box, territories }),
    or: (a, b) => a.or(b),
    minus: (a, b) => a.minus(b),
    covers: (a, b) => a.covers(b),
    key: ({ key }) => key,
    change: (territories) => ({ kind: 'drop-territories', territories }),
  }),
  side<number>({
    none: 0,
    of: (box) => box.media,
    within: (box, media) => ({ ...box, media }),
    or: (a, b) => a | b,
    minus: (a, b) => a & ~b,
    covers: (a, b) => (b & ~a) === 0,
    key: (media) => media,
    change: (media) => ({ kind: 'drop-media', media }),
  }),
  side<LanguageSet>({
    none: LanguageSet.none,
    of: (box) => box.languages,
    within: (box, languages) => ({ ...box, languages }),
    or: (a, b) => a.or(b),
    minus: (a, b) => a.minus(b),
    covers: (a, b) => a.covers(b),
    key: ({ key }) => key,
    change: (languages) => ({ kind: 'drop-languages', languages }),
  }),
]
