/** /api/auth: the pages and forms of signing in, and what of the sign-in library is open. */
import { Hono, type Context } from 'hono'
import { isLocale, preferredLocale } from '@vitrine/messages/locale'
import { serverWords } from '@vitrine/messages/cli'
import type { Origins } from '../http/address.ts'
import { safeNext } from '../sign-in/next.ts'
import { appearanceIn, type Look, pagePolicy } from '../http/small-page.ts'
import { codePage, linkPage, spentPage } from '../sign-in/pages.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import { TooManyRequests } from '../site-context.ts'
import { Problem, problemResponse } from './problem.ts'

export interface SignInRouteParts {
  signIn: SignIn
  origins: () => Origins
  origin: string
  /** The name of the house and the typeface of its titles. */
  houseLook: () => Promise<Pick<Look, 'house' | 'typeface'>>
}

const FORM_BYTES = 64 * 1024

export function signInRoutes({ signIn, origins, origin, houseLook }: SignInRouteParts): Hono {
  const app = new Hono()
  const addressOf = (context: Context): string => context.req.header('x-vitrine-address') ?? 'unknown'
  const page = async (
    context: Context,
    write: (look: Look) => string,
    status: 200 | 400 | 401 | 429 = 200,
    cookies: string[] = [],
  ): Promise<Response> => {
    const look = { ...(await houseLook()), appearance: appearanceIn(context.req.header('cookie')) }
    for (const cookie of cookies) context.header('set-cookie', cookie, { append: true })
    return context.html(write(look), status, {
      'content-security-policy': pagePolicy(look),
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    })
  }
  const goTo = (context: Context, path: string, cookies: string[]): Response => {
    for (const cookie of cookies) context.header('set-cookie', cookie, { append: true })
    context.header('cache-control', 'no-store')
    return context.redirect(path, 303)
  }

  app.onError(async (error, context) => {
    const locale = localeOf(context)
    if (!(error instanceof TooManyRequests)) return problemResponse(error, locale)
    context.header('retry-after', String(error.retryAfter))
    const wantsPage = context.req.header('accept')?.includes('text/html') === true
    if (!wantsPage)
      return problemResponse(
        new Problem('too-many-requests', { seconds: error.retryAfter }, { 'retry-after': String(error.retryAfter) }),
        locale,
      )
    return page(
      context,
      (look) => spentPage({ locale, look, message: serverWords[locale].signIn.tooMany(error.retryAfter) }),
      429,
    )
  })

  // Only forms and scripts of this site may start or end a session: a foreign page could sign somebody in as somebody else.
  app.use('*', async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next()
    if (Number(context.req.header('content-length') ?? 0) > FORM_BYTES)
      return problemResponse(new Problem('malformed-json'), localeOf(context))
    const from = context.req.header('origin')
    const own =
      from !== undefined
        ? origins().isOwn(from, context.req.header('host'))
        : context.req.header('sec-fetch-site') === 'same-origin'
    if (!own) return problemResponse(new Problem('foreign-origin'), localeOf(context))
    return next()
  })

  app.get('/link', async (context) => {
    const token = context.req.query('token') ?? ''
    const locale = localeOf(context)
    if (!/^[A-Za-z0-9]{16,100}$/.test(token)) return page(context, (look) => spentPage({ locale, look }), 400)
    const next = safeNext(context.req.query('next'), origin, locale)
    return page(context, (look) => linkPage({ locale, look, token, next }))
  })

  app.post('/link', async (context) => {
    const form = await context.req.parseBody()
    const locale = localeOf(context)
    const next = safeNext(text(form['next']), origin, localeOf(context))
    const used = await signIn.useLink({
      token: text(form['token']),
      headers: context.req.raw.headers,
      address: addressOf(context),
    })
    if (!used.signedIn) return page(context, (look) => spentPage({ locale, look }), 401)
    if (used.codeNeeded) return page(context, (look) => codePage({ locale, look, next, wrong: false }), 200, used.cookies)
    return goTo(context, next, used.cookies)
  })

  app.post('/code', async (context) => {
    const form = await context.req.parseBody()
    const next = safeNext(text(form['next']), origin, localeOf(context))
    const used = await signIn.useCode({ code: text(form['code']), headers: context.req.raw.headers, address: addressOf(context) })
    if (!used.signedIn) return page(context, (look) => codePage({ locale: localeOf(context), look, next, wrong: true }), 401)
    return goTo(context, next, used.cookies)
  })

  app.all('*', async (context) => {
    const answer = await signIn.handle(context.req.raw, addressOf(context))
    return answer ?? problemResponse(new Problem('no-such-endpoint'), localeOf(context))
  })
  return app
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function localeOf(context: Context): 'en' | 'fr' {
  const asked = context.req.query('locale')
  return asked !== undefined && isLocale(asked) ? asked : preferredLocale(context.req.header('accept-language') ?? null, 'en')
}
