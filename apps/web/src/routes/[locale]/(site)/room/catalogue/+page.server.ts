import { localeOf } from '#lib/server/desk.ts'
import { buyer } from '#lib/server/room/actor.ts'
import { askedFields } from '#lib/server/rights/asked.ts'
import { answer, houseError, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

const NOTHING = { territory: '', media: '', languages: '', cut: '', from: '', to: '', exclusive: false }

/** The catalogue by what can be had, for their own territories and media or for those that the address asks. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const locale = localeOf(params)
  const actor = buyer(locals.actor, url, locale)
  const { house } = site()
  const fields = askedFields(url, NOTHING)
  const text = (url.searchParams.get('q') ?? '').slice(0, 200)
  const { territory, media, from, to, exclusive } = fields
  const question = { ...(territory === '' ? {} : { territory }), ...(media === '' ? {} : { media }), ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }), exclusive } // prettier-ignore
  const cursor = url.searchParams.get('cursor')
  const asked = house.browseRoom(actor, { question, text, cursor, locale })
  const view = await asked.then(
    (found) => ({ found, unknown: false }),
    async (thrown: unknown) => {
      if (houseError(thrown)?.code !== 'invalid-input') return answer(Promise.reject(thrown))
      return { found: await answer(house.browseRoom(actor, { text, locale })), unknown: true }
    },
  )
  return { ...view, fields, text }
}
