/**
 * An S3 for tests, on this machine: objects in memory, every signature held against the key by a reading of its own, and it can be told to be
 * down, slow, to refuse, to break off, or to answer with faults.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { S3Place } from '../files/s3/place.ts'

export interface S3ForTests {
  place: S3Place
  objects: Map<string, Buffer>
  /** What was asked of it: `PUT reels/…`. */
  asked: string[]
  /** How it behaves from now on. */
  mood: {
    /** Connections are closed without a word. */
    down: boolean
    /** The next so many connections are closed so. */
    away: number
    /** It takes requests and never answers. */
    silent: boolean
    /** Every answer is late by so many milliseconds. */
    late: number
    /** The next so many requests are answered with 503 SlowDown. */
    busy: number
    /** Bodies are sent in pieces of this many bytes, each so many milliseconds after the other, or once something is over. */
    drip: { bytes: number; every: number | Promise<void> } | null
    /** The next so many bodies break off in the middle. */
    breaks: number
    /** Requests whose method and key match are answered with this. */
    refuse: { match: RegExp; status: number; code: string } | null
    /** The next so many bodies that come in are hurt on the way. */
    hurt: number
    /** It lists all it has, whatever prefix is asked for. */
    deaf: boolean
  }
  stop(): Promise<void>
}

const SECRET = 'a secret/of+the=bucket, never to be seen'

export async function s3ForTests(): Promise<S3ForTests> {
  const objects = new Map<string, Buffer>()
  const asked: string[] = []
  const mood: S3ForTests['mood'] = { down: false, away: 0, silent: false, late: 0, busy: 0, drip: null, breaks: 0, refuse: null, hurt: 0, deaf: false } // prettier-ignore
  const place: S3Place = {
    endpoint: '',
    bucket: 'films',
    region: 'eu-test-1',
    key: 'KEYOFTESTS',
    secret: SECRET,
    pathStyle: true,
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (mood.down) return void request.socket.destroy()
    if (mood.away > 0) {
      mood.away -= 1
      return void request.socket.destroy()
    }
    const url = new URL(request.url!, place.endpoint)
    const [, bucket, key = ''] = /^\/([^/]+)\/(.*)$/.exec(url.pathname) ?? []
    asked.push(`${request.method} ${key}`)
    if (mood.silent) return
    if (mood.late > 0) await pause(mood.late)
    const body = Buffer.concat((await request.toArray()) as Buffer[])
    if (mood.hurt > 0 && body.length > 0) {
      mood.hurt -= 1
      body[0]! ^= 1
    }
    if (mood.busy > 0) {
      mood.busy -= 1
      return fail(response, 503, 'SlowDown')
    }
    if (mood.refuse?.match.test(`${request.method} ${key}`)) return fail(response, mood.refuse.status, mood.refuse.code)
    const wrong = wrongWith(request, url, place, body)
    if (wrong !== null) return fail(response, 403, wrong)
    if (createHash('sha256').update(body).digest('hex') !== request.headers['x-amz-content-sha256'])
      return fail(response, 400, 'XAmzContentSHA256Mismatch')
    if (bucket !== place.bucket) return fail(response, 404, 'NoSuchBucket')
    if (request.method === 'PUT') {
      objects.set(key, body)
      response.setHeader('etag', etagOf(body))
      return void response.end()
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      response.statusCode = 204
      return void response.end()
    }
    if (key === '') return list(response, objects, url.searchParams, mood.deaf)
    const object = objects.get(key)
    if (object === undefined) return fail(response, 404, request.method === 'HEAD' ? '' : 'NoSuchKey')
    await send(request, response, object, mood)
  }

  const server = createServer((request, response) => {
    response.on('error', () => {})
    answer(request, response).catch(() => request.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  place.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    place,
    objects,
    asked,
    mood,
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const etags = new WeakMap<Buffer, string>()
function etagOf(body: Buffer): string {
  const known = etags.get(body) ?? `"${createHash('md5').update(body).digest('hex')}"`
  etags.set(body, known)
  return known
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/xml')
  // A real one quotes what it was sent, the key among it.
  response.end(code === '' ? undefined : `<?xml version="1.0"?><Error><Code>${code}</Code><AWSAccessKeyId>KEYOFTESTS</AWSAccessKeyId></Error>`) // prettier-ignore
}

async function send(request: IncomingMessage, response: ServerResponse, object: Buffer, mood: S3ForTests['mood']): Promise<void> {
  const etag = etagOf(object)
  if (request.headers['if-match'] !== undefined && request.headers['if-match'] !== etag)
    return fail(response, 412, 'PreconditionFailed')
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  const start = from === undefined ? 0 : Number(from)
  const end = to === undefined || to === '' ? object.length - 1 : Math.min(Number(to), object.length - 1)
  if (from !== undefined && start >= object.length) return fail(response, 416, 'InvalidRange')
  const part = object.subarray(start, end + 1)
  response.statusCode = from === undefined ? 200 : 206
  response.setHeader('etag', etag)
  response.setHeader('content-length', part.length)
  if (from !== undefined) response.setHeader('content-range', `bytes ${start}-${end}/${object.length}`)
  if (request.method === 'HEAD') return void response.end()
  if (mood.breaks > 0) {
    mood.breaks -= 1
    response.write(part.subarray(0, part.length >> 1), () => setTimeout(() => request.socket.destroy(), 20))
    return
  }
  if (mood.drip === null) return void response.end(part)
  for (let at = 0; at < part.length && !response.destroyed; at += mood.drip.bytes) {
    response.write(part.subarray(at, at + mood.drip.bytes))
    if (at + mood.drip.bytes >= part.length) break // nothing waits behind a body that is whole
    await (typeof mood.drip.every === 'number' ? pause(mood.drip.every) : mood.drip.every)
  }
  response.end()
}

/** Two keys a page, so that what lists a bucket has to turn pages. */
const PAGE = 2

function list(response: ServerResponse, objects: Map<string, Buffer>, query: URLSearchParams, deaf: boolean): void {
  const prefix = deaf ? '' : (query.get('prefix') ?? '')
  const delimiter = query.get('delimiter')
  const after = query.get('continuation-token')?.replace(/^after[+/=]/, '') ?? ''
  const entries = new Map<string, number | null>()
  for (const key of [...objects.keys()].filter((one) => one.startsWith(prefix)).toSorted()) {
    const slash = delimiter === null ? -1 : key.indexOf(delimiter, prefix.length)
    entries.set(slash === -1 ? key : key.slice(0, slash + 1), slash === -1 ? objects.get(key)!.length : null)
  }
  const rest = [...entries].filter(([key]) => key > after)
  const page = rest.slice(0, PAGE)
  const told = page.map(([key, size]) =>
    size === null
      ? `<CommonPrefixes><Prefix>${key}</Prefix></CommonPrefixes>`
      : `<Contents><Key>${key}</Key><Size>${size}</Size></Contents>`,
  )
  const more = rest.length > PAGE ? `<NextContinuationToken>after+${page.at(-1)![0]}</NextContinuationToken>` : ''
  response.setHeader('content-type', 'application/xml')
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Prefix>${prefix}</Prefix>${told.join('')}${more}</ListBucketResult>`) // prettier-ignore
}

/** Holds a signature (AWS Signature Version 4) against the key. Null: it is right. */
function wrongWith(request: IncomingMessage, url: URL, { key, secret, region }: S3Place, body: Buffer): string | null {
  const [, by, day, where, signedNames, signature] = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? '') ?? [] // prettier-ignore
  if (signature === undefined || by !== key) return by === undefined ? 'AccessDenied' : 'InvalidAccessKeyId'
  if (where !== region) return 'AuthorizationHeaderMalformed'
  const names = signedNames!.split(';')
  const at = String(request.headers['x-amz-date'])
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name)) || !at.startsWith(day!))
    return 'SignatureDoesNotMatch'
  const said = request.headers['x-amz-content-sha256']
  if (typeof said !== 'string' || !/^[0-9a-f]{64}$/.test(said) || body === undefined) return 'SignatureDoesNotMatch'
  const escaped = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`) // prettier-ignore
  const query = [...url.searchParams].map(([name, value]) => `${escaped(name)}=${escaped(value)}`).toSorted().join('&') // prettier-ignore
  const headers = names.map((name) => `${name}:${String(request.headers[name]).trim().replace(/\s+/g, ' ')}\n`).join('')
  const canonical = [request.method, url.pathname, query, headers, signedNames, said].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', at, scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const hmac = (with_: string | Buffer, text: string) => createHmac('sha256', with_).update(text).digest()
  const expected = hmac([day!, region, 's3', 'aws4_request'].reduce<Buffer | string>((known, part) => hmac(known, part), `AWS4${secret}`), toSign) // prettier-ignore
  return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? null : 'SignatureDoesNotMatch'
}
