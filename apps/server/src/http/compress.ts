/**
 * Answers that are made on the fly (pages, JSON, feeds) are compressed on their way out; files of the site lie compressed on disk already.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from 'node:zlib'

const COMPRESSIBLE = /^(?:text\/|application\/(?:json|problem\+json|ld\+json|xml|atom\+xml|x-ndjson|javascript)|image\/svg\+xml)/
const SMALLEST = 1024

/** Quick settings: a page is made for one reader, so the time counts more than the last byte. */
function encoderFor(acceptEncoding: string): { name: 'br' | 'gzip'; stream: BrotliCompress | Gzip } | null {
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(acceptEncoding)) {
    return { name: 'br', stream: createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) }
  }
  if (/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(acceptEncoding)) return { name: 'gzip', stream: createGzip({ level: 4 }) }
  return null
}

/** Puts a compressor between the answer and the wire, when the asker takes it and the answer gains by it. */
export function compressAnswers(request: IncomingMessage, response: ServerResponse): void {
  const accepts = request.headers['accept-encoding']
  if (typeof accepts !== 'string' || request.method === 'HEAD') return
  const writeHead = response.writeHead.bind(response) as (status: number, reason?: string) => ServerResponse
  const write = response.write.bind(response) as (chunk: unknown, ...rest: unknown[]) => boolean
  const end = response.end.bind(response) as (...rest: unknown[]) => ServerResponse
  let encoder: BrotliCompress | Gzip | null = null
  let decided = false

  const decide = (whole = Number.POSITIVE_INFINITY): void => {
    if (decided) return
    decided = true
    const type = String(response.getHeader('content-type') ?? '')
    const length = Number(response.getHeader('content-length') ?? whole)
    const bodiless = response.statusCode === 204 || response.statusCode === 304
    if (bodiless || !COMPRESSIBLE.test(type) || length < SMALLEST || response.hasHeader('content-encoding')) return
    if (String(response.getHeader('cache-control') ?? '').includes('no-transform')) return
    const chosen = encoderFor(accepts)
    response.appendHeader('vary', 'accept-encoding')
    if (chosen === null) return
    encoder = chosen.stream
    response.removeHeader('content-length')
    response.setHeader('content-encoding', chosen.name)
    const etag = response.getHeader('etag')
    if (typeof etag === 'string' && !etag.startsWith('W/')) response.setHeader('etag', `W/${etag}`)
    encoder.on('data', (chunk: Buffer) => {
      if (!write(chunk)) encoder?.pause()
    })
    response.on('drain', () => encoder?.resume())
    encoder.on('end', () => end())
    encoder.on('error', () => response.destroy())
    response.on('close', () => encoder?.destroy())
  }

  // The three ways in which an answer begins; each must decide before the head is on its way.
  response.writeHead = function (status: number, ...rest: unknown[]) {
    const headers = rest.find((value) => typeof value === 'object' && value !== null)
    response.statusCode = status
    if (headers !== undefined) setAll(response, headers as Record<string, string | string[]> | string[])
    decide()
    const reason = rest.find((value) => typeof value === 'string')
    return reason === undefined ? writeHead(status) : writeHead(status, reason)
  } as typeof response.writeHead
  response.write = function (chunk: unknown, ...rest: unknown[]) {
    decide()
    if (encoder === null) return write(chunk, ...rest)
    const goesOn = encoder.write(chunk as Buffer)
    // Whoever writes waits for the drain of the answer; when it is the compressor that is full, that drain is ours to announce.
    if (!goesOn) encoder.once('drain', () => response.emit('drain'))
    return goesOn
  } as typeof response.write
  response.end = function (chunk?: unknown, ...rest: unknown[]) {
    decide(typeof chunk === 'string' || Buffer.isBuffer(chunk) ? Buffer.byteLength(chunk) : undefined)
    if (encoder === null) return end(chunk, ...rest)
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') encoder.end(chunk as Buffer)
    else encoder.end()
    return response
  } as typeof response.end
}

function setAll(response: ServerResponse, headers: Record<string, string | string[]> | string[]): void {
  if (!Array.isArray(headers)) {
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value)
    return
  }
  for (let i = 0; i + 1 < headers.length; i += 2) response.appendHeader(headers[i]!, headers[i + 1]!)
}
