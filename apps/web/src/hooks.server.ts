import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import type { RequestEvent } from '@sveltejs/kit'
import { isLocale, preferredLocale } from '@vitrine/messages'
import { pageStyle, styleHash } from '#lib/server/head.ts'
import { PageCache } from '#lib/server/pageCache.ts'
import { houseError, sequence, settings, site, VISITOR } from '#lib/server/site.ts'
import archivo from '#lib/fonts/archivo-display.woff2?url'
import bricolage from '#lib/fonts/bricolage-display.woff2?url'
import fraunces from '#lib/fonts/fraunces-display.woff2?url'
import inter from '#lib/fonts/inter-text.woff2?url'
import newsreader from '#lib/fonts/newsreader-display.woff2?url'

const FACES = { archivo, bricolage, fraunces, newsreader }
const preload = (href: string) => `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
}

/** What a stranger sees may be kept for a minute by caches that all share; the browser itself asks again each time (304). */
const PUBLIC = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600'
const PRIVATE = 'private, no-cache'

const pages = new PageCache()
const ACCEPTS_BROTLI = /\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/

/**
 * The name under which a page is kept: its address and appearance. Null for pages that may be somebody's own (any cookie
 * but the appearance), for searches, which are too many, and for whatever is not a page of the site.
 */
function keyOf({ request, url, isDataRequest }: RequestEvent): string | null {
  if (request.method !== 'GET' || isDataRequest || request.headers.has('authorization')) return null
  const cookie = request.headers.get('cookie')
  if (cookie !== null && !/^appearance=(light|dark)$/.test(cookie)) return null
  if (
    !/^\/(en|fr)(\/(?!desk|sign-|shortlist)|$)/.test(url.pathname) ||
    url.searchParams.has('q') ||
    url.searchParams.has('cursor') ||
    url.search.length > 200
  )
    return null
  return `${cookie ?? ''} ${url.origin}${url.pathname}${url.search}`
}

export const handle: Handle = async ({ event, resolve }) => {
  const key = keyOf(event)
  if (key === null) return answer({ event, resolve })
  // When the house does not answer, no page is kept or handed out; the page itself will say what is wrong.
  const now = await sequence().catch(() => null)
  const kept = now === null ? null : pages.find(key, now)
  if (kept !== null) {
    const headers = new Headers(kept.headers)
    if (kept.brotli === null || !ACCEPTS_BROTLI.test(event.request.headers.get('accept-encoding') ?? ''))
      return new Response(kept.body as Uint8Array<ArrayBuffer>, { headers })
    headers.set('content-encoding', 'br')
    return new Response(kept.brotli as Uint8Array<ArrayBuffer>, { headers })
  }
  const response = await answer({ event, resolve })
  if (
    now === null ||
    response.status !== 200 ||
    response.headers.get('cache-control') !== PUBLIC ||
    response.headers.has('set-cookie')
  )
    return response
  const body = Buffer.from(await response.arrayBuffer())
  const headers = [...response.headers].filter(([name]) => name !== 'content-length')
  pages.keep(key, now, headers, body)
  return new Response(body as Uint8Array<ArrayBuffer>, { headers })
}

const answer: Handle = async ({ event, resolve }) => {
  const { cookies, request, url } = event
  const first = url.pathname.split('/')[1] ?? ''
  const chosen = cookies.get('appearance')
  event.locals.appearance = chosen === 'light' || chosen === 'dark' ? chosen : null
  event.locals.locale = isLocale(first) ? first : preferredLocale(request.headers.get('accept-language'), 'en')
  event.locals.actor =
    request.headers.has('cookie') || request.headers.has('authorization') ? await actorOf(request.headers) : VISITOR

  let hash = ''
  const response = await resolve(event, {
    preload: ({ type }) => type === 'js' || type === 'css',
    transformPageChunk: async ({ html }) => {
      const house = await settings().catch(() => null)
      const face = house !== null && house.typeface in FACES ? house.typeface : 'fraunces'
      const style = pageStyle(html, event.locals.accent ?? house?.accent ?? '#8a2b2b')
      hash = styleHash(style)
      const look = [`data-face="${face}"`, event.locals.appearance === null ? '' : `data-appearance="${event.locals.appearance}"`]
        .join(' ')
        .trim()
      return html
        .replace('%vitrine.lang%', event.locals.locale)
        .replace('%vitrine.appearance%', look)
        .replace('%vitrine.head%', () => `${preload(inter)}${preload(FACES[face])}<style>${style}</style>`)
    },
  })

  for (const [name, value] of Object.entries(HEADERS)) if (!response.headers.has(name)) response.headers.set(name, value)
  const policy = response.headers.get('content-security-policy')
  if (policy !== null && hash !== '')
    response.headers.set('content-security-policy', policy.replace("style-src 'self'", `style-src 'self' ${hash}`))
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    response.headers.set('content-type', 'text/html; charset=utf-8')
    response.headers.append('vary', 'cookie, accept-encoding')
    if (!response.headers.has('cache-control')) {
      const stranger =
        event.locals.actor.kind === 'visitor' &&
        /^(appearance=(light|dark))?$/.test(request.headers.get('cookie') ?? '') &&
        !response.headers.has('set-cookie')
      response.headers.set('cache-control', stranger && response.status === 200 && request.method === 'GET' ? PUBLIC : PRIVATE)
    }
  }
  return response
}

async function actorOf(headers: Headers) {
  try {
    return await site().sessionActor(headers)
  } catch {
    return VISITOR // the database is away: whoever it is, they see what a visitor sees
  }
}

export const handleError: HandleServerError = (caught) => {
  const refusal = houseError(caught.error)
  if (refusal !== null) return { status: refusal.status, message: refusal.code, code: refusal.code }
  if (caught.kind === 'unknown') {
    const { error, event } = caught
    console.error(
      JSON.stringify({
        level: 'error',
        at: new Date().toISOString(),
        where: 'site',
        method: event.request.method,
        path: event.url.pathname,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    )
  }
}
