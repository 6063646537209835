/** The text of a clause, taken apart: words, and what stands open among them. Any text is taken apart; faults say where. */
import { isPart, isVariable, type PartVariable, type Variable, VARIABLES, type WordVariable } from './variables.ts'

export const CLAUSE_FAULTS = ['unknown-variable', 'malformed', 'not-alone', 'empty', 'too-long'] as const
export type ClauseFaultCode = (typeof CLAUSE_FAULTS)[number]
export interface ClauseFault {
  readonly code: ClauseFaultCode
  /** UTF-16 offsets in the text. */
  readonly start: number
  readonly end: number
  /** What stands there. */
  readonly text: string
  /** The variable that is most like an unknown one. */
  readonly suggestion: Variable | null
}

export type Piece = string | { readonly variable: WordVariable }
export type ClauseParagraph = { readonly pieces: readonly Piece[] } | { readonly part: PartVariable }

export interface ClauseTextRead {
  readonly paragraphs: readonly ClauseParagraph[]
  readonly faults: readonly ClauseFault[]
}

export const LONGEST_CLAUSE_TEXT = 20_000
const OPEN = /\{\{|\}\}/g
const INSIDE = /^[ \t]*([A-Za-z_]+)[ \t]*$/
const PARAGRAPH = /[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*/g

/**
 * Takes the text of a clause apart.
 *
 * @example
 * readClauseText('{{buyer}} pays {{pirce}}.').faults
 * // [{ code: 'unknown-variable', start: 15, end: 24, text: '{{pirce}}', suggestion: 'price' }]
 */
export function readClauseText(text: string): ClauseTextRead {
  if (text.length > LONGEST_CLAUSE_TEXT)
    return {
      paragraphs: [],
      faults: [{ code: 'too-long', start: LONGEST_CLAUSE_TEXT, end: text.length, text: '', suggestion: null }],
    }
  const faults: ClauseFault[] = []
  const paragraphs: ClauseParagraph[] = []
  for (const match of text.matchAll(PARAGRAPH)) {
    const paragraph = paragraphOf(match[0], match.index, faults)
    if (paragraph !== null) paragraphs.push(paragraph)
  }
  if (paragraphs.length === 0 && faults.length === 0)
    faults.push({ code: 'empty', start: 0, end: text.length, text: '', suggestion: null })
  return { paragraphs, faults }
}

function paragraphOf(text: string, offset: number, faults: ClauseFault[]): ClauseParagraph | null {
  if (text.trim() === '') return null
  const pieces: Piece[] = []
  const parts: { name: PartVariable; start: number; end: number }[] = []
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
    else if (!isVariable(name)) fault('unknown-variable', mark.index, end, nearestVariable(name))
    else if (isPart(name)) parts.push({ name, start: mark.index, end })
    else pieces.push({ variable: name })
    at = end
  }
  if (at < text.length) pieces.push(text.slice(at))
  const alone = parts.length === 1 && pieces.every((piece) => typeof piece === 'string' && piece.trim() === '')
  if (alone) return { part: parts[0]!.name }
  for (const part of parts) fault('not-alone', part.start, part.end)
  return { pieces: pieces.map((piece) => (typeof piece === 'string' ? piece.replaceAll(/\s*\n\s*/g, ' ') : piece)) }

  function fault(code: ClauseFaultCode, start: number, end: number, suggestion: Variable | null = null): void {
    faults.push({ code, start: offset + start, end: offset + end, text: text.slice(start, end).slice(0, 80), suggestion })
  }
}

/** The variable that differs by the fewest letters, if by no more than a third of them. */
function nearestVariable(name: string): Variable | null {
  const lower = name.toLowerCase()
  let best: { name: Variable; away: number } | null = null
  for (const each of Object.keys(VARIABLES) as Variable[]) {
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
