import { error, redirect } from '@sveltejs/kit'
import { countryOf, deviceOf } from '#lib/server/device.ts'
import { houseError, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

const COPY_REFUSALS = ['used', 'refused'] as const

/** The film that runs, for the device on which the viewing began, and what was recorded of it. To open the page is to go on watching. */
export const load: PageServerLoad = async ({ locals, params, parent, setHeaders, cookies, request, getClientAddress, url }) => {
  const { locale } = await parent()
  setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' })
  const device = deviceOf(cookies)
  const page = `/${locale}/watch/${params.secret}`
  if (device === null) redirect(303, page)
  const { house, watchCookies } = site()
  try {
    const { viewing, reelId, title } = await house.viewOwnViewing(locals.actor, { secret: params.secret, id: params.viewing, device, locale }) // prettier-ignore
    const where = { address: getClientAddress(), country: countryOf({ request }), device, agent: request.headers.get('user-agent')?.slice(0, 1_000) ?? null } // prettier-ignore
    const started = await house.startViewing(locals.actor, { secret: params.secret, reelId, where })
    if (started.id !== params.viewing) redirect(303, `${page}/${started.id}`)
    for (const cookie of watchCookies(started.id, device)) {
      const { name, value, path, maxAge } = partsOf(cookie)
      cookies.set(name, value, { path, maxAge, httpOnly: true, sameSite: 'strict', secure: url.protocol === 'https:', encode: (text) => text }) // prettier-ignore
    }
    const copy =
      started.download === 'never'
        ? null
        : await house.viewMarkedCopy(locals.actor, { secret: params.secret, viewing: started.id, device })
    // What comes after this film, where the link is of several.
    const { films } = await house.openScreener(locals.actor, { secret: params.secret, device, locale, country: where.country })
    const next = films[films.findIndex((film) => film.reelId === started.reelId) + 1]
    const refused = COPY_REFUSALS.find((why) => why === url.searchParams.get('copy')) ?? null
    return {
      started: { ...started, title },
      viewing,
      copy,
      refused,
      page,
      several: films.length > 1,
      next: next === undefined || next.seconds === null ? null : next,
      day: new Date().toISOString().slice(0, 10),
    }
  } catch (thrown) {
    const refusal = houseError(thrown)
    if (refusal === null) throw thrown
    // Another device's viewing, or one that is over: the page of the link says how to begin here, or why it shows nothing.
    if (refusal.code === 'too-many-devices') redirect(303, `${page}?refused=devices`)
    if (refusal.code === 'not-found' || refusal.code === 'screener-over') redirect(303, page)
    error(refusal.status, { message: refusal.code, code: refusal.code })
  }
}

function partsOf(cookie: string): { name: string; value: string; path: string; maxAge: number } {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
  return { name, value, path: /Path=([^;]+)/.exec(cookie)?.[1] ?? '/', maxAge: Number(/Max-Age=(\d+)/.exec(cookie)?.[1] ?? 0) }
}
