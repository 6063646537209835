/** The visitor's own shortlist: its public token and secret edit key, kept in a cookie that no script can read. */
import type { Cookies } from '@sveltejs/kit'

const SHORTLIST_COOKIE = 'shortlist'
const HALF_YEAR = 180 * 24 * 60 * 60

export interface OwnShortlist {
  token: string
  editKey: string
}

export function ownShortlist(cookies: Cookies): OwnShortlist | null {
  const match = /^([\w-]{4,100})\.([\w-]{8,200})$/.exec(cookies.get(SHORTLIST_COOKIE) ?? '')
  return match === null ? null : { token: match[1]!, editKey: match[2]! }
}

/** `secure`: the site is reached by TLS; without it a browser would throw the cookie away, and each film would start another list. */
export function keepShortlist(cookies: Cookies, list: OwnShortlist, secure: boolean): void {
  cookies.set(SHORTLIST_COOKIE, `${list.token}.${list.editKey}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: HALF_YEAR,
  })
}

export function dropShortlist(cookies: Cookies, secure: boolean): void {
  cookies.delete(SHORTLIST_COOKIE, { path: '/', secure })
}
