import { fail, type RequestEvent } from '@sveltejs/kit'
import type { Actor } from '@vitrine/house'
import type { Verb } from '@vitrine/house/policies/policy'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, houseError, site } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'changeWebhook')
  const cursor = url.searchParams.get('cursor')
  const { house } = site()
  const hook = await answer(house.viewWebhook(actor, { id: params.id }))
  const { items, nextCursor } = await answer(house.listDeliveries(actor, { id: params.id, cursor }))
  return { hook, deliveries: items, nextCursor, cursor }
}

type Event = RequestEvent<{ locale: string; id: string }>

/** One change of the webhook whose page it is, by whoever may do it. */
const change =
  <T>(verb: Verb, work: (actor: Actor, form: FormData, id: string) => Promise<T>) =>
  async ({ locals, url, params, request, setHeaders }: Event) => {
    const actor = allowed(staff(locals.actor, url, localeOf(params)), verb)
    const done = await answer(work(actor, await request.formData(), params.id))
    setHeaders({ 'cache-control': 'private, no-store' })
    return done
  }

export const actions: Actions = {
  address: async ({ locals, url, params, request }) => {
    const actor = allowed(staff(locals.actor, url, localeOf(params)), 'changeWebhook')
    const value = (await request.formData()).get('url')
    const address = typeof value === 'string' ? value.trim() : ''
    try {
      await site().house.changeWebhook(actor, { id: params.id, url: address })
      return { done: 'saved' as const }
    } catch (thrown) {
      const refusal = houseError(thrown)
      if (refusal?.code === 'invalid-input') return fail(refusal.status, { address, details: refusal.details })
      return answer(Promise.reject(thrown))
    }
  },
  switch: change('changeWebhook', async (actor, form, id) => {
    const { offAt } = await site().house.changeWebhook(actor, { id, on: form.get('on') === 'yes' })
    return { done: offAt === null ? ('switchedOn' as const) : ('switchedOff' as const) }
  }),
  secret: change('renewWebhookSecret', async (actor, form, id) => {
    const { secret } = await site().house.renewWebhookSecret(actor, { id, keepOld: form.get('keep') === 'yes' })
    return { secret }
  }),
  test: change('testWebhook', async (actor, _form, id) => {
    await site().house.testWebhook(actor, { id })
    return { done: 'tested' as const }
  }),
  end: change('removeWebhook', async (actor, _form, id) => {
    await site().house.removeWebhook(actor, { id })
    return { done: 'endedDone' as const }
  }),
}
