/** Where a text may end: after a whole sentence. */
import type { Locale } from '@vitrine/messages'

const segmenters: Record<Locale, Intl.Segmenter> = {
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
  fr: new Intl.Segmenter('fr', { granularity: 'sentence' }),
}
/** Words that end with a full stop in mid-sentence: titles, initials, "vs." and their like. */
const ABBREVIATED = /(?:^|[\s(«“"'’.])(?:\p{Lu}|(?:Mr|Mrs|Ms|Dr|Prof|St|Ste|Mme|Mlle|MM|Me|vs|cf|no|n°|vol|p|pp|ca|c|env|etc|e\.g|i\.e|av|apr|J\.-C))\.\s*$/u // prettier-ignore
/** What follows a question inside a sentence. */
const GOES_ON = /^\p{Ll}/u

/**
 * The sentences of a paragraph, each without the space behind it.
 *
 * @example
 * sentencesOf('Dr. Ames waits. The ice goes.', 'en') // ['Dr. Ames waits.', 'The ice goes.']
 */
export function sentencesOf(paragraph: string, locale: Locale): string[] {
  const sentences: string[] = []
  let open = ''
  for (const { segment } of segmenters[locale].segment(paragraph)) {
    if (open !== '' && !ABBREVIATED.test(open) && !GOES_ON.test(segment)) {
      sentences.push(open.trim())
      open = ''
    }
    open += segment
  }
  return [...sentences, open.trim()].filter((sentence) => sentence !== '')
}
