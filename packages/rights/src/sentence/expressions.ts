/**
 * Finds how far an expression of territories, media or languages reaches in a sentence, and reads it. The meaning is always
 * that of `parseTerritories`, `parseMedia` and `parseLanguages`: what is found is written out as an expression and given to them.
 */
import { OPERATORS } from '../expression/operators.ts'
import type { Token } from '../expression/tokens.ts'
import { ExpressionError } from '../expression-error.ts'
import type { Line } from './line.ts'
import { markers } from './markers.ts'
import type { NoteCode } from './note.ts'

/** A phrase of a vocabulary at a place in a sentence. */
export interface Phrase {
  /** As the parsers read it; empty for a word that adds nothing. */
  readonly text: string
  readonly end: number
  /** It cannot be read alone: it is left out, with what the parser says of it. */
  readonly refused: boolean
  /** It is no expression by itself ("dubbed"). */
  readonly needsMore: boolean
  /** It is a common word: it counts only beside words that are none, or alone between commas. */
  readonly isCommon: boolean
  /** It may as well be something else: a note says that it was taken so. */
  readonly isGuess?: boolean
}

export interface Grammar {
  readonly label: 'territory-label' | 'media-label' | 'language-label'
  /** Words that may stand between a joint and a phrase: "and in the territory of". */
  readonly between: ReadonlySet<string>
  /** Phrases may follow each other without a joint: `one` as one ("German dubbed"), `list` as several ("excl. France Germany"). */
  readonly sideBySide: 'one' | 'list' | null
  phraseAt(line: Line, at: number, context: PlaceInSentence): Phrase | null
  /** What an exclusion without anything before it excludes from. */
  readonly everything: string
  /** Pieces as they are meant where a sentence says them otherwise than an expression: "TV, free and pay". */
  meant?(pieces: readonly Piece[]): readonly Piece[]
  /** Pieces that can be read two ways, as they are most often meant; null where there is no such way. */
  guessed?(pieces: readonly Piece[]): { readonly pieces: readonly Piece[]; readonly code: NoteCode } | null
  /** @throws ExpressionError */
  parse(expression: string): unknown
}

export interface PlaceInSentence {
  /** What stands before is a label ("Languages:") or a joint. */
  readonly isExpected: boolean
}

export interface ExpressionNote {
  readonly code: NoteCode
  readonly at: number
  readonly end: number
  readonly suggestion?: string | null
  readonly advice?: { en: string; fr: string } | null
}

export interface ExpressionRead<Value> {
  /** null when the words can be read more than one way. */
  readonly value: Value | null
  readonly end: number
  readonly notes: readonly ExpressionNote[]
}

const LONGEST = 400
/** Words that are no expression by themselves are not followed for ever. */
const LONGEST_INCOMPLETE = 12

export interface Piece {
  readonly joint: string
  readonly text: string
  readonly at: number
  readonly end: number
  /** It says nothing by itself: "dubbed". */
  readonly isUse: boolean
}
const EX = new Set(['ex'])
const ANDS = new Set(['&', 'e', 'y'])
const OR = new Set(['or', 'ou', 'oder', 'o'])
/** "Original version with English subtitles" is one version, and not two. */
const WITH = new Set(['with', 'avec', 'mit'])

/** The expression that begins at a token, or null. */
export function expressionAt<Value>(
  line: Line,
  at: number,
  grammar: Grammar,
  isExpected: boolean,
  isApart: IsApart,
): ExpressionRead<Value> | null {
  const pieces: Piece[] = []
  const notes: ExpressionNote[] = []
  let end = at
  let isComplete = false
  let commonOnly = true
  const but = everythingBut(line, at, grammar)
  if (but !== null) pieces.push({ joint: '', text: grammar.everything, at, end: but, isUse: false })
  for (let next = { joint: but === null ? '' : 'excl.', at: but ?? at, isJoint: isExpected }; pieces.length < LONGEST;) {
    const phrase = grammar.phraseAt(line, next.at, { isExpected: next.isJoint })
    if (!phrase) {
      if (isComplete) unknownAfter(line, next, grammar, notes)
      break
    }
    const bracket = phrase.refused ? null : bracketAt(line, next.at, phrase, grammar)
    const stop = bracket ?? phrase.end
    if (phrase.refused) notes.push(refusalOf(line, next.at, phrase, grammar))
    else if (phrase.text !== '')
      pieces.push({
        joint: next.joint,
        text: bracket ? written(line, next.at, stop) : phrase.text,
        at: next.at,
        end: stop,
        isUse: phrase.needsMore,
      })
    if (phrase.isGuess === true) notes.push({ code: 'codes-guessed', at: next.at, end: stop })
    isComplete ||= !phrase.needsMore
    commonOnly &&= phrase.isCommon
    end = stop
    if (!isComplete && pieces.length > LONGEST_INCOMPLETE) return null
    const joined = jointAt(line, stop, grammar)
    if (!joined) break
    next = joined
  }
  if (but !== null && pieces.length === 1) return null
  if (but !== null) notes.push({ code: 'everything-but', at, end })
  if (pieces.length === 0 && notes.every(({ code }) => code === 'unknown')) return null
  if (pieces.length > 0 && !isComplete) return null
  if (commonOnly && !isExpected && pieces.length <= LONGEST_INCOMPLETE && !isAlone(line, at, end, isApart)) return null
  if (pieces.length === 0) return { value: null, end, notes }
  return { ...parsed<Value>(grammar, grammar.meant?.(pieces) ?? pieces, notes), end }
}

/** What the pieces mean together; when that can be read two ways, what those between commas mean that cannot. */
function parsed<Value>(
  grammar: Grammar,
  pieces: readonly Piece[],
  notes: ExpressionNote[],
): { value: Value | null; notes: ExpressionNote[] } {
  const whole = parsedOr<Value>(grammar, pieces)
  if ('value' in whole) return { value: whole.value, notes }
  const apart = behindComma(pieces)
  const beside = apart && parsedOr<Value>(grammar, apart)
  if (beside && 'value' in beside) return { value: beside.value, notes }
  const all = guessedOf<Value>(grammar, pieces, notes)
  if (all !== null) return { value: all, notes }
  const parts = pieces.some(({ joint }) => joint === 'excl.') ? [pieces] : betweenCommas(pieces)
  const readable: Piece[] = []
  for (const part of parts) {
    const read = parts.length > 1 ? parsedOr<Value>(grammar, part) : whole
    const guess = 'value' in read || parts.length === 1 ? null : grammar.guessed?.(part)
    if ('value' in read) readable.push(...part)
    else if (guess && guessedOf<Value>(grammar, part, notes) !== null)
      readable.push({ ...guess.pieces[0]!, joint: part[0]!.joint }, ...guess.pieces.slice(1))
    else
      notes.push({ code: 'ambiguous', at: part[0]!.at, end: part.at(-1)!.end, advice: { en: read.message, fr: read.messageFr } })
  }
  const rest = readable.length > 0 ? parsedOr<Value>(grammar, readable) : null
  return { value: rest && 'value' in rest ? rest.value : null, notes }
}

/** What pieces that can be read two ways mean most often, with a note that it is a guess. */
function guessedOf<Value>(grammar: Grammar, pieces: readonly Piece[], notes: ExpressionNote[]): Value | null {
  const guess = grammar.guessed?.(pieces)
  const read = guess && parsedOr<Value>(grammar, guess.pieces)
  if (!read || !('value' in read)) return null
  notes.push({ code: guess.code, at: pieces[0]!.at, end: pieces.at(-1)!.end })
  return read.value
}

/** "In the German language, dubbed and subtitled": of one language alone, what the only comma parts belongs to it. */
function behindComma(pieces: readonly Piece[]): Piece[] | null {
  const comma = pieces.findIndex(({ joint }) => joint === ',')
  const isOne = comma === 1 && !pieces.slice(2).some(({ joint }) => joint === ',')
  return isOne && pieces.slice(comma).every(({ isUse }) => isUse) ? pieces.map((piece, n) => (n === comma ? { ...piece, joint: '' } : piece)) : null
} // prettier-ignore

function parsedOr<Value>(grammar: Grammar, pieces: readonly Piece[]): { value: Value } | ExpressionError {
  try {
    return { value: grammar.parse(pieces.map(({ joint, text }, n) => (n === 0 ? text : `${joint} ${text}`)).join(' ')) as Value }
  } catch (thrown) {
    if (thrown instanceof ExpressionError) return thrown
    throw thrown
  }
} // prettier-ignore

function betweenCommas(pieces: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = []
  for (const piece of pieces) {
    if (piece.joint === ',' || parts.length === 0) parts.push([piece])
    else parts.at(-1)!.push(piece)
  }
  return parts
}

const written = ({ text, tokens }: Line, at: number, end: number): string => text.slice(tokens[at]!.at, tokens[end - 1]!.end)

/** "À part", but not "as a part of its SVOD service". */
function operatorAt(tokens: readonly Token[], at: number): ReturnType<typeof OPERATORS.longest> {
  const isPartOf = /^a$/i.test(tokens[at]?.raw ?? '') && tokens[at + 1]?.key === 'part'
  return isPartOf ? null : OPERATORS.longest(tokens, at)
}

/** "Hors France", "except theatrical": an exclusion from all there is. "Excl." is more often the word for exclusive. */
function everythingBut({ tokens }: Line, at: number, grammar: Grammar): number | null {
  const operator = operatorAt(tokens, at)
  if (operator?.meaning.does !== 'exclude' || !BUT.has(tokens[at]!.key)) return null
  let next = operator.end
  // "except rights of remake": words that add nothing
  while (next < operator.end + 4 && grammar.between.has(tokens[next]?.key ?? '') && grammar.label === 'media-label') next++
  return next
}

/** What these begin excludes wherever they stand: "à l'exception de" and "with the exception of" too. */
const BUT = new Set([
  'except',
  'excluding',
  'excepting',
  'other',
  'apart',
  'a',
  'w',
  'with',
  'mit',
  'hors',
  'sauf',
  'excepte',
  'ausser',
  'ausgenommen',
  'ohne',
  'sin',
  'senza',
  'excepto',
  'salvo',
  'tranne',
  'eccetto',
])

interface Joined {
  joint: string
  at: number
  isJoint: boolean
}

/** What joins the next phrase: an operator of the grammar, "or", "and/or"; then words that add nothing. */
function jointAt(line: Line, at: number, grammar: Grammar): Joined | null {
  const { tokens } = line
  let joint = ''
  let next = at
  while (next < tokens.length && next < at + 4) {
    const operator = operatorAt(tokens, next)
    if (operator && operator.meaning.does !== 'part') {
      if (operator.meaning.does === 'exclude' && tokens[next]!.key === '-' && !isSpaced(line, next)) return null
      // "& non": what follows the word stays what it says
      if (operator.meaning.does !== 'list')
        joint =
          operator.meaning.does === 'exclude'
            ? 'excl.'
            : grammar.label === 'language-label' && WITH.has(tokens[next]!.key)
              ? 'with'
              : '+'
      else joint ||= ANDS.has(tokens[next]!.key) || (tokens[next]!.key === '/' && grammar.label === 'language-label') ? '&' : ','
      next = operator.end
    } else if (EX.has(tokens[next]!.key)) {
      joint = 'excl.'
      next++
    } else if (OR.has(tokens[next]!.key)) {
      joint ||= '&'
      next++
    } else break
  }
  if (line.begins[next]) return null
  const isJoint = next > at
  if (!isJoint && grammar.sideBySide !== 'one') return grammar.sideBySide === 'list' && next < tokens.length ? { joint: ',', at: next, isJoint } : null // prettier-ignore
  for (let skipped = 0; skipped < 4 && grammar.between.has(tokens[next]?.key ?? ''); skipped++) {
    // "televisión, en abierto": the small word is the first of a name
    if (isJoint && grammar.sideBySide === null && (grammar.phraseAt(line, next, { isExpected: isJoint })?.end ?? 0) > next + 1)
      break
    next++
  }
  return next < tokens.length ? { joint, at: next, isJoint } : null
}

const isSpaced = ({ flat, tokens }: Line, at: number): boolean =>
  flat[tokens[at]!.at - 1] === ' ' && flat[tokens[at]!.end] === ' '

/** "Switzerland (French-speaking part)", "World (excl. France)": the end of brackets that the parser reads with the phrase before them. */
function bracketAt(line: Line, at: number, phrase: Phrase, grammar: Grammar): number | null {
  const { tokens } = line
  if (tokens[phrase.end]?.key !== '(') return null
  let close = phrase.end + 1
  while (close < tokens.length && close < phrase.end + 60 && tokens[close]!.key !== ')' && tokens[close]!.key !== '(') close++
  if (tokens[close]?.key !== ')') return null
  try {
    grammar.parse(written(line, at, close + 1))
    return close + 1
  } catch (thrown) {
    if (thrown instanceof ExpressionError) return null
    throw thrown
  }
}

function refusalOf(line: Line, at: number, phrase: Phrase, grammar: Grammar): ExpressionNote {
  const found: ExpressionNote = { code: 'left-out', at, end: phrase.end }
  try {
    grammar.parse(written(line, at, phrase.end))
    return found
  } catch (thrown) {
    if (!(thrown instanceof ExpressionError)) throw thrown
    const code = thrown.code === 'not-split' ? 'left-out' : 'ambiguous'
    return { ...found, code, advice: { en: thrown.message, fr: thrown.messageFr } }
  }
}

/** "Poland + Balitcs": a word that is nothing, where a name was to be expected. */
function unknownAfter(line: Line, { at, joint }: Joined, grammar: Grammar, notes: ExpressionNote[]): void {
  if (joint !== '+' && joint !== '&') return
  const token = line.tokens[at]!
  if (!token.isWord || !/^\p{Lu}/u.test(token.raw) || markers().longest(line.tokens, at)) return
  try {
    grammar.parse(token.raw)
  } catch (thrown) {
    if (!(thrown instanceof ExpressionError)) throw thrown
    if (thrown.suggestion !== null) notes.push({ code: 'unknown', at, end: at + 1, suggestion: thrown.suggestion })
  }
}

/** Whether a term of the deal stands directly before, or behind, a place: as good as a comma. */
export interface IsApart {
  before(at: number): boolean
  behind(end: number): boolean
}

/** Nothing but commas, brackets, the ends of the sentence or other terms of the deal on both sides. */
function isAlone({ tokens, begins }: Line, at: number, end: number, isApart: IsApart): boolean {
  const before = begins[at] || !isWordy(tokens[at - 1]) || isApart.before(at)
  const after = end >= tokens.length || begins[end] || !isWordy(tokens[end]) || isApart.behind(end)
  return before && after
}

const isWordy = (token: Token | undefined): boolean => token !== undefined && token.isWord
