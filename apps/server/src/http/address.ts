/** Who is at the other end of a request, and which address of ours was asked: both believed only as far as the settings say. */
import type { IncomingMessage } from 'node:http'

/**
 * The IP address of the asker. `X-Forwarded-For` is believed only for as many entries as there are proxies of ours in front:
 * anybody can send that header.
 *
 * @example
 * askerAddress({ remote: '10.0.0.2', forwardedFor: 'spoofed, 203.0.113.9' }, 1) // "203.0.113.9"
 */
export function askerAddress(request: { remote: string | undefined; forwardedFor: string | undefined }, proxies: number): string {
  const remote = request.remote ?? 'unknown'
  if (proxies === 0 || !request.forwardedFor) return remote
  const entries = request.forwardedFor.split(',').map((entry) => entry.trim())
  return entries[Math.max(0, entries.length - proxies)] || remote
}

export function askerOf(request: IncomingMessage, proxies: number): string {
  const header = request.headers['x-forwarded-for']
  return askerAddress(
    { remote: request.socket.remoteAddress, forwardedFor: Array.isArray(header) ? header.join(',') : header },
    proxies,
  )
}

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Decides by which names this server may be called. With `VITRINE_ORIGIN` its name alone counts; a server on the loopback address
 * answers to loopback names only (a foreign page that makes its own name point at 127.0.0.1 is refused); one that is open to
 * a network without a configured origin answers to any name.
 */
export interface Origins {
  /** Whether a `Host` header names this server. */
  knowsHost(host: string | undefined): boolean
  /** The origin to build a request's URL with: never from a header when one is configured. */
  of(host: string | undefined): string
  /** Whether a browser's `Origin` header is this site itself. */
  isOwn(origin: string, host: string | undefined): boolean
}

export function originsFor(configured: string | null, listensOn: string, address: string): Origins {
  const loopbackOnly = listensOn === '127.0.0.1' || listensOn === '::1' || listensOn === 'localhost'
  const of = (host: string | undefined): string =>
    configured ?? (host && URL.canParse(`http://${host}`) ? `http://${host}` : address)
  return {
    knowsHost: (host) => {
      if (configured !== null || !loopbackOnly) return true
      if (host === undefined || !URL.canParse(`http://${host}`)) return false
      return LOOPBACK_NAMES.has(new URL(`http://${host}`).hostname)
    },
    of,
    isOwn: (origin, host) => origin === of(host) || origin === configured,
  }
}
