import { redirect } from '@sveltejs/kit'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** A list of availabilities, for whoever has its link, in the language in which it was sent. Its address is a secret: nothing hands it on. */
export const load: PageServerLoad = async ({ locals, params, parent, setHeaders }) => {
  const { locale } = await parent()
  setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' })
  const list = await answer(site().house.viewSentList(locals.actor, { token: params.token }))
  if (list.locale !== locale) redirect(307, `/${list.locale}/availabilities/${list.token}`)
  // what the page does not show stays here
  const { token, toName, toCompany, at, byName, question, message, rows, house } = list
  return { list: { token, toName, toCompany, at, byName, question, message, rows, house } }
}
