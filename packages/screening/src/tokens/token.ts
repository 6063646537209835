/**
 * Short signed tokens: what lets one viewing, on one device, fetch its files for some minutes. A token says what it is for, of which
 * viewing, below which path, until when, and which one it is of those that the viewing has had. Nothing in it is secret; nothing in it can
 * be changed without the key.
 *
 *     token = version "." base64url(claims) "." base64url(HMAC-SHA-256(key of that version, "vitrine viewing token 1" ‖ version "." claims))
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** A key that tokens are signed with. A new version signs from when it is there; older ones are still read as long as they are kept. */
export interface TokenKey {
  version: number
  secret: Uint8Array
}

/** `watch`: fetch the files of a viewing. `renew`: report what was watched, and be given the next token to watch with. `keep`: fetch
 * the file of a copy to keep. */
export type Purpose = 'watch' | 'renew' | 'keep'

export interface Leave {
  purpose: Purpose
  viewing: string
  /** The token is good at this path and below it. Ends with a slash, or names one address. */
  path: string
  /** Last second that it is good for, since 1970. */
  expires: number
  /** Counted up with each token that replaces another. */
  turn: number
  /** Of the browser that it was given to: what it calls itself, hashed. */
  device: string
}

/** What a token is held against. */
export interface Asked {
  purpose: Purpose
  viewing: string
  path: string
  device: string
  /** In seconds since 1970. */
  now: number
  /** The newest turn that was seen of this viewing; the one before it is still good, for an answer that got lost. */
  newest: number
}

export type Refusal = 'malformed' | 'forged' | 'expired' | 'purpose' | 'viewing' | 'path' | 'device' | 'replayed'
export type TokenRead = { leave: Leave; refused: null } | { leave: null; refused: Refusal }

const LONGEST = 1_000 // characters
const DOMAIN = 'vitrine viewing token 1'

/**
 * A token, signed with the newest key.
 *
 * @example
 * signToken(keys, { purpose: 'watch', viewing: 'v1', path: '/media/v1/', expires: 1_800_000_000, turn: 0, device: 'a1b2' })
 */
export function signToken(keys: readonly TokenKey[], leave: Leave): string {
  const key = keys.reduce<TokenKey | null>(
    (newest, one) => (newest === null || one.version > newest.version ? one : newest),
    null,
  )
  if (key === null) throw new RangeError('Tokens are signed with a key.')
  const { purpose, viewing, path, expires, turn, device } = leave
  const said = `${key.version}.${Buffer.from(JSON.stringify([purpose, viewing, path, expires, turn, device])).toString('base64url')}`
  return `${said}.${sealOf(key, said).toString('base64url')}`
}

/** What a token allows, or why it is refused. Whether it is ours is settled first, in constant time, before anything in it is believed. */
export function readToken(keys: readonly TokenKey[], token: string, asked: Asked): TokenRead {
  const opened = openToken(keys, token)
  return opened.leave === null ? opened : holdLeave(opened.leave, asked)
}

/** What a token of ours says. Whether that is enough is asked with `holdLeave`, at every request anew: what was opened once need not be opened again. */
export function openToken(keys: readonly TokenKey[], token: string): TokenRead {
  const parts = token.length > LONGEST ? [] : token.split('.')
  if (parts.length !== 3) return refused('malformed')
  const [version, claims, seal] = parts as [string, string, string]
  const key = keys.find((one) => String(one.version) === version)
  if (key === undefined) return refused('forged')
  const [right, given] = [sealOf(key, `${version}.${claims}`), Buffer.from(seal, 'base64url')]
  if (right.length !== given.length || !timingSafeEqual(right, given) || right.toString('base64url') !== seal)
    return refused('forged')
  const leave = leaveOf(claims)
  return leave === null ? refused('malformed') : { leave, refused: null }
}

/** Holds what a token of ours says against what is asked for with it. */
export function holdLeave(leave: Leave, asked: Asked): TokenRead {
  if (leave.purpose !== asked.purpose) return refused('purpose')
  if (leave.viewing !== asked.viewing) return refused('viewing')
  if (!below(leave.path, asked.path)) return refused('path')
  if (leave.device !== asked.device) return refused('device')
  if (leave.expires < asked.now) return refused('expired')
  if (leave.turn < asked.newest - 1) return refused('replayed')
  return { leave, refused: null }
}

const refused = (why: Refusal): TokenRead => ({ leave: null, refused: why })

const sealOf = (key: TokenKey, said: string): Buffer => createHmac('sha256', key.secret).update(DOMAIN).update(said).digest()

const below = (allowed: string, path: string): boolean => (allowed.endsWith('/') ? path.startsWith(allowed) : path === allowed)

/** Claims that we sealed are of this shape, unless an older version of the program sealed them otherwise. */
function leaveOf(claims: string): Leave | null {
  let read: unknown
  try {
    read = JSON.parse(Buffer.from(claims, 'base64url').toString())
  } catch {
    return null
  }
  if (!Array.isArray(read) || read.length !== 6) return null
  const [purpose, viewing, path, expires, turn, device] = read as unknown[]
  if (purpose !== 'watch' && purpose !== 'renew' && purpose !== 'keep') return null
  if (typeof viewing !== 'string' || typeof path !== 'string' || typeof device !== 'string') return null
  if (!Number.isSafeInteger(expires) || !Number.isSafeInteger(turn)) return null
  return { purpose, viewing, path, expires: expires as number, turn: turn as number, device }
}
