/** Text in which things stand open, as `{{name}}`, taken apart. Any text is taken apart; faults say where. Clauses and letters are such texts. */

/** What may stand open: `words` within a sentence, a `part` alone in its paragraph. */
export type Vocabulary<Name extends string> = Readonly<Record<Name, 'words' | 'part'>>

export const OPEN_TEXT_FAULTS = ['unknown-variable', 'malformed', 'not-alone', 'empty', 'too-long'] as const
export interface OpenTextFault<Name extends string = string> {
  readonly code: (typeof OPEN_TEXT_FAULTS)[number]
  /** UTF-16 offsets in the text. */
  readonly start: number
  readonly end: number
  /** What stands there. */
  readonly text: string
  /** The variable that is most like an unknown one. */
  readonly suggestion: Name | null
}

export type OpenPiece<W extends string> = string | { readonly variable: W }
export type OpenParagraph<W extends string, P extends string> =
  | { readonly pieces: readonly OpenPiece<W>[] }
  | { readonly part: P }
export interface OpenTextRead<W extends string, P extends string> {
  readonly paragraphs: readonly OpenParagraph<W, P>[]
  readonly faults: readonly OpenTextFault<W | P>[]
}

const OPEN = /\{\{|\}\}/g
const INSIDE = /^[ \t]*([A-Za-z_]+)[ \t]*$/
const PARAGRAPH = /[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*/g

/**
 * Takes a text apart. Line breaks within a paragraph stay as they were written.
 *
 * @example
 * readOpenText('{{to}},\n\n{{linc}}', { to: 'words', link: 'words' }, 20_000).faults
 * // [{ code: 'unknown-variable', start: 9, end: 17, text: '{{linc}}', suggestion: 'link' }]
 */
export function readOpenText<W extends string, P extends string>(
  text: string,
  vocabulary: Vocabulary<W | P>,
  longest: number,
): OpenTextRead<W, P> {
  if (text.length > longest)
    return { paragraphs: [], faults: [{ code: 'too-long', start: longest, end: text.length, text: '', suggestion: null }] }
  const faults: OpenTextFault<W | P>[] = []
  const paragraphs: OpenParagraph<W, P>[] = []
  for (const match of text.matchAll(PARAGRAPH)) {
    const paragraph = paragraphOf<W, P>(match[0], match.index, vocabulary, faults)
    if (paragraph !== null) paragraphs.push(paragraph)
  }
  if (paragraphs.length === 0 && faults.length === 0)
    faults.push({ code: 'empty', start: 0, end: text.length, text: '', suggestion: null })
  return { paragraphs, faults }
}

function paragraphOf<W extends string, P extends string>(
  text: string,
  offset: number,
  vocabulary: Vocabulary<W | P>,
  faults: OpenTextFault<W | P>[],
): OpenParagraph<W, P> | null {
  if (text.trim() === '') return null
  const kinds: Vocabulary<string> = vocabulary
  const pieces: OpenPiece<W>[] = []
  const parts: { name: P; start: number; end: number }[] = []
  let at = 0
  for (;;) {
    OPEN.lastIndex = at
    const mark = OPEN.exec(text)
    if (mark === null) break
    const close = mark[0] === '{{' ? text.indexOf('}}', mark.index + 2) : -1
    if (close === -1) {
      fault('malformed', mark.index, mark.index + 2)
      at = mark.index + 2
      continue
    }
    if (mark.index > at) pieces.push(text.slice(at, mark.index))
    const end = close + 2
    const name = INSIDE.exec(text.slice(mark.index + 2, close))?.[1]
    if (name === undefined) fault('malformed', mark.index, end)
    else if (!Object.hasOwn(kinds, name))
      fault('unknown-variable', mark.index, end, nearest(name, Object.keys(kinds) as (W | P)[])) // prettier-ignore
    else if (kinds[name] === 'part') parts.push({ name: name as P, start: mark.index, end })
    else pieces.push({ variable: name as W })
    at = end
  }
  if (at < text.length) pieces.push(text.slice(at))
  const alone = parts.length === 1 && pieces.every((piece) => typeof piece === 'string' && piece.trim() === '')
  if (alone) return { part: parts[0]!.name }
  for (const part of parts) fault('not-alone', part.start, part.end)
  return { pieces }

  function fault(code: OpenTextFault['code'], start: number, end: number, suggestion: W | P | null = null): void {
    faults.push({ code, start: offset + start, end: offset + end, text: text.slice(start, end).slice(0, 80), suggestion })
  }
}

/** The name that differs by the fewest letters, if by no more than a third of them. */
function nearest<Name extends string>(name: string, names: readonly Name[]): Name | null {
  const lower = name.toLowerCase()
  let best: { name: Name; away: number } | null = null
  for (const each of names) {
    const away = distance(lower, each)
    if (best === null || away < best.away) best = { name: each, away }
  }
  return best !== null && best.away <= Math.max(1, Math.floor(best.name.length / 2.5)) ? best.name : null
}

/** Letters to change, add or leave out (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, letter] of a.slice(0, 60).split('').entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (letter === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
