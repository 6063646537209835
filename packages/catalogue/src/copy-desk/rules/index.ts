import { aOrAn } from './a-or-an.ts'
import { doubledPunctuation } from './doubled-punctuation.ts'
import { doubledSpace } from './doubled-space.ts'
import { doubledWord } from './doubled-word.ts'
import { brokenCharacters, mixedScript } from './letters.ts'
import { unpairedMark } from './marks-in-pairs.ts'
import { mixedQuotes } from './mixed-quotes.ts'
import { nameVariants } from './name-variants.ts'
import type { Rule } from './rule.ts'
import { hyphenForDash, missingEndPunctuation, repeatedSentence } from './sentences.ts'
import { missingSpace, missingThinSpace, spaceBeforePunctuation } from './spacing.ts'
import { strayWord } from './stray-word.ts'

/** The rules that need nothing but the text. */
export const TEXT_RULES: Rule[] = [
  strayWord,
  doubledWord,
  doubledPunctuation,
  doubledSpace,
  spaceBeforePunctuation,
  missingSpace,
  missingThinSpace,
  aOrAn,
  unpairedMark,
  mixedQuotes,
  mixedScript,
  brokenCharacters,
  repeatedSentence,
  missingEndPunctuation,
  hyphenForDash,
  nameVariants,
]
