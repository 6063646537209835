/** One signed request to an S3. It is sent by node’s own client: bytes go through as they come, and every wait has an end. */
import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Agent as PlainAgent, type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http'
import { Agent, request as secureRequest } from 'node:https'
import { pipeline } from 'node:stream/promises'
import { SignatureV4 } from '@smithy/signature-v4'
import { faultOf, S3Fault } from './fault.ts'
import type { S3Place } from './place.ts'

export interface Question {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  /** Of letters that stand in an address as they are; empty for the bucket itself. */
  key: string
  query?: Record<string, string>
  /** Sent beside what is signed: proxies on the way may look at them. */
  headers?: Record<string, string>
  body?: Uint8Array | FileBody
  signal?: AbortSignal | null
}

/** A file that is sent; its hash is signed, so that an S3 takes nothing else in its place. */
export interface FileBody {
  path: string
  /** Its first byte, where only a part of it is sent. */
  from?: number
  size: number
  sha256: string
}

export interface Asker {
  /** The answer, of which only the head has come. Null: there is no such object. @throws S3Fault */
  ask(question: Question): Promise<IncomingMessage | null>
  /** Lets go of connections that are kept. */
  close(): void
}

const EMPTY = createHash('sha256').digest('hex')
/** What an S3 says of a failure is read so far. */
const SAID_BYTES = 16 * 1024

/** @param stalled milliseconds in which nothing moves, after which a request is given up */
export async function createAsker(place: S3Place, stalled: number): Promise<Asker> {
  const { protocol, secure, host, hostname, port, below } = whereIs(place)
  const agent = secure ? new Agent({ keepAlive: true, maxSockets: 256 }) : new PlainAgent({ keepAlive: true, maxSockets: 256 })
  const signer = new SignatureV4({
    service: 's3',
    region: place.region,
    credentials: { accessKeyId: place.key, secretAccessKey: place.secret },
    sha256: Sha256,
    uriEscapePath: false, // S3 alone signs the path as it is sent
  })

  async function ask({ method, key, query = {}, headers = {}, body, signal }: Question): Promise<IncomingMessage | null> {
    const asked = `${method} ${key === '' ? 'the bucket' : key}`
    const path = `${below}/${key}`
    const signed = await signer.sign({
      method,
      protocol,
      hostname,
      path,
      query,
      headers: { host, 'x-amz-content-sha256': body === undefined ? EMPTY : hashOf(body) },
    })
    const sent = secure ? secureRequest : plainRequest
    const request = sent({
      agent,
      method,
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port,
      path: `${path}${queryOf(query)}`,
      headers: {
        ...signed.headers,
        ...headers,
        ...(body === undefined ? {} : { 'content-length': String('path' in body ? body.size : body.length) }),
      },
      ...(signal ? { signal } : {}),
    })
    const answer = await sentWhole(request, body, asked, stalled)
    const status = answer.statusCode ?? 0
    if (status >= 200 && status < 300) return answer
    const fault = faultOf(asked, status, await codeSaid(answer, stalled))
    if (fault !== null) throw fault
    return null
  }
  return { ask, close: () => agent.destroy() }
}

/** Where requests to a bucket go: to its host, or to a path of the endpoint’s. */
export function whereIs({ endpoint, bucket, pathStyle }: Pick<S3Place, 'endpoint' | 'bucket' | 'pathStyle'>) {
  const { protocol, host, hostname, port, pathname } = new URL(endpoint)
  const secure = protocol === 'https:'
  const before = pathStyle ? '' : `${bucket}.`
  const below = `${pathname.replace(/\/+$/, '')}${pathStyle ? `/${bucket}` : ''}`
  return { protocol, secure, host: `${before}${host}`, hostname: `${before}${hostname}`, port: port === '' ? (secure ? 443 : 80) : Number(port), below } // prettier-ignore
}

/** Sends it, and waits for the head of the answer; while bytes of the body move, it is waited for. */
async function sentWhole(
  request: ClientRequest,
  body: Question['body'],
  asked: string,
  stalled: number,
): Promise<IncomingMessage> {
  let ours: Error | null = null // a disk of ours that fails is no fault of the S3
  const late = setTimeout(() => request.destroy(new S3Fault(asked, { code: 'stalled' })), stalled)
  try {
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      request.on('response', resolve)
      request.on('error', (error: NodeJS.ErrnoException) => reject(ours ?? (error instanceof S3Fault ? error : new S3Fault(asked, { code: error.code ?? error.name, cause: error })))) // prettier-ignore
    })
    if (body === undefined || !('path' in body)) request.end(body)
    else {
      const { path, from = 0, size } = body
      if (size === 0) return (request.end(), await answer)
      const file = createReadStream(path, { start: from, end: from + size - 1 })
      file.on('error', (error) => (ours = error))
      file.on('data', () => late.refresh())
      // How it ended is told by the request. An S3 that refuses does not read to the end.
      pipeline(file, request).catch(() => {})
    }
    return await answer
  } finally {
    clearTimeout(late)
  }
}

const hashOf = (body: Uint8Array | FileBody): string =>
  'path' in body ? body.sha256 : createHash('sha256').update(body).digest('hex')

/** The same escapes that are signed: all but the unreserved letters of RFC 3986. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

function queryOf(query: Record<string, string>): string {
  const parts = Object.entries(query).map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** The code in what an S3 says of a failure; nothing else of it is ever shown. */
async function codeSaid(answer: IncomingMessage, stalled: number): Promise<string> {
  const text = await textOf(answer, SAID_BYTES, stalled).catch(() => '')
  return /<Code>([A-Za-z0-9.]{1,64})<\/Code>/.exec(text)?.[1] ?? ''
}

/** The whole of a small answer. */
export async function textOf(answer: IncomingMessage, most: number, stalled: number): Promise<string> {
  const pieces: Buffer[] = []
  let bytes = 0
  const late = setTimeout(() => answer.destroy(new Error('stalled')), stalled)
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      late.refresh()
      bytes += piece.length
      if (bytes > most) throw new Error(`more than ${most} bytes`) // which ends the connection too
      pieces.push(piece)
    }
  } finally {
    clearTimeout(late)
  }
  return Buffer.concat(pieces).toString()
}

/** What the signer hashes with. */
class Sha256 {
  readonly #secret: Uint8Array | string | null
  #hash!: Hash | Hmac
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#secret = secret === undefined ? null : bytesOf(secret)
    this.reset()
  }
  reset(): void {
    this.#hash = this.#secret === null ? createHash('sha256') : createHmac('sha256', this.#secret)
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data))
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.#hash.digest()))
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): string | Uint8Array {
  if (typeof data === 'string') return data
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data)
}
