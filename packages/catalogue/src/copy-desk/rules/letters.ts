import type { Mark } from '../finding.ts'
import type { Rule } from './rule.ts'

const MIXED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2,}/gu
const BROKEN = /Ã[\u0080-\u00bf©¨ª«®´¶¹»§¢£]|â€[™œ\u009d“”¦˜]|Â[«»°\u00a0]|ï¿½|\ufffd/gu

/** One word in two alphabets: a letter that only looks right (Cyrillic а in “Pаris”) breaks search and sorting. */
export const mixedScript: Rule = (copy) => {
  if (!/[\u0370-\u052f]/.test(copy.text)) return []
  return [...copy.text.matchAll(MIXED)].flatMap((match): Mark[] => {
    const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u].filter((script) => script.test(match[0]))
    if (scripts.length < 2) return []
    return [
      {
        code: 'mixed-script',
        severity: 'error',
        start: match.index,
        end: match.index + match[0].length,
        suggestion: null,
        params: { found: match[0] },
      },
    ]
  })
}

/** Text that was read in the wrong encoding: “donâ€™t”, “Ã©tÃ©”, or the replacement character. */
export const brokenCharacters: Rule = (copy) =>
  [...copy.text.matchAll(BROKEN)].map((match): Mark => ({
    code: 'broken-characters',
    severity: 'error',
    start: match.index,
    end: match.index + match[0].length,
    suggestion: null,
    params: { found: match[0] },
  }))
