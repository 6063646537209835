import type { Mark } from '../finding.ts'
import type { Rule } from './rule.ts'

const SENTENCE = /[^.!?…]+(?:[.!?…]+["”’»)]*|$)/gu

/** The same sentence of six words or more, said again. */
export const repeatedSentence: Rule = (copy) => {
  const said = new Set<string>()
  return copy.prose.flatMap((paragraph) =>
    [...paragraph.text.matchAll(SENTENCE)].flatMap((match): Mark[] => {
      if (match[0].length < 25) return []
      const bare = match[0]
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
      if (bare.split(' ').length < 6) return []
      if (!said.has(bare)) {
        said.add(bare)
        return []
      }
      const lead = match[0].length - match[0].trimStart().length
      const start = paragraph.start + match.index + lead
      return [
        {
          code: 'repeated-sentence',
          severity: 'warning',
          start,
          end: paragraph.start + match.index + match[0].trimEnd().length,
          suggestion: '',
        },
      ]
    }),
  )
}

/** A paragraph of several sentences whose last one stops in mid-air. */
export const missingEndPunctuation: Rule = (copy) =>
  copy.prose.flatMap((paragraph): Mark[] => {
    const text = paragraph.text.trimEnd()
    if (/[.!?…:;][\s"“”'’»)\]*_]*$/u.test(text) || text.length < 60) return []
    if (!/[.!?…]["”’»)]?\s+\p{Lu}/u.test(text)) return [] // one sentence alone may be a hook
    const end = paragraph.start + text.length
    const start = end - (/\S+$/.exec(text)?.[0].length ?? 1)
    return [
      { code: 'missing-end-punctuation', severity: 'warning', start, end, suggestion: `${text.slice(start - paragraph.start)}.` },
    ]
  })

/** “word - word” in running text. */
export const hyphenForDash: Rule = (copy) =>
  copy.prose.flatMap((paragraph) =>
    [...paragraph.text.matchAll(/(?<=[\p{L}\p{N},”’»)]) - (?=[\p{L}“«"])/gu)].map((match): Mark => ({
      code: 'hyphen-for-dash',
      severity: 'hint',
      start: paragraph.start + match.index + 1,
      end: paragraph.start + match.index + 2,
      suggestion: '–',
    })),
  )
