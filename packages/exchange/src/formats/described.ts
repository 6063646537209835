/** Texts that their source calls a description: short ones are the short synopsis, long ones the long. */
import type { TextByLanguage, TitleSheet } from '@vitrine/catalogue'

/** Past this length, or with paragraphs, a description is the long synopsis. */
const SHORT = 700

/** @example described({ en: 'A caravan crosses the desert.' }).shortSynopsis // { en: 'A caravan …' } */
export function described(texts: TextByLanguage): Pick<TitleSheet, 'shortSynopsis' | 'synopsis'> {
  const all = Object.entries(texts)
  const isLong = ([, text]: [string, string]) => text.length > SHORT || /\n\s*\n/.test(text)
  return {
    shortSynopsis: Object.fromEntries(all.filter((one) => !isLong(one))),
    synopsis: Object.fromEntries(all.filter(isLong)),
  }
}
