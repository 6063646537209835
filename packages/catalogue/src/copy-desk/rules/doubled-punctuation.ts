import type { Rule } from './rule.ts'

const PAIR = /(?<![.,;:!?])(?:,\.|\.,|,,+|;;+|::+|\.\.(?!\.)|!\.|\?\.|;,|,;|:\.|,:|;\.|\.;|:,|:;)(?![.,;:!?/])/gu
const ABBREVIATION =
  /(?:\p{Lu}|\b(?:etc|jr|sr|inc|ltd|co|corp|st|dr|mr|mrs|ms|prof|vs|al|approx|dept|est|no|vol|min|mins|art|bzw|usw|ca|z|b|m|p|cf|ibid|env|ed|éd|pág|ecc|cit|gmbh|d\.r|p\.m|a\.m|e\.g|i\.e|b\.c|a\.d))$/iu

/** Marks that do not go together: `,.` `..` `,,` `.,` `!.`; an abbreviation keeps its point (`U.S.,` `etc.,`). */
export const doubledPunctuation: Rule = (copy) =>
  copy.prose.flatMap((paragraph) =>
    [...paragraph.text.matchAll(PAIR)].flatMap((match) => {
      const before = paragraph.text.slice(Math.max(0, match.index - 12), match.index)
      const after = paragraph.text.slice(match.index + match[0].length)
      if (/^\.[,;]$/.test(match[0]) && (/\d$/.test(before) || abbreviates(before))) return []
      if (match[0] === '..' && /^\w/.test(after)) return []
      return [
        {
          code: 'doubled-punctuation' as const,
          severity: 'error' as const,
          start: paragraph.start + match.index,
          end: paragraph.start + match.index + match[0].length,
          suggestion: instead(match[0], after),
          params: { found: match[0] },
        },
      ]
    }),
  )

function abbreviates(before: string): boolean {
  const word = /[\p{L}.]+$/u.exec(before)?.[0] ?? ''
  return (
    /^\p{Lu}$/u.test(word) ||
    /^(?:\p{L}\.)+\p{L}$/u.test(word) ||
    (word !== '' && ABBREVIATION.test(word) && !/^\p{L}*\p{Lu}$/u.test(word))
  )
}

/** A capital or the end of the paragraph says that the sentence stopped here. */
function instead(marks: string, after: string): string {
  const next = /^[\s"”»’)]*([^\s])/u.exec(after)?.[1]
  const stops = next === undefined || /[\p{Lu}“«„¿¡]/u.test(next)
  if (marks === '!.' || marks === '?.') return marks[0]!
  if (new Set(marks).size === 1) return marks[0]!
  return stops && marks.includes('.') ? '.' : marks.replace('.', '').slice(0, 1) || ','
}
