/**
 * How an endpoint is written down: its verb of the house, its path, what it takes and gives, and a function. From the same
 * words come the route, the OpenAPI document, and the test that tries every role on it.
 */
import { createRoute, z, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import { SCOPE_FOR } from '@vitrine/house/policies/table'
import type { Verb } from '@vitrine/house/policies/policy'
import type { Actor, House } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'
import type { Context } from 'hono'
import { textAnswer } from './etag.ts'
import { answeredOnce } from './answered-once.ts'
import { DOCUMENTS, refuseOtherKinds } from './kinds.ts'
import { Problem } from './problem.ts'

export interface ApiEnv {
  Variables: {
    actor: Actor
    locale: Locale
    address: string
    bodyOver?: number
    fault: (error: unknown) => void
  }
}

/** What an endpoint's function is given; everything in it has been checked against the endpoint's own words. */
export interface Asked<P, Q, B> {
  house: House
  actor: Actor
  locale: Locale
  params: P
  query: Q
  body: B
  context: Context<ApiEnv>
}

/** What it answers with: a value becomes JSON with the endpoint's status; `etag` makes 304 possible; a `Response` goes out as it is. */
export interface Answer {
  status?: 200 | 201 | 202
  value: unknown
  etag?: string
  headers?: Record<string, string>
}

type Shape = z.ZodObject
export interface Endpoint {
  verb: Verb
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: string
  route: RouteConfig
  /** Writes, and is done once under an `Idempotency-Key`. */
  onceOnly: boolean
  /** Takes a JSON body, which is checked before `run` sees it. */
  json: boolean
  /** What it answers with when all went well and `run` says nothing else. */
  status: 200 | 201 | 204
  run: (asked: Asked<never, never, never>) => Promise<Answer | Response | null>
}

export interface EndpointWords<P extends Shape, Q extends Shape, B extends z.ZodType> {
  verb: Verb
  tag: string
  summary: string
  description?: string
  params?: P
  query?: Q
  /** A JSON body. */
  body?: B
  /** A body of bytes instead of JSON; a line that says which. */
  bytes?: string
  /** A file: its bytes, a form with one file in it, or its text as JSON; a line that says which. */
  file?: string
  /** Which kinds of `bytes` or `file` are taken; besides, those that nobody named. */
  kinds?: readonly string[]
  /** `If-Match` with the ETag that was read is needed. */
  ifMatch?: boolean
  status?: 200 | 201 | 204
  gives?: z.ZodType
  /** The kinds of what is given, where it is not JSON; `application/octet-stream`: what it is depends on what was asked. */
  givesType?: string | readonly string[]
  run: (asked: Asked<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Answer | Response | null>
}

const NOTHING = z.object({})
const BINARY = { schema: z.any().openapi({ type: 'string', format: 'binary' }) }
/** Plain schemas, so that nothing is parsed before the endpoint asks: the bytes are read once, by `fileOf`. */
const FILE_CONTENT = {
  'application/octet-stream': { schema: { type: 'string' as const, format: 'binary' } },
  'text/plain': { schema: { type: 'string' as const } },
  'multipart/form-data': {
    schema: { type: 'object' as const, properties: { file: { type: 'string' as const, format: 'binary' } }, required: ['file'] },
  },
  'application/json': {
    schema: {
      type: 'object' as const,
      properties: { text: { type: 'string' as const }, fileName: { type: 'string' as const } },
      required: ['text'],
    },
  },
}

/**
 * @example
 * endpoint('get', '/collections', { verb: 'listCollections', tag: 'Site', summary: '…', gives: z.array(Collection), run: … })
 */
export function endpoint<
  P extends Shape = typeof NOTHING,
  Q extends Shape = typeof NOTHING,
  B extends z.ZodType = z.ZodUndefined,
>(method: Endpoint['method'], path: string, words: EndpointWords<P, Q, B>): Endpoint {
  const status = words.status ?? 200
  const scope = SCOPE_FOR[words.verb]
  const onceOnly = method !== 'get' && !READ_AS_IT_COMES.has(path)
  const request = {
    ...(words.params ? { params: words.params } : {}),
    ...(words.query ? { query: words.query } : {}),
    ...headersOf(words.ifMatch === true, onceOnly),
    ...(words.body ? { body: { required: true, content: { 'application/json': { schema: words.body } } } } : {}),
    ...(words.bytes
      ? {
          body: {
            required: true,
            description: words.bytes,
            content: Object.fromEntries([...(words.kinds ?? []), 'application/octet-stream'].map((kind) => [kind, BINARY])),
          },
        }
      : {}),
    ...(words.file ? { body: { required: true, description: words.file, content: FILE_CONTENT } } : {}),
  }
  const gives = words.givesType === undefined ? ['application/json'] : [words.givesType].flat()
  const shown = words.gives ? { schema: words.gives } : words.givesType === undefined ? { schema: z.any() } : BINARY
  const content = Object.fromEntries(gives.map((kind) => [kind, shown]))
  const route = createRoute({
    method,
    path,
    tags: [words.tag],
    operationId: operationId(method, path),
    summary: words.summary,
    description: [words.description, scope === null ? 'Not for API keys.' : `Scope of a key: \`${scope}\`.`]
      .filter(Boolean)
      .join('\n\n'),
    security: [{ key: [] }, { session: [] }, {}],
    request,
    middleware: refuseOtherKinds({
      takes: takenBy(words),
      gives: status === 204 || gives.includes('application/octet-stream') ? null : gives,
    }),
    responses: {
      [status]: status === 204 ? { description: 'Done.' } : { description: words.summary, content },
      default: {
        description: 'A problem, see the list of errors.',
        content: { 'application/problem+json': { schema: ProblemShape } },
      },
    },
    'x-verb': words.verb,
  } as RouteConfig)
  return {
    verb: words.verb,
    method,
    path,
    route,
    onceOnly,
    json: words.body !== undefined,
    status,
    run: words.run as Endpoint['run'],
  }
}

function takenBy({
  body,
  bytes,
  file,
  kinds,
}: Pick<EndpointWords<Shape, Shape, z.ZodType>, 'body' | 'bytes' | 'file' | 'kinds'>) {
  if (body !== undefined) return ['application/json']
  if (bytes !== undefined) return kinds ?? []
  return file === undefined ? null : [...(kinds ?? DOCUMENTS), 'multipart/form-data']
}

/** Takes a stream however long: its body is read by its verb alone. */
export const WHOLE_HOUSE = /\/house\/import$/
/** Their bodies are never held whole, so no request of them can be told from another; what came before they take in once by themselves. */
const READ_AS_IT_COMES: ReadonlySet<string> = new Set(['/house/import', '/import'])

function headersOf(ifMatch: boolean, onceOnly: boolean) {
  const shape = {
    ...(ifMatch ? { 'if-match': z.string().optional().describe('The ETag that was read. Without it the answer is 428.') } : {}),
    ...(onceOnly ? { 'idempotency-key': z.string().optional().describe(ONCE_ONLY) } : {}),
  }
  return Object.keys(shape).length === 0 ? {} : { headers: z.object(shape) }
}

const ONCE_ONLY =
  'Your own name for this request, 1 to 255 visible characters (a new UUID, say). Sent again within a day under the same key it is not done again: the first answer is given, with `Idempotency-Replayed: true`.'

const ProblemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    details: z.record(z.string(), z.unknown()),
  })
  .openapi('Problem')

function operationId(method: string, path: string): string {
  const words = path
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/^\{(.*)\}$/, 'by-$1'))
  return [method, ...words].join('-').replaceAll(/[^A-Za-z0-9]+(.)/g, (_, next: string) => next.toUpperCase())
}

/** Puts the endpoints into the app: parameters, query and body checked, answers given their ETag. */
export function serve(app: OpenAPIHono<ApiEnv>, house: House, endpoints: readonly Endpoint[]): void {
  for (const { route, json, run, verb, onceOnly, status } of endpoints) {
    app.openapi(route, async (context) => {
      const typed = context as unknown as Context<ApiEnv> & { req: { valid(part: string): unknown } }
      const has = route.request
      const answered = async (): Promise<Response> => {
        const answer = await run({
          house,
          actor: typed.var.actor,
          locale: typed.var.locale,
          params: (has?.params ? typed.req.valid('param') : {}) as never,
          query: (has?.query ? typed.req.valid('query') : {}) as never,
          body: (json ? typed.req.valid('json') : undefined) as never,
          context: typed,
        })
        if (answer === null) return context.body(null, 204)
        if (answer instanceof Response) return answer
        return send(typed, status === 204 ? answer : { status, ...answer })
      }
      return onceOnly ? answeredOnce(typed, house, verb, answered) : answered()
    })
  }
}

const send = (context: Context<ApiEnv>, { value, status = 200, etag, headers }: Answer): Response =>
  textAnswer(context.req, JSON.stringify(value), {
    status,
    ...(etag === undefined ? {} : { etag }),
    headers: { 'content-type': 'application/json; charset=utf-8', ...nextOf(context, value), ...headers },
  })

/** Of a page of a list: the address of the next one, which asks what this one was asked. */
function nextOf(context: Context<ApiEnv>, value: unknown): { link?: string } {
  const { nextCursor } = (value ?? {}) as { nextCursor?: unknown }
  if (context.req.method === 'POST' || typeof nextCursor !== 'string') return {}
  const { pathname, searchParams } = new URL(context.req.url)
  searchParams.set('cursor', nextCursor)
  return { link: `<${pathname}?${searchParams}>; rel="next"` }
}

/** The revision that the asker has seen, from `If-Match: "r12"`, or `"r12-…"` where more than the revision changes the answer. */
export function seenRevision(context: Context<ApiEnv>): number {
  const header = context.req.header('if-match')
  if (header === undefined) throw new Problem('precondition-required')
  const match = /^(?:W\/)?"r(\d+)(?:-[\w-]+)?"$/.exec(header.trim())
  if (match === null) throw new Problem('invalid-if-match')
  return Number(match[1])
}

export const revisionTag = (revision: number): string => `"r${revision}"`
