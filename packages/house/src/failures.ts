/** What the database and the disk throw, as failures of the closed list. */
import { storeErrorOf } from '@vitrine/store/database/errors'
import { HouseError, isHouseError } from './errors.ts'

const codeOf = (thrown: unknown): string =>
  thrown !== null && typeof thrown === 'object' && 'code' in thrown ? String(thrown.code) : ''
const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : '')

const constraintOf = (thrown: unknown): string =>
  thrown !== null && typeof thrown === 'object' && 'constraint' in thrown ? String(thrown.constraint) : ''

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '57P01',
  '57P02',
  '57P03',
  '53300',
])

/**
 * What the database says of a value that no column can hold: a NUL in a text, a number or a day that is none or out of range
 * (PostgreSQL, appendix A, class 22). Ids, addresses and cursors come from outside as they are, so this is the asker's mistake.
 */
const UNSTORABLE = new Set(['22003', '22007', '22008', '22021', '22P02', '22P05'])

/** Two writers collided and the database undid one of them: it may be tried again as it was. */
export function isCollision(thrown: unknown): boolean {
  return ['40001', '40P01', '55P03'].includes(codeOf(thrown))
}

/** The database is away: refused, reset, shutting down, or closed under us. */
function isConnectionLoss(thrown: unknown): boolean {
  const code = codeOf(thrown)
  return (
    CONNECTION_CODES.has(code) ||
    code.startsWith('08') ||
    /connection terminated|connection timeout|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|PGlite is closed|driver has already been destroyed|pool after calling end/i.test(
      messageOf(thrown),
    ) ||
    (thrown instanceof AggregateError && thrown.errors.some(isConnectionLoss))
  )
}

/** The failure of the list that a thrown value means; anything unknown is handed back as it is, for it is a mistake of ours. */
export function translate(thrown: unknown): unknown {
  if (isHouseError(thrown)) return thrown
  const known = storeErrorOf(thrown)
  if (known?.code === 'disk-full') return new HouseError('disk-full', {}, thrown)
  if (known?.code === 'database-unreachable' || known?.code === 'database-refused')
    return new HouseError('database-down', {}, thrown)
  const code = codeOf(thrown)
  if (code === '53100' || code === 'ENOSPC' || code === 'EDQUOT') return new HouseError('disk-full', {}, thrown)
  if (isConnectionLoss(thrown)) return new HouseError('database-down', {}, thrown)
  if (isCollision(thrown)) return new HouseError('busy', {}, thrown)
  if (UNSTORABLE.has(code))
    return new HouseError('invalid-input', { issues: [{ path: '', message: 'A value that cannot be one of ours' }] }, thrown)
  if (code === '23514' && constraintOf(thrown) === 'state_step') return new HouseError('wrong-state', {}, thrown)
  if (code === '54000') return new HouseError('too-large', {}, thrown) // more than an index or a word list of the database holds
  if (code === '42P01' || code === '42703') return new HouseError('database-behind', {}, thrown)
  return thrown
}
