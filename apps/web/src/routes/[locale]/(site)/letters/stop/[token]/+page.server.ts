import { answer, site } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

/** Where whoever got a letter ends letters like it. Nothing is done by looking: programs that check links open them. */
export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' })
  return { stop: await answer(site().house.viewStop(locals.actor, { token: params.token })) }
}

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const again = (await request.formData()).get('again') === 'yes'
    await answer(site().house.stopLetters(locals.actor, { token: params.token, again }))
  },
}
