import { json, redirect } from '@sveltejs/kit'
import { localPath } from '#lib/server/back.ts'
import { answer, site } from '#lib/server/site.ts'
import { ownShortlist } from '#lib/server/shortlist.ts'
import type { RequestHandler } from './$types'

/** Takes a film off. Without script, the list then offers to put it back. */
export const POST: RequestHandler = async ({ request, cookies, locals, params }) => {
  const form = await request.formData()
  const id = String(form.get('id') ?? '')
  const own = ownShortlist(cookies)
  if (own !== null) await answer(site().house.changeShortlist(locals.actor, { ...own, remove: [id] }))
  if (request.headers.get('accept')?.includes('application/json')) return json({ kept: false })
  const back = localPath(form.get('back'), `/${params.locale}/shortlist`)
  redirect(
    303,
    /^\/(en|fr)\/shortlist($|\?)/.test(back)
      ? `/${params.locale}/shortlist?${new URLSearchParams({ removed: id, title: String(form.get('title') ?? '').slice(0, 200) })}`
      : back,
  )
}
