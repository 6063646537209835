import { fail } from '@sveltejs/kit'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, houseError, site } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'addWebhook')
  return { webhooks: await answer(site().house.listWebhooks(actor)) }
}

const field = async (request: Request, name: string): Promise<string> => {
  const value = (await request.formData()).get(name)
  return typeof value === 'string' ? value.trim() : ''
}

export const actions: Actions = {
  add: async ({ locals, url, params, request, setHeaders }) => {
    const actor = allowed(staff(locals.actor, url, localeOf(params)), 'addWebhook')
    const address = await field(request, 'url')
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
  end: async ({ locals, url, params, request }) => {
    const actor = allowed(staff(locals.actor, url, localeOf(params)), 'removeWebhook')
    await answer(site().house.removeWebhook(actor, { id: await field(request, 'id') }))
    return { ended: true }
  },
}
