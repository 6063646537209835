/**
 * One HTTP server for everything: /api, /oai and the health checks go to the API, /media to the films that run, the rest to the site. Before either sees a request,
 * it is known to be for this server, carries the asker's real address, and cannot harm others by its size or slowness.
 */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { describeError, type Log } from '../log.ts'
import { askerOf, type Origins } from './address.ts'
import { compressAnswers } from './compress.ts'
import { sayInstead } from './say-instead.ts'
import { strangers } from './strangers.ts'

export type WebHandler = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void

/** What answers. Both are null until the house is open; meanwhile every answer is "starting, try again". */
export interface Answering {
  api: RequestListener | null
  /** Films that run: outside of everything that looks at answers. */
  media: RequestListener | null
  web: WebHandler | null
}

export interface ListenerParts {
  answering: Answering
  origins: () => Origins
  proxies: number
  /** Header in which a proxy of ours says the country of the asker. */
  countryHeader: string | null
  https: boolean
  /** Of the API and, at most, of the site's forms; 0: no limit. */
  requestsPerMinute: number
  log: Log
}

const API_PATH = /^\/(?:api(?:\/|$|\?)|oai(?:$|\?)|healthz$|readyz$|healthz\?|readyz\?)/

export function createListener({
  answering,
  origins,
  proxies,
  countryHeader,
  https,
  requestsPerMinute,
  log,
}: ListenerParts): Server {
  const stopStranger = strangers(requestsPerMinute)
  const server = createServer(
    {
      // A slow sender may take five minutes for an upload, but not for its headers.
      headersTimeout: 20_000,
      requestTimeout: 300_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16 * 1024,
      connectionsCheckingInterval: 5_000,
    },
    (request, response) => {
      const started = performance.now()
      const path = request.url?.split('?', 1)[0] ?? '/'
      response.on('finish', () => {
        const fields = { method: request.method, path, status: response.statusCode, ms: Math.round(performance.now() - started) }
        if (response.statusCode >= 500) log.warn('request', fields)
        else log.info('request', fields)
      })
      response.on('error', (error) => log.warn('response', describeError(error)))
      try {
        answer(request, response)
      } catch (error) {
        fail(request, response, error)
      }
    },
  )
  server.maxRequestsPerSocket = 10_000
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return socket.destroy()
    const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
    socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  })
  return server

  function answer(request: IncomingMessage, response: ServerResponse): void {
    setSafeHeaders(response, https)
    const known = origins()
    if (!known.knowsHost(request.headers.host)) return plain(response, 421, 'This server does not answer to that name.')
    if (request.url === undefined || !request.url.startsWith('/')) return plain(response, 400, 'Only paths are answered.')
    // From here on these headers are ours, whatever the asker sent: the site and the sign-in read them.
    const origin = new URL(known.of(request.headers.host))
    const address = askerOf(request, proxies)
    setOwnHeaders(request, {
      'x-vitrine-address': address,
      'x-vitrine-protocol': origin.protocol.slice(0, -1),
      'x-vitrine-host': origin.host,
      'x-vitrine-country': countryIn(request, countryHeader),
    })
    if (request.url.startsWith('/media/')) {
      if (answering.media === null) return starting(request, response)
      return answering.media(request, response)
    }
    compressAnswers(request, response)

    if (API_PATH.test(request.url)) {
      if (answering.api === null) return starting(request, response)
      void Promise.resolve(answering.api(request, response)).catch((error: unknown) => fail(request, response, error))
      return
    }
    const { web } = answering
    if (web === null) return starting(request, response)
    void stopStranger(request, address)
      .then((stopped) => {
        if (stopped === null) return toSite(web, request, response)
        // What is left of the body is not read: this connection cannot serve another request.
        response.setHeader('connection', 'close')
        if (stopped === 'no-length') return plain(response, 411, 'A form must say how long it is.') // no browser sends such a one
        sayInstead(request, response, stopped)
      })
      .catch((error: unknown) => fail(request, response, error))
  }

  function toSite(web: WebHandler, request: IncomingMessage, response: ServerResponse): void {
    const handled: unknown = web(request, response, (error) =>
      error ? fail(request, response, error) : sayInstead(request, response, { why: 'nothing' }),
    )
    if (handled instanceof Promise) handled.catch((error: unknown) => fail(request, response, error))
  }

  function starting(request: IncomingMessage, response: ServerResponse): void {
    const alive = request.url?.startsWith('/healthz') === true
    if (alive) return plain(response, 200, 'ok')
    sayInstead(request, response, { why: 'starting' })
  }

  function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    log.error('request', describeError(error))
    if (response.headersSent) response.destroy()
    else sayInstead(request, response, { why: 'broken' })
  }
}

/** As our proxy says it; empty where nobody does. XX and T1 are what proxies say of those they do not know. */
function countryIn(request: IncomingMessage, header: string | null): string {
  const said = header === null ? '' : String(request.headers[header] ?? '').toUpperCase()
  return /^[A-Z]{2}$/.test(said) && said !== 'XX' ? said : ''
}

/** In both forms in which Node keeps headers: whoever makes a `Request` of one reads them as they came in, from `rawHeaders`. */
function setOwnHeaders(request: IncomingMessage, own: Record<string, string>): void {
  const raw = request.rawHeaders
  for (let at = raw.length - 2; at >= 0; at -= 2) if (raw[at]!.toLowerCase() in own) raw.splice(at, 2)
  for (const [name, value] of Object.entries(own)) {
    request.headers[name] = value
    raw.push(name, value)
  }
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.end(`${text}\n`)
}

/** On everything that leaves this server; pages add their own content policy to it. */
function setSafeHeaders(response: ServerResponse, https: boolean): void {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('x-frame-options', 'DENY')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
  if (https) response.setHeader('strict-transport-security', 'max-age=31536000')
}
