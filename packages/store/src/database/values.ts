/**
 * How values of PostgreSQL arrive in the program: the same from PGlite and from `pg`.
 *
 * | SQL | here |
 * |---|---|
 * | date | `YYYY-MM-DD` string (a day has no time zone) |
 * | int8 | number; a string outside ±2^53, where a number would lie |
 * | numeric | string |
 * | timestamptz, timestamp | Date (timestamp is taken for UTC) |
 * | interval | string, as PostgreSQL prints it |
 * | json, jsonb | parsed |
 * | bytea | Uint8Array |
 */
const OID = {
  int8: 20,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  interval: 1186,
  int8Array: 1016,
  dateArray: 1182,
} as const

function safeNumber(text: string): number | string {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : text
}

function plain(text: string): string {
  return text
}

function utcInstant(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}Z`)
}

function list<T>(one: (text: string) => T): (text: string) => (T | null)[] {
  return (text) => {
    const inner = text.slice(1, -1)
    return inner === '' ? [] : inner.split(',').map((item) => (item === 'NULL' ? null : one(item)))
  }
}

/** By type number; used as PGlite's `parsers` and as `pg`'s `types`. */
export const VALUE_PARSERS: Record<number, (text: string) => unknown> = {
  [OID.int8]: safeNumber,
  [OID.date]: plain,
  [OID.timestamp]: utcInstant,
  [OID.interval]: plain,
  [OID.int8Array]: list(safeNumber),
  [OID.dateArray]: list(plain),
}
