/**
 * The grammar that territories, media and languages share.
 *
 *     expression = part { ";" part }                 parts are united
 *     part       = item { joint item }               from left to right
 *     item       = term | "(" expression ")", each with brackets of its own: term "(excl. …)", term "(incl. …)"
 *     joint      = list     , / & and et und         goes on with what is being done: adding, or excluding
 *                | add      + plus incl. y compris   adds from here on
 *                | exclude  - minus excl. hors ohne  excludes from all that stands before it in this part, from here on
 *
 * So "A, B excl. C, D" is A and B without C and D; "A, B (excl. C)" takes C from B alone; "World excl. A; B" has B for
 * certain. A sign works as in arithmetic ("Europe - UK + Israel" has Israel), a word rules the rest of its part: a "+", or a
 * second "excl." without a comma, after it can be read two ways and is refused.
 */
import { type Advice, ExpressionError, type ExpressionFault, type VocabularyName } from '../expression-error.ts'
import { OPERATORS } from './operators.ts'
import { type Token, tokensOf } from './tokens.ts'

export const MAX_LENGTH = 10_000
export const MAX_ITEMS = 2_000
export const MAX_DEPTH = 20

/** Throws the error for the tokens `from` to `to`. */
export type Refuse = (
  code: ExpressionFault,
  from: number,
  to: number,
  more?: { suggestion?: string | null; advice?: Advice },
) => never

/** A set of the vocabulary, and the token after the words that name it. */
export interface Term<Set> {
  set: Set
  end: number
}

export interface Vocabulary<Set> {
  readonly name: VocabularyName
  /** All of them at once, at least one: a joint after the other takes as many steps as their number's square. */
  unite(sets: readonly Set[]): Set
  subtract(a: Set, b: Set): Set
  isNone(set: Set): boolean
  /** The term that begins at a token, or null when there is none. */
  term(text: string, tokens: readonly Token[], at: number, refuse: Refuse): Term<Set> | null
  /** The nearest name, for a word that is none. */
  nearest(phrase: string): string | null
}

const CODES = /^[A-Z]{2,3}(-[a-z]{2})?$/
const TWO_WAYS_ADD: Advice = {
  en: 'After an exclusion write “,” to exclude more, or “;” to add.',
  fr: 'Après une exclusion, écrivez « , » pour exclure davantage ou « ; » pour ajouter.',
}
const TWO_WAYS_EXCLUDE: Advice = {
  en: 'Write “,” to exclude both, or brackets to exclude from the exclusion.',
  fr: 'Écrivez « , » pour exclure les deux, ou des parenthèses pour exclure de l’exclusion.',
}
const TWO_WAYS_DASH: Advice = {
  en: 'Write “,” to name both, or “excl.” to exclude.',
  fr: 'Écrivez « , » pour nommer les deux ou « hors » pour exclure.',
}

/** The set that a text, or each text of a list, names. @throws ExpressionError */
export function readExpression<Set>(expression: string | readonly string[], vocabulary: Vocabulary<Set>): Set {
  const texts = typeof expression === 'string' ? [expression] : expression
  const wrong = (code: ExpressionFault): never => {
    throw new ExpressionError({ vocabulary: vocabulary.name, code, word: '', offset: 0 })
  }
  if (texts.length > MAX_ITEMS) wrong('too-long')
  const sets = texts.map((text, item) => readOne(text, item, vocabulary))
  return sets.length > 0 ? vocabulary.unite(sets) : wrong('empty')
}

function readOne<Set>(text: string, item: number, vocabulary: Vocabulary<Set>): Set {
  if (text.length > MAX_LENGTH)
    throw new ExpressionError({ vocabulary: vocabulary.name, code: 'too-long', word: '', offset: MAX_LENGTH, item })
  const tokens = tokensOf(text)
  let at = 0

  const refuse: Refuse = (code, from, to, more = {}) => {
    const offset = tokens[from]?.at ?? text.length
    const word = text.slice(offset, Math.min(tokens[to - 1]?.end ?? text.length, offset + 80))
    throw new ExpressionError({ vocabulary: vocabulary.name, code, word, offset, item, ...more })
  }
  const is = (sign: string): boolean => tokens[at]?.key === sign

  function expression(depth: number): Set {
    const parts = [part(depth)]
    while (is(';')) {
      at++
      if (at < tokens.length && !is(')')) parts.push(part(depth))
    }
    return vocabulary.unite(parts)
  }

  function part(depth: number): Set {
    const leading = OPERATORS.longest(tokens, at)
    const set = one(depth)
    if (set !== null) return joints(set, depth, null)
    if (leading?.meaning.does === 'exclude') return refuse('nothing-before', at, leading.end)
    return expected()
  }

  /** Goes on from what has been read, to the end of the part. `mode` is the operator that is at work, if any. */
  function joints(start: Set, depth: number, mode: { exclude: boolean; isSign: boolean } | null): Set {
    let added = [start]
    let current = mode ?? { exclude: false, isSign: true }
    while (at < tokens.length && !is(')') && !is(';')) {
      const from = at
      let listed = false
      for (
        let next = OPERATORS.longest(tokens, at);
        next?.meaning.does === 'list' && !(listed && standsAlone());
        next = OPERATORS.longest(tokens, at)
      ) {
        at = next.end
        listed = true
      }
      if (at >= tokens.length || is(')') || is(';')) break
      const operator = OPERATORS.longest(tokens, at)
      if (operator && operator.meaning.does !== 'list') {
        const exclude = operator.meaning.does === 'exclude'
        if (current.exclude && !current.isSign && !exclude) refuse('ambiguous', from, operator.end, { advice: TWO_WAYS_ADD })
        if (current.exclude && exclude && !listed && !(current.isSign && operator.meaning.isSign))
          refuse('ambiguous', from, operator.end, { advice: TWO_WAYS_EXCLUDE })
        current = { exclude, isSign: operator.meaning.isSign }
        at = operator.end
      } else if (!listed) apart()
      const next = one(depth) ?? expected()
      if (current.exclude) added = [vocabulary.subtract(vocabulary.unite(added), next)]
      else added.push(next)
    }
    return vocabulary.unite(added)
  }

  function one(depth: number): Set | null {
    if (is('(')) return bracketed(depth, () => expression(depth + 1))
    const term = vocabulary.term(text, tokens, at, refuse)
    if (term === null) return null
    at = term.end
    const { set } = term
    const inside = is('(') ? OPERATORS.longest(tokens, at + 1) : null
    if (!inside || (inside.meaning.does !== 'exclude' && inside.meaning.does !== 'add')) return set
    const exclude = inside.meaning.does === 'exclude'
    return bracketed(depth, () => {
      at = inside.end
      const first = one(depth + 1) ?? expected()
      return joints(exclude ? vocabulary.subtract(set, first) : vocabulary.unite([set, first]), depth + 1, {
        exclude,
        isSign: inside.meaning.isSign,
      })
    })
  }

  function bracketed(depth: number, read: () => Set): Set {
    const open = at
    if (depth >= MAX_DEPTH) refuse('too-deep', open, open + 1)
    at++
    const set = read()
    if (at >= tokens.length) refuse('unclosed', open, open + 1)
    at++
    return set
  }

  /** "et" or "and" between two separators is no conjunction but a code (Ethiopia, Estonian, Andorra); in capitals, before "excl." too. */
  function standsAlone(): boolean {
    const { isWord, key, raw } = tokens[at]!
    if (!isWord || key !== '&') return false
    return !tokens[at + 1]?.isWord || (raw === raw.toUpperCase() && OPERATORS.longest(tokens, at + 1) !== null)
  }

  /** Two terms with nothing between them: right for codes side by side and from line to line, wrong otherwise. */
  function apart(): void {
    const next = tokens[at]!
    if (next.newLine) return
    if (next.glued) refuse('ambiguous', runStart(at), runEnd(at), { advice: TWO_WAYS_DASH })
    if (next.key === '–' || next.key === '—') refuse('ambiguous', at, at + 1, { advice: TWO_WAYS_DASH })
    if (isCode(at - 1) && isCode(at)) return
    refuse(next.isWord ? 'missing-separator' : 'unexpected', at, wordsEnd(at))
  }

  const isCode = (index: number): boolean => CODES.test(text.slice(tokens[runStart(index)]!.at, tokens[runEnd(index) - 1]!.end))

  function runStart(index: number): number {
    while (tokens[index]!.glued) index--
    return index
  }

  function runEnd(index: number): number {
    do index++
    while (tokens[index]?.glued)
    return index
  }

  function wordsEnd(index: number): number {
    let end = index + 1
    while (tokens[end]?.isWord && tokens[end - 1]!.isWord && !tokens[end]!.newLine && !OPERATORS.longest(tokens, end)) end++
    return end
  }

  function expected(): never {
    if (at >= tokens.length) return refuse('unexpected', at - 1, at)
    if (!tokens[at]!.isWord) return refuse('unexpected', at, at + 1)
    const end = wordsEnd(at)
    const phrase = text.slice(tokens[at]!.at, tokens[end - 1]!.end)
    return refuse(`unknown-${vocabulary.name}`, at, end, { suggestion: vocabulary.nearest(phrase) })
  }

  if (!tokens.some(({ isWord }) => isWord)) refuse('empty', 0, 0)
  const set = expression(0)
  if (at < tokens.length) refuse('unexpected', at, at + 1)
  if (vocabulary.isNone(set)) refuse('nothing-left', 0, tokens.length)
  return set
}
