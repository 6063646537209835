import { fail } from '@sveltejs/kit'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, houseError, site } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'addWebhook')
  return { webhooks: await answer(site().house.listWebhooks(actor)) }
}

export const actions: Actions = {
  add: async ({ locals, url, params, request, setHeaders }) => {
    const actor = allowed(staff(locals.actor, url, localeOf(params)), 'addWebhook')
    const value = (await request.formData()).get('url')
    const address = typeof value === 'string' ? value.trim() : ''
    try {
      const { secret } = await site().house.addWebhook(actor, { url: address })
      setHeaders({ 'cache-control': 'private, no-store' })
      return { secret }
    } catch (thrown) {
      const refusal = houseError(thrown)
      if (refusal === null || refusal.status >= 500) throw thrown
      return fail(refusal.status, { address, details: refusal.details })
    }
  },
}
