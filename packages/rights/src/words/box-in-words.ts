/** Boxes, windows and days as a person writes them, in English and French. The codes stand beside them wherever a program reads. */
import type { Box } from '../box/box.ts'
import type { CutSet } from '../box/cut-set.ts'
import { type Day, PERPETUITY, SINCE_EVER } from '../days/day.ts'
import { printLanguages } from '../languages/print.ts'
import { ALL_MEDIA } from '../media/media-set.ts'
import { printMedia } from '../media/print.ts'
import { printTerritories } from '../territories/print.ts'

export type WordsLocale = 'en' | 'fr'

/** Names, not codes. */
const FULL = { names: 'full' } as const

/** A day in words: 1 January 2027, 1er janvier 2027. */
export function dayInWords(day: Day, locale: WordsLocale): string {
  if (day <= SINCE_EVER || day >= PERPETUITY) return WORDS[locale].noDay
  const parts = formatter(locale).format(new Date(day * 86_400_000))
  return locale === 'fr' ? parts.replace(/^1 /, '1er ') : parts
}

const formatters = new Map<WordsLocale, Intl.DateTimeFormat>()
function formatter(locale: WordsLocale): Intl.DateTimeFormat {
  let made = formatters.get(locale)
  if (made === undefined) formatters.set(locale, (made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }))) // prettier-ignore
  return made
}

/** From when to when. */
export function windowInWords(from: Day, to: Day, locale: WordsLocale): string {
  const words = WORDS[locale]
  if (from <= SINCE_EVER) return to >= PERPETUITY ? words.always : words.until(dayInWords(to, locale))
  if (to >= PERPETUITY) return words.since(dayInWords(from, locale))
  return from === to ? dayInWords(from, locale) : words.between(dayInWords(from, locale), dayInWords(to, locale))
}

export const cutsInWords = (cuts: CutSet, locale: WordsLocale): string =>
  cuts.isAll ? WORDS[locale].allCuts : cuts.rest ? WORDS[locale].allCutsBut(cuts.named.map(cutInWords).join(', ')) : cuts.named.map(cutInWords).join(', ') // prettier-ignore

/** 52 is 52'; 3x52 is 3 × 52'; a cut with a name keeps it. */
export const cutInWords = (cut: string): string => (/^\d+$/.test(cut) ? `${cut}'` : cut.replace(/^(\d+)x(\d+)$/, "$1 × $2'"))

/**
 * A box in one line: what, where, in which languages, when. All languages and all cuts are not said.
 *
 * @example
 * boxInWords(box, 'en') // 'SVOD · Baltics, Poland · 1 January 2027 to 31 December 2029'
 */
export const boxInWords = (box: Box, locale: WordsLocale): string =>
  `${rightsInWords(box, locale)} · ${windowInWords(box.from, box.to, locale)}`

/** A box in one line without its days. */
export function rightsInWords(box: Box, locale: WordsLocale): string {
  return [
    box.media === ALL_MEDIA ? WORDS[locale].allMedia : printMedia(box.media, locale, FULL),
    printTerritories(box.territories, locale, FULL),
    box.languages.isAll ? null : printLanguages(box.languages, locale, FULL),
    box.cuts.isAll ? null : cutsInWords(box.cuts, locale),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

const WORDS = {
  en: {
    noDay: 'no date',
    always: 'at all times',
    until: (day: string) => `until ${day}`,
    since: (day: string) => `from ${day} in perpetuity`,
    between: (from: string, to: string) => `${from} to ${to}`,
    allCuts: 'all cuts',
    allCutsBut: (cuts: string) => `all cuts but ${cuts}`,
    allMedia: 'All media',
  },
  fr: {
    noDay: 'sans date',
    always: 'sans limite de durée',
    until: (day: string) => `jusqu’au ${day}`,
    since: (day: string) => `à partir du ${day}, sans limite de durée`,
    between: (from: string, to: string) => `du ${from} au ${to}`,
    allCuts: 'tous les montages',
    allCutsBut: (cuts: string) => `tous les montages sauf ${cuts}`,
    allMedia: 'Tous médias',
  },
} as const
