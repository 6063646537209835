/**
 * What the copy desk hands to an editor: a stretch of the text, what is wrong with it, and what it might say instead.
 * The printed shape is that of the contract (`vitrine sheet check --json`).
 */

/** Everything the copy desk can say. Each code has its words in packages/messages, in every language of the house. */
export const COPY_CODES = [
  'name-variants',
  'stray-word',
  'doubled-word',
  'doubled-punctuation',
  'doubled-space',
  'mixed-quotes',
  'unpaired-mark',
  'space-before-punctuation',
  'missing-space',
  'missing-thin-space',
  'a-or-an',
  'mixed-script',
  'broken-characters',
  'aged-lead',
  'too-long',
  'facts-disagree',
  'missing-fact',
  'other-language-missing',
  'repeated-sentence',
  'missing-end-punctuation',
  'hyphen-for-dash',
  'all-caps-title',
  'identifier-check',
  'identifier-incomplete',
  'identifier-form',
  'not-checked',
] as const
export type CopyCode = (typeof COPY_CODES)[number]

/** `error`: wrong in any house. `warning`: an editor must look. `hint`: house style, or a fact that would help. */
export type Severity = 'error' | 'warning' | 'hint'

export interface CopyFinding {
  code: CopyCode
  severity: Severity
  /** Offsets in UTF-16 units of the text that was checked, end exclusive; 0 and 0 when the finding is about something absent. */
  start: number
  end: number
  text: string
  /** What to put in the place of `text`; the empty string means: take it out. */
  suggestion: string | null
  /** In English; other languages come from packages/messages by `code` and `params`. */
  message: string
  /** `synopsis.en`, `title`…: which field of the sheet the offsets count in; null for a text on its own. */
  field: string | null
  params: Record<string, string | number>
}

/** What a rule returns: the desk adds the words, the field and the slice of the text. */
export interface Mark {
  code: CopyCode
  severity: Severity
  start: number
  end: number
  suggestion: string | null
  params?: Record<string, string | number>
}
