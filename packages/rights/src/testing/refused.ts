/** What the tests of the three vocabularies ask alike. */
import assert from 'node:assert/strict'
import { ExpressionError, type ExpressionFault } from '../expression-error.ts'

type Parse = (expression: string | readonly string[]) => unknown

/** Asserts that an expression is refused with a code, at the word that is said; gives the error. */
export const refusedBy =
  (parse: Parse) =>
  (expression: string | readonly string[], code: ExpressionFault, word?: string): ExpressionError => {
    const error = outcome(parse, expression)
    assert.ok(error, `${String(expression)} was read`)
    assert.equal(error.code, code, `${String(expression)}: ${error.message}`)
    if (word !== undefined) assert.equal(error.word, word)
    assert.ok(error.message && error.messageFr)
    const text = typeof expression === 'string' ? expression : (expression[error.item] ?? '')
    assert.equal(text.slice(error.offset, error.offset + error.word.length), error.word)
    return error
  }

/** The error that an expression is refused with, or null when it is read; any other error is a fault. */
export function outcome(parse: Parse, expression: string | readonly string[]): ExpressionError | null {
  try {
    parse(expression)
    return null
  } catch (error) {
    if (error instanceof ExpressionError) return error
    throw error
  }
}
