/** What to change in a request, said to a person. */
import type { Change, Repair } from '../availability/repairs.ts'
import { printLanguages } from '../languages/print.ts'
import { printMedia } from '../media/print.ts'
import { printTerritories } from '../territories/print.ts'
import { cutInWords, windowInWords, type WordsLocale } from './box-in-words.ts'

/**
 * A repair as one sentence without a full stop.
 *
 * @example
 * repairInWords(repair, 'en') // 'without Lithuania'
 * repairInWords(repair, 'fr') // 'sans Lituanie'
 */
export function repairInWords(repair: Repair, locale: WordsLocale): string {
  return repair.changes.map((change) => changeInWords(change, locale)).join(locale === 'en' ? ', and ' : ', et ')
}

function changeInWords(change: Change, locale: WordsLocale): string {
  const say = SAY[locale]
  switch (change.kind) {
    case 'drop-territories':
      return say.without(printTerritories(change.territories, locale, { names: 'full' }))
    case 'drop-media':
      return say.without(printMedia(change.media, locale, { names: 'full' }))
    case 'drop-languages':
      return say.without(printLanguages(change.languages, locale, { names: 'full' }))
    case 'other-cut':
      return say.onlyCut(cutInWords(change.cut))
    case 'shift-dates':
      return say.shifted(windowInWords(change.from, change.to, locale))
    case 'shorten-dates':
      return say.shortened(windowInWords(change.from, change.to, locale))
    case 'non-exclusive':
      return say.nonExclusive
  }
}

const SAY = {
  en: {
    without: (what: string) => `without ${what}`,
    onlyCut: (cut: string) => `only the ${cut} cut`,
    shifted: (window: string) => `at another time: ${window}`,
    shortened: (window: string) => `for less time: ${window}`,
    nonExclusive: 'not exclusively',
  },
  fr: {
    without: (what: string) => `sans ${what}`,
    onlyCut: (cut: string) => `seulement le montage ${cut}`,
    shifted: (window: string) => `à une autre période : ${window}`,
    shortened: (window: string) => `moins longtemps : ${window}`,
    nonExclusive: 'sans exclusivité',
  },
} as const
