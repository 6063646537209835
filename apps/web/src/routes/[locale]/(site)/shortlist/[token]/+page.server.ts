import { redirect } from '@sveltejs/kit'
import { answer, site } from '#lib/server/site.ts'
import { ownShortlist } from '#lib/server/shortlist.ts'
import type { PageServerLoad } from './$types'

/** A list that somebody sent. Its author is led to their own page, where it can be changed. */
export const load: PageServerLoad = async ({ locals, params, cookies, parent, setHeaders }) => {
  const { locale } = await parent()
  if (ownShortlist(cookies)?.token === params.token) redirect(303, `/${locale}/shortlist`)
  setHeaders({ 'x-robots-tag': 'noindex', 'cache-control': 'private, no-cache' })
  return { list: await answer(site().house.viewShortlist(locals.actor, { token: params.token, locale })) }
}
