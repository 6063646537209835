/** The cookies by which a browser watches: one for the files of a viewing, one for its reports; and one for a copy to keep. */
import { hash, hkdfSync } from 'node:crypto'
import {
  holdLeave,
  openToken,
  signToken,
  type Leave,
  type TokenKey,
  type TokenRead,
  type Purpose,
} from '@vitrine/screening/tokens/token'

/** Tokens that need not be opened again: a few of each who watches. */
const REMEMBERED = 4_000
const MINUTES_TO_WATCH = 10
const HOURS_TO_RENEW = 24
/** A download that broke off goes on within this; after that it is asked for on the page again. */
const MINUTES_TO_KEEP = 60
const NAMES: Record<Purpose, string> = { watch: 'vitrine-watch', renew: 'vitrine-renew', keep: 'vitrine-keep' }

/** What one browser is known again by; it holds nothing else. */
export const DEVICE_COOKIE = 'vitrine-device'

export const mediaPath = (viewing: string): string => `/media/${viewing}/`
const copyPath = (viewing: string): string => `/media/${viewing}/copy.mp4`
const reportPath = (viewing: string): string => `/media/${viewing}/report`

const PATHS: Record<Purpose, (viewing: string) => string> = { watch: mediaPath, renew: reportPath, keep: copyPath }

/**
 * Seconds. A token is refused as replayed once another of the same viewing was used that was given so much later: requests that were under
 * way when their cookie was replaced still come through.
 */
export const REPLACED_FOR = 20

/** The key that tokens are signed with, from the server’s secret: every server of a house has the same. */
export const tokenKey = (secret: string, version = 1): TokenKey => ({
  version,
  secret: new Uint8Array(hkdfSync('sha256', secret, 'vitrine', `tokens of viewings ${version}`, 32)),
})

const deviceOf = (device: string): string => hash('sha256', `device ${device}`, 'base64url').slice(0, 22)

export interface Cookies {
  /** As `Set-Cookie` headers: leave to watch, and to renew that leave. Their turn is the second in which they are given. */
  admit(viewing: string, device: string, now: number): string[]
  /** Leave to fetch the file of a copy, as a `Set-Cookie` header. */
  admitToCopy(viewing: string, device: string, now: number): string
  read(purpose: Purpose, header: string | undefined, asked: { viewing: string; path: string; now: number }): TokenRead | null // prettier-ignore
}

/** @param now in milliseconds, as everywhere here */
export function cookiesOf(keys: readonly TokenKey[], https: boolean): Cookies {
  const cookie = (leave: Leave, seconds: number): string =>
    `${NAMES[leave.purpose]}=${signToken(keys, leave)}; Path=${leave.path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${https ? '; Secure' : ''}`
  const leave = (purpose: Purpose, viewing: string, device: string, now: number, seconds: number): string => {
    const turn = Math.floor(now / 1000)
    const path = PATHS[purpose](viewing)
    return cookie({ purpose, viewing, path, expires: turn + seconds, turn, device: deviceOf(device) }, seconds)
  }
  /** Tokens of ours that were opened: a film asks with the same one for its next segments. What they allow is asked every time. */
  const opened = new Map<string, Leave>()
  function open(token: string): TokenRead {
    const known = opened.get(token)
    if (known !== undefined) return { leave: known, refused: null }
    const read = openToken(keys, token)
    if (read.leave === null) return read
    if (opened.size >= REMEMBERED) opened.delete(opened.keys().next().value!)
    opened.set(token, read.leave)
    return read
  }
  return {
    admit: (viewing, device, now) => [
      leave('watch', viewing, device, now, MINUTES_TO_WATCH * 60),
      leave('renew', viewing, device, now, HOURS_TO_RENEW * 3600),
    ],
    admitToCopy: (viewing, device, now) => leave('keep', viewing, device, now, MINUTES_TO_KEEP * 60),
    read(purpose, header, { now, ...asked }) {
      const [token, device] = [cookieIn(header, NAMES[purpose]), cookieIn(header, DEVICE_COOKIE)]
      if (token === null || device === null) return null
      const read = open(token)
      if (read.leave === null) return read
      return holdLeave(read.leave, { ...asked, newest: 0, purpose, device: deviceOf(device), now: Math.floor(now / 1000) })
    },
  }
}

/** The first cookie of a name: browsers send those with the longest path first. */
export function cookieIn(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}
