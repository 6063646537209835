import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import type { RequestEvent } from '@sveltejs/kit'
import type { Actor } from '@vitrine/house'
import { isLocale, preferredLocale } from '@vitrine/messages'
import { letterStyle } from '@vitrine/house/letters/letter-html'
import { partOf } from '#lib/parts.ts'
import { pageStyle, styleHash } from '#lib/server/head.ts'
import { PageCache, type KeptPage } from '#lib/server/pageCache.ts'
import { cutPage, pageFor, type Visit } from '#lib/server/sharedPage.ts'
import { houseError, sequence, settings, VISITOR } from '#lib/server/site.ts'
import { seesWhatStrangersSee, visitOf } from '#lib/server/visit.ts'
import { withoutSecret } from '#lib/ui/words-of-address.ts'
import listen from '#lib/desk/early/listen.js?url'
import archivo from '#lib/fonts/archivo-display.woff2?url'
import bricolage from '#lib/fonts/bricolage-display.woff2?url'
import fraunces from '#lib/fonts/fraunces-display.woff2?url'
import inter from '#lib/fonts/inter-text.woff2?url'
import newsreader from '#lib/fonts/newsreader-display.woff2?url'

const FACES = { archivo, bricolage, fraunces, newsreader }
/** At the desk, before anything is shown: what is typed while the page is on its way is heard. */
const LISTEN = `<script src="${listen}"></script>`
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
const STRANGERS_COOKIE = /^(?:appearance=(?:light|dark))?$/

/**
 * The name under which a page is kept: its address. Null for rooms of one's own, for searches, which are too many, and for
 * whatever is not a page of the site.
 */
function keyOf({ request, url, isDataRequest }: RequestEvent): string | null {
  if (request.method !== 'GET' || isDataRequest || request.headers.has('authorization')) return null
  if (
    !/^\/(en|fr)(\/(?!desk|room(?:\/|$)|watch\/|sign-|shortlist)|$)/.test(url.pathname) ||
    url.searchParams.has('q') ||
    url.searchParams.has('cursor') ||
    url.search.length > 200
  )
    return null
  return `${url.origin}${url.pathname}${url.search}`
}

const FILM = /^\/(?:en|fr)\/films\/[^/]+$/

/** Where the house shows it, a film's page says to a buyer what can be had for them: such a page is made for them alone. */
const isTheirs = async (actor: Actor, { url }: RequestEvent): Promise<boolean> =>
  actor.kind !== 'visitor' && FILM.test(url.pathname) && ((await settings().catch(() => null))?.publicAvailability ?? false)

export const handle: Handle = async ({ event, resolve }) => {
  const key = keyOf(event)
  // When the house does not answer, no page is kept or handed out; the page itself will say what is wrong.
  const [{ actor, visit }, now] = await Promise.all([visitOf(event), key === null ? null : sequence().catch(() => null)])
  if (key === null || now === null || !seesWhatStrangersSee(actor) || (await isTheirs(actor, event))) {
    event.locals.actor = actor
    return sendOnce(await write({ event, resolve }), visit, event)
  }
  const kept = pages.find(key, now)
  if (kept !== null) return sendKept(kept, visit, event)
  event.locals.actor = VISITOR
  const response = await write({ event: { ...event, cookies: { ...event.cookies, ...UNREADABLE } }, resolve })
  if (response.status !== 200 || !isPage(response) || response.headers.has('set-cookie') || response.headers.has('cache-control'))
    return sendOnce(response, visit, event)
  const headers = [...response.headers].filter(([name]) => name !== 'content-length' && name !== 'etag')
  return sendKept(pages.keep(key, now, headers, cutPage(await response.text())), visit, event)
}

/** A page that is written for everybody cannot ask who reads it. */
const unreadable = (): never => {
  throw new Error('This page is shared by all visitors: what differs for one of them is a part (lib/parts.ts).')
}
const UNREADABLE = { get: unreadable, getAll: unreadable }

const isPage = (response: Response) => response.headers.get('content-type')?.startsWith('text/html') === true

function sendKept(kept: KeptPage, visit: Visit, { request }: RequestEvent): Response {
  const { body, etag, brotli } = pages.print(kept, visit)
  const headers = new Headers(kept.headers)
  headers.set('etag', etag)
  headers.set('cache-control', isStranger(request, visit) ? PUBLIC : PRIVATE)
  if (!ACCEPTS_BROTLI.test(request.headers.get('accept-encoding') ?? ''))
    return new Response(body as Uint8Array<ArrayBuffer>, { headers })
  headers.set('content-encoding', 'br')
  return new Response(brotli as Uint8Array<ArrayBuffer>, { headers })
}

async function sendOnce(response: Response, visit: Visit, { request }: RequestEvent): Promise<Response> {
  if (!isPage(response)) return response
  const headers = new Headers(response.headers)
  const { body, etag } = pageFor(cutPage(await response.text()), visit)
  if (headers.has('etag')) headers.set('etag', etag)
  if (!headers.has('cache-control')) {
    const forAll = response.status === 200 && request.method === 'GET' && !headers.has('set-cookie')
    headers.set('cache-control', forAll && isStranger(request, visit) ? PUBLIC : PRIVATE)
  }
  return new Response(body() as Uint8Array<ArrayBuffer>, { status: response.status, headers })
}

/** Somebody of whom nothing is known but whether they like it light or dark. */
const isStranger = ({ headers }: Request, visit: Visit) =>
  visit.member === 'none' && !headers.has('authorization') && STRANGERS_COOKIE.test(headers.get('cookie') ?? '')

/** The page with all forms of its parts, its style and its policy. */
const write: Handle = async ({ event, resolve }) => {
  const { request, url } = event
  const first = url.pathname.split('/')[1] ?? ''
  event.locals.locale = isLocale(first) ? first : preferredLocale(request.headers.get('accept-language'), 'en')

  const desk = url.pathname.split('/')[2] === 'desk'
  let hash = ''
  let letters = ''
  const response = await resolve(event, {
    preload: ({ type }) => type === 'js' || type === 'css',
    transformPageChunk: async ({ html }) => {
      const house = await settings().catch(() => null)
      const face = house !== null && house.typeface in FACES ? house.typeface : 'fraunces'
      const style = pageStyle(html, event.locals.accent ?? house?.accent ?? '#8a2b2b')
      hash = styleHash(style)
      // Letters are shown at the desk as they are sent, style and all.
      if (desk && house !== null) letters = ` ${styleHash(letterStyle(house.accent))}`
      return html
        .replace('%vitrine.lang%', event.locals.locale)
        .replace('%vitrine.appearance%', `data-face="${face}"${APPEARANCE}`)
        .replace('%vitrine.head%', () => `${desk ? LISTEN : ''}${preload(inter)}${preload(FACES[face])}<style>${style}</style>`)
    },
  })

  for (const [name, value] of Object.entries(HEADERS)) if (!response.headers.has(name)) response.headers.set(name, value)
  const policy = response.headers.get('content-security-policy')
  if (policy !== null && hash !== '')
    response.headers.set('content-security-policy', policy.replace("style-src 'self'", `style-src 'self' ${hash}${letters}`))
  if (isPage(response)) {
    response.headers.set('content-type', 'text/html; charset=utf-8')
    response.headers.append('vary', 'cookie, accept-encoding')
  }
  return response
}

const APPEARANCE = partOf('look', ['', ' data-appearance="light"', ' data-appearance="dark"'])

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
        path: withoutSecret(event.url.pathname),
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    )
  }
}
