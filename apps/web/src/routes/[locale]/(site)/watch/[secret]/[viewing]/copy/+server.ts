import { error, json } from '@sveltejs/kit'
import { countryOf, deviceOf } from '#lib/server/device.ts'
import { fromOwnPage, localeOf } from '#lib/server/desk.ts'
import { textOf } from '#lib/server/refused.ts'
import { houseError, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

const PRIVATE = { 'cache-control': 'private, no-store' }

/** How far the viewer’s copy is, for the page that waits for it. */
export const GET: RequestHandler = async ({ locals, params, cookies }) => {
  const device = deviceOf(cookies)
  if (device === null) error(404, { message: 'not-found', code: 'not-found' })
  try {
    const copy = await site().house.viewMarkedCopy(locals.actor, { secret: params.secret, viewing: params.viewing, device })
    return json(copy === null ? null : { state: copy.state, progress: copy.progress }, { headers: PRIVATE })
  } catch (thrown) {
    return refused(thrown)
  }
}

/** A viewer asks for a copy of the film, breaks it off, or downloads it: leave to do that comes as a cookie, and is good for an hour. */
export const POST: RequestHandler = async ({ locals, params, request, cookies, getClientAddress }) => {
  if (!fromOwnPage(request)) error(403, { message: 'not-allowed', code: 'not-allowed' })
  const { secret, viewing } = params
  const device = deviceOf(cookies)
  const form = await request.formData()
  const page = `/${localeOf(params)}/watch/${secret}/${viewing}`
  const to = (location: string, cookie?: string): Response =>
    new Response(null, {
      status: 303,
      headers: { ...PRIVATE, location, ...(cookie === undefined ? {} : { 'set-cookie': cookie }) },
    })
  if (device === null) return to(`/${localeOf(params)}/watch/${secret}`)
  const { house, copyCookie } = site()
  const own = { secret, viewing, device }
  try {
    const doing = textOf(form, 'do')
    if (doing === 'cancel') await house.cancelMarkedCopy(locals.actor, own)
    else if (doing === 'fetch') {
      const copy = await house.viewMarkedCopy(locals.actor, own)
      if (copy?.state === 'ready') return to(`/media/${copy.id}/copy.mp4`, copyCookie(copy.id, device))
    } else {
      const [sound, subtitles] = [textOf(form, 'sound'), textOf(form, 'subtitles')]
      await house.orderMarkedCopy(locals.actor, {
        secret,
        viewing,
        ...(sound === '' ? {} : { sound }),
        ...(form.has('subtitles') ? { subtitles: subtitles === '' ? null : subtitles } : {}),
        where: { address: getClientAddress(), country: countryOf({ request }), device, agent: null },
      })
    }
    return to(`${page}#copy`)
  } catch (thrown) {
    const refusal = houseError(thrown)
    if (refusal?.code === 'screener-over')
      return to(`${page}?copy=${refusal.details['reason'] === 'used' ? 'used' : 'refused'}#copy`)
    if (refusal?.code === 'wrong-state') return to(`${page}#copy`) // it was over before it could be broken off
    return refused(thrown)
  }
}

function refused(thrown: unknown): never {
  const refusal = houseError(thrown)
  if (refusal === null) throw thrown
  error(refusal.status, { message: refusal.code, code: refusal.code })
}
