/** What is wrong with an expression of territories, media or languages: where, why, and what to write instead. */

export type VocabularyName = 'territory' | 'media' | 'language'

/**
 * - `empty`: no word in it.
 * - `nothing-left`: what is excluded is all there was.
 * - `unknown-…`: no such word; `suggestion` is the nearest one, when one is near.
 * - `ambiguous`: can be read two ways; `advice` says which to choose from.
 * - `not-split`: a part of a leaf (South Tyrol, `fr-CA`); rights are kept for the whole.
 * - `relative`: means something only beside another contract (rest of the world).
 * - `missing-separator`: two terms with nothing between them.
 * - `unexpected`: a sign where a term should be, or a bracket that closes nothing.
 * - `unclosed`: a bracket is never closed.
 * - `nothing-before`: an exclusion without anything to exclude it from.
 * - `too-long`, `too-deep`: beyond `MAX_LENGTH`, `MAX_ITEMS` or `MAX_DEPTH`.
 */
export type ExpressionFault =
  | 'empty'
  | 'nothing-left'
  | `unknown-${VocabularyName}`
  | 'ambiguous'
  | 'not-split'
  | 'relative'
  | 'missing-separator'
  | 'unexpected'
  | 'unclosed'
  | 'nothing-before'
  | 'too-long'
  | 'too-deep'

/** A sentence in the two languages of the house. */
export interface Advice {
  readonly en: string
  readonly fr: string
}

export interface ExpressionFaultDetails {
  vocabulary: VocabularyName
  code: ExpressionFault
  /** The offending words as written; empty when the expression is. */
  word: string
  /** Where they begin, in UTF-16 units. */
  offset: number
  /** Which item of a list of expressions; 0 for a single one. */
  item?: number
  suggestion?: string | null
  advice?: Advice | null
}

/**
 * Thrown by `parseTerritories`, `parseMedia` and `parseLanguages`. `message` is plain English, `messageFr` the same in
 * French; whoever words it otherwise has the code and the values.
 */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError'
  readonly vocabulary: VocabularyName
  readonly code: ExpressionFault
  readonly word: string
  readonly offset: number
  readonly item: number
  readonly suggestion: string | null
  readonly messageFr: string

  constructor(details: ExpressionFaultDetails) {
    super(wording(details, 'en'))
    this.vocabulary = details.vocabulary
    this.code = details.code
    this.word = details.word
    this.offset = details.offset
    this.item = details.item ?? 0
    this.suggestion = details.suggestion ?? null
    this.messageFr = wording(details, 'fr')
  }
}

const KINDS: Record<VocabularyName, Advice> = {
  territory: { en: 'territory', fr: 'territoire' },
  media: { en: 'medium', fr: 'média' },
  language: { en: 'language', fr: 'langue' },
}

/** `{word}` is what was written, `{kind}` what was looked for. */
const WORDINGS: Record<string, Advice> = {
  empty: { en: 'No {kind} is named.', fr: 'Aucun nom de {kind} n’est donné.' },
  'nothing-left': {
    en: 'Nothing is left: all that was named is excluded.',
    fr: 'Il ne reste rien : tout ce qui est nommé est exclu.',
  },
  unknown: { en: '“{word}” is no {kind} that is known here.', fr: '« {word} » n’est pas un nom de {kind} connu ici.' },
  ambiguous: { en: '“{word}” can be read more than one way.', fr: '« {word} » peut se lire de plusieurs façons.' },
  'not-split': { en: '“{word}” is not sold apart here.', fr: '« {word} » n’est pas vendu séparément ici.' },
  relative: { en: '“{word}” depends on what else was sold.', fr: '« {word} » dépend de ce qui est vendu par ailleurs.' },
  'missing-separator': { en: 'Before “{word}” a comma is missing.', fr: 'Il manque une virgule avant « {word} ».' },
  unexpected: { en: 'A {kind} is expected where “{word}” stands.', fr: 'Un nom de {kind} est attendu à la place de « {word} ».' },
  unclosed: { en: 'The bracket “{word}” is never closed.', fr: 'La parenthèse « {word} » n’est jamais fermée.' },
  'nothing-before': {
    en: '“{word}” must follow what it excludes from, as in “all excl. …”.',
    fr: '« {word} » doit suivre ce dont on exclut, comme dans « tout hors … ».',
  },
  'too-long': { en: 'The expression is too long.', fr: 'L’expression est trop longue.' },
  'too-deep': { en: 'There are too many brackets within brackets.', fr: 'Il y a trop de parenthèses imbriquées.' },
}

function wording(details: ExpressionFaultDetails, locale: keyof Advice): string {
  const template = WORDINGS[details.code.startsWith('unknown-') ? 'unknown' : details.code]!
  const sentence = template[locale].replace('{kind}', KINDS[details.vocabulary][locale]).replace('{word}', () => details.word)
  if (details.advice) return `${sentence} ${details.advice[locale]}`
  if (!details.suggestion) return sentence
  return locale === 'en'
    ? `${sentence} Did you mean “${details.suggestion}”?`
    : `${sentence} Vouliez-vous dire « ${details.suggestion} » ?`
}
