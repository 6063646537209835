/** The HTTP API: who asks, whether they may ask again so soon, what they ask; then the house decides. */
import { timingSafeEqual } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import { HouseError, type Actor, type House } from '@vitrine/house'
import { preferredLocale, isLocale } from '@vitrine/messages/locale'
import type { Context, Next } from 'hono'
import { describeError, type Log } from '../log.ts'
import { limit } from '../sign-in/limits.ts'
import type { Origins } from '../http/address.ts'
import { after } from './after.ts'
import { dealEndpoints } from './deals.ts'
import { serve, type ApiEnv, type Endpoint } from './define.ts'
import { contacts } from './contacts.ts'
import { docsPage, DOCS_POLICY } from './docs.ts'
import { house as houseEndpoints } from './house.ts'
import { letters } from './letters.ts'
import { markets } from './markets.ts'
import { openApiDocument } from './openapi.ts'
import { isKnown, Problem, problemResponse } from './problem.ts'
import { papers } from './papers.ts'
import { rights } from './rights.ts'
import { rightsSpreadsheets } from './rights-spreadsheets.ts'
import { sentLists } from './sent-lists.ts'
import { sheets } from './sheets.ts'
import { site } from './site.ts'
import { titles } from './titles.ts'
import { webhooks } from './webhooks.ts'

export const ENDPOINTS: readonly Endpoint[] = [
  ...titles,
  ...site,
  ...sheets,
  ...rights,
  ...rightsSpreadsheets,
  ...sentLists,
  ...papers,
  ...webhooks,
  ...contacts,
  ...markets,
  ...after,
  ...dealEndpoints,
  ...letters,
  ...houseEndpoints,
]

export interface ApiParts {
  house: House
  sessionActor: (headers: Headers) => Promise<Actor>
  origins: () => Origins
  /** Known only to this machine's command line: acts for the house itself. Null: there is none. */
  localToken: string | null
  requestsPerMinute: number
  uploadBytes: number
  version: string
  log: Log
}

const JSON_BYTES = 4 * 1024 * 1024
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"

export function createApi(parts: ApiParts): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return
      const issues = result.error.issues
        .slice(0, 50)
        .map((issue) => ({ path: issue.path.join('.'), message: issue.message, code: issue.code }))
      throw new HouseError('invalid-input', { in: result.target, issues })
    },
  })
  const perAsker = parts.requestsPerMinute === 0 ? null : limit(parts.requestsPerMinute, 60)

  app.onError((error, context) => {
    // 415: the body may be JSON, but does not say so
    const malformed = [400, 415].includes((error as { status?: number }).status ?? 0) && !isKnown(error)
    if (!isKnown(error) && !malformed) parts.log.error('api', { path: context.req.path, ...describeError(error) })
    // A body cut off at the limit reads as broken JSON; its size is what was wrong with it.
    const cutOff = (context as Context<ApiEnv>).var.bodyOver
    const problem =
      cutOff !== undefined ? new HouseError('too-large', { limit: cutOff }) : malformed ? new Problem('malformed-json') : error
    return problemResponse(problem, localeOf(context))
  })
  app.notFound((context) => problemResponse(new Problem('no-such-endpoint'), localeOf(context)))

  app.use('*', async (context, next) => {
    await next()
    const headers = context.res.headers
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', API_POLICY)
    if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache')
    headers.append('vary', 'authorization, cookie, accept-language')
  })
  app.use('*', recogniseAsker)
  app.use('*', limitAsker)
  app.use('*', refuseForeignPages)
  app.use('*', limitBody)
  serve(app, parts.house, ENDPOINTS)

  let document: ReturnType<typeof openApiDocument> | null = null
  const described = () => (document ??= openApiDocument(app, parts.version))
  app.get('/openapi.json', (context) => context.json(described(), 200, { 'cache-control': 'public, max-age=300' }))
  app.get('/docs', (context) =>
    context.html(docsPage(described(), localeOf(context)), 200, { 'content-security-policy': DOCS_POLICY }),
  )
  app.get('/', (context) => context.redirect('/api/v1/docs', 303))
  return app

  async function recogniseAsker(context: Context<ApiEnv>, next: Next): Promise<void> {
    context.set('locale', localeOf(context))
    context.set('fault', (error) => parts.log.error('api', { path: context.req.path, ...describeError(error) }))
    context.set('address', context.req.header('x-vitrine-address') ?? 'unknown')
    const authorization = context.req.header('authorization')
    context.set('throughCookie', authorization === undefined && context.req.header('cookie') !== undefined)
    if (authorization === undefined) {
      context.set('actor', await parts.sessionActor(context.req.raw.headers))
      return next()
    }
    const secret = /^Bearer ([\x21-\x7e]{8,300})$/i.exec(authorization)?.[1]
    const actor = secret === undefined ? null : isLocal(secret) ? LOCAL_ACTOR : await parts.house.actorForKey(secret)
    if (actor === null) throw new Problem('invalid-key')
    context.set('actor', actor)
    return next()
  }

  function isLocal(secret: string): boolean {
    if (parts.localToken === null) return false
    const [given, right] = [Buffer.from(secret), Buffer.from(parts.localToken)]
    return given.length === right.length && timingSafeEqual(given, right)
  }

  async function limitAsker(context: Context<ApiEnv>, next: Next): Promise<void> {
    const actor = context.var.actor
    if (perAsker === null || actor === LOCAL_ACTOR) return next()
    const allowance = await perAsker.take(actor.userId ?? context.var.address)
    const headers = {
      'ratelimit-limit': String(allowance.limit),
      'ratelimit-remaining': String(allowance.remaining),
      'ratelimit-reset': String(allowance.reset),
    }
    if (!allowance.allowed)
      throw new Problem('too-many-requests', { seconds: allowance.reset }, { ...headers, 'retry-after': String(allowance.reset) })
    await next()
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value)
  }

  /** A browser's cookie acts only for pages of this site: any other page could send it along without its owner knowing. */
  async function refuseForeignPages(context: Context<ApiEnv>, next: Next): Promise<void> {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next()
    const origin = context.req.header('origin')
    const own =
      origin !== undefined
        ? parts.origins().isOwn(origin, context.req.header('host'))
        : context.req.header('sec-fetch-site') === 'same-origin'
    if (own || (origin === undefined && !context.var.throughCookie)) return next()
    if (!context.var.throughCookie && context.req.header('authorization') !== undefined) return next()
    throw new Problem('foreign-origin')
  }

  /** Refuses by the announced size, and stops reading at the limit when none was announced. */
  async function limitBody(context: Context<ApiEnv>, next: Next): Promise<void> {
    const body = context.req.raw.body
    if (body === null) return next()
    const json = context.req.header('content-type')?.includes('json') === true && !context.req.path.endsWith('/import')
    const most = json ? JSON_BYTES : parts.uploadBytes
    if (Number(context.req.header('content-length') ?? 0) > most) throw new HouseError('too-large', { limit: most })
    let seen = 0
    const counted = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          seen += chunk.byteLength
          if (seen <= most) return controller.enqueue(chunk)
          context.set('bodyOver', most)
          controller.error(new HouseError('too-large', { limit: most }))
        },
      }),
    )
    const { url, method, headers, signal } = context.req.raw
    context.req.raw = new Request(url, { method, headers, signal, body: counted, duplex: 'half' } as RequestInit)
    return next()
  }
}

/** The command line of this machine, when a server holds the database. */
export const LOCAL_ACTOR: Actor = { kind: 'system', userId: null, name: 'Command line', role: 'system', scopes: null }

function localeOf(context: Context): 'en' | 'fr' {
  const asked = context.req.query('locale')
  return asked !== undefined && isLocale(asked) ? asked : preferredLocale(context.req.header('accept-language') ?? null, 'en')
}
