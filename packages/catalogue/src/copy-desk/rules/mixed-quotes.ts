import type { Copy } from '../copy.ts'
import type { Mark } from '../finding.ts'
import type { Rule } from './rule.ts'

/** Straight and typographic marks in one text: one finding, at the first of the rarer kind. */
export const mixedQuotes: Rule = (copy) => [
  ...minority(copy, /(?<!\d)"/g, /[“”„«»]/g, 'quote', 'warning'),
  ...minority(copy, /(?<=\p{L})'(?=\p{L})/gu, /(?<=\p{L})’(?=\p{L})/gu, 'apostrophe', 'hint'),
]

function minority(copy: Copy, straight: RegExp, curly: RegExp, kind: string, severity: 'warning' | 'hint'): Mark[] {
  const of = (sign: RegExp) =>
    copy.prose.flatMap((paragraph) => [...paragraph.text.matchAll(sign)].map((match) => paragraph.start + match.index))
  const plain = of(straight)
  const set = of(curly)
  if (plain.length === 0 || set.length === 0) return []
  const start = (plain.length <= set.length ? plain : set)[0]!
  const suggestion = kind === 'apostrophe' ? (plain.length <= set.length ? '’' : "'") : null
  return [{ code: 'mixed-quotes', severity, start, end: start + 1, suggestion, params: { kind, found: copy.text[start]! } }]
}
