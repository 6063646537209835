/** Media as the trade writes them: "TV & VOD", "FTA, catch-up", "tous droits hors salles". */
import { nearestPhrase } from '../expression/nearest.ts'
import { MAX_ITEMS, readExpression, type Vocabulary } from '../expression/read-expression.ts'
import { phraseKey, PhraseTable, type Token } from '../expression/tokens.ts'
import type { Advice } from '../expression-error.ts'
import { ALL_MEDIA, type MediaSet, mediaOf, mediaOfBranch, NO_MEDIA } from './media-set.ts'
import { MEDIA, MEDIA_TREE } from './tree.ts'
import { mediaPhrases, REFUSED } from './words.ts'

interface Meaning {
  text: string
  set: MediaSet
  refused?: Advice
}

/**
 * The media that an expression names, or that any of several do (an array of leaves is the simplest case). A branch means
 * all its leaves, so "VOD" and "TV" are whole branches; words such as "digital", "cable" or "video" are refused with what
 * they may mean. The grammar is that of `readExpression`.
 *
 * @example
 * mediaLeaves(parseMedia('FTA + catch-up'))                  // ['free-tv', 'catch-up']
 * parseMedia('all excl. theatrical') === (ALL_MEDIA & ~1)    // true: theatrical is the first leaf
 * @throws ExpressionError
 */
export function parseMedia(expression: string | readonly string[]): MediaSet {
  return readPlain(expression) ?? readExpression(expression, VOCABULARY)
}

const codes: ReadonlyMap<string, MediaSet> = new Map([
  ...MEDIA_TREE.map(({ code }) => [code, mediaOfBranch(code)!] as const),
  ...MEDIA.map(({ code }) => [code, mediaOf([code])] as const),
  ['all', ALL_MEDIA] as const,
])

/** Codes between commas: most expressions, without the table of names. */
function readPlain(expression: string | readonly string[]): MediaSet | null {
  const texts = typeof expression === 'string' ? expression.split(/, ?/) : expression
  if (texts.length === 0 || texts.length > MAX_ITEMS) return null
  let all = NO_MEDIA
  for (const text of texts) {
    const set = codes.get(text)
    if (set === undefined) return null
    all |= set
  }
  return all
}

const VOCABULARY: Vocabulary<MediaSet> = {
  name: 'media',
  unite: (sets) => sets.reduce((all, set) => all | set),
  subtract: (a, b) => a & ~b,
  isNone: (set) => set === 0,
  term(_text, tokens, at, refuse) {
    const phrase = phrases().longest(tokens, at)
    if (!phrase) return null
    const { meaning, end } = phrase
    if (meaning.refused) return refuse('ambiguous', at, end, { advice: meaning.refused })
    return { set: meaning.set, end: RIGHTS.has(tokens[end]?.key ?? '') ? end + 1 : end }
  },
  nearest(phrase) {
    return nearestPhrase(phraseKey(phrase), phrases())
  },
}

/** "SVOD rights": after a medium the word adds nothing. */
const RIGHTS = new Set(['rights', 'droits', 'rechte', 'only'])

/** The phrase for media that begins at a token, and whether it is one that can mean too many things. */
export function mediaPhraseAt(tokens: readonly Token[], at: number): { end: number; refused: boolean } | null {
  const phrase = phrases().longest(tokens, at)
  if (!phrase) return null
  const end = !phrase.meaning.refused && RIGHTS.has(tokens[phrase.end]?.key ?? '') ? phrase.end + 1 : phrase.end
  return { end, refused: phrase.meaning.refused !== undefined }
}

let table: PhraseTable<Meaning> | undefined

function phrases(): PhraseTable<Meaning> {
  if (table) return table
  table = new PhraseTable()
  const add = (text: string, meaning: Omit<Meaning, 'text'>): void => {
    const key = phraseKey(text)
    if (table!.get(key) === undefined) table!.set(key, { text, ...meaning })
  }
  for (const [phrase, set] of mediaPhrases()) add(phrase, { set })
  for (const { phrases: refused, advice } of REFUSED) for (const text of refused) add(text, { set: 0, refused: advice })
  return table
}
