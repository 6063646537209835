import type { QueryExecutorProvider } from 'kysely'

/** Whatever can run a query: the database outside a transaction, or the transaction in hand. Inside one always pass that on. */
export type Asker = QueryExecutorProvider

/** An instant as every query of the store returns it: ISO 8601, UTC, milliseconds. */
export function instant(value: unknown): string {
  return (value instanceof Date ? value : new Date(String(value))).toISOString()
}

/** The same for an instant that may be absent. */
export function instantOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : instant(value)
}
