import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { isLocale, preferredLocale } from '@vitrine/messages'
import { pageStyle, styleHash } from '#lib/server/head.ts'
import { houseError, settings, site, VISITOR } from '#lib/server/site.ts'
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

export const handle: Handle = async ({ event, resolve }) => {
  const { cookies, request, url } = event
  const first = url.pathname.split('/')[1] ?? ''
  const chosen = cookies.get('appearance')
  event.locals.appearance = chosen === 'light' || chosen === 'dark' ? chosen : null
  event.locals.locale = isLocale(first) ? first : preferredLocale(request.headers.get('accept-language'), 'en')
  event.locals.actor = request.headers.has('cookie') || request.headers.has('authorization') ? await actorOf(request.headers) : VISITOR

  let hash = ''
  const response = await resolve(event, {
    preload: ({ type }) => type === 'js' || type === 'css',
    transformPageChunk: async ({ html }) => {
      const house = await settings().catch(() => null)
      const face = house !== null && house.typeface in FACES ? house.typeface : 'fraunces'
      const style = pageStyle(html, event.locals.accent ?? house?.accent ?? '#8a2b2b')
      hash = styleHash(style)
      const look = [`data-face="${face}"`, event.locals.appearance === null ? '' : `data-appearance="${event.locals.appearance}"`].join(' ').trim()
      return html
        .replace('%vitrine.lang%', event.locals.locale)
        .replace('%vitrine.appearance%', look)
        .replace('%vitrine.head%', () => `${preload(inter)}${preload(FACES[face])}<style>${style}</style>`)
    },
  })

  for (const [name, value] of Object.entries(HEADERS)) if (!response.headers.has(name)) response.headers.set(name, value)
  const policy = response.headers.get('content-security-policy')
  if (policy !== null && hash !== '') response.headers.set('content-security-policy', policy.replace("style-src 'self'", `style-src 'self' ${hash}`))
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    response.headers.append('vary', 'cookie, accept-language')
    if (!response.headers.has('cache-control')) {
      const stranger = event.locals.actor.kind === 'visitor' && !request.headers.has('cookie') && !response.headers.has('set-cookie')
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
    console.error(JSON.stringify({ level: 'error', at: new Date().toISOString(), where: 'site', method: event.request.method, path: event.url.pathname, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
  }
}
