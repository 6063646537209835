import { error, redirect } from '@sveltejs/kit'
import { countryOf, keptDevice } from '#lib/server/device.ts'
import { fromOwnPage, localeOf } from '#lib/server/desk.ts'
import { textOf } from '#lib/server/refused.ts'
import { houseError, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Lets whoever has the link watch: the viewing begins, its cookies come with the way to its page. */
export const POST: RequestHandler = async ({ locals, params, request, cookies, url, getClientAddress }) => {
  if (!fromOwnPage(request)) error(403, { message: 'not-allowed', code: 'not-allowed' })
  const locale = localeOf(params)
  const form = await request.formData()
  const page = `/${locale}/watch/${params.secret}`
  const [reelId, name, email] = [textOf(form, 'reel'), textOf(form, 'name'), textOf(form, 'email')]
  const device = keptDevice(cookies, url.protocol === 'https:')
  const { house, watchCookies } = site()
  try {
    const { id } = await house.startViewing(locals.actor, {
      secret: params.secret,
      reelId,
      ...(name === '' ? {} : { name }),
      email: email === '' ? null : email,
      where: { address: getClientAddress(), country: countryOf({ request }), device, agent: request.headers.get('user-agent')?.slice(0, 1_000) ?? null }, // prettier-ignore
    })
    // `#play`: that they asked for the film is told to the player alone, and for this once.
    const answer = new Response(null, { status: 303, headers: { location: `${page}/${id}#play`, 'cache-control': 'private, no-store' } }) // prettier-ignore
    for (const cookie of watchCookies(id, device)) answer.headers.append('set-cookie', cookie)
    return answer
  } catch (thrown) {
    const refusal = houseError(thrown)
    if (refusal === null) throw thrown
    if (refusal.code === 'too-many-devices') redirect(303, `${page}?refused=devices`)
    if (refusal.code === 'screener-over') redirect(303, `${page}?refused=${String(refusal.details['reason'])}`)
    if (refusal.code === 'invalid-input') redirect(303, `${page}?wrong`)
    error(refusal.status, { message: refusal.code, code: refusal.code })
  }
}
