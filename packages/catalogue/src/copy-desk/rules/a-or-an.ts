import { pairs, type Rule } from './rule.ts'

const SOUNDS_LIKE_CONSONANT = /^(?:one|once|eu|ew|ubi|uni|uk|us[aeiu]|ut[eio]|ura|uro|ou[ij]|oui)/

/** “a old” and “an film”; the ear decides, so words that begin with u, h or a number are left to it. */
export const aOrAn: Rule = (copy) =>
  pairs(copy).flatMap(({ before, word, language }) => {
    if (
      language !== 'en' ||
      !/^an?$/.test(before.text.toLowerCase()) ||
      word.text !== word.lower ||
      word.text.length < 3 ||
      word.lower === 'the'
    )
      return []
    const vowel = /^[aeio]/.test(word.lower) && !SOUNDS_LIKE_CONSONANT.test(word.lower)
    const consonant = /^[bcdfgjklmnpqrstvwyz]/.test(word.lower)
    const wrong = before.lower === 'a' ? vowel : consonant
    if (!wrong || (before.text === 'A' && !before.opens)) return []
    const suggestion = before.lower === 'a' ? `${before.text}n` : before.text.slice(0, 1)
    return [
      {
        code: 'a-or-an' as const,
        severity: 'error' as const,
        start: before.start,
        end: before.end,
        suggestion,
        params: { found: before.text, other: suggestion },
      },
    ]
  })
