/**
 * What the server hands to the site's pages. The server sets it before the site's handler is loaded; it lives on `globalThis`
 * because the built site is a bundle of its own and shares no module with the server.
 */
import type { Actor, House } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'

export interface SiteContext {
  house: House
  config: SiteConfig
  /** Who asks: the signed-in member, else the visitor. Costs nothing without a session cookie. */
  sessionActor(headers: Headers): Promise<Actor>
  /** The signed-in person's own account, for the account page; null when nobody is signed in. */
  account(headers: Headers): Promise<Account | null>
  /**
   * Sends a sign-in link, if the address is a member's. It answers the same, and as fast, whether or not it is one.
   * `next` is where the link leads afterwards; anything but a path of this site becomes the desk. `address` is the asker's IP address.
   * @throws {TooManyRequests} after a handful for one address or one mail address
   */
  requestMagicLink(args: { email: string; locale: Locale; next: string | null; address: string }): Promise<void>
  /** Ends the session; send the returned `Set-Cookie` values with the answer. */
  signOut(headers: Headers): Promise<string[]>
  /** `Set-Cookie` values that let a device (the value of its `vitrine-device` cookie) watch a viewing that has begun. */
  watchCookies(viewing: string, device: string): string[]
  /** A `Set-Cookie` header that lets a device download the copy that is that viewing’s. */
  copyCookie(viewing: string, device: string): string
  /** Mails that were written to the data folder instead of sent, newest first; null when a mail server is configured. Owners only. */
  outbox(actor: Actor): Promise<OutboxMail[] | null>
}

export interface SiteConfig {
  /** As people type it, without a slash at the end: `https://films.example`. */
  origin: string
  uploadBytes: number
  /** Where better-auth answers (passkeys, one-time codes, sign-out): `/api/auth`. */
  authPath: string
  mailIsSent: boolean
  /** Whether a folder or a mailbox is looked into for mail. */
  mailIsRead: boolean
  version: string
}

export interface Account {
  userId: string
  email: string
  oneTimeCodes: boolean
  passkeys: { id: string; name: string | null; createdAt: string | null }[]
  sessions: { id: string; current: boolean; createdAt: string; userAgent: string | null }[]
}

export interface OutboxMail {
  id: string
  at: string
  to: string
  subject: string
  text: string
}

/** Thrown by `requestMagicLink`; `retryAfter` is in seconds. */
export class TooManyRequests extends Error {
  readonly retryAfter: number
  constructor(retryAfter: number) {
    super(`too many requests; again in ${retryAfter} s`)
    this.name = 'TooManyRequests'
    this.retryAfter = retryAfter
  }
}

/** Where the pages look for it: apps/web/src/lib/server/site.ts. */
const KEY = Symbol.for('vitrine.site')

export function provideSite(context: SiteContext): void {
  ;(globalThis as Record<symbol, unknown>)[KEY] = context
}
