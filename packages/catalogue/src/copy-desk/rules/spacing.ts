import type { Mark } from '../finding.ts'
import type { Rule } from './rule.ts'

const SPACE_BEFORE = /(?<=[\p{L}\p{N}”’"')»])[ \u00a0\u202f]+([,.;:!?])(?![.)(\w\-/])/gu
const SPACE_MISSING = /(?<=\p{Ll}{2})([,;])(?=\p{L}{2})|(?<=\p{Ll}{3})([.!?])(?=\p{Lu}\p{Ll}{1,})/gu
const FRENCH_HIGH = /(?<=[\p{L}\p{N}%)])([;!?»])|(«)(?=[\p{L}\p{N}])|(?<=\p{L})(:)(?=\s)/gu

/** A space before a comma or a full stop anywhere; before `; : ! ?` outside French. */
export const spaceBeforePunctuation: Rule = (copy) =>
  copy.prose.flatMap((paragraph) =>
    [...paragraph.text.matchAll(SPACE_BEFORE)].flatMap((match): Mark[] => {
      const sign = match[1]!
      if (paragraph.language === 'fr' && !',.'.includes(sign)) return []
      const start = paragraph.start + match.index
      return [
        {
          code: 'space-before-punctuation',
          severity: 'warning',
          start,
          end: start + match[0].length,
          suggestion: sign,
          params: { found: sign },
        },
      ]
    }),
  )

/** “One,two”; “the end.Then”. Web addresses and file names are left alone. */
export const missingSpace: Rule = (copy) =>
  copy.prose.flatMap((paragraph) =>
    [...paragraph.text.matchAll(SPACE_MISSING)].flatMap((match): Mark[] => {
      const run = /\S*$/.exec(paragraph.text.slice(Math.max(0, match.index - 60), match.index))![0]
      if (/[@/]|www/.test(run)) return []
      const start = paragraph.start + match.index
      return [
        {
          code: 'missing-space',
          severity: 'warning',
          start,
          end: start + 1,
          suggestion: `${match[0]} `,
          params: { found: match[0] },
        },
      ]
    }),
  )

/** French sets a no-break space inside « » and before a colon, and the thin one before ; ! ? (Imprimerie nationale). House style, so a hint. */
export const missingThinSpace: Rule = (copy) =>
  copy.prose.flatMap((paragraph) =>
    paragraph.language !== 'fr'
      ? []
      : [...paragraph.text.matchAll(FRENCH_HIGH)].flatMap((match): Mark[] => {
          const run = /\S*$/.exec(paragraph.text.slice(Math.max(0, match.index - 60), match.index))![0]
          if (/[@/]|www|&\w+$/.test(run)) return []
          const start = paragraph.start + match.index
          const sign = match[0]
          const suggestion = sign === '«' ? '«\u00a0' : `${':»'.includes(sign) ? '\u00a0' : '\u202f'}${sign}`
          return [
            { code: 'missing-thin-space', severity: 'hint', start, end: start + 1, suggestion, params: { found: match[0] } },
          ]
        }),
  )
