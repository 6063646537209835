/** The HTTP API: who asks, whether they may ask again so soon, what they ask; then the house decides. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { HouseError } from '@vitrine/house'
import { preferredLocale, isLocale } from '@vitrine/messages/locale'
import type { Context, Next } from 'hono'
import { describeError, type Log } from '../log.ts'
import { limit } from '../sign-in/limits.ts'
import { after } from './after.ts'
import { askerBy, type AskerParts, LOCAL_ACTOR, refuseForeignPage } from './asker.ts'
import { dealEndpoints } from './deals.ts'
import { serve, WHOLE_HOUSE, type ApiEnv, type Endpoint } from './define.ts'
import { contacts } from './contacts.ts'
import { docsPage, DOCS_POLICY } from './docs.ts'
import { house as houseEndpoints } from './house.ts'
import { catalogue } from './catalogue.ts'
import { textAnswer } from './etag.ts'
import { exchange } from './exchange.ts'
import { exportsRepeated } from './exports.ts'
import { moving } from './moving.ts'
import { letters } from './letters.ts'
import { refuseOtherKinds } from './kinds.ts'
import { lists } from './lists.ts'
import { mailTemplates } from './mail-templates.ts'
import { methodsOf } from './methods.ts'
import { markets } from './markets.ts'
import { openApiDocument } from './openapi.ts'
import { isKnown, Problem, problemResponse } from './problem.ts'
import { papers } from './papers.ts'
import { producers } from './producers.ts'
import { reels } from './reels.ts'
import { rights } from './rights.ts'
import { rightsSpreadsheets } from './rights-spreadsheets.ts'
import { screeners } from './screeners.ts'
import { sentLists } from './sent-lists.ts'
import { sheets } from './sheets.ts'
import { site } from './site.ts'
import { titles } from './titles.ts'
import { traces } from './traces.ts'
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
  ...catalogue,
  ...exchange,
  ...exportsRepeated,
  ...moving,
  ...letters,
  ...lists,
  ...mailTemplates,
  ...producers,
  ...screeners,
  ...reels,
  ...traces,
  ...houseEndpoints,
]

export interface ApiParts extends AskerParts {
  requestsPerMinute: number
  uploadBytes: number
  version: string
  log: Log
}

/** Where this app is mounted; its own routes know nothing of that. */
const BASE = /^\/api\/v1(?=\/|$)/
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
    const malformed = [400, 415].includes((error as { status?: number }).status ?? 0) && !isKnown(error)
    if (!isKnown(error) && !malformed) parts.log.error('api', { path: context.req.path, ...describeError(error) })
    // A body cut off at the limit reads as broken JSON; its size is what was wrong with it.
    const cutOff = (context as Context<ApiEnv>).var.bodyOver
    const problem =
      cutOff !== undefined ? new HouseError('too-large', { limit: cutOff }) : malformed ? new Problem('malformed-json') : error
    return problemResponse(problem, localeOf(context))
  })

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
  let written: string | null = null
  app.get('/openapi.json', refuseOtherKinds({ takes: null, gives: ['application/json'] }), (context) =>
    textAnswer(context.req, (written ??= JSON.stringify(described())), {
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=300' },
    }),
  )
  app.get('/docs', refuseOtherKinds({ takes: null, gives: ['text/html'] }), (context) =>
    textAnswer(context.req, docsPage(described(), localeOf(context)), {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': DOCS_POLICY },
    }),
  )
  app.get('/', (context) => context.redirect('/api/v1/docs', 303))
  // A route and not `notFound`: of an app that is mounted in another, only the outer one's is asked.
  const methods = methodsOf(ENDPOINTS)
  app.all('*', (context) => {
    const allow = methods(context.req.path.replace(BASE, ''))
    if (allow.length === 0) throw new Problem('no-such-endpoint')
    if (context.req.method === 'OPTIONS') return context.body(null, 204, { allow: allow.join(', ') })
    throw new Problem('method-not-allowed', { method: context.req.method, allow }, { allow: allow.join(', ') })
  })
  return app

  async function recogniseAsker(context: Context<ApiEnv>, next: Next): Promise<void> {
    context.set('locale', localeOf(context))
    context.set('fault', (error) => parts.log.error('api', { path: context.req.path, ...describeError(error) }))
    context.set('address', context.req.header('x-vitrine-address') ?? 'unknown')
    context.set('actor', await askerBy(context.req.raw.headers, parts))
    return next()
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

  async function refuseForeignPages(context: Context<ApiEnv>, next: Next): Promise<void> {
    refuseForeignPage(context.req.method, context.req.raw.headers, parts.origins())
    return next()
  }

  /** Refuses by the announced size, and stops reading at the limit when none was announced. */
  async function limitBody(context: Context<ApiEnv>, next: Next): Promise<void> {
    const body = context.req.raw.body
    const packed = context.req.header('content-encoding') ?? 'identity'
    if (body !== null && packed.trim().toLowerCase() !== 'identity')
      throw new Problem('unsupported-kind', { sent: packed, takes: ['identity'] }, { 'accept-encoding': 'identity' })
    if (body === null || WHOLE_HOUSE.test(context.req.path)) return next() // laid on the disk as it comes, and limited there
    const kind = context.req.header('content-type')?.toLowerCase()
    const json = kind?.includes('json') === true && !context.req.path.endsWith('/import')
    const most = json ? JSON_BYTES : parts.uploadBytes
    if (Number(context.req.header('content-length') ?? 0) > most) throw new HouseError('too-large', { limit: most })
    // What is not UTF-8 would be read with question marks in the place of its letters, and stored so.
    const decoder = json ? new TextDecoder('utf-8', { fatal: true }) : null
    let seen = 0
    const counted = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          seen += chunk.byteLength
          if (seen <= most) {
            decoder?.decode(chunk, { stream: true })
            return controller.enqueue(chunk)
          }
          context.set('bodyOver', most)
          controller.error(new HouseError('too-large', { limit: most }))
        },
        flush: () => void decoder?.decode(),
      }),
    )
    const { url, method, signal } = context.req.raw
    const headers = new Headers(context.req.raw.headers)
    if (json) headers.set('content-type', kind) // what reads JSON knows it in small letters alone
    context.req.raw = new Request(url, { method, headers, signal, body: counted, duplex: 'half' } as RequestInit)
    return next()
  }
}

function localeOf(context: Context): 'en' | 'fr' {
  const asked = context.req.query('locale')
  return asked !== undefined && isLocale(asked) ? asked : preferredLocale(context.req.header('accept-language') ?? null, 'en')
}
