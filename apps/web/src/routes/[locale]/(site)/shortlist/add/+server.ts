import { json, redirect } from '@sveltejs/kit'
import { localPath } from '#lib/server/back.ts'
import { answer, houseError, site } from '#lib/server/site.ts'
import { keepShortlist, ownShortlist } from '#lib/server/shortlist.ts'
import type { RequestHandler } from './$types'

/** Keeps a film. The first one starts the list and gives this browser its secret. */
export const POST: RequestHandler = async ({ request, cookies, locals, params, url }) => {
  const form = await request.formData()
  const id = String(form.get('id') ?? '')
  const { house } = site()
  const own = ownShortlist(cookies)
  const secure = url.protocol === 'https:'
  const start = async () => keepShortlist(cookies, await answer(house.startShortlist(locals.actor, { titleIds: [id] })), secure)
  if (own === null) await start()
  else {
    try {
      await house.changeShortlist(locals.actor, { ...own, add: [id] })
      keepShortlist(cookies, own, secure) // another half year
    } catch (thrown) {
      const refusal = houseError(thrown)
      if (refusal?.code !== 'not-found' && refusal?.code !== 'wrong-edit-key') await answer(Promise.reject(thrown))
      await start() // the list was forgotten: begin another
    }
  }
  if (request.headers.get('accept')?.includes('application/json')) return json({ kept: true })
  redirect(303, localPath(form.get('back'), `/${params.locale}/shortlist`))
}
