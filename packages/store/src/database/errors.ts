/**
 * What can go wrong between the house and its database, as one closed list: each code says why it exists and what whoever
 * runs the house does next. Anything else that a query throws is a programming mistake and stays what it is.
 */
export const STORE_ERRORS = {
  'folder-in-use': {
    why: 'Another process serves this data folder. Two writers on one PGlite folder would destroy it.',
    next: 'Stop that process, or let this one use its HTTP API, or give each its own folder.',
  },
  'folder-unusable': {
    why: 'The data folder cannot be made, read or written, or what lies in it is not a database that this program can open.',
    next: 'Check the path, its owner and its permissions; if the disk failed, restore the folder from a backup.',
  },
  'database-unreachable': {
    why: 'No PostgreSQL answers at the given address, or the connection was lost.',
    next: 'Check that PostgreSQL runs and that DATABASE_URL names its host and port. Work goes on by itself once it answers.',
  },
  'database-refused': {
    why: 'PostgreSQL answers, and refuses: wrong user or password, no such database, no right to do this, or no connection left.',
    next: 'Check user, password and database name in DATABASE_URL, the rights of that user, and max_connections.',
  },
  'database-unsuitable': {
    why: 'The database is older than PostgreSQL 15, is not in UTF-8, or lacks an extension that Vitrine needs (pg_trgm).',
    next: 'Use PostgreSQL 15 or newer with the contrib extensions, and a database made with ENCODING UTF8.',
  },
  'migration-failed': {
    why: 'A step of the schema could not be applied. It was rolled back whole: the database is as before that step.',
    next: 'Read the cause, correct it, and run `vitrine migrate` again: it goes on from this step.',
  },
  'migration-changed': {
    why: 'A step that this database already went through has another text now, so nobody can say what the schema is.',
    next: 'Put the released file back (never edit an applied step: add a new one), then start again.',
  },
  'migration-missing': {
    why: 'This database went through a step that this program does not have among its own.',
    next: 'Put the missing file back, or use the version of Vitrine that this database was made with.',
  },
  'database-too-new': {
    why: 'A newer Vitrine has already changed this database. An older one could damage what it does not know.',
    next: 'Update Vitrine to the version that last used this database, or restore a backup made before the update.',
  },
  'disk-full': {
    why: 'The disk that holds the database takes no more. Nothing that was acknowledged is lost; what was asked now is not stored.',
    next: 'Free space on that disk. Reading goes on; writing works again as soon as there is room.',
  },
} as const satisfies Record<string, { why: string; next: string }>
export type StoreErrorCode = keyof typeof STORE_ERRORS

/** A failure of the closed list. `message` is one English sentence for the log; `details` holds no secret. */
export class StoreError extends Error {
  readonly code: StoreErrorCode
  readonly next: string
  readonly details: Record<string, string | number | null>
  constructor(code: StoreErrorCode, message: string, details: Record<string, string | number | null> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'StoreError'
    this.code = code
    this.next = STORE_ERRORS[code].next
    this.details = details
  }
}

// Classes and codes of PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html; of the system: errno(3).
const CODES: Record<string, StoreErrorCode> = {
  ECONNREFUSED: 'database-unreachable',
  ECONNRESET: 'database-unreachable',
  ENOTFOUND: 'database-unreachable',
  EAI_AGAIN: 'database-unreachable',
  ETIMEDOUT: 'database-unreachable',
  EHOSTUNREACH: 'database-unreachable',
  ENETUNREACH: 'database-unreachable',
  EPIPE: 'database-unreachable',
  '57P01': 'database-unreachable',
  '57P02': 'database-unreachable',
  '57P03': 'database-unreachable',
  '08000': 'database-unreachable',
  '08001': 'database-unreachable',
  '08003': 'database-unreachable',
  '08006': 'database-unreachable',
  '28000': 'database-refused',
  '28P01': 'database-refused',
  '3D000': 'database-refused',
  '42501': 'database-refused',
  '53300': 'database-refused',
  '53100': 'disk-full',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
}
const LOST =
  /Connection terminated|timeout exceeded when trying to connect|connection timeout|Client has encountered a connection error/i
const FULL = /No space left on device|Disk quota exceeded/i

/**
 * The failure of the closed list that stands behind an error of a driver, or null when there is none.
 *
 * @example
 * storeErrorOf(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))?.code // "database-unreachable"
 */
export function storeErrorOf(error: unknown): StoreError | null {
  let cause: unknown = error
  for (let depth = 0; depth < 8 && cause instanceof Error; depth++) {
    if (cause instanceof StoreError) return cause
    const code: unknown = 'code' in cause ? cause.code : undefined
    const known = typeof code === 'string' ? CODES[code] : undefined
    if (known)
      return new StoreError(known, firstLine(cause.message) || STORE_ERRORS[known].why, { sqlState: String(code) }, error)
    if (FULL.test(cause.message)) return new StoreError('disk-full', firstLine(cause.message), {}, error)
    if (LOST.test(cause.message)) return new StoreError('database-unreachable', firstLine(cause.message), {}, error)
    cause = cause instanceof AggregateError && cause.errors.length > 0 ? cause.errors[0] : cause.cause
  }
  return null
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
