import { error } from '@sveltejs/kit'
import { localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params, request }) => {
  const actor = staff(locals.actor, url, localeOf(params))
  const { account, config } = site()
  const own = await account(request.headers)
  if (own === null) error(403, { message: 'not-allowed', code: 'not-allowed' }) // a key has no account
  return { account: own, role: actor.role, language: actor.locale ?? null, authPath: config.authPath }
}
