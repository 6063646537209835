/**
 * Small random rights books and requests for tests, from a seed. The world is kept small on purpose (few leaves, few media,
 * forty days around a leap day), so that entries meet, touch and just miss one another all the time.
 */
import type { Box } from '../box/box.ts'
import { CutSet } from '../box/cut-set.ts'
import { type Line } from '../book/line.ts'
import { type Day, dayOf, PERPETUITY, SINCE_EVER } from '../days/day.ts'
import { LanguageSet } from '../languages/language-set.ts'
import { USES } from '../languages/languages.ts'
import { ALL_MEDIA, mediaOf } from '../media/media-set.ts'
import { MEDIA } from '../media/tree.ts'
import type { Cell } from '../naive/naive.ts'
import { TerritorySet } from '../territories/territory-set.ts'

export type Random = () => number // from 0 up to, not including, 1

/** Mulberry32: 32 bits of state, good enough to mix small choices, the same on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const below = (random: Random, limit: number): number => Math.floor(random() * limit)
export const oneOf = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!
const some = <T>(random: Random, list: readonly T[]): T[] => {
  const chosen = list.filter(() => random() < 0.4)
  return chosen.length > 0 ? chosen : [oneOf(random, list)]
}

export const FIRST: Day = dayOf('2028-02-10')!
export const LAST: Day = dayOf('2028-03-20')!
export const TODAY: Day = dayOf('2028-02-14')!
export const CUTS = ['52', '90', 'series'] as const
const TERRITORIES = ['AD', 'BE-fr', 'BE-nl', 'CH-de', 'CH-fr', 'FR', 'PL', 'US', 'ZW'] as const
const MEDIA_CODES = ['free-tv', 'catch-up', 'svod', 'theatrical', 'publishing'] as const
/** Italian is never named in a book: it stands for every other language. */
const LANGUAGES = ['de', 'fr', 'it'] as const
const LANGUAGE_SETS = [
  ['all'],
  ['fr'],
  ['de'],
  ['de', 'fr'],
  ['fr:dubbed'],
  ['fr:subtitled', 'fr:voice-over'],
  ['de:original', 'fr'],
]

const GROUPS: readonly TerritorySet[] = [
  TerritorySet.world,
  TerritorySet.world.minus(TerritorySet.of(['FR'])),
  TerritorySet.of(['BE-fr', 'CH-fr', 'FR']),
  TerritorySet.of(['AD', 'BE-fr', 'BE-nl', 'CH-de', 'CH-fr', 'FR', 'PL']),
]

export function randomBox(random: Random): Box {
  const roll = random()
  const from = random() < 0.1 ? SINCE_EVER : FIRST + below(random, LAST - FIRST + 1)
  const to = random() < 0.1 ? PERPETUITY : Math.max(from, FIRST) + below(random, 25) - (random() < 0.1 ? 10 : 0)
  return {
    territories: roll < 0.4 ? oneOf(random, GROUPS) : TerritorySet.of(some(random, TERRITORIES)),
    media: random() < 0.3 ? ALL_MEDIA : mediaOf(some(random, MEDIA_CODES)),
    languages: random() < 0.1 ? LanguageSet.all.minus(LanguageSet.of(oneOf(random, LANGUAGE_SETS.slice(1)))) : LanguageSet.of(oneOf(random, LANGUAGE_SETS)), // prettier-ignore
    cuts: random() < 0.6 ? CutSet.all : CutSet.of(some(random, CUTS.slice(0, 2))),
    from,
    to: to < from ? from : to,
  }
}

/** Lines of one title: now and then none, mostly a broad grant and a dozen of others. */
export function randomLines(random: Random): Line[] {
  const lines: Line[] = []
  const count = below(random, 14)
  for (let at = 0; at < count; at++) {
    const kind = at < 2 ? 'grant' : oneOf(random, ['grant', 'licence', 'licence', 'licence', 'holdback', 'option'] as const)
    const box = randomBox(random)
    const broad = kind === 'grant' && random() < 0.6
    lines.push({
      entry: `e${below(random, 40)}`, // sometimes two lines of one entry
      kind,
      exclusive: (kind === 'grant' || kind === 'licence') && random() < 0.7,
      box: broad ? { ...box, territories: oneOf(random, GROUPS.slice(0, 2)), media: ALL_MEDIA, languages: LanguageSet.all, cuts: CutSet.all } : box, // prettier-ignore
      expires: kind === 'option' ? TODAY + below(random, 3) - 1 : PERPETUITY,
      undated: random() < 0.1,
    })
  }
  return lines
}

/** A cell that may lie anywhere in the small world, a little beyond its days too. */
export function randomCell(random: Random): Cell {
  const medium = oneOf(random, MEDIA_CODES)
  return {
    territory: oneOf(random, TERRITORIES),
    medium: MEDIA.findIndex(({ code }) => code === medium),
    language: oneOf(random, LANGUAGES),
    use: oneOf(random, USES),
    cut: oneOf(random, CUTS),
    day: FIRST - 3 + below(random, LAST - FIRST + 30),
  }
}

const PAIRS = LANGUAGES.flatMap((language) => USES.map((use) => ({ language, use })))

/** A cell of a box that `randomBox` drew; its days without beginning or end are cut to those of the small world. */
export function randomCellIn(random: Random, box: Box): Cell {
  const medium = oneOf(random, MEDIA_CODES.map((code) => MEDIA.findIndex((leaf) => leaf.code === code)).filter((bit) => (box.media >>> bit) & 1)) // prettier-ignore
  const last = Math.min(box.to, LAST + 26)
  const first = Math.min(Math.max(box.from, FIRST - 3), last)
  return {
    territory: oneOf(random, TERRITORIES.filter((leaf) => box.territories.has(leaf))), // prettier-ignore
    medium,
    ...oneOf(random, PAIRS.filter(({ language, use }) => box.languages.has(language, use))), // prettier-ignore
    cut: oneOf(random, CUTS.filter((cut) => box.cuts.has(cut))), // prettier-ignore
    day: first + below(random, last - first + 1),
  }
}
