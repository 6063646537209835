import type { Rule } from './rule.ts'

const RUN = /(?<=\S)[ \t\u00a0\u202f\u2009]{2,}(?=\S)/gu

/** Two spaces or more inside running text; columns of facts and indents are left alone. */
export const doubledSpace: Rule = (copy) =>
  copy.prose.flatMap((paragraph) =>
    [...paragraph.text.matchAll(RUN)].map((match) => ({
      code: 'doubled-space' as const,
      severity: 'warning' as const,
      start: paragraph.start + match.index,
      end: paragraph.start + match.index + match[0].length,
      suggestion: ' ',
    })),
  )
