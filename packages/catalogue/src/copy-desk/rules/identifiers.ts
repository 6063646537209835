import { checkIdentifier, IDENTIFIER_KINDS, type IdentifierKind } from '../../identifiers/identifiers.ts'
import type { TitleSheet } from '../../model/title-sheet.ts'
import type { Mark } from '../finding.ts'

/**
 * What is wrong with one number: a check character that its digits do not call for is a warning with the right number beside it;
 * one that is not there is a hint; a text that is no such number is a warning without a suggestion.
 */
export function identifierMarks(kind: IdentifierKind, text: string, start: number): Mark[] {
  const { state, canonical, complete } = checkIdentifier(kind, text)
  const mark = { start, end: start + text.length, suggestion: complete, params: { kind, found: canonical ?? text } }
  if (state === 'wrong') return [{ ...mark, code: 'identifier-check', severity: 'warning' }]
  if (state === 'incomplete') return [{ ...mark, code: 'identifier-incomplete', severity: 'hint' }]
  return state === 'unreadable' ? [{ ...mark, code: 'identifier-form', severity: 'warning' }] : []
}

/** The marks of all numbers of a sheet, each with its number and its field (`identifiers.isan`). */
export function identifiersOfSheet({ identifiers }: TitleSheet): { field: string; text: string; marks: Mark[] }[] {
  return IDENTIFIER_KINDS.flatMap((kind) => {
    const text = identifiers[kind]
    return text === null ? [] : [{ field: `identifiers.${kind}`, text, marks: identifierMarks(kind, text, 0) }]
  })
}
