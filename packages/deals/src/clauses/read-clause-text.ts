/** The text of a clause, taken apart: words, and what stands open among them. */
import { type OpenParagraph, type OpenTextFault, type OpenTextRead, readOpenText } from './read-open-text.ts'
import { type PartVariable, type Variable, VARIABLES, type WordVariable } from './variables.ts'

export type ClauseFault = OpenTextFault<Variable>
export type ClauseTextRead = OpenTextRead<WordVariable, PartVariable>

export const LONGEST_CLAUSE_TEXT = 20_000

/**
 * Takes the text of a clause apart. A line break within a paragraph is a space: the press breaks lines.
 *
 * @example
 * readClauseText('{{buyer}} pays {{pirce}}.').faults
 * // [{ code: 'unknown-variable', start: 15, end: 24, text: '{{pirce}}', suggestion: 'price' }]
 */
export function readClauseText(text: string): ClauseTextRead {
  const { paragraphs, faults } = readOpenText<WordVariable, PartVariable>(text, VARIABLES, LONGEST_CLAUSE_TEXT)
  return { paragraphs: paragraphs.map(onOneLine), faults }
}

const onOneLine = (paragraph: OpenParagraph<WordVariable, PartVariable>): OpenParagraph<WordVariable, PartVariable> =>
  'part' in paragraph
    ? paragraph
    : { pieces: paragraph.pieces.map((piece) => (typeof piece === 'string' ? piece.replaceAll(/\s*\n\s*/g, ' ') : piece)) }
