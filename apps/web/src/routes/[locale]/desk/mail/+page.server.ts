import { can } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

const STATES = ['waiting', 'sent', 'given-up'] as const

/**
 * How the letters of the house fare; and, where none is sent, the letters in the data folder. Those hold sign-in links of everybody: only
 * who lets people in may read them.
 */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'listLetters')
  const state = STATES.find((one) => one === url.searchParams.get('state')) ?? null
  const cursor = url.searchParams.get('cursor')
  const { house, config } = site()
  const outbox = await answer(house.listLetters(actor, { state, cursor }))
  return {
    state,
    outbox,
    /** Letters that are written to a folder meet no server, and none answers. */
    places: config.mailIsSent ? outbox.places : outbox.places.filter(({ place }) => place !== 'outbox'),
    letters: can(actor, 'addUser') ? await site().outbox(actor) : null,
  }
}
