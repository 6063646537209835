/** `/oai`: the public catalogue for archives that harvest it (OAI-PMH 2.0). Whoever asks is a visitor, whatever they send along. */
import { HouseError, VISITOR, type House } from '@vitrine/house'
import { Hono, type Context } from 'hono'
import { limit } from '../sign-in/limits.ts'
import { describeError, type Log } from '../log.ts'

/** What a request by form may hold: arguments are short. */
const FORM_BYTES = 8 * 1024

export function oaiRoutes({ house, requestsPerMinute, log }: { house: House; requestsPerMinute: number; log: Log }): Hono {
  const app = new Hono()
  const perAsker = requestsPerMinute === 0 ? null : limit(requestsPerMinute, 60)

  app.onError((error, context) => {
    if (error instanceof HouseError && error.code === 'invalid-input')
      return context.text('Too many or too long arguments.\n', 400)
    log.error('oai', describeError(error))
    return context.text('Something went wrong here.\n', 500)
  })
  app.use('*', async (context, next) => {
    const allowance = await perAsker?.take(context.req.header('x-vitrine-address') ?? 'unknown')
    // 503 with Retry-After is how the protocol's guidelines tell a harvester to wait
    if (allowance?.allowed === false) return context.text('Wait a moment.\n', 503, { 'retry-after': String(allowance.reset) })
    return next()
  })
  app.get('/', (context) => answer(context, new URL(context.req.url).searchParams))
  app.post('/', async (context) => {
    const body = await formOf(context)
    return body === null ? context.text('The form is too long.\n', 413) : answer(context, new URLSearchParams(body))
  })
  return app

  async function answer(context: Context, said: URLSearchParams): Promise<Response> {
    const xml = await house.harvest(VISITOR, { said: [...said] })
    return context.body(xml, 200, {
      'content-type': 'text/xml; charset=utf-8',
      'cache-control': 'no-cache',
      'x-robots-tag': 'noindex',
    })
  }
}

/** The body as text; null as soon as it is longer than a form of this protocol can be. */
async function formOf(context: Context): Promise<string | null> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of context.req.raw.body ?? []) {
    bytes += part.byteLength
    if (bytes > FORM_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
