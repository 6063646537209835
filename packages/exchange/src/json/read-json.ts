/** JSON from outside: a value, or one finding that says why there is none. */
import { decodeAsWritten } from '../documents/encoding.ts'
import type { Finding } from '../formats/finding.ts'

export const JSON_LIMIT = 128 * 1024 * 1024

export type JsonRead = { value: unknown; problem: null } | { value: null; problem: Finding }

/**
 * Reads a document in whatever encoding it was written; nothing is thrown.
 *
 * @example
 * readJson(new TextEncoder().encode('{"a":1}')).value // { a: 1 }
 */
export function readJson(bytes: Uint8Array): JsonRead {
  const fatal = (rule: string, line: number | null, values: Record<string, string> = {}): JsonRead => ({
    value: null,
    problem: { severity: 'fatal', rule, line, path: null, values },
  })
  if (bytes.length > JSON_LIMIT) return fatal('json/too-large', null, { limit: String(JSON_LIMIT) })
  const text = decodeAsWritten(bytes)
  try {
    return { value: JSON.parse(text) as unknown, problem: null }
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1]
    return fatal('json/not-well-formed', at === undefined ? null : text.slice(0, Number(at)).split('\n').length)
  }
}
